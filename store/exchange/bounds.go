package exchange

import (
	"strings"

	"accord/model"
	"accord/store/exchange/cells"
	"accord/store/exchange/csv"
)

// What is read of a table at most; the bounds of a file are cells.MaxSize and its kin.
const (
	maxLines = 2_000_000  // rows of a table
	maxCells = 24_000_000 // cells of a table
)

// titled are the columns whose cells are what somebody or something is called.
var titled = wordsIn(`account.name account.owner account.segment account.kind account.country account.city account.parent contact.account contact.first
	contact.last contact.full contact.title contact.dept contact.reports_to transaction.account transaction.offering transaction.owner offering.name offering.line
	team.name team.manager team.office team.title figures.account`)

// identified are the columns with an id of another system.
var identified = wordsIn(`account.id contact.id contact.account_id contact.reports_to_id transaction.id transaction.account_id figures.account_id`)

// noted are the columns with a long text.
var noted = wordsIn(`account.notes account.competitors account.focus account.charter contact.notes`)

// essential are the columns without which a row says of nobody what it says.
var essential = wordsIn(`account.name account.id contact.account contact.account_id contact.first contact.last contact.full contact.id transaction.account transaction.account_id
	transaction.id offering.name team.name figures.account figures.account_id`)

// bounded is the kind of text a column holds. A column that no field takes may become
// a custom field, which holds anything.
func bounded(key string) model.TextKind {
	switch {
	case titled[key]:
		return model.NameText
	case identified[key]:
		return model.TokenText
	case key == "" || noted[key]:
		return model.NotesText
	}
	return model.LineText
}

// bound takes out what is longer than it may be, and says so with its row and field:
// the cell alone, or the row where it could not be told whose it is.
func (t *table) bound() {
	for i := range t.columns {
		if c := &t.columns[i]; c.key == "" && model.NameText.TooLong(c.header) != "" {
			c.why = "the heading is too long for a name"
		}
	}
	kept := t.rows[:0]
	for _, r := range t.rows {
		if t.fits(r) {
			kept = append(kept, r)
		} else {
			t.refused++
		}
	}
	t.rows = kept
}

// fits takes the cells out of a row that are too long; false is for a row that says
// nothing without them.
func (t *table) fits(r csv.Row) bool {
	for i := range min(len(r.Cells), len(t.columns)) {
		kind := bounded(t.columns[i].key)
		if len(r.Cells[i]) <= kind.Limit() {
			continue
		}
		clean := cells.CleanLine(r.Cells[i])
		why := kind.TooLong(clean)
		if why == "" {
			continue
		}
		lost := essential[t.columns[i].key]
		hint := "Shorten it in the file; the row arrives without it."
		if lost {
			hint = "Shorten it in the file, and import it again."
		}
		t.problems = append(t.problems, Problem{Line: r.Line, Field: t.header(i), Sentence: cells.Quote(clean) + " " + why, Hint: hint, Refused: lost})
		if lost {
			return false
		}
		r.Cells[i] = ""
	}
	return true
}

// tooLong refuses a row whose name, put together from its cells, is too long.
func (r *reader) tooLong(x csv.Row, column int, name string) bool {
	why := model.NameText.TooLong(name)
	if why != "" {
		r.refuse(x.Line, column, "Shorten it in the file, and import it again.", "%s %s", cells.Quote(name), why)
	}
	return why != ""
}

// wordsIn is the set of the words of a text.
func wordsIn(list string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(list) {
		out[w] = true
	}
	return out
}
