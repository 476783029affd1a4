package ui

import (
	"accord/ui/theme"
	"accord/ui/widget"
)

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

func (f *closedField) Anew() {}

func (f *closedField) title(*ctx) string { return "Not now" }

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
