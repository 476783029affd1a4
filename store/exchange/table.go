package exchange

import (
	"accord/store/exchange/cells"
	"accord/store/exchange/csv"
	"accord/store/exchange/evidence"
)

// table is a file of rows with every column's meaning settled.
type table struct {
	name     string
	lex      *lexicon
	heads    int   // the line of the headings
	lines    []int // those they could be on
	columns  []column
	rows     []csv.Row
	blank    int
	refused  int // rows that never became cells
	notes    []string
	problems []Problem
	open     []evidence.Question // what is to be answered before anything is imported
	once     bool                // an amount is that of the whole document, on each of its rows
	less     int                 // column of the tax that an amount has in it, or -1
	size     int64
	progress func(done, total int64) bool
}

func (t *table) note(format string) {
	t.notes = append(t.notes, format)
}

// working reports progress; reading the rows is the first half of the work.
func (t *table) working(done int64) bool {
	return t.progress == nil || t.progress(done, 2*t.size)
}

// cell reads one cell of a row, cleaned; i < 0 is a column the file has not.
func (t *table) cell(r csv.Row, i int) string {
	if i < 0 || i >= len(r.Cells) {
		return ""
	}
	return cells.CleanLine(r.Cells[i])
}

// index finds the column of a target, or -1.
func (t *table) index(key string) int {
	for i := range t.columns {
		if t.columns[i].key == key {
			return i
		}
	}
	return -1
}

// header is the heading of a column for problems.
func (t *table) header(i int) string {
	if i < 0 {
		return ""
	}
	return t.columns[i].header
}

// headers are the headings of all columns.
func (t *table) headers() []string {
	out := make([]string, len(t.columns))
	for i := range t.columns {
		out[i] = t.columns[i].header
	}
	return out
}

// values runs over the filled cells of a column.
func (t *table) values(i int) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for _, r := range t.rows {
			if v := t.cell(r, i); v != "" && !yield(v) {
				return
			}
		}
	}
}
