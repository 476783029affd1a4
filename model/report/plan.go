package report

import (
	"fmt"
	"strings"

	"accord/model"
	"accord/model/score"
)

// limits are how much of each list goes on a page; 0 is all of it.
type limits struct{ insights, objectives, actions, people, values int }

// onePage is the plan on a page: where the account stands, what we mean to be to
// it, what we do next.
func onePage(s *score.Scores, a *model.Account) *Report {
	r := &Report{}
	summary(r, s, a)
	most := limits{5, 4, 6, 6, 4}
	r.head("What they want")
	shown, more := first(r, a.Insights, most.insights)
	r.list(insights(shown, true)...)
	more()
	r.head("Objectives")
	objectives(r, a, most.objectives)
	r.head("Next actions")
	actions(r, a, most.actions)
	r.head("Key people")
	people(r, s, a, true, most.people)
	r.head("Value")
	values(r, a, most.values)
	return r
}

// summary is where an account stands and what we mean to be to it.
func summary(r *Report, s *score.Scores, a *model.Account) {
	r.head("Where we stand")
	r.pairs(standing(s, a))
	r.text(s.TierAdvice(a.ID))
	flags(r, s, a)
	if a.Charter != "" {
		r.head("Charter")
		r.text(a.Charter)
	}
}

// fullPlan is everything that is planned and known about an account.
func fullPlan(s *score.Scores, a *model.Account) *Report {
	r := &Report{}
	summary(r, s, a)
	r.head("The customer's view")
	r.list(insights(a.Insights, false)...)
	r.head("Objectives")
	objectives(r, a, 0)
	r.head("Open actions")
	actions(r, a, 0)
	r.peopleHead("People")
	people(r, s, a, false, 0)
	r.head("Value")
	values(r, a, 0)
	r.head("Why strategic, and our position")
	for _, key := range []string{"importance", "position", "receptivity", "stage", "alignment"} {
		ratings(r, s, a, key)
	}
	r.head("Figures")
	figures(r, s, a)
	r.head("Whitespace")
	whitespace(r, s, a)
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
	r.head("Decisions")
	decisions(r, a)
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
func reviewPack(s *score.Scores, a *model.Account) *Report {
	r := &Report{}
	r.head("Scores")
	r.pairs(standing(s, a))
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
	actions(r, a, 0)
	r.head("Objectives")
	objectives(r, a, 0)
	r.head("Value")
	values(r, a, 0)
	r.head("Risks")
	risks(r, a)
	r.head("Decisions so far")
	decisions(r, a)
	reviews(r, a)
	r.head("To find out")
	gapList(r, s, a)
	return r
}

// gaps is what nobody knows yet, and what is only assumed.
func gaps(s *score.Scores, a *model.Account) *Report {
	r := &Report{}
	gapList(r, s, a)
	return r
}

// allGaps is what nobody knows yet over all accounts, in the order in which they
// need attention, and how much it is.
func allGaps(s *score.Scores, _ *model.Account) *Report {
	r := &Report{}
	var rows, open [][]Cell
	for _, i := range s.Order {
		a := s.Portfolio().At(int(i))
		if a.Archived {
			continue
		}
		unknown, assumed := s.FindOut(a.ID), score.Assumed(a)
		rows = append(rows, []Cell{text(a.Name), text(a.Owner), plainOrNone(len(unknown)), plainOrNone(len(assumed))})
		for _, g := range unknown {
			open = append(open, words(a.Name, "find out", g.Text))
		}
		for _, g := range assumed {
			open = append(open, words(a.Name, "confirm", g.Text))
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

func gapList(r *Report, s *score.Scores, a *model.Account) {
	var out []string
	for _, g := range s.FindOut(a.ID) {
		out = append(out, "Find out: "+g.Text)
	}
	for _, g := range score.Assumed(a) {
		out = append(out, "Confirm: "+g.Text)
	}
	if len(out) == 0 {
		out = []string{"Nothing is open."}
	}
	r.list(out...)
}

func flags(r *Report, s *score.Scores, a *model.Account) {
	var out []string
	for _, f := range s.Standing(a.ID).Flags.List() {
		out = append(out, f.String())
	}
	r.list(out...)
}

func insights(all []model.Insight, short bool) []string {
	var out []string
	for _, n := range all {
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

func objectives(r *Report, a *model.Account, most int) {
	var rows [][]Cell
	for _, o := range a.Objectives {
		if o.Status != model.ObjectiveDropped {
			rows = append(rows, append(words(o.Text, o.Goal, o.Measure, o.Baseline, o.Target), day(o.Due), text(o.Owner), text(o.Status.String())))
		}
	}
	shown, more := first(r, rows, most)
	r.grid(shown, "objective", "their goal", "measure", "today", "target", "by", "owner", "status")
	more()
}

func actions(r *Report, a *model.Account, most int) {
	var rows [][]Cell
	for _, x := range a.Actions {
		if open(x) {
			rows = append(rows, []Cell{text(x.Text), text(x.Owner), day(x.Due), text(x.Status.String())})
		}
	}
	shown, more := first(r, rows, most)
	r.grid(shown, "action", "owner", "due", "status")
	more()
}

func people(r *Report, s *score.Scores, a *model.Account, keyOnly bool, most int) {
	var rows [][]Cell
	who, ties := model.NewDirectory(a), map[model.PersonID][]string{}
	for _, t := range a.Ties {
		if m := s.Portfolio().Programme().Member(t.Ours); m != nil && t.Level > model.TieNone {
			ties[t.Theirs] = append(ties[t.Theirs], m.Name+" ("+t.Level.String()+")")
		}
	}
	for _, seat := range a.Seats {
		if keyOnly && !seat.Influence.KeyPlayer() {
			continue
		}
		row := []string{seat.Title, "nobody named", seat.Influence.String(), seat.Role.String(), "", "", ""}
		if p := who.Person(seat.Person); p != nil {
			row[1], row[4], row[5] = p.Name, model.SupportWord(p.Support), p.Coverage.String()
			row[6] = strings.Join(ties[p.ID], ", ")
		}
		rows = append(rows, words(row...))
	}
	shown, more := first(r, rows, most)
	r.grid(shown, "seat", "person", "influence", "role", "support", "coverage", "ties")
	more()
}

func values(r *Report, a *model.Account, most int) {
	var rows [][]Cell
	for _, v := range a.Values {
		rows = append(rows, append(words(v.Text, v.Direction.String(), v.Level.String(), v.Status.String()), money(v.Money), text(v.Evidence), text(v.TheirOwner)))
	}
	shown, more := first(r, rows, most)
	r.grid(shown, "value", "way", "level", "status", "money#", "evidence", "their owner")
	more()
}

func ratings(r *Report, s *score.Scores, a *model.Account, instrument string) {
	in := s.Portfolio().Programme().MethodPack().Instrument(instrument)
	if in == nil {
		return
	}
	var rows [][]Cell
	for i := range in.Factors {
		f := &in.Factors[i]
		x := a.Ratings[f.Full()]
		rows = append(rows, []Cell{text(f.Name), level(x.Ours), level(x.Verified), text(x.Note), text(x.Source)})
	}
	r.text(in.Question)
	r.grid(rows, in.Name, "ours#", "verified#", "why", "source")
}

func figures(r *Report, s *score.Scores, a *model.Account) {
	var rows [][]Cell
	for _, y := range s.Local(a.ID).Years {
		rows = append(rows, []Cell{plain(y.Year), thousands(y.Revenue), thousands(y.CostOfSales), thousands(y.CostToServe), thousands(y.Contribution), share(y.Margin, 1), thousands(y.Wallet), share(y.WalletShare, 1)})
	}
	r.grid(rows, "year", "revenue#", "cost of sales#", "cost to serve#", "contribution#", "margin#", "their spend#", "share#")
}

func whitespace(r *Report, s *score.Scores, a *model.Account) {
	var rows [][]Cell
	for _, c := range a.Cells {
		rows = append(rows, append(words(c.Unit, c.Offering, c.Status.String()), money(c.Current), money(c.Potential), share(c.Probability, 0), text(c.Competitor)))
	}
	r.grid(rows, "unit", "offering", "status", "current#", "potential#", "likely#", "competitor")
	if len(rows) > 0 {
		g := model.Whitespace(a, s.Portfolio().Programme(), s.Period().Year)
		r.text(fmt.Sprintf("%s of %d cells current, gap %s, future potential %s.", score.Percentage(g.Total.Penetration, 0), g.Total.Applicable, score.Thousands(model.Some(g.Total.Gap)), score.Thousands(model.Some(g.Total.Future))))
	}
}

func swot(r *Report, a *model.Account) {
	var rows [][]Cell
	for kind := model.Strength; kind <= model.Threat; kind++ {
		for _, p := range a.Points {
			if p.Kind == kind {
				rows = append(rows, words(kind.String(), p.Text, p.Side.String()))
			}
		}
	}
	r.grid(rows, "corner", "point", "whose")
}

func risks(r *Report, a *model.Account) {
	var rows [][]Cell
	for _, x := range a.Risks {
		rows = append(rows, []Cell{text(x.Text), plainOrNone(x.Probability), plainOrNone(x.Impact), text(x.Owner), text(x.Response)})
	}
	r.grid(rows, "risk", "likely#", "impact#", "owner", "what we do about it")
}

// decisions are what was decided, and whether the customer may read it.
func decisions(r *Report, a *model.Account) {
	var rows [][]Cell
	for _, d := range a.Decisions {
		said := [...]string{"not decided", "yes", "no"}[min(d.Shared, model.NotShared)]
		rows = append(rows, []Cell{text(d.Text), day(d.Date), text(d.Owner), day(d.Due), text(said)})
	}
	r.grid(rows, "decision", "decided on", "who", "by", "customer reads it")
}

func reviews(r *Report, a *model.Account) {
	var rows [][]Cell
	for _, v := range a.Reviews {
		held := "planned"
		if v.Held {
			held = "held"
		}
		rows = append(rows, []Cell{text(v.Text), day(v.Date), text(held), text(v.Decisions)})
	}
	r.grid(rows, "review", "day", "state", "decisions")
}
