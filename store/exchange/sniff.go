package exchange

import (
	"path/filepath"
	"slices"
	"strings"

	"accord/model"
)

// header is the row of headings, and how the file was found to be written.
type header struct {
	delim   byte
	line    int
	skipped int // filled rows above it
	cells   []string
	lex     *lexicon
	hits    int
}

// sepLine takes Excel's "sep=;" off the top; skip is how many lines that were.
func sepLine(text string) (rest string, delim byte, skip int) {
	line, after, found := strings.Cut(text, "\n")
	mark := strings.Trim(strings.TrimSpace(line), `"`)
	if len(mark) == 5 && strings.EqualFold(mark[:4], "sep=") {
		if !found {
			after = ""
		}
		return after, mark[4], 1
	}
	if strings.EqualFold(strings.TrimRight(line, "\r"), "sep=\t") {
		return after, '\t', 1
	}
	return text, 0, 0
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

// sampleSize is how much of a file is looked at to find out how it is written.
const (
	sampleSize = 1 << 16
	sampleRows = 60
)

// sniff finds separator, header row and kind together: the reading in which most
// headings are known wins.
func sniff(text, name string, delim byte, skip int, lexicons []*lexicon) (header, error) {
	if strings.TrimSpace(text) == "" {
		return header{}, refuse(name, "Export it again.", "the file is empty")
	}
	delims := []byte{',', ';', '\t', '|'}
	if delim != 0 {
		delims = []byte{delim}
	} else if strings.EqualFold(filepath.Ext(name), ".tsv") {
		delims = []byte{'\t', ',', ';', '|'}
	}
	var best, widest header
	for _, d := range delims {
		sample := sampleOf(text, d, skip)
		if h := findHeader(sample, lexicons); h.hits > best.hits {
			best, best.delim = h, d
		}
		if w := firstFilled(sample); len(w.cells) > len(widest.cells) {
			widest = w
		}
	}
	if best.hits == 0 {
		return best, noHeadings(name, widest, lexicons)
	}
	return best, complete(name, best)
}

func sampleOf(text string, delim byte, skip int) []row {
	source := newTextRows(text, delim, skip+1)
	var out []row
	for len(out) < sampleRows && source.pos < sampleSize {
		r, ok := source.next()
		if !ok {
			break
		}
		out = append(out, r)
	}
	return out
}

func firstFilled(sample []row) header {
	for _, r := range sample {
		if !r.blank() {
			return header{line: r.line, cells: r.cells}
		}
	}
	return header{}
}

// findHeader picks the row with known headings: the first in which most cells
// are known, else the one with the most. Among kinds the one that has what it
// needs wins, the most special first.
func findHeader(sample []row, lexicons []*lexicon) header {
	var best header
	filled := 0
	for _, r := range sample {
		if r.blank() || len(r.cells) >= maxColumns {
			continue // nothing has so many columns
		}
		h := header{line: r.line, skipped: filled, cells: r.cells}
		filled++
		for _, l := range lexicons {
			hits := l.hits(r.cells)
			if whole, had := l.lacks(r.cells) == "", h.lex != nil && h.lex.lacks(r.cells) == ""; h.lex == nil && hits > 0 || whole && !had || hits > h.hits && whole == had {
				h.lex, h.hits = l, hits
			}
		}
		if h.hits >= 2 && 2*h.hits >= r.filled() && h.lex.lacks(r.cells) == "" {
			return h
		}
		if h.hits > best.hits {
			best = h
		}
	}
	return best
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

// noHeadings is the error for a file in which no heading is known.
func noHeadings(name string, seen header, lexicons []*lexicon) error {
	var expected []string
	for _, l := range lexicons {
		t := l.targets[0]
		for _, need := range needs[l.kind] {
			if i := slices.IndexFunc(l.targets, func(t target) bool { return t.key == need.keys[0] }); i >= 0 {
				t = l.targets[i]
			}
			for _, h := range t.headers[:min(6, len(t.headers))] {
				if !strings.Contains(h, ".") && !slices.Contains(expected, quote(strings.ToLower(h))) {
					expected = append(expected, quote(strings.ToLower(h)))
				}
			}
		}
	}
	return refuse(name, "Expected are headings such as "+strings.Join(expected[:min(14, len(expected))], ", ")+", or say with --map which heading is what.",
		"no heading is known; the first row reads %s", headings(seen.cells))
}

// complete refuses a header row that lacks what its kind can not do without.
func complete(name string, h header) error {
	lacks := h.lex.lacks(h.cells)
	if lacks == "" {
		return nil
	}
	return refuse(name, "Say with --map which heading it is, or with --kind what the rows are; known fields are "+strings.Join(h.lex.keys(), ", ")+".",
		"a file of %s needs a column for %s; the headings are %s", h.lex.kind, lacks, headings(h.cells))
}

// headings lists headings in a sentence.
func headings(cells []string) string {
	var out []string
	for _, c := range cells {
		if len(out) == 20 {
			return strings.Join(out, ", ") + " and more"
		}
		out = append(out, quote(c))
	}
	return strings.Join(out, ", ")
}
