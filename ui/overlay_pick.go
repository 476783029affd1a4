package ui

import (
	"strconv"

	"accord/model"
	"accord/model/edit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// pickKind is what choosing from a list does.
type pickKind uint8

const (
	pickField   pickKind = iota // sets a field of the registry
	pickSort                    // sorts the accounts by a column
	pickSection                 // goes to a section of the plan
	pickBoss                    // makes a seat report to another
	pickMet                     // one of ours met a person today
	pickPack                    // takes another method pack
	pickGoal                    // links an insight to a person; on is the name
	pickMerge                   // makes two entries of one person one
	pickJudge                   // asks questions that lead to a level
	pickRestore                 // brings a moment back; key is the account, the value the part
	pickScreen                  // the screen a step of a workshop wants
	pickScope                   // takes an account into the workshop or out of it; the list stays
	pickParked                  // says which account a parked line is about; on is the line
	pickColumn                  // sends a column of a file to a field
	pickEdge                    // joins two of theirs, or parts them; key is the kind
	pickWhose                   // says of which account somebody in the room is; on is the initials
)

// choice is one line of a list: what it says and what it stands for.
type choice struct{ word, value string }

// pick is a list of choices with typing to narrow it.
type pick struct {
	kind   pickKind
	head   string
	ref    edit.Ref
	key    string
	all    []choice
	shown  []choice
	cursor int
	input  *widget.Field
	on     string
	then   model.Snapshot             // what pickRestore brings back
	cell   bool                       // of a table: tab takes the choice and goes on to the next cell
	choose func(*ctx, string) Outcome // what choosing does, where a room says so itself
	moved  bool                       // the cursor was moved: tab takes what it is on
}

func newPick(k pickKind, head string, all []choice, at string) *pick {
	p := &pick{kind: k, head: head, all: all, shown: all, input: widget.NewSearch()}
	p.input.Placeholder = "type to narrow"
	for i, c := range all {
		if c.value == at {
			p.cursor = i
		}
	}
	return p
}

// newPickField chooses the value of a field: among its words, yes and no, or
// the things a link can name.
func newPickField(c *ctx, ref edit.Ref, f edit.Field) *pick {
	all := fieldChoices(c, ref, f)
	now := edit.Get(c.portfolio(), ref, f)
	p := newPick(pickField, f.Label, all, now)
	for i, ch := range all {
		if f.Kind == edit.Link && ch.word == now {
			p.cursor = i
		}
	}
	p.ref, p.key = ref, f.Key
	return p
}

// unknownWord is what choosing nothing is called.
func unknownWord(f edit.Field) string {
	switch f.Key {
	case "manager", "sponsor":
		return "nobody (f2 adds our people)"
	case "parent", "action.objective", "objective.cites", "objective.uses", "action.after", "action.person", "action.value":
		return "none"
	}
	return "unknown"
}

func (p *pick) title(*ctx) string   { return p.head }
func (p *pick) scopes(*ctx) []scope { return []scope{scopeList, scopeText} }

func (p *pick) place(_ *ctx, screen widget.Rect) widget.Rect {
	w := 30
	for _, c := range p.all {
		w = max(w, widget.Width(c.word)+6)
	}
	return screen.Center(min(w, 70), min(len(p.all)+3, max(8, screen.H*2/3)))
}

func (p *pick) handle(c *ctx, in Intent) Outcome {
	switch in.Kind {
	case Typing:
		p.input.Apply(in.Edit, in.Text)
		p.narrow()
		return done()
	case Up:
		p.goTo(p.cursor - 1)
	case Down:
		p.goTo(p.cursor + 1)
	case PageUp:
		p.goTo(p.cursor - 10)
	case PageDown:
		p.goTo(p.cursor + 10)
	case First:
		p.goTo(0)
	case Last:
		p.goTo(len(p.shown) - 1)
	case NextField, PrevField:
		return p.onward(c, in.Kind)
	case Cancel:
		return closing()
	case Accept:
		if len(p.shown) == 0 {
			return refuse(nothingFits)
		}
		return p.chosen(c, p.shown[p.cursor].value)
	default:
		return Outcome{}
	}
	return done()
}

func (p *pick) goTo(row int) {
	p.cursor, p.moved = max(0, min(row, len(p.shown)-1)), true
}

// onward is tab: in a table it takes the choice, if one was typed or gone to, and
// opens the next cell; elsewhere it does nothing.
func (p *pick) onward(c *ctx, k IntentKind) Outcome {
	if !p.cell {
		return done()
	}
	out := closing()
	switch {
	case len(p.shown) == 0:
		return refuse(nothingFits)
	case p.moved || p.input.Text() != "":
		out = p.chosen(c, p.shown[p.cursor].value)
	}
	out.Again(nextCell(k))
	return out
}

// nothingFits answers a search that finds nothing.
const nothingFits = "Nothing fits what you typed. Take some of it back, or press esc."

func (p *pick) narrow() {
	query := p.input.Text()
	p.shown, p.cursor = nil, 0
	for _, i := range find(query, len(p.all), func(i int) string { return p.all[i].word }) {
		p.shown = append(p.shown, p.all[i])
	}
}

func (p *pick) chosen(c *ctx, value string) Outcome {
	if p.choose != nil {
		return p.choose(c, value)
	}
	out := closing()
	switch p.kind {
	case pickField:
		out.Change(edit.SetField{Ref: p.ref, Key: p.key, Value: value})
	case pickColumn:
		out.Again(Intent{Kind: SendColumn, Text: value})
	case pickSort:
		out.Again(Intent{Kind: SortBy, Text: value})
	case pickSection:
		out.Again(Intent{Kind: PickSection, Text: value})
	case pickBoss:
		out.Change(edit.MoveSeat{Account: c.account, Seat: model.SeatID(p.on), To: model.SeatID(value)})
	case pickPack:
		if i, err := strconv.Atoi(value); err == nil && i < len(model.ShippedPacks()) {
			out.Change(edit.SetPack{Pack: model.ShippedPacks()[i]})
		}
	case pickGoal:
		out.Change(edit.SetField{Ref: edit.Ref{Account: c.account, Of: edit.OfInsight, ID: value}, Key: "insight.whose", Value: p.on})
		out.Say("theirs now: " + p.on)
	case pickMerge:
		out.Change(edit.MergePersons{Account: c.account, Keep: model.PersonID(p.on), Gone: model.PersonID(value)})
		out.Say("merged; u takes it back")
	case pickScreen:
		out.Again(Intent{Kind: PickScreen, Text: value})
	case pickRestore:
		r := edit.Restore{From: p.then.Portfolio, Moment: p.then.Name, Account: model.AccountID(p.on), Part: value}
		if value == "*" {
			r.Account, r.Part = "", ""
		}
		out.Change(r)
		out.Say("restored from " + p.then.Name + "; u takes it back")
	case pickMet:
		out.Change(edit.SetTie{Account: c.account, ID: model.TieID(c.session.NewID()), Ours: model.MemberID(value), Theirs: model.PersonID(p.on), Touch: true})
	}
	return out
}

func (p *pick) draw(_ *ctx, cv widget.Canvas, focus bool) {
	p.input.Draw(cv, 1, 0, cv.W()-2, theme.Accent)
	rows := cv.H() - 1
	top := max(0, p.cursor-rows+1)
	for i := top; i < len(p.shown) && i-top < rows; i++ {
		y := i - top + 1
		st := theme.Plain
		if i == p.cursor {
			cv.Mark(widget.Rect{X: 0, Y: y, W: cv.W(), H: 1}, theme.FocusMark)
			cv.Text(0, y, cv.Glyphs().Cursor, theme.Accent)
			st = theme.Strong
		}
		cv.TextIn(2, y, cv.W()-3, p.shown[i].word, st, widget.Left)
		markFound(cv, 2, y, cv.W()-3, p.shown[i].word, p.input.Text())
	}
}

// keep shows the whole list again with the cursor where it was.
func (p *pick) keep(value string) {
	p.narrow()
	for i := range p.shown {
		if p.shown[i].value == value {
			p.cursor = i
		}
	}
}
