package cli

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"accord/model"
)

func writeEmpty(t *testing.T, path string) {
	t.Helper()
	if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
}

// sealed is a run of a command with doors to a file that may be protected.
type sealed struct {
	*memory
	sealed, protects bool
	phrase           string
	guard            Guard
	left             []string
	older            []string // copies under another passphrase
	abandoned        []string
	done             []string // what was asked of the doors
	ask              func(string, int) (string, error)
	typed            []string // what is typed without echo
	stdin            string
	tty              bool
	vars             map[string]string
}

func (s *sealed) run(words ...string) (stdout, stderr string, exit int) {
	d := s.doors()
	d.Asks = func(ask func(string, int) (string, error)) { s.ask = ask }
	d.Sealed = func(string) (bool, error) { return s.sealed, nil }
	d.GoodPhrase = func(phrase string) error {
		if len(phrase) < 8 {
			return errors.New("a passphrase has at least 8 letters")
		}
		return nil
	}
	d.Protects = func(string) bool { return s.protects }
	d.Protect = func(_, phrase string, g Guard) (string, error) {
		s.phrase, s.guard, s.sealed = phrase, g, true
		return "KEY-KEY", nil
	}
	d.Unprotect = func(string) error { s.sealed = false; return nil }
	d.Passphrase = func(_, now, then string) (string, error) {
		if now != s.phrase {
			return "", errors.New("this passphrase does not open it")
		}
		s.phrase = then
		return "NEW-KEY", nil
	}
	d.Older = func(string) []string { return s.older }
	d.Abandoned = func(string) []string { return s.abandoned }
	d.Guard = func(_ string, change func(*Guard)) (Guard, error) { change(&s.guard); return s.guard, nil }
	d.Leftovers = func(string) []string { return s.left }
	d.Seal = func(old, _ string) error { s.done = append(s.done, "sealed "+old); return nil }
	d.Read = func(path string) (*model.Portfolio, error) {
		if s.sealed {
			for try := 1; try <= 3; try++ {
				if got, err := s.ask(path, try); err != nil || got == s.phrase {
					return s.p, err
				}
			}
			return nil, errors.New("this passphrase does not open it")
		}
		return s.p, nil
	}
	file := filepath.Join(s.t.TempDir(), "accord.db")
	writeEmpty(s.t, file)
	var out, errs strings.Builder
	exit = Run(Env{Args: append([]string{"--file", file}, words...), Stdin: strings.NewReader(s.stdin), StdinTTY: s.tty, Stdout: &out, Stderr: &errs, Getenv: func(k string) string { return s.vars[k] },
		Now: func() time.Time { return testNow }, Secret: func() (string, error) {
			if len(s.typed) == 0 {
				return "", errors.New("nobody types")
			}
			text := s.typed[0]
			s.typed = s.typed[1:]
			return text, nil
		}}, d, nil)
	return out.String(), errs.String(), exit
}

func TestAPassphraseIsTypedTwiceAndTheRecoveryKeyShownOnce(t *testing.T) {
	s := &sealed{memory: worked(t), tty: true, typed: []string{"four words in a row", "four words in a row"}}
	out, errs, exit := s.run("protect", "--auto-lock", "10")
	if exit != 0 || s.phrase != "four words in a row" || s.guard != (Guard{Lock: 10}) || !strings.Contains(out, "recovery key: KEY-KEY") || !strings.Contains(errs, "shown only now") || !strings.Contains(errs, "Experts") || strings.Contains(out+errs, "four words") {
		t.Errorf("exit %d %+v\n%s%s", exit, s.guard, out, errs)
	}
	s = &sealed{memory: worked(t), tty: true, typed: []string{"four words in a row", "four words in a raw"}}
	if _, errs, exit := s.run("protect"); exit != 1 || s.sealed || !strings.Contains(errs, "not the same") {
		t.Error(exit, errs)
	}
	s = &sealed{memory: worked(t), sealed: true, guard: Guard{Lock: 10}}
	if out, _, exit := s.run("protect", "--editor"); exit != 0 || s.guard != (Guard{Lock: 10, Editor: true}) || !strings.Contains(out, "10 minutes") || !strings.Contains(out, "opens text") {
		t.Error(exit, s.guard, out)
	}
	for _, words := range [][]string{{"--auto-lock", "-1"}, {"--auto-lock", "9999"}, {"--old-copies", "burn"}, {"--old-copies", ""}} {
		if _, errs, exit := s.run(append([]string{"protect"}, words...)...); exit != 2 {
			t.Error(words, exit, errs)
		}
	}
}

func TestThePassphraseFileOfScriptsIsOnesOwn(t *testing.T) {
	name := filepath.Join(t.TempDir(), "phrase")
	if err := os.WriteFile(name, []byte("four words in a row\r\nnotes\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := &sealed{memory: worked(t), sealed: true, protects: true, phrase: "four words in a row", vars: map[string]string{phraseVariable: name}}
	if out, errs, exit := s.run("score"); exit != 0 || !strings.Contains(out, "Meridian") {
		t.Error(exit, errs)
	}
	s.phrase = "another"
	if _, errs, exit := s.run("score"); exit != 1 || !strings.Contains(errs, "does not open") || strings.Contains(errs, "four words") {
		t.Error(exit, errs)
	}
	s.vars[phraseVariable] = name + ".gone"
	if _, errs, exit := s.run("score"); exit != 1 || !strings.Contains(errs, "cannot be read") {
		t.Error(exit, errs)
	}
	if runtime.GOOS != "windows" {
		if err := os.Chmod(name, 0o640); err != nil {
			t.Fatal(err)
		}
		s.vars[phraseVariable] = name
		if _, errs, exit := s.run("score"); exit != 1 || !strings.Contains(errs, "chmod 600") {
			t.Error(exit, errs)
		}
	}
	s.vars = nil
	if _, errs, exit := s.run("score"); exit != 1 || !strings.Contains(errs, phraseVariable) || !strings.Contains(errs, "accord.db") {
		t.Error(exit, errs)
	}
	s.tty, s.typed = true, []string{"no", "no", "no"}
	if _, errs, exit := s.run("score"); exit != 1 || strings.Count(errs, "Try again") != 2 {
		t.Error(exit, errs)
	}
}

func TestChangingAndRemovingThePassphrase(t *testing.T) {
	s := &sealed{memory: worked(t), tty: true, sealed: true, phrase: "four words in a row", typed: []string{"four words in a row", "five words", "five words"}}
	if out, errs, exit := s.run("passphrase"); exit != 0 || s.phrase != "five words" || !strings.Contains(out, "recovery key: NEW-KEY") || !strings.Contains(errs, "open earlier backups") {
		t.Error(exit, out, errs)
	}
	if out, errs, exit := s.run("unprotect"); exit != 0 || s.sealed || !strings.Contains(out, "now plain text") {
		t.Error(exit, out, errs)
	}
	if _, errs, exit := s.run("passphrase"); exit != 1 || !strings.Contains(errs, "not protected") {
		t.Error(exit, errs)
	}
}

// What a file left in plain text before it was protected is told, and sealed or
// deleted only when that is asked for.
func TestOldCopiesInPlainTextAreTold(t *testing.T) {
	dir := t.TempDir()
	old := []string{filepath.Join(dir, "a.db"), filepath.Join(dir, "accord.db.rescued-1.jsonl")}
	for _, c := range []struct {
		flag, answer string
		done         int
		there        bool
		says         string
	}{{"", "", 0, true, "They were kept"}, {"", "s\n", 1, true, "cannot be encrypted"}, {"seal", "", 1, true, "cannot be encrypted"}, {"keep", "", 0, true, "They were kept"}, {"delete", "", 0, false, "plain text"}} {
		for _, name := range old {
			writeEmpty(t, name)
		}
		s := &sealed{memory: worked(t), tty: true, left: old, stdin: c.answer, typed: []string{"four words in a row", "four words in a row"}}
		words := []string{"protect"}
		if c.flag != "" {
			words = append(words, "--old-copies", c.flag)
		}
		_, errs, exit := s.run(words...)
		there := !slices.ContainsFunc(old, func(name string) bool { _, err := os.Stat(name); return err != nil })
		if exit != 0 || len(s.done) != c.done || there != c.there || !strings.Contains(errs, c.says) || !strings.Contains(errs, old[0]) {
			t.Errorf("%+v: exit %d, %v, there %v\n%s", c, exit, s.done, there, errs)
		}
	}
}

// Copies that an old passphrase opens are told when it is changed, and by protect.
func TestCopiesUnderAnOldPassphraseAreTold(t *testing.T) {
	const old = "/old/accord-1.db"
	for _, c := range []struct {
		words []string
		done  int
	}{{[]string{"passphrase"}, 0}, {[]string{"passphrase", "--old-copies", "seal"}, 1}, {[]string{"protect"}, 0}, {[]string{"protect", "--old-copies", "seal"}, 1}} {
		s := &sealed{memory: worked(t), tty: true, sealed: true, phrase: "four words in a row", typed: []string{"four words in a row", "five words", "five words"}, older: []string{old}}
		if _, errs, exit := s.run(c.words...); exit != 0 || !strings.Contains(errs, old) || len(s.done) != c.done {
			t.Error(c.words, exit, s.done, errs)
		}
	}
	s := &sealed{memory: worked(t), sealed: true, phrase: "four words in a row"}
	if _, _, exit := s.run("passphrase", "--old-copies", "burn"); exit != 2 || s.phrase != "four words in a row" {
		t.Error(exit, s.phrase)
	}
}

// What an earlier run left is told once by each command that works on the file.
func TestWhatWasLeftHalfWayIsTold(t *testing.T) {
	for _, words := range [][]string{{"score"}, {"history"}, {"check"}, {"set", "Meridian", "notes", "x"}, {"restore"}, {"protect"}} {
		s := &sealed{memory: worked(t), tty: true, typed: []string{"four words in a row", "four words in a row"}, abandoned: []string{"accord.db.recoding-7 was left"}}
		if _, errs, _ := s.run(words...); strings.Count(errs, "recoding-7 was left") != 1 {
			t.Error(words, errs)
		}
	}
}

// Every writer of a file says that what it wrote is not protected.
func TestWhatLeavesAProtectedFileSaysSo(t *testing.T) {
	for _, words := range [][]string{{"export", "x.csv"}, {"pack", "export", "x.json"}} {
		s := &sealed{memory: worked(t), protects: true}
		if out, errs, exit := s.run(words...); exit != 0 || !strings.Contains(out+errs, "plain text") {
			t.Error(words, exit, out, errs)
		}
	}
	s := &sealed{memory: worked(t), protects: true}
	if out, _, exit := s.run("backup", "x.db"); exit != 0 || !strings.Contains(out, "it is encrypted") {
		t.Error(exit, out)
	}
}

// What cannot be a passphrase is told before it is typed again, and a slip does not
// end the command: three times it is asked for.
func TestANewPassphraseIsAskedForAgain(t *testing.T) {
	const good = "four words in a row"
	for name, x := range map[string]struct {
		typed []string
		said  string
		exit  int
		left  int // of what was typed: not asked for
	}{
		"too short first":   {[]string{"short", good, good}, "at least 8 letters. Try again.", 0, 0},
		"a slip":            {[]string{good, "four words in a raw", good, good}, "the two entries are not the same. Try again.", 0, 0},
		"three times short": {[]string{"a", "b", "c", "left"}, "at least 8 letters; nothing was changed", 1, 1},
		"three slips":       {[]string{good, "1", good, "2", good, "3", "left"}, "the two entries are not the same; nothing was changed", 1, 1},
	} {
		s := &sealed{memory: worked(t), tty: true, typed: x.typed}
		_, errs, exit := s.run("protect")
		if exit != x.exit || s.sealed != (exit == 0) || !strings.Contains(errs, x.said) || len(s.typed) != x.left || s.sealed && s.phrase != good {
			t.Errorf("%s: exit %d, %d left\n%s", name, exit, len(s.typed), errs)
		}
	}
}
