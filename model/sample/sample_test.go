package sample

import (
	"slices"
	"testing"
	"time"
	"unicode"

	"accord/model"
	"accord/model/score"
)

func TestTheSampleHasEverythingToFind(t *testing.T) {
	today := model.NewDate(2026, time.November, 24)
	p, err := Portfolio(today)
	if err != nil {
		t.Fatal(err)
	}
	if p.Len() < 24 {
		t.Fatalf("%d accounts", p.Len())
	}
	s := score.Of(p, today)
	for q := score.QuadrantUnknown; q <= score.Transact; q++ {
		if s.Quadrants[q] == 0 {
			t.Errorf("no account is %s", q)
		}
	}
	find := func(tag string) (*model.Account, int) {
		for i, a := range p.Accounts() {
			if slices.Contains(a.Tags, tag) {
				return a, i
			}
		}
		t.Fatalf("nothing is tagged %q", tag)
		return nil, 0
	}
	if _, i := find("volume trap"); s.Revenue.Class[i] != score.ClassA || s.Contribution.Class[i] == score.ClassA {
		t.Errorf("the volume trap is %s by revenue and %s by contribution", s.Revenue.Class[i], s.Contribution.Class[i])
	}
	if _, i := find("hidden gem"); s.Revenue.Class[i] != score.ClassC || s.LocalAt(i).Importance.Score.V < 60 {
		t.Errorf("the hidden gem is %s by revenue with importance %.0f", s.Revenue.Class[i], s.LocalAt(i).Importance.Score.V)
	}
	giant, i := find("exposed giant")
	if s.QuadrantAt(i) != score.Exposed || p.At(int(s.Revenue.Order[0])) != giant {
		t.Errorf("the giant is %s", s.QuadrantAt(i))
	}
	if a, _ := find("single thread"); len(a.Ties) != 1 || len(a.Seats) < 3 {
		t.Errorf("the single thread has %d ties", len(a.Ties))
	}
	seen := score.Flags(0)
	for i := range p.Accounts() {
		seen |= s.StandingAt(i).Flags
	}
	for _, f := range []score.Flag{score.MarginErosion, score.VolumeTrap, score.HiddenGem, score.NoSupport, score.NoCover, score.SingleThread, score.StaleTies, score.NoCLevelPair, score.ExchangeOff, score.StageOff} {
		if !seen.Has(f) {
			t.Errorf("no account shows the flag %s", f.Key())
		}
	}
	if g := s.Standing(giant.ID); !g.Capped || len(giant.Insights) == 0 || len(giant.Cells) == 0 || !s.Local(giant.ID).StageSum.Known {
		t.Errorf("the giant's plan lacks something: %+v", g)
	}
	if s.TierAdvice(giant.ID) != "" || !anyAdvice(s, p) {
		t.Error("some tier should disagree with its quadrant, and not the giant's")
	}
}

func anyAdvice(s *score.Scores, p *model.Portfolio) bool {
	return slices.ContainsFunc(p.Accounts(), func(a *model.Account) bool { return s.TierAdvice(a.ID) != "" })
}

func TestTheSampleSpeaksTwoLanguagesAndIsTheSameEveryTime(t *testing.T) {
	today := model.NewDate(2026, time.November, 24)
	a, err := Portfolio(today)
	if err != nil {
		t.Fatal(err)
	}
	b, err := Portfolio(today)
	if err != nil {
		t.Fatal(err)
	}
	hebrew := 0
	for i := range a.Len() {
		if a.At(i).ID != b.At(i).ID || a.At(i).Name != b.At(i).Name {
			t.Fatalf("account %d differs between two runs", i)
		}
		for _, r := range a.At(i).Name {
			if unicode.Is(unicode.Hebrew, r) {
				hebrew++
				break
			}
		}
	}
	if hebrew < 2 {
		t.Errorf("%d Hebrew names", hebrew)
	}
}

func TestTheSamplePlansAreComplete(t *testing.T) {
	p, err := Portfolio(model.NewDate(2026, time.November, 24))
	if err != nil {
		t.Fatal(err)
	}
	overdue, linked, people := 0, 0, 0
	for _, a := range p.Accounts() {
		people += len(a.Seats)
		for _, act := range a.Actions {
			if act.Status == model.ActionOpen && act.Due.Before(model.NewDate(2026, time.November, 24)) {
				overdue++
			}
			if act.Objective != "" {
				linked++
			}
		}
	}
	if overdue < 3 || linked < 5 || people < 20 {
		t.Errorf("%d overdue actions, %d linked, %d seats", overdue, linked, people)
	}
}
