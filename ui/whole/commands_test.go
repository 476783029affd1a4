//go:build !windows

package whole

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"accord/model"
	"accord/model/sample"
	jsondoc "accord/store/exchange/document"
)

// write makes a file in a fresh folder and gives its path.
func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func content(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// exported is everything in a file, as one document.
func exported(t *testing.T, file string) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), "all.json")
	must(t, "--file", file, "export", to)
	return content(t, to)
}

// document reads what a command wrote with --json.
func document[T any](t *testing.T, args ...string) (v T) {
	t.Helper()
	out := must(t, append(args, "--json")...)
	if err := json.Unmarshal([]byte(out), &v); err != nil {
		t.Fatalf("%v: %v in %s", args, err, out)
	}
	return v
}

// figure walks down a document by its keys.
func figure(doc any, path string) any {
	for key := range strings.SplitSeq(path, ".") {
		doc = doc.(map[string]any)[key]
	}
	return doc
}

// figures compares a document with what is known of it: numbers to the last
// digit that a float64 has room for.
func figures(t *testing.T, doc any, want map[string]any) {
	t.Helper()
	for path, w := range want {
		got := figure(doc, path)
		if n, ok := w.(float64); ok {
			v, isNumber := got.(float64)
			if isNumber && math.Abs(v-n) <= 1e-14*math.Max(1, math.Abs(n)) {
				continue
			}
		} else if got == w {
			continue
		}
		t.Errorf("%s is %v, want %v", path, got, w)
	}
}

// The worked values of the method, §2.
func TestWorkedStrategicScore(t *testing.T) {
	file := newFile(t)
	words := []string{"--file", file, "set", "Alpha"}
	for i, key := range strings.Fields("capacity profitability technology_access market_access reference_power") {
		words = append(words, "importance."+key, "54-32"[i:i+1])
	}
	for i, key := range strings.Fields("spend_share criticality switching_cost uniqueness contribution executive_access") {
		words = append(words, "position."+key, "231240"[i:i+1])
	}
	if said := must(t, words...); !strings.Contains(said, "S – → 54, unknown → exposed") {
		t.Errorf("set says %s", said)
	}
	list := document[[]any](t, "--file", file, "score", "Alpha")
	figures(t, list[0], map[string]any{
		"account": "Alpha", "quadrant": "exposed", "tier": "candidate",
		"importance.score": 70.0, "importance.confidence": 0.8, "importance.gap": nil,
		"position.score": 41.0, "position.confidence": 1.0,
		"strategic": 53.5723809439155, "asymmetry": 29.0,
	})
	for _, says := range []string{"54~", "70~", "41", "+29", "exposed"} {
		if page := must(t, "--file", file, "score", "Alpha"); !slices.Contains(strings.Fields(page), says) {
			t.Errorf("the page does not show %s:\n%s", says, page)
		}
	}
}

// The worked values of the method, §4.
func TestWorkedConcentration(t *testing.T) {
	csv := write(t, "figures.csv", "Account Name,Year,Our Revenue\nA,2025,50\nB,2025,30\nC,2025,10\nD,2025,5\nE,2025,5\n")
	file := filepath.Join(t.TempDir(), "accord.db")
	must(t, "--file", file, "--today", "2026-11-24", "import", csv, "--kind", "figures", "--yes")
	figures(t, document[any](t, "--file", file, "--today", "2026-11-24", "portfolio"), map[string]any{
		"accounts": 5.0, "period": "2025", "revenue.total": 100.0,
		"revenue.hhi": 0.355, "revenue.effective": 2.816901408450704, "revenue.gini": 0.46,
		"revenue.cr1": 0.5, "revenue.cr3": 0.9, "revenue.cr5": 1.0, "revenue.top20_share": 0.5,
		"revenue.abc.A": 2.0, "revenue.abc.B": 2.0, "revenue.abc.C": 1.0,
		"contribution": nil, "spearman_revenue_strategic": nil, "quadrants.unknown": 5.0,
	})
	page := must(t, "--file", file, "--today", "2026-11-24", "portfolio")
	for _, says := range []string{"0.3550", "2.8", "0.4600", "50.0 %", "90.0 %", "2 / 2 / 1"} {
		if !strings.Contains(page, says) {
			t.Errorf("the page does not show %s:\n%s", says, page)
		}
	}
}

// Everything goes out and comes in again, byte for byte.
func TestEverythingTravelsAsJSON(t *testing.T) {
	p, err := sample.Portfolio(model.NewDate(2026, time.November, 24))
	if err != nil {
		t.Fatal(err)
	}
	var doc bytes.Buffer
	if err := jsondoc.Write(&doc, p); err != nil {
		t.Fatal(err)
	}
	for _, days := range []string{"2026-11-24", "2031-01-01"} { // the day must not get into it
		from, file := write(t, "sample.json", doc.String()), filepath.Join(t.TempDir(), "accord.db")
		must(t, "--file", file, "--today", days, "import", from, "--yes")
		if exported(t, file) != doc.String() {
			t.Fatal("what came out is not what went in")
		}
		must(t, "--file", file, "--today", days, "import", from, "--yes")
		if steps := document[[]any](t, "--file", file, "history"); len(steps) != 1 {
			t.Errorf("%d steps after importing the same document twice", len(steps))
		}
	}
}

func TestImportingTheSameFilesTwiceChangesNothing(t *testing.T) {
	accounts := write(t, "accounts.csv", "\ufeffAccount ID;Account Name;Parent Account;Employees\r\n1;Alpha;;1.200\r\n2;Beta;Alpha;80\r\n")
	contacts := write(t, "contacts.csv", "Contact ID,First Name,Last Name,Title,Account Name,Email\n7,Ann,Lee,CFO,Alpha,ann@example.org\n8,Bo,Kim,Buyer,Beta,\n")
	sales := write(t, "sales.csv", "Order ID,Account Name,Product,Status,Close Date,Amount\nO1,Alpha,Pumps,Won,2025-02-03,\"1,000.50\"\nO2,Alpha,Valves,Lost,2025-02-04,7\n,Beta,Pumps,Won,2025-03-01,20\n,Beta,Pumps,Won,2025-03-01,20\n")
	file := filepath.Join(t.TempDir(), "accord.db")
	args := []string{"--file", file, "import", accounts, contacts, sales, "--yes"}
	must(t, args...)
	figures(t, document[any](t, "--file", file, "portfolio", "--period", "2025"), map[string]any{"revenue.total": 1040.5, "accounts": 2.0})
	before, steps := exported(t, file), must(t, "--file", file, "history")
	again := must(t, args...)
	if strings.Count(again, "nothing would change") != 3 || exported(t, file) != before || must(t, "--file", file, "history") != steps {
		t.Errorf("the second import:\n%s", again)
	}
}

// While the workbench has the file, what reads works and what writes says who has
// it.
func TestCommandsBesideTheWorkbench(t *testing.T) {
	file := newFile(t)
	csv := write(t, "more.csv", "Account Name\nDelta\n")
	x := open(t, 120, 40, "--file", file)
	x.waitFor("Alpha")
	before, steps := exported(t, file), must(t, "--file", file, "history")
	for _, words := range [][]string{{"set", "Alpha", "tier", "key"}, {"set", "programme", "programme.currency", "EUR"}, {"import", csv, "--yes"}, {"import", csv, "--yes", "--json"}} {
		out, errs, exit := accord(t, append([]string{"--file", file}, words...)...)
		if exit != 4 || !strings.Contains(errs, file+" is already open in another window") || !strings.Contains(errs, "Close it there") || out != "" {
			t.Errorf("%v: exit %d\n%s%s", words, exit, out, errs)
		}
	}
	if exported(t, file) != before || must(t, "--file", file, "history") != steps {
		t.Error("a command that was refused changed the file")
	}
	dir := t.TempDir()
	for _, words := range readings(dir, csv) {
		must(t, append([]string{"--file", file}, words...)...)
	}
	must(t, "--file", filepath.Join(dir, "copy.db"), "check")
	x.typed("q")
	if err := x.ended(); err != nil {
		t.Fatal(err)
	}
	must(t, "--file", file, "set", "Alpha", "tier", "key")
}

// readings are all commands that only read the file; what they write goes to dir.
func readings(dir, csv string) [][]string {
	return [][]string{{"score"}, {"score", "Beta", "--explain"}, {"portfolio"}, {"portfolio", "--period", "all"}, {"fields"}, {"get", "Alpha"}, {"get", "Alpha", "tier"}, {"history"}, {"history", "Alpha"},
		{"check"}, {"doctor"}, {"backup", filepath.Join(dir, "copy.db")}, {"export", filepath.Join(dir, "all.json")}, {"export", filepath.Join(dir, "actions.csv"), "--what", "actions"}, {"import", csv, "--dry-run"}}
}

// Every reading command writes one document with --json and something for people
// without, and none writes into the file.
func TestEveryReadingCommand(t *testing.T) {
	file := newFile(t)
	csv := write(t, "more.csv", "Account Name\nDelta\n")
	must(t, "--file", file, "set", "Alpha", "tier", "key", "figures.2025.revenue", "12.5", "notes", "two\nlines")
	before := content(t, file)
	for _, words := range readings(t.TempDir(), csv) {
		words = append([]string{"--file", file, "--today", "2026-11-24"}, words...)
		if out := must(t, words...); strings.TrimSpace(out) == "" || strings.Contains(out, "\x1b") {
			t.Errorf("%v prints %q", words, out)
		}
	}
	for _, words := range readings(t.TempDir(), csv) {
		document[any](t, append([]string{"--file", file}, words...)...)
	}
	if content(t, file) != before {
		t.Error("reading changed the file")
	}
}

func TestWhatTheCommandsSay(t *testing.T) {
	file := newFile(t)
	for _, tier := range []string{"key", "strategic", "-"} {
		must(t, "--file", file, "set", "Alpha", "tier", tier)
	}
	must(t, "--file", file, "set", "Beta", "notes", "hello")
	type step struct {
		Seq      int
		Kind     string
		Label    string
		Accounts []string
	}
	steps := document[[]step](t, "--file", file, "history")
	if len(steps) != 5 || steps[0].Seq != 5 || !slices.Equal(steps[0].Accounts, []string{"Beta"}) || steps[4].Seq != 1 || steps[4].Kind != "import" {
		t.Errorf("history: %+v", steps)
	}
	if steps = document[[]step](t, "--file", file, "history", "Alpha", "-n", "2"); len(steps) != 2 || steps[0].Seq != 4 || steps[1].Seq != 3 {
		t.Errorf("the last two of Alpha: %+v", steps)
	}
	figures(t, document[any](t, "--file", file, "check"), map[string]any{"path": file, "accounts": 3.0, "steps": 5.0, "format": 1.0})

	to := filepath.Join(t.TempDir(), "new folder", "copy.db")
	must(t, "--file", file, "backup", to)
	if exported(t, to) != exported(t, file) {
		t.Error("the backup is not the file")
	}
	if _, errs, exit := accord(t, "--file", file, "backup", to); exit != 1 || !strings.Contains(errs, "a file of that name already exists") {
		t.Errorf("a backup over a backup: exit %d, %s", exit, errs)
	}
	for words, says := range map[string][]string{
		"doctor":                {file, "rights", "-rw-------", "copies", "terminal"},
		"fields":                {"importance.capacity.verified", "figures.YEAR.revenue", "position.criticality", "0..5"},
		"completion bash":       {"__start_accord"},
		"completion zsh":        {"#compdef accord"},
		"completion fish":       {"complete -c accord"},
		"completion powershell": {"Register-ArgumentCompleter"},
		"--version":             {"accord "},
		"--help":                {"import", "portfolio", "--today"},
		"help import":           {"--dry-run", "--won"},
	} {
		out := must(t, append(strings.Fields(words), "--file", file)...)
		for _, s := range says {
			if !strings.Contains(out, s) {
				t.Errorf("%s does not say %q:\n%s", words, s, out)
			}
		}
	}
	for command := range strings.FieldsSeq("demo import export score portfolio fields get set history check backup doctor completion") {
		if help := must(t, command, "--help"); !strings.Contains(help, "accord "+command) {
			t.Errorf("the help of %s:\n%s", command, help)
		}
	}
}

// A file is made only when there is something to put into it.
func TestAFileIsMadeByItsFirstContent(t *testing.T) {
	file := filepath.Join(t.TempDir(), "new folder", "accord.db")
	good, headings := write(t, "good.csv", "Account Name\nAlpha\n"), write(t, "headings.csv", "Account Name,Industry\n")
	for _, words := range [][]string{{"score"}, {"set", "Alpha", "tier", "key"}, {"import", good, "--dry-run"}, {"import", headings, "--yes"}, {"import", good, "/nowhere/more.csv", "--yes"}, {"set", "programme", "programme.currency", "Taler"}} {
		_, _, _ = accord(t, append([]string{"--file", file}, words...)...)
		if _, err := os.Stat(filepath.Dir(file)); err == nil {
			t.Fatalf("%v made a file", words)
		}
	}
	must(t, "--file", file, "set", "programme", "programme.currency", "EUR")
	must(t, "--file", file, "import", good, "--yes")
	if st, err := os.Stat(file); err != nil || st.Mode().Perm() != 0o600 {
		t.Error(st, err)
	}
	if got := document[any](t, "--file", file, "portfolio"); figure(got, "currency") != "EUR" || figure(got, "accounts") != 1.0 {
		t.Errorf("%v", got)
	}
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	for _, words := range [][]string{{"import", good, "--yes"}, {"set", "programme", "programme.currency", "USD"}, {"score"}} {
		if _, errs, exit := accord(t, append([]string{"--file", file}, words...)...); exit != 1 || !strings.Contains(errs, file+" has disappeared") {
			t.Errorf("%v on a file that is gone: exit %d, %s", words, exit, errs)
		}
	}
}

// A demo leaves nothing behind, however it ends.
func TestADemoLeavesNoTrace(t *testing.T) {
	for _, end := range []syscall.Signal{0, syscall.SIGHUP, syscall.SIGTERM} {
		for _, state := range []string{"ACCORD_STATE_DIR", "XDG_CONFIG_HOME"} {
			dir := t.TempDir()
			for _, v := range []string{"TMPDIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "HOME"} {
				t.Setenv(v, filepath.Join(dir, strings.ToLower(v)))
			}
			t.Setenv("ACCORD_STATE_DIR", "")
			t.Setenv(state, filepath.Join(dir, "state"))
			if err := os.Mkdir(filepath.Join(dir, "tmpdir"), 0o700); err != nil {
				t.Fatal(err)
			}
			x := open(t, 120, 40, "demo").waitFor("saved ✓").typed("\t\t").waitFor("why strategic").typed("5").waitFor("saved ✓")
			if end == 0 {
				x.typed("q")
			} else {
				x.signal(end)
			}
			_ = x.ended()
			var left []string
			_ = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
				if !d.IsDir() || strings.Contains(path, "accord") {
					left = append(left, path)
				}
				return err
			})
			if len(left) > 0 {
				t.Errorf("%v, with %s: left are %s", end, state, fmt.Sprint(left))
			}
		}
	}
}
