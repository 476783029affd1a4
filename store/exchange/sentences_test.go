package exchange

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"accord/model"
)

// A file of Accord is told what it is, not that it is no text.
func TestAnAccordFileIsNoExport(t *testing.T) {
	page := strings.Repeat("\x00", 8) + "\x04" + strings.Repeat("\x00", 7) + "\xed\xda\x0c\xed\x02\x00\x00\x00" + strings.Repeat("\x00", 4096)
	_, err := Read(strings.NewReader(page), "s.db", model.EmptyPortfolio(), options(Guess))
	var own *OwnError
	if !errors.As(err, &own) {
		t.Fatalf("%v", err)
	}
	for _, want := range []string{"s.db: this is an Accord file", "accord merge", "--file", "accord restore"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%v lacks %s", err, want)
		}
	}
}

// An empty file has no columns to send anywhere.
func TestAnEmptyFileOfAFolderIsOnlyEmpty(t *testing.T) {
	dir := t.TempDir()
	for name, data := range map[string][]byte{"a.csv": []byte("Account Name\nAcme\n"), "b.xlsx": nil, "c.xlsx": sheetOf(t, `<worksheet><sheetData></sheetData></worksheet>`, ""), "d.csv": []byte(" \n"), "e.csv": []byte("foo,bar\n1,2\n"), "f.json": []byte("{}")} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	_, left, err := Gather([]string{dir}, model.EmptyPortfolio(), options(Guess))
	want := []string{"b.xlsx is not used: the file is empty.", "c.xlsx is not used: the file is empty.", "d.csv is not used: the file is empty.",
		"e.csv is not used: no heading is known; the first row reads ‘foo’, ‘bar’. Import it alone to choose where its columns go.", "f.json is not used: this JSON is not an Accord portfolio."}
	if err != nil || !slices.Equal(left, want) {
		t.Errorf("%v\n%s", err, strings.Join(left, "\n"))
	}
}

// What is ours is counted as what it is.
func TestTeamAndOfferingsAreCountedAsSuch(t *testing.T) {
	for _, c := range []struct {
		kind                 Kind
		first, second        string
		new, changed, before string
	}{
		{Team, "Sales agent,Title\nAnna,Rep\nBen,Rep\n", "Sales agent,Title\nAnna,Director\nBen,Rep\nCem,Rep\n",
			"2 rows: 2 team members new, 0 changed, 0 unchanged", "3 rows: 1 team member new, 1 changed, 1 unchanged", "3 rows: 0 team members new, 0 changed, 3 unchanged"},
		{Offerings, "Product,Price\nA,1\nB,2\n", "Product,Price\nA,9\nB,2\nC,3\n",
			"2 rows: 2 offerings new, 0 changed, 0 unchanged", "3 rows: 1 offering new, 1 changed, 1 unchanged", "3 rows: 0 offerings new, 0 changed, 3 unchanged"},
	} {
		p := model.EmptyPortfolio()
		for i, text := range []string{c.first, c.second, c.second} {
			pv := preview(t, text, p, options(c.kind))
			if got, want := pv.Summary()[0], []string{c.new, c.changed, c.before}[i]; got != want {
				t.Errorf("%s, file %d: %s", c.kind, i+1, got)
			}
			p = apply(t, p, pv)
		}
	}
}
