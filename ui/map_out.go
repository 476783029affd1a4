package ui

import (
	"slices"

	"accord/model"
	"accord/model/session"
	"accord/ui/theme"
	"accord/ui/widget"
)

// MapLooks are the names of the looks of the relationship map.
func MapLooks() []string { return slices.Clone(mapLooks[:]) }

// DrawMap draws one look of an account's relationship map outside the workbench:
// as plain text, and as an SVG picture. It is as tall as it needs, and of the
// width asked for.
func DrawMap(p *model.Portfolio, today model.Date, account model.AccountID, look string, width int) (text, picture string) {
	c := &ctx{session: &sitting{real: session.New(p, today, 0, func() string { return "" })}, account: account, keys: newKeymap(), glyphs: theme.GlyphSet(false)}
	m := newMapPane()
	m.bare = true
	m.look = mapLook(max(0, slices.Index(mapLooks[:], look)))
	f := m.refresh(c)
	h := max(len(f.rows), 8) + 8
	switch m.look {
	case lookZipper:
		h = len(f.score.Pairs) + 5
	case lookPaths:
		h = 8
		for _, w := range f.network.Accesses() {
			h += 1 + len(w.Steps)
		}
		h += len(f.network.CutOffs())
	case lookDrawn:
		h = 1 + len(f.drawn()) + f.plot.depth*(4+channel) + 4
	}
	g := widget.NewGrid(width, h)
	g.Glyphs = c.glyphs
	m.draw(c, g.Canvas(), false)
	return g.Plain(), svg(g.Render(theme.New(theme.Dark)), width, h)
}
