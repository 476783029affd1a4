package ui

import "accord/ui/widget"

func (m *mapPane) drawDrawn(cv widget.Canvas, focus bool) { m.drawTree(cv, focus) }
