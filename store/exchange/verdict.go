package exchange

import (
	"maps"
	"slices"
	"strings"

	"accord/model/words"
	"accord/store/exchange/cells"
	"accord/store/exchange/csv"
	"accord/store/exchange/evidence"
)

// verdict is whether rows of a state count.
type verdict struct{ counts, sure bool }

// isWon reports whether a status counts: as somebody said, else by what the word means.
// Some systems write behind a stage, in brackets, whose stage it is: "Closed Won (Sales
// Pipeline)". A word that nobody knows is asked about.
func (x *transactionReader) isWon(status string) bool {
	v, known := x.verdicts[status]
	if !known {
		v = x.judge(status)
		x.verdicts[status] = v
	}
	if !v.sure && status != "" {
		x.unsure[status]++
	}
	return v.counts
}

func (x *transactionReader) judge(status string) verdict {
	if status == "" {
		return verdict{}
	}
	if !x.usual || x.counts[cells.Fold(status)] {
		if x.counts[cells.Fold(status)] {
			return verdict{true, true}
		}
		bare, _, found := strings.Cut(status, " (")
		return verdict{found && strings.HasSuffix(status, ")") && x.counts[cells.Fold(bare)], true}
	}
	counts, sure := evidence.StateOf(status).Counts(x.rows)
	if !sure && x.o.Answers["won"] != "" {
		return verdict{x.o.Answers["won"] == "all", true}
	}
	return verdict{counts, sure}
}

// document says whether a row counts by its kind of document, and whether it lowers
// revenue.
func (x *transactionReader) document(w csv.Row) (sign int, counts bool) {
	if x.kind < 0 {
		return 1, true
	}
	v := x.t.cell(w, x.kind)
	switch evidence.DocumentOf(v) {
	case evidence.Sale:
		return 1, true
	case evidence.Credit:
		x.credits++
		return -1, true
	case evidence.NoDocument:
		switch x.o.Answers["type"] {
		case "count":
			return 1, true
		case "less":
			return -1, true
		case "leave":
		default:
			x.strange[v]++
		}
	}
	x.kinds[v]++
	return 1, false
}

// askOpen asks about states and kinds of documents that nobody knows.
func (x *transactionReader) askOpen() {
	if len(x.unsure) > 0 {
		x.t.ask("won", words.T("exchange.ask-won", cells.Quote(x.t.header(x.status)), tally(x.unsure)), []evidence.Choice{
			{Key: "all", Label: words.T("exchange.choice-won-all")}, {Key: "none", Label: words.T("exchange.choice-won-none")},
		})
	}
	if len(x.strange) > 0 {
		x.t.ask("type", words.T("exchange.ask-type", cells.Quote(x.t.header(x.kind)), tally(x.strange)), []evidence.Choice{
			{Key: "count", Label: words.T("exchange.choice-type-count")}, {Key: "less", Label: words.T("exchange.choice-type-less")},
			{Key: "leave", Label: words.T("exchange.choice-type-leave")},
		})
	}
	if x.credits > 0 {
		x.note(words.T("exchange.credit-notes-lower", x.credits))
	}
	if len(x.kinds) > len(x.strange) {
		rest := maps.Clone(x.kinds)
		maps.DeleteFunc(rest, func(v string, _ int) bool { return x.strange[v] > 0 })
		x.note(words.T("exchange.no-revenue-by-type", tally(rest)))
	}
}

// askMoney asks what the signs and words are that stand where a currency is expected.
func (r *reader) askMoney() {
	if len(r.unclear) == 0 {
		return
	}
	choices := []evidence.Choice{}
	for _, c := range slices.Compact([]string{string(r.p.Programme().Currency), "EUR", "USD", "GBP"}) {
		if !slices.ContainsFunc(choices, func(x evidence.Choice) bool { return x.Key == c }) {
			choices = append(choices, evidence.Choice{Key: c, Label: words.T("exchange.choice-currency", c)})
		}
	}
	r.t.ask("currency", words.T("exchange.ask-currency", tally(r.unclear)), choices)
}
