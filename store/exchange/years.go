package exchange

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"accord/model"
)

// period is the span a row of figures is about.
type period struct {
	year    int
	whole   bool
	through model.Date // the last day, when it is less than a year
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

// parsePeriod reads a year, or a part of one that belongs to a year starting in
// month start.
func parsePeriod(s string, style dateStyle, start time.Month) (period, bool) {
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
			year = fullYear(year)
		}
	}
	if month > 0 {
		if _, ok := civil(year, month, 1); !ok {
			return period{}, false
		}
		return endingOn(model.NewDate(year, time.Month(month)+1, 0), start), true
	}
	if d, ok := parseDay(s, style); ok {
		return endingOn(d, start), true
	}
	return period{}, false
}

// number reads digits that a pattern found.
func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

func wholeOf(year int) (period, bool) {
	if year < 100 {
		year = fullYear(year)
	}
	return period{year: year, whole: true}, year >= 1900 && year <= 2200
}

func endingOn(d model.Date, start time.Month) period {
	return period{year: model.FiscalYear(d, start), through: d}
}

// partOf is a quarter or half of a financial year.
func partOf(year int, part string, n int, start time.Month) (period, bool) {
	p, ok := wholeOf(year)
	months := 3 * n
	if strings.EqualFold(part, "H") {
		months, ok = 6*n, ok && n <= 2
	}
	p.whole = false
	first := firstMonth(p.year, start)
	p.through = model.NewDate(int(first.Year), time.Month(int(first.Month)+months), 0)
	return p, ok
}

// firstMonth is the first day of a financial year.
func firstMonth(year int, start time.Month) model.Date {
	if start <= time.January {
		return model.NewDate(year, time.January, 1)
	}
	return model.NewDate(year-1, start, 1)
}

// apply puts the sums of the file into the years of the accounts.
func (f *figureReader) apply() {
	several, parts := 0, 0
	for _, of := range f.order {
		s, d := f.sums[of], f.b.edit(of.account)
		y := model.Year{Year: of.year, Kind: of.kind}
		if old := d.Year(of.year, of.kind); old != nil {
			y = *old
		}
		for _, line := range sortedKeys(s.money) {
			setLine(&y, line, s.money[line])
		}
		if s.share.Known {
			y.CapacityShare = s.share
		}
		end := firstMonth(of.year+1, f.p.Programme().YearStarts).AddDays(-1)
		if y.Through = s.through; !s.through.Before(end) {
			y.Through = model.Date{}
		}
		if y.Through.Known() && len(s.money) == 0 && !s.share.Known {
			continue // a row without figures dates nothing
		}
		if s.rows > 1 {
			several++
		}
		if !s.whole {
			parts++
		}
		d.Years = putYear(d.Years, y)
	}
	if several > 0 {
		f.note("%s of a customer on several rows, which were added up.", count(several, "year"))
	}
	if parts > 0 {
		f.note("Rows for less than a year were added up to years; a file with a part of a year only replaces that year's figures and marks how far they go.")
	}
	f.noteHidden(f.b.order)
}

// figure sets one line of one year from a cell.
func (r *reader) figure(d *draft, x row, col int, y model.Year, line string) {
	raw := r.t.cell(x, col)
	if raw == "" {
		return
	}
	if old := d.Year(y.Year, y.Kind); old != nil {
		y = *old
	}
	switch line {
	case "capacity_share":
		if s := r.share(x, col, false); s.Known {
			y.CapacityShare = s
		}
	case "through":
		day, ok := parseDay(raw, dateStyle{})
		if !ok {
			r.problem(x.line, col, "Write it as year-month-day.", "%s is not a date", quote(raw))
			return
		}
		y.Through = day
	default:
		m, why := r.amount(x, col)
		if why != "" {
			r.problem(x.line, col, "Write it as a number.", "%s", why)
		}
		if !m.Known() {
			return
		}
		setLine(&y, line, m)
	}
	d.Years = putYear(d.Years, y)
}

func setLine(y *model.Year, line string, m model.Money) {
	switch line {
	case "revenue":
		y.Revenue = m
	case "cost_of_sales":
		y.CostOfSales = m
	case "cost_to_serve":
		y.CostToServe = m
	case "wallet":
		y.Wallet = m
	}
}

// putYear replaces or adds a year, keeping years in order.
func putYear(years []model.Year, y model.Year) []model.Year {
	if y == (model.Year{Year: y.Year, Kind: y.Kind}) {
		return years
	}
	i := slices.IndexFunc(years, func(o model.Year) bool { return o.Year == y.Year && o.Kind == y.Kind })
	if i >= 0 {
		years[i] = y
		return years
	}
	years = append(years, y)
	slices.SortFunc(years, func(a, b model.Year) int { return (a.Year-b.Year)*4 + int(a.Kind) - int(b.Kind) })
	return years
}

// noteHidden says where a figure typed by hand, or from a file of figures, stands
// in front of imported transactions.
func (r *reader) noteHidden(drafts []*draft) {
	n := 0
	start := r.p.Programme().YearStarts
	for _, d := range drafts {
		for i := range d.Years {
			y := &d.Years[i]
			if y.Kind == model.Actual && y.Revenue.Known() && slices.ContainsFunc(d.Transactions, func(t model.Transaction) bool {
				return model.FiscalYear(t.Date, start) == y.Year
			}) {
				n++
			}
		}
	}
	if n > 0 {
		r.note("In %s of these accounts a revenue typed by hand counts instead of the imported transactions; clear it to use their sum.", count(n, "year"))
	}
}
