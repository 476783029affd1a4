package session_test

import (
	"math/rand/v2"
	"testing"

	"accord/model"
	"accord/model/edit"
	"accord/model/modeltest"
	"accord/model/sessiontest"
)

// What a level is said to come to is what it comes to when it is set.
func TestIfRatedIsWhatRatingDoes(t *testing.T) {
	tried := 0
	modeltest.EachRandom(t, modeltest.Seeds(t, 60, 600), func(r *rand.Rand, p *model.Portfolio) {
		a := p.At(r.IntN(p.Len()))
		for _, key := range []string{"importance", "position", "receptivity"} {
			in := p.Programme().MethodPack().Instrument(key)
			f, l, theirs := in.Factors[r.IntN(len(in.Factors))].Full(), model.Level(r.IntN(in.Max+2)), r.IntN(2) == 0
			s := sessiontest.New(p)
			said := s.Scores().IfRated(a.ID, f, theirs, l)
			if _, err := s.Do(edit.SetRating{Account: a.ID, Factor: f, Verified: theirs, Level: l}, modeltest.Now); err != nil {
				continue
			}
			is := s.Scores().Local(a.ID)
			if said.Strategic != is.Strategic || said.Importance != is.Importance.Score || said.Position != is.Position.Score || !p.Programme().MedianCut && said.Quadrant != s.Scores().Quadrant(a.ID) {
				t.Fatalf("%s %v: said %+v, is %v %v %v", f, l, said, is.Strategic, is.Importance.Score, is.Position.Score)
			}
			tried++
		}
	})
	if tried < 100 {
		t.Errorf("only %d were tried", tried)
	}
}
