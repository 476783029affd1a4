package shell

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"accord/model/edit"
	"accord/model/words"
	"accord/ui/kit"
)

// apply is the one function that acts: on plan data through the session, on the
// screen, on the world outside. Effects are done in the order of their ranks, those of
// one rank in the order they were asked for. Where a change is refused nothing further
// is done: what was typed stays where it is, with the reason in the status line.
func (a *App) apply(out kit.Outcome) tea.Cmd {
	if a.fromOutside && disturbs(out) && a.Typing() {
		a.later = append(a.later, func() tea.Cmd { return a.apply(out) })
		return nil
	}
	if why := a.whyNotHidden(out); why != "" {
		out = a.insteadOf(out, why)
	}
	if edit, ok := kit.Asks[*kit.ExternalEdit](&out); ok && !a.mayHand(edit) {
		out = kit.RefuseText(kit.OursWords())
	}
	all := out.Effects
	if len(all) > 1 {
		all = slices.Clone(all)
		slices.SortStableFunc(all, func(x, y kit.Effect) int { return int(orderOf(x)) - int(orderOf(y)) })
	}
	var cmds []tea.Cmd
	settled := false
	for _, e := range all {
		if orderOf(e) == rankBeside && !settled {
			a.bench.settle(a.c)
			settled = true
		}
		if ch, ok := e.(kit.Changing); ok {
			if !a.Change(ch.Changes, ch.Apart) {
				return tea.Batch(cmds...)
			}
			continue
		}
		if cmd := e.Do(a); cmd != nil {
			cmds = append(cmds, cmd)
		}
	}
	if !settled {
		a.bench.settle(a.c)
	}
	if len(cmds) == 1 {
		return cmds[0]
	}
	return tea.Batch(cmds...)
}

// order is when an effect is done.
type order uint8

const (
	rankWords order = iota
	rankData
	rankClose
	rankOpen
	rankFocus
	rankAccount
	rankPlace
	rankLook
	rankTurn
	rankBeside // everything else: work beside the screen, the world outside
)

func orderOf(e kit.Effect) order {
	switch e.(type) {
	case kit.Saying:
		return rankWords
	case kit.Changing:
		return rankData
	case kit.Closing:
		return rankClose
	case kit.Opening:
		return rankOpen
	case kit.Focusing:
		return rankFocus
	case kit.Showing:
		return rankAccount
	case kit.Revealing:
		return rankPlace
	case zooming, theming, projecting, togglingMouse:
		return rankLook
	case kit.Turning:
		return rankTurn
	}
	return rankBeside
}

// insteadOf refuses an outcome; where it would have opened a text, in a closed field.
func (a *App) insteadOf(out kit.Outcome, why string) kit.Outcome {
	if o, ok := kit.Asks[kit.Opening](&out); ok && kit.Writes(o.Page) {
		return kit.RefuseText(why)
	}
	return kit.Refuse(why)
}

// doAll makes the changes of one outcome: together, so that they are one undo.
func (a *App) doAll(changes []edit.Change) bool {
	switch len(changes) {
	case 0:
		return true
	case 1:
		return a.do(changes[0])
	}
	return a.do(edit.Together(changes))
}

// doEach makes changes one after the other, each its own undo.
func (a *App) doEach(steps []edit.Change) bool {
	for _, c := range steps {
		if !a.do(c) {
			return false
		}
	}
	return true
}

// do makes one change: session, queue to the disk, cursor to where it happened.
func (a *App) do(c edit.Change) bool {
	p, err := a.c.Session.Do(c, a.c.Now)
	return a.did(p, err)
}

// did takes a step in that was done, or the reason why not.
func (a *App) did(p *edit.Patch, err error) bool {
	if err != nil {
		a.status.text, a.status.bad = kit.Sentence(err), true
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
func (a *App) queue(p *edit.Patch) {
	if a.ports.Save == nil || a.base != nil {
		return
	}
	a.saved.Queued = p.Seq
	a.ports.Save(p)
}

// turn takes back or does again, and shows the place where it happened.
func (a *App) turn(step func() (*edit.Patch, bool), wording string) {
	p, ok := step()
	if !ok {
		a.status.text, a.status.bad = words.T("shell.nothing-take-back-or-do"), true
		if err := a.c.Session.PastError(); err != nil {
			a.status.text = kit.Sentence(err)
		}
		return
	}
	a.queue(p)
	a.bench.changed(a.c, p)
	a.bench.Reveal(a.c, p.Place)
	a.status.text = words.T("shell.turned", wording, a.turned(p))
}

// tooManyToTell is from where on the facts of a step are not counted: an import of
// ten thousand accounts would hold the screen up for it.
const tooManyToTell = 200

// Words tells a step in one line.
func (a *App) Words(p *edit.Patch) string {
	if n := len(p.After); n > tooManyToTell {
		return words.T("shell.label-accounts", p.Label, n)
	}
	p = a.c.Session.Told(p)
	edits := p.Edits(a.c.Portfolio().Programme())
	switch len(edits) {
	case 0:
		return p.Label.Here()
	case 1:
		return edits[0].String()
	}
	if p.Agreed() { // a level and its source: the label says it all
		return p.Label.Here()
	}
	return words.T("shell.facts", p.Label, len(edits))
}
