package shell

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"accord/model"
	"accord/model/edit"
	"accord/model/score"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
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
func (e branching) Do(h kit.Host) tea.Cmd {
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
	a.base = a.c.Session
	a.c.Session = a.base.Fork()
	a.c.Baseline = a.c.StandpointOf(a.c.Account)
	a.status.text = words.T("shell.what-if-change-anything-nothing")
}

// endBranch goes back to what is. Kept, all of the what-if is one edit.
func (a *App) endBranch(keep bool) {
	branch := a.c.Session
	a.c.Session, a.base = a.base, nil
	a.overlays = slices.DeleteFunc(a.overlays, func(o kit.Page) bool { _, about := o.(*whatIf); return about })
	a.c.Session.SetToday(model.DateOf(a.c.Now))
	if !keep {
		a.status.text = words.T("shell.what-if-dropped-everything-as")
		a.doAll(a.c.Session.Carried(branch))
	} else if a.did(a.c.Session.Keep(branch, a.c.Now)) {
		a.status.text = words.T("shell.kept-as-one-edit-u")
	}
	a.bench.settle(a.c)
}

// whatIf shows base and branch side by side.
type whatIf struct {
	kit.Body
	base *kit.Sitting
}

func (w *whatIf) Title(*kit.Context) string { return words.T("shell.what-if") }
func (w *whatIf) Scopes(*kit.Context) []keys.Scope {
	return []keys.Scope{keys.ScopeWhatIf, keys.ScopeMove}
}

func (w *whatIf) Place(_ *kit.Context, screen widget.Rect) widget.Rect {
	return screen.Center(min(90, screen.W), screen.H)
}

func (w *whatIf) Handle(c *kit.Context, in keys.Intent) kit.Outcome {
	switch {
	case w.Scroll(in.Kind):
		return kit.Done()
	case in.Kind == keys.Cancel:
		return kit.Close()
	case in.Kind == keys.Delete, in.Kind == keys.Accept && edit.Between(w.base.Portfolio(), c.Portfolio()).Empty():
		out := kit.Close()
		out.Add(dropBranch)
		return out
	case in.Kind == keys.Accept && w.base.Frozen() != "":
		return kit.Refuse(w.base.Frozen())
	case in.Kind == keys.Accept:
		out := kit.Close()
		out.Add(keepBranch)
		return out
	}
	return kit.Outcome{}
}

func (w *whatIf) Draw(c *kit.Context, cv widget.Canvas, _ bool) {
	body := kit.Hint(cv, words.T("shell.enter-keeps-as-one-edit"))
	p := edit.Between(w.base.Portfolio(), c.Portfolio())
	w.Begin(body.W())
	if a := c.Current(); a != nil {
		w.Head(a.Name)
		w.AddGrid(1, w.accountGrid(c))
		if q, r := w.base.Scores().Quadrant(c.Account), c.Scores().Quadrant(c.Account); q != r {
			w.Text(1, words.T("shell.from-to", kit.Place(w.base.Scores(), c.Account), kit.Place(c.Scores(), c.Account)), theme.Accent)
		} else {
			w.Text(1, words.T("shell.as-before", kit.Place(c.Scores(), c.Account)), theme.Quiet)
		}
	}
	if others := w.otherGrid(c); len(others.Rows) > 0 {
		w.Head(words.T("shell.other-accounts-move"))
		w.AddGrid(1, others)
	}
	w.Head(words.T("shell.what-changed"))
	edits := p.Edits(c.Portfolio().Programme())
	if len(edits) == 0 {
		w.Text(1, words.T("shell.nothing-yet-esc-change-anything"), theme.Quiet)
	}
	for _, e := range edits[:min(len(edits), kit.CompareLimit)] {
		w.Text(1, kit.FirstLine(e.String()), theme.Plain)
	}
	w.Body.Draw(body)
}

// figures of an account that a what-if compares.
var whatIfRows = words.Table(func() []struct {
	name string
	of   func(*kit.Standpoint) model.Num
} {
	return []struct {
		name string
		of   func(*kit.Standpoint) model.Num
	}{
		{words.T("shell.strategic-s"), func(p *kit.Standpoint) model.Num { return p.Strategic }},
		{"importance", func(p *kit.Standpoint) model.Num { return p.Importance.Score }},
		{"position", func(p *kit.Standpoint) model.Num { return p.Position.Score }},
		{"asymmetry", func(p *kit.Standpoint) model.Num { return p.Asymmetry }},
		{words.T("shell.health-h"), func(p *kit.Standpoint) model.Num { return p.Health }},
		{words.T("shell.relationship-r"), func(p *kit.Standpoint) model.Num { return p.Relationship.Score }},
		{words.T("shell.value-v"), func(p *kit.Standpoint) model.Num { return p.Value.Score }},
		{words.T("shell.insight-i"), func(p *kit.Standpoint) model.Num { return p.Insight }},
		{"alignment", func(p *kit.Standpoint) model.Num { return p.Alignment }},
		{"commercial", func(p *kit.Standpoint) model.Num { return p.Commercial }},
		{words.T("shell.plan-p"), func(p *kit.Standpoint) model.Num { return p.Plan }},
		{"attention", func(p *kit.Standpoint) model.Num { return p.Attention }},
	}
})

func (w *whatIf) accountGrid(c *kit.Context) kit.Grid {
	g := kit.Grid{Heads: []string{"", words.T("shell.now"), words.T("shell.what-if-2"), words.T("shell.moved")}}
	was := &kit.Standpoint{Local: w.base.Scores().Local(c.Account), Standing: w.base.Scores().Standing(c.Account)}
	is := c.StandpointOf(c.Account)
	if is == nil {
		return g
	}
	for _, row := range whatIfRows() {
		before := model.Num{}
		if was.Local != nil {
			before = row.of(was)
		}
		g.Rows = append(g.Rows, movedRow(words.Here(row.name), before, row.of(is)))
	}
	return g
}

// movedRow is a figure before and after, and by how much it moved.
func movedRow(name string, before, after model.Num) []string {
	row := []string{name, score.Print(before), score.Print(after), kit.Moved(after, before)}
	if row[3] == "0" {
		row[3] = ""
	}
	return row
}

// otherGrid lists the other accounts whose S or H moved: a weight moves them all.
func (w *whatIf) otherGrid(c *kit.Context) kit.Grid {
	g := kit.Grid{
		Heads: []string{
			words.T("shell.account"),
			words.T("shell.s-now"),
			words.T("shell.s-what-if"),
			words.T("shell.h-now"),
			words.T("shell.h-what-if"),
		},
	}
	for _, a := range c.Portfolio().Accounts() {
		was, is := w.base.Scores().Local(a.ID), c.Scores().Local(a.ID)
		if a.ID == c.Account || was == nil {
			continue
		}
		x, y := w.base.Scores().Standing(a.ID), c.Scores().Standing(a.ID)
		row := []string{
			a.Name,
			score.Print(was.Strategic),
			score.Print(is.Strategic),
			score.Print(x.Health),
			score.Print(y.Health),
		}
		if row[1] != row[2] || row[3] != row[4] {
			g.Rows = append(g.Rows, row)
		}
	}
	return g
}
