package exchange

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"accord/model"
	"accord/model/words"
	"accord/store/exchange/cells"
	"accord/store/exchange/csv"
)

// signature is a digest of a row of headings, in any order and spelling of case.
func signature(record []string) string {
	var heads []string
	for _, c := range record {
		if h := cells.Fold(cells.CleanLine(c)); h != "" && !slices.Contains(heads, h) {
			heads = append(heads, h)
		}
	}
	if len(heads) == 0 {
		return ""
	}
	slices.Sort(heads)
	sum := sha256.Sum256([]byte(strings.Join(heads, "\x00")))
	return hex.EncodeToString(sum[:8])
}

// recall adds to the options what was said about a file with the same headings
// before. What is said now wins.
func (o Options) recall(text string, g *model.Programme) Options {
	if len(g.Mappings) == 0 {
		return o
	}
	m := recalled(text, g, string(o.Kind), o.Headings)
	if m == nil {
		return o
	}
	o.recalled, o.Kind = m, Kind(m.Kind)
	if len(o.Won) == 0 {
		o.Won = m.Won
	}
	if o.Exact {
		return o
	}
	said := o.Map
	o.Map = map[string]string{}
	now := map[string]bool{}
	for header, field := range said {
		o.Map[header] = field
		now[cells.Fold(header)] = true
	}
	kind := rowOf(o.Kind)
	known := kind.targets(g)
	for _, s := range m.Columns {
		gone := s.Field != toNone && s.Field != toCustom &&
			kind.targetNamed(known, s.Field) == "" // of another method pack, perhaps
		if !now[cells.Fold(s.Header)] && !gone {
			o.Map[s.Header] = s.Field
		}
	}
	return o
}

// recalled looks for a row of headings that was met before, in the line that is
// said to have them or in any.
func recalled(text string, g *model.Programme, kind string, said int) *model.Mapping {
	text, delim, skip := csv.SepLine(text)
	delims := []byte{',', ';', '\t', '|'}
	if delim != 0 {
		delims = []byte{delim}
	}
	for _, d := range delims {
		for _, r := range csv.Sample(text, d, skip) {
			if m := g.Mapping(kind, signature(r.Cells)); m != nil && !r.Blank() && (said == 0 || r.Line == said) {
				return m
			}
		}
	}
	return nil
}

// remember is what this file leaves to be remembered: what was said about its
// columns, now or before. Nil when that is known already, or nothing was said.
func (r *reader) Remember() *model.Mapping {
	var heads []string
	m := model.Mapping{Kind: string(r.t.lex.kind)}
	for _, c := range r.t.columns {
		heads = append(heads, c.header)
		if to, said := r.t.lex.mapped[cells.Fold(c.header)]; said &&
			!slices.ContainsFunc(m.Columns, func(s model.Sent) bool { return s.Header == c.header }) {
			m.Columns = append(m.Columns, model.Sent{Header: c.header, Field: to})
		}
	}
	r.pv.Mapping = m.Columns
	if r.t.lex.won && !slices.Equal(r.o.Won, wonWords) {
		m.Won = r.o.Won
	}
	m.Headers = signature(heads)
	old := r.p.Programme().Mapping(m.Kind, m.Headers)
	if old == nil && len(m.Columns)+len(m.Won) == 0 || old != nil && sameSaid(old, &m) {
		return nil
	}
	return &m
}

// sameSaid reports whether two files were told the same; headings may be spelt in
// another case and stand in another order.
func sameSaid(a, b *model.Mapping) bool {
	to := map[string]string{}
	for _, s := range a.Columns {
		to[cells.Fold(s.Header)] = s.Field
	}
	for _, s := range b.Columns {
		if to[cells.Fold(s.Header)] != s.Field {
			return false
		}
	}
	return len(a.Columns) == len(b.Columns) && slices.Equal(a.Won, b.Won)
}

// noteRecalled says what was taken from an earlier file.
func (r *reader) noteRecalled() {
	m := r.o.recalled
	if m == nil {
		return
	}
	n := 0
	for i := range r.pv.Columns {
		if r.pv.Columns[i].Recalled {
			n++
		}
	}
	if n > 0 {
		r.pv.Recalled = true
		r.note(words.T("exchange.file-these-headings-read-before", n))
	}
	if len(m.Won) > 0 && slices.Equal(r.o.Won, m.Won) {
		r.pv.Recalled = true
		r.note(words.T("exchange.what-counts-as-won-what"))
	}
}
