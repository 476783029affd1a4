//go:build !windows

package whole

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"accord/model"
	"accord/model/sample"
	jsondoc "accord/store/exchange/document"
)

// Reports go to the screen or to a file, in the format of its ending; what is
// asked for the customer has nothing of ours.
func TestReportsAreWritten(t *testing.T) {
	p, err := sample.Portfolio(model.NewDate(2026, 11, 24))
	if err != nil {
		t.Fatal(err)
	}
	var doc bytes.Buffer
	if err := jsondoc.Write(&doc, p); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "accord.db")
	must(t, "--file", file, "--today", "2026-11-24", "import", "--yes", write(t, "sample.json", doc.String()))
	run := func(args ...string) string {
		t.Helper()
		return must(t, append([]string{"--file", file, "--today", "2026-11-24", "report"}, args...)...)
	}
	if out := run("plan", "Northgate"); !strings.Contains(out, "# One-page plan\n") || !strings.Contains(out, "| Strategic score S | 78 |") {
		t.Errorf("%.300s", out)
	}
	page := filepath.Join(dir, "full.html")
	run("full", "Northgate", "--out", page)
	if text := content(t, page); !strings.Contains(text, "<!doctype html>") || !strings.Contains(text, "Okafor") || !strings.Contains(text, "<svg") || strings.Contains(text, "http-equiv") || strings.Contains(text, "src=") {
		t.Errorf("%.300s", text)
	}
	if st, err := os.Stat(page); err != nil || st.Mode().Perm() != 0o600 {
		t.Error(st, err)
	}
	if out := run("value", "Northgate", "--customer"); !strings.Contains(out, "What we did for you") || strings.Contains(out, "Strategic score") || strings.Contains(out, "enemy") {
		t.Errorf("%.300s", out)
	}
	if out := run("joint", "Meridian Foods", "--customer"); !strings.Contains(out, "twelve plants") || strings.Contains(out, "CFO") || strings.Contains(out, "Northgate") || strings.Contains(out, "supplier 1 of 7") {
		t.Errorf("%s", out)
	}
	if out := run("joint", "Northgate", "--format", "ics"); strings.Count(out, "BEGIN:VEVENT") != 1 || !strings.Contains(out, "stop analysis") {
		t.Errorf("%s", out)
	}
	if out := run("portfolio", "--format", "ics"); !strings.Contains(out, "BEGIN:VCALENDAR\r\n") {
		t.Errorf("%.100s", out)
	}
	if out := run("full", "Northgate", "--anonymise"); strings.Contains(out, "Northgate") || strings.Contains(out, "Okafor") || strings.Contains(out, "4,650,000") || !strings.Contains(out, "| Strategic score S | 78 |") {
		t.Errorf("%.600s", out)
	}
	for words, says := range map[string]string{"plan": "needs an account", "moon": "unknown report", "gaps Northgate --customer": "internal only", "plan Northgate --format docx": "unknown format", "plan Nobody": "Nobody", "value Halden --format ics": "nothing in this report has a date, so", "plan Northgate -o /nowhere/x.html": "nowhere"} {
		_, errs, exit := accord(t, append([]string{"--file", file, "report"}, strings.Fields(words)...)...)
		if exit == 0 || !strings.Contains(errs, says) {
			t.Errorf("%s: exit %d, %s", words, exit, errs)
		}
	}
}
