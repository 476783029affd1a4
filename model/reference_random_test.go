package model

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"
)

// randomPortfolio has unknowns everywhere, zero weights, ties in value, negative
// contributions, open years, other currencies with and without rates, years that
// begin in any month, cycles of superiors, seats without persons, persons without
// seats, members who left, and days in the future. Most are small.
func randomPortfolio(t *testing.T, r *rand.Rand) *Portfolio {
	t.Helper()
	g := NewProgramme()
	if r.IntN(4) == 0 {
		g.YearStarts = []time.Month{4, 7, 10}[r.IntN(3)]
	}
	if r.IntN(2) == 0 {
		g.Rates = []Rate{{Currency: "EUR", Year: 2023 + r.IntN(4), Value: 1 + r.Float64()}}
	}
	if r.IntN(3) == 0 {
		g.Pack = randomWeights(t, r)
	}
	for i := range r.IntN(4) {
		g.Team = append(g.Team, Member{ID: MemberID(fmt.Sprint("m", i)), Name: fmt.Sprint("Member ", i), Function: Function(r.IntN(int(OtherFunction) + 1))})
	}
	n := r.IntN(6)
	if r.IntN(16) == 0 {
		n = r.IntN(41)
	}
	var accounts []*Account
	for i := range n {
		accounts = append(accounts, randomAccount(r, i))
	}
	return under(t, g, accounts...)
}

func randomWeights(t *testing.T, r *rand.Rand) *Pack {
	t.Helper()
	g := NewProgramme()
	rec := &record{programme: g}
	for range 8 {
		in := &DefaultPack().Instruments[r.IntN(len(DefaultPack().Instruments))]
		weight := []int{0, 0, 1, 7}[r.IntN(4)]
		all := r.IntN(8) == 0
		for i := range in.Factors {
			if all || r.IntN(3) == 0 {
				if err := rec.editFactor(in.Factors[i].Full(), func(f *Factor) { f.Weight = weight }); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	return g.Pack
}

func randomAccount(r *rand.Rand, i int) *Account {
	a := &Account{ID: AccountID(fmt.Sprintf("a%03d", i)), Name: fmt.Sprintf("N%03d", r.IntN(1000)*41+i), Ratings: map[FactorKey]Rating{}, Tier: Tier(r.IntN(5)), StageTarget: Stage(r.IntN(6))}
	for _, in := range DefaultPack().Instruments {
		rated := 1 + r.IntN(4) // instruments that are nearly complete, and some that are not
		for _, f := range in.Factors {
			rating := Rating{}
			if r.IntN(5) < rated {
				rating.Ours = LevelOf(in.Min + r.IntN(in.Max-in.Min+1))
			}
			if r.IntN(4) == 0 {
				rating.Verified = LevelOf(in.Min + r.IntN(in.Max-in.Min+1))
			}
			a.Ratings[f.Full()] = rating
		}
	}
	for year := 2022; year <= 2026; year++ {
		if r.IntN(3) > 0 {
			a.Years = append(a.Years, randomYear(r, year))
		}
	}
	for k := range r.IntN(4) {
		a.Transactions = append(a.Transactions, Transaction{Key: fmt.Sprint(k), Date: NewDate(2023+r.IntN(5), 1, 1+r.IntN(365)), Amount: randomMoney(r, 50, false)})
	}
	randomPeople(r, a)
	randomPlan(r, a)
	return a
}

func randomYear(r *rand.Rand, year int) Year {
	y := Year{Year: year, Revenue: randomMoney(r, 60, true), CostOfSales: randomMoney(r, 70, true), CostToServe: randomMoney(r, 20, true), Wallet: randomMoney(r, 200, true)}
	if r.IntN(8) == 0 {
		y.Through = NewDate(year, 6, 30)
	}
	return y
}

func randomMoney(r *rand.Rand, most int, maybe bool) Money {
	switch {
	case maybe && r.IntN(4) == 0:
		return Money{}
	case r.IntN(12) == 0:
		return NewMoney(float64(r.IntN(most)), "EUR")
	}
	return NewMoney(float64(r.IntN(most)), "USD")
}

// randomDay is unknown, past or future.
func randomDay(r *rand.Rand) Date {
	if r.IntN(4) == 0 {
		return Date{}
	}
	return testToday.AddDays(r.IntN(500) - 400)
}

func randomPeople(r *rand.Rand, a *Account) {
	n := r.IntN(7)
	for i := range n {
		s := Seat{ID: SeatID(fmt.Sprint("s", i)), Title: fmt.Sprint("Seat ", i), Function: Function(r.IntN(int(OtherFunction) + 1)), Influence: Influence(r.IntN(4)), Role: BuyingRole(r.IntN(8)), ReportsTo: SeatID(fmt.Sprint("s", r.IntN(8)))}
		switch r.IntN(6) {
		case 0:
		case 1:
			s.Vacant = true
		default:
			s.Person = PersonID(fmt.Sprint("p", i))
		}
		a.Seats = append(a.Seats, s)
	}
	for i := range n + 1 {
		p := Person{ID: PersonID(fmt.Sprint("p", i)), Name: fmt.Sprint("Person ", i), Coverage: Coverage(r.IntN(5))}
		if r.IntN(3) > 0 {
			p.Support = Some(r.IntN(5) - 2)
		}
		a.Persons = append(a.Persons, p)
		for m := range 4 {
			if r.IntN(4) == 0 {
				a.Ties = append(a.Ties, Tie{ID: TieID(fmt.Sprint("t", i, m)), Ours: MemberID(fmt.Sprint("m", m)), Theirs: p.ID, Level: TieLevel(r.IntN(5)), Target: TieLevel(r.IntN(5)), LastContact: randomDay(r), Cadence: []int{0, 0, 30, 120}[r.IntN(4)]})
			}
		}
		if r.IntN(2) == 0 {
			a.Edges = append(a.Edges, Edge{ID: EdgeID(fmt.Sprint("e", i)), Kind: EdgeKind(1 + r.IntN(3)), From: p.ID, To: PersonID(fmt.Sprint("p", r.IntN(n+1)))})
		}
	}
}

func randomPlan(r *rand.Rand, a *Account) {
	word := func() string { return []string{"", " ", "word", "Member 1", "Person 2", "member 2"}[r.IntN(6)] }
	a.Charter, a.Sponsor = word(), MemberID(fmt.Sprint("m", r.IntN(5)))
	for i := range r.IntN(6) {
		a.Insights = append(a.Insights, Insight{ID: InsightID(fmt.Sprint("i", i)), Kind: InsightKind(r.IntN(7)), Text: "x", Confirmed: r.IntN(2) == 0, Date: randomDay(r)})
	}
	for i := range r.IntN(6) {
		v := ValueLine{ID: ValueID(fmt.Sprint("v", i)), Direction: ValueDirection(r.IntN(2)), Level: ValueLevel(r.IntN(4)), Status: ValueStatus(r.IntN(5)), Money: randomMoney(r, 40, true), Recurring: r.IntN(2) == 0, Start: randomDay(r), End: randomDay(r)}
		if v.Money.Known() && r.IntN(9) == 0 {
			v.Money.Minor = -v.Money.Minor
		}
		a.Values = append(a.Values, v)
	}
	points := 4 * r.IntN(2)
	for i := range points + r.IntN(2) {
		a.Points = append(a.Points, Point{ID: PointID(fmt.Sprint("w", i)), Kind: PointKind(i % 4), Text: "x"})
	}
	for i := range r.IntN(3) {
		a.Objectives = append(a.Objectives, Objective{ID: ObjectiveID(fmt.Sprint("o", i)), Text: "x", Goal: word(), Measure: word(), Target: word(), Due: randomDay(r), Status: ObjectiveStatus(r.IntN(3)), Cites: PointID(fmt.Sprint("w", r.IntN(6)))})
	}
	for i := range r.IntN(5) {
		a.Actions = append(a.Actions, Action{ID: ActionID(fmt.Sprint("x", i)), Text: "x", Owner: word(), Due: randomDay(r), Status: ActionStatus(r.IntN(4)), Done: randomDay(r), Created: randomDay(r), Objective: ObjectiveID(fmt.Sprint("o", r.IntN(3)))})
	}
	for i := range r.IntN(2) {
		a.Risks = append(a.Risks, Risk{ID: RiskID(fmt.Sprint("r", i)), Text: "x", Owner: word()})
	}
	for i := range r.IntN(3) {
		a.Reviews = append(a.Reviews, Review{ID: ReviewID(fmt.Sprint("q", i)), Text: "x", Date: randomDay(r), Held: r.IntN(2) == 0})
	}
}
