package merge3

import (
	"testing"

	"accord/model"
	"accord/model/edit"
	"accord/model/modeltest"
	"accord/model/sessiontest"
)

func TestTwoEntriesOfOnePersonBecomeOne(t *testing.T) {
	a := &model.Account{ID: "a", Name: "A",
		Seats: []model.Seat{{ID: "s1", Title: "CFO", Person: "p1"}, {ID: "s2", Title: "cfo ", Person: "p2"}, {ID: "s3", Title: "Controller", Person: "p3", ReportsTo: "s2"}, {ID: "s4", Title: "Treasurer", Person: "p4"}},
		Persons: []model.Person{{ID: "p1", Name: "Anna", Email: "anna@x.example", Coverage: model.BriefContact}, {ID: "p2", Name: "Anna L.", Email: "old@x.example", Phone: "123", Coverage: model.InDepth, Support: model.Some(1), Notes: "met in Rome"},
			{ID: "p3", Name: "Bob"}, {ID: "p4", Name: "Cleo"}},
		Ties:  []model.Tie{{ID: "t1", Ours: "m", Theirs: "p1", Level: model.Vendor, LastContact: model.NewDate(2026, 5, 1)}, {ID: "t2", Ours: "m", Theirs: "p2", Level: model.ProblemSolver, LastContact: model.NewDate(2026, 1, 1)}, {ID: "t3", Ours: "n", Theirs: "p2", Level: model.CredibleSource}},
		Edges: []model.Edge{{ID: "e1", Kind: model.Influences, From: "p2", To: "p3"}, {ID: "e2", Kind: model.Informal, From: "p1", To: "p2"}, {ID: "e3", Kind: model.Influences, From: "p1", To: "p3"}}}
	g := model.NewProgramme()
	g.Team = []model.Member{{ID: "m", Name: "M"}, {ID: "n", Name: "N"}}
	s := sessiontest.New(modeltest.Under(t, g, a))
	if _, err := s.Do(edit.MergePersons{Account: "a", Keep: "p1", Gone: "p2"}, modeltest.Now); err != nil {
		t.Fatal(err)
	}
	b := s.Portfolio().Account("a")
	p := b.Person("p1")
	if len(b.Persons) != 3 || p.Email != "anna@x.example" || p.Phone != "123" || p.Coverage != model.InDepth || p.Support != model.Some(1) || p.Notes != "met in Rome" {
		t.Errorf("%+v", b.Persons)
	}
	if tie := b.Tie("m", "p1"); len(b.Ties) != 2 || tie.Level != model.ProblemSolver || tie.LastContact != model.NewDate(2026, 5, 1) || b.Tie("n", "p1") == nil {
		t.Errorf("%+v", b.Ties)
	}
	if len(b.Edges) != 1 || b.Edges[0].From != "p1" || b.Edges[0].To != "p3" {
		t.Errorf("%+v", b.Edges)
	}
	if len(b.Seats) != 3 || b.Seat("s3").ReportsTo != "s1" {
		t.Errorf("%+v", b.Seats)
	}
	if _, err := s.Do(edit.MergePersons{Account: "a", Keep: "p1", Gone: "p4"}, modeltest.Now); err != nil {
		t.Fatal(err)
	}
	if seat := s.Portfolio().Account("a").Seat("s4"); !seat.Vacant || seat.Person != "" {
		t.Errorf("a second seat of another title: %+v", seat)
	}
	for _, c := range []edit.MergePersons{{Account: "a", Keep: "p1", Gone: "p1"}, {Account: "a", Keep: "p1", Gone: "gone"}, {Account: "b", Keep: "p1", Gone: "p3"}} {
		if _, err := s.Do(c, modeltest.Now); err == nil {
			t.Errorf("%+v is taken", c)
		}
	}
	s.Undo()
	s.Undo()
	if got := s.Portfolio().Account("a"); len(got.Persons) != 4 || len(got.Ties) != 3 || len(got.Seats) != 4 {
		t.Errorf("undo: %+v", got)
	}
}

// A seat never takes the reports of one it is below itself, at any depth: they would
// report in a circle.
func TestMergingPeopleMakesNoCircle(t *testing.T) {
	for depth := 1; depth <= 3; depth++ {
		a := &model.Account{ID: "a", Name: "A", Seats: []model.Seat{{ID: "top", Title: "CFO", Person: "p1"}}, Persons: []model.Person{{ID: "p1", Name: "Anna"}, {ID: "p2", Name: "Anna L."}}}
		up := model.SeatID("top")
		for i := range depth - 1 {
			id := model.SeatID([]string{"m1", "m2"}[i])
			a.Seats = append(a.Seats, model.Seat{ID: id, Title: "Head", ReportsTo: up})
			up = id
		}
		a.Seats = append(a.Seats, model.Seat{ID: "low", Title: "CFO", Person: "p2", ReportsTo: up})
		for _, c := range []edit.MergePersons{{Account: "a", Keep: "p2", Gone: "p1"}, {Account: "a", Keep: "p1", Gone: "p2"}} {
			s := sessiontest.New(modeltest.Under(t, model.NewProgramme(), a))
			if _, err := s.Do(c, modeltest.Now); err != nil {
				t.Fatal(err)
			}
			b := s.Portfolio().Account("a")
			if bad := sound(s.Portfolio()); len(bad) > 0 || len(b.Persons) != 1 {
				t.Errorf("%d apart, %+v: %v", depth, c, bad)
			}
		}
	}
}
