package ui

import (
	"slices"

	"accord/model"
	"accord/ui/theme"
	"accord/ui/widget"
)

// forgetRefusals forgets what was refused to a room: it may be open now.
func (a *App) forgetRefusals() {
	a.overlays = slices.DeleteFunc(a.overlays, func(o overlay) bool { _, no := o.(*closedField); return no })
}

// project turns the look for a room on or off, and has it remembered: a crash must
// not show the room what was hidden from it.
func (a *App) project() {
	a.forgetRefusals()
	p := &a.c.projector
	on := !p.on
	if on {
		a.beginProjector()
		a.status.text = "projector: larger and less; what is ours alone is not shown (f12 shows it)"
	} else {
		a.theme, *p = theme.New(p.was), projector{}
		a.status.text = "projector off"
	}
	if a.ports.Project != nil {
		a.ports.Project(on)
	}
}

// beginProjector gives the screen the look for a room.
func (a *App) beginProjector() {
	if a.c.projector.on {
		return
	}
	a.c.projector = projector{on: true, was: a.theme.Name()}
	a.theme = theme.New(theme.HighContrast)
}

// sittingOf is the sitting on a file that was opened while the program runs. What a
// room may see stays as it is: neither a copy that was made before nor the passphrase
// shows it more.
func (a *App) sittingOf(o *Opened) *sitting {
	s := newSitting(o.Session, o.Hidden).remembering(o.StandIns)
	a.stayHidden(s, o.HideNow || a.c.session.hidden())
	switch {
	case o.Projector:
		a.beginProjector()
	case a.c.projector.on && a.ports.Project != nil:
		a.ports.Project(true)
	}
	return s
}

// stayHidden hides the names of a sitting that is to be hidden and is not.
func (a *App) stayHidden(s *sitting, hide bool) {
	if !hide || s.hidden() {
		return
	}
	s.hide("", a.ports.NewID()+a.ports.NewID())
	if a.ports.Hide != nil {
		a.ports.Hide(s.veil.State())
	}
}

// beFrank shows what is ours alone on the projector, or no more.
func (a *App) beFrank() {
	a.forgetRefusals()
	p := &a.c.projector
	switch {
	case !p.on:
		a.status.text = "everything is shown: f5 is the look for a room"
	case p.frank:
		p.frank = false
		a.status.text = "what is ours alone is not shown"
	default:
		p.frank = true
		a.status.text = "what is ours alone is shown to the room too; f12 hides it again"
	}
}

// stripForRoom is the score strip for a room: where the account stands, not how we
// think of it.
func stripForRoom(c *ctx, cv widget.Canvas, y int) {
	l, q := c.scores().Local(c.account), c.scores().Quadrant(c.account)
	x := 1 + cv.Text(1, y, "S ", theme.Strong)
	x += cv.Text(x, y, scoreLong(l.Strategic, l.StrategicConfidence), theme.Strong)
	drawMoved(cv, x+1, y, l.Strategic, baseNum(c.baseline, func(b *standpoint) model.Num { return b.Strategic }))
	if y+1 < cv.H() {
		cv.Text(1, y+1, quadrantName(q), quadrantWords[q].style)
	}
}
