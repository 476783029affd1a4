package ui

import (
	tea "charm.land/bubbletea/v2"

	"accord/model"
	"accord/ui/widget"
)

// Host is what effects act on: the workbench, as far as they may know it.
type Host interface {
	Context() *ctx
	Doors() *Ports
	Pages() []overlay // what is open, the top one last
	Trying() *sitting // what is, while something else is tried; nil outside of that
	Apply(Outcome) tea.Cmd
	Tell(text string, bad bool) // in the status line
	Change(changes []model.Change, apart bool) bool
	OpenPage(overlay)
	ClosePage()
	FocusOn(pane)
	ShowAccount(model.AccountID)
	Reveal(model.Place)
	Turn(again bool)             // take a step back, or do it again
	Visit(Intent) tea.Cmd        // open the screen of an intent, whatever is open
	Ask(Intent, *prompt) tea.Cmd // dispatch it next; the question that it answers, nil for none
	AskAgain(*prompt)            // put a question back with the reason in the status line
}

// Answer is a message from work done beside the screen: it knows who waits for it,
// and is dropped when nobody does any more.
type Answer interface{ Arrive(Host) tea.Cmd }

// Quiet marks an answer that changes only what is drawn, or that somebody at the page
// in front waits for: it may come while a text is typed.
type Quiet interface{ quiet() }

// topOf is the page on top, or nil.
func topOf(h Host) overlay {
	if all := h.Pages(); len(all) > 0 {
		return all[len(all)-1]
	}
	return nil
}

// Saying is a sentence for the status line; Bad marks a problem.
type Saying struct {
	Text string
	Bad  bool
}

// Changing changes plan data, as one step or, apart, a step each.
type Changing struct {
	Changes []model.Change
	Apart   bool
}

// Opening puts a page on top.
type Opening struct{ Page overlay }

// Closing takes the top page away.
type Closing struct{}

// Focusing gives a pane of the workbench the focus.
type Focusing struct{ Pane pane }

// Showing makes the workbench about an account.
type Showing struct{ Account model.AccountID }

// Revealing puts the cursor on a fact.
type Revealing struct{ Place model.Place }

// Turning takes the last step back, or does it again.
type Turning struct{ Again bool }

// Asking dispatches an intent next; For is the question that it answers, or nil.
type Asking struct {
	Intent Intent
	For    *prompt
}

// Visiting opens the screen that an intent opens from everywhere, over what is open:
// the way from a page to one of another room.
type Visiting struct{ Intent Intent }

// Copying puts a text on the clipboard.
type Copying struct{ Text string }

// Do says it.
func (e Saying) Do(h Host) tea.Cmd { h.Tell(e.Text, e.Bad); return nil }

// Do makes the changes.
func (e Changing) Do(h Host) tea.Cmd { h.Change(e.Changes, e.Apart); return nil }

// Do opens the page.
func (e Opening) Do(h Host) tea.Cmd { h.OpenPage(e.Page); return nil }

// Do closes the page.
func (e Closing) Do(h Host) tea.Cmd { h.ClosePage(); return nil }

// Do moves the focus.
func (e Focusing) Do(h Host) tea.Cmd { h.FocusOn(e.Pane); return nil }

// Do shows the account.
func (e Showing) Do(h Host) tea.Cmd { h.ShowAccount(e.Account); return nil }

// Do shows the place.
func (e Revealing) Do(h Host) tea.Cmd { h.Reveal(e.Place); return nil }

// Do takes it back.
func (e Turning) Do(h Host) tea.Cmd { h.Turn(e.Again); return nil }

// Do dispatches the intent.
func (e Asking) Do(h Host) tea.Cmd { return h.Ask(e.Intent, e.For) }

// Do opens the screen.
func (e Visiting) Do(h Host) tea.Cmd { return h.Visit(e.Intent) }

// Do copies the text and tells its first line.
func (e Copying) Do(h Host) tea.Cmd {
	text := "copied"
	if !h.Context().modest() {
		text += ": " + firstLine(e.Text)
	}
	h.Tell(text, false)
	return tea.SetClipboard(widget.CleanText(e.Text)) // it is pasted elsewhere, often into a shell
}
