package score

import (
	"fmt"
	"math"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"accord/model"
	"accord/model/score/reference"
)

// docs/worked.md is read row by row, and each row is asked of both implementations.

// workedRow is one row of the document.
type workedRow struct {
	id, title, intro string // intro is what stands between the heading and the table
	cells            map[string]string
}

// workedRows reads every row of every table.
func workedRows(t *testing.T) []workedRow {
	t.Helper()
	text, err := os.ReadFile("../../docs/worked.md")
	if err != nil {
		t.Fatal(err)
	}
	var rows []workedRow
	var title, intro string
	var head []string
	for _, line := range strings.Split(string(text), "\n") {
		if strings.HasPrefix(line, "## ") {
			title, intro, head = line[3:], "", nil
		}
		if !strings.HasPrefix(line, "|") {
			intro += line + "\n"
			continue
		}
		cells := strings.Split(strings.Trim(line, "|"), "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		switch {
		case cells[0] == "#":
			head = cells
		case strings.HasPrefix(cells[0], "---"):
		default:
			row := workedRow{id: cells[0], title: title, intro: intro, cells: map[string]string{}}
			for i, c := range cells {
				row.cells[head[i]] = c
			}
			rows = append(rows, row)
		}
	}
	return rows
}

// workedCheck is one row being asked; what the model says otherwise is kept, what the
// second implementation says otherwise fails.
type workedCheck struct {
	workedRow
	t     *testing.T
	all   []workedRow
	wrong []string
}

func (x *workedCheck) row(id string) workedRow {
	for _, r := range x.all {
		if r.id == id {
			return r
		}
	}
	x.t.Fatalf("no row %s", id)
	return workedRow{}
}

// both asks the two implementations for the same figure.
func (x *workedCheck) both(what string, got any, ref, want float64) {
	x.t.Helper()
	if !close9(ref, want) {
		x.t.Errorf("%s: %s: the second implementation says %v, the row %v", x.id, what, ref, want)
	}
	if g := number(got); !close9(g, want) {
		x.wrong = append(x.wrong, fmt.Sprintf("%s is %v, not %v", what, g, want))
	}
}

// words asks the two for the same word.
func (x *workedCheck) words(what, got, ref, want string) {
	x.t.Helper()
	if ref != want {
		x.t.Errorf("%s: %s: the second implementation says %q, the row %q", x.id, what, ref, want)
	}
	if got != want {
		x.wrong = append(x.wrong, fmt.Sprintf("%s is %q, not %q", what, got, want))
	}
}

func close9(got, want float64) bool {
	if math.IsNaN(got) || math.IsNaN(want) {
		return math.IsNaN(got) && math.IsNaN(want)
	}
	return math.Abs(got-want) < 1e-9
}

var figurePattern = regexp.MustCompile(`[−-]?\d+(?:\.\d+)?`)

// numberIn is the first number of a cell, – being unknown; a percentage is a share.
func numberIn(cell string) float64 {
	m := figurePattern.FindString(cell)
	if m == "" || strings.HasPrefix(cell, "–") {
		return math.NaN()
	}
	v, _ := strconv.ParseFloat(strings.ReplaceAll(m, "−", "-"), 64)
	if strings.Contains(cell, "%") {
		v /= 100
	}
	return v
}

// printed holds that a cell is the exact value, rounded for reading.
func (x *workedCheck) printed(column string, exact float64) {
	x.t.Helper()
	cell := x.cells[column]
	if i := strings.LastIndex(cell, "= "); i >= 0 {
		cell = cell[i+2:]
	}
	want, m := numberIn(cell), figurePattern.FindString(cell)
	half := 0.5
	if _, decimals, ok := strings.Cut(m, "."); ok {
		half /= math.Pow10(len(decimals))
	}
	if strings.Contains(cell, "%") {
		half /= 100
	}
	if math.IsNaN(want) != math.IsNaN(exact) || math.Abs(want-exact) > half+1e-9 {
		x.t.Errorf("%s: %s prints %s, the steps give %v", x.id, column, cell, exact)
	}
}

// scored is a portfolio as both implementations see it.
type scored struct {
	x *workedCheck
	p *model.Portfolio
	s *Scores
	r *reference.Result
}

// under scores accounts under a programme on the day of the worked values.
func (x *workedCheck) under(g *model.Programme, accounts ...*model.Account) scored {
	x.t.Helper()
	p, err := model.NewPortfolio(g, accounts)
	if err != nil {
		x.t.Fatal(err)
	}
	return scored{x, p, Of(p, worked), reference.Of(p, worked, factsOf(p))}
}

// figure asks for one figure of an account.
func (k scored) figure(id model.AccountID, name string, want float64) {
	k.x.t.Helper()
	got, ok := modelOf(k.s, k.p.Account(id))[name]
	if !ok {
		got = math.Inf(1)
	}
	k.x.both(fmt.Sprintf("%s of %s", name, id), got, k.r.Accounts[id].Figures[name], want)
}

// total asks for one figure of the portfolio.
func (k scored) total(name string, want float64) {
	k.x.t.Helper()
	got, ok := portfolioFigures(k.s)[name]
	if !ok {
		got = math.Inf(1)
	}
	k.x.both(name, got, k.r.Figures[name], want)
}

func (k scored) flag(id model.AccountID, key string, want bool) {
	k.x.t.Helper()
	has := false
	for _, f := range k.s.Standing(id).Flags.List() {
		has = has || f.Key() == key
	}
	k.x.words(fmt.Sprintf("flag %s of %s", key, id), fmt.Sprint(has), fmt.Sprint(k.r.Accounts[id].Flags[key]), fmt.Sprint(want))
}

// TestEveryRowOfTheWorkedValues reads the document: a row without a check fails, and so
// does a check without a row. A row the model does not satisfy yet stands in a list, and
// has to leave it when it does.
func TestEveryRowOfTheWorkedValues(t *testing.T) {
	rows := workedRows(t)
	if len(rows) < 87 {
		t.Fatalf("only %d rows", len(rows))
	}
	seen := map[string]bool{}
	for _, row := range rows {
		if seen[row.id] {
			t.Errorf("%s stands twice", row.id)
		}
		seen[row.id] = true
		check := workedChecks[row.id]
		if check == nil {
			check = workedChecks[row.id[:1]]
		}
		if check == nil {
			t.Errorf("nobody checks row %s", row.id)
			continue
		}
		x := &workedCheck{workedRow: row, t: t, all: rows}
		check(x)
		switch listed := slices.Contains(rowsNotYet, row.id); {
		case len(x.wrong) > 0 && !listed:
			t.Errorf("%s: %s", row.id, strings.Join(x.wrong, "; "))
		case len(x.wrong) == 0 && listed:
			t.Errorf("%s agrees: take it off the list", row.id)
		}
	}
	for id := range workedChecks {
		if len(id) > 1 && !seen[id] {
			t.Errorf("there is no row %s", id)
		}
	}
	for _, id := range rowsNotYet {
		if !seen[id] {
			t.Errorf("there is no row %s in the list", id)
		}
	}
}
