package kit

import (
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/theme"
	"accord/ui/widget"
)

// ClosedField stands where a field would be that cannot be opened now. Whoever meant
// to type does so into it and nothing happens; as a sentence in the status line alone
// the refusal left them typing commands.
type ClosedField struct {
	Why  string
	page Body
}

// RefuseText refuses to open a field.
func RefuseText(why string) Outcome {
	out := Refuse(why)
	out.Open(&ClosedField{Why: why})
	return out
}

// beginsText reports the intents after which people type.
func beginsText(k keys.IntentKind) bool {
	switch k {
	case keys.EditNote, keys.EditHere, keys.Add, keys.AddBelow:
		return true
	}
	return false
}

// Refusing refuses an intent: with a closed field where somebody was about to type.
func Refusing(k keys.IntentKind, why string) Outcome {
	if beginsText(k) {
		return RefuseText(why)
	}
	return Refuse(why)
}

// Writes reports an overlay in which people type sentences.
func Writes(o Page) bool {
	switch o.(type) {
	case *Prompt, *Prose:
		return true
	}
	return false
}

func (f *ClosedField) Anew() {}

func (f *ClosedField) Title(*Context) string { return words.T("kit.not-now") }

func (f *ClosedField) Scopes(*Context) []keys.Scope { return []keys.Scope{keys.ScopeText} }

func (f *ClosedField) Place(_ *Context, screen widget.Rect) widget.Rect {
	w := min(64, screen.W)
	f.lay(w - 2)
	return screen.Center(w, min(screen.H, len(f.page.Lines)+4))
}

func (f *ClosedField) lay(w int) {
	f.page.Begin(w)
	f.page.Text(1, f.Why, theme.Plain)
}

// Handle lets nothing through but what leaves it.
func (f *ClosedField) Handle(_ *Context, in keys.Intent) Outcome {
	switch in.Kind {
	case keys.Quit:
		return Outcome{}
	case keys.Cancel, keys.Accept:
		return Close()
	}
	return Done()
}

func (f *ClosedField) Draw(_ *Context, cv widget.Canvas, _ bool) {
	body := Hint(cv, words.T("kit.nothing-typed-here-esc-back"))
	f.lay(cv.W())
	f.page.Draw(body)
}
