package history

import (
	"cmp"
	"math"
	"slices"

	"accord/model"
	"accord/model/edit"
	"accord/model/score"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/plan"
	"accord/ui/theme"
	"accord/ui/widget"
)

// compare shows what changed between two moments: the scores that moved with why,
// and every fact.
type ComparePage struct {
	kit.Body
	account  model.AccountID // what is shown first; "" is every account alike
	from, to model.Snapshot
	drifts   []score.Drift
	edits    []edit.Edit
	left     int // facts that are not listed
}

func newCompare(account model.AccountID, m archiveMsg) *ComparePage {
	p := &ComparePage{account: account, from: m.from, to: m.to}
	for _, d := range m.drifts {
		if (account == "" || d.Account == account) &&
			(d.Before.Known != d.After.Known || math.Abs(d.After.V-d.Before.V) >= 0.005) {
			p.drifts = append(p.drifts, d)
		}
	}
	moved := func(d score.Drift) float64 { return math.Abs(d.After.V - d.Before.V) }
	slices.SortStableFunc(p.drifts, func(a, b score.Drift) int { return cmp.Compare(moved(b), moved(a)) })
	for _, e := range m.patch.Edits(m.to.Portfolio.Programme()) {
		if account == "" || e.Account == account || e.Account == "" {
			p.edits = append(p.edits, e)
		}
	}
	if n := len(p.edits) - kit.CompareLimit; n > 0 {
		p.edits, p.left = p.edits[:kit.CompareLimit], n
	}
	return p
}

func (p *ComparePage) Title(*kit.Context) string {
	return words.T("history.from-to", p.from.Name, p.to.Name)
}
func (p *ComparePage) Scopes(*kit.Context) []keys.Scope {
	return []keys.Scope{keys.ScopePage, keys.ScopeMove}
}

func (p *ComparePage) Place(_ *kit.Context, screen widget.Rect) widget.Rect {
	return screen.Center(min(100, screen.W), screen.H)
}

func (p *ComparePage) Handle(_ *kit.Context, in keys.Intent) kit.Outcome {
	switch {
	case p.Scroll(in.Kind):
		return kit.Done()
	case in.Kind == keys.Cancel, in.Kind == keys.Accept:
		return kit.Close()
	}
	return kit.Outcome{}
}

func (p *ComparePage) Draw(c *kit.Context, cv widget.Canvas, _ bool) {
	body := kit.Hint(cv, words.T("history.facts-what-people-entered-time"))
	p.Begin(body.W())
	if model.AcrossEditions(p.from.Date, p.to.Date) {
		p.Text(1, words.T("history.edition-changed-between", p.from.Name), theme.Quiet)
	}
	p.Head(words.T("history.scores-moved"))
	if len(p.drifts) == 0 {
		p.Text(1, words.T("history.none"), theme.Quiet)
	} else {
		p.AddGrid(1, p.scoreGrid(c))
	}
	p.Head(words.T("history.facts-changed"))
	if len(p.edits) == 0 {
		p.Text(1, words.T("history.none"), theme.Quiet)
	}
	last := model.AccountID("-")
	for _, e := range p.edits {
		if p.account == "" && e.Account != last {
			p.Text(1, p.accountName(e.Account), theme.Header)
			last = e.Account
		}
		text := e.String()
		if e.Subject == p.accountName(e.Account) {
			text = e.Field + " " + kit.OrDash(c, e.Before) + " → " + kit.OrDash(c, e.After)
		}
		p.Text(3, kit.FirstLine(text), theme.Plain)
	}
	if p.left > 0 {
		p.Text(1, words.T("history.and-more", p.left), theme.Quiet)
	}
	p.Body.Draw(body)
}

// accountName is the name at either moment.
func (p *ComparePage) accountName(id model.AccountID) string {
	for _, s := range []model.Snapshot{p.to, p.from} {
		if a := s.Portfolio.Account(id); a != nil {
			return a.Name
		}
	}
	return "programme"
}

func (p *ComparePage) scoreGrid(*kit.Context) kit.Grid {
	g := kit.Grid{
		Heads: []string{
			words.T("history.account"),
			words.T("history.score"),
			words.T("history.then"),
			words.T("history.now"),
			words.T("history.moved"),
			words.T("history.facts"),
			words.T("history.time"),
			words.T("history.method"),
		},
	}
	if p.account != "" {
		g.Heads[0] = ""
	}
	for _, d := range p.drifts {
		row := []string{"", words.T("history.strategic-s"), score.Print(d.Before), score.Print(d.After), "", "", "", ""}
		if p.account == "" {
			row[0] = p.accountName(d.Account)
		}
		if d.Figure == "health" {
			row[1] = words.T("history.health-h")
		}
		if d.Before.Known && d.After.Known {
			for i, v := range []float64{d.After.V - d.Before.V, d.Facts, d.Time, d.Settings} {
				row[4+i] = score.Change(model.Some(v))
			}
		}
		g.Rows = append(g.Rows, row)
	}
	return g
}

// newPickRestore asks how much of a moment is to come back.
func newPickRestore(c *kit.Context, account model.AccountID, from model.Snapshot) *kit.Pick {
	all := []kit.Choice{{Word: words.T("history.everything-all-accounts-settings"), Value: "*"}}
	if a := c.Portfolio().Account(account); account != "" {
		word := words.T("history.all-of-this-account")
		if a != nil {
			word = words.T("history.all-of", a.Name)
		}
		all = append([]kit.Choice{{Word: word, Value: ""}}, all...)
		if a != nil {
			for _, part := range edit.RestoreParts(c.Portfolio().Programme()) {
				all = append(all, kit.Choice{Word: words.T("history.only", partWords(part)), Value: part})
			}
		}
	}
	p := kit.NewPick(kit.PickRestore, words.T("history.restore-from", from.Name), all, "")
	p.Then, p.On = from, string(account)
	return p
}

// partWords name a part as the plan does.
func partWords(part string) string {
	for _, w := range plan.SectionWords() {
		if w.Key == part {
			return w.Name
		}
	}
	return map[string]string{"map": words.T("history.relationship-map")}[part]
}
