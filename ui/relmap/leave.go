package relmap

import (
	"strconv"

	"accord/model"
	"accord/model/exposure"
	"accord/model/score"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// LeavePage shows every index before and after somebody leaves, and who cannot
// be reached any more. Nothing is changed.
type LeavePage struct {
	account model.AccountID
	theirs  model.PersonID // "" for none
	ours    model.MemberID // "" for none
	side    bool           // ours is shown
}

func (p *LeavePage) Scopes(*kit.Context) []keys.Scope {
	return []keys.Scope{keys.ScopePage, keys.ScopeMove}
}

func (p *LeavePage) name(c *kit.Context) string {
	if p.side {
		if m := c.Portfolio().Programme().Member(p.ours); m != nil {
			return words.T("relmap.ours", m.Name)
		}
	} else if a := c.Portfolio().Account(p.account); a != nil {
		return personName(a, string(p.theirs))
	}
	return words.T("relmap.somebody")
}

func (p *LeavePage) Title(c *kit.Context) string { return words.T("relmap.if-leaves", p.name(c)) }

func (p *LeavePage) Place(_ *kit.Context, screen widget.Rect) widget.Rect {
	return screen.Center(min(64, screen.W), min(20, screen.H))
}

func (p *LeavePage) Handle(_ *kit.Context, in keys.Intent) kit.Outcome {
	switch in.Kind {
	case keys.Cancel, keys.Accept, keys.Leave:
		return kit.Close()
	case keys.NextField, keys.PrevField, keys.Left, keys.Right:
		if p.ours != "" && p.theirs != "" {
			p.side = !p.side
		}
		return kit.Done()
	case keys.Explain:
		return kit.Open(kit.NewExplain(p.account, "relationship"))
	}
	return kit.Outcome{}
}

func (p *LeavePage) leaving(c *kit.Context) (score.Leaving, bool) {
	if p.side {
		return c.Scores().LeaveMember(p.account, p.ours)
	}
	return c.Scores().LeavePerson(p.account, p.theirs)
}

func (p *LeavePage) Draw(c *kit.Context, cv widget.Canvas, _ bool) {
	text := words.T("relmap.nothing-changed-i-explains-esc")
	if p.ours != "" && p.theirs != "" {
		text = words.T("relmap.tab-other-side") + " · " + text
	}
	body := kit.Hint(cv, text)
	l, ok := p.leaving(c)
	if !ok {
		body.TextIn(1, 0, body.W()-2, words.T("relmap.they-gone-already"), theme.Quiet, widget.Left)
		return
	}
	y := 0
	line := func(name, before, after string, worse bool) {
		st := theme.Plain
		if worse {
			st = theme.Bad
		} else if before != after {
			st = theme.Warn
		}
		body.TextIn(1, y, 24, name, theme.Quiet, widget.Left)
		body.TextIn(26, y, 8, before, theme.Plain, widget.Right)
		body.TextIn(36, y, 8, after, st, widget.Right)
		y++
	}
	line("", words.Here("before"), words.Here("after"), false)
	b, a := &l.Before, &l.After
	for _, row := range []struct {
		name          string
		before, after model.Num
	}{{words.T("relmap.relationship-r"), b.Score, a.Score}, {"coverage", b.Coverage, a.Coverage}, {"support", b.Support, a.Support}, {"zipper %", b.Zipper, a.Zipper},
		{"bow-tie %", b.BowTie, a.BowTie}, {"thread %", b.Thread, a.Thread}, {"threads", asNum(b.Threads), asNum(a.Threads)}, {words.T("relmap.health-h"), l.HealthBefore, l.HealthAfter}} {
		up := row.name == "bow-tie %" || row.name == "thread %" // more of these is worse
		line(
			words.Here(row.name),
			score.Print(row.before),
			score.Print(row.after),
			row.after.Known && (row.after.V < row.before.V-1e-9) != up && score.Print(row.before) != score.Print(row.after),
		)
	}
	line(words.Here("status"), strconv.Itoa(int(b.Status)), strconv.Itoa(int(a.Status)), a.Status < b.Status)
	y++
	if l.Sponsor {
		body.TextIn(1, y, body.W()-2, words.T("relmap.they-our-sponsor-here-alignment"), theme.Warn, widget.Left)
		y++
	}
	p.drawCutOff(c, body, y, l)
}

func asNum(n model.Opt[int]) model.Num { return model.Num{V: float64(n.V), Known: n.Known} }

func (p *LeavePage) drawCutOff(c *kit.Context, cv widget.Canvas, y int, l score.Leaving) {
	a := c.Portfolio().Account(p.account)
	if len(l.CutOff) == 0 {
		text := words.T("relmap.every-key-player-we-can")
		if exposure.Of(a, c.Portfolio().Programme()).KeyPlayers == 0 {
			text = words.T("relmap.leave-nobody-rated")
		}
		cv.TextIn(1, y, cv.W()-2, text, theme.Quiet, widget.Left)
		return
	}
	cv.TextIn(1, y, cv.W()-2, words.T("relmap.no-way-leads-any-more"), theme.Bad, widget.Left)
	for _, id := range l.CutOff {
		y++
		if s := a.Seat(id); s != nil && y < cv.H() {
			cv.TextIn(3, y, cv.W()-4, s.Title+" "+personName(a, string(s.Person)), theme.Plain, widget.Left)
		}
	}
}
