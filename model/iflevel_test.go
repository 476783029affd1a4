package model

import (
	"math/rand/v2"
	"testing"
)

// What a level is said to come to is what it comes to when it is set.
func TestIfRatedIsWhatRatingDoes(t *testing.T) {
	tried := 0
	eachRandom(t, seeds(t, 60, 600), func(r *rand.Rand, p *Portfolio) {
		a := p.At(r.IntN(p.Len()))
		for _, key := range []string{"importance", "position", "receptivity"} {
			in := p.programme.MethodPack().Instrument(key)
			f, l, theirs := in.Factors[r.IntN(len(in.Factors))].Full(), Level(r.IntN(in.Max+2)), r.IntN(2) == 0
			s := newTestSession(p)
			said := s.Scores().IfRated(a.ID, f, theirs, l)
			if _, err := s.Do(SetRating{a.ID, f, theirs, l}, testNow); err != nil {
				continue
			}
			is := s.Scores().Local(a.ID)
			if said.Strategic != is.Strategic || said.Importance != is.Importance.Score || said.Position != is.Position.Score || !p.programme.MedianCut && said.Quadrant != s.Scores().Quadrant(a.ID) {
				t.Fatalf("%s %v: said %+v, is %v %v %v", f, l, said, is.Strategic, is.Importance.Score, is.Position.Score)
			}
			tried++
		}
	})
	if tried < 100 {
		t.Errorf("only %d were tried", tried)
	}
}
