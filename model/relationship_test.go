package model

import (
	"math"
	"testing"
)

var relToday = NewDate(2026, 11, 24)

func ago(days int) Date { return relToday.AddDays(-days) }

func TestRelationshipTieStrength(t *testing.T) {
	for name, c := range map[string]struct {
		tie  Tie
		exec bool
		want float64
	}{
		"trusted advisor, today":       {Tie{Level: TrustedAdvisor, LastContact: ago(0)}, false, 1},
		"a half-life ago":              {Tie{Level: TrustedAdvisor, LastContact: ago(45)}, false, 0.5},
		"executives fade slower":       {Tie{Level: TrustedAdvisor, LastContact: ago(90)}, true, 0.5},
		"two half-lives":               {Tie{Level: CredibleSource, LastContact: ago(90)}, false, 0.125},
		"a longer cadence counts":      {Tie{Level: CredibleSource, LastContact: ago(180), Cadence: 180}, false, 0.25},
		"a shorter cadence does not":   {Tie{Level: CredibleSource, LastContact: ago(45), Cadence: 7}, false, 0.25},
		"no date":                      {Tie{Level: ProblemSolver}, false, 0.375},
		"a date in the future":         {Tie{Level: ProblemSolver, LastContact: ago(-30)}, false, 0.75},
		"an aim without a level":       {Tie{Target: ProblemSolver, LastContact: ago(0)}, false, 0},
		"executive with short cadence": {Tie{Level: Vendor, LastContact: ago(90), Cadence: 30}, true, 0.125},
	} {
		if got := TieStrength(c.tie, c.exec, NewProgramme().Settings(), relToday); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

func TestRelationshipStale(t *testing.T) {
	for name, c := range map[string]struct {
		tie  Tie
		exec bool
		want bool
	}{
		"on the last day of the cadence": {Tie{Level: Vendor, LastContact: ago(30), Cadence: 30}, false, false},
		"a day later":                    {Tie{Level: Vendor, LastContact: ago(31), Cadence: 30}, false, true},
		"no cadence: the half-life":      {Tie{Level: Vendor, LastContact: ago(46)}, false, true},
		"an executive":                   {Tie{Level: Vendor, LastContact: ago(46)}, true, false},
		"no date is unknown":             {Tie{Level: Vendor, Cadence: 30}, false, false},
		"only an aim":                    {Tie{Target: Vendor, LastContact: ago(400)}, false, false},
	} {
		if got := TieStale(c.tie, c.exec, NewProgramme().Settings(), relToday); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// meridian is the organisation of the mock-up: Σw = 5+5+3+1+3 = 17.
func meridian() *Account {
	seat := func(id SeatID, p PersonID, i Influence) Seat { return Seat{ID: id, Person: p, Influence: i} }
	a := &Account{ID: "a",
		Seats: []Seat{seat("ceo", "levi", InnerCircle), seat("cfo", "", InnerCircle), seat("coo", "okafor", PoliticalStructure), seat("plant", "roth", Outside), seat("cpo", "lind", PoliticalStructure)},
		Persons: []Person{
			{ID: "levi", Coverage: MultipleContacts, Support: Some(2)},
			{ID: "okafor", Coverage: BriefContact, Support: Some(1)},
			{ID: "roth", Coverage: InDepth, Support: Some(-1)},
			{ID: "lind", Coverage: NoCoverage, Support: Some(-2)},
			{ID: "left", Coverage: InDepth, Support: Some(2)}, // sits nowhere any more
		},
		Ties: []Tie{
			{ID: "t1", Ours: "yossi", Theirs: "levi", Level: TrustedAdvisor, Target: TrustedAdvisor, LastContact: ago(0)},
			{ID: "t2", Ours: "dana", Theirs: "okafor", Level: CredibleSource, Target: ProblemSolver, LastContact: ago(0)},
			{ID: "t3", Ours: "dana", Theirs: "lind", Level: CredibleSource, Target: TrustedAdvisor, LastContact: ago(45)},
			{ID: "t4", Ours: "dana", Theirs: "left", Level: TrustedAdvisor, LastContact: ago(0)},
			{ID: "t5", Ours: "nobody", Theirs: "levi", Level: TrustedAdvisor, LastContact: ago(0)},
		}}
	a.Seats[0].Function = CLevel
	return a
}

func ourTeam() *Programme {
	g := NewProgramme()
	g.Team = []Member{{ID: "dana", Name: "Dana"}, {ID: "yossi", Name: "Yossi"}, {ID: "ruth", Name: "Ruth"}}
	return g
}

func TestRelationshipIndexes(t *testing.T) {
	near := func(name string, got Num, known bool, want float64) {
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
	if r.BowTieWho != "yossi" || r.ThreadWho != "levi" || r.Threads != Some(2) || r.CoverageConfidence != 1 || r.Status != SupportiveKeyPlayer {
		t.Errorf("%+v", r)
	}
	if len(r.WithoutCover) != 2 || r.WithoutCover[0] != "cfo" || r.WithoutCover[1] != "cpo" || len(r.WithoutSupport) != 1 || r.WithoutSupport[0] != "cpo" || len(r.Stale) != 0 {
		t.Errorf("key players: %v %v stale %v", r.WithoutCover, r.WithoutSupport, r.Stale)
	}
	if len(r.Ours) != 3 || r.Ours[0].Strength != 0.75 || r.Ours[2].Share != Some(0.0) {
		t.Errorf("carried: %+v", r.Ours)
	}

	// two half-lives later, and a vacant seat is nobody to cover
	later := meridian()
	later.Seats[1].Vacant, later.Seats[2].Influence = true, InfluenceUnknown
	r = ScoreRelationship(later, ourTeam(), relToday.AddDays(90))
	near("coverage", r.Coverage, true, 100*(5*2.0/3+1.0/3+1)/15)
	near("support", r.Support, true, 50+25*(10+1-1-6)/10.0)
	near("bow-tie", r.BowTie, true, 100*0.5/(0.5+0.125+0.0625)) // the CEO's tie fades slower
	if math.Abs(r.CoverageConfidence-14.0/15) > 1e-12 || len(r.WithoutCover) != 1 || r.Threads != Some(1) || len(r.Stale) != 2 {
		t.Errorf("later: %+v", r)
	}
}

func TestRelationshipUnknowns(t *testing.T) {
	g := ourTeam()
	r := ScoreRelationship(&Account{}, g, relToday)
	if r.Coverage.Known || r.Support.Known || r.BowTie.Known || r.Thread.Known || r.Threads.Known || r.LevelGap.Known || r.Status != NoContacts {
		t.Errorf("nobody: %+v", r)
	}
	// a placeholder of unknown influence: seats, but no tie
	r = ScoreRelationship(&Account{Seats: []Seat{{ID: "s"}}}, g, relToday)
	if r.Coverage != Some(0.0) || r.CoverageConfidence != 0 || r.Support.Known || r.BowTie != Some(100.0) || r.BowTieWho != "" || r.Thread != Some(100.0) || r.Threads != Some(0) || len(r.WithoutCover) != 0 {
		t.Errorf("placeholder: %+v", r)
	}
	// ties that are only aims carry nothing
	a := meridian()
	for i := range a.Ties {
		a.Ties[i].Level = TieNone
	}
	r = ScoreRelationship(a, g, relToday)
	if r.BowTie != Some(100.0) || r.BowTieWho != "" || r.Threads != Some(0) || r.Ours[0].Share.Known || r.LevelGap != Some(5*4.0+3*3+3*4) {
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
				a.Persons[i].Support = Support{}
			}
		case NoSupportiveKeyPlayer:
			for i := range a.Seats {
				a.Seats[i].Influence = Outside
			}
		case NoKeyPlayer:
			for i := range a.Seats {
				a.Seats[i].Person = ""
			}
		}
	}
}
