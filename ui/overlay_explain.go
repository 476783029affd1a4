package ui

import (
	"slices"
	"strconv"
	"strings"

	"accord/model"
	"accord/model/score"
	"accord/ui/theme"
	"accord/ui/widget"
)

// explain shows what a number says for itself, and walks from one number of the
// account, or of the portfolio, to the next.
type explain struct {
	account model.AccountID // "" for the portfolio
	figure  string
	page    page
}

func newExplain(account model.AccountID, figure string) *explain {
	return &explain{account: account, figure: figure}
}

func (e *explain) scopes(*ctx) []scope { return []scope{scopePage, scopeMove} }

func (e *explain) title(c *ctx) string {
	if a := c.portfolio().Account(e.account); a != nil {
		return "Explained: " + a.Name
	}
	return "Explained: the portfolio"
}

func (e *explain) place(_ *ctx, screen widget.Rect) widget.Rect {
	return screen.Center(min(96, screen.W-2), min(30, screen.H))
}

// figures are the keys the walk goes round.
func (e *explain) figures() []string {
	if e.account == "" {
		return score.PortfolioFigures()
	}
	return score.AccountFigures()
}

// explanation is the figure's own; one that is not known gives the first.
func (e *explain) explanation(c *ctx) (score.Explanation, bool) {
	for _, key := range []string{e.figure, e.figures()[0]} {
		var x score.Explanation
		var ok bool
		if e.account == "" {
			x, ok = c.scores().ExplainPortfolio(key)
		} else {
			x, ok = c.scores().Explain(e.account, key)
		}
		if ok {
			return x, true
		}
	}
	return score.Explanation{}, false
}

func (e *explain) handle(c *ctx, in Intent) Outcome {
	switch in.Kind {
	case Cancel, Accept, Explain:
		return closing()
	case Right, NextField:
		e.walk(c, 1)
		return done()
	case Left, PrevField:
		e.walk(c, -1)
		return done()
	case Copy:
		if x, ok := e.explanation(c); ok {
			return doing(Copying{e.title(c) + "\n" + explanationText(x)})
		}
		return done()
	}
	if e.page.scroll(in.Kind) {
		return done()
	}
	return Outcome{}
}

func (e *explain) walk(c *ctx, step int) {
	keys := e.figures()
	x, _ := e.explanation(c)
	at := max(0, slices.Index(keys, x.Figure))
	e.figure = keys[(at+step+len(keys))%len(keys)]
	e.page.top = 0
}

func (e *explain) draw(c *ctx, cv widget.Canvas, _ bool) {
	x, ok := e.explanation(c)
	if !ok {
		cv.TextIn(1, 0, cv.W()-2, "This account is gone: esc goes back, and u there may bring it back.", theme.Quiet, widget.Left)
		return
	}
	keys := e.figures()
	body := hint(cv, "← → other figures · y copies · esc back")
	at := max(0, slices.Index(keys, x.Figure))
	where := strconv.Itoa(at+1) + " of " + strconv.Itoa(len(keys))
	body.TextIn(1, 0, body.W()-2, where, theme.Quiet, widget.Right)
	body.TextIn(1, 0, body.W()-4-len(where), x.Name, theme.Title, widget.Left)
	_, rest := body.Rect().SplitTop(1)
	e.lay(x, body.W())
	e.page.draw(body.Sub(rest))
}

// lay writes the explanation under its name.
func (e *explain) lay(x score.Explanation, w int) {
	p := &e.page
	p.begin(w)
	p.text(1, x.Value, theme.Accent)
	if x.Confidence.Known {
		p.text(1, "confidence "+score.Percentage(x.Confidence, 0), theme.Quiet)
	}
	if x.Reading != "" {
		p.blank()
		p.text(1, x.Reading, theme.Plain)
	}
	p.head("How it comes about")
	p.text(3, x.Formula, theme.Plain)
	if len(x.Inputs) > 0 {
		p.head("From")
		p.addGrid(3, inputGrid(x.Inputs))
	}
	if len(x.Unknown) > 0 {
		p.head("Not known yet")
		for _, u := range x.Unknown {
			p.bullet(3, "–", u, theme.Warn)
		}
	}
	if x.Source != "" {
		p.head("Where it is defined")
		p.text(3, x.Source, theme.Quiet)
	}
}

func inputGrid(inputs []score.Input) grid {
	g := grid{heads: []string{"", "value", "weight", "date", "source", "note"}}
	for _, in := range inputs {
		g.rows = append(g.rows, []string{in.Name, in.Value, in.Weight, in.Date.String(), oneLine(in.Source), oneLine(in.Note)})
	}
	return g
}

// explanationText is an explanation to paste into a mail.
func explanationText(x score.Explanation) string {
	var b strings.Builder
	b.WriteString(x.Name + ": " + x.Value)
	if x.Confidence.Known {
		b.WriteString(" (confidence " + score.Percentage(x.Confidence, 0) + ")")
	}
	b.WriteString("\n" + x.Formula + "\n")
	for _, in := range x.Inputs {
		b.WriteString("- " + in.Name + ": " + in.Value)
		for _, part := range [][2]string{{"weight", in.Weight}, {"", in.Date.String()}, {"source", in.Source}, {"note", in.Note}} {
			if part[1] != "" {
				b.WriteString(", " + strings.TrimSpace(part[0]+" "+part[1]))
			}
		}
		b.WriteString("\n")
	}
	for _, u := range x.Unknown {
		b.WriteString("- not known: " + u + "\n")
	}
	if x.Reading != "" {
		b.WriteString(x.Reading + "\n")
	}
	return b.String()
}
