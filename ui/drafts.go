package ui

import (
	"strings"

	"accord/model"
)

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

// speaks reports whether what is typed here is no fact about an account: a day, the
// name of a file, the initials of who rates.
func (p *prompt) speaks() bool {
	switch p.kind {
	case askSnapshot, askPostpone, askReport, askRaters, askFolder:
		return true
	case askPark: // a new line; what one that is hidden says cannot be changed
		return p.on == ""
	}
	return false
}
