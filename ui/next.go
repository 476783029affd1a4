package ui

import (
	"accord/model"
	"accord/model/score"
)

// nextMoves are the best moves of one account in one state of the portfolio.
// They are worked out beside the screen, because trying every move takes longer
// than a key may; until the answer for the present state is there the old one is
// shown dimmed.
type nextMoves struct {
	scores  *score.Scores
	account model.AccountID
	moves   []score.Move
}

// of reports whether the answer is about this account in this state.
func (n *nextMoves) of(c *ctx) bool { return n.scores == c.scores() && n.account == c.account }

// shownMoves are how many moves are kept: the strip shows one, the page the rest.
const shownMoves = 12

// workMoves tries the moves of the open account. What they would add gets an
// identifier only when one is done.
func workMoves(s *score.Scores, account model.AccountID) nextMoves {
	moves := s.Moves(account, func() string { return "to-do" })
	return nextMoves{s, account, moves[:min(len(moves), shownMoves)]}
}
