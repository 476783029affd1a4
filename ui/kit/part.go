package kit

import (
	"time"

	"accord/model"
	"accord/model/score"
	"accord/ui/keys"
	"accord/ui/theme"
	"accord/ui/widget"
)

// Part is anything that takes keys and draws: a pane or an overlay.
type Part interface {
	// scopes lists the key scopes in force, innermost first.
	Scopes(*Context) []keys.Scope
	// handle answers an intent. It may change the part's own cursor and
	// scroll, never plan data.
	Handle(*Context, keys.Intent) Outcome
	// draw fills the canvas and changes nothing but caches.
	Draw(*Context, widget.Canvas, bool)
}

// Page is a part on top of the screen.
type Page interface {
	Part
	// place is the rectangle it wants on a screen of this size.
	Place(*Context, widget.Rect) widget.Rect
	// title names it in its frame.
	Title(*Context) string
}

// Pane names one of the workbench's panes.
type Pane uint8

// The panes, in the order tab goes round.
const (
	NoPane Pane = iota
	PaneAccounts
	PaneMap
	PanePlan
)

// Context is what parts may read: the data, the day, and what the workbench shows.
type Context struct {
	Session   *Sitting
	Account   model.AccountID // the account the workbench is about, "" for none
	Baseline  *Standpoint     // its figures when it was opened, for ▲▼
	Next      NextMoves       // the last answer
	Asked     NextMoves       // what the last question was about
	Began     *score.Scores   // how everything stood when the sitting began
	Now       time.Time
	Keys      *keys.Table
	Screens   Screens
	Imports   []ImportKind // what can be brought in
	Wide      bool         // the zoomed pane has the whole screen
	Entries   *uint64
	Glyphs    theme.Glyphs
	Projector Projector
	Joining   Page               // another's file that is not joined yet
	Guard     Guard              // of a protected file
	Touched   time.Time          // when a key came last
	Minute    bool               // the running step's next minute is waited for
	Rehearsal *Stage             // nil outside of one
	drafts    map[draftOf]string // words of questions that were left unanswered
	RoomsOwn  map[string]bool    // what was typed before the room, by id
	oursTexts oursTexts          // what no sentence may say on a projector
}

// Standpoint is where an account stood at a moment.
type Standpoint struct {
	*score.Local
	*score.Standing
}

// StandpointOf is where an account stands now, nil when it is not there.
func (c *Context) StandpointOf(id model.AccountID) *Standpoint {
	l, t := c.Scores().Local(id), c.Scores().Standing(id)
	if l == nil {
		return nil
	}
	return &Standpoint{l, t}
}

func (c *Context) Portfolio() *model.Portfolio { return c.Session.Portfolio() }
func (c *Context) Scores() *score.Scores       { return c.Session.Scores() }

// Current is the account the workbench is about, or nil.
func (c *Context) Current() *model.Account { return c.Portfolio().Account(c.Account) }

// Entry gives a fresh number for one visit to a field: all edits of the visit
// are one undo.
func (c *Context) Entry() uint64 {
	*c.Entries++
	return *c.Entries
}

// Voting is the blind rating that is open, or nil.
func (c *Context) Voting() *model.Ballot { return c.Portfolio().Programme().Voting() }

// Meeting reports whether a workshop or a blind rating is going on.
func (c *Context) Meeting() bool {
	return c.Portfolio().Programme().Workshop != nil || c.Voting() != nil
}

// NextMoves are the best moves of one account in one state of the portfolio.
// They are worked out beside the screen, because trying every move takes longer
// than a key may; until the answer for the present state is there the old one is
// shown dimmed.
type NextMoves struct {
	Scores  *score.Scores
	Account model.AccountID
	Moves   []score.Move
}
