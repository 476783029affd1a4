package exchange

import (
	"path/filepath"
	"slices"
	"strings"

	"accord/model"
	"accord/model/words"
	"accord/store/exchange/cells"
	"accord/store/exchange/csv"
)

// lexiconsFor gives the lexicon of the kind asked for, or of all kinds of rows.
// A mapping then needs to fit one of them only.
func lexiconsFor(g *model.Programme, o Options) ([]*lexicon, error) {
	from := tables()
	guess := o.Kind == Guess
	if !guess {
		from = []*kindRow{rowOf(o.Kind)}
	}
	var out []*lexicon
	var first error
	for _, k := range from {
		l, err := newLexicon(k, g, o.Map)
		if err != nil {
			if first == nil || k.kind == likeliest {
				first = err
			}
			continue
		}
		l.guessed = guess
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
		return header{}, cells.Refuse(name, words.T("exchange.export-again"), words.T("exchange.file-empty"))
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
	if best.hits == 0 ||
		best.hits == 1 && said == 0 && best.lex.lacks(best.cells) != "" { // one word alone may stand anywhere
		h := guessHeadings(samples, delims, said)
		if len(h.cells) > 0 && (best.hits == 0 || len(h.cells) >= len(best.cells)) {
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
		return best, cells.Refuse(
			name,
			words.T("exchange.name-row-near-top-something"),
			words.T("exchange.there-no-headings-row", said),
		)
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
	return l.accounts && l.years && h.lex.plain && hits == h.hits && csv.Row{Cells: h.cells}.Filled() > hits &&
		!slices.Contains(h.lex.found(h.cells), "figures.year")
}

// judge finds the kind that a row of headings is of: the one that has what it needs
// wins, the most special first.
func (h *header) judge(lexicons []*lexicon) {
	for _, l := range lexicons {
		hits := l.hits(h.cells)
		whole := l.lacks(h.cells) == ""
		had := h.lex != nil && h.lex.lacks(h.cells) == ""
		if h.lex == nil && hits > 0 || whole && !had || hits > h.hits && whole == had ||
			whole == had && h.lex != nil && h.rather(l, hits) {
			h.lex, h.hits = l, hits
		}
	}
}
