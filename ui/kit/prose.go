package kit

import (
	"strings"

	"accord/model/edit"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/theme"
	"accord/ui/widget"
)

// Prose is the page for a long text. Every key that changes the text is an edit
// of its own, saved like any other; all keys of one visit are one undo.
type Prose struct {
	Ref   edit.Ref
	Field edit.Field
	entry uint64
	text  *widget.Prose
	cell  bool // of a table: tab goes on to the next cell
}

func NewProse(c *Context, ref edit.Ref, f edit.Field) Page {
	p := &Prose{Ref: ref, Field: f, entry: c.Entry(), text: widget.NewProse(edit.Get(c.Portfolio(), ref, f))}
	p.text.Apply(widget.BottomKey, "") // most visits add something
	return p
}

func (p *Prose) Title(c *Context) string {
	t := p.Field.Title
	if a := c.Portfolio().Account(p.Ref.Account); a != nil {
		t += " " + c.Glyphs.Sep + " " + widget.Short(a.Name, 40, c.Glyphs.Ellipsis)
	}
	return t
}

func (p *Prose) Scopes(*Context) []keys.Scope { return []keys.Scope{keys.ScopeProse} }

// Place is the plan pane for the account's notes, so that the text stays where
// it was read, and most of the screen for any other.
func (p *Prose) Place(c *Context, screen widget.Rect) widget.Rect {
	if p.Field.Key == "notes" {
		if r := Arrange(screen.W, screen.H+2, PanePlan, PanePlan, c.Wide).Panes[PanePlan]; r.W >= 56 && r.H >= 10 {
			return r
		}
	}
	return screen.Center(min(100, screen.W), max(10, screen.H-2))
}

func (p *Prose) Handle(c *Context, in keys.Intent) Outcome {
	switch in.Kind {
	case keys.Cancel:
		return Close()
	case keys.NextField, keys.PrevField:
		if !p.cell {
			return Done()
		}
		out := Close()
		out.Again(nextCell(in.Kind))
		return out
	case keys.Typing:
		if why := c.Session.Frozen(); why != "" && changesText(in.Edit) {
			return Refuse(why)
		}
		if !p.text.Apply(in.Edit, in.Text) {
			return Done()
		}
		return Change(edit.SetField{Ref: p.Ref, Key: p.Field.Key, Value: p.text.Text(), Entry: p.entry})
	case keys.ExternalEditor:
		if why := c.Session.Frozen(); why != "" {
			return Refuse(why)
		}
		return Doing(&ExternalEdit{Ref: p.Ref, Key: p.Field.Key, Text: p.text.Text()})
	}
	return Outcome{}
}

// changesText reports the edits that do more than move the caret.
func changesText(e widget.Edit) bool {
	switch e {
	case widget.Insert,
		widget.Newline,
		widget.Backspace,
		widget.Delete,
		widget.KillToEnd,
		widget.KillToStart,
		widget.KillWord,
		widget.KillAll:
		return true
	}
	return false
}

func (p *Prose) Draw(c *Context, cv widget.Canvas, focus bool) {
	foot, page := cv.Rect().SplitBottom(1)
	p.text.Draw(cv.Sub(widget.Rect{X: 1, W: page.W - 2, H: page.H}), theme.Plain)
	wording := words.T("kit.n-words", len(strings.Fields(p.text.Text())))
	hint := words.T("kit.kept-as-you-type-esc", wording, c.Glyphs.Sep)
	cv.TextIn(1, foot.Y, foot.W-2, hint, theme.Quiet, widget.Left)
}
