package store

import (
	"fmt"
	"testing"
	"time"

	"accord/model"
	"accord/model/edit"
	"accord/model/session"
)

// An abstention is in the file as such, told from a question passed over, and every
// moment of the rating comes back.
func TestABlindRatingIsKept(t *testing.T) {
	now := time.Date(2026, 11, 26, 9, 0, 0, 0, time.UTC)
	f := create(t, model.EmptyPortfolio(), Options{})
	n := 0
	s := session.New(model.EmptyPortfolio(), model.DateOf(now), 0, func() string { n++; return fmt.Sprint("id", n) })
	moments := []*model.Portfolio{s.Portfolio()}
	const capacity, profit = model.FactorKey("importance.capacity"), model.FactorKey("importance.profitability")
	for _, c := range []edit.Change{edit.AddAccount{ID: "a", Name: "Alpha"}, edit.OpenBallot{ID: "b", Accounts: []model.AccountID{"a"}, Instrument: "importance", Raters: []string{"AL", "BK"}},
		edit.CastMark{Account: "a", Factor: capacity, Level: model.UnknownLevel}, edit.PassBallot{}, edit.ReopenTurn{}, edit.CastMark{Account: "a", Factor: profit, Level: model.LevelOf(4)},
		edit.CastMark{Account: "a", Factor: profit, Level: model.UnknownLevel}, edit.CastMark{Account: "a", Factor: capacity, Level: model.LevelOf(2)}, edit.PassBallot{}} {
		p, err := s.Do(c, now)
		if err != nil {
			t.Fatal(err)
		}
		f.Save(p)
		moments = append(moments, s.Portfolio())
	}
	shut(t, f)
	f = open(t, f.Path(), Options{})
	last := len(moments) - 1
	if got := loaded(t, f); !sameContent(got, moments[last]) {
		t.Fatal(difference(moments[last].Programme(), got.Programme()))
	}
	for seq := range last {
		p, err := f.At(moments[last], uint64(last), uint64(seq))
		if err != nil {
			t.Fatal(err)
		}
		if !sameContent(p, moments[seq]) {
			t.Errorf("step %d: %s", seq, difference(moments[seq].Programme(), p.Programme()))
		}
	}
	b := loaded(t, f).Programme().Voting()
	if got := b.Said("a", "AL", capacity) + b.Said("a", "AL", profit) + b.Said("a", "AL", "importance.market_access"); got != "2x–" {
		t.Errorf("said is %q", got)
	}
}
