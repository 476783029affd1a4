package cli

import (
	"errors"
	"strings"
	"testing"
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
	for _, want := range []string{"visits        one visit a row", "logbook       a whole logbook", "visits or logbook (default: told by the headers)"} {
		if !strings.Contains(help, want) {
			t.Errorf("the help has no %q:\n%s", want, help)
		}
	}
	if text, _ := m.with(doors, "import", "--template", "visits"); text != "Account,Day\r\n" {
		t.Errorf("the template is %q", text)
	}
}
