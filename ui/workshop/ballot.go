package workshop

import (
	"slices"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/widget"
)

// BallotPage takes a blind rating through: what is rated by whom is asked, then the
// raters answer in turn on the same keyboard, then all see what came of it. Until
// the last has passed nothing on the screen tells a mark of another, nor what stood
// before (ui/ballot_shut.go keeps every other screen shut).
type BallotPage struct {
	kit.Body
	asked   ballotForm
	asking  bool            // another one is wanted, though there is a result to look at
	behind  bool            // that result is behind the question, and esc goes back to it
	At      int             // the question under the cursor
	Handing bool            // between two raters: nothing is shown
	sure    keys.IntentKind // what this key would do was said
	shown   model.BallotID
	rows    int
	Note    *kit.FieldEdit // the note of why, while it is typed
	before  *model.Ballot  // as it stood when the page was opened: who sits there now may be another
}

func NewBallot(c *kit.Context) *BallotPage {
	p := &BallotPage{Handing: c.Voting() != nil, before: c.Voting()}
	if list := c.Portfolio().Programme().Ballots; len(list) > 0 {
		p.shown = list[len(list)-1].ID
	}
	p.asked = newBallotForm(c, "")
	return p
}

// NewBallotOf is the page for one question, that of a step of the agenda: the rating
// of it over what is in scope, else the set-up with it chosen. Without one it is the
// question of the step that runs.
func NewBallotOf(c *kit.Context, question string) *BallotPage {
	p, g := NewBallot(c), c.Portfolio().Programme()
	if step := g.Workshop.Running(); question == "" && step != nil {
		question = ballotQuestion(step.Screen)
	}
	if question == "" || g.MethodPack().Instrument(question) == nil || c.Voting() != nil {
		return p
	}
	p.asking, p.asked = true, newBallotForm(c, question)
	for i := range g.Ballots {
		if b := &g.Ballots[i]; b.Instrument == question && p.asked.overScope(c, b) {
			p.asking, p.shown = false, b.ID
		}
	}
	return p
}

// result is the finished rating that the page shows, or nil.
func (p *BallotPage) result(c *kit.Context) *model.Ballot {
	list := c.Portfolio().Programme().Ballots
	if p.asking || len(list) == 0 || c.Voting() != nil {
		return nil
	}
	if i := slices.IndexFunc(list, func(b model.Ballot) bool { return b.ID == p.shown }); i >= 0 {
		return &list[i]
	}
	return &list[len(list)-1]
}

func (p *BallotPage) Scopes(c *kit.Context) []keys.Scope {
	switch {
	case p.Note != nil:
		return []keys.Scope{keys.ScopeText}
	case c.Voting() != nil && !p.Handing:
		return []keys.Scope{keys.ScopeBallot, keys.ScopeMove}
	case p.result(c) != nil:
		return []keys.Scope{keys.ScopeVerdict, keys.ScopeMove}
	case c.Voting() == nil && p.asked.ticking:
		return []keys.Scope{keys.ScopeBallotTicks, keys.ScopeMove}
	case c.Voting() == nil:
		return []keys.Scope{keys.ScopeBallotForm, keys.ScopeMove}
	}
	return []keys.Scope{keys.ScopeHanding, keys.ScopeMove}
}

// Anew forgets what was typed: names may be hidden from now on.
func (p *BallotPage) Anew() { p.Note, p.asked.typed = nil, nil }

func (p *BallotPage) Title(c *kit.Context) string {
	switch b := c.Voting(); {
	case b != nil:
		return words.T("workshop.blind-rating", b.Passed+1, len(b.Raters))
	case p.result(c) != nil:
		return words.T("workshop.blind-rating-result")
	}
	return words.T("workshop.blind-rating-2")
}

// Place is all of the screen but the header: what stands below may tell the
// standing value.
func (p *BallotPage) Place(_ *kit.Context, screen widget.Rect) widget.Rect {
	return widget.Rect{X: screen.X, Y: screen.Y + 1, W: screen.W, H: screen.H - 1}
}

// play gives the recorded answers of a rehearsal's participant.
func (p *BallotPage) play(c *kit.Context, b *model.Ballot) kit.Outcome {
	if c.Rehearsal == nil || !c.Rehearsal.Plays(b.Rater()) {
		return kit.Refuse(words.T("workshop.only-recorded-participants-rehearsal-can"))
	}
	var out kit.Outcome
	who := b.Rater()
	for _, q := range b.Questions(c.Portfolio().Programme().MethodPack()) {
		if a := c.Portfolio().Account(q.Account); a != nil {
			out.Change(
				edit.CastMark{
					Account: q.Account,
					Factor:  q.Factor,
					Level:   c.Rehearsal.Mark(c.Portfolio().Programme().MethodPack(), who, a.Name, q.Factor),
				},
			)
		}
	}
	out.Change(edit.PassBallot{})
	out.Say(words.T("workshop.answered-as-recorded", who))
	p.Handing, p.At, p.shown = b.Passed+1 < len(b.Raters), 0, b.ID
	return out
}

// readAlong says who sees what is typed: a screen on the wall is everybody's.
func readAlong(c *kit.Context) string {
	if c.Projector.On {
		return words.T("workshop.screen-rooms-what-typed-masked")
	}
	return words.T("workshop.screen-rooms-f5-masks-what")
}

// turnOf is whose turn it is. While names are hidden nobody knows their stand-in, so
// it says the seat too.
func turnOf(c *kit.Context, b *model.Ballot) string {
	if c.Session.Hidden() {
		return words.T("workshop.rater-of", b.Passed+1, len(b.Raters), b.Rater())
	}
	return b.Rater()
}

// about says what a rating is of, in words.
func (p *BallotPage) about(c *kit.Context, b *model.Ballot) string {
	out := b.Instrument
	if in := c.Portfolio().Programme().MethodPack().Instrument(b.Instrument); in != nil {
		out = in.Name
	}
	if a := c.Portfolio().Account(b.Accounts[0]); len(b.Accounts) == 1 && a != nil {
		out += " " + c.Glyphs.Sep + " " + a.Name
	} else {
		out += " " + c.Glyphs.Sep + " " + words.T("workshop.n-accounts", len(b.Accounts))
	}
	return out + " " + c.Glyphs.Sep + " " + sideWords(b.Verified)
}

func sideWords(theirs bool) string {
	if theirs {
		return words.T("workshop.customers-people")
	}
	return words.T("workshop.our-people")
}
