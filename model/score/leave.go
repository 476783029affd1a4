package score

import (
	"slices"

	"accord/model"
)

// Leaving is what happens to an account when one person leaves, on either side
// (METHOD §5): every index before and after, and who cannot be reached any more.
type Leaving struct {
	Before, After             Relationship
	HealthBefore, HealthAfter model.Num
	Sponsor                   bool           // they are our sponsor: alignment is capped without them
	CutOff                    []model.SeatID // key players reachable before, not after
}

// LeavePerson tells what the account loses when one of theirs leaves: the seat
// stays, nobody sits in it, and their ties and relations are gone.
func (s *Scores) LeavePerson(id model.AccountID, person model.PersonID) (Leaving, bool) {
	a := s.portfolio.Account(id)
	if a == nil || a.Person(person) == nil {
		return Leaving{}, false
	}
	b := *a
	b.Persons = model.Without(b.Persons, person)
	b.Seats = slices.Clone(b.Seats)
	for i := range b.Seats {
		if b.Seats[i].Person == person {
			b.Seats[i].Person, b.Seats[i].Vacant = "", true
		}
	}
	b.Ties = slices.DeleteFunc(slices.Clone(b.Ties), func(t model.Tie) bool { return t.Theirs == person })
	b.Edges = slices.DeleteFunc(
		slices.Clone(b.Edges),
		func(e model.Edge) bool { return e.From == person || e.To == person },
	)
	return s.leaving(a, &b), true
}

// LeaveMember tells what the account loses when one of ours leaves: their ties,
// and their being its sponsor.
func (s *Scores) LeaveMember(id model.AccountID, member model.MemberID) (Leaving, bool) {
	a := s.portfolio.Account(id)
	if a == nil || s.portfolio.Programme().Member(member) == nil {
		return Leaving{}, false
	}
	b := *a
	b.Ties = slices.DeleteFunc(slices.Clone(b.Ties), func(t model.Tie) bool { return t.Ours == member })
	if b.Manager == member {
		b.Manager = ""
	}
	sponsor := b.Sponsor == member
	if sponsor {
		b.Sponsor = ""
	}
	l := s.leaving(a, &b)
	l.Sponsor = sponsor
	return l, true
}

func (s *Scores) leaving(a, b *model.Account) Leaving {
	g := s.portfolio.Programme()
	i := s.portfolio.Index(a.ID)
	before := s.local[i]
	after := scoreLocal(b, g, s.today, s.context, nil, a, before)
	l := Leaving{Before: *before.Relationship, After: *after.Relationship, HealthBefore: s.standing[i].Health,
		HealthAfter: s.stand(b, after, int32(i)).Health}
	still := NewGraph(b, g, s.today).Reachable()
	for _, id := range NewGraph(a, g, s.today).Reachable() {
		if !slices.Contains(still, id) && b.Seat(id) != nil && !b.Seat(id).Vacant {
			l.CutOff = append(l.CutOff, id)
		}
	}
	return l
}
