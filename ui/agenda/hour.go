package agenda

import (
	tea "charm.land/bubbletea/v2"

	"accord/model"
	"accord/model/score"
	"accord/ui/kit"
)

// The next hour looks at so many accounts, those that need us most, and shows so
// many moves.
const (
	hourAccounts = 12
	hourMoves    = 20
)

// hourMsg are the best moves over the accounts that need us most, in one state of
// the portfolio.
type hourMsg struct {
	Scores *score.Scores
	Moves  []score.Move
	Of     []model.AccountID
}

// askingHour works the next hour out beside the screen.
type askingHour struct{}

// Do works it out.
func (askingHour) Do(h kit.Host) tea.Cmd {
	s := h.Context().Scores()
	return func() tea.Msg {
		m := hourMsg{Scores: s}
		m.Moves, m.Of = s.NextHour(hourAccounts, hourMoves, func() string { return "to-do" })
		return m
	}
}

// Arrive hands the answer to the agenda that waits for it, and asks again when
// the portfolio moved on meanwhile.
func (m hourMsg) Arrive(h kit.Host) tea.Cmd {
	p, ok := kit.TopOf(h).(hourly)
	if !ok || !p.takesHour(m) {
		return nil
	}
	if m.Scores != h.Context().Scores() {
		return askingHour{}.Do(h)
	}
	return nil
}

// hourly is a page that may wait for the next hour, and says whether it does.
type hourly interface{ takesHour(hourMsg) bool }
