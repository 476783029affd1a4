package edit

import (
	"slices"
	"strings"

	"accord/model"
	"accord/model/words"
)

// workshop returns a copy of the workshop for a change to work on. Lists in it are
// still shared: replace them, never write into them.
func (d *Draft) workshop() (*model.Workshop, error) {
	g := d.Settings()
	if g.Workshop == nil {
		return nil, model.Refuse("workshop", words.T("edit.begin-one-first"), words.T("edit.no-workshop-going"))
	}
	w := *g.Workshop
	g.Workshop = &w
	return &w, nil
}

// BeginWorkshop opens a workshop.
type BeginWorkshop struct{ Workshop model.Workshop }

// Label implements Change.
func (c BeginWorkshop) Label() words.Msg { return words.New("edit.begin-workshop", c.Workshop.Title) }

// Where implements Change.
func (c BeginWorkshop) Where() Place { return Place{} }

func (c BeginWorkshop) Apply(d *Draft) error {
	g, w := d.Settings(), c.Workshop
	if g.Workshop != nil {
		return model.Refuse("workshop", words.T("edit.end-first"), words.T("edit.is-going-on", g.Workshop.Title))
	}
	if w.Title = strings.TrimSpace(w.Title); w.Title == "" {
		return model.Refuse("title", words.T("edit.type-what-workshop-called"), words.T("edit.workshop-needs-title"))
	}
	w.Accounts = model.Kept(w.Accounts, func(id model.AccountID) bool { return d.Peek(id) != nil })
	g.Workshop = &w
	if g.Voting() == nil {
		g.Ballots = nil
	}
	return nil
}

// EndWorkshop closes the workshop; everything agreed stays where it belongs, in
// the plans. Its agenda, parked lines and marks are in the snapshots from then on.
type EndWorkshop struct{ Title string } // for the label

// Label implements Change.
func (c EndWorkshop) Label() words.Msg { return words.New("edit.end-workshop", c.Title) }

// Where implements Change.
func (c EndWorkshop) Where() Place { return Place{} }

func (c EndWorkshop) Apply(d *Draft) error {
	if _, err := d.workshop(); err != nil {
		return err
	}
	d.Settings().Workshop, d.Settings().Ballots = nil, nil
	return nil
}

// RenameWorkshop gives the workshop another title.
type RenameWorkshop struct{ Title string }

// Label implements Change.
func (c RenameWorkshop) Label() words.Msg { return words.New("edit.call-workshop", c.Title) }

// Where implements Change.
func (c RenameWorkshop) Where() Place { return Place{} }

func (c RenameWorkshop) Apply(d *Draft) error {
	w, err := d.workshop()
	if err != nil {
		return err
	}
	if w.Title = strings.TrimSpace(c.Title); w.Title == "" {
		return model.Refuse("title", words.T("edit.type-what-workshop-called"), words.T("edit.workshop-needs-title"))
	}
	return nil
}

// SetParticipant adds somebody to the room, or changes who they are. Was is the
// initials they had, "" for somebody new.
type SetParticipant struct {
	Was string
	model.Participant
}

// Label implements Change.
func (c SetParticipant) Label() words.Msg { return words.New("edit.participant", c.Initials) }

// Where implements Change.
func (c SetParticipant) Where() Place { return Place{} }

func (c SetParticipant) Apply(d *Draft) error {
	w, err := d.workshop()
	if err != nil {
		return err
	}
	one, err := model.ParseRaters(c.Initials)
	if err != nil || len(one) != 1 {
		return model.Refuse(
			"participant",
			words.T("edit.type-short-initials-such-as"),
			words.T("edit.no-initials", c.Initials),
		)
	}
	c.Initials, c.Function = one[0], strings.TrimSpace(c.Function)
	if !c.Theirs {
		c.Account = ""
	} else if c.Account != "" && d.Peek(c.Account) == nil {
		return model.Refuse("participant", words.T("edit.say-whose-people-they"), words.T("edit.account-gone-2"))
	}
	at := slices.IndexFunc(w.People, func(p model.Participant) bool { return p.Initials == c.Was && c.Was != "" })
	for i, p := range w.People {
		if i != at && strings.EqualFold(p.Initials, c.Initials) {
			return model.Refuse(
				"participant",
				words.T("edit.give-them-different-initials"),
				words.T("edit.there-already", p.Initials),
			)
		}
	}
	if at < 0 {
		w.People = append(slices.Clip(w.People), c.Participant)
		return nil
	}
	w.People = slices.Clone(w.People)
	w.People[at] = c.Participant
	return nil
}

// RemoveParticipant takes somebody off the list; marks they gave stay.
type RemoveParticipant struct{ Initials string }

// Label implements Change.
func (c RemoveParticipant) Label() words.Msg { return words.New("edit.participant-left", c.Initials) }

// Where implements Change.
func (c RemoveParticipant) Where() Place { return Place{} }

func (c RemoveParticipant) Apply(d *Draft) error {
	w, err := d.workshop()
	if err != nil {
		return err
	}
	left := model.Kept(w.People, func(p model.Participant) bool { return p.Initials != c.Initials })
	if len(left) == len(w.People) {
		return model.Refuse("participant", "", words.T("edit.nobody-here", c.Initials))
	}
	w.People = left
	return nil
}

// ScopeAccount takes an account into the workshop, or out of it.
type ScopeAccount struct {
	Account model.AccountID
	Out     bool
}

// Label implements Change.
func (c ScopeAccount) Label() words.Msg {
	if c.Out {
		return words.New("edit.account-out-scope")
	}
	return words.New("edit.account-scope")
}

// Where implements Change.
func (c ScopeAccount) Where() Place { return Place{Account: c.Account} }

func (c ScopeAccount) Apply(d *Draft) error {
	w, err := d.workshop()
	switch {
	case err != nil:
		return err
	case c.Out:
		w.Accounts = model.Kept(w.Accounts, func(id model.AccountID) bool { return id != c.Account })
	case d.Peek(c.Account) == nil:
		return model.Refuse("account", words.T("edit.undo-brings-back"), words.T("edit.account-gone-2"))
	case !w.InScope(c.Account):
		w.Accounts = append(slices.Clip(w.Accounts), c.Account)
	}
	return nil
}

// SetStep adds a step behind another, or changes one that is there.
type SetStep struct {
	Step  model.AgendaStep
	After model.StepID // for a new one; "" is at the end
}

// Label implements Change.
func (c SetStep) Label() words.Msg { return words.New("edit.agenda", c.Step.Name) }

// Where implements Change.
func (c SetStep) Where() Place { return Place{Field: string(c.Step.ID)} }

func (c SetStep) Apply(d *Draft) error {
	w, err := d.workshop()
	if err != nil {
		return err
	}
	s := c.Step
	switch s.Name = strings.TrimSpace(s.Name); {
	case s.Name == "":
		return model.Refuse("step", words.T("edit.type-what-done"), words.T("edit.step-needs-name"))
	case s.Minutes < 0 || s.Minutes > 24*60:
		return model.Refuse("minutes", words.T("edit.type-minutes-such-as-20"), words.T("edit.step-takes-up-day"))
	}
	at := model.IndexOf(w.Steps, c.After)
	if w.Step(s.ID) != nil || at < 0 {
		w.Steps = model.Put(w.Steps, s)
		return nil
	}
	w.Steps = slices.Insert(slices.Clone(w.Steps), at+1, s)
	return nil
}

// MoveStep moves a step up or down the agenda.
type MoveStep struct {
	ID model.StepID
	By int
}

// Label implements Change.
func (c MoveStep) Label() words.Msg { return words.New("edit.agenda-another-order") }

// Where implements Change.
func (c MoveStep) Where() Place { return Place{Field: string(c.ID)} }

func (c MoveStep) Apply(d *Draft) error {
	w, err := d.workshop()
	if err != nil {
		return err
	}
	from := model.IndexOf(w.Steps, c.ID)
	to := from + c.By
	if from < 0 || to < 0 || to >= len(w.Steps) {
		return nil
	}
	s := w.Steps[from]
	w.Steps = slices.Insert(slices.Delete(slices.Clone(w.Steps), from, from+1), to, s)
	return nil
}

// RemoveStep takes a step off the agenda.
type RemoveStep struct{ ID model.StepID }

// Label implements Change.
func (c RemoveStep) Label() words.Msg { return words.New("edit.agenda-step-less") }

// Where implements Change.
func (c RemoveStep) Where() Place { return Place{} }

func (c RemoveStep) Apply(d *Draft) error {
	w, err := d.workshop()
	if err != nil {
		return err
	}
	w.Steps = model.Without(w.Steps, c.ID)
	if w.Now == c.ID {
		w.Now = ""
	}
	return nil
}

// BeginStep makes a step the one that runs. The moment is that of the key press.
type BeginStep struct {
	ID model.StepID
	At int64 // Unix seconds
}

// Label implements Change.
func (c BeginStep) Label() words.Msg { return words.New("edit.agenda-next-step") }

// Where implements Change.
func (c BeginStep) Where() Place { return Place{} }

func (c BeginStep) Apply(d *Draft) error {
	w, err := d.workshop()
	if err != nil {
		return err
	}
	s := w.Step(c.ID)
	switch {
	case s == nil:
		return model.Refuse("step", words.T("edit.undo-brings-back"), words.T("edit.step-gone"))
	case w.Now == c.ID: // going back to its screen does not begin it again
		return nil
	}
	next := *s
	next.Began = c.At
	w.Steps, w.Now = model.Put(w.Steps, next), c.ID
	return nil
}
