package report

import (
	"strings"

	"accord/model"
	"accord/model/score"
	"accord/model/words"
)

// limits are how much of each list goes on a page; 0 is all of it.
type limits struct{ insights, objectives, actions, people, values int }

// onePage is the plan on a page: where the account stands, what we mean to be to
// it, what we do next.
func onePage(s *score.Scores, a *model.Account) *Report {
	r := &Report{}
	summary(r, s, a)
	most := limits{5, 4, 6, 6, 4}
	r.head(words.T("report.what-they-want"))
	shown, more := first(r, a.Insights, most.insights)
	r.list(insights(shown, true)...)
	more()
	r.head(words.T("report.objectives"))
	objectives(r, a, most.objectives)
	r.head(words.T("report.next-actions"))
	actions(r, a, most.actions)
	r.head(words.T("report.key-people"))
	people(r, s, a, true, most.people)
	r.head(words.T("report.value"))
	values(r, a, most.values)
	return r
}

// summary is where an account stands and what we mean to be to it.
func summary(r *Report, s *score.Scores, a *model.Account) {
	r.head(words.T("report.where-we-stand"))
	r.pairs(standing(s, a))
	r.text(s.TierAdvice(a.ID))
	flags(r, s, a)
	if a.Charter != "" {
		r.head(words.T("report.charter"))
		r.text(a.Charter)
	}
}

// fullPlan is everything that is planned and known about an account.
func fullPlan(s *score.Scores, a *model.Account) *Report {
	r := &Report{}
	summary(r, s, a)
	r.head(words.T("report.customers-view"))
	r.list(insights(a.Insights, false)...)
	r.head(words.T("report.objectives"))
	objectives(r, a, 0)
	r.head(words.T("report.open-actions"))
	actions(r, a, 0)
	r.peopleHead(words.T("report.people"))
	people(r, s, a, false, 0)
	exposed(r, s, a)
	r.head(words.T("report.value"))
	values(r, a, 0)
	r.head(words.T("report.why-strategic-our-position"))
	for _, key := range []string{"importance", "position", "receptivity", "stage", "alignment"} {
		ratings(r, s, a, key)
	}
	r.head(words.T("report.figures"))
	figures(r, s, a)
	r.head(words.T("report.whitespace"))
	whitespace(r, s, a)
	r.head(words.T("report.strengths-weaknesses-opportunities-threats"))
	swot(r, a)
	if a.Competitors != "" {
		r.head(words.T("report.competitors"))
		r.text(a.Competitors)
	}
	if a.Focus != "" {
		r.head(words.T("report.focus-stop"))
		r.text(a.Focus)
	}
	r.head(words.T("report.risks"))
	risks(r, a)
	r.head(words.T("report.decisions"))
	decisions(r, a)
	r.head(words.T("report.reviews"))
	reviews(r, a)
	if a.Notes != "" {
		r.head(words.T("report.notes"))
		r.text(a.Notes)
	}
	return r
}

// reviewPack is what a quarterly review needs: what happened, what is due, what it
// moved.
func reviewPack(s *score.Scores, a *model.Account) *Report {
	r := &Report{}
	r.head(words.T("report.scores"))
	r.pairs(standing(s, a))
	flags(r, s, a)
	r.head(words.T("report.done-since-last-review"))
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
	r.head(words.T("report.open-actions"))
	actions(r, a, 0)
	r.head(words.T("report.objectives"))
	objectives(r, a, 0)
	r.head(words.T("report.value"))
	values(r, a, 0)
	r.head(words.T("report.risks"))
	risks(r, a)
	r.head(words.T("report.decisions-far"))
	decisions(r, a)
	reviews(r, a)
	r.head(words.T("report.find-out"))
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
			open = append(open, wording(a.Name, words.T("report.find-out-2"), g.Text))
		}
		for _, g := range assumed {
			open = append(open, wording(a.Name, "confirm", g.Text))
		}
	}
	r.head(words.T("report.how-much-open"))
	r.grid(rows, words.T("report.account"), words.T("report.owner"), words.T("report.find-out-3"), words.T("report.to-confirm"))
	r.head(words.T("report.what-open"))
	r.grid(open, words.T("report.account"), words.T("report.what-do"), words.T("report.about"))
	if len(rows) == 0 {
		r.text(words.T("report.there-no-account-yet"))
	}
	return r
}

func gapList(r *Report, s *score.Scores, a *model.Account) {
	var out []string
	for _, g := range s.FindOut(a.ID) {
		out = append(out, words.T("report.find-out-4", g.Text))
	}
	for _, g := range score.Assumed(a) {
		out = append(out, words.T("report.confirm", g.Text))
	}
	if len(out) == 0 {
		out = []string{words.T("report.nothing-open")}
	}
	r.list(out...)
}

func flags(r *Report, s *score.Scores, a *model.Account) {
	var out []string
	for _, f := range s.Standing(a.ID).Flags.List() {
		out = append(out, s.FlagSays(a.ID, f))
	}
	r.list(out...)
}

func insights(all []model.Insight, short bool) []string {
	var out []string
	for _, n := range all {
		kind := words.Here(n.Kind.String())
		switch told := n.ToldBy != ""; {
		case short || n.Confirmed && !told:
			out = append(out, words.T("report.insight-is", kind, n.Text))
		case n.Confirmed:
			out = append(out, words.T("report.insight-told-by", kind, n.Text, n.ToldBy))
		case told:
			out = append(out, words.T("report.insight-told-by-assumed", kind, n.Text, n.ToldBy))
		default:
			out = append(out, words.T("report.insight-assumed", kind, n.Text))
		}
	}
	return out
}

func objectives(r *Report, a *model.Account, most int) {
	var rows [][]Cell
	for _, o := range a.Objectives {
		if o.Status != model.ObjectiveDropped {
			rows = append(rows, append(wording(o.Text, o.Goal, o.Measure, o.Baseline, current(&o), o.Target), day(o.Due), text(o.Owner), text(words.Here(o.Status.String()))))
		}
	}
	shown, more := first(r, rows, most)
	r.grid(shown, words.T("report.objective"), words.T("report.their-goal"), words.T("report.measure"), words.T("report.start"), words.T("report.today"), words.T("report.target"), words.T("report.by"), words.T("report.owner"), words.T("report.status"))
	more()
}

// current is what the measure of an objective came to when it was last looked at, with
// the day of that: the value it began with is never today's.
func current(o *model.Objective) string {
	if o.Current == "" || !o.AsOf.Known() {
		return o.Current
	}
	return words.T("report.value-as-of", o.Current, o.AsOf.Short())
}

func actions(r *Report, a *model.Account, most int) {
	var rows [][]Cell
	for _, x := range a.Actions {
		if open(x) {
			rows = append(rows, []Cell{text(x.Text), text(x.Owner), day(x.Due), text(words.Here(x.Status.String()))})
		}
	}
	shown, more := first(r, rows, most)
	r.grid(shown, words.T("report.action"), words.T("report.owner"), words.T("report.due"), words.T("report.status"))
	more()
}

func people(r *Report, s *score.Scores, a *model.Account, keyOnly bool, most int) {
	var rows [][]Cell
	who, ties := model.NewDirectory(a), map[model.PersonID][]string{}
	for _, t := range a.Ties {
		if m := s.Portfolio().Programme().Member(t.Ours); m != nil && t.Level > model.TieNone {
			ties[t.Theirs] = append(ties[t.Theirs], m.Name+" ("+words.Here(t.Level.String())+")")
		}
	}
	for _, seat := range a.Seats {
		if keyOnly && !seat.Influence.KeyPlayer() {
			continue
		}
		row := []string{seat.Title, words.T("report.nobody-named"), words.Here(seat.Influence.String()), words.Here(seat.Role.String()), "", "", ""}
		if p := who.Person(seat.Person); p != nil {
			row[1], row[4], row[5] = p.Name, words.Here(model.SupportWord(p.Support)), words.Here(p.Coverage.String())
			row[6] = strings.Join(ties[p.ID], ", ")
		}
		rows = append(rows, wording(row...))
	}
	shown, more := first(r, rows, most)
	r.grid(shown, words.T("report.seat"), words.T("report.person"), words.T("report.influence"), words.T("report.role"), words.T("report.support"), words.T("report.coverage"), words.T("report.ties"))
	more()
}

func values(r *Report, a *model.Account, most int) {
	var rows [][]Cell
	for _, v := range a.Values {
		rows = append(rows, append(wording(v.Text, words.Here(v.Direction.String()), words.Here(v.Level.String()), words.Here(v.Status.String())), money(v.Money), text(v.Evidence), text(v.TheirOwner)))
	}
	shown, more := first(r, rows, most)
	r.grid(shown, words.T("report.value-2"), words.T("report.way"), words.T("report.level"), words.T("report.status"), words.T("report.money"), words.T("report.evidence"), words.T("report.their-owner"))
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
	r.grid(rows, in.Name, words.T("report.ours"), words.T("report.verified"), words.T("report.why"), words.T("report.source"))
}

func figures(r *Report, s *score.Scores, a *model.Account) {
	var rows [][]Cell
	for _, y := range s.Local(a.ID).Years {
		rows = append(rows, []Cell{plain(y.Year), thousands(y.Revenue), thousands(y.CostOfSales), thousands(y.CostToServe), thousands(y.Contribution), share(y.Margin, 1), thousands(y.Wallet), share(y.WalletShare, 1)})
	}
	r.grid(rows, words.T("report.year"), words.T("report.revenue"), words.T("report.cost-sales"), words.T("report.cost-serve"), words.T("report.contribution"), words.T("report.margin"), words.T("report.their-spend"), words.T("report.share"))
}

func whitespace(r *Report, s *score.Scores, a *model.Account) {
	var rows [][]Cell
	for _, c := range a.Cells {
		rows = append(rows, append(wording(c.Unit, c.Offering, words.Here(c.Status.String())), money(c.Current), money(c.Potential), share(c.Probability, 0), text(c.Competitor)))
	}
	r.grid(rows, words.T("report.unit"), words.T("report.offering"), words.T("report.status"), words.T("report.current"), words.T("report.potential"), words.T("report.likely"), words.T("report.competitor"))
	if len(rows) > 0 {
		g := model.Whitespace(a, s.Portfolio().Programme(), s.Period().Year)
		r.text(words.T("report.cells-current-gap-future-potential", score.Percentage(g.Total.Penetration, 0), g.Total.Applicable, score.Thousands(model.Some(g.Total.Gap)), score.Thousands(model.Some(g.Total.Future))))
	}
}

func swot(r *Report, a *model.Account) {
	var rows [][]Cell
	for kind := model.Strength; kind <= model.Threat; kind++ {
		for _, p := range a.Points {
			if p.Kind == kind {
				rows = append(rows, wording(words.Here(kind.String()), p.Text, words.Here(p.Side.String())))
			}
		}
	}
	r.grid(rows, words.T("report.corner"), words.T("report.point"), words.T("report.whose"))
}

func risks(r *Report, a *model.Account) {
	var rows [][]Cell
	for _, x := range a.Risks {
		rows = append(rows, []Cell{text(x.Text), plainOrNone(x.Probability), plainOrNone(x.Impact), text(x.Owner), text(x.Response)})
	}
	r.grid(rows, words.T("report.risk"), words.T("report.likely"), words.T("report.impact"), words.T("report.owner"), words.T("report.what-we-do-about"))
}

// decisions are what was decided, and whether the customer may read it.
func decisions(r *Report, a *model.Account) {
	var rows [][]Cell
	for _, d := range a.Decisions {
		said := [...]string{words.T("report.not-decided"), words.T("report.yes"), words.T("report.no")}[min(d.Shared, model.NotShared)]
		rows = append(rows, []Cell{text(d.Text), day(d.Date), text(d.Owner), day(d.Due), text(said)})
	}
	r.grid(rows, words.T("report.decision"), words.T("report.decided-on-2"), words.T("report.who"), words.T("report.by"), words.T("report.customer-reads"))
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
	r.grid(rows, words.T("report.review"), words.T("report.day"), words.T("report.state"), words.T("report.decisions-2"))
}
