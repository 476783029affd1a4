package sample

import (
	"fmt"
	"strconv"
	"strings"

	"accord/model"
	"accord/model/edit"
)

// team is our side.
var team = []model.Member{
	{ID: id[model.MemberID]("dana"), Name: "Dana Sharon", Title: "Key account manager", Function: model.Sales, Email: "dana@accordia.example"},
	{ID: id[model.MemberID]("tomas"), Name: "Tomás Rey", Title: "Key account manager", Function: model.Sales, Email: "tomas@accordia.example"},
	{ID: id[model.MemberID]("ruth"), Name: "Ruth Adler", Title: "Head of application research", Function: model.RnD, Email: "ruth@accordia.example"},
	{ID: id[model.MemberID]("omer"), Name: "Omer Katz", Title: "Operations director", Function: model.Operations, Email: "omer@accordia.example"},
	{ID: id[model.MemberID]("yossi"), Name: "יוסי ברק", Title: "Chief executive", Function: model.CLevel, Email: "yossi@accordia.example"},
	{ID: id[model.MemberID]("ines"), Name: "Inês Duarte", Title: "Finance director", Function: model.Finance, Email: "ines@accordia.example"},
}

var memberKeys = map[string]int{"dana": 0, "tomas": 1, "ruth": 2, "omer": 3, "yossi": 4, "ines": 5}

func memberNamed(name string) model.MemberID {
	for _, m := range team {
		if m.Name == name {
			return m.ID
		}
	}
	return ""
}

func fields(s string) []string { return strings.Fields(s) }

// seat adds a person's seat, the person, and their ties to the account.
func (p *person) seat(a *model.Account, of string, today model.Date) error {
	s := model.Seat{
		ID:        id[model.SeatID](of, p.title),
		Title:     p.title,
		Function:  edit.GuessFunction(p.title),
		Influence: p.influence,
		Role:      p.role,
	}
	if p.boss != "" {
		s.ReportsTo = id[model.SeatID](of, p.boss)
		if a.Seat(s.ReportsTo) == nil {
			return fmt.Errorf("%s reports to %q, who is not there yet", p.title, p.boss)
		}
	}
	if p.name != "" {
		s.Person = id[model.PersonID](of, p.name)
		who := model.Person{ID: s.Person, Name: p.name, Coverage: p.coverage, Cares: p.cares, Since: today.AddDays(-900)}
		if p.support != unknownSupport {
			who.Support = model.Some(p.support)
		}
		a.Persons = append(a.Persons, who)
	}
	a.Seats = append(a.Seats, s)
	for _, t := range strings.Split(p.ties, ",") {
		if t = strings.TrimSpace(t); t == "" {
			continue
		}
		tie, err := parseTie(t, s.Person, of, today)
		if err != nil {
			return err
		}
		a.Ties = append(a.Ties, tie)
	}
	return nil
}

// parseTie reads "dana 3>4 12d": who of ours, level, target, days since contact.
func parseTie(s string, theirs model.PersonID, of string, today model.Date) (model.Tie, error) {
	f := strings.Fields(s)
	who, ok := memberKeys[f[0]]
	if !ok || len(f) < 2 {
		return model.Tie{}, fmt.Errorf("tie %q names nobody of ours", s)
	}
	t := model.Tie{ID: id[model.TieID](of, string(theirs), f[0]), Ours: team[who].ID, Theirs: theirs}
	level, target, aimed := strings.Cut(f[1], ">")
	n, err := strconv.Atoi(level)
	if err != nil {
		return t, err
	}
	t.Level = model.TieLevel(n)
	if aimed {
		if n, err = strconv.Atoi(target); err != nil {
			return t, err
		}
		t.Target = model.TieLevel(n)
	}
	if len(f) > 2 {
		days, err := strconv.Atoi(strings.TrimSuffix(f[2], "d"))
		if err != nil {
			return t, err
		}
		t.LastContact = today.AddDays(-days)
	}
	return t, nil
}

// plan adds objectives and actions.
func (s *account) plan(a *model.Account, today model.Date) {
	for i, o := range s.objectives {
		a.Objectives = append(
			a.Objectives,
			model.Objective{ID: id[model.ObjectiveID](s.name, strconv.Itoa(i)), Text: o.text, Goal: o.goal, Measure: o.measure,
				Baseline: o.baseline, Target: o.target, Owner: o.owner, Due: today.AddDays(o.due), Shared: shared[o.text]},
		)
	}
	for i, x := range s.actions {
		act := model.Action{
			ID:      id[model.ActionID](s.name, "action", strconv.Itoa(i)),
			Text:    x.text,
			Owner:   x.owner,
			Due:     today.AddDays(x.due),
			Status:  x.status,
			Created: today.AddDays(x.due - 60),
			Shared:  shared[x.text],
		}
		if x.status == model.ActionDone {
			act.Done = today.AddDays(x.due - 2)
		}
		if x.objective > 0 {
			act.Objective = a.Objectives[x.objective-1].ID
		}
		a.Actions = append(a.Actions, act)
	}
}
