package kit

import (
	"accord/model"
	"accord/model/score"
)

// Of reports whether the answer is about this account in this state.
func (n *NextMoves) Of(c *Context) bool { return n.Scores == c.Scores() && n.Account == c.Account }

// shownMoves are how many moves are kept: the strip shows one, the page the rest.
const shownMoves = 12

// WorkMoves tries the moves of the open account. What they would add gets an
// identifier only when one is done.
func WorkMoves(s *score.Scores, account model.AccountID) NextMoves {
	moves := s.Moves(account, func() string { return "to-do" })
	return NextMoves{s, account, moves[:min(len(moves), shownMoves)]}
}
