package ui

import (
	"slices"
	"strings"
)

// While a blind rating is open no screen may tell a mark or what stood before. So
// until the last has passed only pages that know neither are open: everything else
// is taken off the screen here, whatever way it came.

// shutWords say why.
const shutWords = "Until the last rater has passed, other screens stay shut: they show what stands. g w is the run sheet, q quits, nothing is lost."

// shut takes away what a blind rating must not show; the run sheet is always there
// then, so that the workbench is never seen.
func (a *App) shut() {
	if a.c.voting() == nil {
		return
	}
	var open []overlay
	for _, o := range a.overlays {
		if a.c.screens.tellsNothing(o) {
			open = append(open, o)
		}
	}
	if len(open) == 0 || len(open) == 1 && a.cover() != nil {
		open = slices.Insert(open, 0, overlay(newRunSheet(a.c)))
	}
	a.overlays = open
}

// shutOut refuses what would open or change something else while others rate; the
// intents that are left mean the same as always.
func (a *App) shutOut(in Intent) (Outcome, bool) {
	if a.c.voting() == nil {
		return Outcome{}, false
	}
	switch in.Kind {
	case Quit, Redraw, Suspend, ToggleMouse, Places, RunSheetScreen, BallotScreen, ParkLine:
		return Outcome{}, false
	case Undo, Redo:
		return refuse("Nothing is taken back while others rate: change your answer instead."), true
	}
	return refuse(shutWords), true
}

// openUp puts an overlay on top unless it has to stay shut.
func (a *App) openUp(o overlay) {
	if a.c.voting() != nil && !a.c.screens.tellsNothing(o) {
		a.status.text, a.status.bad = shutWords, true
		return
	}
	if p, ok := o.(*prompt); ok {
		p.recall(a.c)
	}
	a.push(o)
}

// toRunSheet goes to the run sheet: the one that is open, else a new one on top.
func (a *App) toRunSheet() Outcome {
	if a.base != nil && a.c.rehearsal == nil {
		return refuse(a.notOnBranch())
	}
	if _, ok := a.top().(*places); ok {
		a.pop()
	}
	for i, o := range a.overlays {
		if _, ok := o.(*runSheet); ok {
			a.overlays = a.overlays[:i+1]
			return done()
		}
	}
	return open(newRunSheet(a.c))
}

// going reports whether g leads somewhere from the page on top: in a workshop from
// everywhere, else from a blind rating too.
func (a *App) going() bool {
	_, on := a.top().(*ballotPage)
	return on || a.c.meeting()
}

// park asks for a line, whatever is on the screen.
func (a *App) park() Outcome {
	c := a.c
	w := c.portfolio().Programme().Workshop
	if w == nil {
		return refuse("No workshop is going on, so nothing is parked: g w begins one.")
	}
	if p, ok := a.top().(*prompt); ok && p.kind == askPark {
		return done()
	}
	p := askLine("", "")
	p.where = a.whereNow()
	if len(w.Accounts) == 1 { // of several it is never the one that happens to be open
		p.about = w.Accounts[0]
	}
	if top, ok := a.top().(*ballotPage); ok {
		p.about = top.atAccount(c)
	}
	return open(p)
}

// whereNow names the screen in a few words.
func (a *App) whereNow() string {
	if top := a.top(); top != nil {
		name, _, _ := strings.Cut(top.title(a.c), " "+a.c.glyphs.Sep)
		name, _, _ = strings.Cut(name, " "+a.c.glyphs.Dash)
		return strings.TrimSpace(name)
	}
	switch a.bench.focus {
	case paneMap:
		return "Relationship map"
	case panePlan:
		return "Plan: " + sectionWords[a.bench.plan.at].name
	}
	return "Accounts"
}
