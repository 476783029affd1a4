package model

import "maps"

// IfLevel is where an account would stand if one question were answered otherwise.
type IfLevel struct {
	Strategic, Importance, Position Num
	Score                           Num // of the instrument that asks
	Quadrant                        Quadrant
}

// IfRated tries a level for a factor, as our answer or as the customer's, without
// an edit; unknown takes the answer away. The cuts stay where they are.
func (s *Scores) IfRated(id AccountID, factor FactorKey, theirs bool, l Level) IfLevel {
	a, pack := s.portfolio.Account(id), s.portfolio.programme.MethodPack()
	in, _ := pack.Factor(factor)
	if a == nil || in == nil {
		return IfLevel{}
	}
	b := *a
	b.Ratings = maps.Clone(a.Ratings)
	if b.Ratings == nil {
		b.Ratings = map[FactorKey]Rating{}
	}
	r := b.Ratings[factor]
	if theirs {
		r.Verified = l
	} else {
		r.Ours = l
	}
	b.Ratings[factor] = r
	j := judge(&b, pack, nil, nil)
	return IfLevel{Strategic: j.Strategic, Importance: j.Importance.Score, Position: j.Position.Score, Score: ScoreInstrument(in, b.Ratings).Score,
		Quadrant: quadrantOf(j.Importance.Score, j.Position.Score, s.ImportanceCut, s.PositionCut)}
}
