package exchange

import (
	"slices"
	"strings"

	"accord/model"
	"accord/model/words"
	"accord/store/exchange/cells"
	"accord/store/exchange/csv"
)

// strangeError is a file whose row of headings tells too little. Hint is for the
// command line; Expected is what can be said without its flags.
type strangeError struct {
	*model.Problem
	Expected string
}

func (e *strangeError) Unwrap() error { return e.Problem }

// likelyRow finds the row of headings where no heading is known: the first with as
// many filled cells as most rows below it, texts and no numbers.
func likelyRow(sample []csv.Row) header {
	for i, r := range sample {
		if n := r.Filled(); n < 2 || len(r.Cells) >= cells.MaxColumns || !texts(r.Cells) || narrower(sample[i+1:], n) {
			continue
		}
		return header{line: r.Line, cells: r.Cells}
	}
	return header{}
}

// narrower reports whether most filled rows have more filled cells than n.
func narrower(below []csv.Row, n int) bool {
	more, all := 0, 0
	for _, r := range below {
		if m := r.Filled(); m > 0 {
			all++
			if m > n {
				more++
			}
		}
	}
	return 2*more >= all && all > 0
}

// texts reports whether every filled cell is a text; years head columns too.
func texts(record []string) bool {
	for _, c := range record {
		c = cells.CleanLine(c)
		if len(c) > longHeading {
			return false
		}
		if _, number := cells.ParseNumber(c); number {
			if p, year := cells.ParsePeriod(c, cells.DateStyle{}, 0); !year || !p.Whole {
				return false
			}
		} else if _, day := cells.ParseDay(c, cells.DateStyle{}); day {
			return false
		}
	}
	return true
}

// widestRow is the first of the rows with the most cells.
func widestRow(sample []csv.Row) header {
	var h header
	most := 0
	for _, r := range sample {
		if n := r.Filled(); n > most {
			most, h = n, header{line: r.Line, cells: r.Cells}
		}
	}
	return h
}

// rowAt is the row that somebody said has the headings.
func rowAt(sample []csv.Row, line int) header {
	for _, r := range sample {
		if r.Line == line && !r.Blank() {
			return header{line: line, cells: r.Cells}
		}
	}
	return header{}
}

// guessHeadings is the row of headings as far as it can be told without knowing
// any: the one said, or the likeliest.
func guessHeadings(samples map[byte][]csv.Row, delims []byte, said int) header {
	var best header
	for _, look := range []func([]csv.Row) header{func(s []csv.Row) header { return rowAt(s, said) }, likelyRow, widestRow} {
		for _, d := range delims {
			h := look(samples[d])
			if len(h.cells) > 0 && (csv.Row{Cells: h.cells}).Filled() > (csv.Row{Cells: best.cells}).Filled() {
				best, best.delim = h, d
			}
		}
		if len(best.cells) > 0 || said > 0 {
			break
		}
	}
	return best
}

// filledLines are the lines of a sample that have something on them: any of them
// can be taken for the headings.
func filledLines(sample []csv.Row) []int {
	var out []int
	for _, r := range sample {
		if !r.Blank() {
			out = append(out, r.Line)
		}
	}
	return out
}

// noHeadings is the error for a file in which no heading is known.
func noHeadings(name string, seen header, lexicons []*lexicon) error {
	var expected []string
	for _, l := range lexicons {
		t := l.targets[0]
		for _, need := range l.needs {
			if i := slices.IndexFunc(l.targets, func(t target) bool { return t.key == need.keys[0] }); i >= 0 {
				t = l.targets[i]
			}
			for _, h := range t.headers[:min(6, len(t.headers))] {
				if !strings.Contains(h, ".") && !slices.Contains(expected, cells.Quote(strings.ToLower(h))) {
					expected = append(expected, cells.Quote(strings.ToLower(h)))
				}
			}
		}
	}
	wording := words.T("exchange.expected-headings-such-as", strings.Join(expected[:min(14, len(expected))], ", "))
	return &strangeError{cells.Refuse(name, words.T("exchange.or-say-map-which-heading", wording),
		words.T("exchange.no-heading-known-reads", rowWords(seen), headings(seen.cells))), wording + "."}
}

// complete refuses a header row that lacks what its kind cannot do without.
func complete(name string, h header) error {
	lacks := h.lex.lacks(h.cells)
	if lacks == "" {
		return nil
	}
	return &strangeError{
		Problem: cells.Refuse(name, words.T("exchange.say-map-which-heading-headings", strings.Join(h.lex.keys(), ", ")),
			words.T("exchange.file-needs-column-reads", h.lex.kind, lacks, rowWords(h), headings(h.cells))),
	}
}

// rowWords name a row of headings in a sentence.
func rowWords(h header) string {
	if h.line <= 1 {
		return words.T("exchange.first-row")
	}
	return words.T("exchange.row", h.line)
}

// headings lists headings in a sentence.
func headings(record []string) string {
	var out []string
	for _, c := range record {
		if len(out) == 20 {
			return words.T("exchange.and-more", strings.Join(out, ", "))
		}
		out = append(out, cells.Quote(c))
	}
	return strings.Join(out, ", ")
}

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
