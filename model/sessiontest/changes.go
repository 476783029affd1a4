package sessiontest

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"testing"

	"accord/model"
	"accord/model/edit"
	"accord/model/modeltest"
	"accord/model/score"
	"accord/model/session"
)

func New(p *model.Portfolio) *session.Session {
	return session.New(p, modeltest.Today, 0, modeltest.IDs())
}

// Sitting is what a random change is made for: a session, or a Light one.
type Sitting interface {
	Portfolio() *model.Portfolio
	Today() model.Date
	NewID() string
}

// Light is a sitting without figures, for versions that are grown by the thousand.
type Light struct {
	Now    *model.Portfolio
	Day    model.Date
	IDs    func() string
	Before []*model.Portfolio // what it was, oldest first
}

// Portfolio is the present state.
func (l *Light) Portfolio() *model.Portfolio { return l.Now }

// Today is the day it is.
func (l *Light) Today() model.Date { return l.Day }

// NewID is a fresh identifier.
func (l *Light) NewID() string { return l.IDs() }

// Do makes a change if it can be made.
func (l *Light) Do(c edit.Change) {
	if p, err := edit.After(l.Now, l.Day, l.IDs, c); err == nil {
		l.Before, l.Now = append(l.Before, l.Now), p
	}
}

// Join is what merges a version with one of theirs. It is put in by the tests that can
// reach it: the merge itself is tested with what is here.
var Join = func(base, mine, theirs *model.Portfolio) (edit.Change, error) { return nil, nil }

// someMerge joins a version with one note more.
func someMerge(r *rand.Rand, s Sitting) edit.Change {
	p := s.Portfolio()
	note := edit.SetField{Ref: edit.AccountRef(p.At(r.IntN(p.Len())).ID), Key: "notes", Value: fmt.Sprintf("theirs %d", r.IntN(9))}
	theirs, err := edit.After(p, s.Today(), s.NewID, note)
	if err == nil {
		var c edit.Change
		if c, err = Join(p, p, theirs); err == nil && c != nil {
			return c
		}
	}
	return note
}

// RandomChange proposes a change of any kind against the present state; many are
// refused, which is part of the test.
func RandomChange(r *rand.Rand, s Sitting) edit.Change {
	p := s.Portfolio()
	if p.Len() == 0 || r.IntN(12) == 0 {
		return edit.AddAccount{ID: model.AccountID(s.NewID()), Name: fmt.Sprintf("A%d", r.IntN(40)), Parent: pickAccount(r, p)}
	}
	a := p.At(r.IntN(p.Len()))
	seat, person, member := pickSeat(r, a), pickPerson(r, a), pickMember(r, p)
	switch r.IntN(25) {
	case 0, 1, 2:
		pack := p.Programme().MethodPack()
		in := &pack.Instruments[r.IntN(len(pack.Instruments))]
		level := model.UnknownLevel
		if r.IntN(5) > 0 {
			level = model.LevelOf(r.IntN(6))
		}
		return edit.SetRating{Account: a.ID, Factor: in.Factors[r.IntN(len(in.Factors))].Full(), Verified: r.IntN(2) == 0, Level: level}
	case 3, 4:
		fields := edit.Fields(p.Programme())
		f := fields[r.IntN(len(fields))]
		key := f.Key
		if len(key) > 12 && key[:12] == "figures.YEAR" {
			key = fmt.Sprintf("figures.%d%s", 2023+r.IntN(4), key[12:])
		}
		return edit.SetField{Ref: refFor(f.Of, a, seat, person, member, r), Key: key, Value: RandomValue(r, f), Entry: uint64(r.IntN(3))}
	case 5:
		return edit.CopyAccount{ID: model.AccountID(s.NewID()), From: a.ID, Name: fmt.Sprintf("A%d", r.IntN(40))}
	case 6:
		if r.IntN(4) == 0 {
			return edit.RemoveAccount{Account: a.ID, Name: a.Name}
		}
		return edit.AddMember{ID: model.MemberID(s.NewID()), Name: fmt.Sprintf("M%d", r.IntN(9)), Function: model.Function(r.IntN(5))}
	case 7:
		if r.IntN(4) == 0 {
			return edit.RemoveMember{ID: member}
		}
		return edit.AddObjective{Account: a.ID, ID: model.ObjectiveID(s.NewID()), Text: "objective"}
	case 8:
		return edit.AddSeat{Account: a.ID, ID: model.SeatID(s.NewID()), Title: fmt.Sprintf("Seat %d", r.IntN(9)), ReportsTo: seat, Person: model.PersonID(s.NewID()), Name: []string{"", "Someone"}[r.IntN(2)]}
	case 9:
		return edit.RemoveSeat{Account: a.ID, Seat: seat}
	case 10:
		for _, x := range p.Accounts() { // the one with the most seats: two of them are needed
			if len(x.Seats) > len(a.Seats) {
				a = x
			}
		}
		return edit.MoveSeat{Account: a.ID, Seat: pickSeat(r, a), To: pickSeat(r, a)}
	case 11:
		return edit.SeatPerson{Account: a.ID, Seat: seat, Person: model.PersonID(s.NewID()), Name: fmt.Sprintf("P%d", r.IntN(9)), Leave: r.IntN(4) == 0}
	case 12:
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
		return edit.SetTie{Account: a.ID, ID: model.TieID(s.NewID()), Ours: member, Theirs: person, Level: model.TieLevel(r.IntN(5)), Touch: r.IntN(3) == 0}
	case 21, 22, 23:
		return randomMeeting(r, s, a.ID)
	case 24:
		if r.IntN(3) > 0 {
			return edit.AddAccount{ID: model.AccountID(s.NewID()), Name: fmt.Sprintf("A%d", r.IntN(40))}
		}
		return someMerge(r, s)
	case 13:
		if len(a.Actions) > 0 && r.IntN(2) == 0 {
			x := a.Actions[r.IntN(len(a.Actions))]
			if r.IntN(2) == 0 {
				return edit.SetField{Ref: edit.Ref{Account: a.ID, Of: edit.OfAction, ID: string(x.ID)}, Key: "action.again", Value: "monthly"}
			}
			return edit.CompleteAction{Account: a.ID, ID: x.ID, Next: model.ActionID(s.NewID())}
		}
		return edit.AddAction{Account: a.ID, ID: model.ActionID(s.NewID()), Text: "action", Objective: pickObjective(r, a)}
	case 15, 16:
		of := []edit.EntityKind{edit.OfInsight, edit.OfValue, edit.OfPoint, edit.OfRisk, edit.OfReview, edit.OfDecision}[r.IntN(6)]
		if r.IntN(4) == 0 {
			return edit.RemoveItem{Account: a.ID, Of: of, ID: pickItem(r, a, of)}
		}
		return edit.AddItem{Account: a.ID, Of: of, ID: s.NewID(), Text: []string{"", "something"}[min(1, r.IntN(5))]}
	case 18:
		if r.IntN(3) == 0 {
			return edit.SetPack{Pack: []*model.Pack{model.DefaultPack(), modeltest.OtherPack()}[r.IntN(2)]}
		}
		return edit.SetRate{Currency: []model.Currency{"EUR", "ILS", "USD"}[r.IntN(3)], Year: 2023 + r.IntN(4), Value: model.Num{V: float64(r.IntN(4)), Known: r.IntN(4) > 0}}
	case 19:
		if r.IntN(4) == 0 {
			return edit.RemoveItem{Account: a.ID, Of: edit.OfCell, ID: pickItem(r, a, edit.OfCell)}
		}
		return edit.AddCell{Account: a.ID, ID: model.CellID(s.NewID()), Unit: fmt.Sprintf("U%d", r.IntN(4)), Offering: fmt.Sprintf("O%d", r.IntN(4))}
	case 14:
		if r.IntN(2) == 0 && len(a.Actions) > 0 {
			return edit.RemoveAction{Account: a.ID, ID: a.Actions[r.IntN(len(a.Actions))].ID}
		}
		return edit.RemoveObjective{Account: a.ID, ID: pickObjective(r, a)}
	case 20:
		if r.IntN(3) == 0 {
			if member == "" {
				return edit.RateOurselves{Member: "", Factor: "readiness.criteria", Level: model.LevelOf(r.IntN(6))}
			}
			return edit.RateOurselves{Member: member, Factor: "competency.analysis", Level: model.LevelOf(r.IntN(6))}
		}
		return randomRestore(r, s, a.ID)
	}
	if r.IntN(2) == 0 {
		b := *a
		b.Notes += "imported"
		return edit.ImportAccounts{Base: p, Accounts: []*model.Account{&b, {ID: model.AccountID(s.NewID()), Name: fmt.Sprintf("I%d", r.IntN(40))}}, Title: "import"}
	}
	if r.IntN(4) == 0 {
		f := &Light{Now: p, Day: s.Today(), IDs: s.NewID}
		f.Do(edit.SetField{Ref: edit.AccountRef(a.ID), Key: "city", Value: s.NewID()})
		f.Do(edit.SetField{Ref: edit.Ref{Of: edit.OfProgramme}, Key: "programme.title", Value: s.NewID()})
		return edit.KeepBranch{Base: p, Branch: f.Portfolio()}
	}
	if r.IntN(4) == 0 {
		return edit.Paste{Account: a.ID, Title: "paste", Cells: []edit.Change{edit.SetField{Ref: edit.AccountRef(a.ID), Key: "figures.2024.revenue", Value: []string{"12", "x", "-", "1m"}[r.IntN(4)]}, edit.SetField{Ref: edit.AccountRef(a.ID), Key: "city", Value: s.NewID()}}}
	}
	return edit.Together{edit.AddObjective{Account: a.ID, ID: model.ObjectiveID(s.NewID()), Text: "one"}, edit.AddAction{Account: a.ID, ID: model.ActionID(s.NewID()), Text: []string{"two", ""}[r.IntN(2)], Objective: ""}}
}

// randomBallot is something that happens in a blind rating, nil for nothing.
func randomBallot(r *rand.Rand, s Sitting, id model.AccountID) edit.Change {
	g := s.Portfolio().Programme()
	if b := g.Voting(); b != nil && r.IntN(4) > 0 {
		if r.IntN(2) == 0 {
			return edit.CastMark{Account: b.Accounts[0], Factor: "importance.capacity", Level: []model.Level{model.LevelOf(r.IntN(6)), model.UnknownLevel}[r.IntN(2)]}
		}
		if b.Passed > 0 && r.IntN(4) == 0 {
			return edit.ReopenTurn{}
		}
		return edit.PassBallot{}
	} else if n := len(g.Ballots); b == nil && n > 0 && r.IntN(2) == 0 {
		b := g.Ballots[r.IntN(n)]
		if r.IntN(3) == 0 {
			return edit.CloseBallot{ID: b.ID}
		}
		if r.IntN(3) == 0 {
			return edit.Agreements{{Ballot: b.ID, Account: b.Accounts[0], Factor: "importance.capacity", Level: model.LevelOf(r.IntN(6)), Name: "Capacity"}}
		}
		return edit.Agree{Ballot: b.ID, Account: b.Accounts[0], Factor: "importance.capacity", Level: model.LevelOf(r.IntN(6)), Name: ""}
	} else if b == nil && r.IntN(2) == 0 {
		b := edit.OpenBallot{ID: model.BallotID(s.NewID()), Accounts: []model.AccountID{id}, Instrument: "importance", Verified: r.IntN(2) == 0, Raters: []string{"AL", "BK"}[:1+r.IntN(2)]}
		if w := g.Workshop; w != nil && len(w.People) > 0 && r.IntN(2) == 0 {
			return edit.SeatedBallot{OpenBallot: b, Seats: []int{r.IntN(len(w.People))}}
		}
		return b
	}
	return nil
}

// randomMeeting is something that happens in a workshop.
func randomMeeting(r *rand.Rand, s Sitting, id model.AccountID) edit.Change {
	g := s.Portfolio().Programme()
	if c := randomBallot(r, s, id); c != nil {
		return c
	}
	w := g.Workshop
	if w == nil {
		ready := model.ReadyAgendas()[r.IntN(3)]
		return edit.BeginWorkshop{Workshop: ready.Workshop(ready.Name, modeltest.Today, s.NewID)}
	}
	switch r.IntN(10) {
	case 0:
		if r.IntN(2) == 0 {
			return edit.RenameWorkshop{Title: s.NewID()}
		} else if r.IntN(2) == 0 {
			return edit.EndWorkshop{Title: w.Title}
		}
	case 1:
		return edit.SetParticipant{Was: "", Participant: model.Participant{Initials: fmt.Sprintf("P%d", r.IntN(4)), Function: "sales", Theirs: r.IntN(2) == 0, Account: []model.AccountID{"", id}[r.IntN(2)]}}
	case 2:
		return edit.ScopeAccount{Account: id, Out: r.IntN(3) == 0}
	case 3:
		if len(w.Steps) > 0 {
			return edit.BeginStep{ID: w.Steps[r.IntN(len(w.Steps))].ID, At: modeltest.Now.Unix()}
		}
	case 4:
		if len(w.Steps) > 0 {
			return edit.MoveStep{ID: w.Steps[r.IntN(len(w.Steps))].ID, By: r.IntN(3) - 1}
		}
	case 5:
		if len(w.Steps) > 0 && r.IntN(2) == 0 {
			return edit.RemoveStep{ID: w.Steps[0].ID}
		}
		return edit.SetStep{Step: model.AgendaStep{ID: model.StepID(s.NewID()), Name: "step", Minutes: r.IntN(40)}}
	case 6, 7:
		return edit.Park{Parked: model.Parked{ID: model.ParkedID(s.NewID()), Kind: model.ParkedKind(r.IntN(3)), Text: "line", Account: id}}
	case 8:
		if n := len(w.Parked); n > 0 {
			return edit.TurnParked{ID: w.Parked[r.IntN(n)].ID, Into: model.ParkedEnd(r.IntN(5)), Made: s.NewID()}
		}
	}
	if n := len(w.Parked); n > 0 && r.IntN(2) == 0 {
		return edit.RemoveParked{ID: w.Parked[r.IntN(n)].ID}
	}
	if len(w.People) > 0 {
		return edit.RemoveParticipant{Initials: w.People[0].Initials}
	}
	return edit.Park{Parked: model.Parked{ID: "one", Text: "line", Account: id}}
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

func pickAccount(r *rand.Rand, p *model.Portfolio) model.AccountID {
	if p.Len() == 0 || r.IntN(2) == 0 {
		return ""
	}
	return p.At(r.IntN(p.Len())).ID
}

func pickSeat(r *rand.Rand, a *model.Account) model.SeatID {
	if len(a.Seats) == 0 || r.IntN(5) == 0 {
		return ""
	}
	return a.Seats[r.IntN(len(a.Seats))].ID
}

func pickPerson(r *rand.Rand, a *model.Account) model.PersonID {
	if len(a.Persons) == 0 {
		return "nobody"
	}
	return a.Persons[r.IntN(len(a.Persons))].ID
}

func pickMember(r *rand.Rand, p *model.Portfolio) model.MemberID {
	if team := p.Programme().Team; len(team) > 0 {
		return team[r.IntN(len(team))].ID
	}
	return "nobody"
}

func pickObjective(r *rand.Rand, a *model.Account) model.ObjectiveID {
	if len(a.Objectives) == 0 {
		return ""
	}
	return a.Objectives[r.IntN(len(a.Objectives))].ID
}

// pickItem picks one of the plan's own lists, "" when it is empty.
func pickItem(r *rand.Rand, a *model.Account, of edit.EntityKind) string {
	l := edit.ListOf(of)
	if l == nil || len(l.IDs(a)) == 0 {
		return ""
	}
	ids := l.IDs(a)
	return ids[r.IntN(len(ids))]
}

func refFor(of edit.EntityKind, a *model.Account, s model.SeatID, p model.PersonID, m model.MemberID, r *rand.Rand) edit.Ref {
	ref := edit.Ref{Account: a.ID, Of: of}
	switch of {
	case edit.OfProgramme:
		ref.Account = ""
	case edit.OfMember:
		ref.Account, ref.ID = "", string(m)
	case edit.OfSeat:
		ref.ID = string(s)
	case edit.OfPerson:
		ref.ID = string(p)
	case edit.OfTie:
		if len(a.Ties) > 0 {
			ref.ID = string(a.Ties[r.IntN(len(a.Ties))].ID)
		}
	case edit.OfObjective:
		ref.ID = string(pickObjective(r, a))
	case edit.OfAction:
		if len(a.Actions) > 0 {
			ref.ID = string(a.Actions[r.IntN(len(a.Actions))].ID)
		}
	default:
		ref.ID = pickItem(r, a, of)
	}
	return ref
}

// RandomValue is usually legal for the field, sometimes empty or nonsense.
func RandomValue(r *rand.Rand, f edit.Field) string {
	if r.IntN(6) == 0 {
		return []string{"", "-", "nonsense ✗"}[r.IntN(3)]
	}
	switch f.Kind {
	case edit.Choice, edit.YesNo:
		return f.Choices[r.IntN(len(f.Choices))]
	case edit.Amount:
		return fmt.Sprint(modeltest.OrZero(r.IntN(900_000)))
	case edit.Percent:
		return fmt.Sprint(modeltest.OrZero(r.IntN(101)))
	case edit.Decimal:
		return fmt.Sprint(float64(modeltest.OrZero(r.IntN(100))) / 100)
	case edit.Whole:
		if f.Key == "programme.year" {
			return []string{"", "2024", "2025", "2031"}[r.IntN(4)]
		}
		return fmt.Sprint(modeltest.OrZero(1 + r.IntN(3+9*r.IntN(2))))
	case edit.Day:
		return modeltest.Today.AddDays(r.IntN(800) - 400).String()
	case edit.Grade:
		return fmt.Sprint([]int{0, 2, 3, 5}[r.IntN(4)])
	case edit.Text:
		switch f.Key {
		case "programme.currency":
			return "USD"
		case "programme.rates":
			return fmt.Sprintf("EUR 2025 %d, ILS 2024 0.3", 1+r.IntN(3))
		}
	case edit.LongText, edit.Tags, edit.Link:
	}
	return fmt.Sprintf("text %d", r.IntN(5))
}

// WorkshopSession is a workshop over two accounts.
func WorkshopSession(t *testing.T) *session.Session {
	t.Helper()
	s := New(modeltest.PortfolioOf(t, &model.Account{ID: "a", Name: "Alpha"}, &model.Account{ID: "b", Name: "Beta"}))
	DoAll(t, s, edit.BeginWorkshop{Workshop: model.ReadyAgendas()[0].Workshop("Review of Alpha", modeltest.Today, s.NewID)}, edit.ScopeAccount{Account: "a"}, edit.ScopeAccount{Account: "b"},
		edit.SetParticipant{Was: "", Participant: model.Participant{Initials: "AL", Function: "sales", Theirs: false, Account: ""}}, edit.SetParticipant{Was: "", Participant: model.Participant{Initials: "BK", Function: "finance", Theirs: false, Account: ""}}, edit.SetParticipant{Was: "", Participant: model.Participant{Initials: "PO", Function: "operations", Theirs: true, Account: "a"}})
	return s
}

func DoAll(t *testing.T, s *session.Session, changes ...edit.Change) {
	t.Helper()
	for _, c := range changes {
		if _, err := s.Do(c, modeltest.Now); err != nil {
			t.Fatalf("%T: %v", c, err)
		}
	}
}

// SameScores compares what Rescore reused with what Score computes.
func SameScores(t *testing.T, got, want *score.Scores) {
	t.Helper()
	if at := firstApart(reflect.ValueOf(got), reflect.ValueOf(want), "figures"); at != "" {
		t.Fatal(at)
	}
}

// firstApart is where two values differ first, "" where nowhere. NaN is equal to itself,
// and of a portfolio only that it is there counts.
func firstApart(a, b reflect.Value, at string) string {
	if a.Kind() == reflect.Pointer || a.Kind() == reflect.Interface {
		switch {
		case a.IsNil() || b.IsNil():
			if a.IsNil() != b.IsNil() {
				return at + " is there on one side only"
			}
			return ""
		case a.Kind() == reflect.Pointer && (a.Pointer() == b.Pointer() || a.Type() == reflect.TypeFor[*model.Portfolio]()):
			return ""
		}
		return firstApart(a.Elem(), b.Elem(), at)
	}
	switch a.Kind() {
	case reflect.Struct:
		for i := range a.NumField() {
			if d := firstApart(a.Field(i), b.Field(i), at+"."+a.Type().Field(i).Name); d != "" {
				return d
			}
		}
	case reflect.Slice, reflect.Array:
		if a.Len() != b.Len() {
			return fmt.Sprintf("%s: %d, want %d", at, a.Len(), b.Len())
		}
		for i := range a.Len() {
			if d := firstApart(a.Index(i), b.Index(i), fmt.Sprintf("%s[%d]", at, i)); d != "" {
				return d
			}
		}
	case reflect.Map:
		if a.Len() != b.Len() {
			return fmt.Sprintf("%s: %d, want %d", at, a.Len(), b.Len())
		}
		for it := a.MapRange(); it.Next(); {
			other := b.MapIndex(it.Key())
			if !other.IsValid() {
				return fmt.Sprintf("%s[%v] is missing", at, it.Key())
			}
			if d := firstApart(it.Value(), other, fmt.Sprintf("%s[%v]", at, it.Key())); d != "" {
				return d
			}
		}
	case reflect.Float64:
		if x, y := a.Float(), b.Float(); x != y && !(math.IsNaN(x) && math.IsNaN(y)) {
			return fmt.Sprintf("%s: %v, want %v", at, x, y)
		}
	default:
		if !a.Equal(b) {
			return fmt.Sprintf("%s: %v, want %v", at, a, b)
		}
	}
	return ""
}
