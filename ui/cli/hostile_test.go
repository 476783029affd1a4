package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode"

	"accord/model"
	"accord/model/report"
)

// attacks are what text from outside may carry to take over the terminal.
var attacks = []string{"\x1b[2J", "\x1b]52;c;cm0gLXJmCg==\x07", "\x1bP1$r0m\x1b\\", "\u009b31m", "\u009d52;c;eA==\u009c", "\a\b\v\f\x00\x7f", "\u202ecod\u202c", "\u2066a\u2069", "\u0085"}

func everyAttack(n int) string { return fmt.Sprint("T", n, strings.Join(attacks, "x"), "e") }

// attackedFile is a file whose every text is an attack.
func attackedFile(t *testing.T) *memory {
	t.Helper()
	m := worked(t)
	n := 0
	var list []*model.Account
	for _, a := range m.p.Accounts() {
		b := *a
		next := func() string { n++; return everyAttack(n) }
		b.Name, b.Owner, b.Segment, b.Notes, b.City, b.Website = next(), next(), next(), next(), next(), next()
		b.Custom = map[string]string{next(): next()}
		b.Seats = []model.Seat{{ID: "s", Title: next(), Person: "p"}}
		b.Persons = []model.Person{{ID: "p", Name: next(), Notes: next()}}
		b.Objectives = []model.Objective{{ID: "o", Text: next(), Owner: next()}}
		b.Actions = []model.Action{{ID: "x", Text: next(), Owner: next(), Objective: "o"}}
		list = append(list, &b)
	}
	g := *m.p.Programme()
	g.Title = everyAttack(n)
	p, err := model.NewPortfolio(&g, list)
	if err != nil {
		t.Fatal(err)
	}
	m.p = p
	m.steps = []Step{{Seq: 1, At: testNow, Label: everyAttack(1), Fact: everyAttack(2), Facts: 1, Accounts: []model.AccountID{"acc1", model.AccountID(everyAttack(3))}}}
	m.preview = ImportPreview{File: everyAttack(4), Kind: "accounts", Summary: []string{everyAttack(5)}, Details: []string{everyAttack(6)}, Problems: []string{everyAttack(7)}}
	return m
}

func obeyed(s string) (out []string) {
	for _, r := range s {
		if r != '\n' && r != '\t' && (unicode.IsControl(r) || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069) {
			out = append(out, fmt.Sprintf("%U", r))
		}
	}
	return out
}

// Every command, on a file whose every text is an attack, with names that are
// attacks themselves, prints nothing that a terminal obeys; as JSON it loses
// nothing.
func TestNoCommandPrintsWhatATerminalObeys(t *testing.T) {
	name := everyAttack(1)
	for _, words := range [][]string{{"score"}, {"score", "--explain"}, {"score", name}, {"portfolio"}, {"moves"}, {"moves", name}, {"lose", name}, {"leave", name, "T7"}, {"map", name},
		{"get", name}, {"get", name, "account.notes"}, {"set", name, "owner", everyAttack(9)}, {"set", name, "tier", everyAttack(9)}, {"set", everyAttack(10), "tier", "key"}, {"history"}, {"history", name}, {"history", "nobody" + name},
		{"fields"}, {"check"}, {"doctor"}, {"backup", everyAttack(3)}, {"export", everyAttack(3) + ".csv"}, {"export", everyAttack(3)}, {"import", "x", "--yes"}, {"import", "x", "--dry-run"},
		{"report", "plan", name, "--format", "md"}, {"report", name}, {"pack", "export", everyAttack(4)}, {name}, {"--today", name, "score"}, {"--" + name}, {"help", name}, {"completion", name}} {
		for _, extra := range [][]string{nil, {"--json"}} {
			m := attackedFile(t)
			out, errs, _ := m.run(append(words, extra...)...)
			if bad := obeyed(out + errs); len(bad) > 0 {
				t.Errorf("%.60q: %v", words, bad)
			}
			if out+errs == "" {
				t.Errorf("%.60q printed nothing", words)
			}
		}
	}
	m := attackedFile(t)
	out, _, exit := m.run("get", name, "--json")
	var doc any
	if exit != 0 || json.Unmarshal([]byte(out), &doc) != nil || !strings.Contains(fmt.Sprint(doc), everyAttack(1)) {
		t.Errorf("exit %d; the JSON lost something: %.200q", exit, out)
	}
}

// Completion scripts go through the same door, and must come out whole; so must a
// workbook, which is no text.
func TestDocumentsComeThroughWhole(t *testing.T) {
	m := worked(t)
	for _, shell := range []string{"bash", "zsh", "fish", "powershell"} {
		if out, errs, exit := m.run("completion", shell); exit != 0 || len(out) < 1000 {
			t.Error(shell, errs, exit)
		}
	}
	var b strings.Builder
	s := &sink{w: &b}
	f := &face{Env: Env{Stdout: s}}
	if err := f.whole([]byte("PK\x03\x04\xff\x1b")); err != nil || b.String() != "PK\x03\x04\xff\x1b" {
		t.Errorf("%q %v", b.String(), err)
	}
}

// A panic in a command tells nothing of the plan.
func TestAFaultInACommandTellsNothingOfThePlan(t *testing.T) {
	m := worked(t)
	d := m.doors()
	d.Read = func(string) (*model.Portfolio, error) { panic("Meridian Foods 123456789") }
	d.Report = func(io.Writer, string, *report.Report) error { return errors.New("x") }
	var out, errs strings.Builder
	file := t.TempDir() + "/accord.db"
	writeEmpty(t, file)
	exit := Run(Env{Args: []string{"--file", file, "score"}, Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errs, Getenv: func(string) string { return "" }}, d, nil)
	if exit != ExitFailed || strings.Contains(out.String()+errs.String(), "Meridian") || strings.Contains(errs.String(), "123456789") || !strings.Contains(errs.String(), "hostile_test.go:") {
		t.Errorf("exit %d: %s", exit, errs.String())
	}
}
