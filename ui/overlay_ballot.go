package ui

import (
	"slices"
	"strconv"
	"strings"

	"accord/model"
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
	asking  bool // another one is wanted, though there is a result to look at
	at      int  // the question under the cursor
	reached int  // the last question that this rater came to
	handing bool // between two raters: nothing is shown
	sure    bool // what enter or X would do was said
	shown   model.BallotID
	rows    int
	note    *fieldEdit // the note of why, while it is typed
}

func newBallot(c *ctx) *ballotPage {
	p := &ballotPage{handing: c.voting() != nil}
	if list := c.portfolio().Programme().Ballots; len(list) > 0 {
		p.shown = list[len(list)-1].ID
	}
	p.asked = newBallotForm(c)
	return p
}

// voting is the blind rating that is open, or nil.
func (c *ctx) voting() *model.Ballot { return c.portfolio().Programme().Voting() }

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
	case c.voting() == nil:
		return []scope{scopeBallotForm, scopeMove}
	}
	return []scope{scopeHanding, scopeMove}
}

func (p *ballotPage) anew() { p.note = nil }

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
		out.Say = "the blind rating waits: b goes on with " + b.Rater()
		return out
	case in.Kind == Quit, in.Kind == Redraw, in.Kind == Suspend, in.Kind == ToggleMouse, in.Kind == Undo, in.Kind == Redo, in.Kind == Help, in.Kind == Places:
		return Outcome{} // allowed or refused for every page alike
	case in.Kind == Delete:
		return p.abandon(b)
	case len(b.Questions(c.portfolio().Programme().MethodPack())) == 0:
		out := change(model.CloseBallot{ID: b.ID})
		out.Say = "the method pack does not ask this any more: the blind rating is over"
		return out
	case in.Kind == PlayTurn:
		return p.play(c, b)
	case p.handing:
		if in.Kind == Accept {
			p.handing, p.at, p.reached, p.sure = false, 0, 0, false
		}
		return done()
	}
	return p.turn(c, in, b)
}

// abandon throws a rating away that somebody began by mistake.
func (p *ballotPage) abandon(b *model.Ballot) Outcome {
	if !p.sure {
		p.sure = true
		return refuse("X again abandons the rating with every mark given so far.")
	}
	p.sure, p.handing = false, false
	out := change(model.CloseBallot{ID: b.ID})
	out.Say = "the blind rating is abandoned; nothing of it was taken over"
	return out
}

// turn takes the answers of whose turn it is.
func (p *ballotPage) turn(c *ctx, in Intent, b *model.Ballot) Outcome {
	all := b.Questions(c.portfolio().Programme().MethodPack())
	per := max(1, len(all)/max(1, len(b.Accounts)))
	p.at = max(0, min(p.at, len(all)-1))
	if in.Kind != Accept {
		p.sure = false
	}
	to, ok := moveTo(in.Kind, p.at, len(all), 2*per)
	switch in.Kind {
	case Right, NextField:
		to, ok = min(len(all)-1, (p.at/per+1)*per), true
	case Left, PrevField:
		to, ok = max(0, (p.at/per-1)*per), true
	}
	if ok {
		p.at, p.reached = to, max(p.reached, to)
		return done()
	}
	q := all[p.at]
	switch in.Kind {
	case Rate, SetUnknown:
		level := model.UnknownLevel
		if in.Kind == Rate {
			level = model.LevelOf(in.N)
		}
		p.at = min(p.at+1, len(all)-1)
		p.reached = max(p.reached, p.at)
		return change(model.CastMark{Account: q.Account, Factor: q.Factor, Level: level})
	case Accept:
		if left := len(all) - 1 - p.reached; left > 0 && !p.sure {
			p.sure = true
			return refuse(plural(left, "question") + " further down you did not see; enter again passes on all the same.")
		}
		p.sure, p.handing, p.at, p.reached = false, b.Passed+1 < len(b.Raters), 0, 0
		p.shown = b.ID
		return change(model.PassBallot{})
	}
	return done()
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
			out.Changes = append(out.Changes, model.CastMark{Account: q.Account, Factor: q.Factor, Level: c.rehearsal.Mark(c.portfolio().Programme().MethodPack(), who, a.Name, q.Factor)})
		}
	}
	out.Changes = append(out.Changes, model.PassBallot{})
	out.Done, out.Say = true, who+" has answered, as recorded"
	p.handing, p.at, p.reached, p.shown = b.Passed+1 < len(b.Raters), 0, 0, b.ID
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
		words := "enter when it is you · esc to the run sheet, nothing is lost · X abandons the rating"
		if c.rehearsal != nil && c.rehearsal.recorded(b.Rater()) {
			words = "p plays the recorded turn · enter answers in their place · esc to the run sheet"
		}
		body := hint(cv, words)
		p.page.begin(body.W())
		p.head("Pass the keyboard to " + b.Rater())
		p.text(1, strconv.Itoa(b.Passed)+" of "+strconv.Itoa(len(b.Raters))+" have answered. "+p.about(c, b)+".", theme.Quiet)
		p.page.draw(body)
	default:
		p.drawTurn(c, hint(cv, "0-5 your answer · x you do not know · ← → another account · enter passes on"), b)
	}
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

// drawTurn shows the questions about one account with the answers of whose turn it
// is, and nothing of anybody else.
func (p *ballotPage) drawTurn(c *ctx, cv widget.Canvas, b *model.Ballot) {
	pack := c.portfolio().Programme().MethodPack()
	all := b.Questions(pack)
	p.at = max(0, min(p.at, len(all)-1))
	now := all[p.at]
	name := "an account that was deleted"
	if a := c.portfolio().Account(now.Account); a != nil {
		name = a.Name
	}
	if n := len(b.Accounts); n > 1 {
		name += "  " + strconv.Itoa(slices.Index(b.Accounts, now.Account)+1) + " of " + strconv.Itoa(n)
	}
	p.page.begin(cv.W())
	p.text(1, b.Rater()+": "+name, theme.Title)
	p.text(1, pack.Instrument(b.Instrument).Question, theme.Quiet)
	for _, q := range all {
		if q.Account != now.Account {
			continue
		}
		_, f := pack.Factor(q.Factor)
		sign, st := "  ", theme.Plain
		if q == now {
			sign, st = c.glyphs.Cursor+" ", theme.Strong
		}
		p.line(piece{x: 1, w: cv.W() - 12, text: sign + f.Name, style: st}, piece{x: cv.W() - 10, w: 8, text: b.Mark(q.Account, b.Rater(), q.Factor).String(), style: theme.Accent, align: widget.Right})
	}
	in, f := pack.Factor(now.Factor)
	p.blank()
	p.text(1, f.Question, theme.Title)
	mark := b.Mark(now.Account, b.Rater(), now.Factor)
	for i, text := range f.Anchors {
		st := theme.Quiet
		if mark.Known() && mark.Int() == in.Min+i {
			st = theme.Strong
		}
		p.text(1, strconv.Itoa(in.Min+i)+"  "+text, st)
	}
	p.page.draw(cv)
}

// marksWords are all marks with who gave them.
func marksWords(b *model.Ballot, v *model.Verdict) string {
	var marks []string
	for k, r := range b.Raters {
		marks = append(marks, r+" "+v.Marks[k].String())
	}
	return strings.Join(marks, "  ")
}
