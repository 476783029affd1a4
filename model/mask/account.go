package mask

import (
	"strconv"
	"strings"

	"accord/model"
	"accord/model/words"
)

// answersOnly are answers without the words beside them.
func answersOnly(all map[model.FactorKey]model.Rating) map[model.FactorKey]model.Rating {
	if all == nil {
		return nil
	}
	out := make(map[model.FactorKey]model.Rating, len(all))
	for k, r := range all {
		r.Note, r.Source = "", ""
		out[k] = r
	}
	return out
}

func (m *mask) account(a *model.Account) *model.Account {
	b := &model.Account{ID: a.ID, Name: m.name(string(a.ID), m.before(words.T("mask.account"))), Parent: a.Parent, Owner: m.somebody(strings.TrimSpace(a.Owner)), Manager: a.Manager, Sponsor: a.Sponsor, Tier: a.Tier, Archived: a.Archived, Created: a.Created,
		Segment: m.name(a.Segment, words.T("mask.segment")), Ratings: answersOnly(a.Ratings), StageTarget: a.StageTarget, Turnover: m.money(a.Turnover), Retention: a.Retention,
		Charter: m.text(a.Charter), Competitors: m.text(a.Competitors), Focus: m.text(a.Focus)}
	for _, y := range a.Years {
		y.Revenue, y.CostOfSales, y.CostToServe, y.Wallet = m.money(y.Revenue), m.money(y.CostOfSales), m.money(y.CostToServe), m.money(y.Wallet)
		b.Years = append(b.Years, y)
	}
	for _, t := range a.Transactions {
		b.Transactions = append(b.Transactions, model.Transaction{Key: "t" + strconv.Itoa(len(b.Transactions)), Date: t.Date, Offering: m.name(t.Offering, words.T("mask.offering")), Source: m.name(t.Source, words.T("mask.source")), Amount: m.money(t.Amount)})
	}
	for _, c := range a.Cells {
		c.Unit, c.Offering, c.Competitor = m.name(c.Unit, words.T("mask.unit")), m.name(c.Offering, words.T("mask.offering")), m.name(c.Competitor, words.T("mask.rival"))
		c.Current, c.Potential = m.money(c.Current), m.money(c.Potential)
		b.Cells = append(b.Cells, c)
	}
	m.people(b, a)
	m.plan(b, a)
	return b
}

func (m *mask) people(b, a *model.Account) {
	for _, s := range a.Seats {
		s.Title, s.Unit = seatWords(s.Function), m.name(s.Unit, words.T("mask.unit"))
		b.Seats = append(b.Seats, s)
	}
	for _, p := range a.Persons {
		b.Persons = append(
			b.Persons,
			model.Person{
				ID:           p.ID,
				Name:         m.somebody(p.Name),
				Since:        p.Since,
				Support:      p.Support,
				Coverage:     p.Coverage,
				Adaptability: p.Adaptability,
				Orientation:  p.Orientation,
				Confirmed:    p.Confirmed,
				LastActivity: p.LastActivity,
			},
		)
	}
	b.Ties, b.Edges = a.Ties, a.Edges
}

// seatWords is what a seat is called when its title must not be told.
func seatWords(f model.Function) string {
	if w := f.String(); w != "" {
		return words.T("mask.seat-in", w)
	}
	return words.T("mask.seat")
}

func (m *mask) plan(b, a *model.Account) {
	for _, o := range a.Objectives {
		o.Text, o.Goal, o.Measure, o.Baseline, o.Target, o.Current = m.text(o.Text), m.text(o.Goal), m.text(o.Measure), m.text(o.Baseline), m.text(o.Target), m.text(o.Current)
		o.Owner = m.somebody(strings.TrimSpace(o.Owner))
		b.Objectives = append(b.Objectives, o)
	}
	for _, x := range a.Actions {
		x.Text, x.Owner = m.text(x.Text), m.somebody(strings.TrimSpace(x.Owner))
		b.Actions = append(b.Actions, x)
	}
	for _, n := range a.Insights {
		n.Text, n.Whose, n.ToldBy = m.text(n.Text), m.somebody(strings.TrimSpace(n.Whose)), m.somebody(strings.TrimSpace(n.ToldBy))
		b.Insights = append(b.Insights, n)
	}
	for _, v := range a.Values {
		b.Values = append(b.Values, model.ValueLine{ID: v.ID, Text: m.text(v.Text), Direction: v.Direction, Level: v.Level, Type: v.Type, Metric: m.text(v.Metric), Baseline: m.text(v.Baseline), Target: m.text(v.Target), Actual: m.text(v.Actual),
			Money: m.money(v.Money), Recurring: v.Recurring, Start: v.Start, End: v.End, Evidence: m.text(v.Evidence), Owner: m.somebody(strings.TrimSpace(v.Owner)), TheirOwner: m.somebody(strings.TrimSpace(v.TheirOwner)), Alternative: m.text(v.Alternative), Status: v.Status, Shared: v.Shared})
	}
	for _, p := range a.Points {
		p.Text = m.text(p.Text)
		b.Points = append(b.Points, p)
	}
	for _, r := range a.Risks {
		r.Text, r.Owner, r.Response = m.text(r.Text), m.somebody(strings.TrimSpace(r.Owner)), m.text(r.Response)
		b.Risks = append(b.Risks, r)
	}
	for _, d := range a.Decisions {
		d.Text, d.Owner = m.text(d.Text), m.somebody(strings.TrimSpace(d.Owner))
		b.Decisions = append(b.Decisions, d)
	}
	for _, r := range a.Reviews {
		r.Text, r.Decisions = m.text(r.Text), m.text(r.Decisions)
		b.Reviews = append(b.Reviews, r)
	}
}
