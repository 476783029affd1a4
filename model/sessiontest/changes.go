package sessiontest

import (
	"fmt"
	"math/rand/v2"

	"accord/model"
	"accord/model/edit"
	"accord/model/modeltest"
	"accord/model/session"
	"accord/model/words"
)

// Join is what merges a version with one of theirs. It is put in by the tests that can
// reach it: the merge itself is tested with what is here.
var Join = func(base, mine, theirs *model.Portfolio) (edit.Change, error) { return nil, nil }

// RandomChange proposes a change of any kind against the present state; many are
// refused, which is part of the test.
func RandomChange(r *rand.Rand, s Sitting) edit.Change {
	p := s.Portfolio()
	if p.Len() == 0 || r.IntN(12) == 0 {
		return edit.AddAccount{
			ID:     model.AccountID(s.NewID()),
			Name:   fmt.Sprintf("A%d", r.IntN(40)),
			Parent: pickAccount(r, p),
		}
	}
	d := draw{r, s, p, p.At(r.IntN(p.Len())), "", "", ""}
	d.seat, d.person, d.member = pickSeat(r, d.a), pickPerson(r, d.a), pickMember(r, p)
	switch kind := r.IntN(25); kind {
	case 0, 1, 2, 3, 4, 18, 20:
		return d.fact(kind)
	case 5, 6, 24:
		return d.account(kind)
	case 8, 9, 10, 11, 12:
		return d.people(kind)
	case 7, 13, 14, 15, 16, 19:
		return d.plan(kind)
	case 21, 22, 23:
		return randomMeeting(r, s, d.a.ID)
	}
	return d.several()
}

// draw is what one random change is made of: an account, and of it and our team
// somebody to do it to.
type draw struct {
	r      *rand.Rand
	s      Sitting
	p      *model.Portfolio
	a      *model.Account
	seat   model.SeatID
	person model.PersonID
	member model.MemberID
}

// fact is one fact set anew, of the account or of the programme.
func (d draw) fact(kind int) edit.Change {
	r, s, p, a := d.r, d.s, d.p, d.a
	switch kind {
	case 0, 1, 2:
		pack := p.Programme().MethodPack()
		in := &pack.Instruments[r.IntN(len(pack.Instruments))]
		level := model.UnknownLevel
		if r.IntN(5) > 0 {
			level = model.LevelOf(r.IntN(6))
		}
		return edit.SetRating{
			Account:  a.ID,
			Factor:   in.Factors[r.IntN(len(in.Factors))].Full(),
			Verified: r.IntN(2) == 0,
			Level:    level,
		}
	case 3, 4:
		fields := edit.Fields(p.Programme())
		f := fields[r.IntN(len(fields))]
		key := f.Key
		if len(key) > 12 && key[:12] == "figures.YEAR" {
			key = fmt.Sprintf("figures.%d%s", 2023+r.IntN(4), key[12:])
		}
		return edit.SetField{
			Ref:   refFor(f.Of, a, d.seat, d.person, d.member, r),
			Key:   key,
			Value: RandomValue(r, f),
			Entry: uint64(r.IntN(3)),
		}
	case 18:
		if r.IntN(3) == 0 {
			return edit.SetPack{Pack: []*model.Pack{model.DefaultPack(), modeltest.OtherPack()}[r.IntN(2)]}
		}
		return edit.SetRate{
			Currency: []model.Currency{"EUR", "ILS", "USD"}[r.IntN(3)],
			Year:     2023 + r.IntN(4),
			Value:    model.Num{V: float64(r.IntN(4)), Known: r.IntN(4) > 0},
		}
	}
	if r.IntN(3) == 0 {
		if d.member == "" {
			return edit.RateOurselves{Member: "", Factor: "readiness.criteria", Level: model.LevelOf(r.IntN(6))}
		}
		return edit.RateOurselves{Member: d.member, Factor: "competency.analysis", Level: model.LevelOf(r.IntN(6))}
	}
	return randomRestore(r, s, a.ID)
}

// account is an account or one of ours that comes or goes, or a merge.
func (d draw) account(kind int) edit.Change {
	r, s, a := d.r, d.s, d.a
	switch kind {
	case 5:
		return edit.CopyAccount{ID: model.AccountID(s.NewID()), From: a.ID, Name: fmt.Sprintf("A%d", r.IntN(40))}
	case 6:
		if r.IntN(4) == 0 {
			return edit.RemoveAccount{Account: a.ID, Name: a.Name}
		}
		return edit.AddMember{
			ID:       model.MemberID(s.NewID()),
			Name:     fmt.Sprintf("M%d", r.IntN(9)),
			Function: model.Function(r.IntN(5)),
		}
	}
	if r.IntN(3) > 0 {
		return edit.AddAccount{ID: model.AccountID(s.NewID()), Name: fmt.Sprintf("A%d", r.IntN(40))}
	}
	return someMerge(r, s)
}

// people is about seats, people and ties.
func (d draw) people(kind int) edit.Change {
	r, s, p, a := d.r, d.s, d.p, d.a
	switch kind {
	case 8:
		return edit.AddSeat{Account: a.ID, ID: model.SeatID(s.NewID()), Title: fmt.Sprintf("Seat %d", r.IntN(9)), ReportsTo: d.seat, Person: model.PersonID(s.NewID()), Name: []string{"", "Someone"}[r.IntN(2)]}
	case 9:
		return edit.RemoveSeat{Account: a.ID, Seat: d.seat}
	case 10:
		for _, x := range p.Accounts() { // the one with the most seats: two of them are needed
			if len(x.Seats) > len(a.Seats) {
				a = x
			}
		}
		return edit.MoveSeat{Account: a.ID, Seat: pickSeat(r, a), To: pickSeat(r, a)}
	case 11:
		return edit.SeatPerson{Account: a.ID, Seat: d.seat, Person: model.PersonID(s.NewID()), Name: fmt.Sprintf("P%d", r.IntN(9)), Leave: r.IntN(4) == 0}
	}
	if r.IntN(2) == 0 {
		for _, x := range p.Accounts() { // the one with the most people: two of them are needed
			if len(x.Persons) > len(a.Persons) {
				a = x
			}
		}
		if r.IntN(3) == 0 {
			return edit.MergePersons{Account: a.ID, Keep: pickPerson(r, a), Gone: pickPerson(r, a)}
		}
		from, to := pickPerson(r, a), pickPerson(r, a)
		if n := len(a.Persons); n > 1 {
			from, to = a.Persons[0].ID, a.Persons[1+r.IntN(n-1)].ID
		}
		return edit.SetEdge{Account: a.ID, ID: model.EdgeID(s.NewID()), Kind: model.EdgeKind(r.IntN(4)), From: from, To: to, Off: r.IntN(4) == 0}
	}
	return edit.SetTie{Account: a.ID, ID: model.TieID(s.NewID()), Ours: d.member, Theirs: d.person, Level: model.TieLevel(r.IntN(5)), Touch: r.IntN(3) == 0}
}

// plan is about the lines of the plan, and those of ours who leave it.
func (d draw) plan(kind int) edit.Change {
	r, s, a := d.r, d.s, d.a
	switch kind {
	case 7:
		if r.IntN(4) == 0 {
			return edit.RemoveMember{ID: d.member}
		}
		return edit.AddObjective{Account: a.ID, ID: model.ObjectiveID(s.NewID()), Text: "objective"}
	case 13:
		if len(a.Actions) > 0 && r.IntN(2) == 0 {
			x := a.Actions[r.IntN(len(a.Actions))]
			if r.IntN(2) == 0 {
				return edit.SetField{
					Ref:   edit.Ref{Account: a.ID, Of: edit.OfAction, ID: string(x.ID)},
					Key:   "action.again",
					Value: "monthly",
				}
			}
			return edit.CompleteAction{Account: a.ID, ID: x.ID, Next: model.ActionID(s.NewID())}
		}
		return edit.AddAction{Account: a.ID, ID: model.ActionID(s.NewID()), Text: "action", Objective: pickObjective(r, a)}
	case 14:
		if r.IntN(2) == 0 && len(a.Actions) > 0 {
			return edit.RemoveAction{Account: a.ID, ID: a.Actions[r.IntN(len(a.Actions))].ID}
		}
		return edit.RemoveObjective{Account: a.ID, ID: pickObjective(r, a)}
	case 15, 16:
		of := []edit.EntityKind{edit.OfInsight, edit.OfValue, edit.OfPoint, edit.OfRisk, edit.OfReview, edit.OfDecision}[r.IntN(6)]
		if r.IntN(4) == 0 {
			return edit.RemoveItem{Account: a.ID, Of: of, ID: pickItem(r, a, of)}
		}
		return edit.AddItem{Account: a.ID, Of: of, ID: s.NewID(), Text: []string{"", "something"}[min(1, r.IntN(5))]}
	}
	if r.IntN(4) == 0 {
		return edit.RemoveItem{Account: a.ID, Of: edit.OfCell, ID: pickItem(r, a, edit.OfCell)}
	}
	return edit.AddCell{
		Account:  a.ID,
		ID:       model.CellID(s.NewID()),
		Unit:     fmt.Sprintf("U%d", r.IntN(4)),
		Offering: fmt.Sprintf("O%d", r.IntN(4)),
	}
}

// several is more than one thing as one change.
func (d draw) several() edit.Change {
	r, s, p, a := d.r, d.s, d.p, d.a
	if r.IntN(2) == 0 {
		b := *a
		b.Notes += "imported"
		return edit.ImportAccounts{
			Base:     p,
			Accounts: []*model.Account{&b, {ID: model.AccountID(s.NewID()), Name: fmt.Sprintf("I%d", r.IntN(40))}},
			Title:    words.Plain("import"),
		}
	}
	if r.IntN(4) == 0 {
		f := &Light{Now: p, Day: s.Today(), IDs: s.NewID}
		f.Do(edit.SetField{Ref: edit.AccountRef(a.ID), Key: "city", Value: s.NewID()})
		f.Do(edit.SetField{Ref: edit.Ref{Of: edit.OfProgramme}, Key: "programme.title", Value: s.NewID()})
		return edit.KeepBranch{Base: p, Branch: f.Portfolio()}
	}
	if r.IntN(4) == 0 {
		return edit.Paste{
			Account: a.ID,
			Title:   words.Plain("paste"),
			Cells: []edit.Change{
				edit.SetField{
					Ref:   edit.AccountRef(a.ID),
					Key:   "figures.2024.revenue",
					Value: []string{"12", "x", "-", "1m"}[r.IntN(4)],
				},
				edit.SetField{Ref: edit.AccountRef(a.ID), Key: "city", Value: s.NewID()},
			},
		}
	}
	return edit.Together{
		edit.AddObjective{Account: a.ID, ID: model.ObjectiveID(s.NewID()), Text: "one"},
		edit.AddAction{Account: a.ID, ID: model.ActionID(s.NewID()), Text: []string{"two", ""}[r.IntN(2)], Objective: ""},
	}
}

// someMerge joins a version with one note more.
func someMerge(r *rand.Rand, s Sitting) edit.Change {
	p := s.Portfolio()
	note := edit.SetField{
		Ref:   edit.AccountRef(p.At(r.IntN(p.Len())).ID),
		Key:   "notes",
		Value: fmt.Sprintf("theirs %d", r.IntN(9)),
	}
	theirs, err := edit.After(p, s.Today(), s.NewID, note)
	if err == nil {
		var c edit.Change
		if c, err = Join(p, p, theirs); err == nil && c != nil {
			return c
		}
	}
	return note
}

// randomRestore brings back a moment some steps ago, or one part of it.
func randomRestore(r *rand.Rand, s Sitting, id model.AccountID) edit.Change {
	then := s.Portfolio()
	switch n := r.IntN(30); s := s.(type) {
	case *session.Session:
		back := *s // what is undone there stays done here
		for range n {
			back.Undo()
		}
		then = back.Portfolio()
	case *Light:
		if n = min(n, len(s.Before)); n > 0 {
			then = s.Before[len(s.Before)-n]
		}
	}
	c := edit.Restore{From: then, Moment: "then", Account: id}
	if parts := edit.RestoreParts(then.Programme()); r.IntN(3) > 0 {
		c.Part = parts[r.IntN(len(parts))]
	}
	if r.IntN(6) == 0 {
		c.Account, c.Part = "", ""
	}
	return c
}
