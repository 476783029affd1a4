package model

import "strings"

// hidden stands where people wrote something of their own.
const hidden = "…"

// indexTotal is what all revenue of the portfolio becomes when money is an index.
const indexTotal = 1000

// Anonymise is a portfolio in which nobody can be told: accounts, people, units and
// offerings have stand-ins that can be spoken and stay the same, what people wrote
// is hidden, and money is an index, 1,000 for all revenue of the period. Ratings,
// levels, days and what belongs to what are as they were, so that the scores are.
func Anonymise(s *Scores) *Portfolio {
	m := &mask{scale: 1, names: map[string]string{}, raters: map[string]string{}}
	if s.Revenue.Known > 0 && s.Revenue.Total > 0 {
		m.scale = indexTotal / s.Revenue.Total
	}
	g := *s.portfolio.programme
	g.Title = "Anonymous programme"
	g.Team = nil
	m.meeting(&g)
	for _, t := range s.portfolio.programme.Team {
		g.Team = append(g.Team, Member{ID: t.ID, Name: m.name("our "+string(t.ID), ""), Function: t.Function, Competency: answersOnly(t.Competency)})
	}
	g.Readiness = answersOnly(g.Readiness)
	accounts := make([]*Account, len(s.portfolio.accounts))
	for i, a := range s.portfolio.accounts {
		accounts[i] = m.account(a)
	}
	p := &Portfolio{accounts: accounts, programme: &g}
	p.reindex()
	return p
}

// mask hands out stand-ins.
type mask struct {
	scale  float64
	raters map[string]string
	names  map[string]string
}

// name is the stand-in for a name, the same each time; "" stays "". before
// describes what it is, such as Unit.
func (m *mask) name(real, before string) string {
	if strings.TrimSpace(real) == "" {
		return ""
	}
	key := before + "\x00" + real
	if m.names[key] == "" {
		m.names[key] = strings.TrimSpace(before + " " + spoken(len(m.names)))
	}
	return m.names[key]
}

// spoken is the n-th word of two syllables and more that can be said aloud.
func spoken(n int) string {
	const consonants, vowels = "bdfgklmnprstvz", "aeiou"
	syllable := func(k int) string {
		return string(consonants[k%len(consonants)]) + string(vowels[k/len(consonants)%len(vowels)])
	}
	const all = len(consonants) * len(vowels)
	word := syllable(n*37%all) + syllable((n/all*11+n)%all) + syllable((n/all)%all)
	return strings.ToUpper(word[:1]) + word[1:]
}

func (m *mask) text(s string) string {
	if strings.TrimSpace(s) == "" {
		return ""
	}
	return hidden
}

// money is an amount as an index, to the hundredth.
func (m *mask) money(v Money) Money {
	if !v.Known() {
		return v
	}
	return NewMoney(roundHalfAway(v.Major()*m.scale, 2), v.Currency)
}

// answersOnly are answers without the words beside them.
func answersOnly(all map[FactorKey]Rating) map[FactorKey]Rating {
	if all == nil {
		return nil
	}
	out := make(map[FactorKey]Rating, len(all))
	for k, r := range all {
		r.Note, r.Source = "", ""
		out[k] = r
	}
	return out
}

func (m *mask) account(a *Account) *Account {
	b := &Account{ID: a.ID, Name: m.name(string(a.ID), "Account"), Parent: a.Parent, Owner: m.name(a.Owner, ""), Manager: a.Manager, Sponsor: a.Sponsor, Tier: a.Tier, Archived: a.Archived, Created: a.Created,
		Segment: m.name(a.Segment, "Segment"), Ratings: answersOnly(a.Ratings), StageTarget: a.StageTarget, Turnover: m.money(a.Turnover),
		Charter: m.text(a.Charter), Competitors: m.text(a.Competitors), Focus: m.text(a.Focus)}
	for _, y := range a.Years {
		y.Revenue, y.CostOfSales, y.CostToServe, y.Wallet = m.money(y.Revenue), m.money(y.CostOfSales), m.money(y.CostToServe), m.money(y.Wallet)
		b.Years = append(b.Years, y)
	}
	for _, t := range a.Transactions {
		b.Transactions = append(b.Transactions, Transaction{Date: t.Date, Offering: m.name(t.Offering, "Offering"), Amount: m.money(t.Amount)})
	}
	for _, c := range a.Cells {
		c.Unit, c.Offering, c.Competitor = m.name(c.Unit, "Unit"), m.name(c.Offering, "Offering"), m.name(c.Competitor, "Rival")
		c.Current, c.Potential = m.money(c.Current), m.money(c.Potential)
		b.Cells = append(b.Cells, c)
	}
	m.people(b, a)
	m.plan(b, a)
	return b
}

func (m *mask) people(b, a *Account) {
	for _, s := range a.Seats {
		s.Title, s.Unit = seatWords(s.Function), m.name(s.Unit, "Unit")
		b.Seats = append(b.Seats, s)
	}
	for _, p := range a.Persons {
		b.Persons = append(b.Persons, Person{ID: p.ID, Name: m.name(string(a.ID)+string(p.ID), ""), Since: p.Since, Support: p.Support, Coverage: p.Coverage, Adaptability: p.Adaptability, Orientation: p.Orientation,
			Confirmed: p.Confirmed, LastActivity: p.LastActivity})
	}
	b.Ties, b.Edges = a.Ties, a.Edges
}

// seatWords is what a seat is called when its title must not be told.
func seatWords(f Function) string {
	if w := f.String(); w != "" {
		return "seat in " + w
	}
	return "seat"
}

func (m *mask) plan(b, a *Account) {
	for _, o := range a.Objectives {
		o.Text, o.Goal, o.Measure, o.Baseline, o.Target, o.Owner = m.text(o.Text), m.text(o.Goal), m.text(o.Measure), m.text(o.Baseline), m.text(o.Target), m.name(o.Owner, "")
		b.Objectives = append(b.Objectives, o)
	}
	for _, x := range a.Actions {
		x.Text, x.Owner = m.text(x.Text), m.name(x.Owner, "")
		b.Actions = append(b.Actions, x)
	}
	for _, n := range a.Insights {
		n.Text, n.Whose, n.ToldBy = m.text(n.Text), m.name(n.Whose, ""), m.name(n.ToldBy, "")
		b.Insights = append(b.Insights, n)
	}
	for _, v := range a.Values {
		b.Values = append(b.Values, ValueLine{ID: v.ID, Text: m.text(v.Text), Direction: v.Direction, Level: v.Level, Type: v.Type, Metric: m.text(v.Metric), Baseline: m.text(v.Baseline), Target: m.text(v.Target), Actual: m.text(v.Actual),
			Money: m.money(v.Money), Recurring: v.Recurring, Start: v.Start, End: v.End, Evidence: m.text(v.Evidence), Owner: m.name(v.Owner, ""), TheirOwner: m.name(v.TheirOwner, ""), Alternative: m.text(v.Alternative), Status: v.Status})
	}
	for _, p := range a.Points {
		p.Text = m.text(p.Text)
		b.Points = append(b.Points, p)
	}
	for _, r := range a.Risks {
		r.Text, r.Owner, r.Response = m.text(r.Text), m.name(r.Owner, ""), m.text(r.Response)
		b.Risks = append(b.Risks, r)
	}
	for _, r := range a.Reviews {
		r.Text, r.Decisions = m.text(r.Text), m.text(r.Decisions)
		b.Reviews = append(b.Reviews, r)
	}
}
