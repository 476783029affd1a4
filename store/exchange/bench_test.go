package exchange

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"accord/model"
)

// manyRows is a file of n won opportunities of accounts customers.
func manyRows(n, accounts int) string {
	var b strings.Builder
	b.WriteString("opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n")
	for i := range n {
		fmt.Fprintf(&b, "OPP%07d,Agent %d,Product %d,Customer %d,Won,2024-01-%02d,2024-%02d-%02d,%d.50\n", i, i%40, i%9, i%accounts, 1+i%28, 1+i%12, 1+i%28, 100+i%5000)
	}
	return b.String()
}

func BenchmarkTransactions100k(b *testing.B) {
	text := manyRows(100_000, 10_000)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		o := options(Transactions)
		if pv := preview(b, text, model.EmptyPortfolio(), o); len(pv.New) != 10_000 {
			b.Fatal(len(pv.New))
		}
	}
}

func BenchmarkTransactionsAgain(b *testing.B) {
	text := manyRows(100_000, 10_000)
	p := apply(b, model.EmptyPortfolio(), preview(b, text, model.EmptyPortfolio(), options(Transactions)))
	b.ReportAllocs()
	for b.Loop() {
		if pv := preview(b, text, p, options(Transactions)); pv.Change != nil {
			b.Fatal("changes")
		}
	}
}

func BenchmarkAccounts10k(b *testing.B) {
	var s strings.Builder
	s.WriteString("Account Name,Industry,Annual Revenue,Parent Account,Description\n")
	for i := range 10_000 {
		fmt.Fprintf(&s, "Customer %d,Retail,%d,Customer %d,\"Some words, quoted\"\n", i, i*1000, i/2)
	}
	b.ReportAllocs()
	for b.Loop() {
		preview(b, s.String(), model.EmptyPortfolio(), options(Accounts))
	}
}

func TestProgressAndCancel(t *testing.T) {
	text := manyRows(20_000, 500)
	calls, last, total := 0, int64(-1), int64(0)
	o := options(Transactions)
	o.Progress = func(done, all int64) bool {
		if calls++; done < last || done > all {
			t.Errorf("progress goes from %d to %d of %d", last, done, all)
		}
		last, total = done, all
		return true
	}
	preview(t, text, model.EmptyPortfolio(), o)
	if calls < 20 || last != total {
		t.Errorf("%d calls, ended at %d of %d", calls, last, total)
	}
	for stop := 1; stop < calls; stop += 7 {
		n := 0
		o.Progress = func(_, _ int64) bool { n++; return n < stop }
		pv, err := Read(strings.NewReader(text), "x.csv", model.EmptyPortfolio(), o)
		if !errors.Is(err, ErrCancelled) || pv != nil {
			t.Fatalf("stopped at %d: %v %v", stop, pv, err)
		}
	}
}
