package edit

import (
	"accord/model"
	"accord/model/words"
)

// StepKind says how a step came about.
type StepKind uint8

// The kinds of steps. Undo and redo are steps of their own: nothing is erased.
const (
	StepEdit StepKind = iota
	StepUndo
	StepRedo
	StepImport
)

func (k StepKind) String() string {
	return [...]string{"edit", "undo", "redo", "import"}[k]
}

// Place is where an edit happened, so that undo can show it.
type Place struct {
	Account model.AccountID
	Field   string // registry key or entity id
}

// Patch is what one step did: every touched account, and the programme if
// touched, before and after. It is all that saving, undo and history need.
type Patch struct {
	Seq   uint64 // 1, 2, 3 … in the order of doing; given by the session
	Kind  StepKind
	Label words.Msg
	Place Place
	Group uint64 // steps of one group are one undo
	Of    uint64 // the step an undo or redo turned round

	Before, After                   []*model.Account // in pairs; nil before: added, nil after: removed
	ProgrammeBefore, ProgrammeAfter *model.Programme // both nil: untouched

	Programme *model.Programme // the settings after the step, in whose words it is told
}

// Agreed reports whether the step puts in force what a room agreed on. Its label says
// all that a room may read of it.
func (p *Patch) Agreed() bool {
	return p.Label.ID == "edit.agreed" || p.Label.ID == "edit.agreed-medians"
}

// Empty reports whether nothing changed.
func (p *Patch) Empty() bool { return len(p.After) == 0 && p.ProgrammeAfter == nil }

// Inverse is the same patch turned round.
func (p *Patch) Inverse() *Patch {
	q := *p
	q.Before, q.After = p.After, p.Before
	q.ProgrammeBefore, q.ProgrammeAfter = p.ProgrammeAfter, p.ProgrammeBefore
	return &q
}

// Apply returns the portfolio after the patch.
func (p *Patch) Apply(base *model.Portfolio) *model.Portfolio {
	g := base.Programme()
	if p.ProgrammeAfter != nil {
		g = p.ProgrammeAfter
	}
	return base.With(p.Before, p.After, g)
}

// Join is p followed by q as one patch: the oldest before, the newest after.
func (p *Patch) Join(q *Patch) *Patch {
	j := *q
	j.Before, j.After = append([]*model.Account(nil), p.Before...), append([]*model.Account(nil), p.After...)
	for i := range q.After {
		if k := j.find(AccountOf(q.Before[i], q.After[i])); k >= 0 {
			j.After[k] = q.After[i]
		} else {
			j.Before, j.After = append(j.Before, q.Before[i]), append(j.After, q.After[i])
		}
	}
	if p.ProgrammeBefore != nil {
		j.ProgrammeBefore = p.ProgrammeBefore
		if q.ProgrammeAfter == nil {
			j.ProgrammeAfter = p.ProgrammeAfter
		}
	}
	return &j
}

func (p *Patch) find(id model.AccountID) int {
	for i := range p.After {
		if AccountOf(p.Before[i], p.After[i]) == id {
			return i
		}
	}
	return -1
}

func AccountOf(before, after *model.Account) model.AccountID {
	if before != nil {
		return before.ID
	}
	return after.ID
}
