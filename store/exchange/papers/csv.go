package papers

import (
	"io"

	"accord/model/report"
	"accord/store/exchange/cells"
	"accord/store/exchange/csv"
)

// writeReportCSV writes the tables and lists of a report below each other, each
// under the heading it stands under, with an empty row between. Numbers are plain
// numbers, not rounded, shares are 0..1, and no cell is ever a formula. It
// begins with a byte order mark, which Excel needs to see that it is UTF-8.
func writeReportCSV(w io.Writer, r *report.Report) error {
	c, err := csv.NewWriter(w, true)
	if err != nil {
		return err
	}
	row := func(record ...string) {
		for i := range record {
			record[i] = cells.Printable(record[i])
		}
		_ = c.Row(record...) // Flush reports it
	}
	row(r.Title)
	row(r.Subtitle)
	if r.Foot != "" {
		row(r.Foot)
	}
	head := ""
	for i := range r.Nodes {
		n := &r.Nodes[i]
		switch n.Kind {
		case report.Heading:
			head = n.Text
		case report.List:
			csvTable(row, head, &report.Table{Head: []string{head}, Right: []bool{false}, Rows: oneColumn(n.Items)})
			head = ""
		case report.Grid:
			csvTable(row, head, &n.Table)
			head = ""
		case report.Chart:
			t := n.Data()
			csvTable(row, n.Text, &t)
		case report.Line:
			t := n.Data()
			csvTable(row, n.Text, &t)
		case report.Paragraph, report.Picture: // neither is a table
		}
	}
	return c.Flush()
}

func csvTable(row func(...string), head string, t *report.Table) {
	row("")
	if head != "" && (len(t.Head) > 1 || t.Head[0] != head) {
		row(head)
	}
	plain := withCurrencies(t)
	if len(plain.Head) > 1 || plain.Head[0] != "" {
		row(plain.Head...)
	}
	for _, cells := range plain.Rows {
		out := make([]string, len(cells))
		for i, c := range cells {
			out[i] = plainCell(c)
		}
		row(out...)
	}
}
