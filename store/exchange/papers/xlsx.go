package papers

import (
	"cmp"
	"io"
	"slices"
	"strings"

	"accord/model/report"
	"accord/model/words"
	"accord/store/exchange/xlsx"
)

// writeXLSX writes a report as a workbook: what is said on the first sheet, and
// every table on a sheet of its own whose headings stay in sight, numbers and days
// as such.
func writeXLSX(w io.Writer, r *report.Report) error {
	turned := turnedReport(r)
	first := xlsx.Sheet{Name: words.T("exchange-papers.report"), Widths: []int{46, 22, 22}, Turned: turned}
	var lines [][]xlsx.Styled
	say := func(style int, text string) {
		lines = append(lines, []xlsx.Styled{{Cell: report.Cell{Text: text}, Style: style}})
	}
	say(xlsx.StyleTitle, cmp.Or(r.About, r.Title))
	say(xlsx.StyleHead, r.What())
	say(xlsx.StyleQuiet, r.Subtitle)
	sheets := []xlsx.Sheet{first}
	head, taken := "", map[string]bool{"report": true}
	table := func(name string, t report.Table) {
		name = xlsx.SheetName(name, taken)
		sheets = append(sheets, tableSheet(name, &t, turned))
		say(xlsx.StyleQuiet, words.T("exchange-papers.on-the-sheet", name))
	}
	for i := range r.Nodes {
		n := &r.Nodes[i]
		switch n.Kind {
		case report.Heading:
			lines = append(lines, nil)
			say(xlsx.StyleHead, n.Text)
			head = n.Text
		case report.Paragraph:
			for line := range strings.SplitSeq(n.Text, "\n") {
				say(xlsx.StyleText, line)
			}
		case report.List:
			for _, item := range n.Items {
				say(xlsx.StyleText, "· "+item)
			}
		case report.Grid:
			if n.Table.Pairs {
				pairs := withCurrencies(&n.Table)
				for _, row := range pairs.Rows {
					lines = append(lines, xlsx.Cells(row))
				}
				continue
			}
			table(cmp.Or(head, n.Table.Head[0]), n.Table)
			head = "" // the next one under it is called by its first column
		case report.Chart:
			table(words.T("exchange-papers.plane"), n.Data())
		case report.Line:
			name, _, _ := strings.Cut(n.Text, ":")
			table(name, n.Data())
		case report.Picture: // a drawing has no place in cells
		}
	}
	if r.Foot != "" {
		lines = append(lines, nil)
		say(xlsx.StyleQuiet, r.Foot)
	}
	sheets[0].Rows = slices.Values(lines)
	return xlsx.Write(w, sheets)
}

// tableSheet is a table as a sheet.
func tableSheet(name string, t *report.Table, turned bool) xlsx.Sheet {
	plain := withCurrencies(t)
	return xlsx.Sheet{
		Name:   name,
		Head:   plain.Head,
		Widths: xlsx.Widths(plain.Head, plain.Rows),
		Turned: turned,
		Rows:   xlsx.Rows(plain.Rows),
	}
}
