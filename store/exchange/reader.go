package exchange

import (
	"cmp"
	"math"
	"strings"

	"accord/model"
	"accord/model/words"
	"accord/store/exchange/cells"
	"accord/store/exchange/csv"
	"accord/store/exchange/evidence"
	"accord/store/exchange/match"
)

// reader puts the rows of one file into a book.
type reader struct {
	p       *model.Portfolio
	o       Options
	t       *table
	b       *match.Book
	pv      *Preview
	foreign map[string]int            // currency signs and codes that are not the file's own
	unclear map[string]int            // what stands where a currency is expected and is none that is known
	moneys  map[string]model.Currency // what was read there
	atHome  int                       // amounts in the reporting currency, or in none that is said
	money   int                       // column of the rows' currency, or -1
	ids     map[string]int            // ids of this file with the line they are on
	g       *model.Programme          // the settings as the file would have them; nil: unchanged
	members map[string]model.MemberID // ours by folded name, once asked for
}

// settings are the settings as the file would have them.
func (r *reader) settings() *model.Programme { return cmp.Or(r.g, r.p.Programme()) }

// each calls f with every row, and reports progress on the second half.
func (r *reader) each(f func(csv.Row)) error {
	for i, x := range r.t.rows {
		if i%1024 == 0 && !r.t.working(r.t.size+r.t.size*int64(i)/int64(len(r.t.rows))) {
			return ErrCancelled
		}
		f(x)
	}
	if !r.t.working(2 * r.t.size) {
		return ErrCancelled
	}
	return nil
}

// noteUnused names the columns that nothing comes of.
func (r *reader) noteUnused() {
	var out []string
	for _, c := range r.t.columns {
		if c.key == "" && c.fate == noField {
			out = append(out, cells.Quote(c.header))
		}
	}
	if len(out) > 0 {
		r.note(words.T("exchange.not-used", strings.Join(out, ", ")))
	}
}

// noteCustom names the columns that become custom fields.
func (r *reader) noteCustom() {
	var out []string
	for _, c := range r.pv.Columns {
		if c.Custom && len(c.Samples) > 0 {
			out = append(out, c.Header)
		}
	}
	switch len(out) {
	case 0:
	case 1:
		r.note(words.T("exchange.kept-as-custom-field", headings(out)))
	default:
		r.note(words.T("exchange.kept-as-custom-fields", headings(out)))
	}
}

func (r *reader) note(format string) {
	r.pv.Notes = append(r.pv.Notes, format)
}

// problem records that one cell could not be read; the row arrives without it.
func (r *reader) problem(line, column int, hint, format string) {
	r.pv.Problems = append(r.pv.Problems, Problem{Line: line, Field: r.t.header(column), Sentence: format, Hint: hint})
}

// refuse records that a row did not arrive.
func (r *reader) refuse(line, column int, hint, format string) {
	r.problem(line, column, hint, format)
	r.pv.Problems[len(r.pv.Problems)-1].Refused = true
}

// again records that an id was on an earlier line already; the later line counts,
// but one of the two may be a mistake.
func (r *reader) again(line, column int, id string) bool {
	if id == "" {
		return false
	}
	first, twice := r.ids[match.SourceKey(id)]
	if twice {
		r.problem(
			line,
			column,
			words.T("exchange.later-line-counts-if-they-two"),
			words.T("exchange.id-line-already", cells.Quote(id), first),
		)
		return true
	}
	r.ids[match.SourceKey(id)] = line
	return false
}

// amount reads an amount of money. why is a sentence when it cannot be read.
func (r *reader) amount(x csv.Row, col int) (m model.Money, why string) {
	raw := r.t.cell(x, col)
	if raw == "" || raw == "-" || raw == "–" {
		return m, ""
	}
	c := &r.t.columns[col]
	n, ok := cells.ParseNumber(raw)
	if !ok || n.Percent {
		return m, words.T("exchange.not-amount", cells.Quote(raw))
	}
	v, ok := n.Value(c.numbers)
	if !ok {
		return m, words.T("exchange.not-amount", cells.Quote(raw))
	}
	currency := r.currency(x, c, n)
	m = model.NewMoney(1, currency)
	if math.Abs(v*c.scale)*float64(m.Minor) > cells.MaxMinor {
		return model.Money{}, words.T("exchange.larger-than-any-amount-kept", cells.Quote(raw))
	}
	return model.NewMoney(v*c.scale, currency), ""
}

// currency is what an amount is in: a code or a sign beside it, the row's, the heading's,
// else the reporting currency. What is written there and not understood is asked.
func (r *reader) currency(x csv.Row, c *column, n cells.Numeral) model.Currency {
	home := r.p.Programme().Currency
	code, beside := n.Currency, r.t.cell(x, r.money)
	if code == "" && beside != "" {
		code = r.moneyOf(beside)
	}
	if code == "" {
		code = c.currency
	}
	if code == "" && n.Sign != "" {
		code = r.moneyOf(n.Sign)
	}
	if code == "" || code == home {
		r.atHome++
		return home
	}
	r.foreign[string(code)]++
	return code
}

// adopt makes the one currency of the first file that has any money the reporting
// currency, and says so.
func (r *reader) adopt() {
	if r.atHome > 0 || len(r.foreign) != 1 || len(r.unclear) > 0 || hasMoney(r.p) {
		return
	}
	g := *r.settings()
	home := g.Currency
	for code := range r.foreign {
		g.Currency = model.Currency(code)
	}
	r.g, r.foreign = &g, map[string]int{}
	r.note(words.T("exchange.currency-of-first-file", g.Currency, home))
}

// hasMoney reports whether any amount of ours stands in a portfolio already: then its
// currency was chosen. What a customer turns over is not ours.
func hasMoney(p *model.Portfolio) bool {
	for _, a := range p.Accounts() {
		if len(a.Transactions)+len(a.Years)+len(a.Values) > 0 {
			return true
		}
	}
	for _, o := range p.Programme().Offerings {
		if o.Price.Known() {
			return true
		}
	}
	return false
}

// moneyOf reads what stands where a currency is expected; what it is not is asked once.
func (r *reader) moneyOf(s string) model.Currency {
	code, known := r.moneys[s]
	if !known {
		if code = evidence.MoneyOf(s, r.p.Programme().Currency); code == "" {
			code = cells.Code(strings.ToUpper(strings.TrimSpace(r.o.Answers["currency"])))
		}
		r.moneys[s] = code
	}
	if code == "" {
		r.unclear[s]++
	}
	return code
}

func (r *reader) noteForeign(sign string) {
	home := r.p.Programme().Currency
	r.note(words.T("exchange.kept-but-year-stays-unknown", r.foreign[sign], sign, home))
}

// number reads a plain number of a column.
func (r *reader) number(x csv.Row, col int) (v float64, known, ok bool) {
	raw := r.t.cell(x, col)
	if raw == "" || raw == "-" || raw == "–" {
		return 0, false, true
	}
	n, ok := cells.ParseNumber(raw)
	if !ok || n.Currency != "" || n.Sign != "" {
		return 0, false, false
	}
	c := &r.t.columns[col]
	v, ok = n.Value(c.numbers)
	return v * c.scale, ok, ok
}
