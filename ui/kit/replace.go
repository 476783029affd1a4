package kit

import (
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/theme"
	"accord/ui/widget"
)

// ReplacePage asks whether older papers are replaced.
type ReplacePage struct {
	What  string  // a sentence that names them
	Ask   string  // the question, on a line of its own
	Yes   Outcome // what is done then
	Asked *Prompt // the question that named the file: no goes back to it
}

func (p *ReplacePage) Scopes(*Context) []keys.Scope {
	return []keys.Scope{keys.ScopeJudge, keys.ScopeMove}
}
func (p *ReplacePage) Title(*Context) string { return words.T("kit.replace-it") }
func (p *ReplacePage) Place(_ *Context, screen widget.Rect) widget.Rect {
	w := min(72, screen.W)
	return screen.Center(w, min(screen.H, 5+len(p.lines(w-6))))
}

func (p *ReplacePage) lines(w int) []string {
	return append(widget.Wrap(p.What, max(1, w)), p.Ask)
}

func (p *ReplacePage) Handle(_ *Context, in keys.Intent) Outcome {
	switch in.Kind {
	case keys.Yes:
		out := p.Yes
		out.Close()
		return out
	case keys.No, keys.Cancel:
		out := Close()
		out.Say(words.T("kit.nothing-written"))
		if p.Asked != nil {
			out.Open(p.Asked)
		}
		return out
	case keys.Quit, keys.Redraw, keys.Suspend, keys.Help:
		return Outcome{}
	}
	return Say(words.T("kit.y-or-n-answers"))
}

func (p *ReplacePage) Draw(_ *Context, cv widget.Canvas, _ bool) {
	body := Hint(cv, words.T("kit.y-replaces-n-or-esc"))
	for y, line := range p.lines(body.W() - 4) {
		body.Text(2, 1+y, line, theme.Strong)
	}
}
