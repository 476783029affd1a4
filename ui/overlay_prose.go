package ui

import (
	"fmt"
	"strings"

	"accord/model/edit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// prose is the page for a long text. Every key that changes the text is an edit
// of its own, saved like any other; all keys of one visit are one undo.
type prose struct {
	ref   edit.Ref
	field edit.Field
	entry uint64
	text  *widget.Prose
	cell  bool // of a table: tab goes on to the next cell
}

func newProse(c *ctx, ref edit.Ref, f edit.Field) overlay {
	p := &prose{ref: ref, field: f, entry: c.entry(), text: widget.NewProse(edit.Get(c.portfolio(), ref, f))}
	p.text.Apply(widget.BottomKey, "") // most visits add something
	return p
}

func (p *prose) title(c *ctx) string {
	t := p.field.Label
	if a := c.portfolio().Account(p.ref.Account); a != nil {
		t += " " + c.glyphs.Sep + " " + widget.Cut(a.Name, 40)
	}
	return t
}

func (p *prose) scopes(*ctx) []scope { return []scope{scopeProse} }

// place is the plan pane for the account's notes, so that the text stays where
// it was read, and most of the screen for any other.
func (p *prose) place(c *ctx, screen widget.Rect) widget.Rect {
	if p.field.Key == "notes" {
		if r := arrange(screen.W, screen.H+2, panePlan, panePlan, c.wide).panes[panePlan]; r.W >= 56 && r.H >= 10 {
			return r
		}
	}
	return screen.Center(min(100, screen.W), max(10, screen.H-2))
}

func (p *prose) handle(c *ctx, in Intent) Outcome {
	switch in.Kind {
	case Cancel:
		return closing()
	case NextField, PrevField:
		if !p.cell {
			return done()
		}
		out := closing()
		out.Again(nextCell(in.Kind))
		return out
	case Typing:
		if why := c.session.Frozen(); why != "" && changesText(in.Edit) {
			return refuse(why)
		}
		if !p.text.Apply(in.Edit, in.Text) {
			return done()
		}
		return change(edit.SetField{Ref: p.ref, Key: p.field.Key, Value: p.text.Text(), Entry: p.entry})
	case ExternalEditor:
		if why := c.session.Frozen(); why != "" {
			return refuse(why)
		}
		return doing(&externalEdit{ref: p.ref, key: p.field.Key, text: p.text.Text()})
	}
	return Outcome{}
}

// changesText reports the edits that do more than move the caret.
func changesText(e widget.Edit) bool {
	switch e {
	case widget.Insert, widget.Newline, widget.Backspace, widget.Delete, widget.KillToEnd, widget.KillToStart, widget.KillWord, widget.KillAll:
		return true
	}
	return false
}

func (p *prose) draw(c *ctx, cv widget.Canvas, focus bool) {
	foot, page := cv.Rect().SplitBottom(1)
	p.text.Draw(cv.Sub(widget.Rect{X: 1, W: page.W - 2, H: page.H}), theme.Plain)
	words := plural(len(strings.Fields(p.text.Text())), "word")
	hint := fmt.Sprintf("%s %s kept as you type %s esc back", words, c.glyphs.Sep, c.glyphs.Sep)
	cv.TextIn(1, foot.Y, foot.W-2, hint, theme.Quiet, widget.Left)
}
