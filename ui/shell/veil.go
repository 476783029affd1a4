package shell

import (
	tea "charm.land/bubbletea/v2"

	"accord/model/words"
	"accord/ui/importer"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/merging"
	"accord/ui/plan"
	"accord/ui/theme"
	"accord/ui/widget"
	"accord/ui/workshop"
)

// veiling hides the names on the screen, or shows them again.
type veiling uint8

const (
	drawVeil veiling = iota
	liftVeil
)

// Do hides all names, texts and money, or shows them again. Whatever was on the
// screen is made anew, because it may still hold what it was made from.
func (step veiling) Do(h kit.Host) tea.Cmd {
	a := h.(*App)
	real := a.c.Session
	if a.base != nil {
		real = a.base
	}
	state := ""
	if step == drawVeil {
		real.Hide("", a.ports.NewID()+a.ports.NewID())
		state = real.Veil.State()
	} else {
		real.Veil = nil
	}
	if a.base != nil {
		a.c.Session.Veil = real.Veil
		a.c.Session.Follow()
	}
	if a.ports.Hide != nil {
		a.ports.Hide(state)
	}
	a.renew()
	a.status.text, a.status.bad = words.T("shell.names-texts-money-shown-again"), false
	if step == drawVeil {
		a.status.text = words.T("shell.names-stand-ins-now-texts")
	}
	return nil
}

// renew forgets whatever was made from what the screen showed before: overlays that
// do not read everything anew, fields that are being typed, filters, memories.
func (a *App) renew() {
	var kept []kit.Page
	for _, o := range a.overlays {
		if again, ok := o.(anew); ok {
			again.Anew()
			kept = append(kept, o)
		}
	}
	a.overlays = kept
	a.c.Next, a.c.Asked = kit.NextMoves{}, kit.NextMoves{}
	a.bench = a.bench.Anew()
	id := a.c.Account
	a.c.Account = ""
	a.bench.accounts.Refresh(a.c)
	a.bench.show(a.c, id)
	a.bench.settle(a.c)
}

// anew is an overlay that can forget what it showed: it may stay open while names
// are hidden or shown.
type anew interface{ Anew() }

// Anew is a workbench at the same place that remembers no names.
func (b *workbench) Anew() *workbench {
	n := newWorkbench()
	n.focus, n.beside, n.zoomed, n.plan.At, n.relmap.Look = b.focus, b.beside, b.zoomed, b.plan.At, b.relmap.Look
	n.accounts.Sort, n.accounts.Back = b.accounts.Sort, b.accounts.Back
	return n
}

// whyNotHidden says why an outcome is refused while names are hidden, "" when it
// is not: it would open a file of real names, or a field for a text that could not
// be kept.
func (a *App) whyNotHidden(out kit.Outcome) string {
	if !a.c.Session.Hidden() {
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
func (a *App) effectNotHidden(e kit.Effect) string {
	switch e := e.(type) {
	case *importer.Job, *merging.Job, *kit.ExternalEdit, founding:
		return words.T("shell.nothing-read-from-files-or")
	case kit.Opening:
		return a.pageNotHidden(e.Page)
	}
	return ""
}

func (a *App) pageNotHidden(o kit.Page) string {
	if a.c.Screens.Of(o).Reads {
		return words.T("shell.nothing-read-from-files-while")
	}
	switch o := o.(type) {
	case *kit.Prose:
		return words.T("shell.this-text-hidden-now-cannot")
	case *kit.Prompt:
		if !o.Speaks() {
			return words.T("shell.nothing-name-or-text-added")
		}
	}
	return ""
}

// revealWord must be typed to show names again.
const revealWord = "reveal"

// revealPage asks for the word that shows names again. Nothing else turns them on.
type revealPage struct{ input *widget.Field }

func newReveal() *revealPage { return &revealPage{widget.NewField("")} }

func (p *revealPage) Anew()                            {}
func (p *revealPage) Title(*kit.Context) string        { return words.T("shell.show-names-again") }
func (p *revealPage) Scopes(*kit.Context) []keys.Scope { return []keys.Scope{keys.ScopeText} }

func (p *revealPage) Place(_ *kit.Context, screen widget.Rect) widget.Rect {
	return screen.Center(min(64, screen.W), 6)
}

func (p *revealPage) Handle(_ *kit.Context, in keys.Intent) kit.Outcome {
	switch in.Kind {
	case keys.Typing:
		p.input.Apply(in.Edit, in.Text)
		return kit.Done()
	case keys.Cancel:
		return kit.Close()
	case keys.Accept:
		if p.input.Text() != revealWord {
			return kit.Refuse(words.T("shell.names-stay-hidden-type-word", revealWord))
		}
		out := kit.Close()
		out.Add(liftVeil)
		return out
	case keys.Quit:
		return kit.Outcome{}
	}
	return kit.Done()
}

func (p *revealPage) Draw(_ *kit.Context, cv widget.Canvas, _ bool) {
	cv.TextIn(1, 0, cv.W()-2, words.T("shell.everybody-who-sees-this-screen"), theme.Plain, widget.Left)
	cv.TextIn(1, 1, cv.W()-2, words.T("shell.type-press-enter-esc-keeps", revealWord), theme.Strong, widget.Left)
	p.input.Draw(cv, 1, 3, cv.W()-2, theme.Accent)
}

// roomKey reports the keys that mean the same over everything, a half-typed field
// included: somebody has just come in.
func roomKey(k keys.IntentKind) bool {
	switch k {
	case keys.HideNames, keys.Projector, keys.Frank, keys.FocusLook:
		return true
	}
	return false
}

// room answers them.
func (a *App) room(in keys.Intent) kit.Outcome {
	switch in.Kind {
	case keys.HideNames:
		return a.hideNames()
	case keys.Projector, keys.Frank:
		return kit.Doing(projecting{frank: in.Kind == keys.Frank})
	case keys.FocusLook:
		return a.focusLook()
	}
	return kit.Outcome{}
}

func (a *App) hideNames() kit.Outcome {
	if _, ok := a.top().(*welcome); ok {
		return kit.Refuse(words.T("shell.there-nothing-hide-yet"))
	}
	if !a.c.Session.Hidden() {
		return kit.Doing(drawVeil)
	}
	if _, ok := a.top().(*revealPage); ok {
		return kit.Done()
	}
	return kit.Open(newReveal())
}

// focusLook opens the focus look over whatever there is, or closes it.
func (a *App) focusLook() kit.Outcome {
	switch o := a.top().(type) {
	case *plan.FocusPage:
		return kit.Close()
	case *workshop.BallotPage, *welcome:
		return kit.Refuse(words.T("shell.not-here-focus-look-shows"))
	case nil:
	default:
		if kit.TakesText(o.Scopes(a.c)) {
			return kit.Refuse(words.T("shell.first-finish-what-being-typed"))
		}
	}
	if a.c.Current() == nil {
		return kit.Refuse(words.T("shell.there-no-account-ask-about"))
	}
	return kit.Open(plan.NewFocus(a.c, a.bench.plan.Parts[a.bench.plan.At]))
}
