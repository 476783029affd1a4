package model

// SetEdge says that two of the customer's people know each other informally, that
// one sways the other, or that they do not get on; Off takes it back. Influence
// runs one way; the other two hold both ways round.
type SetEdge struct {
	Account  AccountID
	ID       EdgeID // fresh, used when there is no such relation yet
	Kind     EdgeKind
	From, To PersonID
	Off      bool
}

// Label implements Change.
func (c SetEdge) Label() string {
	if c.Off {
		return "remove: " + c.Kind.String()
	}
	return "relation: " + c.Kind.String()
}

// Where implements Change.
func (c SetEdge) Where() Place { return Place{c.Account, string(c.From)} }

func (c SetEdge) apply(d *draft) error {
	a, err := d.account(c.Account)
	if err != nil {
		return err
	}
	switch {
	case c.Kind < Informal || c.Kind > Conflict:
		return problem("relation", "It is informal, influences or conflict.", "there is no such kind")
	case a.Person(c.From) == nil || a.Person(c.To) == nil:
		return problem("relation", "Name both people first: n.", "one of the two is not named")
	case c.From == c.To:
		return problem("relation", "Choose somebody else.", "nobody has a relation with themselves")
	}
	old := a.Edge(c.Kind, c.From, c.To)
	switch {
	case c.Off && old != nil:
		a.Edges = without(a.Edges, old.ID)
	case !c.Off && old == nil:
		a.Edges = put(a.Edges, Edge{ID: c.ID, Kind: c.Kind, From: c.From, To: c.To})
	}
	return nil
}

// Edge is the relation of a kind between two people, or nil; only influence cares
// which way it runs.
func (a *Account) Edge(k EdgeKind, from, to PersonID) *Edge {
	for i := range a.Edges {
		e := &a.Edges[i]
		if e.Kind == k && (e.From == from && e.To == to || k != Influences && e.From == to && e.To == from) {
			return e
		}
	}
	return nil
}
