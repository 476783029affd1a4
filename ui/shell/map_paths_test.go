package shell

import (
	"strings"
	"testing"

	"accord/model"
	"accord/ui/relmap"
)

// Without a way in to show, the paths end with the line after the last person many ways
// lead through, which fell off the sheet.
func TestPathsWithoutAWayInLoseNoLine(t *testing.T) {
	a := &model.Account{ID: "a", Name: "A"}
	for _, id := range []string{"1", "2", "3", "4", "5"} {
		a.Seats = append(a.Seats, model.Seat{ID: model.SeatID("s" + id), Title: "Seat " + id, Person: model.PersonID("p" + id), Influence: model.PoliticalStructure})
		a.Persons = append(a.Persons, model.Person{ID: model.PersonID("p" + id), Name: "Person " + id})
	}
	for i := 1; i < len(a.Persons); i++ {
		a.Edges = append(a.Edges, model.Edge{ID: model.EdgeID(a.Persons[i].ID), Kind: model.Informal, From: a.Persons[i-1].ID, To: a.Persons[i].ID})
	}
	g := model.NewProgramme()
	g.Team = []model.Member{{ID: "m", Name: "Dana"}}
	a.Ties = []model.Tie{{ID: "t", Ours: "m", Theirs: "p1", Level: 4, LastContact: model.NewDate(2026, 11, 30)}}
	p, err := model.NewPortfolio(g, []*model.Account{a})
	if err != nil {
		t.Fatal(err)
	}
	text, _ := relmap.DrawMap(p, model.NewDate(2026, 11, 30), "a", "paths", 100)
	for _, want := range []string{"Seat 1 Person 1", "Seat 2 Person 2", "Seat 3 Person 3", "Seat 4 Person 4"} {
		if !strings.Contains(text, want) {
			t.Errorf("%s is not in\n%s", want, text)
		}
	}
}
