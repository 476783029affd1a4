package score

import (
	"math/rand/v2"
	"testing"

	"accord/model"
	"accord/model/modeltest"
)

// The agenda has every open action and every planned review once, contacts exactly
// when their rhythm is over, and is in the order of days.
func TestTheAgendaIsCompleteAndInOrder(t *testing.T) {
	entries := 0
	for seed := range uint64(50) {
		r := rand.New(rand.NewPCG(seed, 21))
		var accounts []*model.Account
		want := map[string]bool{}
		for i := range 6 {
			a := &model.Account{ID: model.AccountID(rune('a' + i)), Name: string(rune('A' + i)), Archived: r.IntN(6) == 0, Persons: []model.Person{{ID: "p", Name: "Anna"}}}
			day := func() model.Date {
				if r.IntN(4) == 0 {
					return model.Date{}
				}
				return modeltest.Today.AddDays(r.IntN(100) - 50)
			}
			for k := range 8 {
				id := string(rune('a'+i)) + string(rune('0'+k))
				x := model.Action{ID: model.ActionID(id), Text: "x", Due: day(), Status: model.ActionStatus(r.IntN(4))}
				a.Actions = append(a.Actions, x)
				v := model.Review{ID: model.ReviewID("r" + id), Text: "v", Date: day(), Held: r.IntN(2) == 0}
				a.Reviews = append(a.Reviews, v)
				tie := model.Tie{ID: model.TieID("t" + id), Ours: "m", Theirs: "p", Level: model.TieLevel(r.IntN(3)), LastContact: day(), Cadence: r.IntN(3) * 20}
				a.Ties = append(a.Ties, tie)
				if a.Archived {
					continue
				}
				if x.Status == model.ActionOpen || x.Status == model.ActionStarted {
					want[id] = true
				}
				if !v.Held {
					want["r"+id] = true
				}
				if tie.Cadence > 0 && tie.Level > model.TieNone && tie.LastContact.Known() && !modeltest.Today.Before(tie.LastContact.AddDays(tie.Cadence)) {
					want["t"+id] = true
				}
			}
			accounts = append(accounts, a)
		}
		g := model.NewProgramme()
		g.Team = []model.Member{{ID: "m", Name: "Dana"}}
		p, err := model.NewPortfolio(g, accounts)
		if err != nil {
			t.Fatal(err)
		}
		agenda := Of(p, modeltest.Today).Agenda()
		for i, d := range agenda {
			entries++
			if !want[d.ID] {
				t.Fatalf("seed %d: %+v does not belong there, or stands twice", seed, d)
			}
			delete(want, d.ID)
			if i > 0 && d.Day.Known() && (!agenda[i-1].Day.Known() || d.Day.Before(agenda[i-1].Day)) {
				t.Fatalf("seed %d: %v after %v", seed, d.Day, agenda[i-1].Day)
			}
		}
		if len(want) > 0 {
			t.Fatalf("seed %d: missing %v", seed, want)
		}
	}
	if entries < 1000 {
		t.Error("only", entries)
	}
}

func TestOldAnswersAreOnTheAgenda(t *testing.T) {
	a := modeltest.Rated("a", map[string]string{"importance": "543"})
	for k, r := range a.Ratings {
		r.Date = modeltest.Today.AddDays(-1000)
		a.Ratings[k] = r
	}
	got := Of(modeltest.PortfolioOf(t, a), modeltest.Today).Agenda()
	if len(got) != 1 || got[0].Kind != DueFact || got[0].Text[:2] != "3 " {
		t.Errorf("%+v", got)
	}
}
