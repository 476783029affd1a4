//go:build !windows

package whole

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// writing are all commands that write a file somebody names, and what they write to
// a name they may have. TARGET stands for the name, CSV for a table to read.
var writing = map[string][]string{
	"report html":       {"report", "plan", "Northgate", "--format", "html", "--out", "TARGET"},
	"report md":         {"report", "full", "Northgate", "--format", "md", "-o", "TARGET"},
	"report xlsx":       {"report", "portfolio", "--format", "xlsx", "-o", "TARGET"},
	"report csv":        {"report", "questions", "--format", "csv", "-o", "TARGET", "--no-bom"},
	"report ics":        {"report", "full", "Northgate", "--format", "ics", "-o", "TARGET"},
	"report json":       {"report", "qbr", "Northgate", "--format", "json", "--customer", "-o", "TARGET"},
	"map svg":           {"map", "Northgate", "--svg", "TARGET"},
	"pack export":       {"pack", "export", "TARGET"},
	"export everything": {"export", "TARGET.json"},
	"export history":    {"export", "TARGET.json", "--history"},
	"export accounts":   {"export", "TARGET.csv"},
	"export contacts":   {"export", "TARGET.csv", "--what", "contacts"},
	"export tables":     {"export", "TARGET.xlsx"},
	"export actions":    {"export", "TARGET.ics", "--what", "actions"},
	"export page":       {"export", "TARGET.html", "--account", "Northgate"},
	"export text":       {"export", "TARGET.md", "--what", "accounts"},
	"export json":       {"export", "TARGET.json", "--what", "contacts"},
	"import problems":   {"import", "CSV", "--yes", "--problems", "TARGET"},
	"import dry run":    {"import", "CSV", "--dry-run", "--problems", "TARGET"},
}

// outputs is a file with actions, a table that has a problem, and every kind of
// thing that a name can lead to.
type outputs struct {
	t              *testing.T
	dir, file, csv string
}

func newOutputs(t *testing.T) *outputs {
	t.Helper()
	o := &outputs{t: t, file: sampleFile(t)}
	o.dir = filepath.Dir(o.file)
	o.csv = filepath.Join(o.dir, "deals.csv")
	o.put("deals.csv", "Account,Amount,Close Date,Stage\nNorthgate Steel,x,2025-01-01,Won\n")
	return o
}

func (o *outputs) put(name, text string) string {
	o.t.Helper()
	path := filepath.Join(o.dir, name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		o.t.Fatal(err)
	}
	return path
}

// run writes to a target; one that only differs by the ending it must have is a link.
func (o *outputs) run(words []string, target string, more ...string) (out, errs string, exit int) {
	o.t.Helper()
	args := []string{"--file", o.file}
	for _, w := range words {
		if ending, is := strings.CutPrefix(w, "TARGET"); is {
			if w = target; ending != "" && filepath.Ext(target) != ending {
				w = filepath.Join(o.dir, "link"+ending)
				_ = os.Remove(w)
				if err := os.Symlink(target, w); err != nil {
					o.t.Fatal(err)
				}
			}
		}
		args = append(args, strings.ReplaceAll(w, "CSV", o.csv))
	}
	return accord(o.t, append(args, more...)...)
}

// Every command that writes a file refuses every name that it must not write to, also
// with --force, before it does anything else.
func TestNoCommandWritesOverWhatItMustNot(t *testing.T) {
	o := newOutputs(t)
	sealed := write(t, "phrase", "correct horse battery\n")
	t.Setenv("ACCORD_PASSPHRASE_FILE", sealed)
	other := newFile(t)
	must(t, "--file", other, "protect")
	t.Setenv("ACCORD_PASSPHRASE_FILE", "")
	copied := filepath.Join(o.dir, "by hand.db")
	must(t, "--file", o.file, "backup", copied)
	hard := filepath.Join(o.dir, "hard.html")
	if err := os.Link(o.file, hard); err != nil {
		t.Fatal(err)
	}
	soft := filepath.Join(o.dir, "soft.svg")
	if err := os.Symlink(filepath.Base(o.file), soft); err != nil {
		t.Fatal(err)
	}
	t.Chdir(o.dir)
	targets := map[string]string{o.file: "that is open", "./" + filepath.Base(o.file): "that is open", hard: "that is open", soft: "that is open",
		other: "with a portfolio", copied: "with a portfolio", o.put("lost.jsonl", `{"accord_rescue":1,"file":"x","saved":1}`+"\n"): "with a portfolio",
		o.put("notes.txt", "my notes\n"): "was not written by Accord", o.put("picture.png", "\x89PNG\r\n\x1a\n0"): "was not written by Accord", o.put("letter.docx", "PK\x03\x04letter"): "was not written by Accord",
		o.dir: "folder", os.DevNull: "device"}
	was := map[string]string{}
	for path := range targets {
		if path != o.dir && path != os.DevNull {
			was[path] = content(t, path)
		}
	}
	before := everything(t, o.file)
	for name, words := range writing {
		for target, why := range targets {
			for _, more := range [][]string{nil, {"--force"}} {
				out, errs, exit := o.run(words, target, more...)
				if exit != 2 || !strings.Contains(errs, why) || strings.Contains(out, "wrote") {
					t.Errorf("%s onto %s %v: exit %d\n%s%s", name, target, more, exit, out, errs)
				}
			}
		}
	}
	for path, text := range was {
		if path != o.file && !slices.Contains([]string{hard, soft, "./" + filepath.Base(o.file)}, path) && content(t, path) != text {
			t.Errorf("%s was written to", path)
		}
	}
	if everything(t, o.file) != before {
		t.Error("something was imported although the command refused")
	}
	if left, _ := filepath.Glob(filepath.Join(o.dir, ".accord-*")); len(left) > 0 {
		t.Errorf("left are %v", left)
	}
}

// Over an older paper a command writes only with --force, where nobody can be asked,
// and names that.
func TestAnOlderPaperIsReplacedOnlyWithForce(t *testing.T) {
	o := newOutputs(t)
	for name, words := range writing {
		target := filepath.Join(o.dir, strings.ReplaceAll(name, " ", "-"))
		for _, w := range words {
			if ending, is := strings.CutPrefix(w, "TARGET"); is {
				target += ending
			}
		}
		good := 0
		if strings.HasPrefix(name, "import") {
			good = 3 // a row is refused
		}
		if out, errs, exit := o.run(words, target); exit != good {
			t.Errorf("%s: exit %d\n%s%s", name, exit, out, errs)
			continue
		}
		first := content(t, target)
		if out, errs, exit := o.run(words, target); exit != 2 || !strings.Contains(errs, "--force") || !strings.Contains(errs, filepath.Base(target)) {
			t.Errorf("%s again: exit %d\n%s%s", name, exit, out, errs)
		}
		if content(t, target) != first || first == "" {
			t.Errorf("%s: the older paper is gone", name)
		}
		if out, errs, exit := o.run(words, target, "--force"); exit != good || strings.Contains(errs, "--force") {
			t.Errorf("%s with --force: exit %d\n%s%s", name, exit, out, errs)
		}
	}
}

// The table that is read is never the one that is written, in a folder either.
func TestWhatIsReadIsNotWritten(t *testing.T) {
	o := newOutputs(t)
	in := filepath.Join(o.dir, "in")
	if err := os.Mkdir(in, 0o700); err != nil {
		t.Fatal(err)
	}
	table := filepath.Join(in, "accounts.csv")
	must(t, "--file", o.file, "export", table)
	was := content(t, table)
	for _, from := range []string{table, in} {
		for _, how := range []string{"--yes", "--dry-run"} {
			if out, errs, exit := accord(t, "--file", o.file, "import", from, how, "--force", "--problems", table); exit != 2 || !strings.Contains(errs, "being read") {
				t.Errorf("import %s: exit %d\n%s%s", from, exit, out, errs)
			}
		}
	}
	fresh := filepath.Join(o.dir, "fresh.db")
	if _, errs, exit := accord(t, "--file", fresh, "import", table, "--yes", "--problems", fresh); exit != 2 || !strings.Contains(errs, "the portfolio file itself") {
		t.Errorf("exit %d %s", exit, errs)
	}
	if _, err := os.Stat(fresh); err == nil || content(t, table) != was {
		t.Error("a refused command wrote something")
	}
}

// On a terminal the question comes, and only yes replaces.
func TestATerminalIsAskedBeforeAPaperIsReplaced(t *testing.T) {
	o := newOutputs(t)
	target := filepath.Join(o.dir, "plan.html")
	args := []string{"--file", o.file, "report", "plan", "Northgate", "-o", target}
	must(t, args...)
	first, err := os.Stat(target)
	if err != nil {
		t.Fatal(err)
	}
	for _, answer := range []string{"n", "", "y"} {
		x := open(t, 120, 40, args...)
		x.waitFor("Replace it? [y/N]").typed(answer + "\r")
		if err := x.ended(); err != nil {
			t.Errorf("%q: %v", answer, err)
		}
		now, err := os.Stat(target)
		if err != nil || os.SameFile(first, now) != (answer != "y") {
			t.Errorf("%q: %v, the same file: %v", answer, err, os.SameFile(first, now))
		}
	}
}

// toType empties a field before something else is typed.
const toType = "\x15"

// The page of reports goes through the same guard as the commands.
func TestTheReportPageWritesOverNothing(t *testing.T) {
	o := newOutputs(t)
	notes, page := o.put("notes.md", "my notes\n"), filepath.Join(o.dir, "page.html")
	must(t, "--file", o.file, "report", "plan", "Northgate", "-o", page)
	older := content(t, page) + "<!-- another day -->\n"
	o.put("page.html", older)
	before := everything(t, o.file)
	x := open(t, 160, 40, "--file", o.file)
	x.waitFor("Northgate").typed("gr").waitFor("Report").typed("f").waitFor("Write the report to")
	for target, why := range map[string]string{o.file: "that is open", notes: "was not written by"} {
		x.typed(toType + target + "\r").waitFor(why)
	}
	x.typed(toType + page + "\r").waitFor("Replace it?").typed("n").waitFor("nothing was written")
	if content(t, page) != older || content(t, notes) != "my notes\n" {
		t.Error("no replaced it")
	}
	x.typed("\r").waitFor("Replace it?").typed("y").waitFor("; it is plain text")
	if x.kill(); content(t, page) == older || everything(t, o.file) != before {
		t.Error("yes does not replace it, or the file is another")
	}
}

// So does the page of what could not be imported.
func TestTheProblemsOfAnImportAreWrittenOverNothing(t *testing.T) {
	o := newOutputs(t)
	notes, table := o.put("notes.csv", "my notes\n"), filepath.Join(o.dir, "table.csv")
	must(t, "--file", o.file, "export", table)
	older, csv := content(t, table), content(t, o.csv)
	before := everything(t, o.file)
	x := open(t, 160, 40, "--file", o.file)
	x.waitFor("Northgate").typed("\x0f").waitFor("Import").typed(o.csv + "\r").waitFor("Problems 1").typed("\x1b[Z").waitFor("not an amount").typed("f").waitFor("Write the problems to")
	for target, why := range map[string]string{o.file: "that is open", o.csv: "being read", notes: "was not written by"} {
		x.typed(toType + target + "\r").waitFor(why)
	}
	x.typed(toType + table + "\r").waitFor("Replace it?").typed("n").waitFor("nothing was written")
	if content(t, table) != older || content(t, o.csv) != csv || content(t, notes) != "my notes\n" {
		t.Error("a file was written that must not be")
	}
	x.typed("\r").waitFor("Replace it?").typed("y").waitFor("; it is plain text")
	if x.kill(); !strings.Contains(content(t, table), "not an amount") || everything(t, o.file) != before {
		t.Error("yes does not replace it, or the file is another")
	}
}

// Of the papers of a workshop none is written where one must not be, and older ones
// are asked about.
func TestTheEndOfAWorkshopWritesOverNothing(t *testing.T) {
	o := newOutputs(t)
	papers := filepath.Join(o.dir, "papers")
	paper := filepath.Join(papers, "decisions and actions.html")
	if err := os.Mkdir(papers, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(o.file, paper); err != nil {
		t.Fatal(err)
	}
	x := open(t, 160, 40, "--file", o.file)
	x.waitFor("Northgate").typed("gw").waitFor("1 ").typed("1").waitFor("f writes the files").typed("f").waitFor("Write everything into")
	x.typed(toType + papers + "\r").waitFor("already exists").typed("\r").waitFor("that is open")
	if left, _ := os.ReadDir(papers); len(left) != 1 {
		t.Errorf("some papers were written: %v", left)
	}
	if err := os.Remove(paper); err != nil {
		t.Fatal(err)
	}
	x.typed("\r").waitFor("Written").typed("\x1b").waitUntil("the message is gone", func(s string) bool { return !strings.Contains(s, "Written") })
	first, err := os.Stat(paper)
	if err != nil {
		t.Fatal(err)
	}
	x.typed("f").waitFor("Write everything into").typed(toType + papers + "\r").waitFor("Replace them?").waitFor("ratings.html").typed("n").waitFor("nothing was written")
	if now, err := os.Stat(paper); err != nil || !os.SameFile(first, now) {
		t.Error("no replaced it")
	}
	x.typed("\r").waitFor("Replace them?").typed("y").waitFor("Written")
	if now, err := os.Stat(paper); err != nil || os.SameFile(first, now) {
		t.Error("yes does not replace it")
	}
	x.kill()
	must(t, "--file", o.file, "check")
}
