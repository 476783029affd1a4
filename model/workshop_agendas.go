package model

import "strings"

// ReadyAgenda is an agenda that ships: a beginning that every workshop edits.
type ReadyAgenda struct {
	Name  string
	Wide  bool // over several accounts, else over one
	Steps []AgendaStep
}

// ReadyAgendas are those to choose from. A step's screen is a word that the screens
// know.
func ReadyAgendas() []ReadyAgenda {
	return []ReadyAgenda{
		{"90-minute account review", false, []AgendaStep{
			{Name: "Welcome: what must be different when we leave", Minutes: 5},
			{Name: "Where the account stands", Minutes: 10, Screen: "plan", Note: "Scores, flags and what is stale. No discussion of causes yet."},
			{Name: "How important are they, each alone", Minutes: 15, Screen: "blind rating: importance", Note: "Importance, our side."},
			{Name: "How strong are we, each alone", Minutes: 15, Screen: "blind rating: position", Note: "Position, our side; the customer's people too if they are here."},
			{Name: "The people: who decides, whom do we not know", Minutes: 15, Screen: "map"},
			{Name: "What they want, and what we give", Minutes: 10, Screen: "customer's view"},
			{Name: "Next moves: who does what by when", Minutes: 15, Screen: "actions"},
			{Name: "Parked lines, one by one", Minutes: 5, Screen: "parked"},
		}},
		{"two-hour new plan", false, []AgendaStep{
			{Name: "Welcome, and why this account", Minutes: 10, Screen: "plan"},
			{Name: "Importance, each alone, then together", Minutes: 15, Screen: "blind rating: importance"},
			{Name: "Position, each alone, then together", Minutes: 15, Screen: "blind rating: position"},
			{Name: "Their world: goals, pressures, initiatives", Minutes: 20, Screen: "customer's view"},
			{Name: "Their people and ours", Minutes: 20, Screen: "map"},
			{Name: "Strengths, weaknesses, opportunities, threats", Minutes: 10, Screen: "swot"},
			{Name: "Objectives that serve a goal of theirs", Minutes: 15, Screen: "objectives"},
			{Name: "Actions: who does what by when", Minutes: 10, Screen: "actions"},
			{Name: "Parked lines, and the page they take home", Minutes: 5, Screen: "parked"},
		}},
		{"half-day portfolio selection", true, []AgendaStep{
			{Name: "Welcome: few accounts, and why not by size", Minutes: 15, Screen: "portfolio"},
			{Name: "Importance of every account, each alone", Minutes: 40, Screen: "blind rating: importance"},
			{Name: "The disputed ones: talk, agree, note why", Minutes: 30, Screen: "blind rating: importance"},
			{Name: "Break", Minutes: 15},
			{Name: "Our position with each of them, each alone", Minutes: 40, Screen: "blind rating: position"},
			{Name: "The disputed ones: talk, agree, note why", Minutes: 30, Screen: "blind rating: position"},
			{Name: "Who is where now", Minutes: 15, Screen: "portfolio"},
			{Name: "Tiers: strategic, key, maintain, consciously neglected", Minutes: 30, Screen: "choose"},
			{Name: "Parked lines, one by one", Minutes: 20, Screen: "parked"},
			{Name: "What we tell the others, and when we meet again", Minutes: 5},
		}},
	}
}

// Workshop is a workshop with the agenda, its steps under fresh ids.
func (r ReadyAgenda) Workshop(title string, day Date, newID func() string) Workshop {
	w := Workshop{Title: title, Day: day}
	for _, s := range r.Steps {
		s.ID = StepID(newID())
		w.Steps = append(w.Steps, s)
	}
	return w
}

// Title is what a workshop with the agenda is called at first.
func (r ReadyAgenda) Title() string { return strings.ToUpper(r.Name[:1]) + r.Name[1:] }
