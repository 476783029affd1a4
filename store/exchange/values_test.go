package exchange

import (
	"testing"

	"accord/model"
	"accord/store/exchange/cells"
)

// An amount that nobody can be sure of is a problem with its line, not a number.
func TestAmountsWithOddGroupsAreProblems(t *testing.T) {
	for _, odd := range []string{"12.34.5,6", "12 34 56"} {
		_, pv := settled(t, "Account Name;Revenue 2025;Annual revenue\nAcme;1.000,00;"+odd+"\n", model.EmptyPortfolio(), options(Accounts))
		if want := "2 Annual revenue: " + cells.Quote(odd) + " is not an amount"; problems(pv) != want {
			t.Errorf("%q: problems are %q, want %q", odd, problems(pv), want)
		}
	}
}
