package ui

import "accord/ui/widget"

// The widths at which the layout steps.
const (
	wideWidth  = 110 // three panes
	twoWidth   = 80  // list and one pane
	minWidth   = 60
	minHeight  = 16
	stripLines = 8
	stripLeast = 7 // on a low screen the list keeps its rows
	roomyList  = 24
)

// layout is where everything stands; a pane that is not shown has an empty
// rectangle. Only this file turns width and height into rectangles.
type layout struct {
	small  bool // below the smallest usable size
	header widget.Rect
	panes  [panePlan + 1]widget.Rect
	strip  widget.Rect // the score strip under the list
	brief  widget.Rect // the one-line score strip where there is no room for the other
	status widget.Rect
	footer widget.Rect
}

// arrange lays out a screen. focus is the pane with the keys, beside the pane
// shown next to the list when there is room for two only.
func arrange(w, h int, focus, beside pane, zoomed bool) layout {
	var l layout
	if w < minWidth || h < minHeight {
		l.small = true
		return l
	}
	all := widget.Rect{W: w, H: h}
	l.header, all = all.SplitTop(1)
	l.footer, all = all.SplitBottom(1)
	l.status, all = all.SplitBottom(1)
	switch {
	case zoomed || w < twoWidth:
		if focus != paneAccounts || w < twoWidth {
			l.brief, all = all.SplitTop(1)
		}
		l.panes[focus] = all
		if focus == paneAccounts && zoomed && w >= twoWidth {
			l.splitStrip(focus)
		}
	case w < wideWidth:
		l.panes[paneAccounts], l.panes[beside] = all.SplitLeft(36)
		l.splitStrip(paneAccounts)
	default:
		list, right := all.SplitLeft(max(40, w/3-1))
		l.panes[paneAccounts] = list
		l.panes[paneMap], l.panes[panePlan] = right.SplitTop(right.H * 9 / 20)
		l.splitStrip(paneAccounts)
	}
	return l
}

// splitStrip gives the foot of a pane to the score strip when there is room.
func (l *layout) splitStrip(p pane) {
	switch h := l.panes[p].H; {
	case h >= roomyList:
		l.strip, l.panes[p] = l.panes[p].SplitBottom(stripLines + 2)
	case h >= 18:
		l.strip, l.panes[p] = l.panes[p].SplitBottom(stripLeast + 2)
	}
}
