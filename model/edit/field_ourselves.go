package edit

import (
	"strings"

	"accord/model"
	"accord/model/words"
)

// ourselvesField is a question about ourselves as a row of the registry: readiness is
// the programme's, competency each member's.
func ourselvesField(in *model.Instrument, f *model.Factor) Field {
	full := f.Full()
	row := Field{Key: string(full), Label: f.Name, Title: f.Name, Of: OfProgramme, Kind: Grade, Feeds: in.Key, Help: f.Question,
		Range: words.T("edit.or-unknown", in.Min, in.Max)}
	answers := func(r *Record) *map[model.FactorKey]model.Rating { return &r.Programme.Readiness }
	if in.Key == model.CompetencyKey {
		row.Of, answers = OfMember, func(r *Record) *map[model.FactorKey]model.Rating { return &r.Member.Competency }
	}
	row.Get = func(r *Record) string { return RatingPart((*answers(r))[full], "") }
	row.set = func(r *Record, s string) error {
		l, err := ParseLevel(in, row.Key, strings.TrimSpace(s))
		if err == nil {
			at := answers(r)
			*at = answered(*at, full, l, r.today)
		}
		return err
	}
	return row
}

// ourselvesFields are those of one of the two instruments.
func ourselvesFields(p *model.Pack, key string) (out []Field) {
	if in := p.Instrument(key); in != nil {
		for i := range in.Factors {
			out = append(out, ourselvesField(in, &in.Factors[i]))
		}
	}
	return out
}
