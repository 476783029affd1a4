package score

import (
	"math"
	"testing"

	"accord/model"
)

var relToday = model.NewDate(2026, 11, 24)

func ago(days int) model.Date { return relToday.AddDays(-days) }

func TestRelationshipTieStrength(t *testing.T) {
	for name, c := range map[string]struct {
		tie  model.Tie
		exec bool
		want float64
	}{
		"trusted advisor, today":       {model.Tie{Level: model.TrustedAdvisor, LastContact: ago(0)}, false, 1},
		"a half-life ago":              {model.Tie{Level: model.TrustedAdvisor, LastContact: ago(45)}, false, 0.5},
		"executives fade slower":       {model.Tie{Level: model.TrustedAdvisor, LastContact: ago(90)}, true, 0.5},
		"two half-lives":               {model.Tie{Level: model.CredibleSource, LastContact: ago(90)}, false, 0.125},
		"a longer cadence counts":      {model.Tie{Level: model.CredibleSource, LastContact: ago(90), Cadence: 90}, false, 0.25},
		"at most twice as long":        {model.Tie{Level: model.CredibleSource, LastContact: ago(180), Cadence: 180}, false, 0.125},
		"a shorter cadence does not":   {model.Tie{Level: model.CredibleSource, LastContact: ago(45), Cadence: 7}, false, 0.25},
		"no date":                      {model.Tie{Level: model.ProblemSolver}, false, 0.375},
		"a date in the future":         {model.Tie{Level: model.ProblemSolver, LastContact: ago(-30)}, false, 0.75},
		"an aim without a level":       {model.Tie{Target: model.ProblemSolver, LastContact: ago(0)}, false, 0},
		"executive with short cadence": {model.Tie{Level: model.Vendor, LastContact: ago(90), Cadence: 30}, true, 0.125},
	} {
		if got := TieStrength(c.tie, c.exec, model.NewProgramme().Settings(), relToday); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

func TestRelationshipStale(t *testing.T) {
	for name, c := range map[string]struct {
		tie  model.Tie
		want bool
	}{
		"on the last day of the cadence": {model.Tie{Level: model.Vendor, LastContact: ago(30), Cadence: 30}, false},
		"a day later":                    {model.Tie{Level: model.Vendor, LastContact: ago(31), Cadence: 30}, true},
		"no cadence: 90 days":            {model.Tie{Level: model.Vendor, LastContact: ago(90)}, false},
		"and one":                        {model.Tie{Level: model.Vendor, LastContact: ago(91)}, true},
		"a cadence without a date":       {model.Tie{Level: model.Vendor, Cadence: 30}, true},
		"neither":                        {model.Tie{Level: model.Vendor}, false},
		"only an aim":                    {model.Tie{Target: model.Vendor, LastContact: ago(400)}, false},
	} {
		if got := TieStale(c.tie, model.NewProgramme().Settings(), relToday); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// meridian is the organisation of the mock-up: Σw = 5+5+3+1+3 = 17.
func meridian() *model.Account {
	seat := func(id model.SeatID, p model.PersonID, i model.Influence) model.Seat {
		return model.Seat{ID: id, Person: p, Influence: i}
	}
	a := &model.Account{ID: "a",
		Seats: []model.Seat{seat("ceo", "levi", model.InnerCircle), seat("cfo", "", model.InnerCircle), seat("coo", "okafor", model.PoliticalStructure), seat("plant", "roth", model.Outside), seat("cpo", "lind", model.PoliticalStructure)},
		Persons: []model.Person{
			{ID: "levi", Coverage: model.MultipleContacts, Support: model.Some(2)},
			{ID: "okafor", Coverage: model.BriefContact, Support: model.Some(1)},
			{ID: "roth", Coverage: model.InDepth, Support: model.Some(-1)},
			{ID: "lind", Coverage: model.NoCoverage, Support: model.Some(-2)},
			{ID: "left", Coverage: model.InDepth, Support: model.Some(2)}, // sits nowhere any more
		},
		Ties: []model.Tie{
			{ID: "t1", Ours: "yossi", Theirs: "levi", Level: model.TrustedAdvisor, Target: model.TrustedAdvisor, LastContact: ago(0)},
			{ID: "t2", Ours: "dana", Theirs: "okafor", Level: model.CredibleSource, Target: model.ProblemSolver, LastContact: ago(0)},
			{ID: "t3", Ours: "dana", Theirs: "lind", Level: model.CredibleSource, Target: model.TrustedAdvisor, LastContact: ago(45)},
			{ID: "t4", Ours: "dana", Theirs: "left", Level: model.TrustedAdvisor, LastContact: ago(0)},
			{ID: "t5", Ours: "nobody", Theirs: "levi", Level: model.TrustedAdvisor, LastContact: ago(0)},
		}}
	a.Seats[0].Function = model.CLevel
	return a
}

func ourTeam() *model.Programme {
	g := model.NewProgramme()
	g.Team = []model.Member{{ID: "dana", Name: "Dana"}, {ID: "yossi", Name: "Yossi"}, {ID: "ruth", Name: "Ruth"}}
	return g
}

func TestRelationshipIndexes(t *testing.T) {
	near := func(name string, got model.Num, known bool, want float64) {
		t.Helper()
		if got.Known != known || math.Abs(got.V-want) > 1e-9 {
			t.Errorf("%s: %+v, want %v %v", name, got, known, want)
		}
	}
	r := ScoreRelationship(meridian(), ourTeam(), relToday)
	near("coverage", r.Coverage, true, 100*(5*2.0/3+3*1.0/3+1)/17) // 31.37
	near("support", r.Support, true, 62.5)                         // (10+3−1−6)/12 = 0.5
	near("bow-tie", r.BowTie, true, 100*1/1.75)                    // Yossi 1, Dana 0.5+0.25
	near("thread", r.Thread, true, 100*1/1.75)                     // Levi 1, Okafor 0.5, Lind 0.25
	near("level gap", r.LevelGap, true, 5*0+3*1+3*2)
	if r.BowTieWho != "yossi" || r.ThreadWho != "levi" || r.Threads != model.Some(2) || r.CoverageConfidence != 1 || r.Status != SupportiveKeyPlayer {
		t.Errorf("%+v", r)
	}
	if len(r.WithoutCover) != 2 || r.WithoutCover[0] != "cfo" || r.WithoutCover[1] != "cpo" || len(r.WithoutSupport) != 1 || r.WithoutSupport[0] != "cpo" || len(r.Stale) != 0 {
		t.Errorf("key players: %v %v stale %v", r.WithoutCover, r.WithoutSupport, r.Stale)
	}
	if len(r.Ours) != 3 || r.Ours[0].Strength != 0.75 || r.Ours[2].Share != model.Some(0.0) {
		t.Errorf("carried: %+v", r.Ours)
	}

	// two half-lives later, and a vacant seat is nobody to cover
	later := meridian()
	later.Seats[1].Vacant, later.Seats[2].Influence = true, model.InfluenceUnknown
	r = ScoreRelationship(later, ourTeam(), relToday.AddDays(90))
	near("coverage", r.Coverage, true, 100*(5*2.0/3+1.0/3+1)/15)
	near("support", r.Support, true, 50+25*(10+1-1-6)/10.0)
	near("bow-tie", r.BowTie, true, 100*0.5/(0.5+0.125+0.0625)) // the CEO's tie fades slower
	if math.Abs(r.CoverageConfidence-14.0/15) > 1e-12 || len(r.WithoutCover) != 1 || r.Threads != model.Some(1) || len(r.Stale) != 1 {
		t.Errorf("later: %+v", r)
	}
}

func TestRelationshipUnknowns(t *testing.T) {
	g := ourTeam()
	r := ScoreRelationship(&model.Account{}, g, relToday)
	if r.Coverage.Known || r.Support.Known || r.BowTie.Known || r.Thread.Known || r.Threads.Known || r.LevelGap.Known || r.Status != NoContacts {
		t.Errorf("nobody: %+v", r)
	}
	// a placeholder of unknown influence: seats, but no tie
	r = ScoreRelationship(&model.Account{Seats: []model.Seat{{ID: "s"}}}, g, relToday)
	if r.Coverage != model.Some(0.0) || r.CoverageConfidence != 0 || r.Support.Known || r.BowTie != model.Some(100.0) || r.BowTieWho != "" || r.Thread != model.Some(100.0) || r.Threads != model.Some(0) || len(r.WithoutCover) != 0 {
		t.Errorf("placeholder: %+v", r)
	}
	// ties that are only aims carry nothing
	a := meridian()
	for i := range a.Ties {
		a.Ties[i].Level = model.TieNone
	}
	r = ScoreRelationship(a, g, relToday)
	if r.BowTie != model.Some(100.0) || r.BowTieWho != "" || r.Threads != model.Some(0) || r.Ours[0].Share.Known || r.LevelGap.Known {
		t.Errorf("aims: %+v", r)
	}
}

func TestRelationshipStatus(t *testing.T) {
	a := meridian()
	for _, want := range []ContactStatus{SupportiveKeyPlayer, NoSupportiveKeyPlayer, NoKeyPlayer, NoContacts} {
		if got := ScoreRelationship(a, ourTeam(), relToday).Status; got != want {
			t.Fatalf("%v, want %v", got, want)
		}
		switch want {
		case SupportiveKeyPlayer:
			for i := range a.Persons {
				a.Persons[i].Support = model.Support{}
			}
		case NoSupportiveKeyPlayer:
			for i := range a.Seats {
				a.Seats[i].Influence = model.Outside
			}
		case NoKeyPlayer:
			for i := range a.Seats {
				a.Seats[i].Person = ""
			}
		}
	}
}
