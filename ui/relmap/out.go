package relmap

import (
	"slices"

	"accord/model"
	"accord/model/session"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// MapLooks are the names of the looks of the relationship map.
func MapLooks() []string { return slices.Clone(Looks[:]) }

// DrawMap draws one look of an account's relationship map outside the workbench:
// as plain text, and as an SVG picture. It is as tall as it needs, and of the
// width asked for.
func DrawMap(
	p *model.Portfolio,
	today model.Date,
	account model.AccountID,
	look string,
	width int,
) (text, picture string) {
	c := &kit.Context{
		Session: &kit.Sitting{Real: session.New(p, today, 0, func() string { return "" })},
		Account: account,
		Keys:    keys.New(),
		Glyphs:  theme.GlyphSet(false),
	}
	m := NewPane()
	m.bare = true
	m.Look = MapLook(max(0, slices.Index(Looks[:], look)))
	f := m.Refresh(c)
	h := max(len(f.Rows), 8) + 8
	switch m.Look {
	case lookZipper:
		h = len(f.score.Pairs) + 5
	case lookPaths:
		ways := f.network.Accesses()
		h = 8
		if len(ways) == 0 {
			h++ // that there is none to show is a line too
		}
		for _, w := range ways {
			h += 1 + len(w.Steps)
		}
		h += len(f.network.CutOffs())
	case lookExposure:
		h = len(f.exposureLines()) + 5
	case LookDrawn:
		h = 1 + len(f.drawn()) + f.Plot.depth*(4+channel) + 4
	}
	g := widget.NewGrid(width, h)
	g.Glyphs = c.Glyphs
	m.Draw(c, g.Canvas(), false)
	return g.Plain(), kit.Svg(g.Render(theme.New(theme.Dark)), width, h)
}
