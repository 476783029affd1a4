//go:build !windows

package whole

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"accord/model"
	"accord/model/sample"
	"accord/model/score"
	jsondoc "accord/store/exchange/document"
)

// The portfolio on the screen says what `accord portfolio --json` says: of the
// sample, and of a flat portfolio as CRM systems export it, of which it is told
// plainly that 80:20 does not hold.
func TestThePortfolioOnTheScreenSaysWhatTheCommandSays(t *testing.T) {
	p, err := sample.Portfolio(model.NewDate(2026, 11, 24))
	if err != nil {
		t.Fatal(err)
	}
	var doc bytes.Buffer
	if err := jsondoc.Write(&doc, p); err != nil {
		t.Fatal(err)
	}
	flat := "Account Name,Year,Our Revenue,Cost of Sales\n"
	for i := range 85 {
		flat += fmt.Sprintf("Customer %02d,2025,%d,%d\n", i, 100_000+i*137%40_000, 60_000+i*911%70_000)
	}
	for name, from := range map[string][]string{"the sample": {write(t, "sample.json", doc.String())}, "a flat portfolio": {write(t, "flat.csv", flat), "--kind", "figures"}} {
		file := filepath.Join(t.TempDir(), "accord.db")
		must(t, append([]string{"--file", file, "--today", "2026-11-24", "import", "--yes"}, from...)...)
		want := document[any](t, "--file", file, "--today", "2026-11-24", "portfolio")
		number := func(path string) float64 { return figure(want, path).(float64) }
		x := open(t, 120, 60, "--file", file, "--today", "2026-11-24")
		x.waitFor("1 Accounts").typed("gpvvv").waitFor("What a director should hear")
		for _, words := range []string{
			score.Thousands(model.Some(number("revenue.total"))),
			score.Thousands(model.Some(number("contribution.total"))),
			fmt.Sprintf("%.1f %%", 100*number("revenue.cr1")),
			fmt.Sprintf("%.1f %%", 100*number("revenue.cr5")),
			fmt.Sprintf("%.4f", number("revenue.hhi")),
			fmt.Sprintf("%.1f", number("revenue.effective")),
			fmt.Sprintf("%.4f", number("revenue.gini")),
			fmt.Sprintf("%v / %v / %v", number("revenue.abc.A"), number("revenue.abc.B"), number("revenue.abc.C")),
			"80:20 does not hold here",
		} {
			if screen := x.screen(); !strings.Contains(screen, words) {
				t.Errorf("%s: the screen does not show %s:\n%s", name, words, screen)
			}
		}
		x.typed("vv")
		for _, q := range []string{"partner", "exposed", "leverage", "transact"} {
			x.waitFor(fmt.Sprintf("%s %v", q, number("quadrants."+q)))
		}
		x.waitFor(fmt.Sprintf("%v accounts not placed", number("quadrants.unknown"))).typed("\x1b[27uq")
		if err := x.ended(); err != nil {
			t.Fatal(err)
		}
	}
}
