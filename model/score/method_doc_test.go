package score

import (
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"accord/model"
	"accord/model/modeltest"
)

// methodTable reads the rows of the first table in a section of docs/method.md
// whose heading row begins with a word.
func methodTable(t *testing.T, section, first string) [][]string {
	t.Helper()
	text, err := os.ReadFile("../../docs/method.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, ok := strings.Cut(string(text), "\n## "+section)
	if !ok {
		t.Fatalf("docs/method.md has no section %q", section)
	}
	rest, _, _ = strings.Cut(rest, "\n## ")
	_, rest, ok = strings.Cut(rest, "\n| "+first+" |")
	if !ok {
		t.Fatalf("section %q has no table that begins with %q", section, first)
	}
	var rows [][]string
	for line := range strings.Lines(rest) {
		line = strings.TrimSpace(line)
		if !strings.HasPrefix(line, "|") {
			if len(rows) > 0 {
				break
			}
			continue
		}
		var cells []string
		for cell := range strings.SplitSeq(strings.Trim(line, "|"), "|") {
			cells = append(cells, strings.TrimSpace(cell))
		}
		if !strings.HasPrefix(cells[0], "---") {
			rows = append(rows, cells)
		}
	}
	if len(rows) < 3 {
		t.Fatalf("section %q: only %d rows", section, len(rows))
	}
	return rows
}

// docNumber reads a number of the documentation, – for unknown.
func docNumber(t *testing.T, s string) model.Num {
	t.Helper()
	if s == "–" {
		return model.Num{}
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatalf("%q is not a number", s)
	}
	return model.Some(v)
}

// agrees compares with a number printed to at most three decimals.
func agrees(got, want model.Num) bool {
	return got.Known == want.Known && math.Abs(got.V-want.V) < 5e-4
}

func docDate(t *testing.T, s string) model.Date {
	t.Helper()
	if s == "–" {
		return model.Date{}
	}
	d, err := model.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func docItems(cell string) [][]string {
	var out [][]string
	for item := range strings.SplitSeq(cell, ";") {
		if words := strings.Fields(item); len(words) > 1 {
			out = append(out, words)
		}
	}
	return out
}

// docChoice finds a choice of an enum.
func docChoice[T ~uint8](t *testing.T, e model.Enum[T], word string) T {
	t.Helper()
	v, err := e.Parse("word", word)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestWorkedValueScorecard(t *testing.T) {
	g := model.NewProgramme()
	for _, row := range methodTable(t, "6.", "lines") {
		a := &model.Account{ID: "a", Name: "A"}
		for _, w := range docItems(row[0]) {
			a.Values = append(a.Values, model.ValueLine{Direction: docChoice(t, model.ValueDirections, w[0]), Level: docChoice(t, model.ValueLevels, w[1]), Status: docChoice(t, model.ValueStands, w[2]),
				Money: model.NewMoney(docNumber(t, w[3]).V, g.Currency), Start: docDate(t, w[4])})
		}
		v := ScoreValue(a, g, modeltest.Today, Period{Year: 2026}, docNumber(t, row[1]))
		for i, got := range []model.Num{v.Given, v.Received, v.Ratio, v.Score} {
			if want := docNumber(t, row[2+i]); !agrees(got, want) {
				t.Errorf("%s: column %d is %v, the page says %v", row[0], 2+i, got, want)
			}
		}
	}
}

func TestWorkedInsight(t *testing.T) {
	for _, row := range methodTable(t, "7.", "insights") {
		a := &model.Account{ID: "a", Name: "A"}
		for _, w := range docItems(row[0]) {
			a.Insights = append(a.Insights, model.Insight{Kind: docChoice(t, model.InsightKinds, w[0]), Confirmed: w[1] == "confirmed", Date: docDate(t, w[2])})
		}
		if got, want := InsightIndex(a, model.NewProgramme().Settings(), modeltest.Today), docNumber(t, row[1]); !agrees(got, want) {
			t.Errorf("%s: %v, the page says %v", row[0], got, want)
		}
	}
}

// A line that comes every year counts by the months it runs, in years that may
// begin in any month, up to today (24 November 2026).
func TestRecurringValueCountsByMonth(t *testing.T) {
	july := &model.Programme{Currency: "USD", YearStarts: 7}
	for name, c := range map[string]struct {
		g          *model.Programme
		start, end string
		year       int
		want       float64
	}{
		"whole year":        {model.NewProgramme(), "–", "–", 2026, 11},
		"from October":      {model.NewProgramme(), "2026-10-15", "–", 2026, 2},
		"until March":       {model.NewProgramme(), "2020-01-01", "2026-03-01", 2026, 3},
		"one month":         {model.NewProgramme(), "2026-05-30", "2026-05-31", 2026, 1},
		"over before":       {model.NewProgramme(), "2020-01-01", "2025-12-31", 2026, 0},
		"not begun":         {model.NewProgramme(), "2027-01-01", "–", 2026, 0},
		"year from July":    {july, "2026-01-01", "–", 2026, 6},
		"ends before start": {model.NewProgramme(), "2026-09-01", "2026-02-01", 2026, 0},
	} {
		a := &model.Account{Values: []model.ValueLine{{Recurring: true, Status: model.ValueRealised, Money: model.NewMoney(12, "USD"), Start: docDate(t, c.start), End: docDate(t, c.end)}}}
		if v := ScoreValue(a, c.g, modeltest.Today, Period{Year: c.year}, model.Num{}); !modeltest.Close9(v.Given.V, c.want) {
			t.Errorf("%s: %v of 12, want %v", name, v.Given.V, c.want)
		}
	}
}
