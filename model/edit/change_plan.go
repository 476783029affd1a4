package edit

import (
	"strings"

	"accord/model"
	"accord/model/words"
)

// AddObjective adds an objective to an account plan.
type AddObjective struct {
	Account model.AccountID
	ID      model.ObjectiveID
	Text    string
}

// Label implements Change.
func (c AddObjective) Label() words.Msg { return words.New("edit.add-objective") }

// Where implements Change.
func (c AddObjective) Where() Place { return Place{c.Account, string(c.ID)} }

func (c AddObjective) Apply(d *Draft) error {
	a, err := d.account(c.Account)
	if err != nil {
		return err
	}
	text := strings.TrimSpace(c.Text)
	if text == "" {
		return model.Refuse("objective", words.T("edit.say-what-will-different"), words.T("edit.objective-needs-words"))
	}
	a.Objectives = model.Put(a.Objectives, model.Objective{ID: c.ID, Text: text})
	return nil
}

// RemoveObjective deletes an objective; its actions stay, linked to none.
type RemoveObjective struct {
	Account model.AccountID
	ID      model.ObjectiveID
}

// Label implements Change.
func (c RemoveObjective) Label() words.Msg { return words.New("edit.delete-objective") }

// Where implements Change.
func (c RemoveObjective) Where() Place { return Place{c.Account, string(c.ID)} }

func (c RemoveObjective) Apply(d *Draft) error {
	a, err := d.account(c.Account)
	if err != nil {
		return err
	}
	a.Objectives = model.Without(a.Objectives, c.ID)
	for _, act := range a.Actions {
		if act.Objective == c.ID {
			act.Objective = ""
			a.Actions = model.Put(a.Actions, act)
		}
	}
	return nil
}

// AddAction adds an action to an account plan.
type AddAction struct {
	Account   model.AccountID
	ID        model.ActionID
	Text      string
	Objective model.ObjectiveID
}

// Label implements Change.
func (c AddAction) Label() words.Msg { return words.New("edit.add-action") }

// Where implements Change.
func (c AddAction) Where() Place { return Place{c.Account, string(c.ID)} }

func (c AddAction) Apply(d *Draft) error {
	a, err := d.account(c.Account)
	if err != nil {
		return err
	}
	text := strings.TrimSpace(c.Text)
	if text == "" {
		return model.Refuse("action", words.T("edit.say-who-does-what"), words.T("edit.action-needs-words"))
	}
	a.Actions = model.Put(a.Actions, model.Action{ID: c.ID, Text: text, Objective: c.Objective, Created: d.today})
	return nil
}

// CompleteAction marks an action as done today. One that comes again gets a
// successor, due one recurrence later: that is part of the same edit.
type CompleteAction struct {
	Account model.AccountID
	ID      model.ActionID
	Next    model.ActionID // the id of the successor
}

// Label implements Change.
func (c CompleteAction) Label() words.Msg { return words.New("edit.action-done") }

// Where implements Change.
func (c CompleteAction) Where() Place { return Place{c.Account, string(c.ID)} }

func (c CompleteAction) Apply(d *Draft) error {
	a, err := d.account(c.Account)
	if err != nil {
		return err
	}
	x := a.Action(c.ID)
	if x == nil {
		return model.Refuse("action", words.T("edit.undo-brings-back"), words.T("edit.it-was-deleted"))
	}
	done, next := *x, *x
	done.Enter(model.ActionDone, d.today)
	done.Done = d.today
	a.Actions = model.Put(a.Actions, done)
	if x.Again == model.Once || x.Status == model.ActionDone {
		return nil
	}
	next.ID, next.Created, next.After = c.Next, d.today, ""
	next.Enter(model.ActionOpen, d.today)
	next.First, next.Postponed = model.Date{}, 0
	for next.Due = x.Again.Next(x.Due); next.Due.Known() && !d.today.Before(next.Due); { // the one it would be by now
		next.Due = x.Again.Next(next.Due)
	}
	a.Actions = model.Put(a.Actions, next)
	return nil
}

// RemoveAction deletes an action.
type RemoveAction struct {
	Account model.AccountID
	ID      model.ActionID
}

// Label implements Change.
func (c RemoveAction) Label() words.Msg { return words.New("edit.delete-action") }

// Where implements Change.
func (c RemoveAction) Where() Place { return Place{c.Account, string(c.ID)} }

func (c RemoveAction) Apply(d *Draft) error {
	a, err := d.account(c.Account)
	if err != nil {
		return err
	}
	a.Actions = model.Without(a.Actions, c.ID)
	a.Tidy(d.program())
	return nil
}
