package ui

import (
	"slices"
	"strconv"

	"accord/model"
	"accord/model/edit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// ballotPage takes a blind rating through: what is rated by whom is asked, then the
// raters answer in turn on the same keyboard, then all see what came of it. Until
// the last has passed nothing on the screen tells a mark of another, nor what stood
// before (ui/ballot_shut.go keeps every other screen shut).
type ballotPage struct {
	page
	asked   ballotForm
	asking  bool       // another one is wanted, though there is a result to look at
	behind  bool       // that result is behind the question, and esc goes back to it
	at      int        // the question under the cursor
	handing bool       // between two raters: nothing is shown
	sure    IntentKind // what this key would do was said
	shown   model.BallotID
	rows    int
	note    *fieldEdit    // the note of why, while it is typed
	before  *model.Ballot // as it stood when the page was opened: who sits there now may be another
}

func newBallot(c *ctx) *ballotPage {
	p := &ballotPage{handing: c.voting() != nil, before: c.voting()}
	if list := c.portfolio().Programme().Ballots; len(list) > 0 {
		p.shown = list[len(list)-1].ID
	}
	p.asked = newBallotForm(c, "")
	return p
}

// newBallotOf is the page for one question, that of a step of the agenda: the rating
// of it over what is in scope, else the set-up with it chosen. Without one it is the
// question of the step that runs.
func newBallotOf(c *ctx, question string) *ballotPage {
	p, g := newBallot(c), c.portfolio().Programme()
	if step := g.Workshop.Running(); question == "" && step != nil {
		question = ballotQuestion(step.Screen)
	}
	if question == "" || g.MethodPack().Instrument(question) == nil || c.voting() != nil {
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
func (p *ballotPage) result(c *ctx) *model.Ballot {
	list := c.portfolio().Programme().Ballots
	if p.asking || len(list) == 0 || c.voting() != nil {
		return nil
	}
	if i := slices.IndexFunc(list, func(b model.Ballot) bool { return b.ID == p.shown }); i >= 0 {
		return &list[i]
	}
	return &list[len(list)-1]
}

func (p *ballotPage) scopes(c *ctx) []scope {
	switch {
	case p.note != nil:
		return []scope{scopeText}
	case c.voting() != nil && !p.handing:
		return []scope{scopeBallot, scopeMove}
	case p.result(c) != nil:
		return []scope{scopeVerdict, scopeMove}
	case c.voting() == nil && p.asked.ticking:
		return []scope{scopeBallotTicks, scopeMove}
	case c.voting() == nil:
		return []scope{scopeBallotForm, scopeMove}
	}
	return []scope{scopeHanding, scopeMove}
}

// Anew forgets what was typed: names may be hidden from now on.
func (p *ballotPage) Anew() { p.note, p.asked.typed = nil, nil }

func (p *ballotPage) title(c *ctx) string {
	switch b := c.voting(); {
	case b != nil:
		return "Blind rating: " + strconv.Itoa(b.Passed+1) + " of " + strconv.Itoa(len(b.Raters))
	case p.result(c) != nil:
		return "Blind rating: the result"
	}
	return "Blind rating"
}

// place is all of the screen but the header: what stands below may tell the
// standing value.
func (p *ballotPage) place(_ *ctx, screen widget.Rect) widget.Rect {
	return widget.Rect{X: screen.X, Y: screen.Y + 1, W: screen.W, H: screen.H - 1}
}

func (p *ballotPage) handle(c *ctx, in Intent) Outcome {
	b := c.voting()
	switch {
	case p.note != nil:
		return p.typeNote(c, in)
	case b == nil && p.result(c) != nil:
		return p.decide(c, in)
	case b == nil:
		return p.begin(c, in)
	case in.Kind == Cancel:
		out := closing()
		out.Say("the blind rating waits: b goes on with " + turnOf(c, b))
		return out
	case in.Kind == Quit, in.Kind == Redraw, in.Kind == Suspend, in.Kind == ToggleMouse, in.Kind == Undo, in.Kind == Redo, in.Kind == Help, in.Kind == Places:
		return Outcome{} // allowed or refused for every page alike
	case in.Kind == Delete:
		return p.abandon(b)
	case len(b.Questions(c.portfolio().Programme().MethodPack())) == 0:
		out := change(edit.CloseBallot{ID: b.ID})
		out.Say("the method pack does not ask this any more: the blind rating is over")
		return out
	case in.Kind == PlayTurn:
		return p.play(c, b)
	case p.handing:
		return p.between(c, in, b)
	}
	return p.turn(c, in, b)
}

// between is what can be done while nobody's turn is shown: begin the next, or give
// the keyboard back to who passed on too early.
func (p *ballotPage) between(c *ctx, in Intent, b *model.Ballot) Outcome {
	switch {
	case in.Kind == ReopenTurn && b.Passed == 0:
		return refuse("Nobody has passed on yet.")
	case in.Kind == ReopenTurn && p.sure != ReopenTurn:
		p.sure = ReopenTurn
		last := *b
		last.Passed--
		return refuse("R again gives the turn back to " + turnOf(c, &last) + ", whose answers only they may see: pass them the keyboard.")
	case in.Kind == ReopenTurn:
		p.sure = NoIntent
		return change(edit.ReopenTurn{})
	case in.Kind == Accept:
		p.handing, p.at = false, 0
	}
	p.sure = NoIntent
	return done()
}

// abandon throws a rating away that somebody began by mistake.
func (p *ballotPage) abandon(b *model.Ballot) Outcome {
	if p.sure != Delete {
		p.sure = Delete
		return refuse("X again abandons the rating with every mark given so far.")
	}
	p.sure, p.handing, p.asking, p.behind = NoIntent, false, true, false
	p.asked.instrument, p.asked.theirs = b.Instrument, b.Verified
	out := change(edit.CloseBallot{ID: b.ID})
	out.Say("the blind rating is abandoned; nothing of it was taken over")
	return out
}

// play gives the recorded answers of a rehearsal's participant.
func (p *ballotPage) play(c *ctx, b *model.Ballot) Outcome {
	if c.rehearsal == nil || !c.rehearsal.recorded(b.Rater()) {
		return refuse("Only recorded participants of a rehearsal can be played; this turn is yours.")
	}
	var out Outcome
	who := b.Rater()
	for _, q := range b.Questions(c.portfolio().Programme().MethodPack()) {
		if a := c.portfolio().Account(q.Account); a != nil {
			out.Change(edit.CastMark{Account: q.Account, Factor: q.Factor, Level: c.rehearsal.Mark(c.portfolio().Programme().MethodPack(), who, a.Name, q.Factor)})
		}
	}
	out.Change(edit.PassBallot{})
	out.Say(who + " has answered, as recorded")
	p.handing, p.at, p.shown = b.Passed+1 < len(b.Raters), 0, b.ID
	return out
}

func (p *ballotPage) draw(c *ctx, cv widget.Canvas, _ bool) {
	b := c.voting()
	switch {
	case b == nil && p.result(c) != nil:
		p.drawResult(c, cv, p.result(c))
	case b == nil:
		p.asked.draw(c, cv)
	case len(b.Questions(c.portfolio().Programme().MethodPack())) == 0:
		cv.TextIn(1, 0, cv.W()-2, "The method pack does not ask this any more; enter ends the rating.", theme.Warn, widget.Left)
	case p.handing:
		words := "enter when it is you · R the last turn again · esc to the run sheet, nothing is lost · X abandons the rating"
		if c.rehearsal != nil && c.rehearsal.recorded(b.Rater()) {
			words = "p plays the recorded turn · enter answers in their place · R the last turn again · esc to the run sheet"
		}
		body := hint(cv, words)
		p.page.begin(body.W())
		p.head("Pass the keyboard to " + turnOf(c, b))
		p.text(1, strconv.Itoa(b.Passed)+" of "+strconv.Itoa(len(b.Raters))+" have answered. "+p.about(c, b)+".", theme.Quiet)
		p.text(1, readAlong(c), theme.Quiet)
		p.page.draw(body)
	default:
		p.drawTurn(c, hint(cv, "0-5 your answer · x you do not know · ← → another account · enter passes on"), b)
	}
}

// readAlong says who sees what is typed: a screen on the wall is everybody's.
func readAlong(c *ctx) string {
	if c.projector.on {
		return "The screen is the room's: what is typed is masked."
	}
	return "The screen is the room's: f5 masks what is typed."
}

// turnOf is whose turn it is. While names are hidden nobody knows their stand-in, so
// it says the seat too.
func turnOf(c *ctx, b *model.Ballot) string {
	if c.session.hidden() {
		return "rater " + strconv.Itoa(b.Passed+1) + " of " + strconv.Itoa(len(b.Raters)) + " (" + b.Rater() + ")"
	}
	return b.Rater()
}

// about says what a rating is of, in words.
func (p *ballotPage) about(c *ctx, b *model.Ballot) string {
	out := b.Instrument
	if in := c.portfolio().Programme().MethodPack().Instrument(b.Instrument); in != nil {
		out = in.Name
	}
	if a := c.portfolio().Account(b.Accounts[0]); len(b.Accounts) == 1 && a != nil {
		out += " " + c.glyphs.Sep + " " + a.Name
	} else {
		out += " " + c.glyphs.Sep + " " + plural(len(b.Accounts), "account")
	}
	return out + " " + c.glyphs.Sep + " " + sideWords(b.Verified)
}

func sideWords(theirs bool) string {
	if theirs {
		return "the customer's people"
	}
	return "our people"
}
