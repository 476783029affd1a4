package score

import (
	"accord/model"
)

// weightStep is how far a single weight is moved to see whether a quadrant holds
// (METHOD §4).
const weightStep = 0.2

// Fragile says which single weights decide where an account stands.
type Fragile struct {
	Account model.AccountID
	Tips    []Tip
}

// Tip is a weight that, 20 % heavier or lighter, moves the account elsewhere.
type Tip struct {
	Factor  model.FactorKey
	Heavier bool
	To      Quadrant
}

// Sensitivity lists the accounts whose quadrant does not survive every single
// weight of importance and position moved by 20 % either way, the highest S first. With a cut at the
// median the median moves along.
func (s *Scores) Sensitivity() []Fragile {
	tips := make([][]Tip, len(s.local))
	for _, key := range []string{"importance", "position"} {
		in := s.portfolio.Programme().MethodPack().Instrument(key)
		if in == nil {
			continue
		}
		for k := range in.Factors {
			for _, factor := range []float64{1 - weightStep, 1 + weightStep} {
				s.tilt(in, k, factor, tips)
			}
		}
	}
	var out []Fragile
	for _, i := range s.ByStrategic {
		if tips[i] != nil {
			out = append(out, Fragile{s.portfolio.Accounts()[i].ID, tips[i]})
		}
	}
	return out
}

// tilt moves one weight and notes who comes to stand elsewhere.
func (s *Scores) tilt(in *model.Instrument, k int, by float64, tips [][]Tip) {
	if in.Factors[k].Weight == 0 {
		return // nothing to make heavier
	}
	scores := make([]model.Num, len(s.local))
	for i, a := range s.portfolio.Accounts() {
		if s.archived(i) {
			continue
		}
		scores[i] = tilted(in, a, k, by)
	}
	ofImportance := in.Key == "importance"
	firmAt := func(i int) bool {
		if ofImportance {
			return firm(&s.local[i].Importance, s.Settings())
		}
		return firm(&s.local[i].Position, s.Settings())
	}
	impCut, posCut := s.ImportanceCut, s.PositionCut
	if s.portfolio.Programme().MedianCut {
		var known []float64
		for i, v := range scores {
			if v.Known && firmAt(i) {
				known = append(known, v.V)
			}
		}
		if m := model.Median(known); m.Known && ofImportance {
			impCut = m.V
		} else if m.Known {
			posCut = m.V
		}
	}
	for i, l := range s.local {
		if s.archived(i) || l.Provisional {
			continue
		}
		imp, pos := l.Importance.Score, l.Position.Score
		if ofImportance {
			imp = scores[i]
		} else {
			pos = scores[i]
		}
		if to := quadrantOf(imp, pos, impCut-roundingError, posCut-roundingError); to != s.QuadrantAt(i) {
			tips[i] = append(tips[i], Tip{in.Factors[k].Full(), by > 1, to})
		}
	}
}

// tilted is an instrument's score with the weight of one factor multiplied.
func tilted(in *model.Instrument, a *model.Account, k int, by float64) model.Num {
	var known, sum float64
	for i := range in.Factors {
		l := a.Ratings[in.Factors[i].Full()].Used()
		if !l.Known() {
			continue
		}
		w := float64(in.Factors[i].Weight)
		if i == k {
			w *= by
		}
		known += w
		sum += w * float64(l.Int())
	}
	if known == 0 {
		return model.Num{}
	}
	return model.Some(100 * sum / (5 * known))
}
