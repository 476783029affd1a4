package score

import (
	"testing"

	"accord/model"
	"accord/model/modeltest"
)

// The rows of the second edition's worked values that are about money and the portfolio.

// worked is the day of the worked values.
var worked = model.NewDate(2026, 11, 30)

// earned is an account with the revenue of 2025.
func earned(name string, revenue float64) *model.Account {
	return &model.Account{ID: model.AccountID(name), Name: name, Years: []model.Year{{Year: 2025, Revenue: usd(revenue)}}}
}

func usd(v float64) model.Money { return model.NewMoney(v, "USD") }

// near compares a figure with a worked value; want below -1e17 stands for unknown.
func near(t *testing.T, what string, got model.Num, want float64) {
	t.Helper()
	if got.Known != (want > unknownValue) || got.Known && !modeltest.Close9(got.V, want) {
		t.Errorf("%s is %v, want %v", what, got, want)
	}
}

const unknownValue = -1e17

// TestArchivedAccountsAreNowhere is row R7, and every other place that counts.
func TestArchivedAccountsAreNowhere(t *testing.T) {
	elm := earned("Elm", 25)
	elm.Archived, elm.Tier = true, model.Strategic
	elm.Ratings = modeltest.Rated("x", map[string]string{"importance": "55555", "position": "555555"}).Ratings
	p := modeltest.PortfolioOf(t, earned("Ash", 30), earned("Ash North", 30), elm, earned("Fir", 15))
	s := Of(p, worked)
	if s.Revenue.Total != 75 || len(s.Revenue.Order) != 3 || s.Living() != 3 {
		t.Errorf("total %v over %d of %d", s.Revenue.Total, len(s.Revenue.Order), s.Living())
	}
	near(t, "largest", s.Concentration.CR1, 30.0/75)
	if s.Quadrants[Partner] != 0 || len(s.Order) != 3 || len(s.ByStrategic) != 3 || len(s.Archived) != 1 {
		t.Errorf("quadrants %v, order %v, archived %v", s.Quadrants, s.Order, s.Archived)
	}
	if got := s.Plane(FirstLens); len(got.Places) != 0 || got.Unplaced != 3 {
		t.Errorf("plane %+v", got)
	}
	for _, r := range s.RollUp(RollParent) {
		if r.Name == "Elm" {
			t.Error("an archived account is a group")
		}
	}
	if l := s.Lose("Elm"); len(l.Accounts) != 0 {
		t.Errorf("lost %v", l.Accounts)
	}
	if e, _ := s.ExplainPortfolio("portfolio.strategic"); e.Value != "0" {
		t.Errorf("%s strategic accounts", e.Value)
	}
	if got := Of(modeltest.PortfolioOf(t, elm), worked).Period(); got.Year != 0 {
		t.Errorf("an archived account chose the period %v", got)
	}
}

// TestTablesOfThePlaneStandByScore: neither the plane's table nor the fragile accounts
// stand in the order of ids, which says nothing to anybody.
func TestTablesOfThePlaneStandByScore(t *testing.T) {
	weak := modeltest.Rated("a", map[string]string{"importance": "5005-", "position": "333222"})
	strong := modeltest.Rated("b", map[string]string{"importance": "5005-", "position": "555222"})
	s := Of(modeltest.PortfolioOf(t, weak, strong), worked)
	if got := s.Plane(FirstLens).Places; got[0].Account != "b" {
		t.Errorf("the plane begins with %s", got[0].Account)
	}
	if got := s.Sensitivity(); len(got) != 2 || got[0].Account != "b" {
		t.Errorf("fragile are %+v", got)
	}
}

// TestProvisionalQuadrants is section 6 of the worked values.
func TestProvisionalQuadrants(t *testing.T) {
	rows := []struct {
		id, importance, position string
		tier                     model.Tier
		want                     string
		remark                   bool
	}{
		{"P1", "55---", "231240", model.Maintain, "exposed?", false},
		{"P2", "444--", "231240", model.Maintain, "exposed", true},
		{"P3", "54-32", "444---", model.Maintain, "partner?", false},
		{"P4", "54-32", "44-44-", model.Key, "partner", false},
	}
	var accounts []*model.Account
	for k, r := range rows {
		a := modeltest.Rated(r.id, map[string]string{"importance": r.importance, "position": r.position})
		a.Tier, a.Years = r.tier, earned("x", float64(1+k)).Years
		accounts = append(accounts, a)
	}
	s := Of(modeltest.PortfolioOf(t, accounts...), worked)
	for i, r := range rows {
		if got := s.QuadrantWordAt(i); got != r.want {
			t.Errorf("%s is %s, want %s", r.id, got, r.want)
		}
		if got := s.TierAdvice(model.AccountID(r.id)) != ""; got != r.remark {
			t.Errorf("%s has a remark about the tier: %v", r.id, got)
		}
	}
	if s.Quadrants[Exposed] != 1 || s.Quadrants[Partner] != 1 || s.Provisional != [5]int{0, 1, 1, 0, 0} || s.Rated != 2 {
		t.Errorf("%v, provisional %v, rated %d", s.Quadrants, s.Provisional, s.Rated)
	}
	for _, f := range s.Sensitivity() {
		if s.Local(f.Account).Provisional {
			t.Errorf("%s is fragile", f.Account)
		}
	}
	g := *s.Portfolio().Programme()
	g.MedianCut = true
	m := Of(s.Portfolio().Under(&g), worked)
	if m.ImportanceCut != 70 || m.PositionCut != 41 {
		t.Errorf("cuts %v and %v", m.ImportanceCut, m.PositionCut)
	}
	gems := []*model.Account{accounts[0], accounts[1], earned("big", 1e6)}
	for _, a := range gems {
		want := a.ID == "P2"
		if got := Of(modeltest.PortfolioOf(t, gems...), worked).Standing(a.ID).Flags.Has(HiddenGem); got != want {
			t.Errorf("%s is a hidden gem: %v", a.ID, got)
		}
	}
}

// TestVolumeTrapNeedsContribution is section 8 of the worked values.
func TestVolumeTrapNeedsContribution(t *testing.T) {
	for name, contributions := range map[string]map[string]float64{
		"K1": {"Elm": 5, "Oak": 35, "Yew": 10},
		"K2": {"Elm": 5, "Fir": 60, "Oak": 35, "Yew": 10},
	} {
		var all []*model.Account
		for id, revenue := range map[string]float64{"Elm": 320, "Ash": 300, "Fir": 200, "Oak": 110, "Yew": 70} {
			a := earned(id, revenue)
			if c, known := contributions[id]; known {
				a.Years[0].CostOfSales, a.Years[0].CostToServe = usd(revenue-c), usd(0)
			}
			all = append(all, a)
		}
		s := Of(modeltest.PortfolioOf(t, all...), worked)
		for _, a := range all {
			want := name == "K2" && a.ID == "Elm"
			if got := s.Standing(a.ID).Flags.Has(VolumeTrap); got != want {
				t.Errorf("%s: %s in the trap: %v", name, a.ID, got)
			}
		}
	}
}

// TestLossShares is section 9 of the worked values.
func TestLossShares(t *testing.T) {
	of := func(id string, contribution, wallet float64) *model.Account {
		a := earned(id, 100)
		if contribution > unknownValue {
			a.Years[0].CostOfSales, a.Years[0].CostToServe = usd(100-contribution), usd(0)
		}
		a.Years[0].Wallet = usd(wallet)
		return a
	}
	p := modeltest.PortfolioOf(t, of("Ash", 80, 70), of("Elm", 40, 150), of("Fir", -20, 100), of("Oak", unknownValue, 100))
	s := Of(p, worked)
	for _, c := range []struct {
		row           string
		lost          []model.AccountID
		amount, share float64
		known         int
	}{
		{"D1", []model.AccountID{"Ash"}, 80, 80.0 / 120, 1},
		{"D2", []model.AccountID{"Fir"}, -20, 0, 1},
		{"D3", []model.AccountID{"Ash", "Fir"}, 60, 80.0 / 120, 2},
		{"D4", []model.AccountID{"Ash", "Oak"}, 80, 80.0 / 120, 1},
	} {
		l := s.Lose(c.lost...)
		near(t, c.row, l.Contribution, c.amount)
		near(t, c.row+" share", l.ContribShare, c.share)
		if l.Known.Contribution != c.known {
			t.Errorf("%s: known for %d of %d", c.row, l.Known.Contribution, len(c.lost))
		}
	}
	near(t, "headroom", s.Lose("Ash", "Elm").Headroom, 50)
}

// TestGroups are rows R6 and R14: figures per group, and the alarm by whichever crosses.
func TestGroups(t *testing.T) {
	north := earned("Ash North", 30)
	north.Parent = "Ash"
	s := Of(modeltest.PortfolioOf(t, earned("Ash", 30), north, earned("Elm", 25), earned("Fir", 15)), worked)
	near(t, "largest", s.Concentration.CR1, 0.3)
	near(t, "HHI", s.Concentration.HHI, 0.265)
	near(t, "largest group", s.Groups.Concentration.CR1, 0.6)
	near(t, "HHI of groups", s.Groups.Concentration.HHI, 0.445)
	var ten []*model.Account
	for i := range 10 {
		a := earned(string(rune('a'+i)), 10)
		if 0 < i && i < 4 {
			a.Parent = "a"
		}
		ten = append(ten, a)
	}
	s = Of(modeltest.PortfolioOf(t, ten...), worked)
	near(t, "R14", s.Concentration.CR1, 0.1)
	near(t, "R14 per group", s.Groups.Concentration.CR1, 0.4)
	if !alarmed(s, "largest_account") {
		t.Errorf("no alarm: %v", s.Alarms)
	}
	ten[0].Archived = true
	if s = Of(modeltest.PortfolioOf(t, ten...), worked); s.Groups.Concentration.CR1.V != 30.0/90 {
		t.Errorf("an archived parent does not join: %v", s.Groups.Concentration.CR1)
	}
}

func alarmed(s *Scores, key string) bool {
	for _, a := range s.Alarms {
		if a.Key == key {
			return true
		}
	}
	return false
}

// TestEightyTwenty is row R11.
func TestEightyTwenty(t *testing.T) {
	for _, c := range []struct {
		first float64
		holds bool
	}{{33, true}, {32, false}} {
		all := []*model.Account{earned("a", c.first), earned("b", 32)}
		for i := range 7 {
			all = append(all, earned(string(rune('c'+i)), 4))
		}
		all = append(all, earned("j", 68-c.first-28))
		s := Of(modeltest.PortfolioOf(t, all...), worked)
		if alarmed(s, "pareto_does_not_hold") == c.holds {
			t.Errorf("the largest two bring %v: %v", s.Revenue.TopShare(2), s.Alarms)
		}
	}
}
