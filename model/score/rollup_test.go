package score

import (
	"math/rand/v2"
	"slices"
	"testing"

	"accord/model"
	"accord/model/modeltest"
)

// Every roll-up has every account (by tag: in each of its tags), and the sums are
// those of adding the accounts of a group one by one.
func TestRollUpsAddUp(t *testing.T) {
	groups := 0
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 31))
		var accounts []*model.Account
		for i := range 1 + r.IntN(20) {
			a := modeltest.Rated(string(rune('a'+i)), map[string]string{"importance": "35", "position": "24"})
			a.Name = "Account " + string(a.ID)
			a.Owner, a.Segment, a.Country = []string{"", "Dana", "Omer"}[r.IntN(3)], []string{"", "food"}[r.IntN(2)], []string{"IL", "NL"}[r.IntN(2)]
			a.Tags = [][]string{nil, {"x"}, {"x", "y"}}[r.IntN(3)]
			a.Tier = model.Tier(r.IntN(5))
			if i > 0 && r.IntN(3) == 0 {
				a.Parent = accounts[r.IntN(i)].ID
			}
			if r.IntN(4) > 0 {
				a.Years = []model.Year{{Year: 2025, Revenue: model.NewMoney(float64(r.IntN(1000)), "USD"), CostOfSales: model.NewMoney(float64(r.IntN(1000)), "USD")}}
			}
			accounts = append(accounts, a)
		}
		s := Of(modeltest.PortfolioOf(t, accounts...), modeltest.Today)
		for _, by := range RollBys() {
			seen := map[model.AccountID]int{}
			for _, g := range s.RollUp(by) {
				groups++
				var revenue, contribution, strategic model.Num
				n := 0
				for _, id := range g.Accounts {
					seen[id]++
					l := s.Local(id)
					revenue, contribution = plus(revenue, l.Revenue), plus(contribution, l.Contribution)
					if l.Strategic.Known {
						strategic = plus(strategic, l.Strategic)
						n++
					}
					if a := s.Portfolio().Account(id); by == RollOwner && a.Owner != g.Name || by == RollTag && g.Name != "" && !slices.Contains(a.Tags, g.Name) {
						t.Fatalf("%s %q has %+v", by, g.Name, a)
					}
				}
				if n > 0 {
					strategic.V /= float64(n)
				}
				if g.Revenue != revenue || g.Contribution != contribution || !modeltest.Close9(g.Strategic.V, strategic.V) {
					t.Fatalf("%s %q: %+v, want %v %v %v", by, g.Name, g, revenue, contribution, strategic)
				}
			}
			for _, a := range accounts {
				want := 1
				if by == RollTag {
					want = max(1, len(a.Tags))
				}
				if seen[a.ID] != want {
					t.Fatalf("%s: %s counts %d times", by, a.ID, seen[a.ID])
				}
			}
		}
	}
	if groups < 200 {
		t.Error("only", groups)
	}
}

func TestSubsidiariesCountInTheTopmostParent(t *testing.T) {
	s := Of(modeltest.PortfolioOf(t, &model.Account{ID: "a", Name: "Group"}, &model.Account{ID: "b", Name: "Division", Parent: "a"}, &model.Account{ID: "c", Name: "Plant", Parent: "b"}), modeltest.Today)
	if got := s.RollUp(RollParent); len(got) != 1 || got[0].Name != "Group" || len(got[0].Accounts) != 3 {
		t.Errorf("%+v", got)
	}
}
