package exchange

import (
	"accord/model/words"
	"accord/store/exchange/cells"
)

// settle gives every column its one meaning now that all rows are there: of two
// headings for one field the surer wins, and numbers and dates get their style.
func (t *table) settle(o Options) error {
	t.weigh(o)
	for i := range t.columns {
		if err := t.settleTwins(i); err != nil {
			return err
		}
	}
	for i := range t.columns {
		c := &t.columns[i]
		if c.key == "" {
			t.explainUnused(c, o)
			continue
		}
		t.settleStyle(c, i)
		if c.scale != 1 {
			t.note(words.T("exchange.heading-says-what-numbers-they", cells.Quote(c.header), c.scale))
		}
	}
	t.noteStrayMappings(o)
	return nil
}

// settleTwins leaves one column to a field that several headings name. Two equal
// headings are no matter while they say the same.
func (t *table) settleTwins(i int) error {
	c := &t.columns[i]
	for j := range i {
		d := &t.columns[j]
		if c.key == "" || d.key != c.key {
			continue
		}
		if cells.Squeeze(c.header) == cells.Squeeze(d.header) {
			if !t.same(i, j) {
				return cells.Refuse(
					t.name,
					words.T("exchange.delete-or-rename-one-them"),
					words.T("exchange.heading-stands-twice-over-columns", cells.Quote(c.header), j+1, i+1),
				)
			}
			c.key, c.why, c.fate = "", words.T("exchange.same-as-column", j+1), explained
			continue
		}
		loser, winner := c, d
		if c.rank < d.rank {
			loser, winner = d, c
		}
		loser.key, loser.fate = "", taken
		loser.why = words.T("exchange.taken-from", t.lex.label(winner.key), cells.Quote(winner.header))
		loser.whyKept = words.T(
			"exchange.taken-from-kept-as-custom-field",
			t.lex.label(winner.key),
			cells.Quote(winner.header),
		)
	}
	return nil
}

func (t *table) same(i, j int) bool {
	for _, r := range t.rows {
		if t.cell(r, i) != t.cell(r, j) {
			return false
		}
	}
	return true
}

// fate is what becomes of a column that no field takes.
type fate uint8

const (
	unsettled fate = iota // nothing is settled yet
	taken                 // another heading says the same field and is surer
	asCustom              // as a custom field
	noField               // nothing is called like this
	leftOut               // whoever imports said so
	explained             // there is a reason not to read it
)

// explainUnused says what becomes of a column that no field takes.
func (t *table) explainUnused(c *column, o Options) {
	switch {
	case c.fate > taken:
	case t.custom(c, o) && c.fate == taken:
		c.why, c.fate = c.whyKept, asCustom
	case t.custom(c, o):
		c.why, c.fate = words.T("exchange.kept-as-a-custom-field"), asCustom
	case c.fate == taken:
	case c.header == "":
		c.why, c.fate = words.T("exchange.no-heading"), explained
	default:
		c.why, c.fate = words.T("exchange.no-field-of-this-name"), noField
	}
}

// custom reports whether a column is kept as a custom field.
func (t *table) custom(c *column, o Options) bool {
	return t.lex.accounts && o.KeepUnknown && c.key == "" && c.header != "" && c.fate <= asCustom
}

// settleStyle finds out how a column writes its days and numbers.
func (t *table) settleStyle(c *column, i int) {
	line, year := figureKey(c.key)
	switch holds := t.lex.role(c.key); {
	case holds == dayRole:
		var doubt string
		if c.dates, doubt = cells.GuessDates(t.values(i)); doubt != "" {
			t.note(words.T("exchange.dates-such-as-could-mean", cells.Quote(doubt), cells.Quote(c.header)))
		}
	case holds == numberRole, year > 0 && line != "capacity_share" && line != "through":
		var doubt string
		if c.numbers, doubt = cells.GuessNumbers(t.values(i), true); doubt != "" {
			t.note(words.T("exchange.numbers-such-as-could-read", cells.Quote(doubt), cells.Quote(c.header)))
		}
	case holds == shareRole || year > 0:
		c.numbers, _ = cells.GuessNumbers(t.values(i), false)
	}
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// noteStrayMappings names mapped headings that the file has not.
func (t *table) noteStrayMappings(o Options) {
	for _, header := range sortedKeys(o.Map) {
		found := false
		for i := range t.columns {
			found = found || cells.Fold(t.columns[i].header) == cells.Fold(header)
		}
		if !found {
			t.note(words.T("exchange.there-no-heading-this-file", cells.Quote(header)))
		}
	}
}
