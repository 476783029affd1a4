package kit

import (
	"strings"
)

func (p *Prompt) draft(c *Context) draftOf {
	d := draftOf{kind: p.Kind, account: c.Account, on: p.On, began: p.began, hidden: c.Session.Hidden(), room: c.Modest()}
	if p.several() {
		d.on = "" // wherever the next one is added
	}
	if p.Kind == AskAccount || p.Kind == AskPark || p.Kind == AskMember {
		d.account = ""
	}
	return d
}

// KeepWords remembers the words of a question that is not answered yet.
func (p *Prompt) KeepWords(c *Context) {
	if c.drafts == nil {
		c.drafts = map[draftOf]string{}
	}
	if text := p.Input.Text(); text != p.began && strings.TrimSpace(text) != "" {
		c.drafts[p.draft(c)] = text
		return
	}
	delete(c.drafts, p.draft(c))
}

// Recall puts the words back that the same question was left with.
func (p *Prompt) Recall(c *Context) {
	if text, kept := c.drafts[p.draft(c)]; kept && p.Input.Text() == p.began {
		p.Input.SetText(text)
	}
}

// Speaks reports whether what is typed here is no fact about an account: a day, the
// name of a file, the initials of who rates.
func (p *Prompt) Speaks() bool {
	switch p.Kind {
	case AskSnapshot, AskPostpone, AskReport, AskRaters, AskFolder:
		return true
	case AskPark: // a new line; what one that is hidden says cannot be changed
		return p.On == ""
	}
	return false
}
