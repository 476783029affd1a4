package kit

import (
	tea "charm.land/bubbletea/v2"

	"accord/model"
	"accord/model/edit"
	"accord/ui/keys"
)

// Host is what effects act on: the workbench, as far as they may know it.
type Host interface {
	Context() *Context
	Doors() *Ports
	Pages() []Page // what is open, the top one last
	Rehearse(begin bool) tea.Cmd
	Tick()            // what comes now is of this moment
	Trying() *Sitting // what is, while something else is tried; nil outside of that
	Apply(Outcome) tea.Cmd
	Tell(text string, bad bool) // in the status line
	Change(changes []edit.Change, apart bool) bool
	OpenPage(Page)
	ClosePage()
	FocusOn(Pane)
	ShowAccount(model.AccountID)
	Reveal(edit.Place)
	Turn(again bool)                  // take a step back, or do it again
	Visit(keys.Intent) tea.Cmd        // open the screen of an intent, whatever is open
	Ask(keys.Intent, *Prompt) tea.Cmd // dispatch it next; the question that it answers, nil for none
	AskAgain(*Prompt)                 // put a question back with the reason in the status line
}

// Answer is a message from work done beside the screen: it knows who waits for it,
// and is dropped when nobody does any more.
type Answer interface{ Arrive(Host) tea.Cmd }

// Quiet marks an answer that changes only what is drawn, or that somebody at the page
// in front waits for: it may come while a text is typed.
type Quiet interface{ Quietly() }

// TopOf is the page on top, or nil.
func TopOf(h Host) Page {
	if all := h.Pages(); len(all) > 0 {
		return all[len(all)-1]
	}
	return nil
}
