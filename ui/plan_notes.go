package ui

import (
	"strings"

	"accord/model"
	"accord/ui/theme"
	"accord/ui/widget"
)

// notePart reads the account's notes; writing them opens the prose editor.
type notePart struct {
	top    int
	height int
	made   struct { // what lines were wrapped from
		text string
		w    int
	}
	lines []string
}

func (n *notePart) opened(*ctx) { n.top = 0 }

func (n *notePart) reveal(_ *ctx, field string) bool { return field == "notes" }

func (n *notePart) scopes(*ctx) []scope { return []scope{scopePlan, scopeMove} }

func (n *notePart) handle(c *ctx, in Intent) Outcome {
	if to, ok := moveTo(in.Kind, n.top, max(1, len(n.lines)-n.height+1), n.height); ok {
		n.top = to
		return done()
	}
	a := c.current()
	switch in.Kind {
	case EditHere, EditNote, Details:
		_, over := editKind(c, model.AccountRef(a.ID), "notes")
		return open(over)
	case ExternalEditor:
		return Outcome{Done: true, Editor: &externalEdit{ref: model.AccountRef(a.ID), key: "notes", text: a.Notes}}
	case Copy:
		if a.Notes == "" {
			return refuse("There are no notes to copy.")
		}
		return Outcome{Done: true, Copy: a.Notes}
	case Explain:
		return refuse("Notes have no number to explain.")
	}
	return Outcome{}
}

func (n *notePart) draw(c *ctx, cv widget.Canvas, focus bool) {
	a := c.current()
	in := cv.Sub(widget.Rect{X: 1, Y: 1, W: cv.W() - 2, H: cv.H() - 1})
	if strings.TrimSpace(a.Notes) == "" {
		drawLines(in, []footLine{{text: "No notes yet. Press enter to write; ctrl+e writes in your own editor.", style: theme.Ghost}})
		return
	}
	if n.made.text != a.Notes || n.made.w != in.W() {
		n.made.text, n.made.w = a.Notes, in.W()
		n.lines = widget.Wrap(a.Notes, max(1, in.W()))
	}
	n.height = in.H()
	top := max(0, min(n.top, len(n.lines)-n.height))
	for y := 0; y < in.H() && top+y < len(n.lines); y++ {
		in.TextAuto(0, y, in.W(), n.lines[top+y], theme.Plain, widget.Left)
	}
	if top+n.height < len(n.lines) {
		cv.TextIn(cv.W()-2, cv.H()-1, 1, cv.Glyphs().SortDown, theme.Quiet, widget.Left)
	}
	if top > 0 {
		cv.TextIn(cv.W()-2, 0, 1, cv.Glyphs().SortUp, theme.Quiet, widget.Left)
	}
}
