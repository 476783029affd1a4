package cli

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"accord/model"
	"accord/model/edit"
	"accord/model/report"
	"accord/model/session"
)

// shareable is a file with two value lines and a decision that nobody decided about.
func shareable(t *testing.T) *memory {
	t.Helper()
	s := session.New(model.EmptyPortfolio(), model.DateOf(testNow), 0, func() string { return "x" })
	for _, c := range []edit.Change{edit.AddAccount{ID: "a", Name: "Alpha"}, edit.AddItem{Account: "a", Of: edit.OfValue, ID: "v1", Text: "less scrap"}, edit.AddItem{Account: "a", Of: edit.OfValue, ID: "v2", Text: "less waiting"},
		edit.AddItem{Account: "a", Of: edit.OfDecision, ID: "d", Text: "plan B"},
		edit.SetField{Ref: edit.Ref{Account: "a", Of: edit.OfValue, ID: "v1"}, Key: "value.status", Value: "agreed"}, edit.SetField{Ref: edit.Ref{Account: "a", Of: edit.OfValue, ID: "v2"}, Key: "value.status", Value: "agreed"}} {
		if _, err := s.Do(c, testNow); err != nil {
			t.Fatal(err)
		}
	}
	return &memory{t: t, p: s.Portfolio(), written: map[string]string{}}
}

// One line of a plan is set by the beginning of its words; what is not one is refused
// with what to do.
func TestALineOfThePlanIsSetByItsWords(t *testing.T) {
	m := shareable(t)
	for _, x := range []struct {
		words []string
		said  string
		exit  int
	}{
		{[]string{"set", "Alpha", "value.shared", "yes"}, "--line", ExitUsage},
		{[]string{"set", "Alpha", "value.shared", "yes", "--line", "less"}, "has 2 items that begin like this", ExitUsage},
		{[]string{"set", "Alpha", "value.shared", "yes", "--line", "more"}, "no value line that begins with", ExitUsage},
		{[]string{"set", "Alpha", "city", "Lyon", "--line", "less scrap"}, "city is not one", ExitUsage},
		{[]string{"set", "Alpha", "value.shared", "perhaps", "--line", "less scrap"}, "neither yes nor no", ExitUsage},
		{[]string{"set", "Alpha", "value.shared", "yes", "--line", "Less S"}, "", ExitFine},
		{[]string{"set", "Alpha", "value.shared", "no", "value.metric", "hours", "--line", "v2"}, "", ExitFine},
		{[]string{"set", "Alpha", "decision.shared", "yes", "--line", "plan"}, "", ExitFine},
	} {
		out, errs, exit := m.run(x.words...)
		if exit != x.exit || !strings.Contains(out+errs, x.said) {
			t.Errorf("%v: exit %d, %s%s", x.words, exit, out, errs)
		}
	}
	a := m.p.Account("a")
	if a.Values[0].Shared != model.IsShared || a.Values[1].Shared != model.NotShared || a.Values[1].Metric != "hours" || a.Decisions[0].Shared != model.IsShared {
		t.Errorf("%+v %+v", a.Values, a.Decisions)
	}
	if m.run("set", "Alpha", "value.shared", "-", "--line", "v1"); m.p.Account("a").Values[0].Shared != model.Undecided {
		t.Error("- does not take it back")
	}
}

// with runs a command through doors of its own.
func (m *memory) with(doors Doors, words ...string) (stdout, stderr string) {
	file := filepath.Join(m.t.TempDir(), "accord.db")
	if err := os.WriteFile(file, []byte("x"), 0o600); err != nil {
		m.t.Fatal(err)
	}
	var out, errs strings.Builder
	exit := Run(Env{Args: append([]string{"--file", file}, words...), Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errs, Getenv: func(string) string { return "" }, Now: func() time.Time { return testNow }, Version: "test"},
		doors, func(Start) error { return nil })
	if exit != ExitFine {
		m.t.Errorf("%v: exit %d, %s", words, exit, errs.String())
	}
	return out.String(), errs.String()
}

// What a report for the customer lacks is told beside it, with how to decide, and is
// not in it.
func TestWhatNobodyDecidedIsToldBesideTheReport(t *testing.T) {
	m := shareable(t)
	written := ""
	doors := m.doors()
	doors.Report = func(w io.Writer, _ string, r *report.Report) error {
		written = r.Title
		for _, n := range r.Nodes {
			written += n.Text + strings.Join(n.Items, " ")
		}
		_, err := io.WriteString(w, written)
		return err
	}
	doors.Formats = []string{"md", "html", "json"}
	for _, words := range [][]string{{"report", "full", "Alpha", "--customer"}, {"export", "x.html", "--what", "full", "--account", "Alpha", "--audience", "customer"}, {"--json", "export", "x.html", "--what", "full", "--account", "Alpha", "--audience", "customer"}} {
		out, errs := m.with(doors, words...)
		if !strings.Contains(errs, `2 value lines not decided; they are left out: accord set "Alpha" value.shared yes --line WORDS`) || !strings.Contains(errs, "1 decision not decided") {
			t.Errorf("%v: %s", words, errs)
		}
		if strings.Contains(written, "not decided") {
			t.Errorf("%v: it is in the report: %s", words, written)
		}
		if words[0] == "--json" && !strings.Contains(out, `"left_out"`) {
			t.Errorf("%v: %s", words, out)
		}
	}
	if _, errs := m.with(doors, "report", "full", "Alpha"); strings.Contains(errs, "not decided") {
		t.Errorf("beside ours: %s", errs)
	}
}
