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
func ReadyAgendas() []ReadyAgenda { return ReadyAgendasIn(words.Screen()) }

// ReadyAgendasIn are the same in another language than that of the screen.
func ReadyAgendasIn(l *words.Language) []ReadyAgenda {
	return []ReadyAgenda{
		{l.Say(words.New("model.90-minute-account-review")), false, []AgendaStep{
			{Name: l.Say(words.New("model.welcome-what-must-different-when")), Minutes: 5},
			{Name: l.Say(words.New("model.where-account-stands")), Minutes: 10, Screen: "plan", Note: l.Say(words.New("model.scores-flags-what-stale-no"))},
			{Name: l.Say(words.New("model.how-important-they-each-alone")), Minutes: 15, Screen: "blind rating: importance", Note: l.Say(words.New("model.importance-our-side"))},
			{Name: l.Say(words.New("model.how-strong-we-each-alone")), Minutes: 15, Screen: "blind rating: position", Note: l.Say(words.New("model.position-our-side-customers-people"))},
			{Name: l.Say(words.New("model.people-who-decides-whom-do")), Minutes: 15, Screen: "map"},
			{Name: l.Say(words.New("model.what-they-want-what-we")), Minutes: 10, Screen: "customer's view"},
			{Name: l.Say(words.New("model.next-moves-who-does-what")), Minutes: 15, Screen: "actions"},
			{Name: l.Say(words.New("model.parked-lines-one-by-one")), Minutes: 5, Screen: "parked"},
		}},
		{l.Say(words.New("model.two-hour-new-plan")), false, []AgendaStep{
			{Name: l.Say(words.New("model.welcome-why-this-account")), Minutes: 10, Screen: "plan"},
			{Name: l.Say(words.New("model.importance-each-alone-then-together")), Minutes: 15, Screen: "blind rating: importance"},
			{Name: l.Say(words.New("model.position-each-alone-then-together")), Minutes: 15, Screen: "blind rating: position"},
			{Name: l.Say(words.New("model.their-world-goals-pressures-initiatives")), Minutes: 20, Screen: "customer's view"},
			{Name: l.Say(words.New("model.their-people-ours")), Minutes: 20, Screen: "map"},
			{Name: l.Say(words.New("model.strengths-weaknesses-opportunities-threats")), Minutes: 10, Screen: "swot"},
			{Name: l.Say(words.New("model.objectives-serve-goal-theirs")), Minutes: 15, Screen: "objectives"},
			{Name: l.Say(words.New("model.actions-who-does-what-by")), Minutes: 10, Screen: "actions"},
			{Name: l.Say(words.New("model.parked-lines-page-they-take")), Minutes: 5, Screen: "parked"},
		}},
		{l.Say(words.New("model.half-day-portfolio-selection")), true, []AgendaStep{
			{Name: l.Say(words.New("model.welcome-few-accounts-why-not")), Minutes: 15, Screen: "portfolio"},
			{Name: l.Say(words.New("model.importance-every-account-each-alone")), Minutes: 40, Screen: "blind rating: importance"},
			{Name: l.Say(words.New("model.disputed-ones-talk-agree-note")), Minutes: 30, Screen: "blind rating: importance"},
			{Name: l.Say(words.New("model.break")), Minutes: 15},
			{Name: l.Say(words.New("model.our-position-each-them-each")), Minutes: 40, Screen: "blind rating: position"},
			{Name: l.Say(words.New("model.disputed-ones-talk-agree-note")), Minutes: 30, Screen: "blind rating: position"},
			{Name: l.Say(words.New("model.who-where-now")), Minutes: 15, Screen: "portfolio"},
			{Name: l.Say(words.New("model.tiers-strategic-key-maintain-consciously")), Minutes: 30, Screen: "choose"},
			{Name: l.Say(words.New("model.parked-lines-one-by-one")), Minutes: 20, Screen: "parked"},
			{Name: l.Say(words.New("model.what-we-tell-others-when")), Minutes: 5},
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
