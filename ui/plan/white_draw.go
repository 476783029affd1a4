package plan

import (
	"strconv"

	"accord/model"
	"accord/model/score"
	"accord/model/words"
	"accord/ui/kit"
	"accord/ui/theme"
)

// whiteWords are the statuses as the grid has room for them.
var whiteWords = words.Table(func() [8]string {
	return [...]string{model.CellUnknown: "?", model.CellNotApplicable: "n/a", model.CellWhite: words.T("plan.white"), model.CellPotential: words.T("plan.potential"), model.CellOpen: words.T("plan.open"), model.CellCurrent: words.T("plan.current"), model.CellCompetitor: words.T("plan.rival"), model.CellLost: words.T("plan.lost")}
})

// whiteStyles tell what is ours, what could be, and what is somebody else's.
var whiteStyles = [...]theme.Style{model.CellUnknown: theme.Quiet, model.CellNotApplicable: theme.Ghost, model.CellWhite: theme.Plain, model.CellPotential: theme.Accent, model.CellOpen: theme.Accent, model.CellCurrent: theme.Good, model.CellCompetitor: theme.Bad, model.CellLost: theme.Bad}

func (r whiteRows) Len() int { return len(r.g.Units) + 1 }

func (r whiteRows) Cell(row, col int) (string, theme.Style) {
	last := len(r.g.Offerings) + 1
	switch {
	case row == len(r.g.Units) && col == 0:
		return "all", theme.Header
	case row == len(r.g.Units) && col < last:
		t := r.g.ByOffering[col-1]
		return wonWords(t) + " " + kit.ShortMoney(model.Some(t.Gap)), theme.Header
	case row == len(r.g.Units):
		return tallyCell(r.g.Total, col-last), theme.Header
	case col == 0:
		return r.g.Units[row], theme.Plain
	case col >= last:
		return tallyCell(r.g.ByUnit[row], col-last), theme.Quiet
	}
	x := CellAt(r.c, r.g.Units[row], r.g.Offerings[col-1])
	if x == nil {
		return r.c.Glyphs.Shade[0], theme.Ghost
	}
	status := x.Status
	if int(status) >= len(whiteWords()) { // of a file written by a newer program
		status = model.CellUnknown
	}
	return r.heat(x) + " " + whiteWords()[status] + " " + gapWords(r.c, x), whiteStyles[status]
}

// heat is how much of the largest gap a cell is, in quarters of ink.
func (r whiteRows) heat(x *model.Cell) string {
	gap := gapOf(r.c, x)
	if !gap.Known || gap.V <= 0 || r.largest <= 0 {
		return " "
	}
	return r.c.Glyphs.Shade[min(4, 1+int(gap.V/r.largest*3.999))]
}

func wonWords(t model.Tally) string { return strconv.Itoa(t.Won) + "/" + strconv.Itoa(t.Applicable) }

func tallyCell(t model.Tally, col int) string {
	if col == 0 {
		return wonWords(t)
	}
	return kit.ShortMoney(model.Some(t.Gap))
}

// gapOf is potential − current of a cell, unknown without a potential.
func gapOf(c *kit.Context, x *model.Cell) model.Num {
	one := model.Account{Cells: []model.Cell{*x}}
	if !x.Applicable() || x.Potential == (model.Money{}) {
		return model.Num{}
	}
	return model.Some(model.Whitespace(&one, c.Portfolio().Programme(), c.Scores().Period().Year).Total.Gap)
}

func gapWords(c *kit.Context, x *model.Cell) string {
	if gap := gapOf(c, x); gap.Known {
		return "+" + kit.ShortMoney(gap)
	}
	return ""
}

func largestGap(c *kit.Context) (largest float64) {
	for i := range c.Current().Cells {
		largest = max(largest, gapOf(c, &c.Current().Cells[i]).Or(0))
	}
	return largest
}

// foot tells the cell under the cursor, and what all come to.
func (w *WhitePart) foot(c *kit.Context, g *model.Grid) []kit.FootLine {
	out := []kit.FootLine{{Text: words.T("plan.in", w.offering, w.unit), Style: theme.Strong}}
	x := CellAt(c, w.unit, w.offering)
	switch {
	case x == nil:
		out = append(out, kit.FootLine{Text: words.T("plan.not-grid-0-6-say"), Style: theme.Ghost})
	case x.Status == model.CellUnknown:
		out = append(out, kit.FootLine{Text: words.T("plan.nobody-asked-yet-0-6"), Style: theme.Warn})
	default:
		text := words.Here(x.Status.String())
		if x.Competitor != "" {
			text += " (" + x.Competitor + ")"
		}
		year := c.Scores().Period().Year
		one := model.Whitespace(&model.Account{Cells: []model.Cell{*x}}, c.Portfolio().Programme(), year).Total
		if x.Current != (model.Money{}) {
			text += " · " + words.T("plan.current-3", score.Thousands(model.Some(one.Current)))
		}
		if gap := gapOf(c, x); gap.Known {
			text += " · " + words.T("plan.gap-likely", score.Thousands(gap), score.Percentage(x.Probability, 0))
		}
		out = append(out, kit.FootLine{Text: text, Style: theme.Plain})
	}
	out = append(
		out,
		kit.FootLine{
			Text: words.T(
				"plan.current-now-future-potential-gap",
				score.Percentage(g.Total.Penetration, 0),
				g.Total.Applicable,
				score.Thousands(model.Some(g.Total.Current)),
				score.Thousands(model.Some(g.Total.Future)),
				score.Thousands(model.Some(g.Total.Gap)),
			),
			Style: theme.Quiet,
		},
	)
	return out
}
