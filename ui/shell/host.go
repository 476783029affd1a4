package shell

import (
	tea "charm.land/bubbletea/v2"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
)

// What effects may do to the workbench.

// Context is what parts may read.
func (a *App) Context() *kit.Context { return a.c }

// Doors are the ways to the world.
func (a *App) Doors() *kit.Ports { return &a.ports }

// Pages are the open pages, the top one last.
func (a *App) Pages() []kit.Page { return a.overlays }

// Trying is what is, while something else is tried.
func (a *App) Trying() *kit.Sitting { return a.base }

// Apply acts on an outcome.
func (a *App) Apply(out kit.Outcome) tea.Cmd { return a.apply(out) }

// Tell says a sentence in the status line.
func (a *App) Tell(text string, bad bool) { a.status.text, a.status.bad = text, bad }

// Change makes changes as one step or, apart, a step each; false when one was refused.
func (a *App) Change(changes []edit.Change, apart bool) bool {
	a.noteRoomsOwn(changes)
	if apart {
		return a.doEach(changes)
	}
	return a.doAll(changes)
}

// OpenPage puts a page on top.
func (a *App) OpenPage(o kit.Page) { a.openUp(o) }

// ClosePage takes the top page away.
func (a *App) ClosePage() { a.pop() }

// FocusOn gives a pane the focus.
func (a *App) FocusOn(p kit.Pane) {
	if p != kit.NoPane {
		a.bench.focusOn(p)
	}
}

// ShowAccount makes the workbench about an account, "" stays.
func (a *App) ShowAccount(id model.AccountID) {
	if id != "" {
		a.bench.show(a.c, id)
	}
}

// Reveal puts the cursor on a fact.
func (a *App) Reveal(p edit.Place) { a.bench.Reveal(a.c, p) }

// Turn takes the last step back, or does it again.
func (a *App) Turn(again bool) {
	if again {
		a.turn(a.c.Session.Redo, words.T("shell.did-again"))
		return
	}
	a.turn(a.c.Session.Undo, words.T("shell.took-back"))
}

// Ask dispatches an intent; where it answers a question and cannot be used, the
// question is back.
func (a *App) Ask(in keys.Intent, p *kit.Prompt) tea.Cmd {
	switch {
	case p != nil:
		return a.answer(p, in)
	case in.Kind != keys.NoIntent:
		return a.dispatch(in)
	}
	return nil
}

// AskAgain puts a question back with the reason that the status line has.
func (a *App) AskAgain(p *kit.Prompt) { a.askAgain(p) }

// The effects that only the workbench itself asks for.

// Do covers the screen.
func (locking) Do(h kit.Host) tea.Cmd { h.(*App).lock(); return nil }

// answer hands an answer to the page that asked. Where it cannot be used the
// question is back with what was typed, and the reason below it: what is typed next
// must not become keys.
func (a *App) answer(p *kit.Prompt, in keys.Intent) tea.Cmd {
	out := a.Handle(in)
	for _, e := range out.Effects {
		if job, ok := e.(interface{ AskedBy(*kit.Prompt) }); ok {
			job.AskedBy(p)
		}
	}
	a.status.text, a.status.bad = "", false
	cmd := a.apply(out)
	if a.status.bad {
		a.askAgain(p)
	}
	return cmd
}

// askAgain puts a question back with the reason that the status line has.
func (a *App) askAgain(p *kit.Prompt) {
	if p != nil && a.top() != kit.Page(p) && a.cover() == nil {
		p.Wrong = a.status.text
		a.push(p)
	}
}

// openUp puts an overlay on top unless it has to stay shut.
func (a *App) openUp(o kit.Page) {
	if a.c.Voting() != nil && !a.c.Screens.TellsNothing(o) {
		a.status.text, a.status.bad = shutWords(), true
		return
	}
	if p, ok := o.(*kit.Prompt); ok {
		p.Recall(a.c)
	}
	a.push(o)
}
