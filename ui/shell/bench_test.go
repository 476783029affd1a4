package shell

import (
	"fmt"
	"strings"
	"testing"

	"accord/model"
)

// rich is n accounts with everything a plan has: ratings, three years, 15 people,
// 40 ties, 30 plan items and some 24 KB of text each.
func rich(t testing.TB, n int) *model.Portfolio {
	g := model.NewProgramme()
	for i := range 8 {
		g.Team = append(g.Team, model.Member{ID: model.MemberID(fmt.Sprint("m", i)), Name: fmt.Sprint("Member ", i)})
	}
	text := strings.Repeat("what we know and mean to do about it, ", 16)
	accounts := make([]*model.Account, n)
	for i := range accounts {
		a := &model.Account{ID: model.AccountID(fmt.Sprintf("acc%09d", i)), Name: fmt.Sprintf("Account %05d", (i*7919)%n), Owner: "Dana", Segment: "Food", Notes: text, Ratings: map[model.FactorKey]model.Rating{}}
		for _, in := range g.MethodPack().Instruments {
			for k, f := range in.Factors {
				a.Ratings[f.Full()] = model.Rating{Ours: model.LevelOf(1 + (i*31+k*7)%4), Note: "why"}
			}
		}
		for y := 2023; y <= 2025; y++ {
			a.Years = append(a.Years, model.Year{Year: y, Revenue: model.NewMoney(float64(1000+(i*7907)%90000), "USD"), CostOfSales: model.NewMoney(500, "USD")})
		}
		for k := range 15 {
			p := model.PersonID(fmt.Sprint("p", k))
			a.Persons = append(a.Persons, model.Person{ID: p, Name: fmt.Sprint("Person ", k), Notes: text[:200]})
			s := model.Seat{ID: model.SeatID(fmt.Sprint("s", k)), Title: fmt.Sprint("Seat ", k), Person: p, Influence: model.Influence(k % 4)}
			if k > 0 {
				s.ReportsTo = model.SeatID(fmt.Sprint("s", (k-1)/3))
			}
			a.Seats = append(a.Seats, s)
		}
		for k := range 40 {
			a.Ties = append(a.Ties, model.Tie{ID: model.TieID(fmt.Sprint("t", k)), Ours: model.MemberID(fmt.Sprint("m", k%8)), Theirs: model.PersonID(fmt.Sprint("p", k%15)), Level: model.TieLevel(1 + k%4), LastContact: model.DateOf(testNow).AddDays(-k * 3)})
		}
		for k := range 15 {
			a.Objectives = append(a.Objectives, model.Objective{ID: model.ObjectiveID(fmt.Sprint("o", k)), Text: text[:300]})
			a.Actions = append(a.Actions, model.Action{ID: model.ActionID(fmt.Sprint("x", k)), Text: text[:300], Owner: "Dana", Due: model.DateOf(testNow).AddDays(k - 7)})
		}
		accounts[i] = a
	}
	p, err := model.NewPortfolio(g, accounts)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// BenchmarkKey is Update and View of one key press among 2,000 rich accounts.
func BenchmarkKey(b *testing.B) {
	p := rich(b, 2000)
	for _, c := range []struct{ name, before, keys string }{
		{"cursor", "", "j k"}, {"page", "", "pgdown pgup"}, {"rate", "tab tab", "5 1"}, {"verified", "tab tab right", "4 2"}, {"filter", "/", "a backspace"},
		{"pane", "", "tab shift+tab"}, {"map", "tab", "j k"}, {"tie", "tab v", "3 2"}, {"section", "tab tab", "] ["}, {"figure", "tab tab p 'figures' enter", "right left"}, {"help", "", "? esc"}, {"palette", "", ": esc"}, {"undo", "tab tab 5 1", "u ctrl+r"},
	} {
		b.Run(c.name, func(b *testing.B) {
			x := start(b, p, 120, 40)
			x.Keys(c.before)
			x.deaf = true // the next moves come after the key's own frame
			keys := strings.Fields(c.keys)
			b.ReportAllocs()
			b.ResetTimer()
			for i := range b.N {
				x.key(keys[i%len(keys)])
				_ = x.app.View()
			}
		})
	}
}

// BenchmarkKeyHidden is the same while names are hidden: the anonymous portfolio and
// its scores follow every edit.
func BenchmarkKeyHidden(b *testing.B) {
	p := rich(b, 2000)
	for _, c := range []struct{ name, before, keys string }{
		{"cursor", "", "j k"}, {"rate", "tab tab", "5 1"}, {"tie", "tab v", "3 2"}, {"undo", "tab tab 5 1", "u ctrl+r"},
	} {
		b.Run(c.name, func(b *testing.B) {
			x := start(b, p, 120, 40)
			x.Keys("f6 " + c.before)
			x.deaf = true
			keys := strings.Fields(c.keys)
			b.ReportAllocs()
			b.ResetTimer()
			for i := range b.N {
				x.key(keys[i%len(keys)])
				_ = x.app.View()
			}
		})
	}
	b.Run("hide", func(b *testing.B) {
		x := start(b, p, 120, 40)
		b.ResetTimer()
		for range b.N {
			drawVeil.Do(x.app)
		}
	})
}
