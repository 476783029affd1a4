package shell

import (
	"slices"
	"strings"

	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/plan"
	"accord/ui/workshop"
)

// While a blind rating is open no screen may tell a mark or what stood before. So
// until the last has passed only pages that know neither are open: everything else
// is taken off the screen here, whatever way it came.

// shut takes away what a blind rating must not show; the run sheet is always there
// then, so that the workbench is never seen.
func (a *App) shut() {
	if a.c.Voting() == nil {
		return
	}
	var open []kit.Page
	for _, o := range a.overlays {
		if a.c.Screens.TellsNothing(o) {
			open = append(open, o)
		}
	}
	if len(open) == 0 || len(open) == 1 && a.cover() != nil {
		open = slices.Insert(open, 0, kit.Page(workshop.NewRunSheet(a.c)))
	}
	a.overlays = open
}

// shutOut refuses what would open or change something else while others rate; the
// intents that are left mean the same as always.
func (a *App) shutOut(in keys.Intent) (kit.Outcome, bool) {
	if a.c.Voting() == nil {
		return kit.Outcome{}, false
	}
	switch in.Kind {
	case keys.Quit,
		keys.Redraw,
		keys.Suspend,
		keys.ToggleMouse,
		keys.Places,
		keys.RunSheetScreen,
		keys.BallotScreen,
		keys.ParkLine:
		return kit.Outcome{}, false
	case keys.Undo, keys.Redo:
		return kit.Refuse(words.T("shell.nothing-taken-back-while-others")), true
	}
	return kit.Refuse(shutWords()), true
}

// toRunSheet goes to the run sheet: the one that is open, else a new one on top.
func (a *App) toRunSheet() kit.Outcome {
	if a.base != nil && a.c.Rehearsal == nil {
		return kit.Refuse(a.notOnBranch())
	}
	if _, ok := a.top().(*places); ok {
		a.pop()
	}
	for i, o := range a.overlays {
		if _, ok := o.(*workshop.RunSheet); ok {
			a.overlays = a.overlays[:i+1]
			return kit.Done()
		}
	}
	return kit.Open(workshop.NewRunSheet(a.c))
}

// going reports whether g leads somewhere from the page on top: in a workshop from
// everywhere, else from a blind rating too.
func (a *App) going() bool {
	_, on := a.top().(*workshop.BallotPage)
	return on || a.c.Meeting()
}

// park asks for a line, whatever is on the screen.
func (a *App) park() kit.Outcome {
	c := a.c
	w := c.Portfolio().Programme().Workshop
	if w == nil {
		return kit.Refuse(words.T("shell.no-workshop-going-nothing-parked"))
	}
	if p, ok := a.top().(*kit.Prompt); ok && p.Kind == kit.AskPark {
		return kit.Done()
	}
	p := workshop.AskLine("", "")
	p.Where = a.whereNow()
	if len(w.Accounts) == 1 { // of several it is never the one that happens to be open
		p.About = w.Accounts[0]
	}
	if top, ok := a.top().(*workshop.BallotPage); ok {
		p.About = top.AtAccount(c)
	}
	return kit.Open(p)
}

// whereNow names the screen in a few words.
func (a *App) whereNow() string {
	if top := a.top(); top != nil {
		name, _, _ := strings.Cut(top.Title(a.c), " "+a.c.Glyphs.Sep)
		name, _, _ = strings.Cut(name, " "+a.c.Glyphs.Dash)
		return strings.TrimSpace(name)
	}
	switch a.bench.focus {
	case kit.PaneMap:
		return words.T("shell.relationship-map")
	case kit.PanePlan:
		return words.T("shell.plan", plan.SectionWords()[a.bench.plan.At].Name)
	}
	return words.T("shell.accounts")
}
