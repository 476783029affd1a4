package shell

import (
	"fmt"
	"testing"

	"accord/model"
	"accord/model/edit"
)

// made collects changes that build an organisation for the tests of the map.
type made struct{ changes []edit.Change }

func (m *made) Add(c ...edit.Change) { m.changes = append(m.changes, c...) }

// seat adds a seat, with a person called "p"+id when a name is given.
func (m *made) seat(id, boss, title, name, influence, support, coverage string) {
	m.Add(edit.AddSeat{Account: "a", ID: model.SeatID(id), Title: title, ReportsTo: model.SeatID(boss), Name: name, Person: model.PersonID("p" + id)})
	m.Add(edit.SetField{Ref: edit.Ref{Account: "a", Of: edit.OfSeat, ID: id}, Key: "seat.influence", Value: influence})
	if name != "" {
		who := edit.Ref{Account: "a", Of: edit.OfPerson, ID: "p" + id}
		m.Add(edit.SetField{Ref: who, Key: "person.support", Value: support}, edit.SetField{Ref: who, Key: "person.coverage", Value: coverage})
	}
}

// tie joins one of our team to the person of a seat; ago is in days.
func (m *made) tie(ours, seat string, now, aim model.TieLevel, ago int) {
	id := "t" + ours + seat
	m.Add(edit.SetTie{Account: "a", ID: model.TieID(id), Ours: model.MemberID(ours), Theirs: model.PersonID("p" + seat), Level: now})
	ref := edit.Ref{Account: "a", Of: edit.OfTie, ID: id}
	day := model.DateOf(testNow).AddDays(-ago)
	m.Add(edit.SetField{Ref: ref, Key: "tie.target", Value: aim.String()}, edit.SetField{Ref: ref, Key: "tie.last_contact", Value: day.String()})
}

func (m *made) ours(id, name string, f model.Function) {
	m.Add(edit.AddMember{ID: model.MemberID(id), Name: name, Function: f})
}

// organisation is the one of the mock-up, and a planner who left.
func organisation(t testing.TB) *model.Portfolio {
	m := &made{}
	m.Add(edit.AddAccount{ID: "a", Name: "Meridian Foods"})
	m.seat("s1", "", "CEO", "Anna Levi", "inner circle", "2", "multiple")
	m.seat("s2", "s1", "CFO", "", "inner circle", "", "")
	m.seat("s3", "s1", "COO", "Peter Okafor", "political structure", "1", "brief")
	m.seat("s4", "s3", "Plant manager Haifa", "משה רוט", "outside", "-1", "in depth")
	m.seat("s5", "s1", "CPO", "Sven Lindström-Bergqvist", "political structure", "-2", "none")
	m.seat("s6", "s3", "Maintenance planner", "Jo", "", "0", "")
	m.Add(edit.SeatPerson{Account: "a", Seat: "s6", Leave: true})
	m.ours("dana", "Dana Katz", model.Sales)
	m.ours("yossi", "Yossi", model.CLevel)
	m.ours("ruth", "Ruth", model.RnD)
	m.ours("omer", "Omer", model.Finance)
	m.tie("yossi", "s1", 3, 4, 12)
	m.tie("dana", "s3", 2, 3, 3)
	m.tie("dana", "s1", 1, 0, 90)
	m.tie("ruth", "s4", 2, 2, 100)
	m.Add(set("a", "manager", "Dana Katz"), set("a", "sponsor", "Yossi"))
	return build(t, m.changes...)
}

// crowd is a large organisation: seats seven to a superior, ours, a tie in
// every third cell.
func crowd(t testing.TB, seats, ours int) *model.Portfolio {
	m := &made{}
	m.Add(edit.AddAccount{ID: "a", Name: "Crowd"})
	for j := range ours {
		m.ours(fmt.Sprint("m", j), fmt.Sprint("Member", j), model.Function(1+j%11))
	}
	words := []string{"", "outside", "political structure", "inner circle"}
	for i := range seats {
		boss := ""
		if i > 0 {
			boss = fmt.Sprint("s", (i-1)/7)
		}
		m.seat(fmt.Sprint("s", i), boss, fmt.Sprint("Head of department ", i), fmt.Sprint("משה Person ", i), words[i%4], fmt.Sprint(i%5-2), "brief")
		for j := range ours {
			if (i+j)%3 == 0 {
				m.tie(fmt.Sprint("m", j), fmt.Sprint("s", i), model.TieLevel(1+i%4), model.TieLevel(1+j%4), i*j%120)
			}
		}
	}
	return build(t, m.changes...)
}

// broken is what bad data may hold: a circle, somebody under nobody, somebody
// under themselves, a chain of three hundred, and ties that lead nowhere.
func broken(t testing.TB) *model.Portfolio {
	a := &model.Account{ID: "a", Name: "Broken חברה", Seats: []model.Seat{
		{ID: "x", Title: "X", ReportsTo: "y"}, {ID: "y", Title: "Y", ReportsTo: "z"}, {ID: "z", Title: "Z", ReportsTo: "x"},
		{ID: "lost", Title: "Lost", ReportsTo: "nobody"}, {ID: "self", Title: "Self", ReportsTo: "self"}, {ID: "bare", Person: "gone"},
	}, Ties: []model.Tie{{ID: "t", Ours: "nobody", Theirs: "nobody", Level: 3}}}
	boss := model.SeatID("")
	for i := range 300 {
		id := model.SeatID(fmt.Sprint("c", i))
		a.Seats = append(a.Seats, model.Seat{ID: id, Title: fmt.Sprint("Chain ", i), ReportsTo: boss})
		boss = id
	}
	p, err := model.NewPortfolio(model.NewProgramme(), []*model.Account{a})
	if err != nil {
		t.Fatal(err)
	}
	return p
}
