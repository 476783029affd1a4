package kit

import (
	"accord/ui/widget"
)

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

// Layout is where everything stands; a pane that is not shown has an empty
// rectangle. Only this file turns width and height into rectangles.
type Layout struct {
	Small  bool // below the smallest usable size
	Header widget.Rect
	Panes  [PanePlan + 1]widget.Rect
	Strip  widget.Rect // the score strip under the list
	Brief  widget.Rect // the one-line score strip where there is no room for the other
	Status widget.Rect
	Footer widget.Rect
}

// Arrange lays out a screen. focus is the pane with the keys, beside the pane
// shown next to the list when there is room for two only.
func Arrange(w, h int, focus, beside Pane, zoomed bool) Layout {
	var l Layout
	if w < minWidth || h < minHeight {
		l.Small = true
		return l
	}
	all := widget.Rect{W: w, H: h}
	l.Header, all = all.SplitTop(1)
	l.Footer, all = all.SplitBottom(1)
	l.Status, all = all.SplitBottom(1)
	switch {
	case zoomed || w < twoWidth:
		if focus != PaneAccounts || w < twoWidth {
			l.Brief, all = all.SplitTop(1)
		}
		l.Panes[focus] = all
		if focus == PaneAccounts && zoomed && w >= twoWidth {
			l.splitStrip(focus)
		}
	case w < wideWidth:
		l.Panes[PaneAccounts], l.Panes[beside] = all.SplitLeft(36)
		l.splitStrip(PaneAccounts)
	default:
		list, right := all.SplitLeft(max(40, w/3-1))
		l.Panes[PaneAccounts] = list
		l.Panes[PaneMap], l.Panes[PanePlan] = right.SplitTop(right.H * 9 / 20)
		l.splitStrip(PaneAccounts)
	}
	return l
}

// splitStrip gives the foot of a pane to the score strip when there is room.
func (l *Layout) splitStrip(p Pane) {
	switch h := l.Panes[p].H; {
	case h >= roomyList:
		l.Strip, l.Panes[p] = l.Panes[p].SplitBottom(stripLines + 2)
	case h >= 18:
		l.Strip, l.Panes[p] = l.Panes[p].SplitBottom(stripLeast + 2)
	}
}
