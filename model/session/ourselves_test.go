package session_test

import (
	"testing"

	"accord/model"
	"accord/model/edit"
	"accord/model/modeltest"
	"accord/model/score"
	"accord/model/sessiontest"
)

func TestWeRateOurselves(t *testing.T) {
	g := model.NewProgramme()
	g.Team = []model.Member{{ID: "m", Name: "Dana"}}
	p, err := model.NewPortfolio(g, []*model.Account{{ID: "a", Name: "A"}})
	if err != nil {
		t.Fatal(err)
	}
	s := sessiontest.New(p)
	if now := s.Portfolio().Programme(); score.Ready(now).Score.Known || score.Competent(now, now.Member("m")).Score.Known {
		t.Error("nobody answered, and there is a score")
	}
	for _, c := range []edit.Change{edit.RateOurselves{Member: "", Factor: "readiness.criteria", Level: model.LevelOf(4)}, edit.RateOurselves{Member: "m", Factor: "competency.influence", Level: model.LevelOf(2)}} {
		if _, err := s.Do(c, modeltest.Now); err != nil {
			t.Fatal(err)
		}
	}
	now := s.Portfolio().Programme()
	if got := score.Ready(now); got.Score != model.Some(80.0) || got.Confidence <= 0 || got.Confidence >= 1 {
		t.Errorf("readiness %+v", got)
	}
	in := now.MethodPack().Instrument(model.CompetencyKey)
	for i := range in.Factors {
		if _, err := s.Do(edit.RateOurselves{Member: "m", Factor: in.Factors[i].Full(), Level: model.LevelOf(3)}, modeltest.Now); err != nil {
			t.Fatal(err)
		}
	}
	now = s.Portfolio().Programme()
	if got := score.Competent(now, now.Member("m")); got.Score != model.Some(60.0) || got.Confidence != 1 {
		t.Errorf("competency %+v", got)
	}
	for _, c := range []edit.Change{edit.RateOurselves{Member: "", Factor: "readiness.moon", Level: model.LevelOf(1)}, edit.RateOurselves{Member: "", Factor: "importance.capacity", Level: model.LevelOf(1)}, edit.RateOurselves{Member: "m", Factor: "readiness.criteria", Level: model.LevelOf(1)}, edit.RateOurselves{Member: "gone", Factor: in.Factors[0].Full(), Level: model.LevelOf(1)}, edit.RateOurselves{Member: "", Factor: "readiness.criteria", Level: model.LevelOf(9)}} {
		if _, err := s.Do(c, modeltest.Now); err == nil {
			t.Errorf("%+v is not refused", c)
		}
	}
	if _, err := s.Do(edit.RateOurselves{Member: "", Factor: "readiness.criteria", Level: model.UnknownLevel}, modeltest.Now); err != nil || s.Portfolio().Programme().Readiness != nil {
		t.Errorf("%+v %v", s.Portfolio().Programme().Readiness, err)
	}
}
