package output

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"accord/model"
	"accord/model/mask"
	"accord/model/report"
	"accord/model/sample"
	"accord/model/score"
	"accord/store/exchange/document"
	"accord/store/exchange/export"
	"accord/store/exchange/papers"
)

// writers are everything that leaves the program as a file.
func writers(s *score.Scores) map[string]func(io.Writer) error {
	out := map[string]func(io.Writer) error{
		"everything.json": func(w io.Writer) error { return document.Write(w, s.Portfolio()) },
		"anonymous.json":  func(w io.Writer) error { return document.Write(w, mask.Anonymise(s)) },
		"history.json": func(w io.Writer) error {
			return document.WriteWithHistory(w, s.Portfolio(), &document.History{Format: 1, Snapshots: []document.Kept{{Name: "one", At: time.Unix(0, 0), Day: model.Date{}, Seq: 1, Portfolio: s.Portfolio()}}, Steps: []json.RawMessage{json.RawMessage(`{"seq":1}`)}})
		},
	}
	for _, what := range []string{"accounts", "contacts", "actions"} {
		out[what+".csv"] = func(w io.Writer) error { return export.WriteCSV(w, s.Portfolio(), s, what, true) }
	}
	account := s.Portfolio().At(0).ID
	for _, kind := range report.Kinds() {
		for _, format := range papers.Formats() {
			out[kind.Key+"."+format] = func(w io.Writer) error {
				r, ok := report.Build(kind.Key, report.Us, s, account)
				if !ok {
					return errors.New("there is no such report")
				}
				if format == "ics" && len(r.Days) == 0 {
					return nil // a report without days has no calendar
				}
				return papers.Write(w, format, r)
			}
		}
	}
	return out
}

// The same portfolio gives the same bytes, in every format, however often it is read
// and scored anew, and whatever the clock says.
func TestEveryFileIsTheSameEveryTime(t *testing.T) {
	var first map[string][]byte
	for round := range 4 {
		got := map[string][]byte{}
		for name, write := range writers(sampleScores(t)) {
			var b bytes.Buffer
			if err := write(&b); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			got[name] = b.Bytes()
		}
		if round == 0 {
			first = got
			continue
		}
		for name := range got {
			if !bytes.Equal(got[name], first[name]) {
				t.Errorf("%s is another file the time %d", name, round+1)
			}
		}
	}
	for name, text := range first {
		if len(text) == 0 && !strings.HasSuffix(name, ".ics") {
			t.Errorf("%s is empty", name)
		}
		if strings.HasSuffix(name, ".xlsx") {
			timeless(t, name, text)
		}
	}
}

// timeless finds days that an archive writes by itself.
func timeless(t *testing.T, name string, text []byte) {
	z, err := zip.NewReader(bytes.NewReader(text), int64(len(text)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		if f.ModifiedDate != 0 || f.ModifiedTime != 0 || len(f.Extra) > 0 {
			t.Errorf("%s: %s carries a day", name, f.Name)
		}
	}
}

// A file that cannot be finished leaves the one before as it was, and nothing else.
func TestAFileIsWrittenAsideInEveryFormat(t *testing.T) {
	broken := errors.New("the disk is full")
	for name, write := range writers(sampleScores(t)) {
		path := filepath.Join(t.TempDir(), name)
		to := File{Path: path, Format: strings.TrimPrefix(filepath.Ext(name), "."), Over: true}
		if slices.Contains([]string{"everything.json", "anonymous.json", "history.json"}, name) {
			to.Format = FormatPortfolio
		}
		if err := to.Write(write); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		before, _ := os.ReadFile(path)
		if err := to.Write(func(w io.Writer) error { return errors.Join(write(w), broken) }); !errors.Is(err, broken) {
			t.Errorf("%s: %v", name, err)
		}
		text, _ := os.ReadFile(path)
		if left, _ := os.ReadDir(filepath.Dir(path)); !bytes.Equal(text, before) || len(left) != 1 {
			t.Errorf("%s: half of it is there", name)
		}
		if err := to.Write(write); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func sampleScores(t *testing.T) *score.Scores {
	t.Helper()
	day := model.NewDate(2026, 11, 24)
	p, err := sample.Portfolio(day)
	if err != nil {
		t.Fatal(err)
	}
	return score.Of(p, day)
}
