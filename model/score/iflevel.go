package score

import (
	"maps"

	"accord/model"
)

// IfLevel is where an account would stand if one question were answered otherwise.
type IfLevel struct {
	Strategic, Importance, Position model.Num
	Score                           model.Num // of the instrument that asks
	Quadrant                        Quadrant
	Provisional                     bool // too little is rated to say where
}

// IfRated tries a level for a factor, as our answer or as the customer's, without
// an edit; unknown takes the answer away. The cuts stay where they are.
func (s *Scores) IfRated(id model.AccountID, factor model.FactorKey, theirs bool, l model.Level) IfLevel {
	a, pack := s.portfolio.Account(id), s.portfolio.Programme().MethodPack()
	in, _ := pack.Factor(factor)
	if a == nil || in == nil {
		return IfLevel{}
	}
	b := *a
	b.Ratings = maps.Clone(a.Ratings)
	if b.Ratings == nil {
		b.Ratings = map[model.FactorKey]model.Rating{}
	}
	r := b.Ratings[factor]
	if theirs {
		r.Verified = l
	} else {
		r.Ours = l
	}
	b.Ratings[factor] = r
	j := judge(&b, pack, nil, nil)
	return IfLevel{
		Strategic:   j.Strategic,
		Importance:  j.Importance.Score,
		Position:    j.Position.Score,
		Score:       OfInstrument(in, b.Ratings).Score,
		Provisional: j.Provisional,
		Quadrant:    quadrantOf(j.Importance.Score, j.Position.Score, s.ImportanceCut, s.PositionCut),
	}
}
