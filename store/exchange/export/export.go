package export

import (
	"io"
	"strconv"
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/model/report"
	"accord/model/score"
	"accord/model/words"
	"accord/store/exchange/cells"
	"accord/store/exchange/document"
	"accord/store/exchange/papers"
	"accord/store/exchange/xlsx"
)

// Request is what is to be written that is no document: tables, or everything.
type Request struct {
	What   []string // names of Tables, or Everything alone
	Scores *score.Scores
	Of     model.AccountID // only this account; "" is all
	NoBOM  bool            // of a .csv
}

// Everything is the whole portfolio, lossless; only JSON takes it.
const Everything = "everything"

// Write writes tables or everything in a format.
func Write(w io.Writer, format string, e Request) error {
	p := e.Scores.Portfolio()
	of := p.Accounts()
	if e.Of != "" {
		a := p.Account(e.Of)
		if a == nil {
			return cells.Refuse("export", "", words.T("export.there-no-such-account"))
		}
		of = []*model.Account{a}
	}
	if len(e.What) == 1 && e.What[0] == Everything {
		if e.Of != "" {
			a := *of[0]
			a.Parent = "" // it is not in the file
			var err error
			if p, err = model.NewPortfolio(p.Programme(), []*model.Account{&a}); err != nil {
				return err
			}
		}
		return document.Write(w, p)
	}
	if format == "csv" {
		if len(e.What) != 1 {
			return cells.Refuse("export", words.T("export.choose-one", strings.Join(Tables(), ", ")), words.T("export.csv-file-holds-one-table"))
		}
		return writeCSV(w, of, p, e.Scores, e.What[0], !e.NoBOM)
	}
	var sheets []xlsx.Sheet
	doc := &report.Report{Title: papers.ExportTitle, About: p.Programme().Title, Subtitle: p.Programme().Title + ", " + e.Scores.Today().Short(), Today: e.Scores.Today(), Foot: words.T("export.internal-us-alone-not-customer")}
	for _, what := range e.What {
		t, err := tableOf(what, of, p, e.Scores)
		if err != nil {
			return err
		}
		name := strings.ToUpper(what[:1]) + what[1:]
		grid := t.grid(p.Programme().Currency)
		if format == "xlsx" {
			sheets = append(sheets, xlsx.Sheet{Name: name, Head: grid.Head, Widths: xlsx.Widths(grid.Head, grid.Rows), Rows: xlsx.Rows(grid.Rows)})
			continue
		}
		doc.Nodes = append(doc.Nodes, report.Node{Kind: report.Heading, Text: name}, report.Node{Kind: report.Grid, Table: grid})
	}
	if format == "xlsx" {
		return xlsx.Write(w, sheets)
	}
	return papers.Write(w, format, doc)
}

// grid is a table with values instead of text.
func (t *listing) grid(currency model.Currency) report.Table {
	g := report.Table{Head: t.header(), Right: make([]bool, len(t.columns))}
	for i, c := range t.columns {
		g.Right[i] = c.kind == edit.Amount || c.kind == edit.Percent || c.kind == edit.Whole || c.kind == edit.Grade ||
			c.kind == edit.Decimal
	}
	for row := range t.rows {
		cells := make([]report.Cell, len(row))
		for i, s := range row {
			cells[i] = valueOf(t.columns[i].kind, s, currency)
		}
		g.Rows = append(g.Rows, cells)
	}
	return g
}

// valueOf is the value that a text of the registry stands for; what is none of its
// kind, such as an amount in another currency than the file's, stays text.
func valueOf(kind edit.FieldKind, s string, currency model.Currency) report.Cell {
	c := report.Cell{Text: s}
	switch kind {
	case edit.Day:
		if d, err := model.ParseDate(s); err == nil && d.Known() {
			c.Kind, c.Day = report.OnDay, d
		}
	case edit.Amount, edit.Percent, edit.Whole, edit.Grade, edit.Decimal:
		if v, err := strconv.ParseFloat(strings.TrimSuffix(s, " "+string(currency)), 64); err == nil {
			c.Kind, c.Num = report.Plain, model.Some(v)
			if kind == edit.Amount || kind == edit.Decimal {
				c.Kind, c.Decimals = report.Number, 2
			}
		}
	}
	return c
}
