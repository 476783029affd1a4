package exchange

import (
	"math"
	"strings"

	"accord/model/words"
	"accord/store/exchange/cells"
	"accord/store/exchange/evidence"
)

const amountKey = "transaction.amount"

// rate is what the heading of an amount says it is.
type rate uint8

const (
	plainAmount rate = iota
	netAmount        // before tax
	grossAmount      // with tax
	lineAmount       // of one line of a document
	taxAmount
	otherAmount // paid, open, discount, shipping, cost, price of one: never revenue
)

// rates are words of headings, the surer ones first; all languages that programs write.
var rates = []struct {
	is    rate
	words []string
}{
	{otherAmount, []string{"paid", "balance", "due", "discount", "shipping", "freight", "cost", "unitprice", "price", "rate", "tip", "fee", "commission", "margin", "profit", "probab",
		"weighted", "rabatt", "versand", "offen", "bezahlt", "marge", "coste", "costo", "coût", "quantity", "qty", "expected", "refunded", "outstanding", "base", "budget", "target", "forecast", "exchange", "kurs", "prepay"}},
	{netAmount, []string{"untaxed", "nettax", "subtotal", "netamount", "nettotal", "netvalue", "netto", "nett", "amountnet", "totalnet", "exclvat", "excltax", "exvat", "extax", "excludingtax", "excludingvat",
		"beforetax", "withouttax", "withoutvat", "taxexcl", "vatexcl", "totalht", "montantht", "htva", "imponibile", "baseimponible", "sintva", "sinimpuestos", "semiva", "bezdph", "bezvat", "exklmoms", "exclbtw", "zonderbtw", "exbtw",
		"לפנימעמ", "ללאמעמ", "netsales", "netrevenue", "totalexcl", "amountexcl", "amountuntaxed", "netprice", "net"}},
	{taxAmount, []string{"vat", "tax", "gst", "mwst", "ust", "steuer", "tva", "iva", "btw", "dph", "moms", "podatek", "imposto", "impuesto", "imposta", "מעמ"}},
	{grossAmount, []string{"gross", "brutto", "bruto", "ttc", "incl", "inkl", "withtax", "withvat", "lordo", "conimpuestos", "coniva", "sdph", "כוללמעמ", "total", "grandtotal", "invoicetotal", "amounttotal", "gesamt", "summe", "totaal", "razem", "celkem", "summa", "סהכ"}},
}

// lineWords begin or end the headings of what stands on a line of a document.
var lineWords = []string{"line", "item", "position", "lineitem", "posten", "ligne", "línea", "linea", "riga", "regel", "pozycja", "položka", "rad", "שורה", "פריט"}

// rateOf reads a heading as an amount.
func rateOf(header string) rate {
	h := cells.Squeeze(header)
	if h == "itemprice" || h == "lineprice" {
		return otherAmount
	}
	r := ratedBy(header, h)
	switch line := lineWord(h); {
	case line == "":
		return r
	case r == grossAmount || r == netAmount:
		return lineAmount
	case r == plainAmount && h != line && endsAsAmount(h):
		return lineAmount
	}
	return r
}

// ratedBy is what the first word of the lists in a heading says; h is the heading squeezed.
func ratedBy(header, h string) rate {
	for _, x := range rates {
		for _, w := range x.words {
			if len(w) <= 3 && h != w && !wordIn(header, w) || !strings.Contains(h, w) {
				continue
			}
			switch {
			case x.is != taxAmount:
				return x.is
			case strings.HasPrefix(h, "total") && strings.Contains(h, "excl"):
				return netAmount
			case strings.Contains(h, "incl"), strings.Contains(h, "inkl"), strings.Contains(h, "with"):
				return grossAmount
			}
			return taxAmount
		}
	}
	return plainAmount
}

// lineWord is the word of lineWords a squeezed heading begins with, or nothing.
func lineWord(h string) string {
	for _, l := range lineWords {
		if strings.HasPrefix(h, l) {
			return l
		}
	}
	return ""
}

// endsAsAmount reports whether a squeezed heading ends with a word for an amount.
func endsAsAmount(h string) bool {
	for _, end := range []string{"amount", "total", "value", "sum", "betrag", "montant", "importe", "importo", "bedrag", "revenue", "sales"} {
		if strings.HasSuffix(h, end) {
			return true
		}
	}
	return false
}

// wordIn reports whether a short word stands alone in a heading.
func wordIn(header, w string) bool {
	for _, x := range strings.FieldsFunc(strings.ToLower(header), func(r rune) bool { return strings.ContainsRune(" _-()[]/,:.'", r) }) {
		if x == w {
			return true
		}
	}
	return false
}

// money are the amounts of a column; NaN is none.
func (w *weighing) money(i int) []float64 {
	if out := w.sums[i]; out != nil {
		return out
	}
	style, _ := cells.GuessNumbers(w.values(i), true)
	out := make([]float64, len(w.rows))
	for k, r := range w.rows {
		out[k] = math.NaN()
		if n, ok := cells.ParseNumber(w.cell(r, i)); ok {
			if v, ok := n.Value(style); ok {
				out[k] = v
			}
		}
	}
	w.sums[i] = out
	return out
}

// total adds a column up, for a sentence.
func (w *weighing) total(i int) (sum float64) {
	for _, v := range w.money(i) {
		if !math.IsNaN(v) {
			sum += v
		}
	}
	return sum
}

// isMoney reports whether a column is one of amounts.
func (w *weighing) isMoney(i int) bool {
	if c := &w.columns[i]; c.key != "" && c.key != amountKey || c.fate > taken {
		return false
	}
	look := w.look(i)
	return look.Is(look.Amounts)
}

// amount prefers net to gross, and asks what an amount is that has its tax beside it and
// nothing that says whether the tax is in it.
func (w *weighing) amount() {
	now := w.strongest()
	if now < 0 || w.columns[now].rank < 0 {
		return
	}
	net, tax := -1, -1
	for i := range w.columns {
		if i == now || !w.isMoney(i) {
			continue
		}
		switch rateOf(w.columns[i].header) {
		case netAmount:
			if net < 0 {
				net = i
			}
		case taxAmount:
			if tax < 0 && !strings.Contains(w.columns[i].header, "%") {
				tax = i
			}
		}
	}
	is := rateOf(w.columns[now].header)
	switch {
	case is == netAmount || is == lineAmount:
		w.prefer(amountKey, now)
		w.tellLosers(now)
	case net >= 0:
		w.take(net, now)
	case w.parts(now):
	case tax >= 0 && w.taxed(tax):
		w.askNet(now, tax)
	default:
		w.prefer(amountKey, now)
	}
}

// strongest is the column that the headings take for the amount: net before any other,
// and one that says of what it is not after all of them.
func (w *weighing) strongest() int {
	best := -1
	order := [...]int{plainAmount: 1, netAmount: 0, grossAmount: 2, lineAmount: 1, taxAmount: 4, otherAmount: 3}
	for i := range w.columns {
		c := &w.columns[i]
		if c.key != amountKey {
			continue
		}
		if c.rank < 0 {
			return i
		}
		if best < 0 || order[rateOf(c.header)] < order[rateOf(w.columns[best].header)] ||
			order[rateOf(c.header)] == order[rateOf(w.columns[best].header)] && c.rank < w.columns[best].rank {
			best = i
		}
	}
	return best
}

// take makes one column the amount instead of another, and says so.
func (w *weighing) take(winner, loser int) {
	w.prefer(amountKey, winner)
	c := &w.columns[winner]
	c.why = words.T("exchange.taken-as-amount-instead", cells.Quote(w.columns[loser].header))
	w.tellLoser(winner, loser)
}

func (w *weighing) tellLoser(winner, loser int) {
	w.note(words.T("exchange.amount-instead-of", cells.Quote(w.columns[winner].header), cells.Quote(w.columns[loser].header), w.total(winner), w.total(loser)))
}

// tellLosers names the amounts with tax that lost against the one without.
func (w *weighing) tellLosers(winner int) {
	for i := range w.columns {
		if i != winner && w.isMoney(i) && rateOf(w.columns[i].header) == grossAmount {
			w.tellLoser(winner, i)
			return
		}
	}
}

// taxed reports whether a column has an amount that is not nothing.
func (w *weighing) taxed(i int) bool {
	for _, v := range w.money(i) {
		if !math.IsNaN(v) && v != 0 {
			return true
		}
	}
	return false
}

// parts reports whether the amount is the sum of two other columns, and takes the larger
// one where the smaller is its tax; what else it could be is asked.
func (w *weighing) parts(now int) bool {
	var of []int
	for i := range w.columns {
		if i != now && w.isMoney(i) && len(of) < 8 {
			of = append(of, i)
		}
	}
	for _, a := range of {
		for _, b := range of {
			if a == b || math.Abs(w.total(a)) < math.Abs(w.total(b)) || !evidence.Adds(w.money(a), w.money(b), w.money(now)) || len(w.rows) < 2 {
				continue
			}
			if rateOf(w.columns[b].header) == taxAmount {
				w.take(a, now)
				return true
			}
			ha, hn := w.columns[a].header, w.columns[now].header
			switch w.o.Answers["net"] {
			case "part":
				w.take(a, now)
			case "same":
				w.prefer(amountKey, now)
			default:
				w.ask("net", words.T("exchange.ask-parts", cells.Quote(hn), cells.Quote(ha), cells.Quote(w.columns[b].header)), []evidence.Choice{
					{Key: "part", Label: words.T("exchange.choice-column", cells.Quote(ha), w.total(a))},
					{Key: "same", Label: words.T("exchange.choice-column", cells.Quote(hn), w.total(now))},
				})
			}
			return true
		}
	}
	return false
}

// askNet asks whether the tax beside an amount is in it.
func (w *weighing) askNet(now, tax int) {
	w.prefer(amountKey, now)
	h, t := w.columns[now].header, w.columns[tax].header
	switch w.o.Answers["net"] {
	case "same":
		w.note(words.T("exchange.amount-is-net", cells.Quote(h)))
	case "less":
		w.less = tax
		w.note(words.T("exchange.amount-less-tax", cells.Quote(t), cells.Quote(h)))
	default:
		w.ask("net", words.T("exchange.ask-net", cells.Quote(t), cells.Quote(h)), []evidence.Choice{
			{Key: "less", Label: words.T("exchange.choice-less", w.total(now)-w.total(tax))},
			{Key: "same", Label: words.T("exchange.choice-same", w.total(now))},
		})
	}
}

// lines finds out whether an amount that stands on several rows of one document is that of
// the row or that of the document.
func (w *weighing) lines() {
	id, now := w.index("transaction.id"), w.index(amountKey)
	if id < 0 || now < 0 {
		return
	}
	ids := make([]string, len(w.rows))
	for i, r := range w.rows {
		ids[i] = w.cell(r, id)
	}
	whole := w.money(now)
	seen := evidence.Repeats(ids, whole)
	if seen.Several == 0 || seen.Varies || w.alike(ids) {
		return
	}
	if w.columns[now].rank >= 0 {
		for i := range w.columns {
			if i != now && w.isMoney(i) && evidence.Fits(ids, w.money(i), whole) {
				w.take(i, now)
				return
			}
		}
	}
	switch w.o.Answers["lines"] {
	case "document":
		w.once = true
		w.note(words.T("exchange.amount-once-a-document", cells.Quote(w.columns[now].header)))
	case "line":
		w.note(words.T("exchange.amount-each-line", cells.Quote(w.columns[now].header)))
	default:
		once := 0.0
		counted := map[string]bool{}
		for i, v := range whole {
			if !math.IsNaN(v) && (ids[i] == "" || !counted[ids[i]]) {
				counted[ids[i]] = true
				once += v
			}
		}
		w.ask("lines", words.T("exchange.ask-lines", cells.Quote(w.columns[now].header), seen.Equal), []evidence.Choice{
			{Key: "document", Label: words.T("exchange.choice-document", once)},
			{Key: "line", Label: words.T("exchange.choice-line", w.total(now))},
		})
	}
}

// alike reports whether all rows of one id are the same in every column: they are one row
// that stands there twice.
func (w *weighing) alike(ids []string) bool {
	first := map[string]int{}
	for i, id := range ids {
		if id == "" {
			continue
		}
		k, again := first[id]
		if !again {
			first[id] = i
			continue
		}
		for c := range w.columns {
			if w.cell(w.rows[i], c) != w.cell(w.rows[k], c) {
				return false
			}
		}
	}
	return true
}
