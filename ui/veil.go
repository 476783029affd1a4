package ui

import (
	tea "charm.land/bubbletea/v2"

	"accord/ui/theme"
	"accord/ui/widget"
)

// veiling hides the names on the screen, or shows them again.
type veiling uint8

const (
	drawVeil veiling = iota
	liftVeil
)

// Do hides all names, texts and money, or shows them again. Whatever was on the
// screen is made anew, because it may still hold what it was made from.
func (step veiling) Do(h Host) tea.Cmd {
	a := h.(*App)
	real := a.c.session
	if a.base != nil {
		real = a.base
	}
	state := ""
	if step == drawVeil {
		real.hide("", a.ports.NewID()+a.ports.NewID())
		state = real.veil.State()
	} else {
		real.veil = nil
	}
	if a.base != nil {
		a.c.session.veil = real.veil
		a.c.session.follow()
	}
	if a.ports.Hide != nil {
		a.ports.Hide(state)
	}
	a.renew()
	a.status.text, a.status.bad = "names, texts and money are shown again", false
	if step == drawVeil {
		a.status.text = "names are stand-ins now, texts are hidden, money is an index; f6 asks before it shows them again"
	}
	return nil
}

// renew forgets whatever was made from what the screen showed before: overlays that
// do not read everything anew, fields that are being typed, filters, memories.
func (a *App) renew() {
	var kept []overlay
	for _, o := range a.overlays {
		if again, ok := o.(anew); ok {
			again.Anew()
			kept = append(kept, o)
		}
	}
	a.overlays = kept
	a.c.next, a.c.asked = nextMoves{}, nextMoves{}
	a.bench = a.bench.Anew()
	id := a.c.account
	a.c.account = ""
	a.bench.accounts.refresh(a.c)
	a.bench.show(a.c, id)
	a.bench.settle(a.c)
}

// anew is an overlay that can forget what it showed: it may stay open while names
// are hidden or shown.
type anew interface{ Anew() }

// Anew is a workbench at the same place that remembers no names.
func (b *workbench) Anew() *workbench {
	n := newWorkbench()
	n.focus, n.beside, n.zoomed, n.plan.at, n.relmap.look = b.focus, b.beside, b.zoomed, b.plan.at, b.relmap.look
	n.accounts.sort, n.accounts.back = b.accounts.sort, b.accounts.back
	return n
}

// whyNotHidden says why an outcome is refused while names are hidden, "" when it
// is not: it would open a file of real names, or a field for a text that could not
// be kept.
func (a *App) whyNotHidden(out Outcome) string {
	if !a.c.session.hidden() {
		return ""
	}
	for _, e := range out.Effects {
		if why := a.effectNotHidden(e); why != "" {
			return why
		}
	}
	return ""
}

// effectNotHidden says it of one thing that is asked for.
func (a *App) effectNotHidden(e Effect) string {
	switch e := e.(type) {
	case *importJob, *mergeJob, *externalEdit, founding:
		return "Nothing is read from files or other programs while names are hidden. Turn anonymous off with f6 first."
	case Opening:
		return a.pageNotHidden(e.Page)
	}
	return ""
}

func (a *App) pageNotHidden(o overlay) string {
	if a.c.screens.of(o).reads {
		return "Nothing is read from files while names are hidden. Turn anonymous off with f6 first."
	}
	switch o := o.(type) {
	case *prose:
		return "This text is hidden now and cannot be edited. Turn anonymous off with f6 first."
	case *prompt:
		if !o.speaks() {
			return "Nothing that has a name or a text is added while names are hidden. Turn anonymous off with f6 first."
		}
	}
	return ""
}

// revealWord must be typed to show names again.
const revealWord = "reveal"

// revealPage asks for the word that shows names again. Nothing else turns them on.
type revealPage struct{ input *widget.Field }

func newReveal() *revealPage { return &revealPage{widget.NewField("")} }

func (p *revealPage) Anew()               {}
func (p *revealPage) title(*ctx) string   { return "Show names again?" }
func (p *revealPage) scopes(*ctx) []scope { return []scope{scopeText} }

func (p *revealPage) place(_ *ctx, screen widget.Rect) widget.Rect {
	return screen.Center(min(64, screen.W), 6)
}

func (p *revealPage) handle(_ *ctx, in Intent) Outcome {
	switch in.Kind {
	case Typing:
		p.input.Apply(in.Edit, in.Text)
		return done()
	case Cancel:
		return closing()
	case Accept:
		if p.input.Text() != revealWord {
			return refuse("Names stay hidden: type the word " + revealWord + ", or esc.")
		}
		out := closing()
		out.add(liftVeil)
		return out
	case Quit:
		return Outcome{}
	}
	return done()
}

func (p *revealPage) draw(_ *ctx, cv widget.Canvas, _ bool) {
	cv.TextIn(1, 0, cv.W()-2, "Everybody who sees this screen will see the real names.", theme.Plain, widget.Left)
	cv.TextIn(1, 1, cv.W()-2, "Type "+revealWord+" and press enter; esc keeps them hidden.", theme.Strong, widget.Left)
	p.input.Draw(cv, 1, 3, cv.W()-2, theme.Accent)
}

// roomKey reports the keys that mean the same over everything, a half-typed field
// included: somebody has just come in.
func roomKey(k IntentKind) bool {
	switch k {
	case HideNames, Projector, Frank, FocusLook:
		return true
	}
	return false
}

// room answers them.
func (a *App) room(in Intent) Outcome {
	switch in.Kind {
	case HideNames:
		return a.hideNames()
	case Projector, Frank:
		return doing(projecting{frank: in.Kind == Frank})
	case FocusLook:
		return a.focusLook()
	}
	return Outcome{}
}

func (a *App) hideNames() Outcome {
	if _, ok := a.top().(*welcome); ok {
		return refuse("There is nothing to hide yet.")
	}
	if !a.c.session.hidden() {
		return doing(drawVeil)
	}
	if _, ok := a.top().(*revealPage); ok {
		return done()
	}
	return open(newReveal())
}

// focusLook opens the focus look over whatever there is, or closes it.
func (a *App) focusLook() Outcome {
	switch o := a.top().(type) {
	case *focusPage:
		return closing()
	case *ballotPage, *welcome:
		return refuse("Not here: the focus look shows the answer that stands.")
	case nil:
	default:
		if takesText(o.scopes(a.c)) {
			return refuse("First finish what is being typed: enter or esc.")
		}
	}
	if a.c.current() == nil {
		return refuse("There is no account to ask about yet.")
	}
	return open(newFocus(a.c, a.bench.plan.parts[a.bench.plan.at]))
}
