package exposure

import "accord/model"

// Only is one of theirs whom exactly one of ours knows.
type Only struct {
	Person model.PersonID
	Seat   model.SeatID
	By     model.MemberID
	Key    bool // a key player: political structure or inner circle
}

// Exposure is what METHOD §5 says of who would be left without anybody.
type Exposure struct {
	Only       []Only // in the order of the seats
	Known      int    // how many of theirs anybody of ours knows
	KeyPlayers int    // seats rated political structure or inner circle, and not vacant
}

// Of reads an account's ties. To know somebody is a tie of a known level between a member
// of our team and a person who sits in a seat; two ties of the same two are one.
func Of(a *model.Account, g *model.Programme) Exposure {
	by := map[model.PersonID]model.MemberID{}
	several := map[model.PersonID]bool{}
	for i := range a.Ties {
		t := &a.Ties[i]
		if t.Level == model.TieNone || g.Member(t.Ours) == nil {
			continue
		}
		before, known := by[t.Theirs]
		several[t.Theirs] = several[t.Theirs] || known && before != t.Ours
		by[t.Theirs] = t.Ours
	}
	var e Exposure
	seen := map[model.PersonID]bool{"": true}
	who := model.NewDirectory(a)
	for i := range a.Seats {
		s := &a.Seats[i]
		key := s.Influence.KeyPlayer()
		if key && !s.Vacant {
			e.KeyPlayers++
		}
		member, known := by[s.Person]
		if !known || seen[s.Person] || who.Person(s.Person) == nil {
			continue
		}
		seen[s.Person] = true
		if e.Known++; !several[s.Person] {
			e.Only = append(e.Only, Only{s.Person, s.ID, member, key})
		}
	}
	return e
}

// Without are those who would be left without anybody if a member of ours went.
func (e Exposure) Without(member model.MemberID) (left []Only) {
	for _, o := range e.Only {
		if o.By == member {
			left = append(left, o)
		}
	}
	return left
}

// Members are those of ours who alone know somebody, in the order of the first seat.
func (e Exposure) Members() (out []model.MemberID) {
	seen := map[model.MemberID]bool{}
	for _, o := range e.Only {
		if !seen[o.By] {
			seen[o.By] = true
			out = append(out, o.By)
		}
	}
	return out
}

// Reassures reports whether it may be said that no key player hangs on one of ours: at
// least one is rated, and none of them would be lost.
func (e Exposure) Reassures() bool {
	for _, o := range e.Only {
		if o.Key {
			return false
		}
	}
	return e.KeyPlayers > 0
}
