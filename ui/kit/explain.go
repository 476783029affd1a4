package kit

import (
	"slices"
	"strings"

	"accord/model"
	"accord/model/score"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/theme"
	"accord/ui/widget"
)

// Explain shows what a number says for itself, and walks from one number of the
// account, or of the portfolio, to the next.
type Explain struct {
	account model.AccountID // "" for the portfolio
	figure  string
	page    Body
}

func NewExplain(account model.AccountID, figure string) *Explain {
	return &Explain{account: account, figure: figure}
}

func (e *Explain) Scopes(*Context) []keys.Scope { return []keys.Scope{keys.ScopePage, keys.ScopeMove} }

func (e *Explain) Title(c *Context) string {
	if a := c.Portfolio().Account(e.account); a != nil {
		return words.T("kit.explained", a.Name)
	}
	return words.T("kit.explained-portfolio")
}

func (e *Explain) Place(_ *Context, screen widget.Rect) widget.Rect {
	return screen.Center(min(96, screen.W-2), min(30, screen.H))
}

// figures are the keys the walk goes round.
func (e *Explain) figures() []string {
	if e.account == "" {
		return score.PortfolioFigures()
	}
	return score.AccountFigures()
}

// Explanation is the figure's own; one that is not known gives the first.
func (e *Explain) Explanation(c *Context) (score.Explanation, bool) {
	for _, key := range []string{e.figure, e.figures()[0]} {
		var x score.Explanation
		var ok bool
		if e.account == "" {
			x, ok = c.Scores().ExplainPortfolio(key)
		} else {
			x, ok = c.Scores().Explain(e.account, key)
		}
		if ok {
			return x, true
		}
	}
	return score.Explanation{}, false
}

func (e *Explain) Handle(c *Context, in keys.Intent) Outcome {
	switch in.Kind {
	case keys.Cancel, keys.Accept, keys.Explain:
		return Close()
	case keys.Right, keys.NextField:
		e.walk(c, 1)
		return Done()
	case keys.Left, keys.PrevField:
		e.walk(c, -1)
		return Done()
	case keys.Copy:
		if x, ok := e.Explanation(c); ok {
			return Doing(Copying{e.Title(c) + "\n" + ExplanationText(x)})
		}
		return Done()
	}
	if e.page.Scroll(in.Kind) {
		return Done()
	}
	return Outcome{}
}

func (e *Explain) walk(c *Context, step int) {
	keys := e.figures()
	x, _ := e.Explanation(c)
	at := max(0, slices.Index(keys, x.Figure))
	e.figure = keys[(at+step+len(keys))%len(keys)]
	e.page.Top = 0
}

func (e *Explain) Draw(c *Context, cv widget.Canvas, _ bool) {
	x, ok := e.Explanation(c)
	if !ok {
		cv.TextIn(1, 0, cv.W()-2, words.T("kit.this-account-gone-esc-goes"), theme.Quiet, widget.Left)
		return
	}
	keys := e.figures()
	body := Hint(cv, words.T("kit.other-figures-y-copies-esc"))
	at := max(0, slices.Index(keys, x.Figure))
	where := words.T("kit.of", at+1, len(keys))
	body.TextIn(1, 0, body.W()-2, where, theme.Quiet, widget.Right)
	body.TextIn(1, 0, body.W()-4-len(where), x.Name, theme.Title, widget.Left)
	_, rest := body.Rect().SplitTop(1)
	e.lay(x, body.W())
	e.page.Draw(body.Sub(rest))
}

// lay writes the explanation under its name.
func (e *Explain) lay(x score.Explanation, w int) {
	p := &e.page
	p.Begin(w)
	p.Text(1, x.Value, theme.Accent)
	if x.Confidence.Known {
		p.Text(1, words.T("kit.confidence", score.Percentage(x.Confidence, 0)), theme.Quiet)
	}
	if x.Reading != "" {
		p.Blank()
		p.Text(1, x.Reading, theme.Plain)
	}
	p.Head(words.T("kit.how-comes-about"))
	p.Text(3, x.Formula, theme.Plain)
	if len(x.Inputs) > 0 {
		p.Head(words.T("kit.from"))
		p.AddGrid(3, inputGrid(x.Inputs))
	}
	if len(x.Unknown) > 0 {
		p.Head(words.T("kit.not-known-yet"))
		for _, u := range x.Unknown {
			p.Bullet(3, "–", u, theme.Warn)
		}
	}
	if x.Source != "" {
		p.Head(words.T("kit.where-defined"))
		p.Text(3, x.Source, theme.Quiet)
	}
}

func inputGrid(inputs []score.Input) Grid {
	g := Grid{
		Heads: []string{
			"",
			words.T("kit.value"),
			words.T("kit.weight"),
			words.T("kit.date"),
			words.T("kit.source"),
			words.T("kit.note"),
		},
	}
	for _, in := range inputs {
		g.Rows = append(
			g.Rows,
			[]string{in.Name, in.Value, in.Weight, dayOf(in), OneLine(in.Source), OneLine(in.Note)},
		)
	}
	return g
}

// dayOf is the day an input is of, nothing where it is of none.
func dayOf(in score.Input) string {
	if !in.Date.Known() {
		return ""
	}
	return in.Date.Short()
}

// ExplanationText is an explanation to paste into a mail.
func ExplanationText(x score.Explanation) string {
	var b strings.Builder
	if x.Confidence.Known {
		b.WriteString(words.T("kit.named-value-confidence", x.Name, x.Value, score.Percentage(x.Confidence, 0)))
	} else {
		b.WriteString(words.T("kit.named-value", x.Name, x.Value))
	}
	b.WriteString("\n" + x.Formula + "\n")
	for _, in := range x.Inputs {
		parts := []string{words.T("kit.named-value", in.Name, in.Value)}
		if in.Weight != "" {
			parts = append(parts, words.T("kit.weight-is", in.Weight))
		}
		if in.Date.Known() {
			parts = append(parts, in.Date.Short())
		}
		if in.Source != "" {
			parts = append(parts, words.T("kit.source-is", in.Source))
		}
		if in.Note != "" {
			parts = append(parts, words.T("kit.note-is", in.Note))
		}
		b.WriteString("- " + strings.Join(parts, ", ") + "\n")
	}
	for _, u := range x.Unknown {
		b.WriteString("- " + words.T("kit.not-known", u) + "\n")
	}
	if x.Reading != "" {
		b.WriteString(x.Reading + "\n")
	}
	return b.String()
}
