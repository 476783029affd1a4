package exchange

import (
	"testing"

	"accord/model"
	"accord/store/exchange/cells"
)

func TestSourceKeys(t *testing.T) {
	for _, same := range [][2]string{
		{"0015g00000ABCde", "0015g00000ABCde" + checksum("0015g00000ABCde")},
		{"001A000001abcDE", "001A000001abcDEAAA"},
		{"{0B8F1E2A-1111-2222-3333-444455556666}", "0b8f1e2a-1111-2222-3333-444455556666"},
	} {
		if sourceKey(same[0]) != sourceKey(same[1]) {
			t.Errorf("%q and %q differ", same[0], same[1])
		}
	}
	for _, other := range [][2]string{{"0015g00000ABCde", "0015g00000abcde"}, {"INV202500000000001", "INV202500000000002"}, {"123456789012345678", "123456789012345679"}} {
		if sourceKey(other[0]) == sourceKey(other[1]) {
			t.Errorf("%q and %q are the same", other[0], other[1])
		}
	}
}

// An amount that nobody can be sure of is a problem with its line, not a number.
func TestAmountsWithOddGroupsAreProblems(t *testing.T) {
	for _, odd := range []string{"12.34.5,6", "12 34 56"} {
		_, pv := settled(t, "Account Name;Revenue 2025;Annual revenue\nAcme;1.000,00;"+odd+"\n", model.EmptyPortfolio(), options(Accounts))
		if want := "2 Annual revenue: " + cells.Quote(odd) + " is not an amount"; problems(pv) != want {
			t.Errorf("%q: problems are %q, want %q", odd, problems(pv), want)
		}
	}
}
