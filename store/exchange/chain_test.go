package exchange

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"accord/store/exchange/document"
	"accord/store/exchange/export"
)

// chainFile is a file of n contacts of one account, each of whom reports to the next,
// and around says that the last reports to the first.
func chainFile(n int, around bool) string {
	var b strings.Builder
	b.WriteString("Account Name,Contact ID,Full Name,Title,Reports To ID\n")
	for i := n - 1; i >= 0; i-- { // the superior first: each row has all the way up above it
		boss := fmt.Sprint("C-", i+1)
		if i == n-1 {
			if boss = ""; around {
				boss = "C-0"
			}
		}
		fmt.Fprintf(&b, "Acme,C-%d,Person %d,Head of %d,%s\n", i, i, i, boss)
	}
	return b.String()
}

func TestAChainOf5000ComesIn(t *testing.T) {
	const n = 5000
	for _, around := range []bool{false, true} {
		p := acme(t)
		pv := preview(t, chainFile(n, around), p, options(Contacts))
		if refused := 0; around {
			for _, x := range pv.Problems {
				if strings.Contains(x.Sentence, "report to themselves") {
					refused++
				}
			}
			if refused != 1 {
				t.Errorf("a circle is told %d times: %v", refused, pv.Problems[:min(3, len(pv.Problems))])
			}
		}
		a := apply(t, p, pv).Account("acme")
		top := 0
		for _, s := range a.Seats {
			if s.ReportsTo == "" {
				top++
			}
		}
		if len(a.Seats) != n || top != 1 {
			t.Errorf("%d seats, %d without a superior", len(a.Seats), top)
		}
	}
}

// BenchmarkChainOf5000 reads 5,000 people in one chain of superiors, and writes them.
func BenchmarkChainOf5000(b *testing.B) {
	text, p := chainFile(5000, false), acme(b)
	q := apply(b, p, preview(b, text, p, options(Contacts)))
	b.Run("import", func(b *testing.B) {
		for range b.N {
			preview(b, text, p, options(Contacts))
		}
	})
	b.Run("again", func(b *testing.B) {
		for range b.N {
			preview(b, text, q, options(Contacts))
		}
	})
	b.Run("json", func(b *testing.B) {
		text := document1(b, q)
		for range b.N {
			if _, err := document.Read(strings.NewReader(text)); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("contacts.csv", func(b *testing.B) {
		for range b.N {
			if err := export.WriteCSV(io.Discard, q, nil, "contacts", false); err != nil {
				b.Fatal(err)
			}
		}
	})
}
