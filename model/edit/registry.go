package edit

import (
	"cmp"
	"slices"
	"strings"

	"accord/model"
	"accord/model/words"
)

// Fields lists the registry for a programme: fixed fields first, then one group
// per instrument of its method pack. Figures appear once, as figures.YEAR.….
func Fields(g *model.Programme) []Field {
	out := slices.Clone(StaticFields())
	for _, line := range YearLines() {
		out = append(out, FigureField(line, 0))
	}
	pack := g.MethodPack()
	for i := range pack.Instruments {
		in := &pack.Instruments[i]
		for j := range in.Factors {
			out = append(out, ratingFields(in, &in.Factors[j])...)
		}
	}
	return append(out, packFields(pack)...)
}

// FieldByKey finds a field; for an unknown key the problem names near ones.
func FieldByKey(g *model.Programme, key string) (Field, error) {
	if i := slices.IndexFunc(StaticFields(), func(f Field) bool { return f.Key == key }); i >= 0 {
		return StaticFields()[i], nil
	}
	if f, ok := figureByKey(key); ok {
		return f, nil
	}
	if f, ok := packFieldByKey(g.MethodPack(), key); ok {
		return f, nil
	}
	name, part := key, ""
	for _, p := range RatingParts {
		if n, ok := strings.CutSuffix(key, "."+p); ok {
			name, part = n, p
		}
	}
	if in, f := g.MethodPack().Factor(model.FactorKey(name)); f != nil && (part == "" || !model.AboutOurselves(in.Key)) {
		return ratingField(in, f, part), nil
	}
	hint := words.T("edit.accord-fields-lists-them-all")
	if near := nearKeys(g, key); near != "" {
		hint = words.T("edit.did-you-mean", near, hint)
	}
	return Field{}, model.Refuse(key, hint, words.T("edit.there-no-such-field"))
}

func nearKeys(g *model.Programme, key string) string {
	type hit struct {
		key  string
		dist int
	}
	var hits []hit
	for _, f := range Fields(g) {
		if d := editDistance(key, f.Key); d <= 3 || strings.HasSuffix(f.Key, "."+key) {
			hits = append(hits, hit{f.Key, d})
		}
	}
	slices.SortFunc(hits, func(a, b hit) int { return cmp.Or(a.dist-b.dist, strings.Compare(a.key, b.key)) })
	var names []string
	for _, h := range hits[:min(3, len(hits))] {
		names = append(names, h.key)
	}
	return strings.Join(names, ", ")
}

// editDistance is the Levenshtein distance in bytes.
func editDistance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		diag := row[0]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := diag
			if a[i-1] != b[j-1] {
				cost = 1 + min(diag, row[j], row[j-1])
			}
			diag, row[j] = row[j], cost
		}
	}
	return row[len(b)]
}

// Get reads a field as the text that Set would take back; "" is unknown.
func Get(p *model.Portfolio, ref Ref, f Field) string {
	r := &Record{Programme: p.Programme(), Portfolio: p, Account: p.Account(ref.Account)}
	if f.Of != ref.Of || !r.Resolve(ref) {
		return ""
	}
	return f.Get(r)
}

// Shown is what people read for a value of a field, as Get gives it: the word of a
// choice in the language of the screen, anything else as it is.
func (f *Field) Shown(value string) string {
	if f.Kind == Choice || f.Kind == YesNo {
		return words.Here(value)
	}
	return value
}
