package exchange

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"accord/model"
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
func likelyRow(sample []row) header {
	for i, r := range sample {
		if n := r.filled(); n < 2 || len(r.cells) >= maxColumns || !texts(r.cells) || narrower(sample[i+1:], n) {
			continue
		}
		return header{line: r.line, cells: r.cells}
	}
	return header{}
}

// narrower reports whether most filled rows have more filled cells than n.
func narrower(below []row, n int) bool {
	more, all := 0, 0
	for _, r := range below {
		if m := r.filled(); m > 0 {
			all++
			if m > n {
				more++
			}
		}
	}
	return 2*more >= all && all > 0
}

// texts reports whether every filled cell is a text; years head columns too.
func texts(cells []string) bool {
	for _, c := range cells {
		c = cleanLine(c)
		if len(c) > longHeading {
			return false
		}
		if _, number := takeApart(c); number {
			if p, year := parsePeriod(c, dateStyle{}, 0); !year || !p.whole {
				return false
			}
		} else if _, day := parseDay(c, dateStyle{}); day {
			return false
		}
	}
	return true
}

// widestRow is the first of the rows with the most cells.
func widestRow(sample []row) header {
	var h header
	most := 0
	for _, r := range sample {
		if n := r.filled(); n > most {
			most, h = n, header{line: r.line, cells: r.cells}
		}
	}
	return h
}

// rowAt is the row that somebody said has the headings.
func rowAt(sample []row, line int) header {
	for _, r := range sample {
		if r.line == line && !r.blank() {
			return header{line: line, cells: r.cells}
		}
	}
	return header{}
}

// guessHeadings is the row of headings as far as it can be told without knowing
// any: the one said, or the likeliest.
func guessHeadings(samples map[byte][]row, delims []byte, said int) header {
	var best header
	for _, look := range []func([]row) header{func(s []row) header { return rowAt(s, said) }, likelyRow, widestRow} {
		for _, d := range delims {
			if h := look(samples[d]); len(h.cells) > 0 && (row{cells: h.cells}).filled() > (row{cells: best.cells}).filled() {
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
func filledLines(sample []row) []int {
	var out []int
	for _, r := range sample {
		if !r.blank() {
			out = append(out, r.line)
		}
	}
	return out
}

// unread adds to an error what the file's columns look like, where it has any.
func unread(h header, g *model.Programme, o Options, err error) error {
	var p *model.Problem
	if !errors.As(err, &p) || len(h.cells) < 2 && o.Headings == 0 || len(h.cells) == 0 {
		return err
	}
	out := &UnreadError{Err: err, Kind: o.Kind, Headings: h.line, Lines: h.lines, Plain: *p}
	var strange *strangeError
	if errors.As(err, &strange) {
		out.Plain.Hint = strange.Expected
	}
	l := h.lex
	if l == nil {
		if out.Kind == Guess {
			out.Kind = Accounts
		}
		if l, err = newLexicon(out.Kind, g, o.Map); err != nil {
			return out.Err
		}
	}
	out.Kind, out.Targets = l.kind, l.choices(o.Today)
	for i, cell := range h.cells {
		c := l.column(cell)
		col := Column{Header: c.header, Field: c.key, Label: l.label(c.key), Why: c.why, Proposed: c.key}
		_, col.Said = l.mapped[fold(c.header)]
		for _, r := range h.below {
			if i < len(r.cells) && cleanLine(r.cells[i]) != "" && len(col.Samples) < 3 {
				col.Samples = append(col.Samples, shorten(r.cells[i]))
			}
		}
		out.Columns = append(out.Columns, col)
	}
	return out
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
	words := "Expected are headings such as " + strings.Join(expected[:min(14, len(expected))], ", ")
	return &strangeError{refuse(name, words+", or say with --map which heading is what, and with --headings which row has them.",
		"no heading is known; %s reads %s", rowWords(seen), headings(seen.cells)), words + "."}
}

// complete refuses a header row that lacks what its kind cannot do without.
func complete(name string, h header) error {
	lacks := h.lex.lacks(h.cells)
	if lacks == "" {
		return nil
	}
	return &strangeError{Problem: refuse(name, "Say with --map which heading it is, with --headings which row has the headings, or with --kind what the rows are; known fields are "+strings.Join(h.lex.keys(), ", ")+".",
		"a file of %s needs a column for %s; %s reads %s", h.lex.kind, lacks, rowWords(h), headings(h.cells))}
}

// rowWords name a row of headings in a sentence.
func rowWords(h header) string {
	if h.line <= 1 {
		return "the first row"
	}
	return "row " + strconv.Itoa(h.line)
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
