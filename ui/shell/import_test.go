package shell

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"accord/model"
	"accord/model/edit"
	"accord/model/session"
	"accord/ui/kit"
)

// reader is a reader of files for tests: it answers what it was told to, and
// remembers what it was asked.
type reader struct {
	asked   []kit.ImportRequest
	preview *kit.ImportPreview
	err     error
}

func (r *reader) Read(q kit.ImportRequest) (*kit.ImportPreview, error) {
	r.asked = append(r.asked, q)
	return r.preview, r.err
}

// startPorts is start with more doors open.
func startPorts(t testing.TB, p *model.Portfolio, ports kit.Ports, welcome bool, w, h int) *harness {
	x := start(t, p, w, h)
	if ports.Kinds == nil {
		ports.Kinds = []kit.ImportKind{{Key: "accounts", Words: "one customer a row", Won: false}, {Key: "contacts", Words: "one person a row", Won: false}, {Key: "transactions", Words: "invoices, orders, won deals", Won: true}}
	}
	ports.Save, ports.Now, ports.NewID = x.app.ports.Save, x.app.ports.Now, x.app.ports.NewID
	x.app = New(Options{Session: session.New(p, model.DateOf(testNow), 0, ports.NewID), Ports: ports, Welcome: welcome})
	x.send(tea.WindowSizeMsg{Width: w, Height: h})
	return x
}

// hold presses a key and gives back what it would do in the background.
func (x *harness) hold(k tea.KeyPressMsg) tea.Cmd {
	_, cmd := x.app.Update(k)
	return cmd
}

func twoAccounts() *kit.ImportPreview {
	return &kit.ImportPreview{
		Title: "accounts.csv: accounts", Summary: []string{"2 accounts are new.", "Nothing else would change."},
		Accounts: []kit.ImportAccount{{Name: "Zephyr Air", New: true, Facts: []kit.ImportFact{{Label: "City", Before: "", After: "Oslo"}}}, {Name: "Yonder Rail", New: true}},
		Problems: []kit.ImportProblem{{Line: 7, Sentence: "no name", Hint: "Give it one.", Refused: true}},
		Change:   edit.AddAccount{ID: "z", Name: "Zephyr Air"},
	}
}

func TestImportShowsThenChanges(t *testing.T) {
	r := &reader{preview: twoAccounts()}
	x := startPorts(t, three(t), kit.Ports{Preview: r.Read}, false, 100, 30)
	x.Keys("ctrl+o").sees("Import a file", "changes before you have seen and agreed").Keys("'/tmp/q.csv'").sees("/tmp/q.csv")
	x.Keys("enter").sees("Import: accounts.csv: accounts", "Preview: nothing has", "2 accounts are new.", "1 problem", "line 7: no name", "Accounts 2")
	if len(x.patches) != 0 {
		t.Fatal("changed before agreeing")
	}
	if q := r.asked[0]; q.Path != "/tmp/q.csv" || q.Kind != "" || q.Portfolio != x.session().Portfolio() || q.Today != x.session().Today() {
		t.Fatalf("asked %+v", q)
	}
	x.Keys("esc").sees("/tmp/q.csv", "Import a file").Keys("enter enter").sees("Imported.", "u undoes it", "line 7: no name")
	if len(x.patches) != 1 || x.session().Portfolio().Account("z") == nil {
		t.Fatal("not imported")
	}
	x.Keys("u").seesNot("Imported.").sees("undone")
	if x.session().Portfolio().Account("z") != nil {
		t.Fatal("u did not take it back")
	}
}

func TestImportOfTransactionsAsksWhatCounts(t *testing.T) {
	r := &reader{preview: twoAccounts()}
	x := startPorts(t, three(t), kit.Ports{Preview: r.Read}, false, 80, 24)
	x.Keys("ctrl+o 's.csv' down").sees("detect it").Keys("right right right").sees("transactions: invoices").Keys("left right")
	x.Keys("down 'Won q'").sees("Won q", "count as revenue").Keys("enter")
	if q := r.asked[0]; q.Kind != "transactions" || len(q.Won) != 1 || q.Won[0] != "Won q" {
		t.Fatalf("asked %+v", q)
	}
	x.Keys("enter enter").sees("Import a file") // another file
	x.Keys("esc").seesNot("Import a file")
}

// What can be brought in is told by whoever reads files: one more row is one more choice,
// and it asks for what counts where the row says so.
func TestImportOffersEveryKindThatIsRead(t *testing.T) {
	r := &reader{preview: twoAccounts()}
	x := startPorts(t, three(t), kit.Ports{Preview: r.Read, Kinds: []kit.ImportKind{{Key: "visits", Words: "one visit a row", Won: false}, {Key: "voyages", Words: "one voyage a row", Won: true}}}, false, 80, 24)
	x.Keys("ctrl+o 's.csv' down").sees("detect it").Keys("right").sees("visits: one visit a row").Keys("'v'").sees("voyages: one voyage a row")
	x.Keys("down 'Done'").sees("count as revenue").Keys("up right right").sees("visits: one visit").seesNot("summed to revenue").Keys("enter")
	if q := r.asked[0]; q.Kind != "visits" || len(q.Won) != 0 {
		t.Fatalf("asked %+v", q)
	}
}

func TestImportThatChangesNothing(t *testing.T) {
	r := &reader{preview: &kit.ImportPreview{Title: "a.csv: accounts", Summary: []string{"85 accounts are the same as here."}}}
	x := startPorts(t, three(t), kit.Ports{Preview: r.Read}, false, 80, 24)
	x.Keys("ctrl+o 'a.csv' enter").sees("Nothing would change.", "85 accounts").seesNot("enter imports")
	x.Keys("enter").sees("Nothing would change. Press Esc to choose").Keys("esc esc").seesNot("Import")
}

func TestImportSaysWhatIsWrong(t *testing.T) {
	r := &reader{err: errors.New("a.csv is not a table: it holds no comma, semicolon or tab")}
	x := startPorts(t, three(t), kit.Ports{Preview: r.Read}, false, 80, 24)
	x.Keys("ctrl+o enter").sees("Type or paste the path of the file").Keys("'a.csv' enter").sees("a.csv is not a table", "Import a file")
	r.err, r.preview = nil, &kit.ImportPreview{Title: "b", Change: edit.AddAccount{ID: "n", Name: "halden energy"}}
	x.Keys("enter").sees("already an account called", "Import a file") // tried while it was read
	if len(x.patches) != 0 {
		t.Fatal("a refused change was saved")
	}
	startPorts(t, three(t), kit.Ports{}, false, 80, 24).Keys("ctrl+o 'a.csv' enter").sees("without a reader of files")
}

func TestImportCanBeAbandoned(t *testing.T) {
	r := &reader{preview: twoAccounts()}
	x := startPorts(t, three(t), kit.Ports{Preview: r.Read}, false, 80, 24)
	x.Keys("ctrl+o 'slow.csv'")
	slow := x.hold(namedKeys["enter"])
	x.sees("Reading slow.csv", "esc cancels").Keys("x j").sees("Reading").Keys("esc").sees("Import a file", "slow.csv", "stopped reading")
	x.run(slow) // the answer nobody waits for any more
	x.seesNot("Preview: nothing has")

	second := x.hold(namedKeys["enter"])
	x.run(slow) // a stale answer to a newer question
	x.sees("Reading")
	x.run(second)
	x.sees("Preview: nothing has").Keys("esc esc")
	x.Keys("ctrl+o 'slow.csv'")
	third := x.hold(namedKeys["enter"])
	x.Keys("esc esc")
	x.run(third)
	x.seesNot("Preview: nothing has")
	if len(x.patches) != 0 {
		t.Fatal("something was changed")
	}
}

func TestImportScrollsLongLists(t *testing.T) {
	p := twoAccounts()
	for i := range 200 {
		p.Summary = append(p.Summary, "A note that goes on for a while about what was found in the file.")
		p.Accounts = append(p.Accounts, kit.ImportAccount{Name: fmt.Sprint("Account ", i)})
	}
	p.Problems = append(p.Problems, kit.ImportProblem{Line: 9, Sentence: strings.Repeat("very long ", 60)}, kit.ImportProblem{Line: 10, Sentence: "the very last problem"})
	x := startPorts(t, three(t), kit.Ports{Preview: (&reader{preview: p}).Read}, false, 60, 16)
	x.Keys("ctrl+o 'a.csv' enter").sees("more").Keys("end").sees("the very last problem", "above").Keys("home").seesNot("above")
	x.Keys("tab").sees("1 to ", "of 202").Keys("end").sees("Account 199").Keys("tab").sees("very long").Keys("end").sees("the very last problem")
}

func TestPathCompletion(t *testing.T) {
	dir := t.TempDir()
	for _, n := range []string{"accounts.csv", "accounts-old.csv", "sales q.csv"} {
		if err := os.WriteFile(filepath.Join(dir, n), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "Exports"), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	t.Setenv("HOME", dir)
	r := &reader{preview: twoAccounts()}
	x := startPorts(t, three(t), kit.Ports{Preview: r.Read}, false, 80, 24)
	x.Keys("ctrl+o 'a' tab").sees("accounts", "accounts-old.csv").Keys("'.' tab").sees("accounts.csv").seesNot("accounts-old.csv")
	x.Keys("ctrl+u 'ex' tab").sees("Exports/").Keys("ctrl+u '~/s' tab").sees("~/sales q.csv").Keys("enter")
	if q := r.asked[0]; q.Path != filepath.Join(dir, "sales q.csv") {
		t.Fatalf("asked for %q", q.Path)
	}
	x.Keys("esc ctrl+u 'none' tab").sees("detect it") // nothing to complete: on to the next row
	for typed, want := range map[string]string{"'a b'": "a b", `"a b"`: "a b", "sales\\ q.csv": "sales q.csv", "file:///x/a%20b.csv": "/x/a b.csv", " plain ": "plain", "~": dir} {
		if got := kit.RealPath(typed); got != want {
			t.Errorf("realPath(%q) = %q, want %q", typed, got, want)
		}
	}
}

func TestPasteAPath(t *testing.T) {
	x := start(t, three(t), 80, 24)
	x.Keys("ctrl+o").send(tea.PasteMsg{Content: "/data/accounts.csv\n"})
	x.sees("/data/accounts.csv")
}

func TestWelcomeSample(t *testing.T) {
	var made *model.Portfolio
	ports := kit.Ports{Path: "/home/ruth/accord.db", Begin: func(p *model.Portfolio) error { made = p; return nil },
		Sample: func(model.Date) (*model.Portfolio, error) { return three(t), nil }}
	for _, script := range []string{"enter", "1", "s", "ד", "down up enter"} {
		made = nil
		x := startPorts(t, model.EmptyPortfolio(), ports, true, 100, 30)
		x.sees("Welcome to Accord", "Look at a sample portfolio", "Import my accounts", "Start empty", "Quit", "/home/ruth/accord.db")
		x.Keys(script).sees("Halden Energy").seesNot("Welcome")
		if made == nil || made.Len() != 3 {
			t.Fatalf("%s: the file was not made with the sample", script)
		}
	}
	startPorts(t, model.EmptyPortfolio(), kit.Ports{}, true, 80, 24).Keys("1").sees("There is no sample portfolio in this build", "Welcome")
	ports.Sample = func(model.Date) (*model.Portfolio, error) { return nil, errors.New("the sample is damaged") }
	startPorts(t, model.EmptyPortfolio(), ports, true, 80, 24).Keys("1").sees("the sample is damaged", "Welcome")
	ports.Begin = func(*model.Portfolio) error { return errors.New("the disk is full") }
	startPorts(t, model.EmptyPortfolio(), ports, true, 80, 24).Keys("3").sees("the disk is full", "Welcome")
}

func TestWelcomeEmptyAndLeaving(t *testing.T) {
	for _, size := range [][2]int{{60, 16}, {80, 24}, {120, 40}, {200, 60}} {
		x := startPorts(t, model.EmptyPortfolio(), kit.Ports{Path: "accord.db"}, true, size[0], size[1])
		x.sees("Welcome to Accord", "Start empty", "Quit", "accord.db").Keys("esc").sees("Welcome", "press q to quit").Keys("w").sees("Press a number")
		x.Keys("e").seesNot("Welcome").sees("No accounts yet", "Press a to add your first account.").Keys("a 'Acme' enter").sees("Acme")
		if len(x.patches) != 1 {
			t.Fatal("the first account was not queued")
		}
	}
	for _, script := range []string{"q", "5", "up enter", "ctrl+q"} {
		if x := startPorts(t, model.EmptyPortfolio(), kit.Ports{}, true, 80, 24).Keys(script); !x.quit {
			t.Fatalf("%s does not quit", script)
		}
	}
}

// From the first screen to revenue by keys alone: accounts, then transactions.
// The page that says what came in leads on to the next file by the same key that
// opens the import everywhere.
func TestTheImportKeyGoesOnToTheNextFile(t *testing.T) {
	r := &reader{preview: twoAccounts()}
	x := startPorts(t, model.EmptyPortfolio(), kit.Ports{Preview: r.Read, Begin: func(*model.Portfolio) error { return nil }}, true, 80, 24)
	x.Keys("i 'exports/accounts.csv' enter enter").sees("enter imports another file").Keys("ctrl+o").sees("Import a file", "exports/")
	x.Keys("'/elsewhere/sales.csv' enter")
	if got := kit.RealPath(r.asked[1].Path); got != "/elsewhere/sales.csv" {
		t.Errorf("asked for %q", got)
	}
}

func TestWelcomeImportsTwoFiles(t *testing.T) {
	r := &reader{preview: twoAccounts()}
	began := 0
	x := startPorts(t, model.EmptyPortfolio(), kit.Ports{Preview: r.Read, Begin: func(*model.Portfolio) error { began++; return nil }}, true, 80, 24)
	x.Keys("i").sees("Import a file").Keys("'exports/accounts.csv' enter enter").sees("enter imports another file")
	r.preview = &kit.ImportPreview{Title: "sales.csv: transactions", Summary: []string{"revenue for 1 account"}, Change: set("z", "figures.2025.revenue", "900")}
	x.Keys("enter").sees("exports/").Keys("'sales.csv' enter").sees("revenue for 1 account").Keys("enter esc").sees("Zephyr Air", "900")
	if r.asked[1].Path != "exports/sales.csv" || r.asked[1].Portfolio.Len() != 1 || began != 1 || len(x.patches) != 2 {
		t.Fatalf("asked %+v, began %d, %d steps", r.asked[1], began, len(x.patches))
	}
}
