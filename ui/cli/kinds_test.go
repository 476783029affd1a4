package cli

import (
	"errors"
	"io"
	"strings"
	"testing"

	"accord/model/report"
)

// What can be imported is told by whoever reads files: one more row is one more word of
// --kind, stands in the help and has a template.
func TestImportTakesEveryKindThatIsRead(t *testing.T) {
	m := worked(t)
	doors := m.doors()
	doors.Kinds = []ImportKind{{"visits", "one visit a row", true}, {"logbook", "a whole logbook", false}}
	asked := ""
	doors.Preview = func(r ImportRequest) (*ImportPreview, error) {
		asked = r.Kind
		return &ImportPreview{File: "a.csv", Kind: r.Kind}, nil
	}
	doors.Template = func(kind string) ([]byte, error) {
		if kind != "visits" {
			return nil, errors.New("there is none")
		}
		return []byte("Account,Day\r\n"), nil
	}
	if m.with(doors, "import", "a.csv", "--kind", "visits", "--yes"); asked != "visits" {
		t.Errorf("read as %q", asked)
	}
	help, _ := m.with(doors, "import", "--help")
	for _, want := range []string{"visits        one visit a row", "logbook       a whole logbook", "visits or logbook (default: detected from the header row)"} {
		if !strings.Contains(help, want) {
			t.Errorf("the help has no %q:\n%s", want, help)
		}
	}
	if text, _ := m.with(doors, "import", "--template", "visits"); text != "Account,Day\r\n" {
		t.Errorf("the template is %q", text)
	}
}

// Every report of the table is taken by report and by export, and stands in their help.
func TestEveryReportOfTheTableIsTaken(t *testing.T) {
	m := shareable(t)
	doors := m.doors()
	doors.Report = func(w io.Writer, _ string, r *report.Report) error { _, err := io.WriteString(w, r.Title); return err }
	doors.Formats = []string{"md"}
	help, _ := m.with(doors, "report", "--help")
	what, _ := m.with(doors, "export", "--help")
	for _, k := range report.Kinds() {
		if !strings.Contains(help, k.Key+" ("+k.Name+")") || !strings.Contains(what, k.Exported()) {
			t.Errorf("the help has no %s", k.Key)
		}
		words := []string{"report", k.Key}
		if k.Account {
			words = append(words, "Alpha")
		}
		if title, _ := m.with(doors, words...); !strings.Contains(title, strings.TrimSuffix(k.Name, ", for the customer")) && !k.Theirs(report.Us) {
			t.Errorf("%s is %q", k.Key, title)
		}
		if of, ok := documentOf(k.Exported()); !ok || of.Key != k.Key {
			t.Errorf("export takes %s for %s", k.Exported(), of.Key)
		}
	}
}
