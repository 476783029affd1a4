package shell

import (
	"accord/model/edit"
	"accord/model/words"
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
			return kit.Refuse(words.T("shell.rehearsal-trial-already-change-anything"))
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
		p.said = words.T("shell.something-not-saved-what-if")
		return kit.Done()
	}
	if a.base != nil && a.c.Rehearsal == nil && !edit.Between(a.base.Portfolio(), a.c.Portfolio()).Empty() {
		out := kit.Refuse(words.T("shell.what-if-open-keep-or"))
		out.Open(&whatIf{base: a.base})
		return out
	}
	if a.saved.Err == nil || a.warned {
		return kit.Doing(quitting{})
	}
	a.warned = true
	m := kit.NewMessage(words.T("shell.not-saved-3"), a.notSaved())
	m.Keeps = true
	return kit.Open(m)
}

// notSaved is what quitting would mean now: where everything is, and what to do.
func (a *App) notSaved() string {
	text := words.T("shell.not-disk", a.saved.Queued-a.saved.Saved, a.diskWords()) + "\n\n"
	switch {
	case a.saved.Whole:
		return text + words.T("shell.rescue-file-whole-everything-saved")
	case a.saved.Rescue != "":
		return text + words.T("shell.rescue-file-every-edit-up")
	}
	return text + words.T("shell.accord-keeps-trying-as-long")
}
