package ui

import (
	"time"

	"accord/model"
	"accord/model/score"
	"accord/ui/theme"
	"accord/ui/widget"
)

// part is anything that takes keys and draws: a pane or an overlay.
type part interface {
	// scopes lists the key scopes in force, innermost first.
	scopes(*ctx) []scope
	// handle answers an intent. It may change the part's own cursor and
	// scroll, never plan data.
	handle(*ctx, Intent) Outcome
	// draw fills the canvas and changes nothing but caches.
	draw(*ctx, widget.Canvas, bool)
}

// overlay is a part on top of the screen.
type overlay interface {
	part
	// place is the rectangle it wants on a screen of this size.
	place(*ctx, widget.Rect) widget.Rect
	// title names it in its frame.
	title(*ctx) string
}

// pane names one of the workbench's panes.
type pane uint8

// The panes, in the order tab goes round.
const (
	noPane pane = iota
	paneAccounts
	paneMap
	panePlan
)

// ctx is what parts may read: the data, the day, and what the workbench shows.
type ctx struct {
	session   *sitting
	account   model.AccountID // the account the workbench is about, "" for none
	baseline  *standpoint     // its figures when it was opened, for ▲▼
	next      nextMoves       // the last answer
	asked     nextMoves       // what the last question was about
	began     *score.Scores   // how everything stood when the sitting began
	now       time.Time
	keys      *keymap
	screens   screenTable
	imports   []ImportKind // what can be brought in
	wide      bool         // the zoomed pane has the whole screen
	entries   *uint64
	glyphs    theme.Glyphs
	projector projector
	joining   overlay            // another's file that is not joined yet
	guard     Guard              // of a protected file
	touched   time.Time          // when a key came last
	minute    bool               // the running step's next minute is waited for
	rehearsal *rehearsal         // nil outside of one
	drafts    map[draftOf]string // words of questions that were left unanswered
	roomsOwn  map[string]bool    // what was typed before the room, by id
	oursTexts oursTexts          // what no sentence may say on a projector
}

// standpoint is where an account stood at a moment.
type standpoint struct {
	*score.Local
	*score.Standing
}

// standpointOf is where an account stands now, nil when it is not there.
func (c *ctx) standpointOf(id model.AccountID) *standpoint {
	l, t := c.scores().Local(id), c.scores().Standing(id)
	if l == nil {
		return nil
	}
	return &standpoint{l, t}
}

func (c *ctx) portfolio() *model.Portfolio { return c.session.Portfolio() }
func (c *ctx) scores() *score.Scores       { return c.session.Scores() }

// current is the account the workbench is about, or nil.
func (c *ctx) current() *model.Account { return c.portfolio().Account(c.account) }

// entry gives a fresh number for one visit to a field: all edits of the visit
// are one undo.
func (c *ctx) entry() uint64 {
	*c.entries++
	return *c.entries
}

// voting is the blind rating that is open, or nil.
func (c *ctx) voting() *model.Ballot { return c.portfolio().Programme().Voting() }

// meeting reports whether a workshop or a blind rating is going on.
func (c *ctx) meeting() bool { return c.portfolio().Programme().Workshop != nil || c.voting() != nil }
