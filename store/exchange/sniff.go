package exchange

import (
	"path/filepath"
	"slices"
	"strings"

	"accord/model"
	"accord/store/exchange/cells"
	"accord/store/exchange/csv"
)

// header is the row of headings, and how the file was found to be written.
type header struct {
	delim   byte
	line    int
	skipped int // filled rows above it
	cells   []string
	lex     *lexicon
	hits    int
	lines   []int     // of the rows that could be it
	below   []csv.Row // some of what stands under it
}

// lexiconsFor gives the lexicon of the kind asked for, or of all kinds of rows.
// A mapping then needs to fit one of them only.
func lexiconsFor(g *model.Programme, o Options) ([]*lexicon, error) {
	kinds := []Kind{Figures, Transactions, Contacts, Accounts, Offerings, Team}
	guess := o.Kind == Guess
	if o.Kind != Guess {
		kinds = []Kind{o.Kind}
	}
	var out []*lexicon
	var first error
	for _, k := range kinds {
		l, err := newLexicon(k, g, o.Map)
		if err != nil {
			if first == nil || k == Accounts { // most files are lists of accounts
				first = err
			}
			continue
		}
		l.ours = guess && (k == Offerings || k == Team)
		out = append(out, l)
	}
	if len(out) == 0 {
		return nil, first
	}
	return out, nil
}

// sniff finds separator, header row and kind together: the reading in which most
// headings are known wins. said is the line of the headings, 0 when nobody said.
func sniff(text, name string, delim byte, skip, said int, lexicons []*lexicon) (header, error) {
	if strings.TrimSpace(text) == "" {
		return header{}, cells.Refuse(name, "Export it again.", "the file is empty")
	}
	delims := []byte{',', ';', '\t', '|'}
	if delim != 0 {
		delims = []byte{delim}
	} else if strings.EqualFold(filepath.Ext(name), ".tsv") {
		delims = []byte{'\t', ',', ';', '|'}
	}
	var best header
	samples := map[byte][]csv.Row{}
	for _, d := range delims {
		samples[d] = csv.Sample(text, d, skip)
		if h := findHeader(samples[d], said, lexicons); h.hits > best.hits {
			best, best.delim = h, d
		}
	}
	if best.hits == 0 || best.hits == 1 && said == 0 && best.lex.lacks(best.cells) != "" { // one word alone may stand anywhere
		if h := guessHeadings(samples, delims, said); len(h.cells) > 0 && (best.hits == 0 || len(h.cells) >= len(best.cells)) {
			best = h
			if len(h.cells) < cells.MaxColumns {
				best.judge(lexicons)
			}
		}
	}
	best.lines = filledLines(samples[best.delim])
	best.below = slices.DeleteFunc(slices.Clone(samples[best.delim]), func(r csv.Row) bool { return r.Line <= best.line })
	switch {
	case len(best.cells) == 0 && said > 0:
		return best, cells.Refuse(name, "Name a row near the top that has something in it.", "there are no headings in row %d", said)
	case best.hits == 0:
		return best, noHeadings(name, best, lexicons)
	}
	return best, complete(name, best)
}

// findHeader picks the row with known headings: the first in which most cells
// are known, else the one with the most; or the one that is said to have them.
func findHeader(sample []csv.Row, said int, lexicons []*lexicon) header {
	var best header
	filled := 0
	for _, r := range sample {
		if r.Blank() || len(r.Cells) >= cells.MaxColumns {
			continue // nothing has so many columns
		}
		h := header{line: r.Line, skipped: filled, cells: r.Cells}
		filled++
		if said > 0 && r.Line != said {
			continue
		}
		h.judge(lexicons)
		if h.hits >= 2 && 2*h.hits >= r.Filled() && h.lex.lacks(r.Cells) == "" {
			return h
		}
		if h.hits > best.hits {
			best = h
		}
	}
	return best
}

// rather reports whether a row of headings that could be figures by year is a list of
// accounts: it has more to say of them than the years.
func (h *header) rather(l *lexicon, hits int) bool {
	return l.kind == Accounts && h.lex.kind == Figures && hits == h.hits && csv.Row{Cells: h.cells}.Filled() > hits && !slices.Contains(h.lex.found(h.cells), "figures.year")
}

// judge finds the kind that a row of headings is of: the one that has what it needs
// wins, the most special first.
func (h *header) judge(lexicons []*lexicon) {
	for _, l := range lexicons {
		hits := l.hits(h.cells)
		if whole, had := l.lacks(h.cells) == "", h.lex != nil && h.lex.lacks(h.cells) == ""; h.lex == nil && hits > 0 || whole && !had || hits > h.hits && whole == had || whole == had && h.lex != nil && h.rather(l, hits) {
			h.lex, h.hits = l, hits
		}
	}
}

// hits counts how many targets a row of headings names.
func (l *lexicon) hits(cells []string) int {
	return len(l.found(cells))
}

func (l *lexicon) found(cells []string) []string {
	if l.ours && slices.ContainsFunc(cells, namesCustomer) {
		return nil
	}
	var keys []string
	for _, c := range cells {
		if col := l.column(c); col.key != "" && !slices.Contains(keys, col.key) {
			keys = append(keys, col.key)
		}
	}
	return keys
}

// needs lists, for each kind, groups of targets of which one must be there.
var needs = map[Kind][]struct {
	what string
	keys []string
}{
	Accounts: {{"the account's name", []string{"account.name", "account.id"}}},
	Contacts: {
		{"the person's name", []string{"contact.full", "contact.first", "contact.last", "contact.email"}},
		{"the account", []string{"contact.account", "contact.account_id"}},
	},
	Transactions: {
		{"the account", []string{"transaction.account", "transaction.account_id"}},
		{"the amount", []string{"transaction.amount"}},
		{"the date", []string{"transaction.date"}},
	},
	Offerings: {
		{"the offering", []string{"offering.name"}},
		{"its price or line", []string{"offering.price", "offering.line"}},
	},
	Team: {
		{"the person", []string{"team.name"}},
	},
	Figures: {
		{"the account", []string{"figures.account", "figures.account_id"}},
		{"the year or period", []string{"figures.year", "figures.*"}},
		{"a figure", []string{"figures.revenue", "figures.cost_of_sales", "figures.gross_margin", "figures.cost_to_serve", "figures.wallet", "figures.capacity_share", "figures.*"}},
	},
}

// lacks says which needed column a header row has not, "" when it has all.
func (l *lexicon) lacks(cells []string) string {
	found := l.found(cells)
	for _, need := range needs[l.kind] {
		if !slices.ContainsFunc(found, func(key string) bool {
			_, year := figureKey(key)
			return slices.Contains(need.keys, key) || year > 0 && slices.Contains(need.keys, "figures.*")
		}) {
			return need.what
		}
	}
	return ""
}
