package exchange

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"

	"accord/model"
	"accord/model/edit"
)

// The folder testdata/exports has files in the shapes of the systems people have,
// as text. Beside each stands, written by hand, what must come of it: NAME.want.
// Its first lines say how the bytes are made and what is imported before:
//
//	# encode windows-1255     utf-8-bom, utf-16le, utf-16be, windows-1252, windows-1255
//	# after other.csv         imported first, into the same portfolio
//	# currency EUR            the portfolio's own
//
// A name with .xlsx in it is made into a workbook: see workbookFrom. A name with
// .broken in it has its problems listed too, as "refused LINE HEADING: sentence"
// when the row did not arrive and "problem …" when one cell did not.

// wanted is one expectation.
type wanted struct {
	name, encode, currency string
	after                  []string
	text                   string
}

func readWanted(t *testing.T, name string) wanted {
	t.Helper()
	b, err := os.ReadFile("testdata/exports/" + name + ".want")
	if err != nil {
		t.Fatal(err)
	}
	w := wanted{name: name}
	var rest []string
	for line := range strings.SplitSeq(strings.TrimRight(string(b), "\n"), "\n") {
		key, value, _ := strings.Cut(strings.TrimPrefix(line, "# "), " ")
		switch {
		case !strings.HasPrefix(line, "#"):
			rest = append(rest, line)
		case key == "encode":
			w.encode = value
		case key == "currency":
			w.currency = value
		case key == "after":
			w.after = append(w.after, value)
		default:
			t.Fatalf("%s.want: %q is no directive", name, line)
		}
	}
	w.text = strings.Join(rest, "\n")
	return w
}

// bytesOf makes the file that people have of the text that is kept here.
func (w wanted) bytesOf(t *testing.T) []byte {
	t.Helper()
	b, err := os.ReadFile("testdata/exports/" + w.name)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(w.name, ".xlsx") {
		return workbookFrom(t, string(b))
	}
	return encoded(t, string(b), w.encode)
}

func encoded(t *testing.T, s, encode string) []byte {
	t.Helper()
	switch encode {
	case "":
		return []byte(s)
	case "utf-8-bom":
		return []byte("\ufeff" + s)
	case "utf-16le":
		return []byte(utf16Bytes(s, binary.LittleEndian, true))
	case "utf-16be":
		return []byte(utf16Bytes(s, binary.BigEndian, true))
	case "windows-1252":
		return []byte(page(t, charmap.Windows1252, s))
	case "windows-1255":
		return []byte(page(t, charmap.Windows1255, s))
	}
	t.Fatalf("there is no encoding %q", encode)
	return nil
}

// workbookFrom makes a workbook of text: "=== NAME" begins a sheet, "=== NAME
// hidden" a hidden one, "=== hide A:C" hides columns, rows are cells between tabs.
// Plain numbers become numbers, days written with @ before them days.
func workbookFrom(t *testing.T, text string) []byte {
	t.Helper()
	f := excelize.NewFile()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	day, err := f.NewStyle(&excelize.Style{NumFmt: 22})
	must(err)
	sheet, row, sheets := "", 0, 0
	var hide []string // at the end: the sheet in front cannot be hidden
	for line := range strings.SplitSeq(strings.TrimRight(text, "\n"), "\n") {
		if head, ok := strings.CutPrefix(line, "=== "); ok {
			if columns, ok := strings.CutPrefix(head, "hide "); ok {
				must(f.SetColVisible(sheet, columns, false))
				continue
			}
			name, hidden := strings.CutSuffix(head, " hidden")
			if sheets++; sheets == 1 {
				must(f.SetSheetName("Sheet1", name))
			} else {
				at, err := f.NewSheet(name)
				must(err)
				f.SetActiveSheet(at)
			}
			if sheet, row = name, 0; hidden {
				hide = append(hide, name)
			}
			continue
		}
		row++
		for i, cell := range strings.Split(line, "\t") {
			at, err := excelize.CoordinatesToCellName(i+1, row)
			must(err)
			if n, err := strconv.ParseFloat(cell, 64); err == nil && !strings.HasPrefix(cell, "0") {
				must(f.SetCellValue(sheet, at, n))
			} else if d, ok := strings.CutPrefix(cell, "@"); ok {
				on, err := model.ParseDate(d)
				must(err)
				must(f.SetCellValue(sheet, at, float64(on.DaysSince(model.NewDate(1899, 12, 30)))+0.4375))
				must(f.SetCellStyle(sheet, at, at, day))
			} else if cell != "" {
				must(f.SetCellStr(sheet, at, cell))
			}
		}
	}
	for _, name := range hide {
		must(f.SetSheetVisible(name, false))
	}
	var b bytes.Buffer
	must(f.Write(&b))
	return b.Bytes()
}

// read imports the file after those before it; a second time it changes nothing.
func (w wanted) read(t *testing.T, p *model.Portfolio) (*model.Portfolio, *Preview) {
	t.Helper()
	for _, before := range w.after {
		p, _ = readWanted(t, before).read(t, p)
	}
	o := options(Guess)
	data := w.bytesOf(t)
	pv, err := Read(bytes.NewReader(data), w.name, p, o)
	if err != nil {
		t.Fatal(err)
	}
	q := apply(t, p, pv)
	o.NewID = func() string { t.Error("the second import made something new"); return "again" }
	again, err := Read(bytes.NewReader(data), w.name, q, o)
	if err != nil {
		t.Fatal(err)
	}
	if again.Change != nil {
		t.Errorf("%s: the second import changes something: new %v, changed %+v", w.name, again.New, again.Changed)
	}
	return q, pv
}

// empty is the portfolio that an expectation begins with.
func (w wanted) empty() *model.Portfolio {
	g := model.NewProgramme()
	if w.currency != "" {
		g.Currency = model.Currency(w.currency)
	}
	p, _ := model.NewPortfolio(g, nil)
	return p
}

// Every file of every system is read with nothing mapped by hand, to exactly what
// stands beside it.
func TestExports(t *testing.T) {
	files, err := filepath.Glob("testdata/exports/*.want")
	if err != nil || len(files) < 44 {
		t.Fatal(len(files), err)
	}
	for _, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), ".want")
		t.Run(name, func(t *testing.T) {
			w := readWanted(t, name)
			p, pv := w.read(t, w.empty())
			if got := told(p, pv); got != w.text {
				t.Errorf("%s\nnotes %q", difference(w.text, got), pv.Notes)
			}
		})
	}
}

// Every file has a twin that is broken, and every twin an original.
func TestEveryExportHasABrokenTwin(t *testing.T) {
	files, _ := filepath.Glob("testdata/exports/*")
	have := map[string]bool{}
	for _, f := range files {
		have[filepath.Base(f)] = true
	}
	for name := range have {
		base, ok := strings.CutSuffix(name, ".want")
		if !ok {
			if !have[name+".want"] {
				t.Errorf("%s has nothing beside it that says what must come of it", name)
			}
			continue
		}
		first, rest, _ := strings.Cut(base, ".")
		twin := first + ".broken." + rest
		if strings.HasPrefix(rest, "broken.") {
			twin = first + "." + strings.TrimPrefix(rest, "broken.")
		}
		if !have[base] || !have[twin] {
			t.Errorf("%s: %v, %s: %v", base, have[base], twin, have[twin])
		}
	}
}

// difference shows where two texts part.
func difference(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range max(len(a), len(b)) {
		x, y := "(the end)", "(the end)"
		if i < len(a) {
			x = a[i]
		}
		if i < len(b) {
			y = b[i]
		}
		if x != y {
			return fmt.Sprintf("line %d is %q, want %q; all of it:\n%s", i+1, y, x, got)
		}
	}
	return "no difference"
}

// told writes everything an import came to, one fact a line.
func told(p *model.Portfolio, pv *Preview) string {
	var b strings.Builder
	fmt.Fprintf(&b, "kind %s\nrows %d\n", pv.Kind, pv.Rows)
	if pv.NotWon > 0 {
		fmt.Fprintf(&b, "not won %d\n", pv.NotWon)
	}
	accounts := slices.SortedFunc(slices.Values(p.Accounts()), func(a, b *model.Account) int { return cmp.Compare(a.Name, b.Name) })
	for _, a := range accounts {
		tellAccount(&b, p, a)
	}
	for _, x := range pv.Problems {
		word := "problem"
		if x.Refused {
			word = "refused"
		}
		fmt.Fprintf(&b, "%s %d %s: %s\n", word, x.Line, x.Field, x.Sentence)
	}
	return strings.TrimRight(b.String(), "\n")
}

func tellAccount(b *strings.Builder, p *model.Portfolio, a *model.Account) {
	fmt.Fprintf(b, "account %s\n", a.Name)
	say := func(key, value string) {
		if value != "" {
			fmt.Fprintf(b, "  %s %s\n", key, strings.ReplaceAll(value, "\n", "\\n"))
		}
	}
	for _, s := range a.Sources {
		say("id", s.ID)
	}
	if up := p.Account(a.Parent); up != nil {
		say("parent", up.Name)
	}
	say("owner", a.Owner)
	if a.Tier != model.Candidate {
		say("tier", a.Tier.String())
	}
	say("segment", a.Segment)
	say("type", a.Kind)
	say("city", a.City)
	say("country", a.Country)
	say("website", a.Website)
	say("phone", a.Phone)
	if a.Employees.Known {
		say("employees", fmt.Sprint(a.Employees.V))
	}
	if a.Turnover.Known() {
		say("turnover", a.Turnover.String())
	}
	say("notes", a.Notes)
	for _, k := range sortedKeys(a.Custom) {
		say("custom "+k+" =", a.Custom[k])
	}
	for i := range a.Years {
		y := &a.Years[i]
		for _, line := range edit.FigureLines() {
			if v := lineText(y, line); v != "" {
				say(fmt.Sprint(y.Year), strings.TrimSpace(line+" "+v+map[bool]string{true: " " + y.Kind.String()}[y.Kind != model.Actual]))
			}
		}
	}
	tellSales(b, p, a)
	for i := range a.Persons {
		tellPerson(b, a, &a.Persons[i])
	}
}

// tellSales adds up the transactions by year and offering.
func tellSales(b *strings.Builder, p *model.Portfolio, a *model.Account) {
	sums, rows := map[string]int64{}, map[string]int{}
	for _, x := range a.Transactions {
		k := strings.TrimSpace(fmt.Sprintf("%d %s %s", model.FiscalYear(x.Date, p.Programme().YearStarts), x.Amount.Currency, x.Offering))
		sums[k] += x.Amount.Minor
		rows[k]++
	}
	for _, k := range sortedKeys(sums) {
		year, rest, _ := strings.Cut(k, " ")
		currency, offering, _ := strings.Cut(rest, " ")
		fmt.Fprintf(b, "  sold %s\n", strings.TrimSpace(fmt.Sprintf("%s %s in %d %s", year, model.Money{Minor: sums[k], Currency: model.Currency(currency)}, rows[k], offering)))
	}
}

func tellPerson(b *strings.Builder, a *model.Account, x *model.Person) {
	fmt.Fprintf(b, "  person %s\n", x.Name)
	say := func(key, value string) {
		if value != "" {
			fmt.Fprintf(b, "    %s %s\n", key, strings.ReplaceAll(value, "\n", "\\n"))
		}
	}
	for _, s := range x.Sources {
		say("id", s.ID)
	}
	if s := a.SeatOf(x.ID); s != nil {
		say("title", s.Title)
		say("unit", s.Unit)
		if up := a.Seat(s.ReportsTo); up != nil {
			say("under", a.Person(up.Person).Name)
		}
		say("role", s.Role.String())
	}
	say("email", x.Email)
	say("phone", x.Phone)
	say("active", x.LastActivity.String())
	say("notes", x.Notes)
}
