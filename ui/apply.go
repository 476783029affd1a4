package ui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"accord/model"
	"accord/ui/theme"
	"accord/ui/widget"
)

// apply is the one function that acts: on plan data through the session, on the
// screen, on the world outside.
func (a *App) apply(out Outcome) tea.Cmd {
	if a.fromOutside && out.disturbs() && a.typing() {
		a.later = append(a.later, func() tea.Cmd { return a.apply(out) })
		return nil
	}
	if why := a.whyNotHidden(out); why != "" {
		out = a.insteadOf(out, why)
	}
	if out.Editor != nil && !a.mayHand(out.Editor) {
		out = refuseText(oursWords)
	}
	a.noteRoomsOwn(append(out.Changes, out.Steps...))
	if out.Say != "" {
		a.status.text, a.status.bad = out.Say, out.Bad
	}
	if !a.doAll(out.Changes) || !a.doEach(out.Steps) {
		return nil // what was typed stays where it is, with the reason in the status line
	}
	if out.Close {
		a.pop()
	}
	if out.Open != nil {
		a.openUp(out.Open)
	}
	if out.Focus != noPane {
		a.bench.focusOn(out.Focus)
	}
	if out.Account != "" {
		a.bench.show(a.c, out.Account)
	}
	if out.Reveal != (model.Place{}) {
		a.bench.reveal(a.c, out.Reveal)
	}
	a.applyView(out)
	switch {
	case out.Undo:
		a.turn(a.c.session.Undo, "took back")
	case out.Redo:
		a.turn(a.c.session.Redo, "did again")
	}
	a.bench.settle(a.c)
	return a.applyOutside(out)
}

// insteadOf refuses an outcome; where it would have opened a text, in a closed field.
func (a *App) insteadOf(out Outcome, why string) Outcome {
	if writes(out.Open) {
		return refuseText(why)
	}
	return refuse(why)
}

func (a *App) applyView(out Outcome) {
	if out.Zoom {
		a.bench.zoomed = !a.bench.zoomed
	}
	if out.Theme != "" {
		a.theme = theme.New(out.Theme)
		a.status.text = "theme: " + string(a.theme.Name())
	}
	switch out.Projector {
	case Projector:
		a.project()
	case Frank:
		a.beFrank()
	}
	if out.Mouse {
		a.mouse = !a.mouse
		a.status.text = "mouse off"
		if a.mouse {
			a.status.text = "mouse on: click a row, turn the wheel; F4 turns it off"
		}
	}
}

// applyOutside does what reaches beyond the data and the screen.
func (a *App) applyOutside(out Outcome) tea.Cmd {
	switch {
	case out.Veil != noVeilStep:
		return a.veil(out.Veil)
	case out.Quit:
		return tea.Quit
	case out.Suspend:
		return tea.Suspend
	case out.Redraw:
		return tea.ClearScreen
	case out.Copy != "":
		a.status.text = "copied"
		if !a.c.modest() {
			a.status.text += ": " + firstLine(out.Copy)
		}
		return tea.SetClipboard(widget.CleanText(out.Copy)) // it is pasted elsewhere, often into a shell
	case out.Import != nil:
		return a.startImport(out.Import)
	case out.Merge != nil:
		return a.startMerge(out.Merge)
	case out.Branch == beginBranch:
		a.startBranch()
	case out.Branch != noBranch:
		a.endBranch(out.Branch == keepBranch)
	case out.Report != nil:
		a.writeReport(out.Report)
	case out.Meeting != nil:
		if out.Meeting.keep {
			a.c.began = a.c.session.Scores()
		}
		return a.startMeeting(out.Meeting)
	case out.Rehearse == beginRehearsal:
		return a.startRehearsal()
	case out.Rehearse == endRehearsal:
		a.stopRehearsal()
	case out.Hour:
		return a.askHour()
	case out.Archive != nil:
		return a.startArchive(out.Archive)
	case out.Copies != nil:
		return a.startCopies(out.Copies)
	case out.Editor != nil:
		return a.startEditor(out.Editor)
	case out.Unlock != nil:
		return a.unlock(out.Unlock)
	case out.Lock:
		a.lock()
	case out.Begin != nil:
		return a.begin(out.Begin, out.BeginThen, out.Phrase)
	case out.Sample:
		return a.beginSample(out.Phrase)
	case out.Asked != nil:
		return a.answer(out.Asked, out.Again)
	case out.Again.Kind != NoIntent:
		return a.dispatch(out.Again)
	}
	return nil
}

// doAll makes the changes of one outcome: together, so that they are one undo.
func (a *App) doAll(changes []model.Change) bool {
	switch len(changes) {
	case 0:
		return true
	case 1:
		return a.do(changes[0])
	}
	return a.do(model.Together(changes))
}

// doEach makes changes one after the other, each its own undo.
func (a *App) doEach(steps []model.Change) bool {
	for _, c := range steps {
		if !a.do(c) {
			return false
		}
	}
	return true
}

// do makes one change: session, queue to the disk, cursor to where it happened.
func (a *App) do(c model.Change) bool {
	p, err := a.c.session.Do(c, a.c.now)
	return a.did(p, err)
}

// did takes a step in that was done, or the reason why not.
func (a *App) did(p *model.Patch, err error) bool {
	if err != nil {
		a.status.text, a.status.bad = sentence(err), true
		return false
	}
	if p.Empty() {
		return true
	}
	a.queue(p)
	a.bench.changed(a.c, p)
	return true
}

// queue hands a step to the disk and shows that it is on its way.
func (a *App) queue(p *model.Patch) {
	if a.ports.Save == nil || a.base != nil {
		return
	}
	a.saved.Queued = p.Seq
	a.ports.Save(p)
}

// turn takes back or does again, and shows the place where it happened.
func (a *App) turn(step func() (*model.Patch, bool), words string) {
	p, ok := step()
	if !ok {
		a.status.text, a.status.bad = "nothing to take back or do again", true
		if err := a.c.session.PastError(); err != nil {
			a.status.text = sentence(err)
		}
		return
	}
	a.queue(p)
	a.bench.changed(a.c, p)
	a.bench.reveal(a.c, p.Place)
	a.status.text = fmt.Sprintf("%s: %s", words, a.turned(p))
}

// tooManyToTell is from where on the facts of a step are not counted: an import of
// ten thousand accounts would hold the screen up for it.
const tooManyToTell = 200

// words tells a step in one line.
func (a *App) words(p *model.Patch) string {
	if n := len(p.After); n > tooManyToTell {
		return fmt.Sprintf("%s (%s)", p.Label, plural(n, "account"))
	}
	p = a.c.session.told(p)
	edits := p.Edits(a.c.portfolio().Programme())
	switch len(edits) {
	case 0:
		return p.Label
	case 1:
		return edits[0].String()
	}
	if strings.HasPrefix(p.Label, "agreed ") { // a level and its source: the label says it all
		return p.Label
	}
	return fmt.Sprintf("%s (%d facts)", p.Label, len(edits))
}

// begin makes the file on the first run and starts a session on its content.
func (a *App) begin(p *model.Portfolio, then overlay, phrase string) tea.Cmd {
	if phrase != "" {
		return a.beginProtected(p, then, phrase)
	}
	if a.ports.Begin != nil {
		if err := a.ports.Begin(p); err != nil {
			a.status.text, a.status.bad = sentence(err), true
			return nil
		}
	}
	a.startOn(newSitting(model.NewSession(p, model.DateOf(a.c.now), 0, a.ports.NewID), ""))
	if then != nil {
		a.push(then)
	}
	return nil
}

// beginSample begins with the sample portfolio.
func (a *App) beginSample(phrase string) tea.Cmd {
	if a.ports.Sample == nil {
		return a.apply(refuse("There is no sample portfolio here: import a file or start empty."))
	}
	p, err := a.ports.Sample(model.DateOf(a.c.now))
	if err != nil {
		return a.apply(refuse(sentence(err)))
	}
	return a.begin(p, nil, phrase)
}

func sentence(err error) string {
	s := strings.TrimSpace(err.Error())
	if s == "" {
		return "something went wrong"
	}
	return s
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}
