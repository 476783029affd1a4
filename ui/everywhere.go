package ui

import (
	"fmt"

	"accord/model/edit"
)

// everywhere answers the intents that mean the same on every screen.
func (a *App) everywhere(in Intent) Outcome {
	if out, no := a.shutOut(in); no {
		return out
	}
	switch in.Kind {
	case Quit:
		return a.leave()
	case Undo:
		return doing(Turning{})
	case Redo:
		return doing(Turning{Again: true})
	case Zoom:
		return doing(zooming{})
	case ToggleMouse:
		return doing(togglingMouse{})
	case Redraw:
		return doing(redrawing{})
	case Suspend:
		return doing(suspending{})
	case Help:
		return open(newHelp(a.c, a.scopes()))
	case Palette:
		return open(newPalette(a.c, a.scopes()))
	case LockScreen:
		return doing(locking{})
	case Places:
		return open(newPlaces())
	case WhatIf:
		if a.c.rehearsal != nil {
			return refuse("A rehearsal is a trial already: change anything, nothing is saved.")
		}
		if a.base != nil {
			return open(&whatIf{base: a.base})
		}
		return doing(beginBranch)
	}
	return a.openScreen(in)
}

// notOnBranch is why something waits until what is tried out is over.
func (a *App) notOnBranch() string {
	if a.c.rehearsal != nil {
		return "Not in a rehearsal: E on the run sheet (g w) ends it."
	}
	return "First keep or drop the what-if: press w."
}

// leave quits. It asks nothing, because everything is saved; only when the disk
// refuses does it say once what would happen.
func (a *App) leave() Outcome {
	if p := a.cover(); p != nil && (a.base != nil || a.saved.Err != nil && !a.warned) {
		a.warned = true
		p.said = "Something is not saved: a what-if is open, or the disk refuses. Uncover the screen to see."
		return done()
	}
	if a.base != nil && a.c.rehearsal == nil && !edit.Between(a.base.Portfolio(), a.c.portfolio()).Empty() {
		out := refuse("a what-if is open: keep or drop it, then quit")
		out.Open(&whatIf{base: a.base})
		return out
	}
	if a.saved.Err == nil || a.warned {
		return doing(quitting{})
	}
	a.warned = true
	m := newMessage("Not saved", a.notSaved())
	m.keeps = true
	return open(m)
}

// notSaved is what quitting would mean now: where everything is, and what to do.
func (a *App) notSaved() string {
	edits := "edits are"
	if a.saved.Queued-a.saved.Saved == 1 {
		edits = "edit is"
	}
	text := fmt.Sprintf("%d %s not on the disk: %s\n\n", a.saved.Queued-a.saved.Saved, edits, a.diskWords())
	switch {
	case a.saved.Whole:
		return text + "That rescue file is whole: everything that was saved, and every edit up to the last. Bring your file back, and Accord brings it up to date and says saved. Or quit again now: what puts the rescue file in its place is printed then."
	case a.saved.Rescue != "":
		return text + "That rescue file has every edit up to the last. Accord keeps trying as long as it is open; when the disk takes them, the header says saved. If you quit again now, what brings them in is printed."
	}
	return text + "Accord keeps trying as long as it is open; when the disk takes them, the header says saved. If you quit again now, they are written to a rescue file instead, and its place is printed."
}

// modal intents do not fall through an open overlay to the screen below.
func modal(k IntentKind) bool {
	switch k {
	case Quit, Undo, Redo, Help, Redraw, Suspend, ToggleMouse:
		return false
	}
	return true
}
