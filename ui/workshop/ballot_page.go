package workshop

import (
	"strconv"

	"accord/model"
	"accord/model/edit"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

func (p *BallotPage) Handle(c *kit.Context, in keys.Intent) kit.Outcome {
	b := c.Voting()
	switch {
	case p.Note != nil:
		return p.typeNote(c, in)
	case b == nil && p.result(c) != nil:
		return p.decide(c, in)
	case b == nil:
		return p.Begin(c, in)
	case in.Kind == keys.Cancel:
		out := kit.Close()
		out.Say("the blind rating waits: b goes on with " + turnOf(c, b))
		return out
	case in.Kind == keys.Quit, in.Kind == keys.Redraw, in.Kind == keys.Suspend, in.Kind == keys.ToggleMouse, in.Kind == keys.Undo, in.Kind == keys.Redo, in.Kind == keys.Help, in.Kind == keys.Places:
		return kit.Outcome{} // allowed or refused for every page alike
	case in.Kind == keys.Delete:
		return p.abandon(b)
	case len(b.Questions(c.Portfolio().Programme().MethodPack())) == 0:
		out := kit.Change(edit.CloseBallot{ID: b.ID})
		out.Say("the method pack does not ask this any more: the blind rating is over")
		return out
	case in.Kind == keys.PlayTurn:
		return p.play(c, b)
	case p.Handing:
		return p.between(c, in, b)
	}
	return p.turn(c, in, b)
}

// between is what can be done while nobody's turn is shown: begin the next, or give
// the keyboard back to who passed on too early.
func (p *BallotPage) between(c *kit.Context, in keys.Intent, b *model.Ballot) kit.Outcome {
	switch {
	case in.Kind == keys.ReopenTurn && b.Passed == 0:
		return kit.Refuse("Nobody has passed on yet.")
	case in.Kind == keys.ReopenTurn && p.sure != keys.ReopenTurn:
		p.sure = keys.ReopenTurn
		last := *b
		last.Passed--
		return kit.Refuse("R again gives the turn back to " + turnOf(c, &last) + ", whose answers only they may see: pass them the keyboard.")
	case in.Kind == keys.ReopenTurn:
		p.sure = keys.NoIntent
		return kit.Change(edit.ReopenTurn{})
	case in.Kind == keys.Accept:
		p.Handing, p.At = false, 0
	}
	p.sure = keys.NoIntent
	return kit.Done()
}

// abandon throws a rating away that somebody began by mistake.
func (p *BallotPage) abandon(b *model.Ballot) kit.Outcome {
	if p.sure != keys.Delete {
		p.sure = keys.Delete
		return kit.Refuse("X again abandons the rating with every mark given so far.")
	}
	p.sure, p.Handing, p.asking, p.behind = keys.NoIntent, false, true, false
	p.asked.instrument, p.asked.theirs = b.Instrument, b.Verified
	out := kit.Change(edit.CloseBallot{ID: b.ID})
	out.Say("the blind rating is abandoned; nothing of it was taken over")
	return out
}

func (p *BallotPage) Draw(c *kit.Context, cv widget.Canvas, _ bool) {
	b := c.Voting()
	switch {
	case b == nil && p.result(c) != nil:
		p.drawResult(c, cv, p.result(c))
	case b == nil:
		p.asked.Draw(c, cv)
	case len(b.Questions(c.Portfolio().Programme().MethodPack())) == 0:
		cv.TextIn(1, 0, cv.W()-2, "The method pack does not ask this any more; enter ends the rating.", theme.Warn, widget.Left)
	case p.Handing:
		words := "enter when it is you · R the last turn again · esc to the run sheet, nothing is lost · X abandons the rating"
		if c.Rehearsal != nil && c.Rehearsal.Plays(b.Rater()) {
			words = "p plays the recorded turn · enter answers in their place · R the last turn again · esc to the run sheet"
		}
		body := kit.Hint(cv, words)
		p.Body.Begin(body.W())
		p.Head("Pass the keyboard to " + turnOf(c, b))
		p.Text(1, strconv.Itoa(b.Passed)+" of "+strconv.Itoa(len(b.Raters))+" have answered. "+p.about(c, b)+".", theme.Quiet)
		p.Text(1, readAlong(c), theme.Quiet)
		p.Body.Draw(body)
	default:
		p.drawTurn(c, kit.Hint(cv, "0-5 your answer · x you do not know · ← → another account · enter passes on"), b)
	}
}
