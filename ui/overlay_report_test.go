package ui

import (
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"accord/model"
	"accord/model/report"
)

func TestReportsArePreviewedAndWritten(t *testing.T) {
	x := start(t, samplePortfolio(t), 120, 40)
	written := map[string]string{}
	x.app.ports.Report = func(w io.Writer, format string, r *report.Report) error {
		if format == "docx" {
			return &model.Problem{Sentence: "there is no format docx", Hint: "Choose md."}
		}
		_, err := fmt.Fprint(w, format, " ", r.Title)
		return err
	}
	x.app.ports.Write = func(path string, text []byte) error { written[path] = string(text); return nil }
	x.keys("/ 'Northgate' enter g r").sees("Report · One-page plan", "Northgate Steel, 24 Nov 2026", "Strategic score S", "Charter")
	x.keys("f").sees("Write the report to", "Northgate Steel plan 2026-11-24.html").keys("ctrl+u '/tmp/n.html' enter").sees("wrote /tmp/n.html", "plain text")
	if got := written["/tmp/n.html"]; got != "html One-page plan" {
		t.Errorf("%q", got)
	}
	x.keys("f ctrl+u '/tmp/n.docx' enter").sees("there is no format docx")
	if len(written) != 1 {
		t.Error(written)
	}
	x.keys("A").sees("anonymous", "Account ", "…").seesNot("┃ Northgate Steel,").keys("f").sees("Write the report to")
	if strings.Contains(x.screen(), "Northgate Steel plan") {
		t.Error("the name of the file tells")
	}
	x.keys("ctrl+u esc A").sees("Northgate Steel, 24 Nov 2026")
	there := t.TempDir() + "/there.md"
	if err := os.WriteFile(there, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	x.keys("f ctrl+u '" + there + "' enter").sees("is there already")
	if written[there] != "" {
		t.Error("a file that was there is gone without a word")
	}
	x.keys("f ctrl+u '" + there + "' enter").sees("wrote")
	for _, k := range report.Kinds()[1:] {
		x.keys("v").sees("Report · " + k.Name)
		if k.Theirs(report.Us) {
			x.sees("nothing of ours alone is in it").keys("c").sees("for the customer already")
		}
	}
	x.seesSomewhere("Herfindahl")
	x.keys("v").sees("One-page plan").keys("left").sees("Portfolio").keys("esc").seesNot("Report ·")
	if strings.Contains(x.screen(), "Herfindahl") {
		t.Error("esc leaves it open")
	}
}

func TestAReportNeedsAnAccount(t *testing.T) {
	start(t, build(t), 80, 24).keys("g r").sees("Add an account first").keys("f").sees("no account to write about").keys("v v v v v v v").sees("Portfolio")
}
