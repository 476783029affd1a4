package ui

import (
	tea "charm.land/bubbletea/v2"
)

// movesMsg is the answer of the background.
type movesMsg nextMoves

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

func (movesMsg) Quietly() {}
