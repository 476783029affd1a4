//go:build !windows

package whole

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.etcd.io/bbolt"
)

// says fails when a sentence lacks what it must say: field, what is wrong, what
// to do. A sentence for people is no trace of the program either.
func says(t *testing.T, name, sentence string, parts ...string) {
	t.Helper()
	for _, p := range parts {
		if !strings.Contains(sentence, p) {
			t.Errorf("%s: %q does not say %q", name, sentence, p)
		}
	}
	for _, trace := range []string{"panic", "goroutine", "strconv", "runtime error", ".go:"} {
		if strings.Contains(sentence, trace) {
			t.Errorf("%s: %q shows the program's inside", name, sentence)
		}
	}
}

// everything is what a file holds, with its history.
func everything(t *testing.T, file string) string {
	t.Helper()
	return exported(t, file) + must(t, "--file", file, "history", "-n", "0")
}

// Words that are wrong are told with what is right, and nothing changes.
func TestWrongWords(t *testing.T) {
	file := newFile(t)
	csv := write(t, "more.csv", "Account Name,Fax\nDelta,12\n")
	before := everything(t, file)
	for words, parts := range map[string][]string{
		"get Nobody":                                         {`no account "Nobody"`, "`accord score` lists the accounts"},
		"get Alpha importance.capacty":                       {"importance.capacty", "importance.capacity"},
		"set Nobody tier key":                                {`no account "Nobody"`},
		"set Alpha dreams 1":                                 {"dreams"},
		"set Alpha tier gold":                                {"tier", "gold", "strategic"},
		"set Alpha importance.capacity 6":                    {"importance.capacity", "6", "0..5"},
		"set Alpha figures.2025.revenue x":                   {"figures.2025.revenue", "x"},
		"set Alpha figures.25.revenue 1":                     {"figures.25.revenue"},
		"set Alpha tier key notes":                           {"set ACCOUNT FIELD VALUE"},
		"set Alpha tier key owner Ann importance.capacity 9": {"importance.capacity", "0..5"}, // and not the first two either
		"--today nonsense score":                             {"--today", "nonsense", "2026-11-24"},
		"--today 2026-02-30 set Alpha tier key":              {"--today", "2026-02-30"},
		"score --loud":                                       {"--loud", "`accord score --help` lists them"},
		"--loud":                                             {"--loud", "`accord --help` lists them"},
		"scor":                                               {`unknown command "scor"`, "score"},
		"check twice":                                        {`unexpected argument "twice"`},
		"history -n some":                                    {`"some"`, "--number"},
		"portfolio --period never":                           {"--period", "never", "all"},
		"export plan.pdf":                                    {"plan.pdf", ".json, .csv"},
		"import " + csv:                                      {"--yes or --dry-run"},
		"import " + csv + " --yes --kind dreams":             {"dreams", "transactions"},
		"import " + csv + " --yes --map Fax=dreams":          {"--map Fax", "dreams", "account.phone"},
		"import " + csv + " --yes --map Fax":                 {"--map", "HEADER=FIELD"},
	} {
		out, errs, exit := accord(t, append([]string{"--file", file}, strings.Fields(words)...)...)
		if exit != 2 || out != "" {
			t.Errorf("%s: exit %d\n%s%s", words, exit, out, errs)
		}
		says(t, words, errs, parts...)
	}
	if everything(t, file) != before {
		t.Error("something of it was written")
	}
}

// Files that are no tables change nothing. Of several files one that is broken
// stops all; one that is whole and tells nothing is left out with a sentence.
func TestFilesThatAreNoTables(t *testing.T) {
	file := newFile(t)
	before := everything(t, file)
	good := write(t, "good.csv", "Account Name\nDelta\n")
	folder := filepath.Join(t.TempDir(), "folder.csv")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	for bad, parts := range map[string][]string{
		folder:                                             {"folder.csv", "this is a folder", "or name a file"},
		filepath.Join(folder, "none.csv"):                  {"none.csv", "no such file", "Check the name"},
		write(t, "empty.csv", ""):                          {"empty.csv", "the file is empty", "Export it again"},
		write(t, "words.csv", "hello\nworld\n"):            {"words.csv", "no heading is known", "hello", "--map"},
		write(t, "zeros.csv", strings.Repeat("\x00", 500)): {"zeros.csv", "not a text file", "as CSV"},
		write(t, "utf32.csv", "\xff\xfe\x00\x00N\x00\x00\x00a\x00\x00\x00"):    {"utf32.csv", "not a text file", "as CSV"},
		write(t, "book.xlsx", "PK\x03\x04 and more"):                           {"book.xlsx", "not a readable workbook", "save it as XLSX or CSV"},
		write(t, "plan.pdf", "%PDF-1.7"):                                       {"plan.pdf", "a PDF", "as CSV"},
		write(t, "half.json", `{"accord":"portfolio","version":1,"accounts":`): {"half.json", "cannot be read", "accord export"},
		write(t, "other.json", `{"a":1}`):                                      {"other.json", "not an Accord portfolio", "accord export"},
		write(t, "newer.json", `{"accord":"portfolio","version":99}`):          {"newer.json", "version 99", "Use the version that wrote it"},
		file: {"accord.db", "an Accord file", "accord merge"},
	} {
		_, errs, exit := accord(t, "--file", file, "import", bad, "--yes")
		if exit != 1 {
			t.Errorf("%s: exit %d\n%s", bad, exit, errs)
		}
		says(t, bad, errs, parts...)
		switch base := filepath.Base(bad); base {
		case "folder.csv", "empty.csv", "words.csv":
			out, errs, exit := accord(t, "--file", file, "import", good, bad, "--dry-run")
			if exit != 3 || !strings.Contains(errs+out, base+" is not used") || !strings.Contains(out, "good.csv") {
				t.Errorf("beside a good one, %s: exit %d\n%s%s", bad, exit, out, errs)
			}
		default:
			if _, errs, exit = accord(t, "--file", file, "import", good, bad, "--yes"); exit != 1 {
				t.Errorf("beside a good one, %s: exit %d\n%s", bad, exit, errs)
			}
		}
	}
	if everything(t, file) != before {
		t.Error("something of it was written")
	}
}

// Ten bad rows among a hundred: ninety arrive, ten are listed with their lines.
func TestTenBadRowsInAHundred(t *testing.T) {
	var csv strings.Builder
	csv.WriteString("Order ID,Account Name,Status,Close Date,Amount\n")
	var bad []string
	for i := range 100 {
		name, day, amount := fmt.Sprintf("Account %02d", i), "2025-03-14", "10.00"
		if i%10 == 7 {
			bad = append(bad, fmt.Sprintf("line %d: ", i+2))
			switch i / 10 % 3 {
			case 0:
				name = ""
			case 1:
				day = "someday"
			case 2:
				amount = "a lot"
			}
		}
		fmt.Fprintf(&csv, "O%d,%s,Won,%s,%s\n", i, name, day, amount)
	}
	path, file := write(t, "sales.csv", csv.String()), filepath.Join(t.TempDir(), "accord.db")
	for range 2 { // and the second time the same ten are told again
		_, errs, exit := accord(t, "--file", file, "import", path, "--yes")
		lines := strings.Split(strings.TrimSpace(errs), "\n")
		if exit != 3 || len(lines) != 10 {
			t.Fatalf("exit %d, %d problems\n%s", exit, len(lines), errs)
		}
		for i, line := range lines {
			says(t, "a bad row", line, "sales.csv: "+bad[i], ". ")
		}
		got := document[any](t, "--file", file, "portfolio", "--period", "2025")
		if total, n := figure(got, "revenue.total"), figure(got, "accounts"); total != 900.0 || n != 90.0 {
			t.Fatalf("%v accounts with %v in all", n, total)
		}
	}
	if steps := document[[]any](t, "--file", file, "history"); len(steps) != 1 {
		t.Errorf("%d steps", len(steps))
	}
	if _, errs, exit := accord(t, "--file", file, "import", path, "--dry-run"); exit != 3 || strings.Count(errs, "line ") != 10 {
		t.Errorf("a dry run: exit %d\n%s", exit, errs)
	}
}

func TestBrokenQuotesAndEncodings(t *testing.T) {
	for name, c := range map[string]struct {
		text     string
		problems []string
		accounts []string
	}{
		"a quote that never closes": {"Account Name,Industry\nAlpha,\"Food\nBeta,Steel\n", []string{"line 2: the quotation marks are not closed"}, []string{"Alpha", "Beta"}},
		"a separator outside":       {"Account Name,Industry\nAlpha,Food, drink\nBeta,Steel\n", []string{"line 2: 3 cells, but the header has 2 columns"}, []string{"Beta"}},
		"quotes in the middle":      {"Account Name,Industry\nAl\"pha,Fo\"od\"\nBeta,Steel\n", nil, []string{`Al"pha`, "Beta"}},
		"Windows letters":           {"Account Name,Industry\nCaf\xe9,Food\n", nil, []string{"Café"}},
		"bytes of no encoding":      {"Account Name,Industry\nCaf\xe9,F\x81ood\nBeta,Steel\n", []string{"line 2: Industry: ‘F\ufffdood’ has letters that could not be read. Export the file again"}, []string{"Beta", "Café"}},
		"UTF-16":                    {"\xff\xfeN\x00a\x00m\x00e\x00\n\x00\xc9\x00a\x00\n\x00", nil, []string{"Éa"}},
	} {
		path, file := write(t, "accounts.csv", c.text), filepath.Join(t.TempDir(), "accord.db")
		_, errs, exit := accord(t, "--file", file, "import", path, "--kind", "accounts", "--yes")
		want := 0
		if c.problems != nil {
			want = 3
		}
		if exit != want || strings.Count(errs, "\n") != len(c.problems) {
			t.Errorf("%s: exit %d, %s", name, exit, errs)
		}
		says(t, name, errs, c.problems...)
		type account struct{ Account string }
		var got []string
		for _, a := range document[[]account](t, "--file", file, "score") {
			got = append(got, a.Account)
		}
		slices.Sort(got)
		if !slices.Equal(got, c.accounts) {
			t.Errorf("%s: %q arrived", name, got)
		}
	}
}

// everyCommand is each command that needs the file.
func everyCommand(dir, csv string) [][]string {
	out := append(readings(dir, csv), []string{"set", "Alpha", "tier", "key"}, []string{"import", csv, "--yes"})
	return slices.DeleteFunc(out, func(words []string) bool { return words[0] == "doctor" || words[0] == "fields" })
}

// A file that cannot be trusted is refused by every command, with what to do,
// and stays as it is: a backup beside it is named, and not taken in silence.
func TestDamagedFiles(t *testing.T) {
	file, csv := newFile(t), write(t, "more.csv", "Account Name\nDelta\n")
	must(t, "--file", file, "set", "Alpha", "notes", "the note that will be hit")
	sound := content(t, file)
	flipped := []byte(sound)
	for at := 0; ; at++ {
		k := strings.Index(sound[at:], "the note that will be hit")
		if k < 0 {
			break
		}
		at += k
		flipped[at] ^= 0xff
	}
	headers := []byte(sound)
	for i := range 2 * 4096 {
		headers[i] ^= 0x55
	}
	for name, c := range map[string]struct {
		text  string
		parts []string
	}{
		"cut in a page":  {sound[:3*4096+100], []string{"the file is cut off", "accord restore"}},
		"cut to a page":  {sound[:4096], []string{"the file is cut off", "accord restore"}},
		"empty":          {"", []string{"the file is empty, so its content was lost", "accord restore"}},
		"flipped bytes":  {string(flipped), []string{"does not match its checksum"}},
		"broken headers": {string(headers), []string{"not an Accord file", "accord restore"}},
		"a table":        {"Account Name\nAlpha\n", []string{"not an Accord file"}},
	} {
		for _, words := range everyCommand(t.TempDir(), csv) {
			if err := os.WriteFile(file, []byte(c.text), 0o600); err != nil {
				t.Fatal(err)
			}
			_, errs, exit := accord(t, append([]string{"--file", file}, words...)...)
			if exit != 1 {
				t.Errorf("%s, %v: exit %d, %s", name, words, exit, errs)
			}
			says(t, name+", "+strings.Join(words, " "), errs, c.parts...)
			if content(t, file) != c.text {
				t.Fatalf("%s: %v changed the file", name, words)
			}
		}
		must(t, "--file", file, "doctor")
	}
}

// A file of a newer version is left alone.
func TestAFileOfANewerVersion(t *testing.T) {
	file, csv := newFile(t), write(t, "more.csv", "Account Name\nDelta\n")
	db, err := bbolt.Open(file, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	err = db.Update(func(tx *bbolt.Tx) error { return tx.Bucket([]byte("meta")).Put([]byte("schema"), []byte("99")) })
	if err = errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
	before := content(t, file)
	for _, words := range everyCommand(t.TempDir(), csv) {
		if words[0] == "backup" { // copies what it need not understand
			continue
		}
		_, errs, exit := accord(t, append([]string{"--file", file}, words...)...)
		if exit != 1 || content(t, file) != before {
			t.Errorf("%v: exit %d, %s", words, exit, errs)
		}
		says(t, strings.Join(words, " "), errs, file, "made by a newer version of Accord", "Update the program")
	}
}

// Places where nothing can be written.
func TestPlacesThatTakeNothing(t *testing.T) {
	file, csv := newFile(t), write(t, "more.csv", "Account Name\nDelta\n")
	places := []string{filepath.Join(csv, "under a file")}
	if locked := filepath.Join(t.TempDir(), "locked"); os.Getuid() != 0 { // root may write anywhere
		if err := os.Mkdir(locked, 0o500); err != nil {
			t.Fatal(err)
		}
		places = append(places, locked)
	}
	for _, place := range places {
		for _, words := range [][]string{
			{"--file", filepath.Join(place, "accord.db"), "import", csv, "--yes"},
			{"--file", filepath.Join(place, "accord.db"), "set", "programme", "programme.currency", "EUR"},
			{"--file", filepath.Join(place, "accord.db"), "score"},
			{"--file", file, "export", filepath.Join(place, "all.json")},
			{"--file", file, "export", filepath.Join(place, "accounts.csv")},
			{"--file", file, "backup", filepath.Join(place, "copy.db")},
		} {
			_, errs, exit := accord(t, words...)
			if exit != 1 {
				t.Errorf("%v: exit %d, %s", words, exit, errs)
			}
			says(t, strings.Join(words, " "), errs, "accord: ", place)
		}
	}
	if content(t, csv) != "Account Name\nDelta\n" {
		t.Error("the file in the way was written")
	}
}
