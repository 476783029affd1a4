package shell

import (
	tea "charm.land/bubbletea/v2"

	"accord/model/words"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// View draws the whole screen.
func (a *App) View() tea.View {
	v := tea.View{AltScreen: true, WindowTitle: a.windowTitle(), ReportFocus: true}
	v.KeyboardEnhancements.ReportAlternateKeys = true
	if a.mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	if a.size.w <= 0 || a.size.h <= 0 {
		return v
	}
	v.Content = a.frame().Render(a.theme)
	if a.konsole {
		v.Content = heldInOrder(v.Content)
	}
	if x, y, ok := a.grid.Cursor(); ok {
		v.Cursor = tea.NewCursor(x, y)
		v.Cursor.Shape, v.Cursor.Blink = tea.CursorBar, false
	}
	return v
}

// frame draws the screen into the grid.
func (a *App) frame() *widget.Grid {
	a.grid.Resize(a.size.w, a.size.h)
	a.grid.Clear()
	cv := a.grid.Canvas()
	if p := a.cover(); p != nil {
		a.drawCovered(cv, p)
		return a.grid
	}
	l := a.bench.layout(a.size.w, a.size.h)
	if l.Small {
		drawTooSmall(cv)
		return a.grid
	}
	a.drawHeader(cv.Sub(l.Header))
	if a.c.Voting() == nil { // else it would tell what stands
		a.bench.Draw(a.c, cv, l, a.top() == nil)
	}
	a.drawStatus(cv.Sub(l.Status))
	a.drawFooter(cv.Sub(l.Footer))
	for i, o := range a.overlays {
		a.drawOverlay(cv, o, i == len(a.overlays)-1)
	}
	return a.grid
}

func (a *App) drawOverlay(cv widget.Canvas, o kit.Page, focus bool) {
	if !a.c.MayOpen(o) {
		a.calmFrame(cv, focus)
		return
	}
	r := o.Place(a.c, widget.Rect{W: cv.W(), H: cv.H() - 2})
	cv.ClearRect(r)
	inside := cv.Box(r, o.Title(a.c), "", focus)
	o.Draw(a.c, inside, focus)
}

func drawTooSmall(cv widget.Canvas) {
	for y, line := range widget.Wrap(words.T("shell.accord-needs-60-columns-16"), max(1, cv.W())) {
		cv.Text(0, y, line, theme.Plain)
	}
}
