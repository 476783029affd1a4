package model

import "testing"

func TestTwoEntriesOfOnePersonBecomeOne(t *testing.T) {
	a := &Account{ID: "a", Name: "A",
		Seats: []Seat{{ID: "s1", Title: "CFO", Person: "p1"}, {ID: "s2", Title: "cfo ", Person: "p2"}, {ID: "s3", Title: "Controller", Person: "p3", ReportsTo: "s2"}, {ID: "s4", Title: "Treasurer", Person: "p4"}},
		Persons: []Person{{ID: "p1", Name: "Anna", Email: "anna@x.example", Coverage: BriefContact}, {ID: "p2", Name: "Anna L.", Email: "old@x.example", Phone: "123", Coverage: InDepth, Support: Some(1), Notes: "met in Rome"},
			{ID: "p3", Name: "Bob"}, {ID: "p4", Name: "Cleo"}},
		Ties:  []Tie{{ID: "t1", Ours: "m", Theirs: "p1", Level: Vendor, LastContact: NewDate(2026, 5, 1)}, {ID: "t2", Ours: "m", Theirs: "p2", Level: ProblemSolver, LastContact: NewDate(2026, 1, 1)}, {ID: "t3", Ours: "n", Theirs: "p2", Level: CredibleSource}},
		Edges: []Edge{{ID: "e1", Kind: Influences, From: "p2", To: "p3"}, {ID: "e2", Kind: Informal, From: "p1", To: "p2"}, {ID: "e3", Kind: Influences, From: "p1", To: "p3"}}}
	g := NewProgramme()
	g.Team = []Member{{ID: "m", Name: "M"}, {ID: "n", Name: "N"}}
	s := newTestSession(under(t, g, a))
	if _, err := s.Do(MergePersons{"a", "p1", "p2"}, testNow); err != nil {
		t.Fatal(err)
	}
	b := s.Portfolio().Account("a")
	p := b.Person("p1")
	if len(b.Persons) != 3 || p.Email != "anna@x.example" || p.Phone != "123" || p.Coverage != InDepth || p.Support != Some(1) || p.Notes != "met in Rome" {
		t.Errorf("%+v", b.Persons)
	}
	if tie := b.Tie("m", "p1"); len(b.Ties) != 2 || tie.Level != ProblemSolver || tie.LastContact != NewDate(2026, 5, 1) || b.Tie("n", "p1") == nil {
		t.Errorf("%+v", b.Ties)
	}
	if len(b.Edges) != 1 || b.Edges[0].From != "p1" || b.Edges[0].To != "p3" {
		t.Errorf("%+v", b.Edges)
	}
	if len(b.Seats) != 3 || b.Seat("s3").ReportsTo != "s1" {
		t.Errorf("%+v", b.Seats)
	}
	if _, err := s.Do(MergePersons{"a", "p1", "p4"}, testNow); err != nil {
		t.Fatal(err)
	}
	if seat := s.Portfolio().Account("a").Seat("s4"); !seat.Vacant || seat.Person != "" {
		t.Errorf("a second seat of another title: %+v", seat)
	}
	for _, c := range []MergePersons{{"a", "p1", "p1"}, {"a", "p1", "gone"}, {"b", "p1", "p3"}} {
		if _, err := s.Do(c, testNow); err == nil {
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
		a := &Account{ID: "a", Name: "A", Seats: []Seat{{ID: "top", Title: "CFO", Person: "p1"}}, Persons: []Person{{ID: "p1", Name: "Anna"}, {ID: "p2", Name: "Anna L."}}}
		up := SeatID("top")
		for i := range depth - 1 {
			id := SeatID([]string{"m1", "m2"}[i])
			a.Seats = append(a.Seats, Seat{ID: id, Title: "Head", ReportsTo: up})
			up = id
		}
		a.Seats = append(a.Seats, Seat{ID: "low", Title: "CFO", Person: "p2", ReportsTo: up})
		for _, c := range []MergePersons{{"a", "p2", "p1"}, {"a", "p1", "p2"}} {
			s := newTestSession(under(t, NewProgramme(), a))
			if _, err := s.Do(c, testNow); err != nil {
				t.Fatal(err)
			}
			b := s.Portfolio().Account("a")
			if bad := sound(s.Portfolio()); len(bad) > 0 || len(b.Persons) != 1 {
				t.Errorf("%d apart, %+v: %v", depth, c, bad)
			}
		}
	}
}
