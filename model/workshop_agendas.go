package model

import (
	"accord/model/words"
	"strings"
)

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
		{words.T("model.90-minute-account-review"), false, []AgendaStep{
			{Name: words.T("model.welcome-what-must-different-when"), Minutes: 5},
			{Name: words.T("model.where-account-stands"), Minutes: 10, Screen: "plan", Note: words.T("model.scores-flags-what-stale-no")},
			{Name: words.T("model.how-important-they-each-alone"), Minutes: 15, Screen: words.T("model.blind-rating-importance"), Note: words.T("model.importance-our-side")},
			{Name: words.T("model.how-strong-we-each-alone"), Minutes: 15, Screen: words.T("model.blind-rating-position"), Note: words.T("model.position-our-side-customers-people")},
			{Name: words.T("model.people-who-decides-whom-do"), Minutes: 15, Screen: "map"},
			{Name: words.T("model.what-they-want-what-we"), Minutes: 10, Screen: words.T("model.customers-view")},
			{Name: words.T("model.next-moves-who-does-what"), Minutes: 15, Screen: "actions"},
			{Name: words.T("model.parked-lines-one-by-one"), Minutes: 5, Screen: "parked"},
		}},
		{words.T("model.two-hour-new-plan"), false, []AgendaStep{
			{Name: words.T("model.welcome-why-this-account"), Minutes: 10, Screen: "plan"},
			{Name: words.T("model.importance-each-alone-then-together"), Minutes: 15, Screen: words.T("model.blind-rating-importance")},
			{Name: words.T("model.position-each-alone-then-together"), Minutes: 15, Screen: words.T("model.blind-rating-position")},
			{Name: words.T("model.their-world-goals-pressures-initiatives"), Minutes: 20, Screen: words.T("model.customers-view")},
			{Name: words.T("model.their-people-ours"), Minutes: 20, Screen: "map"},
			{Name: words.T("model.strengths-weaknesses-opportunities-threats"), Minutes: 10, Screen: "swot"},
			{Name: words.T("model.objectives-serve-goal-theirs"), Minutes: 15, Screen: "objectives"},
			{Name: words.T("model.actions-who-does-what-by"), Minutes: 10, Screen: "actions"},
			{Name: words.T("model.parked-lines-page-they-take"), Minutes: 5, Screen: "parked"},
		}},
		{words.T("model.half-day-portfolio-selection"), true, []AgendaStep{
			{Name: words.T("model.welcome-few-accounts-why-not"), Minutes: 15, Screen: "portfolio"},
			{Name: words.T("model.importance-every-account-each-alone"), Minutes: 40, Screen: words.T("model.blind-rating-importance")},
			{Name: words.T("model.disputed-ones-talk-agree-note"), Minutes: 30, Screen: words.T("model.blind-rating-importance")},
			{Name: words.T("model.break"), Minutes: 15},
			{Name: words.T("model.our-position-each-them-each"), Minutes: 40, Screen: words.T("model.blind-rating-position")},
			{Name: words.T("model.disputed-ones-talk-agree-note"), Minutes: 30, Screen: words.T("model.blind-rating-position")},
			{Name: words.T("model.who-where-now"), Minutes: 15, Screen: "portfolio"},
			{Name: words.T("model.tiers-strategic-key-maintain-consciously"), Minutes: 30, Screen: "choose"},
			{Name: words.T("model.parked-lines-one-by-one"), Minutes: 20, Screen: "parked"},
			{Name: words.T("model.what-we-tell-others-when"), Minutes: 5},
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
