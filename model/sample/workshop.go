package sample

import "accord/model"

// Rehearsal is a workshop on the sample: it is going on, and what its participants
// answer and say is recorded, so that one person can try everything alone.
type Rehearsal struct {
	Portfolio *model.Portfolio
	Recorded  []string // initials of those whose turns can be played
	Lines     []string // what they say on the way, to be parked, in order
}

// recorded are the marks of the participants: a digit per factor in pack order, "-"
// for those who do not know. DS knows the customer best and is too kind; ID counts;
// OK is asked about plants; PG is the customer's own.
var recorded = map[string]map[string]map[string]string{
	"DS": {
		"Meridian Foods":  {"importance": "55342", "position": "343341"},
		"Halden Energy":   {"importance": "45-44", "position": "232331"},
		"Northgate Steel": {"importance": "34243", "position": "444344"},
	},
	"ID": {
		"Meridian Foods":  {"importance": "42-31", "position": "121230"},
		"Halden Energy":   {"importance": "34-33", "position": "21-220"},
		"Northgate Steel": {"importance": "33-22", "position": "434334"},
	},
	"OK": {
		"Meridian Foods":  {"importance": "5-4-2", "position": "-3314-"},
		"Halden Energy":   {"importance": "4-5-4", "position": "-2333-"},
		"Northgate Steel": {"importance": "3-3-2", "position": "-4444-"},
	},
	"PG": {
		"Meridian Foods":  {"position": "221130"},
		"Halden Energy":   {"position": "12-220"},
		"Northgate Steel": {"position": "444334"},
	},
}

var recordedLines = []string{
	"? Meridian Foods: who signs for the group tender",
	"Meridian Foods: @DS calls the CFO's office by +1w",
	"! Meridian Foods: no discount before the tender is out",
	"@ID works out what line 3 costs to serve by +2w",
	"Halden Energy: who are the two on the board we never met?",
}

// Workshop is the rehearsal as of today: an account review over three accounts, with
// four recorded participants and you.
func Workshop(today model.Date) (*Rehearsal, error) {
	p, err := Portfolio(today)
	if err != nil {
		return nil, err
	}
	n := 0
	newID := func() string { n++; return id[string]("rehearsal", string(rune('a'+n))) }
	w := model.ReadyAgendas()[0].Workshop("Rehearsal: account review", today, newID)
	w.People = []model.Participant{
		{Initials: "YOU", Function: "whoever reads this"},
		{Initials: "DS", Function: "key account manager"},
		{Initials: "ID", Function: "finance"},
		{Initials: "OK", Function: "operations"},
		{
			Initials: "PG",
			Function: "their operations",
			Theirs:   true,
			Account:  id[model.AccountID]("account", "Meridian Foods"),
		},
	}
	for _, name := range []string{"Meridian Foods", "Halden Energy", "Northgate Steel"} {
		w.Accounts = append(w.Accounts, id[model.AccountID]("account", name))
	}
	g := *p.Programme()
	g.Workshop = &w
	if p, err = model.NewPortfolio(&g, p.Accounts()); err != nil {
		return nil, err
	}
	return &Rehearsal{Portfolio: p, Recorded: []string{"DS", "ID", "OK", "PG"}, Lines: recordedLines}, nil
}

// Mark is what a recorded participant answers; unknown where nothing is recorded.
func Mark(pack *model.Pack, rater, account string, factor model.FactorKey) model.Level {
	in, _ := pack.Factor(factor)
	if in == nil {
		return model.UnknownLevel
	}
	digits := recorded[rater][account][in.Key]
	for i := range in.Factors {
		if in.Factors[i].Full() == factor && i < len(digits) && digits[i] != '-' {
			return model.LevelOf(int(digits[i] - '0'))
		}
	}
	return model.UnknownLevel
}
