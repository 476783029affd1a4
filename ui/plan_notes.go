package ui

import (
	"strings"

	"accord/model/edit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// notePart reads a text of the account, such as its notes; writing it opens the
// prose editor.
type notePart struct {
	key    string // the field
	empty  string // what to write, while nothing is
	link   string // a field that belongs beside the text; o chooses it
	foot   string // what to ask of the text
	top    int
	height int
	made   struct { // what lines were wrapped from
		text string
		w    int
	}
	lines []string
}

func (n *notePart) opened(*ctx) { n.top = 0 }

func (n *notePart) reveal(_ *ctx, field string) bool { return field == n.key }

// text is what is written so far.
func (n *notePart) text(c *ctx) string {
	f, err := edit.FieldByKey(c.portfolio().Programme(), n.key)
	if err != nil || c.current() == nil {
		return ""
	}
	return edit.Get(c.portfolio(), edit.AccountRef(c.account), f)
}

func (n *notePart) scopes(*ctx) []scope { return []scope{scopePlan, scopeMove} }

func (n *notePart) handle(c *ctx, in Intent) Outcome {
	if to, ok := moveTo(in.Kind, n.top, max(1, len(n.lines)-n.height+1), n.height); ok {
		n.top = to
		return done()
	}
	a := c.current()
	switch in.Kind {
	case Details:
		if f, err := edit.FieldByKey(c.portfolio().Programme(), n.link); err == nil {
			return open(newPickField(c, edit.AccountRef(a.ID), f))
		}
		fallthrough
	case EditHere, EditNote:
		f, err := edit.FieldByKey(c.portfolio().Programme(), n.key)
		if err != nil {
			return refuse(sentence(err))
		}
		return open(newProse(c, edit.AccountRef(a.ID), f))
	case ExternalEditor:
		return doing(&externalEdit{ref: edit.AccountRef(a.ID), key: n.key, text: n.text(c)})
	case Copy:
		if n.text(c) == "" {
			return refuse("There is nothing to copy here.")
		}
		return doing(Copying{n.text(c)})
	case Explain:
		return open(newExplain(c.account, "quality"))
	}
	return Outcome{}
}

// drawFoot tells what belongs beside the text, and gives what room is left.
func (n *notePart) drawFoot(c *ctx, cv widget.Canvas) widget.Canvas {
	f, err := edit.FieldByKey(c.portfolio().Programme(), n.link)
	if err != nil || !c.mayRead(edit.AccountRef(c.account), f) {
		return cv
	}
	value := edit.Get(c.portfolio(), edit.AccountRef(c.account), f)
	lines := []footLine{{lead: f.Label + ": ", text: value + "  (o chooses)", style: theme.Plain}, {text: n.foot, style: theme.Quiet}}
	if value == "" {
		lines[0] = footLine{lead: f.Label + ": ", text: c.glyphs.Unknown + "  (o chooses)", style: theme.Warn}
	}
	h := min(footHeight(lines, cv.W()), max(0, cv.H()-2))
	foot, rest := cv.Rect().SplitBottom(h)
	drawLines(cv.Sub(foot), lines)
	return cv.Sub(rest)
}

func (n *notePart) draw(c *ctx, cv widget.Canvas, focus bool) {
	text := n.text(c)
	in := n.drawFoot(c, cv.Sub(widget.Rect{X: 1, Y: 1, W: cv.W() - 2, H: cv.H() - 1}))
	if strings.TrimSpace(text) == "" {
		drawLines(in, []footLine{{text: n.empty, style: theme.Ghost}})
		return
	}
	if n.made.text != text || n.made.w != in.W() {
		n.made.text, n.made.w = text, in.W()
		n.lines = widget.Wrap(text, max(1, in.W()))
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
