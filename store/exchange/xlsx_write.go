package exchange

import (
	"cmp"
	"io"
	"slices"
	"strings"

	"accord/model/report"
)

// writeXLSX writes a report as a workbook: what is said on the first sheet, and
// every table on a sheet of its own whose headings stay in sight, numbers and days
// as such.
func writeXLSX(w io.Writer, r *report.Report) error {
	turned := turnedReport(r)
	first := sheet{name: "Report", widths: []int{46, 22, 22}, turned: turned}
	var lines [][]bookCell
	say := func(style int, text string) {
		lines = append(lines, []bookCell{{report.Cell{Text: text}, style}})
	}
	say(styleTitle, cmp.Or(r.About, r.Title))
	say(styleHead, r.What())
	say(styleQuiet, r.Subtitle)
	sheets := []sheet{first}
	head, taken := "", map[string]bool{"report": true}
	table := func(name string, t report.Table) {
		name = sheetName(name, taken)
		sheets = append(sheets, tableSheet(name, &t, turned))
		say(styleQuiet, "on the sheet "+name)
	}
	for i := range r.Nodes {
		n := &r.Nodes[i]
		switch n.Kind {
		case report.Heading:
			lines = append(lines, nil)
			say(styleHead, n.Text)
			head = n.Text
		case report.Paragraph:
			for line := range strings.SplitSeq(n.Text, "\n") {
				say(styleText, line)
			}
		case report.List:
			for _, item := range n.Items {
				say(styleText, "· "+item)
			}
		case report.Grid:
			if n.Table.Pairs {
				pairs := withCurrencies(&n.Table)
				for _, row := range pairs.Rows {
					lines = append(lines, bookCells(row))
				}
				continue
			}
			table(cmp.Or(head, n.Table.Head[0]), n.Table)
			head = "" // the next one under it is called by its first column
		case report.Chart:
			table("Plane", n.Data())
		case report.Line:
			name, _, _ := strings.Cut(n.Text, ":")
			table(name, n.Data())
		case report.Picture: // a drawing has no place in cells
		}
	}
	if r.Foot != "" {
		lines = append(lines, nil)
		say(styleQuiet, r.Foot)
	}
	sheets[0].rows = slices.Values(lines)
	return writeBook(w, sheets)
}

// tableSheet is a table as a sheet.
func tableSheet(name string, t *report.Table, turned bool) sheet {
	plain := withCurrencies(t)
	return sheet{name: name, head: plain.Head, widths: widthsOf(plain.Head, plain.Rows), turned: turned, rows: bookRows(plain.Rows)}
}
