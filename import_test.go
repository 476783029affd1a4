package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"accord/model"
	"accord/store"
	"accord/ui"
	"accord/ui/cli"
)

// What the reader found reaches the screen and the command line whole, and what
// is said there reaches the reader.
func TestAPreviewGoesThroughTheDoors(t *testing.T) {
	path := filepath.Join(t.TempDir(), "deals.csv")
	text := "Order ID,Customer,Order Date,Amount,State\n1,Halden Energy AS,2025-01-01,5,shipped\n2,Halden Energy AS,2025-01-02,x,shipped\n3,Nova,2025-01-02,9,open\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	today := model.NewDate(2026, time.November, 24)
	p, err := model.After(model.EmptyPortfolio(), today, store.NewID, model.AddAccount{ID: "h", Name: "Halden Energy"})
	if err != nil {
		t.Fatal(err)
	}
	calls := 0
	ask := ui.ImportRequest{Path: path, Map: map[string]string{"State": "transaction.status"}, Won: []string{"shipped"}, Portfolio: p, Today: today, Progress: func(_, _ int64) bool { calls++; return true }}
	v, err := previewForScreen(ask)
	if err != nil {
		t.Fatal(err)
	}
	if v.Title != "deals.csv: transactions" || v.Kind != "transactions" || len(v.Columns) != 5 || v.Columns[4].Label != "Status" || !v.Columns[4].Said || len(v.Targets) < 5 || len(v.Said) != 1 ||
		len(v.Statuses) != 2 || len(v.Questions) != 1 || v.Questions[0].ID != "h" || len(v.Accounts) != 1 || !v.Accounts[0].New || v.Accounts[0].Transactions != 1 ||
		len(v.Problems) != 1 || v.Problems[0].Line != 3 || !strings.Contains(string(v.Faults()), "deals.csv,3,Amount") || v.Change == nil || calls == 0 {
		t.Errorf("%+v", v)
	}
	ask.Same = map[string]string{"Halden Energy AS": "h"}
	if v, err = previewForScreen(ask); err != nil || len(v.Accounts) != 1 || v.Accounts[0].New || v.Accounts[0].Name != "Halden Energy" {
		t.Errorf("%+v %v", v.Accounts, err)
	}
	ask.Usual = true
	if v, err = previewForScreen(ask); err != nil || v.Change != nil || v.Statuses[0].Won {
		t.Errorf("%+v %v", v.Statuses, err)
	}
	c, err := previewForCommands(cli.ImportRequest{Path: path, Map: ask.Map, Won: ask.Won, Same: map[string]string{"Nova": "-"}, Portfolio: p, Today: today})
	if err != nil || len(c.Questions) != 1 || c.Questions[0].Answer != "" || len(c.Columns) != 5 || len(c.Faults()) == 0 {
		t.Errorf("%+v %v", c, err)
	}
	if err := os.WriteFile(path, []byte("Firma;Ort\nA;B\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if v, err = previewForScreen(ui.ImportRequest{Path: path, Portfolio: p, Today: today}); err != nil || v.Unread == "" || len(v.Columns) != 2 || v.Change != nil || len(v.Targets) == 0 {
		t.Errorf("%+v %v", v, err)
	}
	files, left, err := gatherForScreen([]string{filepath.Dir(path)}, ui.ImportRequest{Portfolio: p})
	if err == nil || len(files) != 0 || len(left) != 1 {
		t.Errorf("%q %q %v", files, left, err)
	}
}
