//go:build !windows

package whole

import (
	"archive/zip"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// Every name and every format that the contract of export has is written, with
// what it promises in it.
func TestExportKeepsItsContract(t *testing.T) {
	file, dir := sampleFile(t), t.TempDir()
	run := func(name string, args ...string) string {
		t.Helper()
		to := filepath.Join(dir, name)
		must(t, append([]string{"--file", file, "--today", "2026-11-24", "export", to}, args...)...)
		return content(t, to)
	}
	for what, says := range map[string]string{"one-page": "One-page plan", "plan": "Full plan", "qbr": "Review pack", "portfolio": "Portfolio"} {
		for _, ending := range []string{"md", "html", "json", "csv", "ics", "xlsx"} {
			text := run(what+"."+ending, "--what", what, "--account", "Northgate")
			switch ending {
			case "ics":
				says = "BEGIN:VCALENDAR"
			case "xlsx":
				text, says = unpacked(t, text), "<worksheet"
			}
			if !strings.Contains(text, says) {
				t.Errorf("%s as %s does not say %q", what, ending, says)
			}
		}
	}
	for _, table := range []string{"accounts", "contacts", "actions"} {
		all, one := run(table+".csv", "--what", table), run("one-"+table+".csv", "--what", table, "--account", "Northgate", "--no-bom")
		if !strings.HasPrefix(all, "\ufeff") || strings.HasPrefix(one, "\ufeff") || strings.Count(one, "\r\n") >= strings.Count(all, "\r\n") || !strings.Contains(one, "Northgate Steel") {
			t.Errorf("%s: all %d lines, of one %d", table, strings.Count(all, "\r\n"), strings.Count(one, "\r\n"))
		}
		for _, ending := range []string{"html", "json"} {
			if text := run(table+"."+ending, "--what", table); len(text) < 500 {
				t.Errorf("%s as %s has %d letters", table, ending, len(text))
			}
		}
	}
	if text := run("all.json"); text != exported(t, file) {
		t.Error("everything is something else the second time")
	}
	if text := run("one.json", "--account", "Northgate"); strings.Count(text, "\n{") != 1 || !strings.Contains(text, "Okafor") || strings.Contains(text, "Halden") {
		t.Errorf("%.300s", text)
	}
	if text := run("actions.ics", "--what", "actions"); strings.Count(text, "BEGIN:VEVENT") < 10 {
		t.Errorf("%.300s", text)
	}
	hidden := run("hidden.json", "--anonymise", "--account", "Northgate")
	for _, word := range []string{"Northgate", "Okafor", "465000000", "nmlgsfbxnwe6"} {
		if strings.Contains(hidden, word) {
			t.Errorf("the anonymous export tells %s", word)
		}
	}
	other := filepath.Join(dir, "other.db")
	must(t, "--file", other, "import", "--yes", filepath.Join(dir, "hidden.json"))
	if out := must(t, "--file", other, "--today", "2026-11-24", "score"); !strings.Contains(out, "  78  ") {
		t.Errorf("the anonymous account has other scores:\n%s", out)
	}
	if theirs := run("theirs.html", "--what", "plan", "--account", "Northgate", "--audience", "customer"); strings.Contains(theirs, "Strategic score") || strings.Contains(theirs, "Internal") || !strings.Contains(theirs, "Our plan") {
		t.Errorf("%.300s", theirs)
	}
}

func unpacked(t *testing.T, book string) string {
	t.Helper()
	z, err := zip.NewReader(strings.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open("xl/worksheets/sheet1.xml")
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// A workbook of tables has a sheet for each, headings that stay, numbers and days
// as such, and goes in again without changing anything.
func TestTablesAsAWorkbook(t *testing.T) {
	file := sampleFile(t)
	for _, name := range []string{"Meridian Foods", "Northgate"} { // what reads a workbook makes one line of several
		must(t, "--file", file, "set", name, "notes", "one line")
	}
	book := filepath.Join(t.TempDir(), "tables.xlsx")
	must(t, "--file", file, "--today", "2026-11-24", "export", book)
	f, err := excelize.OpenFile(book)
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(f.GetSheetList(), " "); got != "Accounts Contacts Actions" {
		t.Fatal(got)
	}
	for sheet, days := range map[string]string{"Actions": "Due"} {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		raw, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		if panes, err := f.GetPanes(sheet); err != nil || !panes.Freeze || panes.YSplit != 1 {
			t.Errorf("%s: %+v, %v", sheet, panes, err)
		}
		seen := false
		for c, h := range rows[0] {
			for r := 1; h == days && r < len(rows); r++ {
				if c < len(rows[r]) && rows[r][c] != "" {
					seen = true
					if strings.Trim(raw[r][c], "0123456789") != "" || !strings.Contains(rows[r][c], "20") {
						t.Errorf("%s: the day %q is %q", sheet, rows[r][c], raw[r][c])
					}
				}
			}
		}
		if !seen {
			t.Errorf("%s: no day was looked at", sheet)
		}
	}
	out, errs, exit := accord(t, "--file", file, "--today", "2026-11-24", "import", book, "--kind", "accounts", "--dry-run", "--json")
	if exit != 0 || !strings.Contains(out, `"changed": 0`) || !strings.Contains(out, `"new": 0`) {
		t.Errorf("exit %d, %.600s %.300s", exit, out, errs)
	}
}

// Words of export that do not fit are told with what does, and nothing is written.
func TestExportsThatAreRefused(t *testing.T) {
	file, dir := sampleFile(t), t.TempDir()
	for words, parts := range map[string][]string{
		"all.pdf":                                   {"unknown extension", ".json", ".ics"},
		"all.csv --what everything":                 {"everything", ".json"},
		"x.md --what dreams":                        {"dreams", "one-page", "everything"},
		"x.md --what plan":                          {"needs an account"},
		"x.md --account Nobody":                     {`no account "Nobody"`},
		"x.ics --what accounts":                     {"calendar", "actions"},
		"x.md --audience press":                     {"press", "internal or customer"},
		"x.csv --audience customer":                 {"accounts", "internal", "qbr"},
		"x.md --what portfolio --audience customer": {"portfolio", "internal only", "joint"},
		"x.md --what gaps --audience customer --account Northgate": {"gaps", "internal only"},
	} {
		args := strings.Fields(words)
		args[0] = filepath.Join(dir, args[0])
		out, errs, exit := accord(t, append([]string{"--file", file, "export"}, args...)...)
		if exit != 2 || out != "" {
			t.Errorf("%s: exit %d, %s", words, exit, out)
		}
		says(t, words, errs, parts...)
	}
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("%v was written", left)
	}
}

// A snapshot is kept by name, and what changed since is told score by score and
// fact by fact; words that name no moment are told what would.
func TestSnapshotsAreComparedOnTheCommandLine(t *testing.T) {
	file := sampleFile(t)
	run := func(args ...string) string {
		t.Helper()
		return must(t, append([]string{"--file", file, "--today", "2026-11-24"}, args...)...)
	}
	if out := run("snapshot"); !strings.Contains(out, "no snapshots") {
		t.Error(out)
	}
	if out := run("snapshot", "before the review"); !strings.Contains(out, "snapshot 1, before the review") {
		t.Error(out)
	}
	run("set", "Northgate", "importance.capacity", "1")
	run("snapshot", "after it")
	run("set", "Northgate", "importance.capacity", "2")
	if list := document[[]map[string]any](t, "--file", file, "snapshot"); len(list) != 2 || list[0]["name"] != "after it" || list[1]["accounts"].(float64) < 20 {
		t.Errorf("%v", list)
	}
	c := document[map[string]any](t, "--file", file, "--today", "2026-11-24", "compare", "before", "#2")
	scores, facts := c["scores"].([]any), c["facts"].([]any)
	if len(facts) != 1 || len(scores) != 2 {
		t.Fatalf("%v", c)
	}
	figures(t, facts[0], map[string]any{"account": "Northgate Steel", "field": "Capacity", "before": "4", "after": "1"})
	first := scores[0].(map[string]any)
	if first["score"] != "strategic" || first["moved"].(float64) > -5 || first["facts"] != first["moved"] || first["time"] != 0.0 {
		t.Errorf("%v", first)
	}
	if out := run("compare", "after it"); !strings.Contains(out, "1 → 2") || strings.Contains(out, "4 → ") || !strings.Contains(out, "to now") {
		t.Error(out)
	}
	if out := run("compare", "now", "--account", "Halden"); strings.Count(out, "none") != 2 {
		t.Error(out)
	}
	if out := run("compare", "2020-01-01"); !strings.Contains(out, "added") {
		t.Error(out)
	}
	run("snapshot", "before lunch")
	for words, parts := range map[string][]string{"compare nix": {"nix", "not a snapshot", "accord snapshot"}, "compare before": {"before lunch or before the review"}, "compare 2031-01-01": {"still to come"}, "compare now --account Nobody": {"Nobody"}} {
		_, errs, exit := accord(t, append([]string{"--file", file, "--today", "2026-11-24"}, strings.Fields(words)...)...)
		if exit != 2 {
			t.Errorf("%s: exit %d", words, exit)
		}
		says(t, words, errs, parts...)
	}
	if out := run("history", "-n", "1"); !strings.Contains(out, "Capacity 1 → 2") {
		t.Errorf("a snapshot is an edit: %s", out)
	}
}
