package edit

import (
	"accord/model"
	"accord/model/words"
)

// SetEdge says that two of the customer's people know each other informally, that
// one sways the other, or that they do not get on; Off takes it back. Influence
// runs one way; the other two hold both ways round.
type SetEdge struct {
	Account  model.AccountID
	ID       model.EdgeID // fresh, used when there is no such relation yet
	Kind     model.EdgeKind
	From, To model.PersonID
	Off      bool
}

// Label implements Change.
func (c SetEdge) Label() words.Msg {
	if c.Off {
		return words.New("edit.remove", words.WordOf(c.Kind.String()))
	}
	return words.New("edit.relation", words.WordOf(c.Kind.String()))
}

// Where implements Change.
func (c SetEdge) Where() Place { return Place{c.Account, string(c.From)} }

func (c SetEdge) Apply(d *Draft) error {
	a, err := d.account(c.Account)
	if err != nil {
		return err
	}
	switch {
	case c.Kind < model.Informal || c.Kind > model.Conflict:
		return model.Refuse("relation", words.T("edit.informal-influences-or-conflict"), words.T("edit.there-no-such-kind"))
	case a.Person(c.From) == nil || a.Person(c.To) == nil:
		return model.Refuse("relation", words.T("edit.name-both-people-first-n"), words.T("edit.one-two-not-named"))
	case c.From == c.To:
		return model.Refuse("relation", words.T("edit.choose-somebody-else"), words.T("edit.nobody-relation-themselves"))
	}
	old := a.Edge(c.Kind, c.From, c.To)
	switch {
	case c.Off && old != nil:
		a.Edges = model.Without(a.Edges, old.ID)
	case !c.Off && old == nil:
		a.Edges = model.Put(a.Edges, model.Edge{ID: c.ID, Kind: c.Kind, From: c.From, To: c.To})
	}
	return nil
}
