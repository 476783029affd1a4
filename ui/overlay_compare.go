package ui

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"accord/model"
	"accord/model/edit"
	"accord/model/score"
	"accord/ui/theme"
	"accord/ui/widget"
)

// compare shows what changed between two moments: the scores that moved with why,
// and every fact.
type comparePage struct {
	page
	account  model.AccountID // what is shown first; "" is every account alike
	from, to model.Snapshot
	drifts   []score.Drift
	edits    []edit.Edit
	left     int // facts that are not listed
}

func newCompare(account model.AccountID, m archiveMsg) *comparePage {
	p := &comparePage{account: account, from: m.from, to: m.to}
	for _, d := range m.drifts {
		if (account == "" || d.Account == account) && (d.Before.Known != d.After.Known || math.Abs(d.After.V-d.Before.V) >= 0.005) {
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
	if n := len(p.edits) - compareLimit; n > 0 {
		p.edits, p.left = p.edits[:compareLimit], n
	}
	return p
}

func (p *comparePage) title(*ctx) string   { return "From " + p.from.Name + " to " + p.to.Name }
func (p *comparePage) scopes(*ctx) []scope { return []scope{scopePage, scopeMove} }

func (p *comparePage) place(_ *ctx, screen widget.Rect) widget.Rect {
	return screen.Center(min(100, screen.W), screen.H)
}

func (p *comparePage) handle(_ *ctx, in Intent) Outcome {
	switch {
	case p.scroll(in.Kind):
		return done()
	case in.Kind == Cancel, in.Kind == Accept:
		return closing()
	}
	return Outcome{}
}

func (p *comparePage) draw(c *ctx, cv widget.Canvas, _ bool) {
	body := hint(cv, "facts: what people entered · time: the later day · method: weights, rates, team · esc back")
	p.begin(body.W())
	p.head("Scores that moved")
	if len(p.drifts) == 0 {
		p.text(1, "None.", theme.Quiet)
	} else {
		p.addGrid(1, p.scoreGrid(c))
	}
	p.head("Facts that changed")
	if len(p.edits) == 0 {
		p.text(1, "None.", theme.Quiet)
	}
	last := model.AccountID("none yet")
	for _, e := range p.edits {
		if p.account == "" && e.Account != last {
			p.text(1, p.accountName(e.Account), theme.Header)
			last = e.Account
		}
		text := e.String()
		if e.Subject == p.accountName(e.Account) {
			text = e.Field + " " + orDash(c, e.Before) + " → " + orDash(c, e.After)
		}
		p.text(3, firstLine(text), theme.Plain)
	}
	if p.left > 0 {
		p.text(1, fmt.Sprintf("and %d more", p.left), theme.Quiet)
	}
	p.page.draw(body)
}

// accountName is the name at either moment.
func (p *comparePage) accountName(id model.AccountID) string {
	for _, s := range []model.Snapshot{p.to, p.from} {
		if a := s.Portfolio.Account(id); a != nil {
			return a.Name
		}
	}
	return "programme"
}

func (p *comparePage) scoreGrid(*ctx) grid {
	g := grid{heads: []string{"account", "score", "then", "now", "moved", "facts", "time", "method"}}
	if p.account != "" {
		g.heads[0] = ""
	}
	for _, d := range p.drifts {
		row := []string{"", "strategic S", score.Print2(d.Before), score.Print2(d.After), "", "", "", ""}
		if p.account == "" {
			row[0] = p.accountName(d.Account)
		}
		if d.Figure == "health" {
			row[1] = "health H"
		}
		if d.Before.Known && d.After.Known {
			for i, v := range []float64{d.After.V - d.Before.V, d.Facts, d.Time, d.Settings} {
				row[4+i] = fmt.Sprintf("%+.2f", v)
				if math.Abs(v) < 0.005 {
					row[4+i] = "0"
				}
			}
		}
		g.rows = append(g.rows, row)
	}
	return g
}

// newPickRestore asks how much of a moment is to come back.
func newPickRestore(c *ctx, account model.AccountID, from model.Snapshot) *pick {
	all := []choice{{"everything: all accounts and the settings", "*"}}
	if a := c.portfolio().Account(account); account != "" {
		name := "this account"
		if a != nil {
			name = a.Name
		}
		all = append([]choice{{"all of " + name, ""}}, all...)
		if a != nil {
			for _, part := range edit.RestoreParts(c.portfolio().Programme()) {
				all = append(all, choice{"only " + partWords(part), part})
			}
		}
	}
	p := newPick(pickRestore, "Restore from "+from.Name, all, "")
	p.then, p.on = from, string(account)
	return p
}

// partWords name a part as the plan does.
func partWords(part string) string {
	for _, w := range sectionWords {
		if w.key == part {
			return w.name
		}
	}
	return map[string]string{"map": "the relationship map"}[part]
}
