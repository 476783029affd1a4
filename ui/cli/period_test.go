package cli

import (
	"strings"
	"testing"

	"accord/model"
)

// traded is the worked file with dated transactions of its first account, so that its own
// period is the last 12 months: 1 Nov 2025 to 31 Oct 2026.
func traded(t *testing.T) *memory {
	t.Helper()
	m := worked(t)
	was := m.p.Account("acc1")
	a := *was
	for _, d := range []struct {
		day model.Date
		sum float64
	}{{model.NewDate(2024, 3, 1), 700}, {model.NewDate(2026, 3, 1), 400}, {model.NewDate(2026, 10, 20), 200}} {
		a.Transactions = append(a.Transactions, model.Transaction{Date: d.day, Amount: model.NewMoney(d.sum, m.p.Programme().Currency)})
	}
	m.p = m.p.With([]*model.Account{was}, []*model.Account{&a}, m.p.Programme())
	return m
}

// --period is asked for on every command that computes figures of money, and is of that
// command alone: nothing is written.
func TestThePeriodIsAskedFor(t *testing.T) {
	const months = "2025-11 to 2026-10"
	for _, c := range []struct {
		period, read string
		revenue      float64
	}{{"auto", months, 600}, {"12m", months, 600}, {"last 12 months", months, 600}, {"2025", "2025", 50}, {"2024", "2024", 700}, {"all", "all", 1350}} {
		m := traded(t)
		before := m.p
		args := func(words ...string) []string { return append(words, "--json", "--period", c.period) }
		out, errs, exit := m.run(args("portfolio")...)
		if exit != 0 {
			t.Fatalf("%s: %s", c.period, errs)
		}
		if got := decode[portfolioJSON](t, out).Period; got != c.read {
			t.Errorf("portfolio --period %s: the period is %q, want %q", c.period, got, c.read)
		}
		out, _, _ = m.run(args("score", "Meridian Foods")...)
		got := decode[[]scoreJSON](t, out)[0]
		if got.Period != c.read || got.Commercial.Revenue.V != c.revenue {
			t.Errorf("score --period %s: %q, revenue %v, want %v", c.period, got.Period, got.Commercial.Revenue, c.revenue)
		}
		for _, other := range [][]string{{"moves"}, {"lose", "Halden"}} {
			if _, errs, exit := m.run(args(other...)...); exit != 0 {
				t.Errorf("%v --period %s: exit %d, %s", other, c.period, exit, errs)
			}
		}
		if m.p != before || m.p.Programme().Year != 0 || m.p.Programme().LastTwelve {
			t.Errorf("--period %s changed the file", c.period)
		}
	}
}

// A year that has not begun is refused, and says so.
func TestAYearThatHasNotBegunIsNoPeriod(t *testing.T) {
	for period, says := range map[string]string{"2031": "2031 has not begun", "ever": `"ever"`} {
		_, errs, exit := traded(t).run("score", "--period", period)
		if exit != ExitUsage || !strings.Contains(errs, says) {
			t.Errorf("--period %s: exit %d, %s", period, exit, errs)
		}
	}
}
