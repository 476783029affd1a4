package report

import (
	"cmp"
	"slices"
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/model/score"
	"accord/model/words"
)

// Reports of the workshop that is going on.

// marks are all blind ratings with every mark, the most disputed question first,
// and how both sides see the same.
func marks(s *score.Scores, _ *model.Account) *Report {
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
		r.head(
			in.Name + ", " + map[bool]string{false: words.T("report.our-people"), true: words.T("report.customers-people")}[b.Verified],
		)
		var rows [][]Cell
		for _, v := range b.Verdicts(g.MethodPack()) {
			_, f := g.MethodPack().Factor(v.Factor)
			row := wording(accountName(p, v.Account), f.Name)
			for i, l := range v.Marks {
				if said := b.Said(v.Account, b.Raters[i], v.Factor); said == "x" { // an abstention
					row = append(row, text(said))
				} else {
					row = append(row, level(l))
				}
			}
			spread, agreed := Cell{}, Cell{}
			if v.Cast > 0 {
				spread = plain(v.Spread)
			}
			if v.Agreed.Known() {
				agreed = level(v.Agreed)
			}
			rows = append(rows, append(row, median(v.Median), spread, agreed))
		}
		heads := []string{words.T("report.account"), words.T("report.question")}
		for _, who := range b.Raters {
			heads = append(heads, who+"#")
		}
		r.grid(rows, append(heads, words.T("report.median"), words.T("report.spread"), words.T("report.agreed"))...)
	}
	perception(r, p, both)
	if len(r.Nodes) == 0 {
		r.text(words.T("report.no-blind-rating-finished"))
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
		return cmp.Or(
			cmp.Compare(wide(y), wide(x)),
			strings.Compare(accountName(p, x.Account), accountName(p, y.Account)),
			strings.Compare(string(x.Factor), string(y.Factor)),
		)
	})
	var rows [][]Cell
	for _, q := range all {
		_, f := pack.Factor(q.Factor)
		rows = append(
			rows,
			[]Cell{
				text(accountName(p, q.Account)),
				text(f.Name),
				median(both[q].Ours),
				median(both[q].Theirs),
				median(both[q].Gap()),
			},
		)
	}
	r.head(words.T("report.how-we-see-how-they"))
	r.grid(
		rows,
		words.T("report.account"),
		words.T("report.question"),
		words.T("report.our-people-2"),
		words.T("report.their-people"),
		words.T("report.gap"),
	)
	r.Nodes = withoutEmpty(r.Nodes)
}

// changedLimit is how many facts a page of what changed lists of one account.
const changedLimit = 200

// changedTitle is the title of what changed in a workshop.
func changedTitle() string { return words.T("report.what-changed-since-the-start") }

// Changed is what moved between a moment and now, over the accounts of the workshop:
// scores first, then every fact.
func Changed(then model.Snapshot, s *score.Scores) *Report {
	r := &Report{Title: changedTitle(), Today: s.Today(), Foot: internal()}
	p := s.Portfolio()
	g := p.Programme()
	r.About = g.Title
	var scope []model.AccountID
	if g.Workshop != nil {
		r.About = g.Workshop.Title
		scope = g.Workshop.Accounts
	}
	r.Subtitle = r.About + ", " + r.Today.Short()
	r.head(words.T("report.scores-moved"))
	rows := moved(score.Then(then), s, scope)
	r.grid(
		rows,
		words.T("report.account"),
		words.T("report.quadrant"),
		"S",
		words.T("report.importance"),
		words.T("report.position"),
		words.T("report.health"),
	)
	if len(rows) == 0 {
		r.text(words.T("report.no-score-account-scope-moved"))
	}
	if g.Workshop != nil {
		r.head(words.T("report.decided"))
		r.list(parkedTexts(p, g.Workshop, func(x *model.Parked) bool { return x.End == model.BecameDecision })...)
	}
	r.edits(edit.Between(then.Portfolio, p).Edits(g), p, scope)
	r.Nodes = withoutEmpty(r.Nodes)
	return r
}

// moved are the scores of accounts that differ.
func moved(was, s *score.Scores, scope []model.AccountID) (rows [][]Cell) {
	for _, id := range scope {
		a := s.Portfolio().Account(id)
		x, y := was.Local(id), s.Local(id)
		if a == nil || x == nil {
			continue
		}
		of := func(s *score.Scores, l *score.Local) []string {
			return []string{s.QuadrantWordAt(s.Portfolio().Index(id)), score.Print(l.Strategic), score.Print(l.Importance.Score),
				score.Print(l.Position.Score), score.Print(s.Standing(id).Health)}
		}
		before, after := of(was, x), of(s, y)
		if slices.Equal(before, after) {
			continue
		}
		row := wording(a.Name)
		for i := range before {
			if before[i] == after[i] {
				row = append(row, text(after[i]))
			} else {
				row = append(row, text(before[i]+" → "+after[i]))
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// edits tells every fact that changed in the accounts in scope, and how many others
// changed.
func (r *Report) edits(all []edit.Edit, p *model.Portfolio, scope []model.AccountID) {
	for _, id := range scope {
		var facts [][]Cell
		for _, e := range all {
			if e.Account == id && len(facts) < changedLimit {
				facts = append(facts, wording(e.Subject, e.Field, e.Before, e.After))
			}
		}
		if len(facts) > 0 {
			r.head(accountName(p, id))
			r.grid(facts, words.T("report.what"), words.T("report.fact"), words.T("report.before"), words.T("report.after"))
		}
	}
	outside := map[model.AccountID]bool{}
	for _, e := range all {
		if e.Account != "" && !slices.Contains(scope, e.Account) {
			outside[e.Account] = true
		}
	}
	if n := len(outside); n > 0 {
		r.head(words.T("report.other-accounts"))
		r.text(words.T("report.accounts-outside-workshop-changed-too", n))
	}
}
