package ui

import "accord/ui/widget"

type mapPane struct{}

func newMapPane() *mapPane                     { return &mapPane{} }
func (m *mapPane) opened(*ctx)                 {}
func (m *mapPane) reveal(*ctx, string)         {}
func (m *mapPane) scopes(*ctx) []scope         { return []scope{scopeMap, scopeMove} }
func (m *mapPane) handle(*ctx, Intent) Outcome { return Outcome{} }
func (m *mapPane) draw(_ *ctx, cv widget.Canvas, f bool) {
	cv.Box(cv.Rect(), "2 Relationship map", "", f)
}
