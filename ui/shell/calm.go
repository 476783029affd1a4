package shell

import (
	"accord/model/edit"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/plan"
	"accord/ui/widget"
)

// What a room must not see stays where it is and is only not drawn: a page that was
// open is there again when projector mode ends, with what was typed in it. Until
// then its keys do nothing: who begins to type a note that is not shown types
// nothing else with it.

func calmPlace(screen widget.Rect) widget.Rect { return screen.Center(min(64, screen.W), 6) }

// whileCalm answers the keys of a page that is not shown: esc leaves it, what means
// the same on every screen still does, and letters are nothing.
func whileCalm(in keys.Intent, leave func() kit.Outcome) kit.Outcome {
	switch in.Kind {
	case keys.Cancel:
		return leave()
	case keys.Quit, keys.Redraw, keys.Suspend, keys.LockScreen:
		return kit.Outcome{}
	}
	return kit.Done()
}

// coveredForRoom reports whether the top page is one that the room must not see.
func (a *App) coveredForRoom() bool { return !a.c.MayOpen(a.top()) }

// behindCalm answers a key while the top page is not shown.
func (a *App) behindCalm(in keys.Intent) kit.Outcome {
	if _, shown := a.top().(*recoveryPage); shown &&
		(in.Kind == keys.Quit || in.Kind == keys.Cancel || in.Kind == keys.Accept) {
		return kit.Refuse(words.T("shell.recovery-key-below-shown-only"))
	}
	out := whileCalm(in, func() kit.Outcome {
		out := a.top().Handle(a.c, in)
		if _, bad := out.Said(); !bad { // why esc does not leave has to be said
			out = kit.Without[kit.Saying](out)
		}
		return out
	})
	if !out.Done {
		return a.everywhere(in)
	}
	return out
}

// guardRoom ends the typing of a field that the room must not see, whatever began
// it: what is typed next goes nowhere, until esc.
func (a *App) guardRoom() {
	if !a.c.Modest() {
		return
	}
	end := func(part any, here bool) {
		v, ok := part.(kit.Visitor)
		if !ok || *v.Visit() == nil || a.c.MayRead((*v.Visit()).Ref, (*v.Visit()).Field) {
			return
		}
		*v.Visit() = nil
		if here {
			a.push(&kit.ClosedField{Why: kit.OursWords()})
		}
	}
	for i, part := range a.bench.plan.Parts {
		end(part, a.top() == nil && a.bench.focus == kit.PanePlan && a.bench.plan.At == plan.Section(i))
	}
	for i, o := range a.overlays {
		end(o, i == len(a.overlays)-1)
	}
}

// calmFrame draws the place of a page that is not shown.
func (a *App) calmFrame(cv widget.Canvas, focus bool) {
	r := calmPlace(widget.Rect{W: cv.W(), H: cv.H() - 2})
	cv.ClearRect(r)
	kit.DrawOurs(cv.Box(r, words.T("shell.ours-alone"), "", focus))
}

// mayHand reports whether a text may be handed to an editor on this screen.
func (a *App) mayHand(e *kit.ExternalEdit) bool {
	f, err := edit.FieldByKey(a.c.Portfolio().Programme(), e.Key)
	return err == nil && a.c.MayRead(e.Ref, f)
}
