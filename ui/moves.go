package ui

import (
	tea "charm.land/bubbletea/v2"

	"accord/model"
)

// nextMoves are the best moves of one account in one state of the portfolio.
// They are worked out beside the screen, because trying every move takes longer
// than a key may; until the answer for the present state is there the old one is
// shown dimmed.
type nextMoves struct {
	scores  *model.Scores
	account model.AccountID
	moves   []model.Move
}

// movesMsg is the answer of the background.
type movesMsg nextMoves

// of reports whether the answer is about this account in this state.
func (n *nextMoves) of(c *ctx) bool { return n.scores == c.scores() && n.account == c.account }

// shownMoves are how many moves are kept: the strip shows one, the page the rest.
const shownMoves = 12

// workMoves tries the moves of the open account. What they would add gets an
// identifier only when one is done.
func workMoves(s *model.Scores, account model.AccountID) nextMoves {
	moves := s.Moves(account, func() string { return "to-do" })
	return nextMoves{s, account, moves[:min(len(moves), shownMoves)]}
}

// askMoves asks for the moves of the open account unless they are there or on
// their way.
func (a *App) askMoves(cmd tea.Cmd) tea.Cmd {
	c := a.c
	if c.account == "" || c.next.of(c) || c.asked.of(c) {
		return cmd
	}
	c.asked = nextMoves{scores: c.scores(), account: c.account}
	s, account := c.asked.scores, c.asked.account
	return tea.Batch(cmd, func() tea.Msg { return movesMsg(workMoves(s, account)) })
}

// Arrive hands it to the workbench.
func (m movesMsg) Arrive(h Host) tea.Cmd { return h.(*App).foundMoves(m) }

// foundMoves takes an answer in; one for a state that is past is dropped.
func (a *App) foundMoves(m movesMsg) tea.Cmd {
	if n := nextMoves(m); n.of(a.c) {
		a.c.next = n
	}
	return nil
}
