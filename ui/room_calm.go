package ui

import (
	"accord/model/edit"
	"accord/ui/widget"
)

// What a room must not see stays where it is and is only not drawn: a page that was
// open is there again when projector mode ends, with what was typed in it. Until
// then its keys do nothing: who begins to type a note that is not shown types
// nothing else with it.

const calmTitle = "Ours alone"

func calmPlace(screen widget.Rect) widget.Rect { return screen.Center(min(64, screen.W), 6) }

// whileCalm answers the keys of a page that is not shown: esc leaves it, what means
// the same on every screen still does, and letters are nothing.
func whileCalm(in Intent, leave func() Outcome) Outcome {
	switch in.Kind {
	case Cancel:
		return leave()
	case Quit, Redraw, Suspend, LockScreen:
		return Outcome{}
	}
	return done()
}

// coveredForRoom reports whether the top page is one that the room must not see.
func (a *App) coveredForRoom() bool { return !a.c.mayOpen(a.top()) }

// behindCalm answers a key while the top page is not shown.
func (a *App) behindCalm(in Intent) Outcome {
	if _, shown := a.top().(*recoveryPage); shown && (in.Kind == Quit || in.Kind == Cancel || in.Kind == Accept) {
		return refuse("The recovery key is below and is shown only once: leave projector mode with f5 and write it down.")
	}
	out := whileCalm(in, func() Outcome {
		out := a.top().handle(a.c, in)
		if _, bad := out.said(); !bad { // why esc does not leave has to be said
			out = without[Saying](out)
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
	if !a.c.modest() {
		return
	}
	end := func(part any, here bool) {
		v, ok := part.(visitor)
		if !ok || *v.Visit() == nil || a.c.mayRead((*v.Visit()).ref, (*v.Visit()).field) {
			return
		}
		*v.Visit() = nil
		if here {
			a.push(&closedField{why: oursWords})
		}
	}
	for i, part := range a.bench.plan.parts {
		end(part, a.top() == nil && a.bench.focus == panePlan && a.bench.plan.at == section(i))
	}
	for i, o := range a.overlays {
		end(o, i == len(a.overlays)-1)
	}
}

// calmFrame draws the place of a page that is not shown.
func (a *App) calmFrame(cv widget.Canvas, focus bool) {
	r := calmPlace(widget.Rect{W: cv.W(), H: cv.H() - 2})
	cv.ClearRect(r)
	drawOurs(cv.Box(r, calmTitle, "", focus))
}

// mayHand reports whether a text may be handed to an editor on this screen.
func (a *App) mayHand(e *externalEdit) bool {
	f, err := edit.FieldByKey(a.c.portfolio().Programme(), e.key)
	return err == nil && a.c.mayRead(e.ref, f)
}
