package score

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"accord/model"
	"accord/model/modeltest"
)

// What the rows of docs/worked.md are built with.

func named(name string) *model.Account {
	return &model.Account{ID: model.AccountID(name), Name: name, Ratings: map[model.FactorKey]model.Rating{}}
}

func iso(s string) model.Date {
	d, err := model.ParseDate(strings.Trim(s, "–"))
	if err != nil {
		panic(err)
	}
	return d
}

// rate answers the factors of an instrument by digits, – and blanks being skipped or unknown.
func rate(a *model.Account, instrument, digits string) {
	digits = strings.ReplaceAll(strings.ReplaceAll(digits, " ", ""), "–", "-")
	for key, r := range modeltest.Rated("x", map[string]string{instrument: digits}).Ratings {
		a.Ratings[key] = r
	}
}

// addYear adds a year with revenue, and with costs and wallet where they are given.
func addYear(a *model.Account, year int, revenue float64, more ...float64) {
	y := model.Year{Year: year, Revenue: usd(revenue)}
	if len(more) > 0 {
		y.CostOfSales = usd(more[0])
	}
	if len(more) > 1 {
		y.Wallet = usd(more[1])
	}
	a.Years = append(a.Years, y)
}

func addDeal(a *model.Account, day string, amount float64) {
	a.Transactions = append(a.Transactions, model.Transaction{Key: fmt.Sprint(len(a.Transactions)), Date: iso(day), Amount: usd(amount)})
}

// weighing is the default pack with other weights of an instrument.
func weighing(p *model.Pack, instrument string, weights ...int) *model.Pack {
	for i, f := range model.DefaultPack().Instrument(instrument).Factors {
		changed, err := p.WithFactor(f.Full(), func(f *model.Factor) { f.Weight = weights[i] })
		if err != nil {
			panic(err)
		}
		p = changed
	}
	return p
}

func setting(p *model.Pack, key string, v float64) *model.Pack {
	row, ok := model.SettingRow(key)
	if !ok {
		panic(key)
	}
	changed, err := p.WithSetting(row, v)
	if err != nil {
		panic(err)
	}
	return changed
}

func withPack(p *model.Pack) *model.Programme {
	g := model.NewProgramme()
	g.Pack = p
	return g
}

var statusWords = map[string]model.ValueStatus{
	"hypothesis": model.ValueHypothesis, "agreed": model.ValueAgreed, "in delivery": model.ValueInDelivery,
	"realised": model.ValueRealised, "verified": model.ValueVerified,
}

var levelWords = map[string]model.ValueLevel{
	"product": model.ProductValue, "process": model.ProcessValue, "facilitation": model.FacilitationValue,
}

var linePattern = regexp.MustCompile(`(hypothesis|agreed|in delivery|realised|verified) (product|process|facilitation) (\d+|–) ?(\S*)`)

// valueLines reads lines written as status, level, money and start.
func valueLines(a *model.Account, cell string) {
	for _, m := range linePattern.FindAllStringSubmatch(cell, -1) {
		v := model.ValueLine{ID: model.ValueID(fmt.Sprint("v", len(a.Values))), Status: statusWords[m[1]], Level: levelWords[m[2]], Start: iso(strings.Trim(m[4], ";"))}
		if m[3] != "–" {
			money, _ := strconv.ParseFloat(m[3], 64)
			v.Money = usd(money)
		}
		a.Values = append(a.Values, v)
	}
}

var exchangePattern = regexp.MustCompile(`(realised|verified|in delivery) (\d+) (a year since|once) (\d{4}-\d\d-\d\d)`)

// exchanged reads lines written as status, money, how often and start.
func exchanged(a *model.Account, direction model.ValueDirection, cell string) {
	for _, m := range exchangePattern.FindAllStringSubmatch(cell, -1) {
		money, _ := strconv.ParseFloat(m[2], 64)
		a.Values = append(a.Values, model.ValueLine{
			ID: model.ValueID(fmt.Sprint("v", len(a.Values))), Direction: direction, Status: statusWords[m[1]],
			Money: usd(money), Recurring: m[3] != "once", Start: iso(m[4]),
		})
	}
}

var actionPattern = regexp.MustCompile(`(\d{4}-\d\d-\d\d)(?: now (\d{4}-\d\d-\d\d))? (open|done without a date|done|dropped) ?(\d{4}-\d\d-\d\d)?`)

// actions reads actions written as first promised day, day now and what became of them.
func actions(a *model.Account, cell string) {
	for _, m := range actionPattern.FindAllStringSubmatch(cell, -1) {
		x := model.Action{ID: model.ActionID(fmt.Sprint("x", len(a.Actions))), Text: "x", Due: iso(m[1])}
		if m[2] != "" {
			x.Due = iso(m[2])
		}
		switch m[3] {
		case "done", "done without a date":
			x.Status, x.Done = model.ActionDone, iso(m[4])
		case "dropped":
			x.Status = model.ActionDropped
			droppedOn(&x, iso(m[4]))
		}
		promised(&x, iso(m[1]))
		a.Actions = append(a.Actions, x)
	}
}

// amounts reads names with numbers: "Elm 5, Oak 35".
func amounts(cell string) map[string]float64 {
	out := map[string]float64{}
	for _, m := range regexp.MustCompile(`([A-Z][a-z]+(?: [A-Z][a-z]+)?) ([−-]?\d+)`).FindAllStringSubmatch(cell, -1) {
		out[m[1]] = numberIn(m[2])
	}
	return out
}
