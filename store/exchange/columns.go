package exchange

import (
	"fmt"
	"slices"

	"accord/model"
	"accord/model/edit"
	"accord/store/exchange/cells"
)

// Target is a field that a column can go to.
type Target struct{ Key, Label string }

// UnreadError is a file whose headings do not tell enough. It carries what is
// known of its columns, so that they can be sent somewhere by hand.
type UnreadError struct {
	Err      error
	Plain    model.Problem // the same without flags of the command line
	Kind     Kind
	Headings int   // the line they were looked for on
	Lines    []int // where else they could be
	Columns  []Column
	Targets  []Target
}

func (e *UnreadError) Error() string { return e.Err.Error() }
func (e *UnreadError) Unwrap() error { return e.Err }

// targetsOf lists where a column can go: what every file of the kind has, then
// the years, then the ratings.
func (l *lexicon) choices(today model.Date) []Target {
	var common, rest, years []Target
	for _, t := range l.targets {
		if slices.ContainsFunc(l.columns, func(o target) bool { return o.key == t.key }) {
			common = append(common, Target{t.key, t.label})
		} else {
			rest = append(rest, Target{t.key, t.label})
		}
	}
	if l.years {
		for y := int(today.Year); y > int(today.Year)-5 && y > 1900; y-- {
			for i, line := range edit.FigureLines() {
				years = append(years, Target{edit.FigureKey(y, line), fmt.Sprintf("%s %d", lineLabels()[i], y)})
			}
		}
	}
	name := slices.IndexFunc(rest, func(t Target) bool { return t.Key == "account.name" })
	if name > 0 {
		rest[0], rest[name] = rest[name], rest[0]
	}
	at := slices.IndexFunc(rest, func(t Target) bool { return l.fields && !slices.Contains(l.keys(), t.Key) })
	if l.fields && at >= 0 {
		return slices.Concat(rest[:1], common, rest[1:at], years, rest[at:])
	}
	return slices.Concat(common, rest, years)
}

// columns tells the preview where every column goes and why, with some of its
// values and where it would go had nobody said anything.
func (r *reader) columns() {
	plain, _ := newLexicon(r.t.lex.kindRow, r.p.Programme(), nil)
	for i, c := range r.t.columns {
		col := Column{Header: c.header, Field: c.key, Label: r.t.lex.label(c.key), Why: c.why, Samples: r.t.samples(i)}
		if plain != nil {
			col.Proposed = plain.column(c.header).key
		}
		col.Said, col.Recalled = r.t.lex.said(r.o, c.header)
		if col.Said && col.Recalled {
			col.Why = map[bool]string{true: "left out", false: "sent here"}[c.key == ""] + ", as the last time"
			if r.t.custom(&r.t.columns[i], r.o) {
				col.Why = "kept as a custom field, as the last time"
			}
		}
		col.Custom = r.t.custom(&r.t.columns[i], r.o)
		r.pv.Columns = append(r.pv.Columns, col)
	}
	r.pv.Targets = r.t.lex.choices(r.o.Today)
}

// said reports whether somebody sent a heading somewhere, and whether that was
// for an earlier file.
func (l *lexicon) said(o Options, header string) (said, before bool) {
	to, said := l.mapped[cells.Fold(header)]
	if !said || o.recalled == nil {
		return said, false
	}
	return true, slices.ContainsFunc(o.recalled.Columns, func(s model.Sent) bool { return cells.Fold(s.Header) == cells.Fold(header) && s.Field == to })
}

// samples are the first values of a column that differ.
func (t *table) samples(i int) []string {
	var out []string
	tries := 0
	for v := range t.values(i) {
		if tries++; !slices.Contains(out, v) {
			out = append(out, cells.Shorten(v))
		}
		if len(out) == 3 || tries == 200 {
			break
		}
	}
	return out
}
