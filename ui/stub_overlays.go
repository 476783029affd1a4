package ui

import (
	tea "charm.land/bubbletea/v2"

	"accord/model"
	"accord/ui/widget"
)

// Temporary stand-ins while the parts are being built; each is replaced by its own file.

type stub struct{ name string }

func (s stub) title(*ctx) string                           { return s.name }
func (s stub) scopes(*ctx) []scope                         { return []scope{scopeSheet} }
func (s stub) handle(_ *ctx, in Intent) Outcome            { return closing() }
func (s stub) draw(*ctx, widget.Canvas, bool)              {}
func (s stub) place(_ *ctx, r widget.Rect) widget.Rect     { return r.Center(40, 10) }
func newWelcome() overlay                                  { return stub{"welcome"} }
func newHelp(*ctx, []scope) overlay                        { return stub{"help"} }
func newPalette(*ctx, []scope) overlay                     { return stub{"palette"} }
func newPlaces() overlay                                   { return stub{"places"} }
func newImport() overlay                                   { return stub{"import"} }
func newSheet(*ctx, model.Ref) overlay                     { return stub{"sheet"} }
func newProse(*ctx, model.Ref, model.Field) overlay        { return stub{"prose"} }
func newExplain(id model.AccountID, figure string) overlay { return stub{"explain"} }

type importJob struct{}
type externalEdit struct{}
type importReadMsg struct{}
type editorDoneMsg struct{}

func (a *App) startImport(*importJob) tea.Cmd    { return nil }
func (a *App) imported(importReadMsg) tea.Cmd    { return nil }
func (a *App) startEditor(*externalEdit) tea.Cmd { return nil }
func (a *App) edited(editorDoneMsg) tea.Cmd      { return nil }
