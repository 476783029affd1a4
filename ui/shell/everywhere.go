package shell

import (
	"fmt"

	"accord/model/edit"
	"accord/ui/keys"
	"accord/ui/kit"
)

// everywhere answers the intents that mean the same on every screen.
func (a *App) everywhere(in keys.Intent) kit.Outcome {
	if out, no := a.shutOut(in); no {
		return out
	}
	switch in.Kind {
	case keys.Quit:
		return a.leave()
	case keys.Undo:
		return kit.Doing(kit.Turning{})
	case keys.Redo:
		return kit.Doing(kit.Turning{Again: true})
	case keys.Zoom:
		return kit.Doing(zooming{})
	case keys.ToggleMouse:
		return kit.Doing(togglingMouse{})
	case keys.Redraw:
		return kit.Doing(redrawing{})
	case keys.Suspend:
		return kit.Doing(suspending{})
	case keys.Help:
		return kit.Open(newHelp(a.c, a.Scopes()))
	case keys.Palette:
		return kit.Open(newPalette(a.c, a.Scopes()))
	case keys.LockScreen:
		return kit.Doing(locking{})
	case keys.Places:
		return kit.Open(newPlaces())
	case keys.WhatIf:
		if a.c.Rehearsal != nil {
			return kit.Refuse("A rehearsal is a trial already: change anything, nothing is saved.")
		}
		if a.base != nil {
			return kit.Open(&whatIf{base: a.base})
		}
		return kit.Doing(beginBranch)
	}
	return a.openScreen(in)
}

// leave quits. It asks nothing, because everything is saved; only when the disk
// refuses does it say once what would happen.
func (a *App) leave() kit.Outcome {
	if p := a.cover(); p != nil && (a.base != nil || a.saved.Err != nil && !a.warned) {
		a.warned = true
		p.said = "Something is not saved: a what-if is open, or the disk refuses. Uncover the screen to see."
		return kit.Done()
	}
	if a.base != nil && a.c.Rehearsal == nil && !edit.Between(a.base.Portfolio(), a.c.Portfolio()).Empty() {
		out := kit.Refuse("a what-if is open: keep or drop it, then quit")
		out.Open(&whatIf{base: a.base})
		return out
	}
	if a.saved.Err == nil || a.warned {
		return kit.Doing(quitting{})
	}
	a.warned = true
	m := kit.NewMessage("Not saved", a.notSaved())
	m.Keeps = true
	return kit.Open(m)
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
