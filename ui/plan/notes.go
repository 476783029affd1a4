package plan

import (
	"strings"

	"accord/model/edit"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
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

func (n *notePart) Opened(*kit.Context) { n.top = 0 }

func (n *notePart) Reveal(_ *kit.Context, field string) bool { return field == n.key }

// Text is what is written so far.
func (n *notePart) Text(c *kit.Context) string {
	f, err := edit.FieldByKey(c.Portfolio().Programme(), n.key)
	if err != nil || c.Current() == nil {
		return ""
	}
	return edit.Get(c.Portfolio(), edit.AccountRef(c.Account), f)
}

func (n *notePart) Scopes(*kit.Context) []keys.Scope {
	return []keys.Scope{keys.ScopePlan, keys.ScopeMove}
}

func (n *notePart) Handle(c *kit.Context, in keys.Intent) kit.Outcome {
	if to, ok := kit.MoveTo(in.Kind, n.top, max(1, len(n.lines)-n.height+1), n.height); ok {
		n.top = to
		return kit.Done()
	}
	a := c.Current()
	switch in.Kind {
	case keys.Details:
		if f, err := edit.FieldByKey(c.Portfolio().Programme(), n.link); err == nil {
			return kit.Open(kit.NewPickField(c, edit.AccountRef(a.ID), f))
		}
		fallthrough
	case keys.EditHere, keys.EditNote:
		f, err := edit.FieldByKey(c.Portfolio().Programme(), n.key)
		if err != nil {
			return kit.Refuse(kit.Sentence(err))
		}
		return kit.Open(kit.NewProse(c, edit.AccountRef(a.ID), f))
	case keys.ExternalEditor:
		return kit.Doing(&kit.ExternalEdit{Ref: edit.AccountRef(a.ID), Key: n.key, Text: n.Text(c)})
	case keys.Copy:
		if n.Text(c) == "" {
			return kit.Refuse(words.T("plan.there-nothing-copy-here"))
		}
		return kit.Doing(kit.Copying{Text: n.Text(c)})
	case keys.Explain:
		return kit.Open(kit.NewExplain(c.Account, "quality"))
	}
	return kit.Outcome{}
}

// drawFoot tells what belongs beside the text, and gives what room is left.
func (n *notePart) drawFoot(c *kit.Context, cv widget.Canvas) widget.Canvas {
	if n.link == "" { // to ask for a field that is not there looks for near ones
		return cv
	}
	f, err := edit.FieldByKey(c.Portfolio().Programme(), n.link)
	if err != nil || !c.MayRead(edit.AccountRef(c.Account), f) {
		return cv
	}
	value := edit.Get(c.Portfolio(), edit.AccountRef(c.Account), f)
	lines := []kit.FootLine{
		{Lead: f.Title + ": ", Text: words.T("plan.o-chooses", value), Style: theme.Plain},
		{Text: n.foot, Style: theme.Quiet},
	}
	if value == "" {
		lines[0] = kit.FootLine{Lead: f.Title + ": ", Text: words.T("plan.o-chooses", c.Glyphs.Unknown), Style: theme.Warn}
	}
	h := min(kit.FootHeight(lines, cv.W()), max(0, cv.H()-2))
	foot, rest := cv.Rect().SplitBottom(h)
	kit.DrawLines(cv.Sub(foot), lines)
	return cv.Sub(rest)
}

func (n *notePart) Draw(c *kit.Context, cv widget.Canvas, focus bool) {
	text := n.Text(c)
	in := n.drawFoot(c, cv.Sub(widget.Rect{X: 1, Y: 1, W: cv.W() - 2, H: cv.H() - 1}))
	if strings.TrimSpace(text) == "" {
		kit.DrawLines(in, []kit.FootLine{{Text: n.empty, Style: theme.Ghost}})
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
