package cells

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"accord/model"
)

// Period is the span a row of figures is about.
type Period struct {
	Year    int
	Whole   bool
	Through model.Date // the last day, when it is less than a year
}

var (
	wholeYear  = regexp.MustCompile(`(?i)^(?:fy|year)?\s*'?(\d{4}|\d{2})$`)
	splitYear  = regexp.MustCompile(`^(?:FY)?(\d{4})\s*[/–-]\s*(\d{4}|\d{2})$`)
	yearMonth  = regexp.MustCompile(`^(\d{4})[-/.](\d{1,2})$`)
	monthYear  = regexp.MustCompile(`^(\d{1,2})[-/.](\d{4})$`)
	namedMonth = regexp.MustCompile(`^([A-Za-z]{3,9})\.?[\s,'-]+(\d{4}|\d{2})$`)
	yearPart   = regexp.MustCompile(`(?i)^(?:fy)?(\d{4})\s*[-/ ]?\s*([QH])([1-4])$`)
	partYear   = regexp.MustCompile(`(?i)^([QH])([1-4])\s*[-/ ']?\s*(?:fy)?\s*(\d{4}|\d{2})$`)
)

// ParsePeriod reads a year, or a part of one that belongs to a year starting in
// month start.
func ParsePeriod(s string, style DateStyle, start time.Month) (Period, bool) {
	s = strings.TrimSpace(s)
	if m := wholeYear.FindStringSubmatch(s); m != nil && (len(m[1]) == 4 || strings.ContainsAny(s, "fFyY'")) {
		return wholeOf(number(m[1]))
	}
	if m := splitYear.FindStringSubmatch(s); m != nil {
		first, second := number(m[1]), number(m[2])
		if len(m[2]) == 4 && second == first+1 || len(m[2]) == 2 && second%100 == (first+1)%100 && second > 12 {
			return wholeOf(first + 1)
		}
	}
	if m := yearPart.FindStringSubmatch(s); m != nil {
		return partOf(number(m[1]), m[2], number(m[3]), start)
	}
	if m := partYear.FindStringSubmatch(s); m != nil {
		return partOf(number(m[3]), m[1], number(m[2]), start)
	}
	year, month := 0, 0
	if m := yearMonth.FindStringSubmatch(s); m != nil {
		year, month = number(m[1]), number(m[2])
	} else if m := monthYear.FindStringSubmatch(s); m != nil {
		year, month = number(m[2]), number(m[1])
	} else if m := namedMonth.FindStringSubmatch(s); m != nil {
		if year, month = number(m[2]), monthNamed(m[1]); year < 100 {
			year = FullYear(year)
		}
	}
	if month > 0 {
		if _, ok := civil(year, month, 1); !ok {
			return Period{}, false
		}
		return endingOn(model.NewDate(year, time.Month(month)+1, 0), start), true
	}
	if d, ok := ParseDay(s, style); ok {
		return endingOn(d, start), true
	}
	return Period{}, false
}

// number reads digits that a pattern found.
func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

func wholeOf(year int) (Period, bool) {
	if year < 100 {
		year = FullYear(year)
	}
	return Period{Year: year, Whole: true}, year >= 1900 && year <= 2200
}

func endingOn(d model.Date, start time.Month) Period {
	return Period{Year: model.FiscalYear(d, start), Through: d}
}

// partOf is a quarter or half of a financial year.
func partOf(year int, part string, n int, start time.Month) (Period, bool) {
	p, ok := wholeOf(year)
	months := 3 * n
	if strings.EqualFold(part, "H") {
		months, ok = 6*n, ok && n <= 2
	}
	p.Whole = false
	first := FirstMonth(p.Year, start)
	p.Through = model.NewDate(int(first.Year), time.Month(int(first.Month)+months), 0)
	return p, ok
}

// FirstMonth is the first day of a financial year.
func FirstMonth(year int, start time.Month) model.Date {
	if start <= time.January {
		return model.NewDate(year, time.January, 1)
	}
	return model.NewDate(year-1, start, 1)
}
