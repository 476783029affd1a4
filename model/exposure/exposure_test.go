package exposure

import (
	"fmt"
	"testing"

	"accord/model"
)

// account has a person in a seat of each influence, and ties written as ours:theirs:level.
func account(influences []model.Influence, ties ...string) (*model.Account, *model.Programme) {
	a, g := &model.Account{ID: "a", Name: "A"}, model.NewProgramme()
	g.Team = []model.Member{{ID: "m1", Name: "Mia"}, {ID: "m2", Name: "Max"}}
	for i, in := range influences {
		id := fmt.Sprint("p", i+1)
		a.Persons = append(a.Persons, model.Person{ID: model.PersonID(id), Name: id})
		a.Seats = append(a.Seats, model.Seat{ID: model.SeatID("s" + id), Title: id, Influence: in, Person: model.PersonID(id)})
	}
	for i, t := range ties {
		var ours, theirs string
		var level int
		if _, err := fmt.Sscanf(t, "%2s:%2s:%d", &ours, &theirs, &level); err != nil {
			panic(err)
		}
		a.Ties = append(a.Ties, model.Tie{ID: model.TieID(fmt.Sprint(i)), Ours: model.MemberID(ours), Theirs: model.PersonID(theirs), Level: model.TieLevel(level)})
	}
	return a, g
}

func TestExposureNamesWhoHangsOnOne(t *testing.T) {
	in, out := model.InnerCircle, model.Outside
	for name, c := range map[string]struct {
		influences []model.Influence
		ties       []string
		only       string
		known      int
		reassures  bool
	}{
		"nobody is rated":                {[]model.Influence{0}, []string{"m1:p1:2"}, "m1 p1; ", 1, false},
		"a key player hangs on one":      {[]model.Influence{in, out}, []string{"m1:p1:2", "m1:p2:1", "m2:p2:3"}, "m1 p1!; ", 2, false},
		"a key player is known by two":   {[]model.Influence{in, out}, []string{"m1:p1:2", "m2:p1:1", "m2:p2:3"}, "m2 p2; ", 2, true},
		"twice by the same one":          {[]model.Influence{in}, []string{"m1:p1:2", "m1:p1:3"}, "m1 p1!; ", 1, false},
		"an aim is no tie":               {[]model.Influence{in}, []string{"m1:p1:2", "m2:p1:0"}, "m1 p1!; ", 1, false},
		"somebody who is no longer ours": {[]model.Influence{in}, []string{"m1:p1:2", "m9:p1:3"}, "m1 p1!; ", 1, false},
		"one whom nobody knows":          {[]model.Influence{in}, nil, "", 0, true},
	} {
		a, g := account(c.influences, c.ties...)
		e := Of(a, g)
		got := ""
		for _, m := range e.Members() {
			got += string(m)
			for _, o := range e.Without(m) {
				got += " " + string(o.Person)
				if o.Key {
					got += "!"
				}
			}
			got += "; "
		}
		if got != c.only || e.Known != c.known || e.Reassures() != c.reassures {
			t.Errorf("%s: %q, %d known, reassures %v", name, got, e.Known, e.Reassures())
		}
	}
}
