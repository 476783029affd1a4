package mask

import (
	"accord/model"
	"accord/model/score"
	"accord/model/words"
)

// indexTotal is what all revenue of the portfolio becomes when money is an index.
const indexTotal = 1000

// Anonymise is a portfolio in which nobody can be told: accounts, people, units and
// offerings have stand-ins that can be spoken and stay the same, what people wrote
// is hidden, and money is an index, 1,000 for all revenue of the period. Ratings,
// levels, days and what belongs to what are as they were, so that the scores are.
func Anonymise(s *score.Scores) *model.Portfolio {
	m := &mask{scale: indexScale(s), home: s.Portfolio().Programme().Currency, names: map[string]string{}}
	return m.portfolio(s.Portfolio())
}

// indexScale turns money into an index: 1,000 for all revenue of the period, or
// for the largest amount where there is no revenue.
func indexScale(s *score.Scores) float64 {
	if s.Revenue.Known > 0 && s.Revenue.Total > 0 {
		return short(indexTotal / s.Revenue.Total)
	}
	largest := 0.0
	for _, a := range s.Portfolio().Accounts() {
		amounts(a, func(m model.Money) {
			if m.Known() {
				largest = max(largest, model.Abs(m.Major()))
			}
		})
	}
	if largest == 0 {
		return noMoney
	}
	return short(indexTotal / largest)
}

// short is a scale of 24 binary digits: whole amounts times it are exact, so that
// what is made of them does not differ in a last digit from the real thing.
func short(scale float64) float64 { return float64(float32(scale)) }

// noMoney scales amounts that come later into a file that had none: no round
// number, so that none of their digits stay.
const noMoney = 1.0 / 1537

// amounts calls f with every amount of an account.
func amounts(a *model.Account, f func(model.Money)) {
	f(a.Turnover)
	for _, y := range a.Years {
		f(y.Revenue)
		f(y.CostOfSales)
		f(y.CostToServe)
		f(y.Wallet)
	}
	for _, t := range a.Transactions {
		f(t.Amount)
	}
	for _, c := range a.Cells {
		f(c.Current)
		f(c.Potential)
	}
	for _, v := range a.Values {
		f(v.Money)
	}
}

func (m *mask) portfolio(p *model.Portfolio) *model.Portfolio {
	g, list := m.programme(p.Programme(), nil), make([]*model.Account, len(p.Accounts()))
	for i, a := range p.Accounts() {
		list[i] = m.account(a)
	}
	return model.Assemble(g, list).StandsFor(p.Accounts())
}

// programme names every member, so that one added later is hidden until somebody
// says otherwise. pack is the hidden pack when it is known already.
func (m *mask) programme(g *model.Programme, pack *model.Pack) *model.Programme {
	out := &model.Programme{
		Title:      words.T("mask.anonymous-programme"),
		Currency:   model.Index,
		YearStarts: g.YearStarts,
		Year:       g.Year,
		LastTwelve: g.LastTwelve,
		Pack:       pack,
		MedianCut:  g.MedianCut,
		Cut:        g.Cut,
		Rates:      g.Rates,
		Readiness:  answersOnly(g.Readiness),
		Workshop:   m.workshop(g.Workshop),
		Ballots:    m.ballots(g.Ballots),
	}
	if pack == nil && g.Pack != nil {
		out.Pack = m.pack(g.Pack)
	}
	for _, o := range g.Offerings { // a list price is known outside: it would tell the scale
		out.Offerings = append(
			out.Offerings,
			model.Offering{Name: m.name(o.Name, words.T("mask.offering")), Line: m.name(o.Line, words.T("mask.line"))},
		)
	}
	for _, t := range g.Team {
		out.Team = append(
			out.Team,
			model.Member{ID: t.ID, Name: m.somebody(t.Name), Function: t.Function, Competency: answersOnly(t.Competency)},
		)
	}
	return out.WithGrain(m.scale * m.home.Smallest())
}
