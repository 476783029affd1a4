package ui

import (
	"slices"

	"accord/model"
	"accord/ui/theme"
	"accord/ui/widget"
)

// projector is how the screen looks to a room: rows further apart, fewer columns,
// high contrast, and nothing that is ours alone unless somebody asks for it. What
// is hidden is only not drawn: every figure stays what it is.
type projector struct {
	on    bool
	frank bool       // what is ours alone is shown all the same
	was   theme.Name // the theme before
}

// modest reports whether the screen keeps what is ours alone to itself.
func (c *ctx) modest() bool { return c.projector.on && !c.projector.frank }

// apart is how many rows of the screen a row of a list takes.
func (c *ctx) apart() int {
	if c.projector.on {
		return 2
	}
	return 1
}

// spread is how far apart the rows of a list stand in a window: further for a room
// when all of them have the room for it.
func (c *ctx) spread(rows, height int) int {
	if by := c.apart(); rows*by <= height+by-1 {
		return by
	}
	return 1
}

// oursAlone is an overlay that a room is not meant to see: support and enemies,
// margins, notes, what we say among ourselves.
type oursAlone interface{ oursAlone() bool }

func (*sheet) oursAlone() bool       { return true }
func (*leavePage) oursAlone() bool   { return true }
func (*judge) oursAlone() bool       { return true }
func (*historyPage) oursAlone() bool { return true }
func (*towsPage) oursAlone() bool    { return true }
func (*movesPage) oursAlone() bool   { return true }
func (*loadPage) oursAlone() bool    { return true }
func (*mergePage) oursAlone() bool   { return true }

// what leads a step is for whoever leads it.
func (p *prompt) oursAlone() bool { return p.kind == askStepNote }

// a long text is, but for the charter.
func (p *prose) oursAlone() bool { return p.field.Key != "charter" }

func isOurs(o overlay) bool {
	p, may := o.(oursAlone)
	return may && p.oursAlone()
}

const oursWords = "This is ours alone and the screen is the room's: f12 shows it all the same."

// oursSections are the parts of a plan that are ours alone.
var oursSections = map[section]bool{swotSection: true, competitorsSection: true, focusSection: true, risksSection: true, alignmentSection: true, notesSection: true, gapsSection: true}

// drawOurs stands where something is not shown.
func drawOurs(cv widget.Canvas) {
	drawLines(cv.Sub(cv.Rect().Inset(1)), []footLine{{text: oursWords, style: theme.Quiet}})
}

// forgetRefusals forgets what was refused to a room: it may be open now.
func (a *App) forgetRefusals() {
	a.overlays = slices.DeleteFunc(a.overlays, func(o overlay) bool { _, no := o.(*closedField); return no })
}

// project turns the look for a room on or off.
func (a *App) project() {
	a.forgetRefusals()
	p := &a.c.projector
	if p.on {
		a.theme, *p = theme.New(p.was), projector{}
		a.status.text = "projector off"
		return
	}
	*p = projector{on: true, was: a.theme.Name()}
	a.theme = theme.New(theme.HighContrast)
	a.keepOurs()
	a.status.text = "projector: larger and less; what is ours alone is not shown (f12 shows it)"
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
		a.keepOurs()
		a.status.text = "what is ours alone is not shown"
	default:
		p.frank = true
		a.status.text = "what is ours alone is shown to the room too; f12 hides it again"
	}
}

// keepOurs closes what is open and ours alone.
func (a *App) keepOurs() {
	a.overlays = slices.DeleteFunc(a.overlays, isOurs)
	for _, o := range a.overlays {
		if p, ok := o.(*ballotPage); ok {
			p.note = nil
		}
	}
}

// roomColumns are the columns of the list that a room reads: where there is room
// the quadrant is a word.
func roomColumns(w int) []accountColumn {
	name, strategic, quadrant := *columnByKey("name"), *columnByKey("s"), *columnByKey("seg")
	const word = 8
	if w >= name.width+strategic.width+word+4 {
		quadrant.title, quadrant.width = "quadrant", word
		quadrant.text = func(s *model.Scores, i int) (string, theme.Style) {
			q := s.QuadrantAt(i)
			if name := quadrantName(q); len(name) <= word {
				return name, quadrantWords[q].style
			}
			return quadrantWords[q].short, quadrantWords[q].style
		}
	}
	return []accountColumn{name, strategic, quadrant}
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
