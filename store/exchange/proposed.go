package exchange

import (
	"slices"

	"accord/model"
	"accord/model/words"
	"accord/store/exchange/cells"
)

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
			col.Why = words.T(
				"exchange.as-last-time",
				map[bool]string{true: words.T("exchange.left-out"), false: words.T("exchange.sent-here")}[c.key == ""],
			)
			if r.t.custom(&r.t.columns[i], r.o) {
				col.Why = words.T("exchange.kept-as-custom-field-as")
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
	return true, slices.ContainsFunc(
		o.recalled.Columns,
		func(s model.Sent) bool { return cells.Fold(s.Header) == cells.Fold(header) && s.Field == to },
	)
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
