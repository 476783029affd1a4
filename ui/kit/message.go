package kit

import (
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/theme"
	"accord/ui/widget"
)

// Message is a text too long for the status line. Any key closes it; the moving
// keys scroll. Enter, esc and space do no more than that; any other key then does what
// it means on the screen below, as if the text had not been there.
type Message struct {
	head, body string
	page       Body
	Keeps      bool // no key does more than close it: the next one would leave the program
}

func NewMessage(title, text string) *Message { return &Message{head: title, body: text} }

func (m *Message) Title(*Context) string        { return m.head }
func (m *Message) Scopes(*Context) []keys.Scope { return []keys.Scope{keys.ScopeText} }

func (m *Message) Place(_ *Context, screen widget.Rect) widget.Rect {
	w := min(72, screen.W)
	m.lay(w - 2)
	return screen.Center(w, len(m.page.Lines)+4)
}

func (m *Message) lay(w int) {
	m.page.Begin(w)
	m.page.Text(1, m.body, theme.Plain)
}

func (m *Message) Handle(_ *Context, in keys.Intent) Outcome {
	switch in.Kind {
	case keys.Quit:
		return Outcome{}
	case keys.Up, keys.Down, keys.PageUp, keys.PageDown:
		m.page.Scroll(in.Kind)
		return Done()
	}
	return Close()
}

// Passes reports a key that the screen below is meant by.
func (m *Message) Passes(in keys.Intent) bool {
	switch in.Kind {
	case keys.Accept, keys.Cancel, keys.Quit, keys.Up, keys.Down, keys.PageUp, keys.PageDown:
		return false
	case keys.Typing:
		return !m.Keeps && in.Edit == widget.Insert && in.Text != " "
	}
	return !m.Keeps
}

func (m *Message) Draw(_ *Context, cv widget.Canvas, _ bool) {
	body := Hint(cv, words.T("kit.any-key-closes"))
	m.lay(cv.W())
	m.page.Draw(body)
}
