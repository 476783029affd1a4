package exchange

import (
	"slices"
	"strings"

	"accord/model/words"
	"accord/store/exchange/cells"
	"accord/store/exchange/evidence"
)

// weighing holds what the values of a table say against what its headings say. A column
// that somebody sent somewhere stays there.
type weighing struct {
	*table
	o     Options
	looks map[int]*evidence.Column
	sums  map[int][]float64
}

// weigh gives columns the meaning that their values have, and asks what they leave open.
func (t *table) weigh(o Options) {
	w := &weighing{t, o, map[int]*evidence.Column{}, map[int][]float64{}}
	t.less = -1
	switch t.lex.kind {
	case Transactions:
		w.byValues("transaction.status", statesOf)
		w.byValues("transaction.type", documentsOf)
		w.byValues("transaction.currency", moneysOf)
		w.customer()
		w.day()
		w.amount()
		w.lines()
	case Figures:
		w.byValues("figures.currency", moneysOf)
		w.customer()
	case Contacts:
		w.jobTitle()
	}
}

// look is what the cells of a column are.
func (w *weighing) look(i int) *evidence.Column {
	if w.looks[i] == nil {
		c := evidence.Look(w.values(i))
		w.looks[i] = &c
	}
	return w.looks[i]
}

// free reports whether a column may be given a meaning: nobody said what it is, and it is
// not known to be something else.
func (w *weighing) free(i int) bool {
	c := &w.columns[i]
	return c.key == "" && c.fate == unsettled && c.rank >= 0
}

// statesOf, documentsOf and moneysOf say how much of a column is a state, a kind of
// document, a currency; 0 is not enough.
func statesOf(_ string, c *evidence.Column) float64 {
	if !c.WorthState || !c.Mostly(c.States) {
		return 0
	}
	return c.Share(c.States)
}

// ways are words of headings under which a kind of document is a way to pay.
var ways = []string{"method", "terms", "mode", "via", "gateway", "zahlungsart", "tender"}

func documentsOf(heading string, c *evidence.Column) float64 {
	if slices.ContainsFunc(ways, func(w string) bool { return strings.Contains(heading, w) }) {
		return 0
	}
	if c.Mostly(c.Documents) {
		return c.Share(c.Documents)
	}
	for _, v := range c.Order {
		if d := evidence.DocumentOf(v); d == evidence.Credit && len(c.Order) < 20 {
			return 0.1 // the others are asked about
		}
	}
	return 0
}

func moneysOf(_ string, c *evidence.Column) float64 {
	if !c.Is(c.Moneys) {
		return 0
	}
	return c.Share(c.Moneys)
}

// byValues finds the column of a field by what stands in it, where no heading names it or
// where the one that is named holds nothing of the kind.
func (w *weighing) byValues(key string, share func(heading string, c *evidence.Column) float64) {
	now := w.index(key)
	if now >= 0 && (w.columns[now].rank < 0 || share("", w.look(now)) > 0 || w.look(now).Filled == 0 && key != "transaction.status") {
		return
	}
	best, most := -1, 0.0
	for i := range w.columns {
		if !w.free(i) {
			continue
		}
		if s := share(cells.Squeeze(w.columns[i].header), w.look(i)); s > most {
			best, most = i, s
		}
	}
	if best < 0 {
		return
	}
	if now >= 0 {
		w.lose(now, best)
	}
	c := &w.columns[best]
	c.key, c.why = key, words.T("exchange.taken-by-values", w.lex.label(key), w.tally(best))
	w.note(words.T("exchange.column-taken-by-values", cells.Quote(c.header), w.lex.label(key), w.tally(best)))
}

// tally lists the values of a column of few.
func (w *weighing) tally(i int) string {
	var out []string
	c := w.look(i)
	for _, v := range c.Order {
		if len(out) == 5 {
			return words.T("exchange.and-more", strings.Join(out, ", "))
		}
		out = append(out, cells.Shorten(v))
	}
	return strings.Join(out, ", ")
}

// lose takes a field from a column because another one is meant.
func (w *weighing) lose(i, winner int) {
	c := &w.columns[i]
	c.why = words.T("exchange.taken-from", w.lex.label(c.key), cells.Quote(w.columns[winner].header))
	c.whyKept = words.T("exchange.taken-from-kept-as-custom-field", w.lex.label(c.key), cells.Quote(w.columns[winner].header))
	c.key, c.fate = "", taken
}

// prefer gives a field to one column and takes it from all others that have it.
func (w *weighing) prefer(key string, winner int) {
	for i := range w.columns {
		if i != winner && w.columns[i].key == key {
			w.lose(i, winner)
		}
	}
	w.columns[winner].key, w.columns[winner].fate = key, unsettled
}

// customers are headings that name the customer better than the word account alone, which
// in books is the ledger.
var customers = []string{"customer", "client", "kunde", "cliente", "klant", "company", "partner", "debitor", "לקוח"}

// customer prefers the column of the customer to that of the ledger.
func (w *weighing) customer() {
	key := w.lex.prefix + "account"
	for i := range w.columns {
		c := &w.columns[i]
		if c.key != key || cells.Squeeze(c.header) != "account" || c.rank < 0 {
			continue
		}
		for j := range w.columns {
			h := cells.Squeeze(w.columns[j].header)
			if j != i && w.columns[j].key == key && slices.ContainsFunc(customers, func(x string) bool { return strings.HasPrefix(h, x) }) {
				w.lose(i, j)
				w.note(words.T("exchange.customer-beats-ledger", cells.Quote(w.columns[j].header), cells.Quote(c.header), w.tally(i)))
				break
			}
		}
	}
}

// day finds the day of a transaction by its values. Of several it asks.
func (w *weighing) day() {
	if w.index("transaction.date") >= 0 {
		return
	}
	var found []int
	for i := range w.columns {
		if w.free(i) && w.look(i).Is(w.look(i).Days) {
			found = append(found, i)
		}
	}
	var choices []evidence.Choice
	for _, i := range found {
		h := w.columns[i].header
		if len(found) == 1 || cells.Fold(w.o.Answers["date"]) == cells.Fold(h) {
			w.columns[i].key, w.columns[i].why = "transaction.date", words.T("exchange.taken-by-values", w.lex.label("transaction.date"), w.tally(i))
			w.note(words.T("exchange.column-taken-by-values", cells.Quote(h), w.lex.label("transaction.date"), w.tally(i)))
			return
		}
		choices = append(choices, evidence.Choice{Key: h, Label: words.T("exchange.choice-date", cells.Quote(h), w.tally(i))})
	}
	if len(choices) > 0 {
		w.ask("date", words.T("exchange.ask-date"), choices)
	}
}

// ask leaves something open that could change a sum.
func (t *table) ask(key, sentence string, choices []evidence.Choice) {
	t.open = append(t.open, evidence.Question{Key: key, Sentence: sentence, Choices: choices})
}

// jobTitle prefers the column of the function to that of the form of address, which some
// programs call Title.
func (w *weighing) jobTitle() {
	const key = "contact.title"
	for i := range w.columns {
		if c := &w.columns[i]; c.key == key && c.rank >= 0 && cells.Squeeze(c.header) == "title" {
			for j := range w.columns {
				if j != i && w.columns[j].key == key {
					w.note(words.T("exchange.taken-instead", w.lex.label(key), cells.Quote(w.columns[j].header), cells.Quote(c.header), w.tally(i)))
					w.lose(i, j)
					break
				}
			}
			if look := w.look(i); c.key == key && look.Mostly(look.Greetings) {
				c.key, c.fate, c.why = "", explained, words.T("exchange.form-of-address")
			}
		}
	}
}
