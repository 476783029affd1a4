package session_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"accord/model"
	"accord/model/edit"
	"accord/model/modeltest"
	"accord/model/score"
	"accord/model/sessiontest"
)

func TestRaisingAFactorNeverLowersImportance(t *testing.T) {
	modeltest.EachRandom(t, modeltest.Seeds(t, 500, 5000), func(r *rand.Rand, p *model.Portfolio) {
		in := p.Programme().MethodPack().Instrument("importance")
		for _, a := range p.Accounts() {
			f := in.Factors[r.IntN(len(in.Factors))].Full()
			used := a.Ratings[f].Used()
			if !used.Known() || used.Int() == in.Max {
				continue
			}
			s := sessiontest.New(p)
			before := s.Scores().Local(a.ID).Importance.Score
			if _, err := s.Do(edit.SetRating{Account: a.ID, Factor: f, Verified: a.Ratings[f].Verified.Known(), Level: used + 1}, modeltest.Now); err != nil {
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
	modeltest.EachRandom(t, modeltest.Seeds(t, 500, 5000), func(_ *rand.Rand, p *model.Portfolio) {
		for _, in := range p.Programme().MethodPack().Instruments {
			for _, a := range p.Accounts() {
				less := in
				less.Factors = nil
				for _, f := range in.Factors {
					if a.Ratings[f.Full()].Used().Known() {
						less.Factors = append(less.Factors, f)
					}
				}
				whole, part := score.OfInstrument(&in, a.Ratings), score.OfInstrument(&less, a.Ratings)
				if whole.Score != part.Score || whole.Gap != part.Gap || part.Score.Known && part.Confidence != 1 || whole.Confidence > part.Confidence {
					t.Fatalf("%s: %+v, without unknown factors %+v", in.Key, whole, part)
				}
			}
		}
	})
}

func TestScalingAllWeightsChangesNothing(t *testing.T) {
	modeltest.EachRandom(t, modeltest.Seeds(t, 300, 3000), func(r *rand.Rand, p *model.Portfolio) {
		scaled := *p.Programme()
		pack := *p.Programme().MethodPack()
		pack.Instruments = append([]model.Instrument(nil), pack.Instruments...)
		for i := range pack.Instruments {
			by := 1 + r.IntN(9)
			pack.Instruments[i].Factors = append([]model.Factor(nil), pack.Instruments[i].Factors...)
			for j := range pack.Instruments[i].Factors {
				pack.Instruments[i].Factors[j].Weight *= by
			}
		}
		scaled.Pack = &pack
		s, x := score.Of(p, modeltest.Today), score.Of(modeltest.Under(t, &scaled, p.Accounts()...), modeltest.Today)
		for i := range p.Accounts() {
			for name, pair := range map[string][2]model.Num{"S": {s.LocalAt(i).Strategic, x.LocalAt(i).Strategic}, "H": {s.StandingAt(i).Health, x.StandingAt(i).Health}, "alignment": {s.StandingAt(i).Alignment, x.StandingAt(i).Alignment}} {
				if pair[0].Known != pair[1].Known || math.Abs(pair[0].V-pair[1].V) > 1e-9 {
					t.Fatalf("%s is %v, with all weights scaled %v", name, pair[0], pair[1])
				}
			}
		}
	})
}

func TestRevenueSharesSumToOne(t *testing.T) {
	known := 0
	modeltest.EachRandom(t, modeltest.Seeds(t, 500, 5000), func(_ *rand.Rand, p *model.Portfolio) {
		s := score.Of(p, modeltest.Today)
		sum := 0.0
		for _, a := range p.Accounts() {
			if a.Archived {
				continue
			}
			share := s.Revenue.Share(s.Local(a.ID).Revenue)
			if share.V < 0 || share.V > 1 {
				t.Fatalf("a share of %v", share)
			}
			sum += share.V
		}
		if s.Revenue.Total > 0 {
			known++
			if !modeltest.Close9(sum, 1) {
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
	modeltest.EachRandom(t, modeltest.Seeds(t, 600, 6000), func(r *rand.Rand, p *model.Portfolio) {
		s := sessiontest.New(p)
		a := p.At(r.IntN(p.Len()))
		before := s.Scores().Revenue.Class
		for _, c := range []edit.Change{
			edit.SetField{Ref: edit.AccountRef(a.ID), Key: fmt.Sprintf("figures.%d.revenue", s.Scores().Period().Year), Value: fmt.Sprint(r.IntN(2000))},
			edit.SetField{Ref: edit.AccountRef(a.ID), Key: fmt.Sprintf("figures.%d.cost_of_sales", s.Scores().Period().Year), Value: fmt.Sprint(r.IntN(2000))},
			edit.SetField{Ref: edit.Ref{Of: edit.OfProgramme}, Key: "pack.position.criticality.weight", Value: fmt.Sprint(r.IntN(30))},
			edit.SetField{Ref: edit.Ref{Of: edit.OfProgramme}, Key: "setting.tie_half_life", Value: fmt.Sprint(1 + r.IntN(90))},
			edit.SetField{Ref: edit.AccountRef(a.ID), Key: "tier", Value: model.Tier(r.IntN(5)).String()},
			edit.SetField{Ref: edit.AccountRef(a.ID), Key: "charter", Value: fmt.Sprint("charter ", r.IntN(3))},
		} {
			if _, err := s.Do(c, modeltest.Now); err != nil {
				if s.Scores().Period().Year == 0 {
					continue // no year has figures yet
				}
				t.Fatalf("%s: %v", c.Label(), err)
			}
			sessiontest.SameScores(t, s.Scores(), score.Of(s.Portfolio(), modeltest.Today))
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
