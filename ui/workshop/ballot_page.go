package workshop

import (
	"accord/model"
	"accord/model/edit"
	"accord/model/words"
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
		out.Say(words.T("workshop.blind-rating-waits-b-goes", turnOf(c, b)))
		return out
	case in.Kind == keys.Quit,
		in.Kind == keys.Redraw,
		in.Kind == keys.Suspend,
		in.Kind == keys.ToggleMouse,
		in.Kind == keys.Undo,
		in.Kind == keys.Redo,
		in.Kind == keys.Help,
		in.Kind == keys.Places:
		return kit.Outcome{} // allowed or refused for every page alike
	case in.Kind == keys.Delete:
		return p.abandon(b)
	case len(b.Questions(c.Portfolio().Programme().MethodPack())) == 0:
		out := kit.Change(edit.CloseBallot{ID: b.ID})
		out.Say(words.T("workshop.method-pack-does-not-ask"))
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
		return kit.Refuse(words.T("workshop.nobody-passed-yet"))
	case in.Kind == keys.ReopenTurn && p.sure != keys.ReopenTurn:
		p.sure = keys.ReopenTurn
		last := *b
		last.Passed--
		return kit.Refuse(words.T("workshop.r-again-gives-turn-back", turnOf(c, &last)))
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
		return kit.Refuse(words.T("workshop.x-again-abandons-rating-every"))
	}
	p.sure, p.Handing, p.asking, p.behind = keys.NoIntent, false, true, false
	p.asked.instrument, p.asked.theirs = b.Instrument, b.Verified
	out := kit.Change(edit.CloseBallot{ID: b.ID})
	out.Say(words.T("workshop.blind-rating-abandoned-nothing-taken"))
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
		cv.TextIn(1, 0, cv.W()-2, words.T("workshop.method-pack-does-not-ask-this"), theme.Warn, widget.Left)
	case p.Handing:
		wording := words.T("workshop.enter-when-you-r-last")
		if c.Rehearsal != nil && c.Rehearsal.Plays(b.Rater()) {
			wording = words.T("workshop.p-plays-recorded-turn-enter")
		}
		body := kit.Hint(cv, wording)
		p.Body.Begin(body.W())
		p.Head(words.T("workshop.pass-keyboard", turnOf(c, b)))
		p.Text(1, words.T("workshop.of-have-answered", b.Passed, len(b.Raters), p.about(c, b)), theme.Quiet)
		p.Text(1, readAlong(c), theme.Quiet)
		p.Body.Draw(body)
	default:
		p.drawTurn(c, kit.Hint(cv, words.T("workshop.0-5-your-answer-x")), b)
	}
}
