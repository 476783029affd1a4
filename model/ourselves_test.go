package model

import "testing"

func TestWeRateOurselves(t *testing.T) {
	g := NewProgramme()
	g.Team = []Member{{ID: "m", Name: "Dana"}}
	p, err := NewPortfolio(g, []*Account{{ID: "a", Name: "A"}})
	if err != nil {
		t.Fatal(err)
	}
	s := newTestSession(p)
	if now := s.Portfolio().Programme(); now.Ready().Score.Known || now.Competent(now.Member("m")).Score.Known {
		t.Error("nobody answered, and there is a score")
	}
	for _, c := range []Change{RateOurselves{"", "readiness.criteria", LevelOf(4)}, RateOurselves{"m", "competency.influence", LevelOf(2)}} {
		if _, err := s.Do(c, testNow); err != nil {
			t.Fatal(err)
		}
	}
	now := s.Portfolio().Programme()
	if got := now.Ready(); got.Score != Some(80.0) || got.Confidence <= 0 || got.Confidence >= 1 {
		t.Errorf("readiness %+v", got)
	}
	in := now.MethodPack().Instrument(CompetencyKey)
	for i := range in.Factors {
		if _, err := s.Do(RateOurselves{"m", in.Factors[i].Full(), LevelOf(3)}, testNow); err != nil {
			t.Fatal(err)
		}
	}
	now = s.Portfolio().Programme()
	if got := now.Competent(now.Member("m")); got.Score != Some(60.0) || got.Confidence != 1 {
		t.Errorf("competency %+v", got)
	}
	for _, c := range []Change{RateOurselves{"", "readiness.moon", LevelOf(1)}, RateOurselves{"", "importance.capacity", LevelOf(1)}, RateOurselves{"m", "readiness.criteria", LevelOf(1)}, RateOurselves{"gone", in.Factors[0].Full(), LevelOf(1)}, RateOurselves{"", "readiness.criteria", LevelOf(9)}} {
		if _, err := s.Do(c, testNow); err == nil {
			t.Errorf("%+v is not refused", c)
		}
	}
	if _, err := s.Do(RateOurselves{"", "readiness.criteria", UnknownLevel}, testNow); err != nil || s.Portfolio().Programme().Readiness != nil {
		t.Errorf("%+v %v", s.Portfolio().Programme().Readiness, err)
	}
}
