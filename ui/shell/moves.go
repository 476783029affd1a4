package shell

import (
	tea "charm.land/bubbletea/v2"

	"accord/ui/kit"
)

// movesMsg is the answer of the background.
type movesMsg kit.NextMoves

// askMoves asks for the moves of the open account unless they are there or on
// their way.
func (a *App) askMoves(cmd tea.Cmd) tea.Cmd {
	c := a.c
	if c.Account == "" || c.Next.Of(c) || c.Asked.Of(c) {
		return cmd
	}
	c.Asked = kit.NextMoves{Scores: c.Scores(), Account: c.Account}
	s, account := c.Asked.Scores, c.Asked.Account
	return tea.Batch(cmd, func() tea.Msg { return movesMsg(kit.WorkMoves(s, account)) })
}

// Arrive hands it to the workbench.
func (m movesMsg) Arrive(h kit.Host) tea.Cmd { return h.(*App).foundMoves(m) }

// foundMoves takes an answer in; one for a state that is past is dropped.
func (a *App) foundMoves(m movesMsg) tea.Cmd {
	if n := kit.NextMoves(m); n.Of(a.c) {
		a.c.Next = n
	}
	return nil
}

func (movesMsg) Quietly() {}
