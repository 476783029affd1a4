package cells

import (
	"strconv"
	"strings"
	"time"

	"accord/model"
)

// DateStyle is the order of day and month in a column of dates like 3/4/2026.
type DateStyle struct {
	monthFirst bool
	yearFirst  bool // of two digits: 24-11-30
}

// dateParts is a written date taken apart into its three fields.
type dateParts struct {
	a, b, c int
	sep     byte
	yearIn  int  // which field is the year: 0 or 2
	month   int  // a month by name, else 0
	short   bool // all three have two digits: the first could be the year
}

// ParseDay reads a date; doubtful orders of day and month by the column's style.
func ParseDay(s string, style DateStyle) (model.Date, bool) {
	s = dayPart(s)
	if d, ok := serialDay(s); ok {
		return d, true
	}
	p, ok := takeDate(s)
	if !ok {
		return model.Date{}, false
	}
	switch {
	case p.month > 0:
		return civil(p.c, p.month, p.a)
	case p.yearIn == 2 && style.yearFirst && p.short:
		return civil(FullYear(p.a), p.b, p.c%100)
	case p.yearIn == 0:
		return civil(p.a, p.b, p.c)
	case p.b > 12 || style.monthFirst && p.a <= 12 && p.sep != '.':
		return civil(p.c, p.a, p.b)
	}
	return civil(p.c, p.b, p.a)
}

// dayPart cuts the time of day off.
func dayPart(s string) string {
	s = strings.TrimSpace(s)
	if i := strings.IndexByte(s, 'T'); i >= 8 && i <= 10 && s[0] >= '0' && s[0] <= '9' {
		return s[:i]
	}
	if i := strings.IndexByte(s, ':'); i > 0 {
		s = s[:i]
		if j := strings.LastIndexByte(s, ' '); j > 0 {
			s = s[:j]
		}
	}
	return strings.TrimRight(strings.TrimSpace(s), ",")
}

// serialDay reads 20260305, and the day numbers of spreadsheets.
func serialDay(s string) (model.Date, bool) {
	n, err := strconv.Atoi(s)
	switch {
	case err != nil:
		return model.Date{}, false
	case len(s) == 8:
		return civil(n/10000, n/100%100, n%100)
	case len(s) == 5 && n >= 20000 && n <= 80000:
		return model.NewDate(1899, time.December, 30).AddDays(n), true
	}
	return model.Date{}, false
}

// takeDate splits a date at its separators.
func takeDate(s string) (p dateParts, ok bool) {
	if p, ok := isoDate(s); ok {
		return p, true
	}
	f := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("/-. ,", r) })
	if len(f) != 3 {
		return p, false
	}
	if i := strings.IndexAny(s, "/-. "); i > 0 {
		p.sep = s[i]
	}
	if m := monthNamed(f[1]); m > 0 {
		p.month, f[1] = m, "0"
	} else if m := monthNamed(f[0]); m > 0 {
		p.month, f[0], f[1] = m, f[1], "0"
	}
	var err [3]error
	p.a, err[0] = strconv.Atoi(f[0])
	p.b, err[1] = strconv.Atoi(f[1])
	p.c, err[2] = strconv.Atoi(f[2])
	if err[0] != nil || err[1] != nil || err[2] != nil || p.a < 0 || p.b < 0 || p.c < 0 {
		return p, false
	}
	p.yearIn = 2
	if len(f[0]) == 4 {
		p.yearIn = 0
		if p.month > 0 {
			p.a, p.c = p.c, p.a
		}
	} else if len(f[2]) <= 2 {
		p.short = p.month == 0 && len(f[0]) == 2 && len(f[1]) == 2 && len(f[2]) == 2
		p.c = FullYear(p.c)
	}
	return p, true
}

// isoDate is takeDate for 2026-03-05, which is what large files have.
func isoDate(s string) (p dateParts, ok bool) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return p, false
	}
	for i := range len(s) {
		if i != 4 && i != 7 && (s[i] < '0' || s[i] > '9') {
			return p, false
		}
	}
	digits := func(from, to int) (n int) {
		for _, c := range []byte(s[from:to]) {
			n = n*10 + int(c-'0')
		}
		return n
	}
	return dateParts{a: digits(0, 4), b: digits(5, 7), c: digits(8, 10), sep: '-'}, true
}

// FullYear is what people mean by a year of two digits.
func FullYear(y int) int {
	if y < 70 {
		return 2000 + y
	}
	return 1900 + y
}

// monthNamed reads an English month, whole or cut to three letters or more.
func monthNamed(s string) int {
	if len(s) < 3 || s[0] >= '0' && s[0] <= '9' {
		return 0
	}
	if s = strings.ToLower(s); s == "sept" {
		return 9
	}
	for i := range 12 {
		name := strings.ToLower(time.Month(i + 1).String())
		if strings.HasPrefix(name, s) {
			return i + 1
		}
	}
	return 0
}

// civil is a day that exists, in years that business has.
func civil(y, m, d int) (model.Date, bool) {
	if y < 1900 || y > 2200 || m < 1 || m > 12 || d < 1 || d > 31 {
		return model.Date{}, false
	}
	day := model.NewDate(y, time.Month(m), d)
	return day, int(day.Day) == d
}

// GuessDates settles the order of day and month of a column from all its values.
// doubt is a value that nothing in the column decides.
func GuessDates(values func(yield func(string) bool)) (style DateStyle, doubt string) {
	dayFirst, monthFirst := 0, 0
	var years shortYears
	for s := range values {
		p, ok := takeDate(dayPart(s))
		years.see(p, ok)
		switch {
		case !ok || p.month > 0 || p.yearIn == 0 || p.sep == '.':
		case p.a > 12 && p.b <= 12:
			dayFirst++
		case p.b > 12 && p.a <= 12:
			monthFirst++
		case p.a != p.b && doubt == "":
			doubt = s
		}
	}
	if years.first() {
		return DateStyle{yearFirst: true}, ""
	}
	if monthFirst > dayFirst {
		return DateStyle{monthFirst: true}, ""
	}
	if dayFirst > 0 {
		return DateStyle{}, ""
	}
	return DateStyle{}, doubt
}

// shortYears finds out whether dates of three times two digits begin with the year: the
// first field is a year of the last thirty, the last one goes beyond any such year or the
// first beyond any day, and no date is impossible that way.
type shortYears struct {
	all, some         int
	low, high         int // of the first field
	lowLast, highLast int
	impossible        bool
}

func (y *shortYears) see(p dateParts, ok bool) {
	if !ok || p.month > 0 || p.yearIn == 0 {
		return
	}
	y.all++
	if !p.short {
		return
	}
	last := p.c % 100
	if y.some++; y.some == 1 {
		y.low, y.high, y.lowLast, y.highLast = p.a, p.a, last, last
	}
	y.low, y.high = min(y.low, p.a), max(y.high, p.a)
	y.lowLast, y.highLast = min(y.lowLast, last), max(y.highLast, last)
	_, fits := civil(FullYear(p.a), p.b, last)
	y.impossible = y.impossible || !fits
}

// first reports whether the year stands first. Days spread over the month while the years
// of one file lie close together.
func (y *shortYears) first() bool {
	if y.some == 0 || y.some < y.all || y.impossible {
		return false
	}
	near := y.high-y.low < 10 && y.low >= 10
	if y.high > 31 {
		return true
	}
	return near && y.highLast-y.lowLast > 10 && (y.highLast > 27 || y.lowLast < 10)
}
