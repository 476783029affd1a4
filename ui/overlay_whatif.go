package ui

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"accord/model"
	"accord/model/edit"
	"accord/model/score"
	"accord/ui/theme"
	"accord/ui/widget"
)

// branching is what becomes of a what-if.
type branching uint8

const (
	beginBranch branching = iota
	keepBranch
	dropBranch
)

// Do begins it, keeps it or drops it.
func (e branching) Do(h Host) tea.Cmd {
	a := h.(*App)
	if e == beginBranch {
		a.startBranch()
	} else {
		a.endBranch(e == keepBranch)
	}
	return nil
}

// startBranch makes everything on the screen a what-if: edits go to a session of
// their own, nothing is saved, and the figures move against those of before.
func (a *App) startBranch() {
	a.base = a.c.session
	a.c.session = a.base.Fork()
	a.c.baseline = a.c.standpointOf(a.c.account)
	a.status.text = "what-if: change anything, nothing is saved; w compares, keeps or drops it"
}

// endBranch goes back to what is. Kept, all of the what-if is one edit.
func (a *App) endBranch(keep bool) {
	branch := a.c.session
	a.c.session, a.base = a.base, nil
	a.overlays = slices.DeleteFunc(a.overlays, func(o overlay) bool { _, about := o.(*whatIf); return about })
	a.c.session.SetToday(model.DateOf(a.c.now))
	if !keep {
		a.status.text = "the what-if is dropped; everything is as it was"
		a.doAll(a.c.session.carried(branch))
	} else if a.did(a.c.session.keep(branch, a.c.now)) {
		a.status.text = "kept as one edit; u takes it back"
	}
	a.bench.settle(a.c)
}

// whatIf shows base and branch side by side.
type whatIf struct {
	page
	base *sitting
}

func (w *whatIf) title(*ctx) string   { return "What if" }
func (w *whatIf) scopes(*ctx) []scope { return []scope{scopeWhatIf, scopeMove} }

func (w *whatIf) place(_ *ctx, screen widget.Rect) widget.Rect {
	return screen.Center(min(90, screen.W), screen.H)
}

func (w *whatIf) handle(c *ctx, in Intent) Outcome {
	switch {
	case w.scroll(in.Kind):
		return done()
	case in.Kind == Cancel:
		return closing()
	case in.Kind == Delete, in.Kind == Accept && edit.Between(w.base.Portfolio(), c.portfolio()).Empty():
		out := closing()
		out.add(dropBranch)
		return out
	case in.Kind == Accept && w.base.Frozen() != "":
		return refuse(w.base.Frozen())
	case in.Kind == Accept:
		out := closing()
		out.add(keepBranch)
		return out
	}
	return Outcome{}
}

func (w *whatIf) draw(c *ctx, cv widget.Canvas, _ bool) {
	body := hint(cv, "enter keeps it as one edit · X drops it · esc goes on trying")
	p := edit.Between(w.base.Portfolio(), c.portfolio())
	w.begin(body.W())
	if a := c.current(); a != nil {
		w.head(a.Name)
		w.addGrid(1, w.accountGrid(c))
		if q, r := w.base.Scores().Quadrant(c.account), c.scores().Quadrant(c.account); q != r {
			w.text(1, "From "+quadrantName(q)+" to "+quadrantName(r)+".", theme.Accent)
		} else {
			w.text(1, quadrantName(q)+" as before.", theme.Quiet)
		}
	}
	if others := w.otherGrid(c); len(others.rows) > 0 {
		w.head("Other accounts that move")
		w.addGrid(1, others)
	}
	w.head("What was changed")
	edits := p.Edits(c.portfolio().Programme())
	if len(edits) == 0 {
		w.text(1, "Nothing yet: esc, and change anything.", theme.Quiet)
	}
	for _, e := range edits[:min(len(edits), compareLimit)] {
		w.text(1, firstLine(e.String()), theme.Plain)
	}
	w.page.draw(body)
}

// figures of an account that a what-if compares.
var whatIfRows = []struct {
	name string
	of   func(*standpoint) model.Num
}{
	{"strategic S", func(p *standpoint) model.Num { return p.Strategic }},
	{"importance", func(p *standpoint) model.Num { return p.Importance.Score }},
	{"position", func(p *standpoint) model.Num { return p.Position.Score }},
	{"asymmetry", func(p *standpoint) model.Num { return p.Asymmetry }},
	{"health H", func(p *standpoint) model.Num { return p.Health }},
	{"relationship R", func(p *standpoint) model.Num { return p.Relationship.Score }},
	{"value V", func(p *standpoint) model.Num { return p.Value.Score }},
	{"insight I", func(p *standpoint) model.Num { return model.Some(p.Insight) }},
	{"alignment", func(p *standpoint) model.Num { return p.Alignment }},
	{"commercial", func(p *standpoint) model.Num { return p.Commercial }},
	{"plan P", func(p *standpoint) model.Num { return p.Plan }},
	{"attention", func(p *standpoint) model.Num { return p.Attention }},
}

func (w *whatIf) accountGrid(c *ctx) grid {
	g := grid{heads: []string{"", "now", "what if", "moved"}}
	was := &standpoint{w.base.Scores().Local(c.account), w.base.Scores().Standing(c.account)}
	is := c.standpointOf(c.account)
	if is == nil {
		return g
	}
	for _, row := range whatIfRows {
		before := model.Num{}
		if was.Local != nil {
			before = row.of(was)
		}
		g.rows = append(g.rows, movedRow(row.name, before, row.of(is)))
	}
	return g
}

// movedRow is a figure before and after, and by how much it moved.
func movedRow(name string, before, after model.Num) []string {
	row := []string{name, score.Print2(before), score.Print2(after), ""}
	if before.Known && after.Known && row[1] != row[2] {
		row[3] = fmt.Sprintf("%+.2f", after.V-before.V)
	}
	return row
}

// otherGrid lists the other accounts whose S or H moved: a weight moves them all.
func (w *whatIf) otherGrid(c *ctx) grid {
	g := grid{heads: []string{"account", "S now", "S what if", "H now", "H what if"}}
	for _, a := range c.portfolio().Accounts() {
		was, is := w.base.Scores().Local(a.ID), c.scores().Local(a.ID)
		if a.ID == c.account || was == nil {
			continue
		}
		x, y := w.base.Scores().Standing(a.ID), c.scores().Standing(a.ID)
		row := []string{a.Name, score.Print2(was.Strategic), score.Print2(is.Strategic), score.Print2(x.Health), score.Print2(y.Health)}
		if row[1] != row[2] || row[3] != row[4] {
			g.rows = append(g.rows, row)
		}
	}
	return g
}
