package shell

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"accord/model"
	"accord/model/edit"
	"accord/model/report"
	"accord/ui/kit"
	"accord/ui/papers"
	"accord/ui/widget"
)

// olderPapers is a guard that finds older papers under some names.
func olderPapers(names ...string) func(kit.Output) error {
	return func(o kit.Output) error {
		if slices.Contains(names, o.Path) && !o.Over {
			return &kit.OlderError{Err: errors.New(o.Path + " already exists: an older document written by Accord")}
		}
		return nil
	}
}

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
	x.app.ports.Write = func(o kit.Output, text []byte) error { path := o.Path; written[path] = string(text); return nil }
	x.Keys("/ 'Northgate' enter g r").sees("Report · One-page plan", "Northgate Steel, 24 Nov 2026", "Strategic score S", "Charter")
	x.Keys("f").sees("Write the report to", "Northgate Steel plan 2026-11-24.html").Keys("ctrl+u '/tmp/n.html' enter").sees("wrote /tmp/n.html", "plain text")
	if got := written["/tmp/n.html"]; got != "html One-page plan" {
		t.Errorf("%q", got)
	}
	x.Keys("f ctrl+u '/tmp/n.docx' enter").sees("there is no format docx", "Write the report to", "/tmp/n.docx", "enter writes")
	if len(written) != 1 {
		t.Error(written)
	}
	x.Keys("esc A").sees("anonymous", "Account ", "…").seesNot("┃ Northgate Steel,").Keys("f").sees("Write the report to")
	if strings.Contains(x.screen(), "Northgate Steel plan") {
		t.Error("the name of the file tells")
	}
	x.Keys("ctrl+u esc A").sees("Northgate Steel, 24 Nov 2026")
	const there, data = "/there.md", "/data.db"
	x.app.ports.MayWrite = func(o kit.Output) error {
		if o.Path == data {
			return &model.Problem{Field: data, Sentence: "this is the portfolio file that is", Hint: "Name another file."}
		}
		return olderPapers(there)(o)
	}
	x.Keys("f ctrl+u '"+there+"' enter").sees("Replace it?", there+" already exists", "y replaces").Keys("enter enter j").sees("Replace it?")
	if written[there] != "" {
		t.Error("a file that was there is gone without a word")
	}
	x.Keys("esc").sees("Write the report to", there).Keys("enter n").sees("Write the report to", there, "nothing was written")
	if written[there] != "" {
		t.Error("no replaces it")
	}
	x.Keys("enter y").sees("wrote").seesNot("Write the report to", "Replace it?")
	if written[there] == "" {
		t.Error("yes does not replace it")
	}
	x.Keys("f ctrl+u '"+data+"' enter").sees("Write the report to", data, "this is the portfolio file that is", "Name another file").Keys("esc esc g r")
	x.app.ports.MayWrite = nil
	for _, k := range report.Kinds()[1:] {
		x.Keys("v").sees("Report · " + k.Name)
		if k.Theirs(report.Us) {
			x.sees("contains no internal data").Keys("c").sees("already for the customer")
		}
		if k.Key == "portfolio" {
			x.seesSomewhere("Herfindahl")
		}
	}
	x.Keys("v").sees("One-page plan").Keys("left").sees("what we agreed").Keys("left").sees("ratings with every mark").Keys("esc").seesNot("Report ·")
	if strings.Contains(x.screen(), "Herfindahl") {
		t.Error("esc leaves it open")
	}
}

func TestAReportNeedsAnAccount(t *testing.T) {
	start(t, build(t), 80, 24).Keys("g r").sees("Add an account first").Keys("f").sees("no account to write about").Keys("v v v v v v v").sees("Portfolio")
}

// c shows what the customer may read of a report, and what is shown is what is
// written; a report that is ours alone says so.
func TestTheCustomerVersionOfAReport(t *testing.T) {
	x := start(t, samplePortfolio(t), 120, 40)
	var got *report.Report
	x.app.ports.Report = func(_ io.Writer, _ string, r *report.Report) error { got = r; return nil }
	x.app.ports.Write = func(kit.Output, []byte) error { return nil }
	x.Keys("/ 'Northgate' enter g r").sees("Strategic score S")
	x.seesSomewhere("Internal:")
	x.Keys("c").sees("contains no internal data", "Our plan on a page", "What it is worth").seesNot("Strategic score S", "Internal:")
	x.Keys("f").sees("Northgate Steel plan for the customer 2026-11-24.html").Keys("enter")
	if got == nil || got.Title != "Northgate Steel: Our plan on a page" {
		t.Fatalf("%+v", got)
	}
	x.Keys("v").sees("Our plan", "Your goals").Keys("v").sees("Our review").Keys("c").sees("Review pack", "Strategic score S").Keys("c")
	for range 3 {
		x.Keys("v")
	}
	x.sees("Information gaps", "Confirm").seesNot("contains no internal data").Keys("c").sees("Information gaps is internal only")
}

// Every word of a report that is written is on its preview, on wide and on narrow
// screens: nothing is cut.
func TestThePreviewShowsAllThatIsWritten(t *testing.T) {
	p := samplePortfolio(t)
	for _, size := range [][2]int{{120, 40}, {60, 16}} {
		x := start(t, p, size[0], size[1])
		x.Keys("/ 'Northgate' enter g r")
		page := x.app.overlays[len(x.app.overlays)-1].(*papers.Page)
		for _, k := range report.Kinds() {
			for range 2 {
				x.screen()
				var shown strings.Builder
				for _, line := range page.Lines {
					for _, q := range line {
						if shown.WriteString(q.Text + " "); widget.Width(q.Text) > q.W {
							t.Fatalf("%s at %v: %q has room for %d", k.Key, size, q.Text, q.W)
						}
					}
				}
				all := strings.Join(strings.Fields(shown.String()), " ")
				has := func(text string) {
					t.Helper()
					for word := range strings.FieldsSeq(text) {
						if !strings.Contains(all, word) {
							t.Fatalf("%s at %v: %q of %q is nowhere", k.Key, size, word, text)
						}
					}
				}
				r := page.Made.Report
				has(r.Title + " " + r.Subtitle + " " + r.Foot)
				for i := range r.Nodes {
					n := &r.Nodes[i]
					has(n.Text + " " + strings.Join(n.Items, " ") + " " + strings.Join(n.Table.Head, " "))
					for _, row := range n.Table.Rows {
						for _, c := range row {
							has(c.Text)
						}
					}
				}
				x.Keys("c") // the customer's, where there is one
			}
			x.Keys("v")
			page.To = report.Us
		}
	}
}

// A question whose answer fails is still there with what was typed: the keys that
// follow are text and no commands.
func TestAQuestionWhoseAnswerFailsStaysOpen(t *testing.T) {
	x := start(t, samplePortfolio(t), 120, 40)
	x.app.do(edit.AddAccount{ID: "new", Name: "Newest"})
	steps := len(x.patches)
	x.app.ports.Report = func(w io.Writer, _ string, _ *report.Report) error { return nil }
	x.app.ports.Write = func(o kit.Output, _ []byte) error {
		path := o.Path
		if strings.HasPrefix(path, "/nowhere/") {
			return &model.Problem{Field: path, Sentence: "there is no folder /nowhere", Hint: "Create it, or name another."}
		}
		return nil
	}
	x.Keys("g r f ctrl+u '/nowhere/n.md' enter").sees("Write the report to", "/nowhere/n.md", "there is no folder /nowhere", "Create it, or name another", "enter writes")
	x.Keys("'uu'").sees("/nowhere/n.mduu").seesNot("Create it, or name another")
	if len(x.patches) != steps {
		t.Error("what was typed undid an edit")
	}
	x.Keys("ctrl+u '/tmp/n.md' enter").sees("wrote /tmp/n.md").seesNot("Write the report to")

	remember(x)
	x.app.ports.Memory.Keep = func(*model.Portfolio, string, model.Date, uint64) error {
		return &model.Problem{Sentence: "the disk is full", Hint: "Make room."}
	}
	x.Keys("esc g h a 'before' enter").sees("Keep a snapshot", "before", "the disk is full", "enter keeps it").Keys("esc esc")

	file := t.TempDir() + "/file"
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	x.Keys("g w 1 enter g w f ctrl+u '"+file+"/papers' enter").sees("Write everything into", "file/papers", "not a directory", "Choose another", "enter writes")
	x.Keys("ctrl+u '" + t.TempDir() + "/papers' enter").sees("Written").seesNot("Write everything into")
}
