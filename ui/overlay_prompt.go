package ui

import (
	"slices"
	"strconv"
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// promptKind is what a one-line question makes of the answer.
type promptKind uint8

const (
	askAccount promptKind = iota
	askCopy
	askSeat
	askSeatBelow
	askPerson
	askMember
	askObjective
	askAction
	askSeatAbove
	askInsight
	askValue
	askPoint
	askRisk
	askReview
	askCell
	askSnapshot
	askPostpone
	askReport
	askRaters
	askPark
	askStep
	askStepNote
	askParticipant
	askTitle
	askFolder
	askFaults
	askDecision
)

var promptWords = map[promptKind][2]string{
	askAccount:     {"New account", "the customer's name"},
	askCopy:        {"Duplicate account", "the name of the copy"},
	askSeat:        {"New seat", "title, or title: name (CFO: Anna Levi)"},
	askSeatBelow:   {"New seat below", "title, or title: name (Plant manager: M. Roth)"},
	askSeatAbove:   {"New seat above", "title, or title: name (CEO: Anna Levi)"},
	askPerson:      {"Who sits here?", "the person's name"},
	askMember:      {"One of ours", "name, or name: function (Dana: sales)"},
	askObjective:   {"New objective", "what will be different"},
	askAction:      {"New action", "who does what"},
	askInsight:     {"How they see it", "goal: what they want, or pressure:, initiative:, kpi: …"},
	askValue:       {"New value", "what they gain from us; received: what we gain from them"},
	askPoint:       {"New point", "strength: …, weakness: …, opportunity: … or threat: …"},
	askRisk:        {"New risk", "what could go wrong"},
	askReview:      {"New review", "what the meeting is for"},
	askDecision:    {"New decision", "what was decided"},
	askCell:        {"New cell", "unit: offering (Lyon plant: service contract)"},
	askRaters:      {"Who rates?", "AL, BK, CM; or AL, BK: position"},
	askPark:        {"Park a line", "? who owns the tender · ! we go with plan B · AL calls the CFO by 12 Dec"},
	askStep:        {"Step of the agenda", "what is done, minutes (Their people and ours, 20)"},
	askStepNote:    {"Note for the step", "what to mind; - takes it away"},
	askParticipant: {"Who takes part?", "AL sales · PO operations theirs Meridian Foods · Anna Levi, sales"},
	askTitle:       {"The workshop is called", "its title"},
	askFolder:      {"Write everything into", "a folder"},
	askReport:      {"Write the report to", "a file: .html, .md, .xlsx, .csv, .ics or .json"},
	askFaults:      {"Write the problems to", "a file: .csv"},
	askPostpone:    {"Move to", dayHelp},
	askSnapshot:    {"Keep a snapshot", "its name (iteration 3, before the QBR)"},
}

// prompt asks one line and adds one thing. After adding it asks for the next,
// where people usually add several; esc leaves and adds nothing, and a text not yet
// added is kept for the next time.
type prompt struct {
	kind  promptKind
	on    string // the seat or person it is about
	input *widget.Field
	added int
	where string          // the screen a parked line is caught on
	about model.AccountID // and the account it is about
	wrong string          // why the answer could not be used
	began string          // what stood there at first

	// A room that asks in its own way says how it understands what is typed.
	preview func(*ctx, *prompt) string          // said below while it is typed
	unclear func(*ctx, *prompt, string) string  // why it cannot be taken yet, "" when it can
	makes   func(*ctx, *prompt, string) Outcome // what it becomes
}

func newPrompt(k promptKind, on, text string) *prompt {
	return &prompt{kind: k, on: on, input: widget.NewField(text), began: widget.NewField(text).Text()}
}

func (p *prompt) title(*ctx) string   { return promptWords[p.kind][0] }
func (p *prompt) scopes(*ctx) []scope { return []scope{scopeText} }

func (p *prompt) place(_ *ctx, screen widget.Rect) widget.Rect {
	w := 64
	if p.kind == askPark || p.kind == askParticipant { // what is understood stands below
		w = 84
	}
	r := screen.Center(min(w, screen.W), 4)
	r.H = min(screen.H-screen.H/3, r.H+len(p.wrongLines(r.W-2)))
	r.Y = screen.H / 3
	return r
}

func (p *prompt) handle(c *ctx, in Intent) Outcome {
	text := strings.TrimSpace(p.input.Text())
	switch in.Kind {
	case Typing:
		p.input.Apply(in.Edit, in.Text)
		p.wrong = ""
		p.keepWords(c)
		return done()
	case Cancel:
		p.keepWords(c)
		out := closing()
		if text != "" && text != p.began && p.adds() {
			out.Say("nothing was added; the words stay for the next time")
		}
		return out
	case Accept:
		if text == "" {
			return closing()
		}
		if p.unclear != nil {
			if why := p.unclear(c, p, text); why != "" {
				p.wrong = why
				return refuse(why)
			}
		}
		if k := p.asks(); k != NoIntent {
			delete(c.drafts, p.draft(c))
			out := closing()
			out.add(Asking{Intent: Intent{Kind: k, Text: text}, For: p})
			return out
		}
		out := p.add(c, text)
		if !p.several() {
			out.Close()
		}
		return out
	case NextField, PrevField, Up, Down, PageUp, PageDown:
		return done()
	}
	return Outcome{}
}

// asks is the intent that the answer goes to, where the page below asked for it.
func (p *prompt) asks() IntentKind {
	switch p.kind {
	case askSnapshot:
		return KeepSnapshot
	case askPostpone:
		return Postpone
	case askReport, askFolder, askFaults:
		return WriteReport
	case askRaters:
		return BeginBallot
	case askStepNote:
		return EditNote
	case askTitle:
		return RenameIt
	case askStep, askParticipant:
		if p.on == "edit" || p.kind == askStep && p.on == "" {
			return EditHere
		}
		return Add
	}
	return NoIntent
}

// adds reports whether the answer becomes something new.
func (p *prompt) adds() bool { return p.asks() == NoIntent && p.verb() == "adds" || p.asks() == Add }

// several reports whether people usually add more than one in a row.
func (p *prompt) several() bool {
	switch p.kind {
	case askSeat, askSeatBelow, askMember, askObjective, askAction, askInsight, askValue, askPoint, askRisk, askReview, askCell, askDecision:
		return true
	}
	return false
}

// add proposes the change. The field is emptied only when the session would
// take it, so that a refused text can be mended.
func (p *prompt) add(c *ctx, text string) Outcome {
	out := change(p.change(c, text))
	if p.makes != nil {
		out = p.makes(c, p, text)
	}
	if _, err := c.session.Try(edit.Together(out.changes())); err != nil {
		p.wrong = sentence(err)
		return refuse(p.wrong)
	}
	delete(c.drafts, p.draft(c))
	if p.several() {
		p.input.SetText("")
		p.added++
	}
	return out
}

func (p *prompt) change(c *ctx, text string) edit.Change {
	id := c.session.NewID()
	switch p.kind {
	case askCopy:
		return edit.CopyAccount{ID: model.AccountID(id), From: c.account, Name: text}
	case askSeat, askSeatBelow:
		title, name := splitColon(text)
		return edit.AddSeat{Account: c.account, ID: model.SeatID(id), Title: title, Name: name, ReportsTo: model.SeatID(p.on), Person: model.PersonID(c.session.NewID())}
	case askSeatAbove:
		return seatAbove(c, p.on, id, text)
	case askPerson:
		return edit.SeatPerson{Account: c.account, Seat: model.SeatID(p.on), Person: model.PersonID(id), Name: text}
	case askMember:
		name, function := splitColon(text)
		return edit.AddMember{ID: model.MemberID(id), Name: name, Function: edit.GuessFunction(function)}
	case askObjective:
		return edit.AddObjective{Account: c.account, ID: model.ObjectiveID(id), Text: text}
	case askAction:
		return edit.AddAction{Account: c.account, ID: model.ActionID(id), Text: text, Objective: model.ObjectiveID(p.on)}
	case askInsight:
		return addItem(c, edit.OfInsight, id, "insight.kind", text)
	case askValue:
		return addItem(c, edit.OfValue, id, "value.direction", text)
	case askPoint:
		return addItem(c, edit.OfPoint, id, "point.kind", text)
	case askRisk:
		return edit.AddItem{Account: c.account, Of: edit.OfRisk, ID: id, Text: text}
	case askReview:
		return edit.AddItem{Account: c.account, Of: edit.OfReview, ID: id, Text: text}
	case askDecision:
		return edit.AddItem{Account: c.account, Of: edit.OfDecision, ID: id, Text: text}
	case askCell:
		unit, offering := splitColon(text)
		return edit.AddCell{Account: c.account, ID: model.CellID(id), Unit: unit, Offering: offering}
	}
	return edit.AddAccount{ID: model.AccountID(id), Name: text}
}

// seatAbove puts a new seat between one and its superior, as one change.
func seatAbove(c *ctx, below, id, text string) edit.Change {
	title, name := splitColon(text)
	boss := model.SeatID("")
	if a := c.current(); a != nil && a.Seat(model.SeatID(below)) != nil {
		boss = a.Seat(model.SeatID(below)).ReportsTo
	}
	return edit.Together{
		edit.AddSeat{Account: c.account, ID: model.SeatID(id), Title: title, Name: name, ReportsTo: boss, Person: model.PersonID(c.session.NewID())},
		edit.MoveSeat{Account: c.account, Seat: model.SeatID(below), To: model.SeatID(id)}}
}

// addItem adds to one of the plan's lists; a word before a colon that is one of
// the kind's choices is its kind.
func addItem(c *ctx, of edit.EntityKind, id, key, text string) edit.Change {
	word, rest := splitColon(text)
	f, err := edit.FieldByKey(c.portfolio().Programme(), key)
	if err == nil && rest != "" && slices.Contains(f.Choices, strings.ToLower(word)) {
		return edit.Together{edit.AddItem{Account: c.account, Of: of, ID: id, Text: rest},
			edit.SetField{Ref: edit.Ref{Account: c.account, Of: of, ID: id}, Key: key, Value: strings.ToLower(word)}}
	}
	return edit.AddItem{Account: c.account, Of: of, ID: id, Text: text}
}

func splitColon(s string) (before, after string) {
	before, after, _ = strings.Cut(s, ":")
	return strings.TrimSpace(before), strings.TrimSpace(after)
}

func (p *prompt) draw(c *ctx, cv widget.Canvas, _ bool) {
	if p.input.Text() == "" {
		cv.TextIn(1, 0, cv.W()-2, promptWords[p.kind][1], theme.Ghost, widget.Left)
		cv.ShowCursor(1, 0)
	} else {
		p.input.Draw(cv, 1, 0, cv.W()-2, theme.Plain)
	}
	hint := "enter " + p.verb() + " · esc back"
	if p.preview != nil {
		hint = p.preview(c, p)
	}
	if p.several() {
		hint = "enter adds and asks for the next · esc back, adds nothing"
		if p.added > 0 {
			hint = strconv.Itoa(p.added) + " added · " + hint
		}
	}
	cv.TextIn(1, 1, cv.W()-2, hint, theme.Quiet, widget.Left)
	for i, l := range p.wrongLines(cv.W()) {
		cv.TextAuto(1, 2+i, cv.W()-2, l, theme.Bad, widget.Left)
	}
}

// wrongLines is what was wrong, for a width.
func (p *prompt) wrongLines(w int) []string {
	if p.wrong == "" {
		return nil
	}
	return widget.Wrap(p.wrong, max(1, w-2))
}

// verb is what enter does with the answer.
func (p *prompt) verb() string {
	switch p.kind {
	case askReport, askFolder, askFaults:
		return "writes"
	case askSnapshot:
		return "keeps it"
	case askPostpone:
		return "moves it"
	case askPerson:
		return "seats them"
	case askCopy:
		return "duplicates"
	case askTitle:
		return "renames it"
	case askRaters:
		return "takes them"
	case askPark:
		if p.on == "" {
			return "parks it"
		}
		return "changes it"
	case askStep, askParticipant, askStepNote:
		if p.asks() != Add {
			return "changes it"
		}
	}
	return "adds"
}
