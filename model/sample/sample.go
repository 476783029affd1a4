package sample

import (
	"fmt"

	"accord/model"
)

// Portfolio makes the sample as of today: dates are told from today, so that it
// never grows old. It is the same for the same day.
func Portfolio(today model.Date) (*model.Portfolio, error) {
	g := model.NewProgramme()
	g.Title, g.Currency, g.Team = "Accordia programme (sample)", currency, team
	var out []*model.Account
	ids := map[string]model.AccountID{}
	for _, list := range [][]account{partners, exposed, leverage, transact, candidates} {
		for i := range list {
			ids[list[i].name] = id[model.AccountID]("account", list[i].name)
		}
	}
	for _, list := range [][]account{partners, exposed, leverage, transact, candidates} {
		for i := range list {
			a, err := list[i].build(today, g.MethodPack(), ids)
			if err != nil {
				return nil, err
			}
			out = append(out, a)
		}
	}
	return model.NewPortfolio(g, out)
}

func (s *account) build(today model.Date, pack *model.Pack, ids map[string]model.AccountID) (*model.Account, error) {
	a := &model.Account{
		ID:      ids[s.name],
		Name:    s.name,
		Segment: s.segment,
		Country: s.country,
		Owner:   s.owner,
		Tier:    s.tier,
		Notes:   s.notes,
		Tags:    s.tags,
		Kind:    "customer",
		Created: today.AddDays(-400),
		Manager: memberNamed(s.owner),
	}
	if s.parent != "" {
		a.Parent = ids[s.parent]
	}
	if err := s.rate(a, pack, today); err != nil {
		return nil, err
	}
	last := int(today.Year) - 1
	for i, y := range s.years {
		a.Years = append(a.Years, y.figures(last-len(s.years)+1+i))
	}
	for i := range s.people {
		if err := s.people[i].seat(a, s.name, today); err != nil {
			return nil, fmt.Errorf("%s: %w", s.name, err)
		}
	}
	s.plan(a, today)
	s.rest(a, pack, today)
	return a, nil
}

// rate turns the digits into ratings.
func (s *account) rate(a *model.Account, pack *model.Pack, today model.Date) error {
	a.Ratings = map[model.FactorKey]model.Rating{}
	for key, digits := range map[string]string{"importance": s.importance, "position": s.position, "receptivity": s.receptivity} {
		in := pack.Instrument(key)
		if digits == "" {
			continue
		}
		if in == nil || len(digits) != len(in.Factors) {
			return fmt.Errorf("sample: %s has %d digits for %s", s.name, len(digits), key)
		}
		for i := range in.Factors {
			if d := digits[i]; d != '-' {
				a.Ratings[in.Factors[i].Full()] = model.Rating{Ours: model.LevelOf(int(d - '0')), Date: today.AddDays(-30 - 7*i)}
			}
		}
		note(a, in, 0, s.why[map[string]int{"importance": 0, "position": 1}[key]], key != "receptivity")
	}
	for _, pair := range fields(s.verified) {
		key, n := pair[:len(pair)-2], int(pair[len(pair)-1]-'0')
		r := a.Ratings[model.FactorKey(key)]
		r.Verified, r.Source, r.Date = model.LevelOf(n), "review meeting", today.AddDays(-20)
		a.Ratings[model.FactorKey(key)] = r
	}
	return nil
}

func note(a *model.Account, in *model.Instrument, factor int, text string, wanted bool) {
	if text == "" || !wanted {
		return
	}
	k := in.Factors[factor].Full()
	r := a.Ratings[k]
	r.Note = text
	a.Ratings[k] = r
}

func (y year) figures(of int) model.Year {
	out := model.Year{Year: of}
	for _, f := range []struct {
		n  int
		at *model.Money
	}{{y.revenue, &out.Revenue}, {y.sales, &out.CostOfSales}, {y.serve, &out.CostToServe}, {y.wallet, &out.Wallet}} {
		if f.n >= 0 {
			*f.at = model.NewMoney(float64(f.n)*1000, currency)
		}
	}
	return out
}
