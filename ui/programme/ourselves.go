package programme

import (
	"strconv"

	"accord/model"
	"accord/model/edit"
	"accord/model/score"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// OurselvesPage asks how ready we are for a programme of strategic accounts, and
// what each of our account managers brings.
type OurselvesPage struct {
	who int // 0 the programme, then the team in order
	at  int
}

func (p *OurselvesPage) Scopes(*kit.Context) []keys.Scope {
	return []keys.Scope{keys.ScopeOurselves, keys.ScopeMove}
}

func (p *OurselvesPage) Title(c *kit.Context) string {
	g := c.Portfolio().Programme()
	if m := p.member(c); m != nil {
		return words.T(
			"programme.competency",
			m.Name,
			score.Doubted(score.Competent(g, m).Score, score.Competent(g, m).Confidence),
		)
	}
	return words.T("programme.programme-readiness", score.Doubted(score.Ready(g).Score, score.Ready(g).Confidence))
}

func (p *OurselvesPage) Place(_ *kit.Context, screen widget.Rect) widget.Rect {
	return screen.Center(min(110, screen.W), min(34, screen.H))
}

// member is whom the page is about, nil for the programme.
func (p *OurselvesPage) member(c *kit.Context) *model.Member {
	team := c.Portfolio().Programme().Team
	p.who = max(0, min(p.who, len(team)))
	if p.who == 0 {
		return nil
	}
	return &team[p.who-1]
}

func (p *OurselvesPage) instrument(c *kit.Context) (*model.Instrument, map[model.FactorKey]model.Rating) {
	g := c.Portfolio().Programme()
	if m := p.member(c); m != nil {
		return g.MethodPack().Instrument(model.CompetencyKey), m.Competency
	}
	return g.MethodPack().Instrument(model.ReadinessKey), g.Readiness
}

func (p *OurselvesPage) Handle(c *kit.Context, in keys.Intent) kit.Outcome {
	about, _ := p.instrument(c)
	switch in.Kind {
	case keys.Cancel:
		return kit.Close()
	case keys.Left, keys.PrevField:
		p.who = max(0, p.who-1)
		return kit.Done()
	case keys.Right, keys.NextField:
		p.who++
		return kit.Done()
	}
	if about == nil {
		return kit.Done()
	}
	p.at = max(0, min(p.at, len(about.Factors)-1))
	if to, ok := kit.MoveTo(in.Kind, p.at, len(about.Factors), 8); ok {
		p.at = to
		return kit.Done()
	}
	level := model.UnknownLevel
	switch in.Kind {
	case keys.Rate:
		level = model.LevelOf(in.N)
	case keys.SetUnknown:
	default:
		return kit.Outcome{}
	}
	ch := edit.RateOurselves{Factor: about.Factors[p.at].Full(), Level: level}
	if m := p.member(c); m != nil {
		ch.Member = m.ID
	}
	return kit.Change(ch)
}

func (p *OurselvesPage) Draw(c *kit.Context, cv widget.Canvas, _ bool) {
	body := kit.Hint(cv, words.T("programme.0-5-rate-x-unknown"))
	about, answers := p.instrument(c)
	if about == nil {
		body.TextIn(1, 0, body.W()-2, words.T("programme.method-pack-does-not-ask"), theme.Quiet, widget.Left)
		return
	}
	p.at = max(0, min(p.at, len(about.Factors)-1))
	body.TextIn(1, 0, body.W()-2, about.Question, theme.Header, widget.Left)
	f := &about.Factors[p.at]
	anchors := min(len(f.Anchors)+1, max(0, body.H()-5))
	list := max(1, min(len(about.Factors), body.H()-2-anchors))
	top := max(0, min(p.at-list/2, len(about.Factors)-list))
	for y := 0; y < list; y++ {
		x := &about.Factors[top+y]
		r := answers[x.Full()]
		if top+y == p.at {
			body.Mark(widget.Rect{Y: y + 1, W: body.W(), H: 1}, theme.FocusMark)
			body.Text(0, y+1, body.Glyphs().Cursor, theme.Accent)
		}
		level, day := body.Glyphs().Unknown, words.T("programme.not-asked-yet")
		if r.Ours.Known() {
			level, day = strconv.Itoa(r.Ours.Int()), r.Date.Short()
		}
		name := max(12, body.W()-32)
		body.TextIn(2, y+1, name, x.Name, theme.Plain, widget.Left)
		body.Text(3+name, y+1, widget.Meter(float64(max(0, r.Ours.Int()))/5, r.Ours.Known(), 5, *body.Glyphs()), theme.Accent)
		body.TextIn(10+name, y+1, 2, level, theme.Strong, widget.Right)
		body.TextIn(14+name, y+1, 14, day, theme.Quiet, widget.Left)
	}
	y := list + 2
	body.TextIn(1, y, body.W()-2, f.Question, theme.Title, widget.Left)
	for i, text := range f.Anchors {
		if y++; y < body.H() {
			st := theme.Quiet
			if r := answers[f.Full()]; r.Ours.Known() && r.Ours.Int() == about.Min+i {
				st = theme.Strong
			}
			body.TextAuto(1, y, body.W()-2, strconv.Itoa(about.Min+i)+"  "+text, st, widget.Left)
		}
	}
}
