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
