package model

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"
)

var testToday = NewDate(2026, time.November, 24)
var testNow = time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)

func testIDs() func() string {
	n := 0
	return func() string { n++; return fmt.Sprintf("id%010d", n) }
}

func newTestSession(p *Portfolio) *Session { return NewSession(p, testToday, 0, testIDs()) }

// rated is an account with ratings from digits, - for unknown.
func rated(id string, ratings map[string]string) *Account {
	a := &Account{ID: AccountID(id), Name: "Account " + id, Ratings: map[FactorKey]Rating{}}
	for instrument, digits := range ratings {
		in := DefaultPack().Instrument(instrument)
		for i, d := range digits {
			if d != '-' {
				a.Ratings[in.Factors[i].Full()] = Rating{Ours: LevelOf(int(d - '0'))}
			}
		}
	}
	return a
}

func portfolioOf(t testing.TB, accounts ...*Account) *Portfolio {
	t.Helper()
	p, err := NewPortfolio(NewProgramme(), accounts)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// earning is an account with one closed year of revenue and cost of sales.
func earning(id string, revenue, cost float64) *Account {
	return &Account{ID: AccountID(id), Name: id, Years: []Year{{Year: 2025, Revenue: NewMoney(revenue, "USD"), CostOfSales: NewMoney(cost, "USD"), CostToServe: NewMoney(0, "USD")}}}
}

func close9(a, b float64) bool { d := a - b; return d < 1e-9 && d > -1e-9 }

// someMerge joins a version with one note more.
func someMerge(r *rand.Rand, s *Session) Change {
	p := s.Portfolio()
	note := SetField{Ref: AccountRef(p.At(r.IntN(p.Len())).ID), Key: "notes", Value: fmt.Sprintf("theirs %d", r.IntN(9))}
	theirs, err := After(p, s.Today(), s.NewID, note)
	if err == nil {
		var m *Merging
		if m, err = Merge3(p, p, theirs); err == nil && m.Change(m.Result(), "merge") != nil {
			return m.Change(m.Result(), "merge")
		}
	}
	return note
}

// randomChange proposes a change of any kind against the present state; many are
// refused, which is part of the test.
func randomChange(r *rand.Rand, s *Session) Change {
	p := s.Portfolio()
	if p.Len() == 0 || r.IntN(12) == 0 {
		return AddAccount{ID: AccountID(s.NewID()), Name: fmt.Sprintf("A%d", r.IntN(40)), Parent: pickAccount(r, p)}
	}
	a := p.At(r.IntN(p.Len()))
	seat, person, member := pickSeat(r, a), pickPerson(r, a), pickMember(r, p)
	switch r.IntN(25) {
	case 0, 1, 2:
		pack := p.Programme().MethodPack()
		in := &pack.Instruments[r.IntN(len(pack.Instruments))]
		level := UnknownLevel
		if r.IntN(5) > 0 {
			level = LevelOf(r.IntN(6))
		}
		return SetRating{a.ID, in.Factors[r.IntN(len(in.Factors))].Full(), r.IntN(2) == 0, level}
	case 3, 4:
		fields := Fields(p.Programme())
		f := fields[r.IntN(len(fields))]
		key := f.Key
		if len(key) > 12 && key[:12] == "figures.YEAR" {
			key = fmt.Sprintf("figures.%d%s", 2023+r.IntN(4), key[12:])
		}
		return SetField{Ref: refFor(f.Of, a, seat, person, member, r), Key: key, Value: randomValue(r, f), Entry: uint64(r.IntN(3))}
	case 5:
		return CopyAccount{ID: AccountID(s.NewID()), From: a.ID, Name: fmt.Sprintf("A%d", r.IntN(40))}
	case 6:
		if r.IntN(4) == 0 {
			return RemoveAccount{Account: a.ID, Name: a.Name}
		}
		return AddMember{ID: MemberID(s.NewID()), Name: fmt.Sprintf("M%d", r.IntN(9)), Function: Function(r.IntN(5))}
	case 7:
		if r.IntN(4) == 0 {
			return RemoveMember{ID: member}
		}
		return AddObjective{a.ID, ObjectiveID(s.NewID()), "objective"}
	case 8:
		return AddSeat{a.ID, SeatID(s.NewID()), fmt.Sprintf("Seat %d", r.IntN(9)), seat, PersonID(s.NewID()), []string{"", "Someone"}[r.IntN(2)]}
	case 9:
		return RemoveSeat{a.ID, seat}
	case 10:
		for _, x := range p.accounts { // the one with the most seats: two of them are needed
			if len(x.Seats) > len(a.Seats) {
				a = x
			}
		}
		return MoveSeat{a.ID, pickSeat(r, a), pickSeat(r, a)}
	case 11:
		return SeatPerson{a.ID, seat, PersonID(s.NewID()), fmt.Sprintf("P%d", r.IntN(9)), r.IntN(4) == 0}
	case 12:
		if r.IntN(2) == 0 {
			for _, x := range p.accounts { // the one with the most people: two of them are needed
				if len(x.Persons) > len(a.Persons) {
					a = x
				}
			}
			if r.IntN(3) == 0 {
				return MergePersons{a.ID, pickPerson(r, a), pickPerson(r, a)}
			}
			from, to := pickPerson(r, a), pickPerson(r, a)
			if n := len(a.Persons); n > 1 {
				from, to = a.Persons[0].ID, a.Persons[1+r.IntN(n-1)].ID
			}
			return SetEdge{a.ID, EdgeID(s.NewID()), EdgeKind(r.IntN(4)), from, to, r.IntN(4) == 0}
		}
		return SetTie{a.ID, TieID(s.NewID()), member, person, TieLevel(r.IntN(5)), r.IntN(3) == 0}
	case 21, 22, 23:
		return randomMeeting(r, s, a.ID)
	case 24:
		if r.IntN(3) > 0 {
			return AddAccount{ID: AccountID(s.NewID()), Name: fmt.Sprintf("A%d", r.IntN(40))}
		}
		return someMerge(r, s)
	case 13:
		if len(a.Actions) > 0 && r.IntN(2) == 0 {
			x := a.Actions[r.IntN(len(a.Actions))]
			if r.IntN(2) == 0 {
				return SetField{Ref: Ref{a.ID, OfAction, string(x.ID)}, Key: "action.again", Value: "monthly"}
			}
			return CompleteAction{a.ID, x.ID, ActionID(s.NewID())}
		}
		return AddAction{a.ID, ActionID(s.NewID()), "action", pickObjective(r, a)}
	case 15, 16:
		of := []EntityKind{OfInsight, OfValue, OfPoint, OfRisk, OfReview, OfDecision}[r.IntN(6)]
		if r.IntN(4) == 0 {
			return RemoveItem{a.ID, of, pickItem(r, a, of)}
		}
		return AddItem{a.ID, of, s.NewID(), []string{"", "something"}[min(1, r.IntN(5))]}
	case 18:
		if r.IntN(3) == 0 {
			return SetPack{[]*Pack{DefaultPack(), otherPack()}[r.IntN(2)]}
		}
		return SetRate{[]Currency{"EUR", "ILS", "USD"}[r.IntN(3)], 2023 + r.IntN(4), Num{float64(r.IntN(4)), r.IntN(4) > 0}}
	case 19:
		if r.IntN(4) == 0 {
			return RemoveItem{a.ID, OfCell, pickItem(r, a, OfCell)}
		}
		return AddCell{a.ID, CellID(s.NewID()), fmt.Sprintf("U%d", r.IntN(4)), fmt.Sprintf("O%d", r.IntN(4))}
	case 14:
		if r.IntN(2) == 0 && len(a.Actions) > 0 {
			return RemoveAction{a.ID, a.Actions[r.IntN(len(a.Actions))].ID}
		}
		return RemoveObjective{a.ID, pickObjective(r, a)}
	case 20:
		if r.IntN(3) == 0 {
			if member == "" {
				return RateOurselves{"", "readiness.criteria", LevelOf(r.IntN(6))}
			}
			return RateOurselves{member, "competency.analysis", LevelOf(r.IntN(6))}
		}
		return randomRestore(r, s, a.ID)
	}
	if r.IntN(2) == 0 {
		b := *a
		b.Notes += "imported"
		return ImportAccounts{Base: p, Accounts: []*Account{&b, {ID: AccountID(s.NewID()), Name: fmt.Sprintf("I%d", r.IntN(40))}}, Title: "import"}
	}
	if r.IntN(4) == 0 {
		f := s.Fork()
		_, _ = f.Do(SetField{Ref: AccountRef(a.ID), Key: "city", Value: s.NewID()}, testNow)
		_, _ = f.Do(SetField{Ref: Ref{Of: OfProgramme}, Key: "programme.title", Value: s.NewID()}, testNow)
		return KeepBranch{Base: p, Branch: f.Portfolio()}
	}
	if r.IntN(4) == 0 {
		return Paste{Account: a.ID, Title: "paste", Cells: []Change{SetField{Ref: AccountRef(a.ID), Key: "figures.2024.revenue", Value: []string{"12", "x", "-", "1m"}[r.IntN(4)]}, SetField{Ref: AccountRef(a.ID), Key: "city", Value: s.NewID()}}}
	}
	return Together{AddObjective{a.ID, ObjectiveID(s.NewID()), "one"}, AddAction{a.ID, ActionID(s.NewID()), []string{"two", ""}[r.IntN(2)], ""}}
}

// randomBallot is something that happens in a blind rating, nil for nothing.
func randomBallot(r *rand.Rand, s *Session, id AccountID) Change {
	g := s.Portfolio().programme
	if b := g.Voting(); b != nil && r.IntN(4) > 0 {
		if r.IntN(2) == 0 {
			return CastMark{b.Accounts[0], "importance.capacity", []Level{LevelOf(r.IntN(6)), UnknownLevel}[r.IntN(2)]}
		}
		if b.Passed > 0 && r.IntN(4) == 0 {
			return ReopenTurn{}
		}
		return PassBallot{}
	} else if n := len(g.Ballots); b == nil && n > 0 && r.IntN(2) == 0 {
		b := g.Ballots[r.IntN(n)]
		if r.IntN(3) == 0 {
			return CloseBallot{b.ID}
		}
		if r.IntN(3) == 0 {
			return Agreements{{b.ID, b.Accounts[0], "importance.capacity", LevelOf(r.IntN(6)), "Capacity"}}
		}
		return Agree{b.ID, b.Accounts[0], "importance.capacity", LevelOf(r.IntN(6)), ""}
	} else if b == nil && r.IntN(2) == 0 {
		b := OpenBallot{BallotID(s.NewID()), []AccountID{id}, "importance", r.IntN(2) == 0, []string{"AL", "BK"}[:1+r.IntN(2)]}
		if w := g.Workshop; w != nil && len(w.People) > 0 && r.IntN(2) == 0 {
			return SeatedBallot{b, []int{r.IntN(len(w.People))}}
		}
		return b
	}
	return nil
}

// randomMeeting is something that happens in a workshop.
func randomMeeting(r *rand.Rand, s *Session, id AccountID) Change {
	g := s.Portfolio().programme
	if c := randomBallot(r, s, id); c != nil {
		return c
	}
	w := g.Workshop
	if w == nil {
		ready := ReadyAgendas()[r.IntN(3)]
		return BeginWorkshop{ready.Workshop(ready.Name, testToday, s.NewID)}
	}
	switch r.IntN(10) {
	case 0:
		if r.IntN(2) == 0 {
			return RenameWorkshop{s.NewID()}
		} else if r.IntN(2) == 0 {
			return EndWorkshop{w.Title}
		}
	case 1:
		return SetParticipant{"", Participant{fmt.Sprintf("P%d", r.IntN(4)), "sales", r.IntN(2) == 0, []AccountID{"", id}[r.IntN(2)]}}
	case 2:
		return ScopeAccount{id, r.IntN(3) == 0}
	case 3:
		if len(w.Steps) > 0 {
			return BeginStep{w.Steps[r.IntN(len(w.Steps))].ID, testNow.Unix()}
		}
	case 4:
		if len(w.Steps) > 0 {
			return MoveStep{w.Steps[r.IntN(len(w.Steps))].ID, r.IntN(3) - 1}
		}
	case 5:
		if len(w.Steps) > 0 && r.IntN(2) == 0 {
			return RemoveStep{w.Steps[0].ID}
		}
		return SetStep{Step: AgendaStep{ID: StepID(s.NewID()), Name: "step", Minutes: r.IntN(40)}}
	case 6, 7:
		return Park{Parked{ID: ParkedID(s.NewID()), Kind: ParkedKind(r.IntN(3)), Text: "line", Account: id}}
	case 8:
		if n := len(w.Parked); n > 0 {
			return TurnParked{w.Parked[r.IntN(n)].ID, ParkedEnd(r.IntN(5)), s.NewID()}
		}
	}
	if n := len(w.Parked); n > 0 && r.IntN(2) == 0 {
		return RemoveParked{w.Parked[r.IntN(n)].ID}
	}
	if len(w.People) > 0 {
		return RemoveParticipant{w.People[0].Initials}
	}
	return Park{Parked{ID: "one", Text: "line", Account: id}}
}

// randomRestore brings back a moment some steps ago, or one part of it.
func randomRestore(r *rand.Rand, s *Session, id AccountID) Change {
	then := s.Portfolio()
	for i := range r.IntN(30) {
		if i < len(s.undo) {
			then = s.undo[len(s.undo)-1-i].inverse().Apply(then)
		}
	}
	c := Restore{From: then, Moment: "then", Account: id}
	if parts := RestoreParts(then.programme); r.IntN(3) > 0 {
		c.Part = parts[r.IntN(len(parts))]
	}
	if r.IntN(6) == 0 {
		c.Account, c.Part = "", ""
	}
	return c
}

func pickAccount(r *rand.Rand, p *Portfolio) AccountID {
	if p.Len() == 0 || r.IntN(2) == 0 {
		return ""
	}
	return p.At(r.IntN(p.Len())).ID
}

func pickSeat(r *rand.Rand, a *Account) SeatID {
	if len(a.Seats) == 0 || r.IntN(5) == 0 {
		return ""
	}
	return a.Seats[r.IntN(len(a.Seats))].ID
}

func pickPerson(r *rand.Rand, a *Account) PersonID {
	if len(a.Persons) == 0 {
		return "nobody"
	}
	return a.Persons[r.IntN(len(a.Persons))].ID
}

func pickMember(r *rand.Rand, p *Portfolio) MemberID {
	if team := p.Programme().Team; len(team) > 0 {
		return team[r.IntN(len(team))].ID
	}
	return "nobody"
}

func pickObjective(r *rand.Rand, a *Account) ObjectiveID {
	if len(a.Objectives) == 0 {
		return ""
	}
	return a.Objectives[r.IntN(len(a.Objectives))].ID
}

// pickItem picks one of the plan's own lists, "" when it is empty.
func pickItem(r *rand.Rand, a *Account, of EntityKind) string {
	var ids []string
	switch of {
	case OfInsight:
		ids = idsOf(a.Insights)
	case OfValue:
		ids = idsOf(a.Values)
	case OfPoint:
		ids = idsOf(a.Points)
	case OfRisk:
		ids = idsOf(a.Risks)
	case OfReview:
		ids = idsOf(a.Reviews)
	case OfCell:
		ids = idsOf(a.Cells)
	case OfDecision:
		ids = idsOf(a.Decisions)
	}
	if len(ids) == 0 {
		return ""
	}
	return ids[r.IntN(len(ids))]
}

func idsOf[ID ~string, T entity[ID]](list []T) []string {
	var out []string
	for _, x := range list {
		out = append(out, string(x.id()))
	}
	return out
}

func refFor(of EntityKind, a *Account, s SeatID, p PersonID, m MemberID, r *rand.Rand) Ref {
	ref := Ref{Account: a.ID, Of: of}
	switch of {
	case OfProgramme:
		ref.Account = ""
	case OfMember:
		ref.Account, ref.ID = "", string(m)
	case OfSeat:
		ref.ID = string(s)
	case OfPerson:
		ref.ID = string(p)
	case OfTie:
		if len(a.Ties) > 0 {
			ref.ID = string(a.Ties[r.IntN(len(a.Ties))].ID)
		}
	case OfObjective:
		ref.ID = string(pickObjective(r, a))
	case OfAction:
		if len(a.Actions) > 0 {
			ref.ID = string(a.Actions[r.IntN(len(a.Actions))].ID)
		}
	default:
		ref.ID = pickItem(r, a, of)
	}
	return ref
}

// randomValue is usually legal for the field, sometimes empty or nonsense.
func randomValue(r *rand.Rand, f Field) string {
	if r.IntN(6) == 0 {
		return []string{"", "-", "nonsense ✗"}[r.IntN(3)]
	}
	switch f.Kind {
	case Choice, YesNo:
		return f.Choices[r.IntN(len(f.Choices))]
	case Amount:
		return fmt.Sprint(orZero(r.IntN(900_000)))
	case Percent:
		return fmt.Sprint(orZero(r.IntN(101)))
	case Decimal:
		return fmt.Sprint(float64(orZero(r.IntN(100))) / 100)
	case Whole:
		if f.Key == "programme.year" {
			return []string{"", "2024", "2025", "2031"}[r.IntN(4)]
		}
		return fmt.Sprint(orZero(1 + r.IntN(3+9*r.IntN(2))))
	case Day:
		return testToday.AddDays(r.IntN(800) - 400).String()
	case Grade:
		return fmt.Sprint([]int{0, 2, 3, 5}[r.IntN(4)])
	case Text:
		switch f.Key {
		case "programme.currency":
			return "USD"
		case "programme.rates":
			return fmt.Sprintf("EUR 2025 %d, ILS 2024 0.3", 1+r.IntN(3))
		}
	case LongText, Tags, Link:
	}
	return fmt.Sprintf("text %d", r.IntN(5))
}

// orZero is one in six times 0: an answer, not the lack of one.
func orZero(n int) int {
	if n%6 == 0 {
		return 0
	}
	return n
}

// otherPack is the default pack with other weights and a setting of its own.
func otherPack() *Pack {
	g := NewProgramme()
	r := &record{programme: g}
	for i, key := range []FactorKey{"importance.capacity", "position.criticality", "alignment.sales"} {
		if err := r.editFactor(key, func(f *Factor) { f.Weight = 7 * i }); err != nil {
			panic(err)
		}
	}
	p, err := g.Pack.withSetting(settingRows[0], 30)
	if err != nil {
		panic(err)
	}
	p.Name = "Other"
	return p
}
