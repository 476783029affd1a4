package exchange

import (
	"bytes"
	"encoding/csv"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"accord/model"
	"accord/model/score"
	"accord/store/exchange/export"
)

func table1(t *testing.T, p *model.Portfolio, what string, bom bool) string {
	t.Helper()
	var b bytes.Buffer
	if err := export.WriteCSV(&b, p, score.Of(p, today), what, bom); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestCSVOfAccounts(t *testing.T) {
	p := rich(rand.New(rand.NewPCG(5, 5)), 5)
	text := table1(t, p, "accounts", true)
	if text != table1(t, p, "accounts", true) || !strings.HasPrefix(text, "\ufeffAccount id,Name,") || strings.HasPrefix(table1(t, p, "accounts", false), "\ufeff") {
		t.Errorf("%.80q", text)
	}
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil || len(rows) != 6 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	head := strings.Join(rows[0], "|")
	for _, h := range []string{"Customer's turnover", "importance.capacity", "position.criticality.verified", "figures.2020.capacity_share", "Score: strategic", "Score: quadrant", "Score: ABC by revenue"} {
		if !strings.Contains(head, h) {
			t.Errorf("no column %s in %s", h, head)
		}
	}
}

// What was exported can be imported again and changes nothing.
func TestCSVRoundTrip(t *testing.T) {
	p := extractOnce(t)
	for what, kind := range map[string]Kind{"accounts": Accounts, "contacts": Contacts} {
		pv := preview(t, table1(t, p, what, true), p, options(Guess))
		if pv.Kind != kind || pv.Change != nil || len(pv.Problems) != 0 {
			t.Errorf("%s as %s: %d changed, %d new, problems %s", what, pv.Kind, len(pv.Changed), len(pv.New), problems(pv))
			for _, d := range pv.Changed {
				t.Logf("%+v", d)
			}
		}
	}
}

// extractOnce is the public extract with some people and plans.
func extractOnce(t *testing.T) *model.Portfolio {
	p := extract(t, Accounts, Transactions)
	p, _ = settled(t, "Full Name,Title,Email,Account Name,Reports To,Notes\nAnn Low,Buyer,a@x,Acme Corporation,Bob High,=1+1\nBob High,CFO,,Acme Corporation,,\n", p, options(Contacts))
	p, _ = settled(t, "Name,importance.capacity,importance.capacity.note,figures.2016.revenue,figures.2016.capacity_share,Tier,Tags,Description\nAcme Corporation,4,why,12.5,7.25,key,\"a, b\",\"one\ntwo\"\n", p, options(Accounts))
	return p
}

func TestCSVOfContactsAndActions(t *testing.T) {
	p := rich(rand.New(rand.NewPCG(6, 6)), 2)
	for what, rows := range map[string]int{"contacts": 7, "actions": 7} {
		got, err := csv.NewReader(strings.NewReader(table1(t, p, what, false))).ReadAll()
		if err != nil || len(got) != rows {
			t.Errorf("%s: %d rows, %v", what, len(got), err)
		}
		for _, row := range got[1:] {
			for _, cell := range row {
				if cell != "" && strings.ContainsAny(cell[:1], "=+@\t\r") {
					t.Errorf("dangerous cell %q", cell)
				}
			}
		}
	}
	if err := export.WriteCSV(io.Discard, p, nil, "dreams", false); err == nil {
		t.Error("an unknown table was written")
	}
}

func TestReadFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "accounts.csv")
	if err := os.WriteFile(path, []byte("Name\nAcme\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if pv, err := ReadFile(path, model.EmptyPortfolio(), options(Guess)); err != nil || pv.File != "accounts.csv" || len(pv.New) != 1 {
		t.Errorf("%+v %v", pv, err)
	}
	for _, bad := range []string{dir, filepath.Join(dir, "none.csv")} {
		if _, err := ReadFile(bad, model.EmptyPortfolio(), options(Guess)); err == nil || strings.Contains(err.Error(), dir) {
			t.Errorf("%v", err)
		}
	}
}
