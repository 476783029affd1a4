package ui

import (
	"accord/ui/theme"
	"accord/ui/widget"
)

// message is a text too long for the status line. Any key closes it; the moving
// keys scroll. Enter, esc and space do no more than that; any other key then does what
// it means on the screen below, as if the text had not been there.
type message struct {
	head, body string
	page       page
	keeps      bool // no key does more than close it: the next one would leave the program
}

func newMessage(title, text string) *message { return &message{head: title, body: text} }

func (m *message) title(*ctx) string   { return m.head }
func (m *message) scopes(*ctx) []scope { return []scope{scopeText} }

func (m *message) place(_ *ctx, screen widget.Rect) widget.Rect {
	w := min(72, screen.W)
	m.lay(w - 2)
	return screen.Center(w, len(m.page.lines)+4)
}

func (m *message) lay(w int) {
	m.page.begin(w)
	m.page.text(1, m.body, theme.Plain)
}

func (m *message) handle(_ *ctx, in Intent) Outcome {
	switch in.Kind {
	case Quit:
		return Outcome{}
	case Up, Down, PageUp, PageDown:
		m.page.scroll(in.Kind)
		return done()
	}
	return closing()
}

// passes reports a key that the screen below is meant by.
func (m *message) passes(in Intent) bool {
	switch in.Kind {
	case Accept, Cancel, Quit, Up, Down, PageUp, PageDown:
		return false
	case Typing:
		return !m.keeps && in.Edit == widget.Insert && in.Text != " "
	}
	return !m.keeps
}

func (m *message) draw(_ *ctx, cv widget.Canvas, _ bool) {
	body := hint(cv, "any key closes")
	m.lay(cv.W())
	m.page.draw(body)
}
