package plan

import (
	"fmt"

	"accord/model"
	"accord/model/score"
	"accord/model/words"
	"accord/ui/kit"
	"accord/ui/theme"
)

// enoughInsights is how many confirmed insights plan quality asks for.
const enoughInsights = 3

func insightProgress(a *model.Account) progress {
	p := progress{of: enoughInsights, words: words.T("plan.none-yet")}
	for i := range a.Insights {
		if a.Insights[i].Confirmed {
			p.Have++
		}
	}
	if n := len(a.Insights); n > 0 {
		p.words = words.T("plan.confirmed-2", n, p.Have)
		return p
	}
	return progress{words: p.words}
}

// valueProgress counts the lines we give that are realised or more.
func valueProgress(a *model.Account) progress {
	p := progress{words: words.T("plan.none-yet")}
	verified := 0
	for i := range a.Values {
		v := &a.Values[i]
		if v.Direction != model.ValueGiven {
			continue
		}
		p.of++
		if v.Status >= model.ValueRealised {
			p.Have++
		}
		if v.Status == model.ValueVerified {
			verified++
		}
	}
	if len(a.Values) > 0 {
		p.words = words.T("plan.realised-verified", p.Have, p.of, verified)
	}
	return p
}

// swotProgress counts the corners that have a point.
func swotProgress(a *model.Account) progress {
	var corner [model.Threat + 1]bool
	for i := range a.Points {
		corner[a.Points[i].Kind] = true
	}
	p := progress{words: words.T("plan.none-yet")}
	for _, has := range corner {
		if has {
			p.Have++
		}
	}
	if len(a.Points) > 0 {
		p.of = len(corner)
		p.words = words.T("plan.of-corners", p.Have, p.of)
	}
	return p
}

func riskProgress(a *model.Account) progress {
	p := progress{of: len(a.Risks), words: words.T("plan.none-yet")}
	for i := range a.Risks {
		if r := &a.Risks[i]; r.Owner != "" && r.Probability > 0 && r.Impact > 0 {
			p.Have++
		}
	}
	if p.of > 0 {
		p.words = words.T("plan.weighed-owned", p.Have, p.of)
	}
	return p
}

// decisionProgress counts the decisions of which somebody said whether the customer may
// read them.
func decisionProgress(a *model.Account) progress {
	p := progress{of: len(a.Decisions), words: words.T("plan.none-yet")}
	shared := 0
	for i := range a.Decisions {
		if a.Decisions[i].Shared != model.Undecided {
			p.Have++
		}
		if a.Decisions[i].Shared == model.IsShared {
			shared++
		}
	}
	if p.of > 0 {
		p.words = words.T("plan.shared-2", p.of, shared)
	}
	return p
}

func reviewProgress(a *model.Account) progress {
	p := progress{of: len(a.Reviews), words: words.T("plan.none-yet")}
	for i := range a.Reviews {
		if a.Reviews[i].Held {
			p.Have++
		}
	}
	if p.of > 0 {
		p.words = words.T("plan.held-planned", p.Have, p.of-p.Have)
	}
	return p
}

func cellProgress(c *kit.Context, a *model.Account) progress {
	p := progress{of: len(a.Cells), words: words.T("plan.none-yet")}
	for i := range a.Cells {
		if a.Cells[i].Status != model.CellUnknown {
			p.Have++
		}
	}
	if p.of > 0 {
		g := model.Whitespace(a, c.Portfolio().Programme(), c.Scores().Period().Year)
		p.words = words.T("plan.current-2", score.Percentage(g.Total.Penetration, 0))
	}
	return p
}

// progress is how complete a section is: in a few letters for its tab, and in
// words for the frame.
type progress struct {
	Have, of int
	words    string
}

func (p progress) full() bool { return p.of > 0 && p.Have >= p.of }

// short is 4/5, a check when complete, and nothing where nothing is begun.
func (p progress) short(g *theme.Glyphs) string {
	switch {
	case p.full():
		return g.Check
	case p.of == 0:
		return ""
	}
	return fmt.Sprintf("%d/%d", p.Have, p.of)
}
