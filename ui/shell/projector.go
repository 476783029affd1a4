package shell

import (
	"slices"

	"accord/model"
	"accord/model/score"
	"accord/model/words"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// forgetRefusals forgets what was refused to a room: it may be open now.
func (a *App) forgetRefusals() {
	a.overlays = slices.DeleteFunc(a.overlays, func(o kit.Page) bool { _, no := o.(*kit.ClosedField); return no })
}

// project turns the look for a room on or off, and has it remembered: a crash must
// not show the room what was hidden from it.
func (a *App) project() {
	a.forgetRefusals()
	p := &a.c.Projector
	on := !p.On
	if on {
		a.beginProjector()
		a.status.text = words.T("shell.projector-larger-less-what-ours")
	} else {
		a.theme, *p = theme.New(p.Was), kit.Projector{}
		a.status.text = words.T("shell.projector-off")
	}
	if a.ports.Project != nil {
		a.ports.Project(on)
	}
}

// beginProjector gives the screen the look for a room.
func (a *App) beginProjector() {
	if a.c.Projector.On {
		return
	}
	a.c.Projector = kit.Projector{On: true, Was: a.theme.Name()}
	a.theme = theme.New(theme.HighContrast)
}

// sittingOf is the sitting on a file that was opened while the program runs. What a
// room may see stays as it is: neither a copy that was made before nor the passphrase
// shows it more.
func (a *App) sittingOf(o *kit.Opened) *kit.Sitting {
	s := kit.NewSitting(o.Session, o.Hidden).Remembering(o.StandIns)
	a.stayHidden(s, o.HideNow || a.c.Session.Hidden())
	switch {
	case o.Projector:
		a.beginProjector()
	case a.c.Projector.On && a.ports.Project != nil:
		a.ports.Project(true)
	}
	return s
}

// stayHidden hides the names of a sitting that is to be hidden and is not.
func (a *App) stayHidden(s *kit.Sitting, hide bool) {
	if !hide || s.Hidden() {
		return
	}
	s.Hide("", a.ports.NewID()+a.ports.NewID())
	if a.ports.Hide != nil {
		a.ports.Hide(s.Veil.State())
	}
}

// beFrank shows what is ours alone on the projector, or no more.
func (a *App) beFrank() {
	a.forgetRefusals()
	p := &a.c.Projector
	switch {
	case !p.On:
		a.status.text = words.T("shell.everything-shown-f5-look-room")
	case p.Frank:
		p.Frank = false
		a.status.text = words.T("shell.what-ours-alone-not-shown")
	default:
		p.Frank = true
		a.status.text = words.T("shell.what-ours-alone-shown-room")
	}
}

// stripForRoom is the score strip for a room: where the account stands, not how we
// think of it.
func stripForRoom(c *kit.Context, cv widget.Canvas, y int) {
	l, q := c.Scores().Local(c.Account), c.Scores().Quadrant(c.Account)
	x := 1 + cv.Text(1, y, "S ", theme.Strong)
	x += cv.Text(x, y, score.Doubted(l.Strategic, l.StrategicConfidence), theme.Strong)
	kit.DrawMoved(
		cv,
		x+1,
		y,
		l.Strategic,
		kit.BaseNum(c.Baseline, func(b *kit.Standpoint) model.Num { return b.Strategic }),
	)
	if y+1 < cv.H() {
		cv.Text(1, y+1, kit.Place(c.Scores(), c.Account), kit.QuadrantWords()[q].Style)
	}
}
