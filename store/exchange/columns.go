package exchange

import (
	"errors"
	"fmt"
	"slices"

	"accord/model"
	"accord/model/edit"
	"accord/store/exchange/cells"
)

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
			common = append(common, Target{t.key, t.title()})
		} else {
			rest = append(rest, Target{t.key, t.title()})
		}
	}
	if l.years {
		for y := int(today.Year); y > int(today.Year)-5 && y > 1900; y-- {
			for i, line := range edit.YearLines() {
				years = append(years, Target{edit.FigureKey(y, line), fmt.Sprintf("%s %d", lineLabels()[i], y)})
			}
		}
	}
	name := slices.IndexFunc(rest, func(t Target) bool { return t.Key == "account.name" })
	if name > 0 {
		rest[0], rest[name] = rest[name], rest[0]
	}
	at := slices.IndexFunc(rest, func(t Target) bool { return l.fields != nil && !slices.Contains(l.keys(), t.Key) })
	if l.fields != nil && at >= 0 {
		return slices.Concat(rest[:1], common, rest[1:at], years, rest[at:])
	}
	return slices.Concat(common, rest, years)
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
			out.Kind = likeliest
		}
		if l, err = newLexicon(rowOf(out.Kind), g, o.Map); err != nil {
			return out.Err
		}
	}
	out.Kind, out.Targets = l.kind, l.choices(o.Today)
	for i, cell := range h.cells {
		c := l.column(cell)
		col := Column{Header: c.header, Field: c.key, Label: l.label(c.key), Why: c.why, Proposed: c.key}
		_, col.Said = l.mapped[cells.Fold(c.header)]
		for _, r := range h.below {
			if i < len(r.Cells) && cells.CleanLine(r.Cells[i]) != "" && len(col.Samples) < 3 {
				col.Samples = append(col.Samples, cells.Shorten(r.Cells[i]))
			}
		}
		out.Columns = append(out.Columns, col)
	}
	return out
}
