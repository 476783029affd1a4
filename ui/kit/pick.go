package kit

import (
	"strconv"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/theme"
	"accord/ui/widget"
)

// pickKind is what choosing from a list does.
type pickKind uint8

const (
	PickField   pickKind = iota // sets a field of the registry
	PickSort                    // sorts the accounts by a column
	PickSection                 // goes to a section of the plan
	PickBoss                    // makes a seat report to another
	PickMet                     // one of ours met a person today
	PickPack                    // takes another method pack
	PickGoal                    // links an insight to a person; on is the name
	PickMerge                   // makes two entries of one person one
	PickJudge                   // asks questions that lead to a level
	PickRestore                 // brings a moment back; key is the account, the value the part
	PickScreen                  // the screen a step of a workshop wants
	PickScope                   // takes an account into the workshop or out of it; the list stays
	PickParked                  // says which account a parked line is about; on is the line
	PickColumn                  // sends a column of a file to a field
	PickEdge                    // joins two of theirs, or parts them; key is the kind
	PickWhose                   // says of which account somebody in the room is; on is the initials
)

// Choice is one line of a list: what it says and what it stands for.
type Choice struct{ Word, Value string }

// Pick is a list of choices with typing to narrow it.
type Pick struct {
	Kind   pickKind
	Head   string
	Ref    edit.Ref
	Key    string
	All    []Choice
	Shown  []Choice
	Cursor int
	Input  *widget.Field
	On     string
	Then   model.Snapshot                 // what pickRestore brings back
	cell   bool                           // of a table: tab takes the choice and goes on to the next cell
	Choose func(*Context, string) Outcome // what choosing does, where a room says so itself
	moved  bool                           // the cursor was moved: tab takes what it is on
}

func NewPick(k pickKind, head string, all []Choice, at string) *Pick {
	p := &Pick{Kind: k, Head: head, All: all, Shown: all, Input: widget.NewSearch()}
	p.Input.Placeholder = words.T("kit.type-narrow")
	for i, c := range all {
		if c.Value == at {
			p.Cursor = i
		}
	}
	return p
}

// NewPickField chooses the value of a field: among its words, yes and no, or
// the things a link can name.
func NewPickField(c *Context, ref edit.Ref, f edit.Field) *Pick {
	all := fieldChoices(c, ref, f)
	now := edit.Get(c.Portfolio(), ref, f)
	p := NewPick(PickField, f.Title, all, now)
	for i, ch := range all {
		if f.Kind == edit.Link && ch.Word == now {
			p.Cursor = i
		}
	}
	p.Ref, p.Key = ref, f.Key
	return p
}

// unknownWord is what choosing nothing is called.
func unknownWord(f edit.Field) string {
	switch f.Key {
	case "manager", "sponsor":
		return words.T("kit.nobody-f2-adds-our-people")
	case "parent",
		"action.objective",
		"objective.cites",
		"objective.uses",
		"action.after",
		"action.person",
		"action.value":
		return words.T("kit.none")
	}
	return words.T("kit.unknown")
}

func (p *Pick) Title(*Context) string        { return p.Head }
func (p *Pick) Scopes(*Context) []keys.Scope { return []keys.Scope{keys.ScopeList, keys.ScopeText} }

func (p *Pick) Place(_ *Context, screen widget.Rect) widget.Rect {
	w := 30
	for _, c := range p.All {
		w = max(w, widget.Width(c.Word)+6)
	}
	return screen.Center(min(w, 70), min(len(p.All)+3, max(8, screen.H*2/3)))
}

func (p *Pick) Handle(c *Context, in keys.Intent) Outcome {
	switch in.Kind {
	case keys.Typing:
		p.Input.Apply(in.Edit, in.Text)
		p.narrow()
		return Done()
	case keys.Up:
		p.goTo(p.Cursor - 1)
	case keys.Down:
		p.goTo(p.Cursor + 1)
	case keys.PageUp:
		p.goTo(p.Cursor - 10)
	case keys.PageDown:
		p.goTo(p.Cursor + 10)
	case keys.First:
		p.goTo(0)
	case keys.Last:
		p.goTo(len(p.Shown) - 1)
	case keys.NextField, keys.PrevField:
		return p.onward(c, in.Kind)
	case keys.Cancel:
		return Close()
	case keys.Accept:
		if len(p.Shown) == 0 {
			return Refuse(nothingFits())
		}
		return p.chosen(c, p.Shown[p.Cursor].Value)
	default:
		return Outcome{}
	}
	return Done()
}

func (p *Pick) goTo(row int) {
	p.Cursor, p.moved = max(0, min(row, len(p.Shown)-1)), true
}

// onward is tab: in a table it takes the choice, if one was typed or gone to, and
// opens the next cell; elsewhere it does nothing.
func (p *Pick) onward(c *Context, k keys.IntentKind) Outcome {
	if !p.cell {
		return Done()
	}
	out := Close()
	switch {
	case len(p.Shown) == 0:
		return Refuse(nothingFits())
	case p.moved || p.Input.Text() != "":
		out = p.chosen(c, p.Shown[p.Cursor].Value)
	}
	out.Again(nextCell(k))
	return out
}

// nothingFits answers a search that finds nothing.
func nothingFits() string { return words.T("kit.nothing-fits-what-you-typed") }

func (p *Pick) narrow() {
	query := p.Input.Text()
	p.Shown, p.Cursor = nil, 0
	for _, i := range Find(query, len(p.All), func(i int) string { return p.All[i].Word }) {
		p.Shown = append(p.Shown, p.All[i])
	}
}

func (p *Pick) chosen(c *Context, value string) Outcome {
	if p.Choose != nil {
		return p.Choose(c, value)
	}
	out := Close()
	switch p.Kind {
	case PickField:
		out.Change(edit.SetField{Ref: p.Ref, Key: p.Key, Value: value})
	case PickColumn:
		out.Again(keys.Intent{Kind: keys.SendColumn, Text: value})
	case PickSort:
		out.Again(keys.Intent{Kind: keys.SortBy, Text: value})
	case PickSection:
		out.Again(keys.Intent{Kind: keys.PickSection, Text: value})
	case PickBoss:
		out.Change(edit.MoveSeat{Account: c.Account, Seat: model.SeatID(p.On), To: model.SeatID(value)})
	case PickPack:
		if i, err := strconv.Atoi(value); err == nil && i < len(model.ShippedPacks()) {
			out.Change(edit.SetPack{Pack: model.ShippedPacks()[i]})
		}
	case PickGoal:
		out.Change(
			edit.SetField{Ref: edit.Ref{Account: c.Account, Of: edit.OfInsight, ID: value}, Key: "insight.whose", Value: p.On},
		)
		out.Say(words.T("kit.theirs-now", p.On))
	case PickMerge:
		out.Change(edit.MergePersons{Account: c.Account, Keep: model.PersonID(p.On), Gone: model.PersonID(value)})
		out.Say(words.T("kit.merged-u-takes-back"))
	case PickScreen:
		out.Again(keys.Intent{Kind: keys.PickScreen, Text: value})
	case PickRestore:
		r := edit.Restore{From: p.Then.Portfolio, Moment: p.Then.Name, Account: model.AccountID(p.On), Part: value}
		if value == "*" {
			r.Account, r.Part = "", ""
		}
		out.Change(r)
		out.Say(words.T("kit.restored-from-u-takes-back", p.Then.Name))
	case PickMet:
		out.Change(
			edit.SetTie{
				Account: c.Account,
				ID:      model.TieID(c.Session.NewID()),
				Ours:    model.MemberID(value),
				Theirs:  model.PersonID(p.On),
				Touch:   true,
			},
		)
	}
	return out
}

func (p *Pick) Draw(_ *Context, cv widget.Canvas, focus bool) {
	p.Input.Draw(cv, 1, 0, cv.W()-2, theme.Accent)
	rows := cv.H() - 1
	top := max(0, p.Cursor-rows+1)
	for i := top; i < len(p.Shown) && i-top < rows; i++ {
		y := i - top + 1
		st := theme.Plain
		if i == p.Cursor {
			cv.Mark(widget.Rect{X: 0, Y: y, W: cv.W(), H: 1}, theme.FocusMark)
			cv.Text(0, y, cv.Glyphs().Cursor, theme.Accent)
			st = theme.Strong
		}
		cv.TextIn(2, y, cv.W()-3, p.Shown[i].Word, st, widget.Left)
		MarkFound(cv, 2, y, cv.W()-3, p.Shown[i].Word, p.Input.Text())
	}
}

// Keep shows the whole list again with the cursor where it was.
func (p *Pick) Keep(value string) {
	p.narrow()
	for i := range p.Shown {
		if p.Shown[i].Value == value {
			p.Cursor = i
		}
	}
}
