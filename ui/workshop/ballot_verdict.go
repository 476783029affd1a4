package workshop

import (
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/model/score"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/widget"
)

// What came of a blind rating: every mark, the most disputed question first, both
// sides where both answered, and what is agreed.

// decide takes a level over for the question under the cursor.
func (p *BallotPage) decide(c *kit.Context, in keys.Intent) kit.Outcome {
	b := p.result(c)
	all := b.Verdicts(c.Portfolio().Programme().MethodPack())
	if to, ok := kit.MoveTo(in.Kind, p.At, len(all), max(2, p.rows)); ok {
		p.At = to
		return kit.Done()
	}
	if in.Kind != keys.Delete {
		p.sure = keys.NoIntent
	}
	switch in.Kind {
	case keys.Cancel:
		return kit.Close()
	case keys.Add:
		p.asking, p.behind, p.asked = true, true, newBallotForm(c, p.next(c, b))
		return kit.Done()
	case keys.Left, keys.Right, keys.NextField, keys.PrevField:
		return p.another(c, b, in.Kind == keys.Right || in.Kind == keys.NextField)
	case keys.Delete:
		return p.end(c, b)
	case keys.AgreeAll:
		return agreeQuiet(c, b, all)
	}
	if len(all) == 0 {
		return kit.Outcome{}
	}
	p.At = max(0, min(p.At, len(all)-1))
	v := &all[p.At]
	agree := func(l model.Level) kit.Outcome {
		return kit.Change(agreed(c, b, v, l))
	}
	switch in.Kind {
	case keys.Rate:
		return agree(model.LevelOf(in.N))
	case keys.AcceptSuggestion:
		if !v.Level.Known() {
			return kit.Refuse(words.T("workshop.nobody-answered-this-stays-unknown"))
		}
		if !v.Whole() {
			low := int(v.Median.V)
			return kit.Refuse(words.T("workshop.median-between-type-level-you", score.Median(v.Median), low, low+1))
		}
		return agree(v.Level)
	case keys.EditNote:
		switch {
		case c.Session.Hidden():
			return kit.RefuseText(words.T("workshop.what-noted-why-hidden-now"))
		case c.Portfolio().Account(v.Account) != nil:
			p.Note = editWhy(c, b, v)
		}
		return kit.Done()
	case keys.SetUnknown, keys.PlayTurn:
		return kit.Done()
	}
	return kit.Outcome{}
}

// agreed is a level for a question. While names are hidden its words are those of the
// method that comes with the program: a stand-in would be kept in the history.
func agreed(c *kit.Context, b *model.Ballot, v *model.Verdict, l model.Level) edit.Agree {
	out := edit.Agree{Ballot: b.ID, Account: v.Account, Factor: v.Factor, Level: l}
	if _, f := c.Portfolio().Programme().MethodPack().Factor(v.Factor); f != nil && !c.Session.Hidden() {
		out.Name = f.Name
	}
	return out
}

// agreeQuiet agrees on the median wherever nobody disputes it and nothing is agreed.
func agreeQuiet(c *kit.Context, b *model.Ballot, all []model.Verdict) kit.Outcome {
	var agree edit.Agreements
	alone, half := 0, 0
	for i := range all {
		switch v := &all[i]; {
		case v.Agreed.Known() || v.Cast == 0 || c.Portfolio().Account(v.Account) == nil:
		case v.Undisputed():
			agree = append(agree, agreed(c, b, v, v.Level))
		case v.Cast == 1:
			alone++
		case !v.Whole() && v.Spread <= 1:
			half++
		}
	}
	var left []string
	if alone > 0 {
		left = append(left, words.T("workshop.one-answer-only", alone))
	}
	if half > 0 {
		left = append(left, words.T("workshop.between-two-levels", half))
	}
	kept := strings.Join(left, ", ")
	switch {
	case len(agree) == 0 && kept == "":
		return kit.Refuse(words.T("workshop.nothing-left-nobody-disputes-agree"))
	case len(agree) == 0:
		return kit.Refuse(words.T("workshop.nothing-left-nobody-disputes-left", kept))
	}
	out := kit.Change(agree)
	if kept == "" {
		out.Say(words.T("workshop.agreed-median-u-takes-back", len(agree)))
	} else {
		out.Say(words.T("workshop.agreed-median-left", len(agree), kept))
	}
	return out
}

// next is the question of another rating: the same one for the customer's people
// where they are here and were not asked.
func (p *BallotPage) next(c *kit.Context, b *model.Ballot) string {
	if f := newBallotForm(c, b.Instrument); f.theirs {
		return b.Instrument
	}
	return ""
}

// editWhy starts to type what the note says of the view that was rated; what it says
// of the other stays.
func editWhy(c *kit.Context, b *model.Ballot, v *model.Verdict) *kit.FieldEdit {
	e := kit.EditField(c, edit.AccountRef(v.Account), string(v.Factor)+".note")
	if e == nil || c.Session.Hidden() {
		return e
	}
	was := model.Rating{Note: e.Before}
	e.Input = widget.NewField(was.Why(b.Verified))
	e.Whole = func(part string) string { return was.NoteWith(b.Verified, part) }
	return e
}

// another shows the finished rating before or after.
func (p *BallotPage) another(c *kit.Context, b *model.Ballot, forward bool) kit.Outcome {
	list := c.Portfolio().Programme().Ballots
	if len(list) < 2 {
		return kit.Say(words.T("workshop.there-one-blind-rating-far"))
	}
	at, by := 0, 1
	if !forward {
		by = len(list) - 1
	}
	for i := range list {
		if list[i].ID == b.ID {
			at = i
		}
	}
	p.shown, p.At = list[(at+by)%len(list)].ID, 0
	return kit.Done()
}

// end takes a result off the table. In a workshop it belongs to what is written at
// the end, so it says so first.
func (p *BallotPage) end(c *kit.Context, b *model.Ballot) kit.Outcome {
	if c.Portfolio().Programme().Workshop != nil && p.sure != keys.Delete {
		p.sure = keys.Delete
		return kit.Refuse(words.T("workshop.x-again-throws-these-marks"))
	}
	p.sure, p.At = keys.NoIntent, 0
	out := kit.Change(edit.CloseBallot{ID: b.ID})
	if len(c.Portfolio().Programme().Ballots) == 1 {
		out.Close()
	}
	out.Say(words.T("workshop.blind-rating-over-what-agreed"))
	return out
}

// typeNote takes the note of why in place.
func (p *BallotPage) typeNote(c *kit.Context, in keys.Intent) kit.Outcome {
	switch in.Kind {
	case keys.NextField, keys.PrevField, keys.Up, keys.Down:
		return kit.Done() // one line by itself: only enter and esc leave it
	}
	out, closed := p.Note.Handle(c, in)
	if closed {
		p.Note = nil
	}
	return out
}
