package relmap

import (
	"accord/model/words"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// Draw comes to the frame last: its title says what the map had no room for.
func (m *Pane) Draw(c *kit.Context, cv widget.Canvas, focus bool) {
	f, g := m.Refresh(c), cv.Glyphs()
	inside, missing := cv.Sub(cv.Rect().Inset(1)), ""
	if !c.MayShow(RoomLooks(), m.Look) {
		kit.DrawOurs(inside)
	} else if len(f.Rows) == 0 {
		m.drawEmpty(inside)
	} else {
		missing = m.drawLook(inside, focus).Words()
	}
	looks := m.lookWords(g.Sep, cv.W())
	cv.Box(cv.Rect(), m.Title(cv.W()-9-widget.Width(looks), missing, g), looks, focus)
}

// drawLook draws the people and the lines under them, and answers what of a drawn
// map was left out.
func (m *Pane) drawLook(inside widget.Canvas, focus bool) (left Undrawn) {
	foot := min(2, max(0, inside.H()-3))
	feet, body := inside.Rect().SplitBottom(foot)
	body = m.splitPanel(inside, body)
	switch m.Look {
	case LookMatrix:
		m.drawMatrix(inside.Sub(body), focus)
	case lookZipper:
		m.drawZipper(inside.Sub(body))
	case lookPaths:
		m.drawPaths(inside.Sub(body), focus)
	case LookDrawn:
		left = m.drawDrawn(inside.Sub(body), focus)
	case lookExposure:
		m.drawExposure(inside.Sub(body))
	default:
		m.drawTree(inside.Sub(body), focus)
	}
	m.drawFoot(inside.Sub(feet))
	return left
}

// Title names the account too where there is room; what is missing matters more.
func (m *Pane) Title(room int, missing string, g *theme.Glyphs) string {
	title := words.T("relmap.2-relationship-map")
	if wording := m.filter.Words(m.Facts); wording != "" {
		title += ": " + wording
	}
	if missing != "" && room < widget.Width(title)+3+widget.Width(missing) {
		title = words.T("relmap.2-map")
	}
	if missing != "" {
		title += ": " + missing
	}
	if left := room - widget.Width(title) - 3; m.Facts.account != nil && left >= 6 {
		title += " " + g.Dash + " " + widget.Short(m.Facts.account.Name, left, g.Ellipsis)
	}
	return title
}

// lookWords names the looks; the one in use stands in brackets.
func (m *Pane) lookWords(sep string, w int) string {
	if w < allLooksWidth {
		return "[" + words.Here(Looks[m.Look]) + "]"
	}
	out := ""
	for i, key := range Looks {
		w := words.Here(key)
		if i > 0 {
			out += " " + sep + " "
		}
		if MapLook(i) == m.Look {
			w = "[" + w + "]"
		}
		out += w
	}
	return out
}
