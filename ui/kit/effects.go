package kit

import (
	tea "charm.land/bubbletea/v2"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/widget"
)

// Saying is a sentence for the status line; Bad marks a problem.
type Saying struct {
	Text string
	Bad  bool
}

// Changing changes plan data, as one step or, apart, a step each.
type Changing struct {
	Changes []edit.Change
	Apart   bool
}

// Opening puts a page on top.
type Opening struct{ Page Page }

// Closing takes the top page away.
type Closing struct{}

// Focusing gives a pane of the workbench the focus.
type Focusing struct{ Pane Pane }

// Showing makes the workbench about an account.
type Showing struct{ Account model.AccountID }

// Revealing puts the cursor on a fact.
type Revealing struct{ Place edit.Place }

// Turning takes the last step back, or does it again.
type Turning struct{ Again bool }

// Asking dispatches an intent next; For is the question that it answers, or nil.
type Asking struct {
	Intent keys.Intent
	For    *Prompt
}

// Visiting opens the screen that an intent opens from everywhere, over what is open:
// the way from a page to one of another room.
type Visiting struct{ Intent keys.Intent }

// Rehearsing begins a rehearsal, or ends it.
type Rehearsing struct{ Begin bool }

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

// Do begins or ends it.
func (e Rehearsing) Do(h Host) tea.Cmd { return h.Rehearse(e.Begin) }

// Do copies the text and tells its first line.
func (e Copying) Do(h Host) tea.Cmd {
	text := words.T("kit.copied")
	if !h.Context().Modest() {
		text += ": " + FirstLine(e.Text)
	}
	h.Tell(text, false)
	return tea.SetClipboard(widget.CleanText(e.Text)) // it is pasted elsewhere, often into a shell
}
