package modeltest

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"accord/model"
)

// RandomPortfolio has unknowns everywhere, zero weights, ties in value, negative
// contributions, open years, other currencies with and without rates, years that
// begin in any month, cycles of superiors, seats without persons, persons without
// seats, members who left, and days in the future. Most are small.
func RandomPortfolio(t *testing.T, r *rand.Rand) *model.Portfolio {
	t.Helper()
	g := model.NewProgramme()
	if r.IntN(4) == 0 {
		g.YearStarts = []time.Month{4, 7, 10}[r.IntN(3)]
	}
	if r.IntN(2) == 0 {
		g.Rates = []model.Rate{{Currency: "EUR", Year: 2023 + r.IntN(4), Value: 1 + r.Float64()}}
	}
	g.LastTwelve = r.IntN(4) == 0
	if r.IntN(8) == 0 {
		g.Year = 2022 + r.IntN(6)
	}
	if r.IntN(3) == 0 {
		g.Pack = randomWeights(t, r)
	}
	for i := range r.IntN(4) {
		g.Team = append(
			g.Team,
			model.Member{
				ID:       model.MemberID(fmt.Sprint("m", i)),
				Name:     fmt.Sprint("Member ", i),
				Function: model.Function(r.IntN(int(model.OtherFunction) + 1)),
			},
		)
	}
	switch r.IntN(6) {
	case 0:
		g.MedianCut = true
	case 1:
		g.Year = 2022 + r.IntN(6)
	}
	n := r.IntN(6)
	if r.IntN(16) == 0 {
		n = r.IntN(41)
	}
	var accounts []*model.Account
	trade := r.IntN(3)
	for i := range n {
		a := randomAccount(r, i)
		if trade > 0 {
			randomTrade(r, a, trade)
		}
		if r.IntN(4) == 0 { // groups; now and then a ring of them, or a parent who is not there
			a.Parent = model.AccountID(fmt.Sprintf("a%03d", r.IntN(n+1)))
		}
		accounts = append(accounts, a)
	}
	return Under(t, g, accounts...)
}

// randomTrade gives an account deals by the month: with trade 2 in place of most of what
// was typed, and for some accounts only up to a year, or to the last days of one.
func randomTrade(r *rand.Rand, a *model.Account, trade int) {
	if trade == 2 && r.IntN(4) > 0 {
		for i := range a.Years {
			a.Years[i].Revenue = model.Money{}
		}
	}
	first, last := Today.AddDays(-1400+r.IntN(900)), Today.AddDays(40)
	if r.IntN(3) == 0 {
		last = first.AddDays(100 + r.IntN(700))
	}
	for k := range r.IntN(9) {
		day := first.AddDays(r.IntN(max(1, last.DaysSince(first))))
		a.Transactions = append(
			a.Transactions,
			model.Transaction{Key: fmt.Sprint("d", k), Date: day, Amount: randomMoney(r, 90, false)},
		)
	}
	if n := len(a.Transactions); n > 0 && r.IntN(6) == 0 { // a credit note
		a.Transactions[n-1].Amount.Minor *= -1
	}
}

func randomWeights(t *testing.T, r *rand.Rand) *model.Pack {
	t.Helper()
	p := model.DefaultPack()
	for range 8 {
		in := &model.DefaultPack().Instruments[r.IntN(len(model.DefaultPack().Instruments))]
		weight := []int{0, 0, 1, 7}[r.IntN(4)]
		all := r.IntN(8) == 0
		for i := range in.Factors {
			if all || r.IntN(3) == 0 {
				changed, err := p.WithFactor(in.Factors[i].Full(), func(f *model.Factor) { f.Weight = weight })
				if err != nil {
					t.Fatal(err)
				}
				p = changed
			}
		}
	}
	return p
}

func randomAccount(r *rand.Rand, i int) *model.Account {
	a := &model.Account{
		ID:          model.AccountID(fmt.Sprintf("a%03d", i)),
		Name:        fmt.Sprintf("N%03d", r.IntN(1000)*41+i),
		Ratings:     map[model.FactorKey]model.Rating{},
		Tier:        model.Tier(r.IntN(5)),
		StageTarget: model.Stage(r.IntN(6)),
		Archived:    r.IntN(10) == 0,
	}
	for _, in := range model.DefaultPack().Instruments {
		rated := 1 + r.IntN(4) // instruments that are nearly complete, and some that are not
		for _, f := range in.Factors {
			rating := model.Rating{}
			if r.IntN(5) < rated {
				rating.Ours = model.LevelOf(in.Min + r.IntN(in.Max-in.Min+1))
			}
			if r.IntN(4) == 0 {
				rating.Verified = model.LevelOf(in.Min + r.IntN(in.Max-in.Min+1))
			}
			a.Ratings[f.Full()] = rating
		}
	}
	typed := 1 + r.IntN(3)
	for year := 2022; year <= 2026; year++ {
		if r.IntN(3) < typed-1 || r.IntN(6) == 0 {
			a.Years = append(a.Years, randomYear(r, year))
		}
	}
	for k := range r.IntN(4) {
		a.Transactions = append(
			a.Transactions,
			model.Transaction{
				Key:    fmt.Sprint(k),
				Date:   model.NewDate(2023+r.IntN(5), 1, 1+r.IntN(365)),
				Amount: randomMoney(r, 50, false),
				Source: []string{"", "", "crm"}[r.IntN(3)],
			},
		)
	}
	randomPeople(r, a)
	randomPlan(r, a)
	return a
}

func randomYear(r *rand.Rand, year int) model.Year {
	y := model.Year{
		Year:        year,
		Revenue:     randomMoney(r, 60, true),
		CostOfSales: randomMoney(r, 70, true),
		CostToServe: randomMoney(r, 20, true),
		Wallet:      randomMoney(r, 200, true),
	}
	if r.IntN(8) == 0 {
		y.Through = model.NewDate(year, 6, 30)
	}
	if r.IntN(4) == 0 {
		y.CapacityShare = model.Some(float64(r.IntN(40)) / 100)
	}
	if r.IntN(12) == 0 {
		y.Kind = model.Budget
	}
	return y
}

func randomMoney(r *rand.Rand, most int, maybe bool) model.Money {
	switch {
	case maybe && r.IntN(4) == 0:
		return model.Money{}
	case r.IntN(12) == 0:
		return model.NewMoney(float64(r.IntN(most)), "EUR")
	}
	return model.NewMoney(float64(r.IntN(most)), "USD")
}

// randomDay is unknown, past or future.
func randomDay(r *rand.Rand) model.Date {
	if r.IntN(4) == 0 {
		return model.Date{}
	}
	return Today.AddDays(r.IntN(500) - 400)
}

func randomPeople(r *rand.Rand, a *model.Account) {
	n := r.IntN(7)
	for i := range n {
		s := model.Seat{
			ID:        model.SeatID(fmt.Sprint("s", i)),
			Title:     fmt.Sprint("Seat ", i),
			Function:  model.Function(r.IntN(int(model.OtherFunction) + 1)),
			Influence: model.Influence(r.IntN(4)),
			Role:      model.BuyingRole(r.IntN(8)),
			ReportsTo: model.SeatID(fmt.Sprint("s", r.IntN(8))),
		}
		switch r.IntN(6) {
		case 0:
		case 1:
			s.Vacant = true
		default:
			s.Person = model.PersonID(fmt.Sprint("p", i))
		}
		a.Seats = append(a.Seats, s)
	}
	for i := range n + 1 {
		p := model.Person{
			ID:       model.PersonID(fmt.Sprint("p", i)),
			Name:     fmt.Sprint("Person ", i),
			Coverage: model.Coverage(r.IntN(5)),
		}
		if r.IntN(3) > 0 {
			p.Support = model.Some(r.IntN(5) - 2)
		}
		a.Persons = append(a.Persons, p)
		for m := range 4 {
			if r.IntN(4) == 0 {
				a.Ties = append(
					a.Ties,
					model.Tie{
						ID:          model.TieID(fmt.Sprint("t", i, m)),
						Ours:        model.MemberID(fmt.Sprint("m", m)),
						Theirs:      p.ID,
						Level:       model.TieLevel(r.IntN(5)),
						Target:      model.TieLevel(r.IntN(5)),
						LastContact: randomDay(r),
						Cadence:     []int{0, 0, 30, 120}[r.IntN(4)],
					},
				)
			}
		}
		if r.IntN(2) == 0 {
			a.Edges = append(
				a.Edges,
				model.Edge{
					ID:   model.EdgeID(fmt.Sprint("e", i)),
					Kind: model.EdgeKind(1 + r.IntN(3)),
					From: p.ID,
					To:   model.PersonID(fmt.Sprint("p", r.IntN(n+1))),
				},
			)
		}
	}
}

func randomPlan(r *rand.Rand, a *model.Account) {
	word := func() string { return []string{"", " ", "word", "Member 1", "Person 2", "member 2"}[r.IntN(6)] }
	a.Charter, a.Sponsor = word(), model.MemberID(fmt.Sprint("m", r.IntN(5)))
	for i := range r.IntN(6) {
		a.Insights = append(a.Insights, model.Insight{ID: model.InsightID(fmt.Sprint("i", i)), Kind: model.InsightKind(r.IntN(7)), Text: "x", Confirmed: r.IntN(2) == 0, Date: randomDay(r)})
	}
	for i := range r.IntN(6) {
		v := model.ValueLine{ID: model.ValueID(fmt.Sprint("v", i)), Direction: model.ValueDirection(r.IntN(2)), Level: model.ValueLevel(r.IntN(4)), Status: model.ValueStatus(r.IntN(5)), Money: randomMoney(r, 40, true), Recurring: r.IntN(2) == 0, Start: randomDay(r), End: randomDay(r)}
		if v.Money.Known() && r.IntN(9) == 0 {
			v.Money.Minor = -v.Money.Minor
		}
		a.Values = append(a.Values, v)
	}
	points := 4 * r.IntN(2)
	for i := range points + r.IntN(2) {
		a.Points = append(a.Points, model.Point{ID: model.PointID(fmt.Sprint("w", i)), Kind: model.PointKind(i % 4), Text: "x"})
	}
	for i := range r.IntN(3) {
		a.Objectives = append(a.Objectives, model.Objective{ID: model.ObjectiveID(fmt.Sprint("o", i)), Text: "x", Goal: word(), Measure: word(), Target: word(), Due: randomDay(r), Status: model.ObjectiveStatus(r.IntN(3)), Cites: model.PointID(fmt.Sprint("w", r.IntN(6)))})
	}
	for i := range r.IntN(5) {
		x := model.Action{ID: model.ActionID(fmt.Sprint("x", i)), Text: "x", Owner: word(), Due: randomDay(r), Status: model.ActionStatus(r.IntN(4)), Done: randomDay(r), Created: randomDay(r), Objective: model.ObjectiveID(fmt.Sprint("o", r.IntN(3)))}
		if r.IntN(4) == 0 {
			x.First, x.Postponed = randomDay(r), 1
		}
		if x.Status == model.ActionDropped {
			x.Dropped = randomDay(r)
		}
		a.Actions = append(a.Actions, x)
	}
	for i := range r.IntN(2) {
		a.Risks = append(a.Risks, model.Risk{ID: model.RiskID(fmt.Sprint("r", i)), Text: "x", Owner: word()})
	}
	for i := range r.IntN(3) {
		a.Reviews = append(a.Reviews, model.Review{ID: model.ReviewID(fmt.Sprint("q", i)), Text: "x", Date: randomDay(r), Held: r.IntN(2) == 0})
	}
}

// RandomCircle is an account of up to a dozen people in a random net.
func RandomCircle(r *rand.Rand) (*model.Account, *model.Programme) {
	g := model.NewProgramme()
	for i := range 3 {
		g.Team = append(
			g.Team,
			model.Member{ID: model.MemberID(fmt.Sprint("m", i)), Name: fmt.Sprint("M", i), Function: model.Function(1 + i)},
		)
	}
	a := &model.Account{ID: "a", Name: "A"}
	for range 2 + r.IntN(2) {
		randomPeople(r, a)
		if len(a.Seats) > 0 {
			break
		}
		a.Persons, a.Ties, a.Edges = nil, nil, nil
	}
	for range r.IntN(12) {
		if n := len(a.Persons); n > 1 {
			a.Edges = append(
				a.Edges,
				model.Edge{
					ID:   model.EdgeID(fmt.Sprint("x", len(a.Edges))),
					Kind: model.EdgeKind(1 + r.IntN(3)),
					From: a.Persons[r.IntN(n)].ID,
					To:   a.Persons[r.IntN(n)].ID,
				},
			)
		}
	}
	return a, g
}
