package exchange

import (
	"accord/model"
	"accord/model/words"
	"accord/store/exchange/cells"
	"accord/store/exchange/csv"
	"fmt"
)

// What is read of a table at most; the bounds of a file are cells.MaxSize and its kin.
const (
	maxLines = 2_000_000  // rows of a table
	maxCells = 24_000_000 // cells of a table
)

// bounds are the kinds of text of the roles; what is none of them is a line.
var bounds = map[role]model.TextKind{nameRole: model.NameText, idRole: model.TokenText, notesRole: model.NotesText}

// bounded is the kind of text a column holds. A column that no field takes may become
// a custom field, which holds anything.
func (l *lexicon) bounded(key string) model.TextKind {
	if key == "" {
		return model.NotesText
	}
	if kind, ok := bounds[l.role(key)]; ok {
		return kind
	}
	return model.LineText
}

// bound takes out what is longer than it may be, and says so with its row and field:
// the cell alone, or the row where it could not be told whose it is.
func (t *table) bound() {
	for i := range t.columns {
		if c := &t.columns[i]; c.key == "" && model.NameText.TooLong(c.header) != "" {
			c.why, c.fate = words.T("exchange.heading-too-long-name"), explained
		}
	}
	var texts []model.TextKind
	for i := range t.columns {
		texts = append(texts, t.lex.bounded(t.columns[i].key))
	}
	kept := t.rows[:0]
	for _, r := range t.rows {
		if t.fits(r, texts) {
			kept = append(kept, r)
		} else {
			t.refused++
		}
	}
	t.rows = kept
}

// fits takes the cells out of a row that are too long; false is for a row that says
// nothing without them.
func (t *table) fits(r csv.Row, texts []model.TextKind) bool {
	for i := range min(len(r.Cells), len(t.columns)) {
		kind := texts[i]
		if len(r.Cells[i]) <= kind.Limit() {
			continue
		}
		clean := cells.CleanLine(r.Cells[i])
		why := kind.TooLong(clean)
		if why == "" {
			continue
		}
		lost := t.lex.essential(t.columns[i].key)
		hint := words.T("exchange.shorten-file-row-arrives-without")
		if lost {
			hint = words.T("exchange.shorten-file-import-again")
		}
		t.problems = append(
			t.problems,
			Problem{Line: r.Line, Field: t.header(i), Sentence: cells.Quote(clean) + " " + why, Hint: hint, Refused: lost},
		)
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
		r.refuse(x.Line, column, words.T("exchange.shorten-file-import-again"), fmt.Sprintf("%s %s", cells.Quote(name), why))
	}
	return why != ""
}
