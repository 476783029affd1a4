package ui

import "accord/ui/widget"

type planPane struct{}

func newPlanPane() *planPane                              { return &planPane{} }
func (m *planPane) opened(*ctx)                           {}
func (m *planPane) reveal(*ctx, string)                   {}
func (m *planPane) scopes(*ctx) []scope                   { return []scope{scopePlan, scopeMove} }
func (m *planPane) handle(*ctx, Intent) Outcome           { return Outcome{} }
func (m *planPane) draw(_ *ctx, cv widget.Canvas, f bool) { cv.Box(cv.Rect(), "3 Plan", "", f) }
