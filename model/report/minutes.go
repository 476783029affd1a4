package report

import (
	"cmp"
	"slices"

	"accord/model"
	"accord/model/score"
	"accord/model/words"
)

// workshop is what was decided and who does what, for those who were there.
func workshop(s *score.Scores, _ *model.Account) *Report { return minutes(s, nil, 0) }

// Minutes is the report of the workshop that is going on as it is written at a moment,
// in Unix seconds. then is how everything stood when it began: of the notes beside what
// was agreed those are told that were written since.
func Minutes(s *score.Scores, then *model.Portfolio, now int64) *Report {
	k, _ := KindOf("workshop")
	r := minutes(s, then, now)
	k.finish(r, s, nil)
	return r
}

func minutes(s *score.Scores, then *model.Portfolio, now int64) *Report {
	r := &Report{}
	p := s.Portfolio()
	w := p.Programme().Workshop
	if w == nil {
		r.text(noWorkshop())
		return r
	}
	if w.Day != s.Today() {
		r.text(words.T("report.begun-on", w.Day.Short()))
	}
	r.head(words.T("report.who-there"))
	var rows [][]Cell
	for _, x := range w.People {
		rows = append(rows, wording(x.Initials, x.Function, side(x.Theirs)))
	}
	r.grid(rows, words.T("report.who"), words.T("report.function"), words.T("report.side"))
	r.head(words.T("report.decisions"))
	r.list(parkedTexts(p, w, func(x *model.Parked) bool {
		return x.End == model.BecameDecision || x.End == model.ParkedWaits && x.Kind == model.ParkedDecision
	})...)
	r.head(words.T("report.actions"))
	r.grid(parkedActions(p, w), words.T("report.account"), words.T("report.action"), words.T("report.who"), words.T("report.by"), words.T("report.status"))
	r.head(words.T("report.find-out"))
	r.list(parkedTexts(p, w, func(x *model.Parked) bool { return x.End == model.BecameGap })...)
	r.head(words.T("report.questions-still-undecided"))
	r.list(parkedTexts(p, w, func(x *model.Parked) bool { return x.End == model.ParkedWaits && x.Kind == model.ParkedQuestion })...)
	r.head(words.T("report.agreed-ratings"))
	r.grid(agreedRows(s, then), words.T("report.account"), words.T("report.question"), words.T("report.whose-view"), words.T("report.agreed"), words.T("report.why"))
	r.head(words.T("report.set-aside"))
	r.list(parkedTexts(p, w, func(x *model.Parked) bool { return x.End == model.ParkedSetAside })...)
	r.head(words.T("report.agenda"))
	rows = nil
	for i := range w.Steps { // the note of a step is for who leads it
		took := Cell{}
		if n, known := w.Took(w.Steps[i].ID, now); known {
			took = plain((n + 30) / 60)
		}
		rows = append(rows, []Cell{text(w.Steps[i].Name), plainOrNone(w.Steps[i].Minutes), took})
	}
	r.grid(rows, words.T("report.step"), words.T("report.minutes-planned"), words.T("report.minutes-took"))
	return r
}

// parkedActions are the lines that became actions, as the plan says them now, and
// those that are to.
func parkedActions(p *model.Portfolio, w *model.Workshop) (rows [][]Cell) {
	for i := range w.Parked {
		x := &w.Parked[i]
		a := p.Account(x.Account)
		switch {
		case x.End == model.BecameAction && a != nil && a.Action(model.ActionID(x.Made)) != nil:
			made := a.Action(model.ActionID(x.Made))
			rows = append(
				rows,
				[]Cell{text(a.Name), text(made.Text), text(made.Owner), day(made.Due), text(words.Here(made.Status.String()))},
			)
		case x.End == model.ParkedWaits && x.Kind == model.ParkedAction:
			rows = append(rows, []Cell{text(accountName(p, x.Account)), text(x.Text), text(x.Who), day(x.When), text("parked")})
		}
	}
	return rows
}

func side(theirs bool) string {
	if theirs {
		return "customer"
	}
	return "ours"
}

func accountName(p *model.Portfolio, id model.AccountID) string {
	if a := p.Account(id); a != nil {
		return a.Name
	}
	return ""
}

// parkedTexts are parked lines with whom they are about, who and when.
func parkedTexts(p *model.Portfolio, w *model.Workshop, fits func(*model.Parked) bool) []string {
	var out []string
	for i := range w.Parked {
		x := &w.Parked[i]
		if !fits(x) {
			continue
		}
		said := x.Said()
		if a := p.Account(x.Account); a != nil && x.End == model.BecameDecision {
			if d := a.Decision(model.DecisionID(x.Made)); d != nil { // as the plan says it now
				said = d.Said()
			}
		}
		if name := accountName(p, x.Account); name != "" {
			said = name + ": " + said
		}
		out = append(out, said)
	}
	return out
}

// agreedRows are the ratings that all agreed on. The note of why stands there when it
// was written since then: an older one says why of another level. It is told once,
// though both sides rated the question.
func agreedRows(s *score.Scores, then *model.Portfolio) (rows [][]Cell) {
	p := s.Portfolio()
	g := p.Programme()
	told := map[model.Question]string{}
	for _, theirs := range []bool{false, true} {
		for i := range g.Ballots {
			b := &g.Ballots[i]
			if b.Verified != theirs {
				continue
			}
			all := b.Verdicts(g.MethodPack())
			slices.SortStableFunc(all, func(x, y model.Verdict) int {
				return cmp.Compare(accountName(p, x.Account), accountName(p, y.Account))
			})
			for k := range all {
				v := &all[k]
				a := p.Account(v.Account)
				_, f := g.MethodPack().Factor(v.Factor)
				if !v.Agreed.Known() || a == nil || f == nil {
					continue
				}
				why, r := Cell{}, a.Ratings[v.Factor]
				if said := r.Why(theirs); then != nil && said != told[v.Question] && said != whyOf(then, v.Question, theirs) {
					why, told[v.Question] = text(said), said
				}
				rows = append(rows, []Cell{text(a.Name), text(f.Name), text(side(b.Verified)), level(v.Agreed), why})
			}
		}
	}
	return rows
}

func whyOf(p *model.Portfolio, q model.Question, theirs bool) string {
	if a := p.Account(q.Account); a != nil {
		r := a.Ratings[q.Factor]
		return r.Why(theirs)
	}
	return ""
}
