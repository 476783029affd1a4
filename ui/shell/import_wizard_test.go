package shell

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"accord/model"
	"accord/model/edit"
	"accord/ui/importer"
	"accord/ui/kit"
)

// exports is a reader that knows a made-up export: what is said about its columns,
// status values and names shows in what it answers, as a real reader's would.
type exports struct {
	asked []kit.ImportRequest
	files map[string]*kit.ImportPreview // by name; nil makes one
	steps int                           // how often progress is told
	x     *harness
	wrote map[string]string
}

func (e *exports) Read(q kit.ImportRequest) (*kit.ImportPreview, error) {
	e.asked = append(e.asked, q)
	for i := range e.steps {
		e.x.now = e.x.now.Add(importer.TellEvery)
		if !q.Progress(int64(i), int64(e.steps)) {
			return nil, fmt.Errorf("the import was cancelled; nothing was changed")
		}
	}
	name := filepath.Base(q.Path)
	if v := e.files[name]; v != nil {
		return v, nil
	}
	targets := []kit.ImportTarget{{Key: "account.name", Label: "Name"}, {Key: "account.city", Label: "City"}, {Key: "account.segment", Label: "Segment"}, {Key: "account.notes", Label: "Notes"}}
	v := &kit.ImportPreview{Title: name + ": accounts", Kind: "accounts", Targets: targets, Summary: []string{"2 rows"}, Unchanged: 4,
		Columns: []kit.ImportColumn{
			{Header: "Account Name", Field: "account.name", Proposed: "account.name", Why: "known heading", Samples: []string{"Zephyr Air", "Haldan Energy"}},
			{Header: "עיר", Field: "account.city", Proposed: "account.city", Why: "known heading", Samples: []string{"תל אביב"}},
			{Header: "Legal name", Why: "no field of this name; kept as a custom field", Custom: true, Samples: []string{"Zephyr Air Ltd"}},
		},
		Statuses: []kit.ImportStatus{{Value: "Won", Rows: 4238, Won: true}, {Value: "Lost", Rows: 2473, Won: false}, {Value: "", Rows: 12, Won: false}},
		Questions: []kit.ImportQuestion{
			{Name: "Haldan Energy", ID: "a1", Account: "Halden Energy", Why: "one letter differs", Facts: []kit.ImportFact{{Label: "Name", Before: "Halden Energy", After: "Haldan Energy"}, {Label: "City", Before: "Oslo", After: "Bergen"}}},
			{Name: "Northgate", ID: "a3", Account: "Northgate Steel", Why: "the same web address"},
		},
		Accounts: []kit.ImportAccount{{Name: name + " Air", New: true}, {Name: "Meridian Foods", Transactions: 3, Facts: []kit.ImportFact{{Label: "Owner", Before: "Dana", After: "Ruth"}, {Label: "Imported revenue 2025 (300000 USD typed by hand counts instead)", Before: "1 USD", After: "7 USD"}}}},
		Problems: []kit.ImportProblem{{Line: 7, Field: "Amount", Sentence: "‘x’ is not an amount", Hint: "Write it as a number.", Refused: true}},
		Faults:   func() []byte { return []byte("line,column\r\n7,Amount\r\n") },
		Change:   edit.AddAccount{ID: model.AccountID(name), Name: name + " Air"}}
	for i := range v.Columns {
		c := &v.Columns[i]
		if to := q.Map[c.Header]; to != "" {
			c.Field, c.Said, c.Custom, c.Why = to, true, to == "+", "as you said"
			if c.Label = label(targets, to); len(to) == 1 {
				c.Field = ""
			}
			v.Said = append(v.Said, kit.ImportSaid{Header: c.Header, Field: to})
		} else {
			c.Label = label(targets, c.Field)
		}
	}
	for i := range v.Statuses {
		if len(q.Won) > 0 {
			v.Statuses[i].Won = strings.Contains(strings.Join(q.Won, "|"), v.Statuses[i].Value) && v.Statuses[i].Value != ""
		}
	}
	return v, nil
}

func label(targets []kit.ImportTarget, key string) string {
	for _, t := range targets {
		if t.Key == key {
			return t.Label
		}
	}
	return ""
}

// wizard opens the preview of the made-up export.
func wizard(t *testing.T, w, h int) (*harness, *exports) {
	e := &exports{}
	e.wrote = map[string]string{}
	write := func(o kit.Output, text []byte) error { path := o.Path; e.wrote[path] = string(text); return nil }
	x := startPorts(t, three(t), kit.Ports{Preview: e.Read, Write: write}, false, w, h)
	e.x = x
	return x.Keys("ctrl+o 'crm.csv' enter"), e
}

func (e *exports) last() kit.ImportRequest { return e.asked[len(e.asked)-1] }

// The mapping is there to be changed, and is not in the way of who does not care.
func TestImportColumnsByKeys(t *testing.T) {
	x, e := wizard(t, 100, 30)
	x.sees("Preview: nothing has", "Columns 3", "Same as? 2", "Status 3", "Accounts 2", "Problems 1").Keys("tab")
	x.sees("Account Name", "→ Name", "Zephyr Air · Haldan", "ריע", "→ City", "Legal name", "→ custom field").seesNot("✗ left out")
	x.Keys("down down").sees("no field of this name").Keys("enter").sees("Where does Legal name go?", "City (now from ריע)", "keep it as a custom field").Keys("'notes' enter")
	if q := e.last(); !reflect.DeepEqual(q.Map, map[string]string{"Legal name": "account.notes"}) || !q.Exact || q.Path != "crm.csv" || len(e.asked) != 2 {
		t.Fatalf("read again with %+v", q)
	}
	x.sees("→ Notes", "as you said", "Accord proposed a custom field")
	x.Keys("up x").sees("✗ left out").Keys("down =").sees("→ custom field")
	if q := e.last(); !reflect.DeepEqual(q.Map, map[string]string{"עיר": "-"}) || len(e.asked) != 4 {
		t.Fatalf("%+v after %d", q, len(e.asked))
	}
	x.Keys("=").sees("This is what Accord proposed").Keys("up enter 'name' enter") // a field has one column
	x.Keys("home enter 'city' enter")
	if q := e.last(); !reflect.DeepEqual(q.Map, map[string]string{"עיר": "account.name", "Account Name": "account.city"}) {
		t.Fatalf("%+v", q)
	}
	x.Keys("end enter 'name' enter")
	if q := e.last(); !reflect.DeepEqual(q.Map, map[string]string{"Legal name": "account.name", "Account Name": "account.city"}) {
		t.Fatalf("%+v", q)
	}
	x.Keys("esc").sees("Preview: nothing has").Keys("enter").sees("Imported.")
	if len(x.patches) != 1 {
		t.Fatal("not imported")
	}
}

// A file whose columns tell too little opens on them, and cannot be imported as
// it is.
func TestImportOfUnknownHeadingsOpensOnTheColumns(t *testing.T) {
	e := &exports{files: map[string]*kit.ImportPreview{"x.csv": {Kind: "accounts", Unread: "x.csv: no heading is known.", Columns: []kit.ImportColumn{{Header: "Firma"}, {Header: ""}}, Targets: []kit.ImportTarget{{Key: "account.name", Label: "Name"}}}}}
	x := startPorts(t, three(t), kit.Ports{Preview: e.Read}, false, 60, 16)
	x.Keys("ctrl+o 'x.csv' enter").sees("no heading is known", "Firma", "left out").Keys("down enter").sees("without a heading")
	x.Keys("shift+tab enter").sees("no heading is known").Keys("esc").sees("Import a file", "x.csv").Keys("enter enter 'name' enter")
	if q := e.last(); q.Map["Firma"] != "account.name" {
		t.Fatalf("%+v", q)
	}
	if x.Keys("esc"); len(x.patches) != 0 {
		t.Fatal("imported")
	}
}

// The row of headings is moved by keys, the file is read again at once, and what was
// said stays with the file.
func TestImportHeadingRowByKeys(t *testing.T) {
	e := &exports{files: map[string]*kit.ImportPreview{"x.csv": {Kind: "accounts", Unread: "x.csv: no heading is known; row 4 reads ‘Firma’.", Headings: 4, Lines: []int{1, 3, 4, 5},
		Columns: []kit.ImportColumn{{Header: "Firma"}, {Header: "Ort"}}, Targets: []kit.ImportTarget{{Key: "account.name", Label: "Name"}}}}}
	x := startPorts(t, three(t), kit.Ports{Preview: e.Read}, false, 100, 30)
	x.Keys("ctrl+o 'x.csv' enter").sees("Header row: 4", "reads ‘Firma’. Assign a column to its field with Enter").seesNot("--map")
	x.Keys("-")
	if q := e.last(); q.Headings != 3 || len(e.asked) != 2 {
		t.Fatalf("read again with %+v", q)
	}
	e.files["x.csv"].Headings = 3
	x.Keys("enter 'name' enter")
	if q := e.last(); q.Headings != 3 || q.Map["Firma"] != "account.name" || q.Kind != "accounts" {
		t.Fatalf("read again with %+v", q)
	}
	x.Keys("+ +")
	if q := e.last(); q.Headings != 5 || q.Map["Firma"] != "account.name" {
		t.Fatalf("read again with %+v", q)
	}
	n := len(e.asked)
	if x.Keys("+").sees("no other row in this direction"); len(e.asked) != n {
		t.Fatal("read again for nothing")
	}
	e.files["x.csv"].Columns = nil // a row of one cell
	x.Keys("- -").sees("Header row: 3")
	if q := e.last(); q.Headings != 3 {
		t.Fatalf("read again with %+v", q)
	}
}

func TestImportSameAsByKeys(t *testing.T) {
	x, e := wizard(t, 100, 30)
	x.Keys("tab tab").sees("2 questions open", "Haldan Energy", "Halden Energy", "in Accord", "in the file", "Oslo", "Bergen", "one letter differs").Keys("y")
	x.sees("1 question open", "same", "the same web address").Keys("n").sees("All are answered", "new")
	if len(e.asked) != 1 {
		t.Fatal("read again in the middle of answering")
	}
	x.Keys("=").sees("1 question open").Keys("y up n up =").Keys("tab").sees("summed to revenue")
	if q := e.last(); !maps.Equal(q.Same, map[string]string{"Northgate": "a3"}) || len(e.asked) != 2 {
		t.Fatalf("%d readings, the last with %v", len(e.asked), q.Same)
	}
	x.Keys("shift+tab enter").sees("Preview: nothing has")
	if len(e.asked) != 2 {
		t.Fatal("read again though nothing was answered")
	}
	x.Keys("enter").sees("Imported.")
}

func TestImportStatusByKeys(t *testing.T) {
	x, e := wizard(t, 80, 24)
	x.Keys("tab tab tab").sees("Won", "4238 rows", "■", "counts", "Lost", "(empty)").Keys("down space")
	if q := e.last(); !reflect.DeepEqual(q.Won, []string{"Won", "Lost"}) {
		t.Fatalf("%v", q.Won)
	}
	x.Keys("enter up enter")
	if q := e.last(); !reflect.DeepEqual(q.Won, []string{importer.NoStatus}) {
		t.Fatalf("none count: %q", q.Won)
	}
	x.Keys("down down enter").sees("without a status never count").Keys("=")
	if q := e.last(); !q.Usual || q.Won != nil {
		t.Fatalf("%+v", q)
	}
}

func TestImportByAccountAndProblems(t *testing.T) {
	x, e := wizard(t, 100, 30)
	x.Keys("shift+tab shift+tab").sees("1 new, 1 changed, 4 unchanged, 1 row left out", "new crm.csv Air", "chg Meridian Foods", "3 transactions, Owner")
	x.Keys("down enter").sees("Meridian Foods (2 of 2)", "Dana → Ruth", "300000 USD typed by hand counts instead", "1 USD → 7 USD").Keys("left").sees("crm.csv Air (1 of 2)", "A new account").Keys("esc")
	x.Keys("tab").sees("7 Amount", "‘x’ is not an amount", "The row is left out. Write it as a number.").Keys("f").sees("Write the problems to", "crm problems.csv").Keys("enter")
	if e.wrote["crm problems.csv"] != "line,column\r\n7,Amount\r\n" {
		t.Fatalf("wrote %q", e.wrote)
	}
	const there = "/there/bad.csv"
	x.app.ports.MayWrite = func(o kit.Output) error {
		if o.Format != "csv" || !slices.Equal(o.Inputs, []string{"crm.csv"}) {
			t.Errorf("the guard is told %+v", o)
		}
		return olderPapers(there)(o)
	}
	x.Keys("f ctrl+u '"+there+"' enter").sees("Replace it?", there, "already exists", "y replaces")
	if e.wrote[there] != "" {
		t.Fatal("replaced without asking")
	}
	x.Keys("n").sees("Write the problems to", there).Keys("enter y").sees("wrote " + there)
	if e.wrote[there] == "" {
		t.Fatal("yes does not replace")
	}
}

// Several files are looked at together, each on top of those before it, and are
// one undo each, as on the command line.
func TestImportOfSeveralFiles(t *testing.T) {
	dir := t.TempDir()
	for _, n := range []string{"b c.csv", "a.csv"} {
		if err := os.WriteFile(filepath.Join(dir, n), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	e := &exports{}
	gather := func(paths []string, r kit.ImportRequest) ([]string, []string, error) {
		if !reflect.DeepEqual(paths, []string{"b c.csv", "a.csv"}) || r.Portfolio.Len() != 3 {
			t.Fatalf("gathers %q", paths)
		}
		return []string{"a.csv", "b c.csv"}, []string{"notes.txt was left out: it is empty"}, nil
	}
	x := startPorts(t, three(t), kit.Ports{Preview: e.Read, Gather: gather}, false, 100, 40)
	x.Keys("ctrl+o").send(tea.PasteMsg{Content: `"b c.csv" a.csv`})
	x.Keys("enter").seesNot("(1 of 2)").sees("Import: 2 files", "a.csv: accounts (open)", "b c.csv: accounts", "notes.txt was left out", "each an undo")
	if e.asked[0].Portfolio.Len() != 3 || e.asked[1].Portfolio.Len() != 4 {
		t.Fatal("the second file is not read on top of the first")
	}
	x.Keys("] tab").sees("(2 of 2)").Keys("x")
	if len(e.asked) != 3 || e.last().Path != "b c.csv" || e.last().Portfolio.Len() != 4 {
		t.Fatalf("reads %+v again", e.last())
	}
	x.Keys("] [ tab").sees("(1 of 2)").Keys("x")
	if len(e.asked) != 5 || e.asked[3].Path != "a.csv" || e.asked[4].Map["Account Name"] != "-" {
		t.Fatalf("%d readings: a change in the first goes on to the second, which keeps what was said of it", len(e.asked))
	}
	x.Keys("esc enter").sees("Imported.", "u undoes the last file")
	if len(x.patches) != 2 || x.session().Portfolio().Len() != 5 {
		t.Fatalf("%d steps", len(x.patches))
	}
	x.Keys("u u")
	if x.session().Portfolio().Len() != 3 {
		t.Fatal("not taken back")
	}
}

// What was shown is what comes: when something else changed meanwhile, the files
// are read again before anything is done.
func TestImportAfterAnUndoIsLookedAtAgain(t *testing.T) {
	x, e := wizard(t, 80, 24)
	x.Keys("esc esc a 'New one' enter ctrl+o 'crm.csv' enter")
	x.Keys("u enter").sees("Data has changed; the preview is", "Preview: nothing has")
	if len(e.asked) != 3 || e.last().Portfolio != x.session().Portfolio() {
		t.Fatal("not read again")
	}
	x.Keys("enter").sees("Imported.")
}

func TestImportShowsProgressAndCancels(t *testing.T) {
	e := &exports{steps: 10}
	x := startPorts(t, three(t), kit.Ports{Preview: e.Read}, false, 80, 24)
	e.x = x
	x.Keys("ctrl+o 'big.csv'")
	cmds := x.hold(namedKeys["enter"])().(tea.BatchMsg)
	answer := cmds[0]() // the reader, which tells on its way
	news := cmds[1]()
	_, next := x.app.Update(news)
	x.sees("Reading big.csv", "0 %")
	if next == nil || next() != nil {
		t.Fatal("after the end it still waits for news")
	}
	x.send(importer.ImportProgressMsg{Number: news.(importer.ImportProgressMsg).Number, Run: news.(importer.ImportProgressMsg).Run, Path: "big.csv", Done: 3, Total: 4})
	x.sees("75 %", "●●●○")
	x.send(answer)
	x.sees("Preview: nothing has").Keys("esc")

	stopped := x.hold(namedKeys["enter"])().(tea.BatchMsg)
	x.Keys("esc").sees("stopped reading")
	x.send(stopped[0]())
	x.run(stopped[1])
	if got := len(e.asked); got != 2 || len(x.patches) != 0 {
		t.Fatalf("%d readings, %d steps", got, len(x.patches))
	}
	x.seesNot("Preview: nothing has")
}

// News come at most so often, however fast the reader is.
func TestProgressIsToldSeldom(t *testing.T) {
	now, told := testNow, 0
	r := importer.NewImportRun()
	r.Now = func() time.Time { return now }
	for range 1000 { // a second
		now = now.Add(time.Millisecond)
		r.Tell(importer.ImportProgressMsg{})
		select {
		case <-r.News:
			told++
		default:
		}
	}
	if told < 15 || told > 20 {
		t.Errorf("told %d times in a second", told)
	}
}

func TestTypedPaths(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	for _, n := range []string{"a.csv", "b c.csv", "x y"} {
		if err := os.WriteFile(n, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for typed, want := range map[string][]string{
		"a.csv": {"a.csv"}, "x y": {"x y"}, "a.csv b\\ c.csv": {"a.csv", "b c.csv"}, "'b c.csv' a.csv": {"b c.csv", "a.csv"}, "a.csv gone.csv": {"a.csv", "gone.csv"},
		"gone away.csv": {"gone away.csv"}, "": nil, "  ": nil, dir: {dir},
	} {
		if got := kit.RealPaths(typed); !reflect.DeepEqual(got, want) {
			t.Errorf("realPaths(%q) = %q, want %q", typed, got, want)
		}
	}
}

func TestTheLastOfSeveralPathsIsCompleted(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	for _, n := range []string{"accounts.csv", "sales q.csv", "sales r.csv"} {
		if err := os.WriteFile(n, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	e := &exports{}
	x := startPorts(t, three(t), kit.Ports{Preview: e.Read}, false, 80, 24)
	e.x = x
	x.Keys("ctrl+o 'ac' tab").sees("accounts.csv").Keys("space 'sa' tab").sees(`accounts.csv sales\ `, "sales q.csv   sales r.csv").Keys("'q' tab").sees(`accounts.csv sales\ q.csv`).Keys("enter").sees("Import: 2 files").Keys("tab").sees("(1 of 2)")
	if len(e.asked) != 2 || e.asked[0].Path != "accounts.csv" || e.asked[1].Path != "sales q.csv" {
		t.Fatalf("asked %+v", e.asked)
	}
}

// Every page fits at every size, with names that break layouts.
func TestImportPagesFit(t *testing.T) {
	for _, page := range []string{"", "tab", "tab enter", "tab tab", "tab tab tab", "tab tab tab tab", "tab tab tab tab down enter", "shift+tab", "shift+tab f"} {
		e := &exports{}
		x := startPorts(t, hostilePortfolio(t), kit.Ports{Preview: e.Read}, false, 120, 40)
		v, _ := e.Read(kit.ImportRequest{Path: "h.csv"})
		for i, s := range hostile {
			v.Columns = append(v.Columns, kit.ImportColumn{Header: s, Why: s, Samples: []string{s, s}}, kit.ImportColumn{Header: s, Field: "account.city", Label: s, Said: true})
			v.Questions = append(v.Questions, kit.ImportQuestion{Name: fmt.Sprint(i, s), Account: s, Why: s, Facts: []kit.ImportFact{{Label: s, Before: s, After: s}}})
			v.Statuses = append(v.Statuses, kit.ImportStatus{Value: s, Rows: i, Won: true})
			v.Accounts = append([]kit.ImportAccount{{Name: s, Facts: []kit.ImportFact{{Label: s, Before: s, After: s}}}}, v.Accounts...)
			v.Problems = append([]kit.ImportProblem{{Line: i, Field: s, Sentence: s, Hint: s}}, v.Problems...)
			v.Summary = append(v.Summary, s)
		}
		e.files = map[string]*kit.ImportPreview{"h.csv": v}
		x.Keys("ctrl+o 'h.csv' enter " + page)
		for _, size := range [][2]int{{60, 16}, {61, 17}, {80, 24}, {99, 30}, {120, 40}, {200, 60}} {
			for range 30 {
				checkSize(t, x, "import "+page, size[0], size[1])
				x.key("down")
			}
			x.key("home")
		}
	}
}
