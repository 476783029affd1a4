package report

import (
	"fmt"
	"strconv"
	"strings"

	"accord/model"
)

// onePage is the plan on a page: where the account stands, what we mean to be to
// it, what we do next.
func onePage(s *model.Scores, a *model.Account) *Report {
	r := &Report{}
	r.head("Where we stand")
	r.grid(standing(s, a), "figure", "value#")
	r.text(s.TierAdvice(a.ID))
	flags(r, s, a)
	if a.Charter != "" {
		r.head("Charter")
		r.text(a.Charter)
	}
	r.head("What they want")
	r.list(insights(a, true)...)
	r.head("Objectives")
	objectives(r, a)
	r.head("Next actions")
	actions(r, a, 8)
	r.head("People")
	people(r, s, a, true)
	r.head("Value")
	values(r, a, false)
	return r
}

// fullPlan is everything that is planned and known about an account.
func fullPlan(s *model.Scores, a *model.Account) *Report {
	r := onePage(s, a)
	r.head("Why strategic, and our position")
	for _, key := range []string{"importance", "position", "receptivity", "stage", "alignment"} {
		ratings(r, s, a, key)
	}
	r.head("Figures")
	figures(r, s, a)
	r.head("Whitespace")
	whitespace(r, s, a)
	r.head("The customer's view")
	r.list(insights(a, false)...)
	r.head("Strengths, weaknesses, opportunities, threats")
	swot(r, a)
	if a.Competitors != "" {
		r.head("Competitors")
		r.text(a.Competitors)
	}
	if a.Focus != "" {
		r.head("Focus and stop")
		r.text(a.Focus)
	}
	r.head("Risks")
	risks(r, a)
	r.head("All actions")
	actions(r, a, 1<<30)
	r.head("All people")
	people(r, s, a, false)
	r.head("Reviews")
	reviews(r, a)
	if a.Notes != "" {
		r.head("Notes")
		r.text(a.Notes)
	}
	return r
}

// reviewPack is what a quarterly review needs: what happened, what is due, what it
// moved.
func reviewPack(s *model.Scores, a *model.Account) *Report {
	r := &Report{}
	r.head("Scores")
	r.grid(standing(s, a), "figure", "value#")
	flags(r, s, a)
	r.head("Done since the last review")
	since := model.Date{}
	for _, v := range a.Reviews {
		if v.Held && since.Before(v.Date) {
			since = v.Date
		}
	}
	var done []string
	for _, x := range a.Actions {
		if x.Status == model.ActionDone && !x.Done.Before(since) {
			done = append(done, x.Text+" ("+x.Done.Short()+")")
		}
	}
	r.list(done...)
	r.head("Open actions")
	actions(r, a, 1<<30)
	r.head("Objectives")
	objectives(r, a)
	r.head("Value")
	values(r, a, false)
	r.head("Risks")
	risks(r, a)
	r.head("Decisions so far")
	reviews(r, a)
	r.head("To find out")
	gapList(r, s, a)
	return r
}

// gaps is what nobody knows yet, and what is only assumed.
func gaps(s *model.Scores, a *model.Account) *Report {
	r := &Report{}
	gapList(r, s, a)
	return r
}

// allGaps is what nobody knows yet over all accounts, in the order in which they
// need attention, and how much it is.
func allGaps(s *model.Scores, _ *model.Account) *Report {
	r := &Report{}
	var rows, open [][]string
	for _, i := range s.Order {
		a := s.Portfolio().At(int(i))
		if a.Archived {
			continue
		}
		unknown, assumed := s.FindOut(a.ID), model.Assumed(a)
		rows = append(rows, []string{a.Name, a.Owner, number(len(unknown)), number(len(assumed))})
		for _, g := range unknown {
			open = append(open, []string{a.Name, "find out", g.Text})
		}
		for _, g := range assumed {
			open = append(open, []string{a.Name, "confirm", g.Text})
		}
	}
	r.head("How much is open")
	r.grid(rows, "account", "owner", "to find out#", "to confirm#")
	r.head("What is open")
	r.grid(open, "account", "what to do", "about")
	if len(rows) == 0 {
		r.text("There is no account yet.")
	}
	return r
}

func gapList(r *Report, s *model.Scores, a *model.Account) {
	var out []string
	for _, g := range s.FindOut(a.ID) {
		out = append(out, "Find out: "+g.Text)
	}
	for _, g := range model.Assumed(a) {
		out = append(out, "Confirm: "+g.Text)
	}
	if len(out) == 0 {
		out = []string{"Nothing is open."}
	}
	r.list(out...)
}

func standing(s *model.Scores, a *model.Account) [][]string {
	var rows [][]string
	for _, key := range []string{"strategic", "quadrant", "importance", "position", "asymmetry", "health", "attention", "relationship", "value", "insight", "alignment", "quality", "execution", "revenue", "contribution", "wallet", "growth"} {
		if e, ok := s.Explain(a.ID, key); ok {
			rows = append(rows, []string{e.Name, e.Value})
		}
	}
	return append(rows, []string{"Tier", a.Tier.String()})
}

func flags(r *Report, s *model.Scores, a *model.Account) {
	var out []string
	for _, f := range s.Standing(a.ID).Flags.List() {
		out = append(out, f.String())
	}
	r.list(out...)
}

func insights(a *model.Account, short bool) []string {
	var out []string
	for _, n := range a.Insights {
		text := n.Kind.String() + ": " + n.Text
		if !short {
			if n.ToldBy != "" {
				text += ", told by " + n.ToldBy
			}
			if !n.Confirmed {
				text += " (assumed)"
			}
		}
		out = append(out, text)
	}
	return out
}

func objectives(r *Report, a *model.Account) {
	var rows [][]string
	for _, o := range a.Objectives {
		if o.Status != model.ObjectiveDropped {
			rows = append(rows, []string{o.Text, o.Goal, o.Measure, o.Baseline, o.Target, day(o.Due), o.Owner, o.Status.String()})
		}
	}
	r.grid(rows, "objective", "their goal", "measure", "today", "target", "by", "owner", "status")
}

func actions(r *Report, a *model.Account, most int) {
	var rows [][]string
	for _, x := range a.Actions {
		if (x.Status == model.ActionOpen || x.Status == model.ActionStarted) && len(rows) < most {
			rows = append(rows, []string{x.Text, x.Owner, day(x.Due), x.Status.String()})
		}
	}
	r.grid(rows, "action", "owner", "due", "status")
}

func people(r *Report, s *model.Scores, a *model.Account, keyOnly bool) {
	var rows [][]string
	for _, seat := range a.Seats {
		if keyOnly && !seat.Influence.KeyPlayer() {
			continue
		}
		row := []string{seat.Title, "nobody named", seat.Influence.String(), seat.Role.String(), "", "", ""}
		if p := a.Person(seat.Person); p != nil {
			row[1], row[4], row[5] = p.Name, model.SupportWord(p.Support), p.Coverage.String()
			var ours []string
			for _, t := range a.Ties {
				if m := s.Portfolio().Programme().Member(t.Ours); t.Theirs == p.ID && m != nil && t.Level > model.TieNone {
					ours = append(ours, m.Name+" ("+t.Level.String()+")")
				}
			}
			row[6] = strings.Join(ours, ", ")
		}
		rows = append(rows, row)
	}
	r.grid(rows, "seat", "person", "influence", "role", "support", "coverage", "ties")
}

func values(r *Report, a *model.Account, given bool) {
	var rows [][]string
	for _, v := range a.Values {
		if given && v.Direction != model.ValueGiven {
			continue
		}
		rows = append(rows, []string{v.Text, v.Direction.String(), v.Level.String(), v.Status.String(), money(v.Money), v.Evidence, v.TheirOwner})
	}
	if given {
		for i := range rows {
			rows[i][1] = ""
		}
	}
	r.grid(rows, "value", "way", "level", "status", "money#", "evidence", "their owner")
}

func ratings(r *Report, s *model.Scores, a *model.Account, instrument string) {
	in := s.Portfolio().Programme().MethodPack().Instrument(instrument)
	if in == nil {
		return
	}
	var rows [][]string
	for i := range in.Factors {
		f := &in.Factors[i]
		x := a.Ratings[f.Full()]
		rows = append(rows, []string{f.Name, x.Ours.String(), x.Verified.String(), x.Note, x.Source})
	}
	r.text(in.Question)
	r.grid(rows, in.Name, "ours#", "verified#", "why", "source")
}

func figures(r *Report, s *model.Scores, a *model.Account) {
	var rows [][]string
	for _, y := range s.Local(a.ID).Years {
		rows = append(rows, []string{strconv.Itoa(y.Year), model.Thousands(y.Revenue), model.Thousands(y.CostOfSales), model.Thousands(y.CostToServe), model.Thousands(y.Contribution), model.Percentage(y.Margin, 1), model.Thousands(y.Wallet), model.Percentage(y.WalletShare, 1)})
	}
	r.grid(rows, "year#", "revenue#", "cost of sales#", "cost to serve#", "contribution#", "margin#", "their spend#", "share#")
}

func whitespace(r *Report, s *model.Scores, a *model.Account) {
	var rows [][]string
	for _, c := range a.Cells {
		rows = append(rows, []string{c.Unit, c.Offering, c.Status.String(), money(c.Current), money(c.Potential), model.Percentage(c.Probability, 0), c.Competitor})
	}
	r.grid(rows, "unit", "offering", "status", "current#", "potential#", "likely#", "competitor")
	if len(rows) > 0 {
		g := model.Whitespace(a, s.Portfolio().Programme(), s.Period().Year)
		r.text(fmt.Sprintf("%s of %d cells current, gap %s, future potential %s.", model.Percentage(g.Total.Penetration, 0), g.Total.Applicable, model.Thousands(model.Some(g.Total.Gap)), model.Thousands(model.Some(g.Total.Future))))
	}
}

func swot(r *Report, a *model.Account) {
	var rows [][]string
	for kind := model.Strength; kind <= model.Threat; kind++ {
		for _, p := range a.Points {
			if p.Kind == kind {
				rows = append(rows, []string{kind.String(), p.Text, p.Side.String()})
			}
		}
	}
	r.grid(rows, "corner", "point", "whose")
}

func risks(r *Report, a *model.Account) {
	var rows [][]string
	for _, x := range a.Risks {
		rows = append(rows, []string{x.Text, number(x.Probability), number(x.Impact), x.Owner, x.Response})
	}
	r.grid(rows, "risk", "likely#", "impact#", "owner", "what we do about it")
}

func reviews(r *Report, a *model.Account) {
	var rows [][]string
	for _, v := range a.Reviews {
		held := "planned"
		if v.Held {
			held = "held"
		}
		rows = append(rows, []string{v.Text, day(v.Date), held, v.Decisions})
	}
	r.grid(rows, "review", "day", "state", "decisions")
}

func day(d model.Date) string {
	if !d.Known() {
		return ""
	}
	return d.Short()
}

func money(m model.Money) string {
	if m == (model.Money{}) {
		return ""
	}
	return model.Thousands(model.Some(m.Major())) + " " + string(m.Currency)
}

func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
