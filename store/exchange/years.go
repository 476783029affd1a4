package exchange

import (
	"slices"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/store/exchange/cells"
	"accord/store/exchange/csv"
	"accord/store/exchange/match"
)

// figure sets one line of one year from a cell.
func (r *reader) figure(d *match.Draft, x csv.Row, col int, y model.Year, line string) {
	raw := r.t.cell(x, col)
	if raw == "" {
		return
	}
	if kind := edit.LineKind(line); kind != model.Actual {
		y.Kind = kind
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
		day, ok := cells.ParseDay(raw, cells.DateStyle{})
		if !ok {
			r.problem(x.Line, col, words.T("exchange.write-as-year-month-day"), words.T("exchange.not-date", cells.Quote(raw)))
			return
		}
		y.Through = day
	default:
		m, why := r.amount(x, col)
		if why != "" {
			r.problem(x.Line, col, words.T("exchange.write-as-number"), why)
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
	case "revenue", "target", "forecast":
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
func (r *reader) noteHidden(drafts []*match.Draft) {
	n := 0
	start := r.p.Programme().YearStarts
	for _, d := range drafts {
		for i := range d.Years {
			y := &d.Years[i]
			if y.Kind == model.Actual && y.Revenue.Known() &&
				slices.ContainsFunc(d.Transactions, func(t model.Transaction) bool {
					return model.FiscalYear(t.Date, start) == y.Year
				}) {
				n++
			}
		}
	}
	if n > 0 {
		r.note(words.T("exchange.these-accounts-revenue-typed-by", n))
	}
}
