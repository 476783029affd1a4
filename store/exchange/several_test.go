package exchange

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"accord/model"
)

func writeFiles(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// Several files, or a folder of them, are read in the order in which one helps
// the next.
func TestGather(t *testing.T) {
	dir := t.TempDir()
	writeFiles(t, dir, map[string]string{
		"a deals.csv": "Date,Customer,Amount\n2025-01-01,Acme,5\n", "b people.csv": "Full Name,Company\nAnna,Acme\n", "c customers.csv": "sep=;\nAccount Name;City\nAcme;Linz\n",
		"d.csv": "colour,size\nred,5\n", "e.txt": "", "~$lock.xlsx": "x", ".hidden.csv": "x", "notes.md": "x", "f.json": `{"x":1}`, "years.csv": "Customer,Year,Revenue\nAcme,2025,7\n",
	})
	at := func(names ...string) []string {
		for i := range names {
			names[i] = filepath.Join(dir, names[i])
		}
		return names
	}
	p := model.EmptyPortfolio()
	files, left, err := Gather([]string{dir}, p, options(Guess))
	if want := at("c customers.csv", "b people.csv", "years.csv", "a deals.csv"); err != nil || !reflect.DeepEqual(files, want) {
		t.Errorf("%q, %v", files, err)
	}
	if all := strings.Join(left, "\n"); len(left) != 3 || !strings.Contains(all, "d.csv is not used: ") || !strings.Contains(all, "e.txt is not used: the file is empty.\n") || !strings.Contains(all, "f.json is not used") {
		t.Errorf("%s", all)
	}
	files, left, err = Gather(at("a deals.csv", "d.csv", "c customers.csv", "a deals.csv", "gone.csv"), p, options(Guess))
	if want := at("c customers.csv", "a deals.csv", "gone.csv"); err != nil || !reflect.DeepEqual(files, want) || len(left) != 1 {
		t.Errorf("%q %q %v", files, left, err)
	}
	if files, left, err = Gather(at("d.csv"), p, options(Guess)); err != nil || len(files) != 1 || len(left) != 0 {
		t.Errorf("alone: %q %q %v", files, left, err)
	}
	if files, _, err = Gather(at("d.csv", "d.csv"), p, options(Guess)); err != nil || len(files) != 1 {
		t.Errorf("none that can be used: %q %v", files, err)
	}
	var problem *model.Problem
	if _, _, err = Gather([]string{t.TempDir()}, p, options(Guess)); !errors.As(err, &problem) || !strings.Contains(problem.Sentence, "no file in it can be imported") {
		t.Errorf("%v", err)
	}
	// What was said about a file of these headings tells its kind the next time.
	o := options(Accounts)
	o.Map = map[string]string{"colour": "account.name"}
	q := apply(t, p, preview(t, "colour,size\nred,5\n", p, o))
	if files, left, _ = Gather(at("a deals.csv", "d.csv"), q, options(Guess)); len(left) != 0 || filepath.Base(files[0]) != "d.csv" {
		t.Errorf("%q %q", files, left)
	}
}

func TestProblemsAsATable(t *testing.T) {
	pv := preview(t, "Customer,Year,Revenue\nAcme,2025,=cmd()\n,2025,5\n", model.EmptyPortfolio(), options(Figures))
	pv.Problems[0].Hint = "=1+1"
	got := string(pv.ProblemsCSV())
	want := "\ufefffile,line,column,problem,what to do,row\r\ntest.csv,2,Revenue,‘=cmd()’ is not an amount,'=1+1,imported without it\r\ntest.csv,3,Customer,the row has no account,Every row needs the customer's name.,left out\r\n"
	if got != want {
		t.Errorf("%q", got)
	}
}

// BenchmarkNearNames reads 10,000 new customers into a portfolio of 10,000 others.
func BenchmarkNearNames(b *testing.B) {
	list := func(word string) string {
		var s strings.Builder
		s.WriteString("Account Name,Website\n")
		for i := range 10_000 {
			fmt.Fprintf(&s, "%s %c%c%c Works %d,\n", word, 'A'+i%26, 'a'+i/26%26, 'a'+i/676%26, i%97)
		}
		return s.String()
	}
	p := apply(b, model.EmptyPortfolio(), preview(b, list("Customer"), model.EmptyPortfolio(), options(Accounts)))
	text := list("Business")
	b.ReportAllocs()
	for b.Loop() {
		if pv := preview(b, text, p, options(Accounts)); len(pv.New) != 10_000 {
			b.Fatal(len(pv.New))
		}
	}
}
