package exchange

import (
	"slices"
	"strings"

	"accord/model"
	"accord/model/words"
	"accord/store/exchange/cells"
	"accord/store/exchange/csv"
)

// figureColumns are what a column of figures can be besides a figure with its year.
var figureColumns = []target{
	columnOf("figures.account", "Account", nameRole|essential, "Northgate Steel", append(slices.Clone(accountNames), "name")...),
	columnOf("figures.account_id", "Account id", idRole|essential, "", accountIDs...),
	columnOf("figures.year", "Year", dayRole, "2025", "year", "period", "fiscal year", "fy", "month", "quarter", "date", "שנה", "תקופה"),
	columnOf("figures.revenue", "Revenue", numberRole, "480000", "our revenue", "revenue", "sales", "total revenue", "net sales", "turnover", "מכירות", "הכנסות"),
	columnOf("figures.cost_of_sales", "Cost of sales", numberRole, "310000", "cost of sales", "cogs", "cost of goods sold", "cost of revenue", "עלות המכר"),
	columnOf("figures.gross_margin", "Gross margin", numberRole, "", "gross margin", "gross profit", "margin", "gm", "רווח גולמי"),
	columnOf("figures.cost_to_serve", "Cost to serve", numberRole, "22000", "cost to serve", "cts", "service cost"),
	columnOf("figures.wallet", "Customer's spend", numberRole, "1200000", "wallet", "category spend", "customers spend", "customer spend", "total spend"),
	columnOf("figures.capacity_share", "Share of our capacity", shareRole, "", "capacity share", "share of our capacity", "capacity"),
	columnOf("figures.kind", "Actual, budget or forecast", textRole, "actual", "scenario", "figure kind", "actual budget forecast"),
	columnOf("figures.currency", "Currency", textRole, "EUR", currencies...),
}

// figureNamesToo are other names under which --map may call them.
var figureNamesToo = map[string]string{
	"figures.period": "figures.year",
}

// figureReader reads rows that are a customer's figures of a year or less. What
// several rows say of one year is added up, and replaces what was known.
type figureReader struct {
	*reader
	account, accountID, year, kind int
	margin                         int
	marginShare, capacityShare     bool // the column holds shares rather than money or percent
	sums                           map[figureOf]*yearSum
	order                          []figureOf
}

// figureOf says which figures of which account a cell is about.
type figureOf struct {
	account model.AccountID
	year    int
	kind    model.FigureKind
}

// yearSum is what the rows say of one account's year.
type yearSum struct {
	money   map[string]model.Money
	share   model.Num
	rows    int
	whole   bool // some row is about the whole year
	through model.Date
	line    int
}

// moneyLines are the targets that are amounts, with the line of a year they are.
var moneyLines = []struct{ key, line string }{
	{"figures.revenue", "revenue"}, {"figures.cost_of_sales", "cost_of_sales"},
	{"figures.cost_to_serve", "cost_to_serve"}, {"figures.wallet", "wallet"},
}

func (r *reader) figures() error {
	f := &figureReader{
		reader:    r,
		account:   r.t.index("figures.account"),
		accountID: r.t.index("figures.account_id"),
		year:      r.t.index("figures.year"),
		kind:      r.t.index("figures.kind"),
		margin:    r.t.index("figures.gross_margin"),
		sums:      map[figureOf]*yearSum{},
	}
	r.money = r.t.index("figures.currency")
	f.marginShare = f.isShare(f.margin)
	f.capacityShare = f.isShare(r.t.index("figures.capacity_share"))
	if err := r.each(f.row); err != nil {
		return err
	}
	f.apply()
	return nil
}

// isShare reports whether a column's numbers are shares: none above 1, or % signs.
func (f *figureReader) isShare(col int) bool {
	if col < 0 {
		return false
	}
	if strings.Contains(f.t.columns[col].header, "%") {
		return true
	}
	some := false
	for s := range f.t.values(col) {
		n, ok := cells.ParseNumber(s)
		v, ok2 := n.Value(f.t.columns[col].numbers)
		if !ok || !ok2 {
			continue
		}
		if n.Percent {
			return true
		}
		if v > 1 || v < -1 {
			return false
		}
		some = true
	}
	return some
}

func (f *figureReader) row(x csv.Row) {
	id, name := f.t.cell(x, f.accountID), f.t.cell(x, f.account)
	if name == "" && f.b.Lookup(id, "") == "" {
		f.refuse(x.Line, f.account, words.T("exchange.every-row-needs-customers-name"), words.T("exchange.row-no-account"))
		return
	}
	of, p, ok := f.period(x)
	if !ok {
		return
	}
	d := f.b.Find(id, name)
	if d == nil {
		d = f.b.Create(name)
		f.b.Remember(d, id)
	}
	for i := range f.t.columns {
		if line, year := figureKey(f.t.columns[i].key); year > 0 {
			f.figure(d, x, i, model.Year{Year: year, Kind: of.kind}, line)
		}
	}
	if f.year >= 0 {
		of.account = d.ID
		f.add(of, p, x)
	}
}

// period reads what span the row is about; a file with years in its headings
// needs none.
func (f *figureReader) period(x csv.Row) (of figureOf, p cells.Period, ok bool) {
	if v := f.t.cell(x, f.kind); v != "" {
		i := slices.IndexFunc(
			[]string{"actual", "budget", "forecast"},
			func(w string) bool { return strings.HasPrefix(strings.ToLower(v), w) },
		)
		if i < 0 {
			f.refuse(
				x.Line,
				f.kind,
				words.T("exchange.write-actual-budget-or-forecast"),
				words.T("exchange.no-kind-figures", cells.Quote(v)),
			)
			return of, p, false
		}
		of.kind = model.FigureKind(i)
	}
	if f.year < 0 {
		return of, p, true
	}
	v := f.t.cell(x, f.year)
	if v == "" {
		f.refuse(x.Line, f.year, words.T("exchange.write-year-such-as-2025"), words.T("exchange.row-no-year"))
		return of, p, false
	}
	if p, ok = cells.ParsePeriod(v, f.t.columns[f.year].dates, f.p.Programme().YearStarts); !ok {
		f.refuse(
			x.Line,
			f.year,
			words.T("exchange.write-year-such-as-2025-or"),
			words.T("exchange.neither-year-nor-period-one", cells.Quote(v)),
		)
	}
	of.year = p.Year
	return of, p, ok
}

// add adds the row's amounts to its year.
func (f *figureReader) add(of figureOf, p cells.Period, x csv.Row) {
	s := f.sums[of]
	if s == nil {
		s = &yearSum{money: map[string]model.Money{}, line: x.Line}
		f.sums[of] = s
		f.order = append(f.order, of)
	}
	if s.rows > 0 && s.whole != p.Whole {
		if !p.Whole { // the year's own row already says it all
			return
		}
		*s = yearSum{money: map[string]model.Money{}, line: x.Line}
	}
	s.rows, s.whole = s.rows+1, p.Whole
	if s.through.Before(p.Through) {
		s.through = p.Through
	}
	for _, l := range moneyLines {
		if i := f.t.index(l.key); i >= 0 {
			m, why := f.amount(x, i)
			if why != "" {
				f.problem(x.Line, i, words.T("exchange.write-as-number"), why)
			}
			f.sum(s, l.line, m, x, i)
		}
	}
	f.addMargin(s, x)
	if i := f.t.index("figures.capacity_share"); i >= 0 {
		if share := f.share(x, i, f.capacityShare); share.Known {
			s.share = share
		}
	}
}

// sum adds one amount to a line of the year.
func (f *figureReader) sum(s *yearSum, line string, m model.Money, x csv.Row, col int) {
	if !m.Known() {
		return
	}
	old := s.money[line]
	switch total := old.Minor + m.Minor; {
	case !old.Known():
		s.money[line] = m
	case old.Currency != m.Currency:
		f.problem(
			x.Line,
			col,
			words.T("exchange.give-one-currency-each-customer"),
			words.T("exchange.years-other-amounts", old.Currency),
		)
	case total > cells.MaxMinor || total < -cells.MaxMinor:
		f.problem(x.Line, col, "", words.T("exchange.sum-year-larger-than-any"))
	default:
		s.money[line] = model.Money{Minor: total, Currency: m.Currency}
	}
}

// addMargin turns the gross margin of a row into its cost of sales.
func (f *figureReader) addMargin(s *yearSum, x csv.Row) {
	cost, sales := f.t.index("figures.cost_of_sales"), f.t.index("figures.revenue")
	if f.margin < 0 || f.t.cell(x, f.margin) == "" || f.t.cell(x, cost) != "" {
		return
	}
	revenue, _ := f.amount(x, sales)
	if !revenue.Known() {
		f.problem(
			x.Line,
			f.margin,
			words.T("exchange.give-revenue-too"),
			words.T("exchange.gross-margin-without-revenue-says"),
		)
		return
	}
	margin := model.Money{}
	if f.marginShare {
		if share := f.share(x, f.margin, true); share.Known {
			margin = model.NewMoney(revenue.Major()*share.V, revenue.Currency)
		}
	} else {
		m, why := f.amount(x, f.margin)
		if why != "" {
			f.problem(x.Line, f.margin, words.T("exchange.write-as-number"), why)
		}
		margin = m
	}
	if margin.Known() && margin.Currency == revenue.Currency {
		f.sum(s, "cost_of_sales", model.Money{Minor: revenue.Minor - margin.Minor, Currency: revenue.Currency}, x, f.margin)
	}
}

// share reads a share, 0..1, from a percentage or, in a column of shares, from a
// number without the sign.
func (r *reader) share(x csv.Row, col int, shares bool) model.Num {
	raw := r.t.cell(x, col)
	if raw == "" || raw == "-" || raw == "–" {
		return model.Num{}
	}
	n, ok := cells.ParseNumber(raw)
	v, ok2 := n.Value(r.t.columns[col].numbers)
	if n.Percent || !shares || v > 1 || v < -1 {
		v /= 100
	}
	if !ok || !ok2 || v > 1 || v < -100 {
		r.problem(x.Line, col, words.T("exchange.write-percentage"), words.T("exchange.not-share", cells.Quote(raw)))
		return model.Num{}
	}
	return model.Some(v)
}

// apply puts the sums of the file into the years of the accounts.
func (f *figureReader) apply() {
	several, parts := 0, 0
	for _, of := range f.order {
		s, d := f.sums[of], f.b.Edit(of.account)
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
		end := cells.FirstMonth(of.year+1, f.p.Programme().YearStarts).AddDays(-1)
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
		f.note(words.T("exchange.customer-several-rows-which-added", several))
	}
	if parts > 0 {
		f.note(words.T("exchange.rows-less-than-year-added"))
	}
	f.noteHidden(f.b.Order)
}
