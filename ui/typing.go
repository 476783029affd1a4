package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"accord/model"
	"accord/ui/theme"
	"accord/ui/widget"
)

// While somebody types nothing closes by itself and nothing comes between: what the
// background has to show waits until they leave the field. Else the second half of a
// sentence would run as keys of whatever stands there now.

// typing reports whether somebody writes a text now. Pages that any key closes, and
// the page that covers the screen, are no text of theirs.
func (a *App) typing() bool {
	if a.c.screens.of(a.top()).keys {
		return false
	}
	return takesText(a.scopes())
}

// Answers that may come while a text is typed.

func (importProgressMsg) quiet() {}
func (minuteMsg) quiet()         {}
func (idleMsg) quiet()           {}
func (movesMsg) quiet()          {}
func (unlockedMsg) quiet()       {}
func (begunMsg) quiet()          {}
func (editorDoneMsg) quiet()     {}

// catchUp takes in what had to wait while somebody typed.
func (a *App) catchUp(cmd tea.Cmd) tea.Cmd {
	for len(a.later) > 0 && !a.typing() && a.cover() == nil {
		next := a.later[0]
		a.later = a.later[1:]
		cmd = tea.Batch(cmd, next())
	}
	return cmd
}

// outside runs what a message from beside the screen brings. What it wants to open,
// close or go to waits while somebody types.
func (a *App) outside(do func() tea.Cmd) tea.Cmd {
	a.fromOutside = true
	defer func() { a.fromOutside = false }()
	return do()
}

// disturbs reports an outcome that would take the field away from who types in it.
func (o *Outcome) disturbs() bool {
	for _, e := range o.Effects {
		switch e.(type) {
		case Opening, Closing, Focusing, Showing, Revealing, Asking, Visiting, Turning, quitting, suspending:
			return true
		}
	}
	return false
}

// draftOf names what was being written: the question, what it is about, and what
// stood there at first. While names are hidden it is another one.
type draftOf struct {
	kind    promptKind
	account model.AccountID
	on      string
	began   string
	hidden  bool
	room    bool // before a room: what was typed when it was not there is not shown to it
}

func (p *prompt) draft(c *ctx) draftOf {
	d := draftOf{kind: p.kind, account: c.account, on: p.on, began: p.began, hidden: c.session.hidden(), room: c.modest()}
	if p.several() {
		d.on = "" // wherever the next one is added
	}
	if p.kind == askAccount || p.kind == askPark || p.kind == askMember {
		d.account = ""
	}
	return d
}

// keepWords remembers the words of a question that is not answered yet.
func (p *prompt) keepWords(c *ctx) {
	if c.drafts == nil {
		c.drafts = map[draftOf]string{}
	}
	if text := p.input.Text(); text != p.began && strings.TrimSpace(text) != "" {
		c.drafts[p.draft(c)] = text
		return
	}
	delete(c.drafts, p.draft(c))
}

// recall puts the words back that the same question was left with.
func (p *prompt) recall(c *ctx) {
	if text, kept := c.drafts[p.draft(c)]; kept && p.input.Text() == p.began {
		p.input.SetText(text)
	}
}

// closedField stands where a field would be that cannot be opened now. Whoever meant
// to type does so into it and nothing happens; as a sentence in the status line alone
// the refusal left them typing commands.
type closedField struct {
	why  string
	page page
}

// refuseText refuses to open a field.
func refuseText(why string) Outcome {
	out := refuse(why)
	out.Open(&closedField{why: why})
	return out
}

// beginsText reports the intents after which people type.
func beginsText(k IntentKind) bool {
	switch k {
	case EditNote, EditHere, Add, AddBelow:
		return true
	}
	return false
}

// refusing refuses an intent: with a closed field where somebody was about to type.
func refusing(k IntentKind, why string) Outcome {
	if beginsText(k) {
		return refuseText(why)
	}
	return refuse(why)
}

// writes reports an overlay in which people type sentences.
func writes(o overlay) bool {
	switch o.(type) {
	case *prompt, *prose:
		return true
	}
	return false
}

func (f *closedField) anew()               {}
func (f *closedField) title(*ctx) string   { return "Not now" }
func (f *closedField) scopes(*ctx) []scope { return []scope{scopeText} }

func (f *closedField) place(_ *ctx, screen widget.Rect) widget.Rect {
	w := min(64, screen.W)
	f.lay(w - 2)
	return screen.Center(w, min(screen.H, len(f.page.lines)+4))
}

func (f *closedField) lay(w int) {
	f.page.begin(w)
	f.page.text(1, f.why, theme.Plain)
}

// handle lets nothing through but what leaves it.
func (f *closedField) handle(_ *ctx, in Intent) Outcome {
	switch in.Kind {
	case Quit:
		return Outcome{}
	case Cancel, Accept:
		return closing()
	}
	return done()
}

func (f *closedField) draw(_ *ctx, cv widget.Canvas, _ bool) {
	body := hint(cv, "nothing is typed here · esc back")
	f.lay(cv.W())
	f.page.draw(body)
}
