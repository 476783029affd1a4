package ui

import (
	tea "charm.land/bubbletea/v2"

	"accord/model"
	"accord/ui/widget"
)

// Temporary stand-ins while the parts are being built; each is replaced by its own file.

type stub struct{ name string }

func (s stub) title(*ctx) string                       { return s.name }
func (s stub) scopes(*ctx) []scope                     { return []scope{scopeSheet} }
func (s stub) handle(_ *ctx, in Intent) Outcome        { return closing() }
func (s stub) draw(*ctx, widget.Canvas, bool)          {}
func (s stub) place(_ *ctx, r widget.Rect) widget.Rect { return r.Center(40, 10) }
func newProse(*ctx, model.Ref, model.Field) overlay    { return stub{"prose"} }

type externalEdit struct{}
type editorDoneMsg struct{}

func (a *App) startEditor(*externalEdit) tea.Cmd { return nil }
func (a *App) edited(editorDoneMsg) tea.Cmd      { return nil }
