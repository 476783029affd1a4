package cells

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"accord/model"
)

func TestHarmlessCells(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "Acme": "Acme", "=1+1": "'=1+1", "+49 30": "'+49 30", "@x": "'@x", "-x": "'-x", "\tx": "'\tx", "\rx": "'\rx",
		"-12": "-12", "-12.50": "-12.50", "-": "'-", "-1-1": "'-1-1", "-.": "'-.", "12": "12", "'=x": "''=x", "it's": "it's", "'t Hof": "'t Hof",
	} {
		if got := Harmless(in); got != want {
			t.Errorf("%q is written %q, want %q", in, got, want)
		}
		if got := CleanLine(Harmless(in)); got != strings.TrimSpace(in) {
			t.Errorf("%q comes back as %q", in, got)
		}
	}
}

// A number that is read is finite, and written plainly it reads the same.
func FuzzNumbers(f *testing.F) {
	for _, s := range []string{"1,234.5", "1.234,5", "1 234,5", "(12.5)", "$-5", "1.0E7", "12%", "4k", "EUR 5", "1'234", "--1", "9e999", "1.5E-12"} {
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, s string, comma bool) {
		n, ok := ParseNumber(s)
		v, ok2 := n.Value(NumberStyle{decimalComma: comma})
		if !ok || !ok2 {
			return
		}
		if math.IsInf(v, 0) || math.IsNaN(v) {
			t.Fatalf("%q is %v", s, v)
		}
		plain := strconv.FormatFloat(math.Abs(v), 'f', -1, 64)
		if !strings.Contains(plain, ".") {
			plain += ".00"
		}
		m, ok := ParseNumber(plain + "0")
		if w, ok2 := m.Value(NumberStyle{}); !ok || !ok2 || w != math.Abs(v) {
			t.Fatalf("%q is %v, and that is %v", s, v, w)
		}
	})
}

// A day or period that is read exists, and written plainly it reads the same.
func FuzzDays(f *testing.F) {
	for _, s := range []string{"2026-03-05", "3/4/2026", "5 Mar 26", "March 5, 2026", "20260305", "46000", "2026-03-05T10:11:12Z", "FY2025", "Q1 2026", "2026-03", "2025/26", "1.2.3", "31/02/2026"} {
		f.Add(s, true, uint8(4))
	}
	f.Fuzz(func(t *testing.T, s string, monthFirst bool, start uint8) {
		if d, ok := ParseDay(s, DateStyle{monthFirst: monthFirst}); ok {
			if again, ok := ParseDay(d.String(), DateStyle{monthFirst: !monthFirst}); !ok || again != d || d.Year < 1900 || d.Year > 2200 {
				t.Fatalf("%q is %v, and that is %v", s, d, again)
			}
		}
		if p, ok := ParsePeriod(s, DateStyle{monthFirst: monthFirst}, time.Month(start%13)); ok && (p.Year < 1899 || p.Year > 2201 || p.Whole && p.Through.Known()) {
			t.Fatalf("%q is %+v", s, p)
		}
	})
}

func TestNumberColumns(t *testing.T) {
	cases := []struct {
		name   string
		column []string
		want   []float64 // parallel; NaN-free: refused values are left out of the column
		doubt  bool
	}{
		{"english", []string{"1,234.5", "1,234", "12.50", "7"}, []float64{1234.5, 1234, 12.5, 7}, false},
		{"german", []string{"1.234,5", "1.234", "12,50"}, []float64{1234.5, 1234, 12.5}, false},
		{"french", []string{"1 234,5", "1\u202f234", "1\u00a0234\u00a0567"}, []float64{1234.5, 1234, 1234567}, false},
		{"swiss", []string{"1'234.50", "1’234"}, []float64{1234.5, 1234}, false},
		{"indian", []string{"12,34,567.5", "1,00,000"}, []float64{1234567.5, 100000}, false},
		{"negative", []string{"(12.5)", "-3", "4-", "−5", "(1,000)"}, []float64{-12.5, -3, -4, -5, -1000}, false},
		{"signs", []string{"€1,000.50", "$ 12", "12 €", "£3", "₪4"}, []float64{1000.5, 12, 12, 3, 4}, false},
		{"codes", []string{"USD 1,000.50", "12 EUR"}, []float64{1000.5, 12}, false},
		{"suffix", []string{"12k", "1.5m", "2M"}, []float64{12000, 1500000, 2000000}, false},
		{"only groups by comma", []string{"1,234", "5,678"}, []float64{1234, 5678}, false},
		{"only groups by point", []string{"1.234", "5.678", "12"}, []float64{1234, 5678, 12}, true},
		{"small numbers", []string{"0.123", "1.234"}, []float64{0.123, 1.234}, false},
		{"million by points", []string{"1.234.567", "1.234"}, []float64{1234567, 1234}, false},
	}
	for _, c := range cases {
		style, doubt := GuessNumbers(slices.Values(c.column), true)
		if (doubt != "") != c.doubt {
			t.Errorf("%s: doubt %q", c.name, doubt)
		}
		for i, s := range c.column {
			n, ok := ParseNumber(s)
			v, ok2 := n.Value(style)
			if !ok || !ok2 || v != c.want[i] {
				t.Errorf("%s: %q is %v (%v %v), want %v", c.name, s, v, ok, ok2, c.want[i])
			}
		}
	}
	for s, want := range map[string]float64{"12,34,567.00": 1234567, "1,00,000": 100000, "1'234.50": 1234.5, "1\u00a0234\u202f567,5": 1234567.5, "1\u2009234": 1234, "1’234’567": 1234567,
		"- 1 234,5": -1234.5, "( 12.5 )": -12.5, "€ 1.234.567,8": 1234567.8, "-€5": -5, "5 %": 5, "1 234 k": 1234000, "1 234 EUR": 1234, "1234.5": 1234.5, "1234,567": 1234.567} {
		n, ok := ParseNumber(s)
		if v, ok2 := n.Value(NumberStyle{}); !ok || !ok2 || v != want {
			t.Errorf("%q is %v %v %v, want %v", s, v, ok, ok2, want)
		}
	}
	for _, s := range []string{"", "abc", "1.2.3", "1,2,3", "12 MIOS", "1e5", ".", "-", "1,234.5.6", "1.23,4.5", "--", "()", "%",
		"12.34.5,6", "12 34 56", "1 23", "1234,567.00", "1,23,4567.00", "123,45,678", "12.34.567", "1'23.4", "1'234 567", "1 234.56 78", "1,234 567", "12€34", "1..5", "1 234.567.890,1"} {
		n, ok := ParseNumber(s)
		if v, ok2 := n.Value(NumberStyle{}); ok && ok2 {
			t.Errorf("%q is read as %v", s, v)
		}
	}
}

func TestDateColumns(t *testing.T) {
	day := func(y, m, d int) model.Date { return model.NewDate(y, time.Month(m), d) }
	cases := []struct {
		name   string
		column []string
		want   []model.Date
		doubt  bool
	}{
		{"iso", []string{"2026-03-04", "2026-3-4", "2026-03-04T10:00:00Z", "2026-03-04 10:00"}, []model.Date{day(2026, 3, 4), day(2026, 3, 4), day(2026, 3, 4), day(2026, 3, 4)}, false},
		{"day first", []string{"3/4/2026", "25/4/2026"}, []model.Date{day(2026, 4, 3), day(2026, 4, 25)}, false},
		{"month first", []string{"3/4/2026", "4/25/2026"}, []model.Date{day(2026, 3, 4), day(2026, 4, 25)}, false},
		{"doubtful", []string{"3/4/2026", "5/6/2026"}, []model.Date{day(2026, 4, 3), day(2026, 6, 5)}, true},
		{"same either way", []string{"4/4/2026"}, []model.Date{day(2026, 4, 4)}, false},
		{"points", []string{"3.4.2026", "03.04.26"}, []model.Date{day(2026, 4, 3), day(2026, 4, 3)}, false},
		{"us with time", []string{"11/2/2025 10:03 AM", "11/22/2025 1:03:45 PM"}, []model.Date{day(2025, 11, 2), day(2025, 11, 22)}, false},
		{"words", []string{"24 Nov 2026", "Nov 24, 2026", "24-Nov-26", "1 September 2026", "5 Sept 2026"}, []model.Date{day(2026, 11, 24), day(2026, 11, 24), day(2026, 11, 24), day(2026, 9, 1), day(2026, 9, 5)}, false},
		{"numbers", []string{"20260304", "45000"}, []model.Date{day(2026, 3, 4), day(2023, 3, 15)}, false},
		{"year first", []string{"2026/03/04", "2026.03.04"}, []model.Date{day(2026, 3, 4), day(2026, 3, 4)}, false},
	}
	for _, c := range cases {
		style, doubt := GuessDates(slices.Values(c.column))
		if (doubt != "") != c.doubt {
			t.Errorf("%s: doubt %q", c.name, doubt)
		}
		for i, s := range c.column {
			if d, ok := ParseDay(s, style); !ok || d != c.want[i] {
				t.Errorf("%s: %q is %v %v, want %v", c.name, s, d, ok, c.want[i])
			}
		}
	}
	for _, s := range []string{"", "soon", "2026-02-30", "31/31/2026", "1/2", "99999999", "1 2 3 4", "2026", "0/0/0"} {
		if d, ok := ParseDay(s, DateStyle{}); ok {
			t.Errorf("%q is read as %v", s, d)
		}
	}
}

func TestPeriods(t *testing.T) {
	day := func(y, m, d int) model.Date { return model.NewDate(y, time.Month(m), d) }
	for s, want := range map[string]Period{
		"2025": {2025, true, model.Date{}}, "FY2025": {2025, true, model.Date{}}, "FY25": {2025, true, model.Date{}}, "FY 2025": {2025, true, model.Date{}},
		"2024/25": {2025, true, model.Date{}}, "2024-2025": {2025, true, model.Date{}},
		"2025-03": {2025, false, day(2025, 3, 31)}, "03/2025": {2025, false, day(2025, 3, 31)}, "Mar 2025": {2025, false, day(2025, 3, 31)}, "Mar-25": {2025, false, day(2025, 3, 31)},
		"Q1 2025": {2025, false, day(2025, 3, 31)}, "2025-Q4": {2025, false, day(2025, 12, 31)}, "2025 H1": {2025, false, day(2025, 6, 30)}, "2025-05-31": {2025, false, day(2025, 5, 31)},
	} {
		if got, ok := ParsePeriod(s, DateStyle{}, time.January); !ok || got != want {
			t.Errorf("%q is %+v %v, want %+v", s, got, ok, want)
		}
	}
	if got, _ := ParsePeriod("Q1 2026", DateStyle{}, time.April); got.Through != day(2025, 6, 30) {
		t.Errorf("first quarter of a year from April ends %v", got.Through)
	}
	if got, _ := ParsePeriod("2025-05", DateStyle{}, time.April); got.Year != 2026 {
		t.Errorf("May of a year from April is in %v", got.Year)
	}
	for _, s := range []string{"", "Total", "1850", "H3 2025", "25", "13/2025", "Q5 2025"} {
		if got, ok := ParsePeriod(s, DateStyle{}, time.January); ok {
			t.Errorf("%q is read as %+v", s, got)
		}
	}
}

func TestFold(t *testing.T) {
	for _, same := range [][2]string{{"GTXPro", "GTX Pro"}, {"A.C.M.E. Ltd", "acme ltd"}, {"Société", "SOCIÉTÉ"}, {"Ünal & Co", "ünal co"}} {
		if Fold(same[0]) != Fold(same[1]) {
			t.Errorf("%q and %q differ", same[0], same[1])
		}
	}
	if Fold("+++") == Fold("***") || Fold("+++") == "" {
		t.Error("names of signs fall together")
	}
	if got := CleanText("a\r\nb\x07\tc\u2028d"); got != "a\nb c\nd" {
		t.Errorf("%q", got)
	}
	if got := Shorten(strings.Repeat("x", 100)); len([]rune(got)) != 40 {
		t.Errorf("%q", got)
	}
}
