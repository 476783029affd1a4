//go:build !windows

package whole

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
)

var long = flag.Bool("long", false, "more runs of what is random")

// binary is the program under test, built once.
var binary string

func TestMain(m *testing.M) {
	flag.Parse()
	dir, err := os.MkdirTemp("", "accord-whole")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	binary = filepath.Join(dir, "accord")
	if out, err := exec.Command("go", "build", "-o", binary, "accord").CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "%v\n%s", err, out)
		os.Exit(1)
	}
	for _, v := range []string{"XDG_DATA_HOME", "XDG_CONFIG_HOME", "HOME", "ACCORD_STATE_DIR"} {
		_ = os.Setenv(v, filepath.Join(dir, strings.ToLower(v)))
	}
	code := m.Run()
	_ = os.RemoveAll(dir)
	os.Exit(code)
}

// accord runs a command and gives what it printed and its exit code.
func accord(t *testing.T, args ...string) (stdout, stderr string, exit int) {
	t.Helper()
	var out, errs strings.Builder
	cmd := exec.Command(binary, args...)
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		exit = cmd.ProcessState.ExitCode()
	}
	return out.String(), errs.String(), exit
}

func must(t *testing.T, args ...string) string {
	t.Helper()
	out, errs, exit := accord(t, args...)
	if exit != 0 {
		t.Fatalf("%v: exit %d\n%s%s", args, exit, out, errs)
	}
	return out
}

// readSources opens every source of the program: go test keeps a result until a
// file that the test opened changes, and does not see what go build reads.
var readSources = sync.OnceValue(func() error {
	return filepath.WalkDir(filepath.Join("..", ".."), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if ext := filepath.Ext(path); ext == ".go" || ext == ".mod" || ext == ".json" {
			_, err = os.ReadFile(path)
		}
		return err
	})
})

// newFile imports three accounts into a fresh file.
func newFile(t *testing.T) string {
	t.Helper()
	if err := readSources(); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	csv := filepath.Join(dir, "accounts.csv")
	if err := os.WriteFile(csv, []byte("Account Name,Industry\nAlpha,Food\nBeta,Steel\nGamma,Energy\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "accord.db")
	must(t, "--file", file, "import", csv, "--kind", "accounts", "--yes")
	return file
}

func TestEditQuitReopen(t *testing.T) {
	file := newFile(t)
	x := open(t, 120, 40, "--file", file)
	x.waitFor("Alpha").typed("\t\t").waitFor("why strategic").typed("5j4j3").waitFor("80 ").waitFor("saved ✓").typed("q")
	if err := x.ended(); err != nil {
		t.Fatal(err)
	}
	if got := must(t, "--file", file, "get", "Alpha", "importance.capacity"); !strings.Contains(got, "5") {
		t.Fatalf("capacity is %q after reopening", got)
	}
	y := open(t, 120, 40, "--file", file)
	y.waitFor("importance 80").typed("q")
	if err := y.ended(); err != nil {
		t.Fatal(err)
	}
}

func TestThreeHundredEditsTypedFastThenQuitAreAllOnDisk(t *testing.T) {
	file := newFile(t)
	x := open(t, 120, 40, "--file", file)
	x.waitFor("Alpha").typed("\t\t").waitFor("why strategic")
	var keys strings.Builder
	for i := range 300 {
		fmt.Fprintf(&keys, "%d", i%5)
		if i%2 == 0 {
			keys.WriteString("j")
		} else {
			keys.WriteString("k")
		}
	}
	x.typed(keys.String() + "q")
	if err := x.ended(); err != nil {
		t.Fatal(err)
	}
	if got := strings.Count(must(t, "--file", file, "history", "-n", "1000"), "apacity"); got != 150 {
		t.Fatalf("%d of 150 edits of one factor in the history", got)
	}
	for key, want := range map[string]string{"importance.capacity": "3", "importance.profitability": "4"} {
		if got := strings.TrimSpace(must(t, "--file", file, "get", "Alpha", key)); !strings.HasSuffix(got, want) {
			t.Errorf("%s is %q, want %s", key, got, want)
		}
	}
}

func TestClosingTheWindowLosesNothing(t *testing.T) {
	for _, s := range []syscall.Signal{syscall.SIGHUP, syscall.SIGTERM, syscall.SIGINT} {
		file := newFile(t)
		x := open(t, 120, 40, "--file", file)
		x.waitFor("Alpha").typed("\t\t").waitFor("why strategic").typed("4e").typed("the line stops").waitFor("the line stops")
		x.signal(s)
		_ = x.ended()
		if got := must(t, "--file", file, "get", "Alpha", "importance.capacity.note"); !strings.Contains(got, "the line stops") {
			t.Errorf("after %v the note is %q", s, got)
		}
		must(t, "--file", file, "check")
	}
}

// TestKilledAtAnyMoment kills the program while it is edited: what was shown as
// saved is there, and the file is clean.
func TestKilledAtAnyMoment(t *testing.T) {
	runs := 4
	if *long {
		runs = 50
	}
	file := newFile(t)
	for run := range runs {
		x := open(t, 120, 40, "--file", file)
		x.waitFor("Alpha").typed("\t\t").waitFor("why strategic")
		level := fmt.Sprint(run % 6)
		x.typed("x").typed(level).waitUntil("capacity "+level+" as saved", func(screen string) bool {
			return strings.Contains(screen, "saved ✓") && slices.Contains(strings.Fields(lineWith(screen, "Capacity ")), level)
		})
		x.typed("j" + strings.Repeat("12345", run%7)) // caught in the middle of more edits
		x.kill()
		got := strings.TrimSpace(must(t, "--file", file, "get", "Alpha", "importance.capacity"))
		if !strings.HasSuffix(got, level) {
			t.Fatalf("run %d: capacity was shown as saved with %s, the file has %q", run, level, got)
		}
		must(t, "--file", file, "check")
	}
}

// lineWith is the first line of the screen that has the words.
func lineWith(screen, words string) string {
	for line := range strings.SplitSeq(screen, "\n") {
		if strings.Contains(line, words) {
			return line
		}
	}
	return ""
}

func TestASecondCopySaysWhoHasTheFile(t *testing.T) {
	file := newFile(t)
	x := open(t, 120, 40, "--file", file)
	x.waitFor("Alpha")
	_, errs, exit := accord(t, "--file", file, "set", "Alpha", "tier", "key")
	if exit != 4 || !strings.Contains(errs, "accord.db") {
		t.Errorf("a write beside the workbench: exit %d, %q", exit, errs)
	}
	y := open(t, 120, 40, "--file", file)
	y.waitFor("any key closes").typed(" ").waitUntil("the list behind the message", func(screen string) bool {
		return strings.Contains(screen, "Alpha") && !strings.Contains(screen, "any key closes")
	}).typed("q")
	if err := y.ended(); err != nil {
		t.Errorf("the read-only copy ended with %v", err)
	}
	x.typed("q")
	if err := x.ended(); err != nil {
		t.Fatal(err)
	}
}
