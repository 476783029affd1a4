package shell

import (
	"math/rand/v2"
	"strings"
	"testing"

	"accord/model"
	"accord/model/score"
	"accord/ui/kit"
	"accord/ui/portfolio"
)

// Every account of the plane and of the lists is reached by keys.
func TestEveryAccountOfThePortfolioIsReached(t *testing.T) {
	x := start(t, samplePortfolio(t), 120, 40).Keys("g p")
	p := x.app.top().(*portfolio.Page)
	for view, name := range portfolio.ViewWords()[:portfolio.WordsView] {
		p.View = portfolio.PortfolioView(view)
		seen := map[model.AccountID]bool{}
		for range x.session().Portfolio().Len() {
			x.Keys("tab")
			if name := x.session().Portfolio().Account(p.At).Name; name[0] < 0x80 { // others stand in their own order
				x.sees(name + ": ")
			}
			seen[p.At] = true
		}
		if len(seen) != x.session().Portfolio().Len() {
			t.Errorf("%s: %d accounts reached by tab", name, len(seen))
		}
	}
	p.View = portfolio.PlaneView
	here := p.At
	for _, k := range []string{"right", "left", "up", "down", "right", "up"} {
		x.Keys(k)
		if p.At == here {
			t.Errorf("%s stays", k)
		}
		here = p.At
	}
	name := x.session().Portfolio().Account(p.At).Name
	x.Keys("enter").sees("▸ " + name[:8])
	if x.app.top() != nil || x.account().Name != name {
		t.Error("enter does not open the account")
	}
}

// Whatever is marked as lost, the screen says what it says of a portfolio that
// never had those accounts.
func TestLossesAgreeWithAPortfolioWithoutThem(t *testing.T) {
	for seed := range uint64(8) {
		r := rand.New(rand.NewPCG(seed, 5))
		full := start(t, samplePortfolio(t), 120, 44).Keys("g p")
		p := full.app.top().(*portfolio.Page)
		var rest []*model.Account
		gone := 0
		for _, a := range full.session().Portfolio().Accounts() {
			if r.IntN(4) == 0 {
				p.At = a.ID
				full.Keys("space")
				gone++
			} else {
				rest = append(rest, a)
			}
		}
		q, err := model.NewPortfolio(full.session().Portfolio().Programme(), rest)
		if err != nil {
			t.Fatal(err)
		}
		without := start(t, q, 120, 44).Keys("g p v v v")
		full.Keys("v v v")
		want := without.screen()
		want = want[strings.Index(want, "What a director"):]
		for line := range strings.SplitSeq(want, "\n") {
			if line = strings.TrimSpace(strings.Trim(line, "┃┗━┛ ")); line != "" && !strings.Contains(line, "arrows and tab") && !strings.Contains(line, " more") && !strings.Contains(line, "⚑") && !strings.Contains(line, "view") {
				full.seesSomewhere(line)
			}
		}
		if gone > 0 {
			full.Keys("home v v x").sees("all accounts are back")
			if len(p.Lost) != 0 || p.Scores(full.app.c) != full.session().Scores() {
				t.Error("somebody is still lost")
			}
		}
	}
}

// seesSomewhere scrolls down until a line is on the screen.
func (x *harness) seesSomewhere(words string) {
	x.Helper()
	x.Keys("home")
	for range 60 {
		if strings.Contains(x.screen(), words) {
			return
		}
		x.Keys("down")
	}
	x.Fatalf("nowhere: %q\n%s", words, x.screen())
}

func TestTheTwinOfADrawingHasItsNumbers(t *testing.T) {
	x := start(t, samplePortfolio(t), 120, 40).Keys("/ 'Northgate' enter g p")
	l := x.session().Scores().Local(x.account().ID)
	x.sees("Northgate Steel: importance 80, position 77, partner").Keys("t").sees("Northgate Steel", score.Print(l.Importance.Score), score.Print(l.Strategic), "corner", "partner")
	x.Keys("v").sees("rank", "by contr", score.Thousands(l.Revenue)).Keys("esc").sees("Cumulative revenue", "80 %", "95 %").Keys("v").sees("Whale curve", "peak").Keys("t").sees(score.Thousands(l.Contribution))
	x.Keys("esc esc").seesNot("Whale curve").Keys("g p s").sees("attractiveness", "invest for growth").Keys("s m").sees("the medians")
	if !x.session().Portfolio().Programme().MedianCut {
		t.Error("m is no edit of the programme")
	}
	x.Keys("m u").sees("the medians")
}

func TestThePortfolioIsAddedUp(t *testing.T) {
	x := start(t, samplePortfolio(t), 120, 40).Keys("g p v v v v").sees("By customer group", "26 accounts in all")
	for _, by := range score.RollBys()[1:] {
		x.Keys("s").sees("By " + by.String())
		for _, r := range x.session().Scores().RollUp(by)[:2] {
			if r.Name != "" && r.Name[0] < 0x80 {
				x.sees(r.Name, kit.ShortMoney(r.Revenue))
			}
		}
	}
	x.Keys("s").sees("By customer group").Keys("v").sees("[plane]")
}

func TestAnEmptyPortfolioSaysSo(t *testing.T) {
	x := start(t, build(t), 80, 24).Keys("g p").sees("No accounts yet")
	for range portfolio.ViewCount {
		x.Keys("v t space tab up enter x t").screen()
	}
}

// BenchmarkPortfolio draws every view of 2,000 accounts, and of 10,000 the curves.
func BenchmarkPortfolio(b *testing.B) {
	for _, n := range []int{85, 2000, 10000} {
		p := manyAccounts(b, n)
		x := start(b, p, 120, 40).Keys("g p")
		page := x.app.top().(*portfolio.Page)
		x.deaf = true
		for view, name := range portfolio.ViewWords()[:portfolio.WordsView] {
			page.View = portfolio.PortfolioView(view)
			b.Run(name+" "+score.Thousands(model.Some(float64(n))), func(b *testing.B) {
				for b.Loop() {
					x.key("tab")
					_ = x.app.View()
				}
			})
		}
	}
}

// manyAccounts are accounts with two ratings each and a year of figures.
func manyAccounts(tb testing.TB, n int) *model.Portfolio {
	tb.Helper()
	r := rand.New(rand.NewPCG(1, 7))
	accounts := make([]*model.Account, n)
	for i := range accounts {
		a := &model.Account{ID: model.AccountID(strings.Repeat("a", 1+i%5) + score.Thousands(model.Some(float64(i)))), Name: "Account " + score.Thousands(model.Some(float64(i))), Ratings: map[model.FactorKey]model.Rating{},
			Years: []model.Year{{Year: 2025, Revenue: model.NewMoney(float64(r.IntN(1e6)), "USD"), CostOfSales: model.NewMoney(float64(r.IntN(9e5)), "USD")}}}
		for _, k := range []model.FactorKey{"importance.capacity", "importance.profitability", "importance.market_access", "position.spend_share", "position.criticality", "position.uniqueness"} {
			a.Ratings[k] = model.Rating{Ours: model.LevelOf(r.IntN(6))}
		}
		accounts[i] = a
	}
	p, err := model.NewPortfolio(model.NewProgramme(), accounts)
	if err != nil {
		tb.Fatal(err)
	}
	return p
}
