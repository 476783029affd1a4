package kit

import (
	"slices"
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/theme"
	"accord/ui/widget"
)

// PromptKind is what a one-line question makes of the answer.
type PromptKind uint8

const (
	AskAccount PromptKind = iota
	AskCopy
	AskSeat
	AskSeatBelow
	AskPerson
	AskMember
	AskObjective
	AskAction
	AskSeatAbove
	AskInsight
	AskValue
	AskPoint
	AskRisk
	AskReview
	AskCell
	AskSnapshot
	AskPostpone
	AskReport
	AskRaters
	AskPark
	AskStep
	AskStepNote
	AskParticipant
	AskTitle
	AskFolder
	AskFaults
	AskDecision
)

var PromptWords = words.Table(func() map[PromptKind][2]string {
	return map[PromptKind][2]string{
		AskAccount:     {words.T("kit.new-account"), words.T("kit.customers-name")},
		AskCopy:        {words.T("kit.duplicate-account"), words.T("kit.name-copy")},
		AskSeat:        {words.T("kit.new-seat"), words.T("kit.title-or-title-name-cfo")},
		AskSeatBelow:   {words.T("kit.new-seat-below"), words.T("kit.title-or-title-name-plant")},
		AskSeatAbove:   {words.T("kit.new-seat-above"), words.T("kit.title-or-title-name-ceo")},
		AskPerson:      {words.T("kit.who-sits-here"), words.T("kit.persons-name")},
		AskMember:      {words.T("kit.one-ours"), words.T("kit.name-or-name-function-dana")},
		AskObjective:   {words.T("kit.new-objective"), words.T("kit.what-will-different")},
		AskAction:      {words.T("kit.new-action"), words.T("kit.who-does-what")},
		AskInsight:     {words.T("kit.how-they-see"), words.T("kit.goal-what-they-want-or")},
		AskValue:       {words.T("kit.new-value"), words.T("kit.what-they-gain-from-us")},
		AskPoint:       {words.T("kit.new-point"), words.T("kit.strength-weakness-opportunity-or-threat")},
		AskRisk:        {words.T("kit.new-risk"), words.T("kit.what-could-go-wrong")},
		AskReview:      {words.T("kit.new-review"), words.T("kit.what-meeting")},
		AskDecision:    {words.T("kit.new-decision"), words.T("kit.what-decided")},
		AskCell:        {words.T("kit.new-cell"), words.T("kit.unit-offering-lyon-plant-service")},
		AskRaters:      {words.T("kit.who-rates"), words.T("kit.al-bk-cm-or-al")},
		AskPark:        {words.T("kit.park-line"), words.T("kit.who-owns-tender-we-go")},
		AskStep:        {words.T("kit.step-agenda"), words.T("kit.what-done-minutes-their-people")},
		AskStepNote:    {words.T("kit.note-step"), words.T("kit.what-mind-takes-away")},
		AskParticipant: {words.T("kit.who-takes-part-2"), words.T("kit.al-sales-po-operations-theirs")},
		AskTitle:       {words.T("kit.workshop-called"), words.T("kit.its-title")},
		AskFolder:      {words.T("kit.write-everything-into"), words.T("kit.a-folder")},
		AskReport:      {words.T("kit.write-report"), words.T("kit.file-html-md-xlsx-csv")},
		AskFaults:      {words.T("kit.write-problems"), words.T("kit.file-csv")},
		AskPostpone:    {words.T("kit.move-to"), dayHelp()},
		AskSnapshot:    {words.T("kit.keep-snapshot"), words.T("kit.name-iteration-3-before-qbr")},
	}
})

// Prompt asks one line and adds one thing. After adding it asks for the next,
// where people usually add several; esc leaves and adds nothing, and a text not yet
// added is kept for the next time.
type Prompt struct {
	Kind  PromptKind
	On    string // the seat or person it is about
	Input *widget.Field
	added int
	Where string          // the screen a parked line is caught on
	About model.AccountID // and the account it is about
	Wrong string          // why the answer could not be used
	began string          // what stood there at first

	// A room that asks in its own way says how it understands what is typed.
	Preview func(*Context, *Prompt) string          // said below while it is typed
	Unclear func(*Context, *Prompt, string) string  // why it cannot be taken yet, "" when it can
	Makes   func(*Context, *Prompt, string) Outcome // what it becomes
}

func NewPrompt(k PromptKind, on, text string) *Prompt {
	return &Prompt{Kind: k, On: on, Input: widget.NewField(text), began: widget.NewField(text).Text()}
}

func (p *Prompt) Title(*Context) string        { return PromptWords()[p.Kind][0] }
func (p *Prompt) Scopes(*Context) []keys.Scope { return []keys.Scope{keys.ScopeText} }

func (p *Prompt) Place(_ *Context, screen widget.Rect) widget.Rect {
	w := 64
	if p.Kind == AskPark || p.Kind == AskParticipant { // what is understood stands below
		w = 84
	}
	r := screen.Center(min(w, screen.W), 4)
	r.H = min(screen.H-screen.H/3, r.H+len(p.wrongLines(r.W-2)))
	r.Y = screen.H / 3
	return r
}

func (p *Prompt) Handle(c *Context, in keys.Intent) Outcome {
	text := strings.TrimSpace(p.Input.Text())
	switch in.Kind {
	case keys.Typing:
		p.Input.Apply(in.Edit, in.Text)
		p.Wrong = ""
		p.KeepWords(c)
		return Done()
	case keys.Cancel:
		p.KeepWords(c)
		out := Close()
		if text != "" && text != p.began && p.Adds() {
			out.Say(words.T("kit.nothing-added-words-stay-next"))
		}
		return out
	case keys.Accept:
		if text == "" {
			return Close()
		}
		if p.Unclear != nil {
			if why := p.Unclear(c, p, text); why != "" {
				p.Wrong = why
				return Refuse(why)
			}
		}
		if k := p.asks(); k != keys.NoIntent {
			delete(c.drafts, p.draft(c))
			out := Close()
			out.Add(Asking{Intent: keys.Intent{Kind: k, Text: text}, For: p})
			return out
		}
		out := p.Add(c, text)
		if !p.several() {
			out.Close()
		}
		return out
	case keys.NextField, keys.PrevField, keys.Up, keys.Down, keys.PageUp, keys.PageDown:
		return Done()
	}
	return Outcome{}
}

// asks is the intent that the answer goes to, where the page below asked for it.
func (p *Prompt) asks() keys.IntentKind {
	switch p.Kind {
	case AskSnapshot:
		return keys.KeepSnapshot
	case AskPostpone:
		return keys.Postpone
	case AskReport, AskFolder, AskFaults:
		return keys.WriteReport
	case AskRaters:
		return keys.BeginBallot
	case AskStepNote:
		return keys.EditNote
	case AskTitle:
		return keys.RenameIt
	case AskStep, AskParticipant:
		if p.On == "edit" || p.Kind == AskStep && p.On == "" {
			return keys.EditHere
		}
		return keys.Add
	}
	return keys.NoIntent
}

// Adds reports whether the answer becomes something new.
func (p *Prompt) Adds() bool {
	return p.asks() == keys.NoIntent && p.Verb() == "adds" || p.asks() == keys.Add
}

// several reports whether people usually add more than one in a row.
func (p *Prompt) several() bool {
	switch p.Kind {
	case AskSeat,
		AskSeatBelow,
		AskMember,
		AskObjective,
		AskAction,
		AskInsight,
		AskValue,
		AskPoint,
		AskRisk,
		AskReview,
		AskCell,
		AskDecision:
		return true
	}
	return false
}

// Add proposes the change. The field is emptied only when the session would
// take it, so that a refused text can be mended.
func (p *Prompt) Add(c *Context, text string) Outcome {
	out := Change(p.change(c, text))
	if p.Makes != nil {
		out = p.Makes(c, p, text)
	}
	if _, err := c.Session.Try(edit.Together(out.Changes())); err != nil {
		p.Wrong = Sentence(err)
		return Refuse(p.Wrong)
	}
	delete(c.drafts, p.draft(c))
	if p.several() {
		p.Input.SetText("")
		p.added++
	}
	return out
}

func (p *Prompt) change(c *Context, text string) edit.Change {
	id := c.Session.NewID()
	switch p.Kind {
	case AskCopy:
		return edit.CopyAccount{ID: model.AccountID(id), From: c.Account, Name: text}
	case AskSeat, AskSeatBelow:
		title, name := splitColon(text)
		return edit.AddSeat{
			Account:   c.Account,
			ID:        model.SeatID(id),
			Title:     title,
			Name:      name,
			ReportsTo: model.SeatID(p.On),
			Person:    model.PersonID(c.Session.NewID()),
		}
	case AskSeatAbove:
		return seatAbove(c, p.On, id, text)
	case AskPerson:
		return edit.SeatPerson{Account: c.Account, Seat: model.SeatID(p.On), Person: model.PersonID(id), Name: text}
	case AskMember:
		name, function := splitColon(text)
		return edit.AddMember{ID: model.MemberID(id), Name: name, Function: edit.GuessFunction(function)}
	case AskObjective:
		return edit.AddObjective{Account: c.Account, ID: model.ObjectiveID(id), Text: text}
	case AskAction:
		return edit.AddAction{Account: c.Account, ID: model.ActionID(id), Text: text, Objective: model.ObjectiveID(p.On)}
	case AskInsight:
		return addItem(c, edit.OfInsight, id, "insight.kind", text)
	case AskValue:
		return addItem(c, edit.OfValue, id, "value.direction", text)
	case AskPoint:
		return addItem(c, edit.OfPoint, id, "point.kind", text)
	case AskRisk:
		return edit.AddItem{Account: c.Account, Of: edit.OfRisk, ID: id, Text: text}
	case AskReview:
		return edit.AddItem{Account: c.Account, Of: edit.OfReview, ID: id, Text: text}
	case AskDecision:
		return edit.AddItem{Account: c.Account, Of: edit.OfDecision, ID: id, Text: text}
	case AskCell:
		unit, offering := splitColon(text)
		return edit.AddCell{Account: c.Account, ID: model.CellID(id), Unit: unit, Offering: offering}
	}
	return edit.AddAccount{ID: model.AccountID(id), Name: text}
}

// seatAbove puts a new seat between one and its superior, as one change.
func seatAbove(c *Context, below, id, text string) edit.Change {
	title, name := splitColon(text)
	boss := model.SeatID("")
	if a := c.Current(); a != nil && a.Seat(model.SeatID(below)) != nil {
		boss = a.Seat(model.SeatID(below)).ReportsTo
	}
	return edit.Together{
		edit.AddSeat{
			Account:   c.Account,
			ID:        model.SeatID(id),
			Title:     title,
			Name:      name,
			ReportsTo: boss,
			Person:    model.PersonID(c.Session.NewID()),
		},
		edit.MoveSeat{Account: c.Account, Seat: model.SeatID(below), To: model.SeatID(id)},
	}
}

// addItem adds to one of the plan's lists; a word before a colon that is one of
// the kind's choices is its kind.
func addItem(c *Context, of edit.EntityKind, id, key, text string) edit.Change {
	word, rest := splitColon(text)
	f, err := edit.FieldByKey(c.Portfolio().Programme(), key)
	if err == nil && rest != "" && slices.Contains(f.Choices, strings.ToLower(word)) {
		return edit.Together{edit.AddItem{Account: c.Account, Of: of, ID: id, Text: rest},
			edit.SetField{Ref: edit.Ref{Account: c.Account, Of: of, ID: id}, Key: key, Value: strings.ToLower(word)}}
	}
	return edit.AddItem{Account: c.Account, Of: of, ID: id, Text: text}
}

func splitColon(s string) (before, after string) {
	before, after, _ = strings.Cut(s, ":")
	return strings.TrimSpace(before), strings.TrimSpace(after)
}

func (p *Prompt) Draw(c *Context, cv widget.Canvas, _ bool) {
	if p.Input.Text() == "" {
		cv.TextIn(1, 0, cv.W()-2, PromptWords()[p.Kind][1], theme.Ghost, widget.Left)
		cv.ShowCursor(1, 0)
	} else {
		p.Input.Draw(cv, 1, 0, cv.W()-2, theme.Plain)
	}
	hint := words.T("kit.enter-esc-back", p.Verb())
	if p.Preview != nil {
		hint = p.Preview(c, p)
	}
	if p.several() {
		hint = words.T("kit.enter-adds-asks-next-esc")
		if p.added > 0 {
			hint = words.T("kit.added", p.added) + " · " + hint
		}
	}
	cv.TextIn(1, 1, cv.W()-2, hint, theme.Quiet, widget.Left)
	for i, l := range p.wrongLines(cv.W()) {
		cv.TextAuto(1, 2+i, cv.W()-2, l, theme.Bad, widget.Left)
	}
}

// wrongLines is what was wrong, for a width.
func (p *Prompt) wrongLines(w int) []string {
	if p.Wrong == "" {
		return nil
	}
	return widget.Wrap(p.Wrong, max(1, w-2))
}

// Verb is what enter does with the answer.
func (p *Prompt) Verb() string {
	switch p.Kind {
	case AskReport, AskFolder, AskFaults:
		return words.T("kit.writes")
	case AskSnapshot:
		return words.T("kit.keeps-it")
	case AskPostpone:
		return words.T("kit.moves-it")
	case AskPerson:
		return words.T("kit.seats-them")
	case AskCopy:
		return words.T("kit.duplicates")
	case AskTitle:
		return words.T("kit.renames-it")
	case AskRaters:
		return words.T("kit.takes-them")
	case AskPark:
		if p.On == "" {
			return words.T("kit.parks-it")
		}
		return words.T("kit.changes-it")
	case AskStep, AskParticipant, AskStepNote:
		if p.asks() != keys.Add {
			return words.T("kit.changes-it")
		}
	}
	return words.T("kit.adds")
}
