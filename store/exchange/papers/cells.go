package papers

import (
	"accord/model/report"
	"accord/model/words"
	"accord/store/exchange/cells"
)

// withCurrencies gives every column in which amounts carry a currency a column of
// their own for it: a number without its currency is another amount.
func withCurrencies(t *report.Table) report.Table {
	var out report.Table
	split := make([]bool, len(t.Head))
	for c, h := range t.Head {
		for _, row := range t.Rows {
			split[c] = split[c] || row[c].Currency != ""
		}
		out.Head, out.Right = append(out.Head, h), append(out.Right, t.Right[c])
		if split[c] {
			out.Head, out.Right = append(out.Head, words.T("exchange-papers.currency")), append(out.Right, false)
		}
	}
	for _, row := range t.Rows {
		var cells []report.Cell
		for c, v := range row {
			if cells = append(cells, v); split[c] {
				cells = append(cells, report.Cell{Text: string(v.Currency)})
			}
		}
		out.Rows = append(out.Rows, cells)
	}
	return out
}

// plainCell is a cell for programs: numbers not rounded, shares 0..1, days as
// 2026-11-24, what nobody knows empty.
func plainCell(c report.Cell) string {
	switch {
	case c.Numeric() && c.Num.Known:
		return cells.PlainNum(c.Num)
	case c.Kind == report.OnDay && c.Day.Known():
		return c.Day.String()
	case c.Kind == report.Words:
		return c.Text
	}
	return ""
}

// wordCells are cells of words.
func wordCells(all ...string) []report.Cell {
	out := make([]report.Cell, len(all))
	for i, s := range all {
		out[i] = report.Cell{Text: s}
	}
	return out
}

func oneColumn(items []string) [][]report.Cell {
	out := make([][]report.Cell, len(items))
	for i, s := range items {
		out[i] = wordCells(s)
	}
	return out
}
