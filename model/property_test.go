package model

import (
	"fmt"
	"iter"
	"math"
	"math/rand/v2"
	"testing"
)

// eachRandom calls f for many random portfolios with at least one account.
func eachRandom(t *testing.T, numbers iter.Seq[int], f func(r *rand.Rand, p *Portfolio)) {
	t.Helper()
	seed := -1
	defer func() { // f knows no seed
		if t.Failed() {
			t.Logf("the last seed was %d", seed)
		}
	}()
	for range numbers {
		var p *Portfolio
		var r *rand.Rand
		for p == nil || p.Len() == 0 {
			seed++
			r = rand.New(rand.NewPCG(uint64(seed), 21))
			p = randomPortfolio(t, r)
		}
		f(r, p)
	}
}

func TestRaisingAFactorNeverLowersImportance(t *testing.T) {
	eachRandom(t, seeds(t, 500, 5000), func(r *rand.Rand, p *Portfolio) {
		in := p.programme.MethodPack().Instrument("importance")
		for _, a := range p.accounts {
			f := in.Factors[r.IntN(len(in.Factors))].Full()
			used := a.Ratings[f].Used()
			if !used.Known() || used.Int() == in.Max {
				continue
			}
			s := newTestSession(p)
			before := s.Scores().Local(a.ID).Importance.Score
			if _, err := s.Do(SetRating{a.ID, f, a.Ratings[f].Verified.Known(), used + 1}, testNow); err != nil {
				t.Fatal(err)
			}
			if after := s.Scores().Local(a.ID).Importance.Score; after.Known != before.Known || after.V < before.V {
				t.Fatalf("%s from %v: importance %v, was %v", f, used, after, before)
			}
		}
	})
}

// without a factor nobody answered, a score is what it was; only the confidence rises.
func TestUnknownFactorsChangeOnlyConfidence(t *testing.T) {
	eachRandom(t, seeds(t, 500, 5000), func(_ *rand.Rand, p *Portfolio) {
		for _, in := range p.programme.MethodPack().Instruments {
			for _, a := range p.accounts {
				less := in
				less.Factors = nil
				for _, f := range in.Factors {
					if a.Ratings[f.Full()].Used().Known() {
						less.Factors = append(less.Factors, f)
					}
				}
				whole, part := ScoreInstrument(&in, a.Ratings), ScoreInstrument(&less, a.Ratings)
				if whole.Score != part.Score || whole.Gap != part.Gap || part.Score.Known && part.Confidence != 1 || whole.Confidence > part.Confidence {
					t.Fatalf("%s: %+v, without unknown factors %+v", in.Key, whole, part)
				}
			}
		}
	})
}

func TestScalingAllWeightsChangesNothing(t *testing.T) {
	eachRandom(t, seeds(t, 300, 3000), func(r *rand.Rand, p *Portfolio) {
		scaled := *p.programme
		pack := *p.programme.MethodPack()
		pack.Instruments = append([]Instrument(nil), pack.Instruments...)
		for i := range pack.Instruments {
			by := 1 + r.IntN(9)
			pack.Instruments[i].Factors = append([]Factor(nil), pack.Instruments[i].Factors...)
			for j := range pack.Instruments[i].Factors {
				pack.Instruments[i].Factors[j].Weight *= by
			}
		}
		scaled.Pack = &pack
		s, x := Score(p, testToday), Score(under(t, &scaled, p.accounts...), testToday)
		for i := range p.accounts {
			for name, pair := range map[string][2]Num{"S": {s.LocalAt(i).Strategic, x.LocalAt(i).Strategic}, "H": {s.StandingAt(i).Health, x.StandingAt(i).Health}, "alignment": {s.StandingAt(i).Alignment, x.StandingAt(i).Alignment}} {
				if pair[0].Known != pair[1].Known || math.Abs(pair[0].V-pair[1].V) > 1e-9 {
					t.Fatalf("%s is %v, with all weights scaled %v", name, pair[0], pair[1])
				}
			}
		}
	})
}

func TestRevenueSharesSumToOne(t *testing.T) {
	known := 0
	eachRandom(t, seeds(t, 500, 5000), func(_ *rand.Rand, p *Portfolio) {
		s := Score(p, testToday)
		sum := 0.0
		for _, a := range p.accounts {
			share := s.Revenue.Share(s.Local(a.ID).Revenue)
			if share.V < 0 || share.V > 1 {
				t.Fatalf("a share of %v", share)
			}
			sum += share.V
		}
		if s.Revenue.Total > 0 {
			known++
			if !close9(sum, 1) {
				t.Fatalf("the shares sum to %v", sum)
			}
		}
	})
	if known < 100 {
		t.Errorf("only %d portfolios had revenue", known)
	}
}

// One edit of one account, or of one weight, gives for every account what a
// computation from scratch gives.
func TestOneEditEqualsFromScratch(t *testing.T) {
	classes := 0
	eachRandom(t, seeds(t, 600, 6000), func(r *rand.Rand, p *Portfolio) {
		s := newTestSession(p)
		a := p.At(r.IntN(p.Len()))
		before := s.Scores().Revenue.Class
		for _, c := range []Change{
			SetField{Ref: AccountRef(a.ID), Key: fmt.Sprintf("figures.%d.revenue", s.Scores().Period().Year), Value: fmt.Sprint(r.IntN(2000))},
			SetField{Ref: AccountRef(a.ID), Key: fmt.Sprintf("figures.%d.cost_of_sales", s.Scores().Period().Year), Value: fmt.Sprint(r.IntN(2000))},
			SetField{Ref: Ref{Of: OfProgramme}, Key: "pack.position.criticality.weight", Value: fmt.Sprint(r.IntN(30))},
			SetField{Ref: Ref{Of: OfProgramme}, Key: "setting.tie_half_life", Value: fmt.Sprint(1 + r.IntN(90))},
			SetField{Ref: AccountRef(a.ID), Key: "tier", Value: Tier(r.IntN(5)).String()},
			SetField{Ref: AccountRef(a.ID), Key: "charter", Value: fmt.Sprint("charter ", r.IntN(3))},
		} {
			if _, err := s.Do(c, testNow); err != nil {
				if s.Scores().Period().Year == 0 {
					continue // no year has figures yet
				}
				t.Fatalf("%s: %v", c.Label(), err)
			}
			sameScores(t, s.Scores(), Score(s.Portfolio(), testToday))
		}
		for i := range before {
			if before[i] != s.Scores().Revenue.Class[i] && p.At(i) != a {
				classes++
			}
		}
	})
	if classes < 20 {
		t.Errorf("an edit changed the class of only %d other accounts: nothing was tried", classes)
	}
}
