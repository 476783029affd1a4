package plan

import (
	"accord/model"
	"accord/model/edit"
	"accord/model/score"
	"accord/model/words"
	"accord/ui/kit"
	"accord/ui/theme"
)

// figureRow is one line of the sheet: typed (line is its registry line) or
// derived from others (why says from which, when somebody tries to type it).
type figureRow struct {
	name   string
	Line   string
	figure string // what i explains
	why    string
	num    func(*score.YearFigures) model.Num // derived rows and amounts
	kind   figureKind
}

// figureKind is how a line's number is printed.
type figureKind uint8

const (
	moneyRow figureKind = iota
	shareRow
	dayRow
)

func (r *figureRow) derived() bool { return r.Line == "" }

// FigureRows in the order a planner reads them: what comes in, what it leaves,
// what the customer spends.
var FigureRows = words.Table(func() []figureRow {
	return []figureRow{
		{name: "revenue", Line: "revenue", figure: "revenue", num: func(y *score.YearFigures) model.Num { return y.Revenue }},
		{name: words.T("plan.cost-sales"), Line: "cost_of_sales", figure: "contribution", num: func(y *score.YearFigures) model.Num { return y.CostOfSales }},
		{name: words.T("plan.cost-serve"), Line: "cost_to_serve", figure: "contribution", num: func(y *score.YearFigures) model.Num { return y.CostToServe }},
		{name: " contribution", figure: "contribution", num: func(y *score.YearFigures) model.Num { return y.Contribution },
			why: words.T("plan.contribution-revenue-cost-sales-cost")},
		{name: " margin", figure: "contribution", kind: shareRow, num: func(y *score.YearFigures) model.Num { return y.Margin },
			why: words.T("plan.margin-contribution-revenue-type-revenue")},
		{name: words.T("plan.customers-spend"), Line: "wallet", figure: "wallet", num: func(y *score.YearFigures) model.Num { return y.Wallet }},
		{name: " " + words.T("plan.share-wallet"), figure: "wallet", kind: shareRow, num: func(y *score.YearFigures) model.Num { return y.WalletShare },
			why: words.T("plan.share-wallet-revenue-customers-spend")},
		{name: " headroom", figure: "wallet", num: func(y *score.YearFigures) model.Num { return y.Headroom },
			why: words.T("plan.headroom-customers-spend-revenue-type")},
		{name: words.T("plan.our-capacity"), Line: "capacity_share", figure: "importance.capacity", kind: shareRow, num: func(y *score.YearFigures) model.Num { return y.Capacity }},
		{name: words.T("plan.figures-through"), Line: "through", figure: "revenue", kind: dayRow},
	}
})

// figuresOf are the figures of a year, empty where the account has none.
func figuresOf(c *kit.Context, year int) score.YearFigures {
	if l := c.Scores().Local(c.Account); l != nil {
		for i := range l.Years {
			if l.Years[i].Year == year {
				return l.Years[i]
			}
		}
	}
	return score.YearFigures{Year: year}
}

// openYear reports a year that is not over, or whose figures do not reach its end.
func openYear(c *kit.Context, y score.YearFigures) bool {
	return !y.Closed && (y.Year >= thisYear(c) || y.Revenue.Known)
}

// cell is what a line shows for a year. The last place is for a mark: ~ for half
// confidence, * for the sum of imported transactions.
func (r *figureRow) cell(c *kit.Context, year int) (string, theme.Style) {
	y := figuresOf(c, year)
	if !r.MayShow(c, year) {
		return kit.Shade(c)
	}
	if r.kind == dayRow {
		return r.dayCell(c, year)
	}
	n, st, mark := r.num(&y), theme.Plain, " "
	if r.derived() {
		st = theme.Quiet
	}
	switch {
	case !n.Known:
		return r.foreign(c, year)
	case r.Line == "revenue" && y.FromImport:
		mark = "*"
	case r.figure == "contribution" && r.derived() && y.Confidence < 1:
		mark = "~"
	case r.figure == "wallet" && r.kind == shareRow && n.V > 1:
		st = theme.Bad
	case r.derived() && n.V < 0:
		st = theme.Bad
	}
	if r.kind == shareRow {
		return shareText(n) + mark, st
	}
	return score.Thousands(n) + mark, st
}

// shareText keeps a column from jumping while a revenue is half typed.
func shareText(n model.Num) string {
	switch {
	case n.V > 9.99:
		return "> 999 %"
	case n.V < -9.99:
		return "< -999 %"
	}
	return score.Percentage(n, 1)
}

func (r *figureRow) dayCell(c *kit.Context, year int) (string, theme.Style) {
	if y := c.Current().Year(year, model.Actual); y != nil && y.Through.Known() {
		return y.Through.Short(), theme.Plain
	}
	return "– ", theme.Quiet
}

// foreign shows an amount of another currency, which has no rate yet and so
// counts nowhere, or that the cell is unknown.
func (r *figureRow) foreign(c *kit.Context, year int) (string, theme.Style) {
	if m := r.money(c, year); m.Known() {
		return m.String(), theme.Warn
	}
	return "– ", theme.Quiet
}

// money is the amount as it was typed, in its own currency.
func (r *figureRow) money(c *kit.Context, year int) model.Money {
	y := c.Current().Year(year, model.Actual)
	if y == nil {
		return model.Money{}
	}
	switch r.Line {
	case "revenue":
		return y.Revenue
	case "cost_of_sales":
		return y.CostOfSales
	case "cost_to_serve":
		return y.CostToServe
	case "wallet":
		return y.Wallet
	}
	return model.Money{}
}

// transactionsOf counts and sums the imported transactions of a year.
func transactionsOf(c *kit.Context, year int) (n int, sum model.Money) {
	g := c.Portfolio().Programme()
	sum.Currency = g.Currency
	for i := range c.Current().Transactions {
		t := &c.Current().Transactions[i]
		if t.Amount.Currency == g.Currency && t.Date.Known() && model.FiscalYear(t.Date, g.YearStarts) == year {
			n++
			sum.Minor += t.Amount.Minor
		}
	}
	return n, sum
}

// remarks are what the cell under the cursor has to say.
func (r *figureRow) remarks(c *kit.Context, year int) []kit.FootLine {
	y := figuresOf(c, year)
	var out []kit.FootLine
	if c.Modest() {
		return nil
	}
	say := func(st theme.Style, text string) { out = append(out, kit.FootLine{Text: text, Style: st}) }
	n, sum := transactionsOf(c, year)
	switch {
	case r.Line == "revenue" && y.FromImport:
		say(theme.Plain, words.T("plan.sum-revenue-typed-here-overrides", n))
	case r.Line == "revenue" && n > 0:
		say(theme.Plain, words.T("plan.typed-overrides-x-goes-back", kit.WithThousands(sum), n))
	case r.derived():
		say(theme.Plain, r.why)
	default:
		if f, err := edit.FieldByKey(c.Portfolio().Programme(), edit.FigureKey(year, r.Line)); err == nil {
			say(theme.Quiet, f.Help)
		}
	}
	if m := r.money(c, year); m.Known() && m.Currency != c.Portfolio().Programme().Currency {
		say(theme.Warn, words.T("plan.there-no-rate-this-amount", m.Currency))
	}
	if r.figure == "contribution" && y.Contribution.Known && y.Confidence < 1 {
		say(theme.Warn, words.T("plan.without-cost-serve-confidence-50"))
	}
	if r.figure == "wallet" && y.WalletShare.Known && y.WalletShare.V > 1 {
		say(theme.Bad, words.T("plan.more-than-all-they-spend"))
	}
	if openYear(c, y) {
		say(theme.Quiet, words.T("plan.not-closed-stays-out-growth", year))
	}
	return out
}

// MayShow reports whether the screen may show a line of the figures.
func (r *figureRow) MayShow(c *kit.Context, year int) bool {
	if !c.Modest() {
		return true
	}
	f, err := edit.FieldByKey(c.Portfolio().Programme(), edit.FigureKey(year, r.Line))
	return err == nil && c.MayRead(edit.AccountRef(c.Account), f)
}

// thisYear is the financial year of today.
func thisYear(c *kit.Context) int {
	return model.FiscalYear(c.Session.Today(), c.Portfolio().Programme().YearStarts)
}
