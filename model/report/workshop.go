package report

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"accord/model"
)

// Reports of the workshop that is going on.

const noWorkshop = "No workshop is going on."

// workshop is what was decided and who does what, for those who were there.
func workshop(s *model.Scores, _ *model.Account) *Report {
	r := &Report{}
	p := s.Portfolio()
	w := p.Programme().Workshop
	if w == nil {
		r.text(noWorkshop)
		return r
	}
	r.text(w.Title + ", " + w.Day.Short())
	r.head("Decisions")
	r.list(parkedTexts(p, w, func(x *model.Parked) bool {
		return x.End == model.BecameDecision || x.End == model.ParkedWaits && x.Kind == model.ParkedDecision
	})...)
	r.head("Actions")
	var rows [][]string
	for i := range w.Parked {
		x := &w.Parked[i]
		a := p.Account(x.Account)
		switch {
		case x.End == model.BecameAction && a != nil && a.Action(model.ActionID(x.Made)) != nil:
			made := a.Action(model.ActionID(x.Made))
			rows = append(rows, []string{a.Name, made.Text, made.Owner, day(made.Due), made.Status.String()})
		case x.End == model.ParkedWaits && x.Kind == model.ParkedAction:
			rows = append(rows, []string{accountName(p, x.Account), x.Text, x.Who, day(x.When), "parked"})
		}
	}
	r.grid(rows, "account", "action", "who", "by", "status")
	r.head("To find out")
	r.list(parkedTexts(p, w, func(x *model.Parked) bool {
		return x.End == model.BecameGap || x.End == model.ParkedWaits && x.Kind == model.ParkedQuestion
	})...)
	r.head("Agreed ratings")
	r.grid(agreedRows(s), "account", "question", "whose view", "agreed#", "why")
	r.head("Set aside")
	r.list(parkedTexts(p, w, func(x *model.Parked) bool { return x.End == model.ParkedSetAside })...)
	r.head("Who was there")
	rows = nil
	for _, x := range w.People {
		rows = append(rows, []string{x.Initials, x.Function, side(x.Theirs)})
	}
	r.grid(rows, "who", "function", "side")
	r.head("Agenda")
	rows = nil
	for i := range w.Steps {
		rows = append(rows, []string{w.Steps[i].Name, strconv.Itoa(w.Steps[i].Minutes), w.Steps[i].Note})
	}
	r.grid(rows, "step", "minutes#", "note")
	return r
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
		text := x.Text
		if name := accountName(p, x.Account); name != "" {
			text = name + ": " + text
		}
		if x.Who != "" {
			text += " (" + x.Who + ")"
		}
		if x.When.Known() {
			text += ", " + x.When.Short()
		}
		out = append(out, text)
	}
	return out
}

// agreedRows are the ratings that all agreed on, with the note of why.
func agreedRows(s *model.Scores) (rows [][]string) {
	g := s.Portfolio().Programme()
	for i := range g.Ballots {
		b := &g.Ballots[i]
		all := b.Verdicts(g.MethodPack())
		slices.SortStableFunc(all, func(x, y model.Verdict) int {
			return cmp.Compare(accountName(s.Portfolio(), x.Account), accountName(s.Portfolio(), y.Account))
		})
		for k := range all {
			v := &all[k]
			a := s.Portfolio().Account(v.Account)
			_, f := g.MethodPack().Factor(v.Factor)
			if v.Agreed.Known() && a != nil && f != nil {
				rows = append(rows, []string{a.Name, f.Name, side(b.Verified), v.Agreed.String(), a.Ratings[v.Factor].Note})
			}
		}
	}
	return rows
}

// marks are all blind ratings with every mark, the most disputed question first,
// and how both sides see the same.
func marks(s *model.Scores, _ *model.Account) *Report {
	r := &Report{}
	p := s.Portfolio()
	g := p.Programme()
	both := g.Perceptions()
	for i := range g.Ballots {
		b := &g.Ballots[i]
		in := g.MethodPack().Instrument(b.Instrument)
		if in == nil || b.Open() {
			continue
		}
		r.head(in.Name + ", " + map[bool]string{false: "our people", true: "the customer's people"}[b.Verified])
		var rows [][]string
		for _, v := range b.Verdicts(g.MethodPack()) {
			_, f := g.MethodPack().Factor(v.Factor)
			row := []string{accountName(p, v.Account), f.Name}
			for _, l := range v.Marks {
				row = append(row, l.String())
			}
			spread := strconv.Itoa(v.Spread)
			if v.Cast == 0 {
				spread = ""
			}
			agreed := ""
			if v.Agreed.Known() {
				agreed = v.Agreed.String()
			}
			rows = append(rows, append(row, model.Print2(v.Median), spread, agreed))
		}
		heads := []string{"account", "question"}
		for _, who := range b.Raters {
			heads = append(heads, who+"#")
		}
		r.grid(rows, append(heads, "median#", "spread#", "agreed#")...)
	}
	perception(r, p, both)
	if len(r.Nodes) == 0 {
		r.text("No blind rating is finished.")
	}
	return r
}

// perception adds the questions that both sides answered.
func perception(r *Report, p *model.Portfolio, both map[model.Question]model.Perception) {
	pack := p.Programme().MethodPack()
	var all []model.Question
	for q, x := range both {
		if x.Gap().Known {
			all = append(all, q)
		}
	}
	wide := func(q model.Question) float64 { g := both[q].Gap(); return max(g.V, -g.V) }
	slices.SortFunc(all, func(x, y model.Question) int {
		return cmp.Or(cmp.Compare(wide(y), wide(x)), strings.Compare(accountName(p, x.Account), accountName(p, y.Account)), strings.Compare(string(x.Factor), string(y.Factor)))
	})
	var rows [][]string
	for _, q := range all {
		_, f := pack.Factor(q.Factor)
		rows = append(rows, []string{accountName(p, q.Account), f.Name, model.Print2(both[q].Ours), model.Print2(both[q].Theirs), fmt.Sprintf("%+.1f", both[q].Gap().V)})
	}
	r.head("How we see it, and how they do")
	r.grid(rows, "account", "question", "our people#", "their people#", "gap#")
	r.Nodes = withoutEmpty(r.Nodes)
}

// changedLimit is how many facts a page of what changed lists of one account.
const changedLimit = 200

// Changed is what moved between a moment and now, over the accounts of the workshop:
// scores first, then every fact.
func Changed(then model.Snapshot, s *model.Scores) *Report {
	r := &Report{Title: "What changed since the start", Today: s.Today()}
	p := s.Portfolio()
	g := p.Programme()
	r.Subtitle = g.Title + ", " + s.Today().Short()
	var scope []model.AccountID
	if g.Workshop != nil {
		r.Subtitle = g.Workshop.Title + ", " + s.Today().Short()
		scope = g.Workshop.Accounts
	}
	was := then.Scores()
	r.head("Scores that moved")
	var rows [][]string
	for _, id := range scope {
		a := p.Account(id)
		x, y := was.Local(id), s.Local(id)
		if a == nil || x == nil {
			continue
		}
		before := []string{was.Quadrant(id).String(), model.Print2(x.Strategic), model.Print(x.Importance.Score), model.Print(x.Position.Score), model.Print(was.Standing(id).Health)}
		after := []string{s.Quadrant(id).String(), model.Print2(y.Strategic), model.Print(y.Importance.Score), model.Print(y.Position.Score), model.Print(s.Standing(id).Health)}
		if slices.Equal(before, after) {
			continue
		}
		row := []string{a.Name}
		for i := range before {
			if before[i] == after[i] {
				row = append(row, after[i])
			} else {
				row = append(row, before[i]+" → "+after[i])
			}
		}
		rows = append(rows, row)
	}
	r.grid(rows, "account", "quadrant", "S", "importance", "position", "health")
	if len(rows) == 0 {
		r.text("No score of an account in scope moved.")
	}
	edits := model.Between(then.Portfolio, p).Edits(g)
	for _, id := range scope {
		var facts [][]string
		for _, e := range edits {
			if e.Account == id && len(facts) < changedLimit {
				facts = append(facts, []string{e.Subject, e.Field, e.Before, e.After})
			}
		}
		if len(facts) > 0 {
			r.head(accountName(p, id))
			r.grid(facts, "what", "fact", "before", "after")
		}
	}
	outside := map[model.AccountID]bool{}
	for _, e := range edits {
		if e.Account != "" && !slices.Contains(scope, e.Account) {
			outside[e.Account] = true
		}
	}
	if n := len(outside); n > 0 {
		r.head("Other accounts")
		r.text(strconv.Itoa(n) + " accounts outside of the workshop changed too.")
	}
	r.Nodes = withoutEmpty(r.Nodes)
	return r
}
