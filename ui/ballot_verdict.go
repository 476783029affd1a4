package ui

import (
	"strconv"
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/model/score"
	"accord/ui/widget"
)

// What came of a blind rating: every mark, the most disputed question first, both
// sides where both answered, and what is agreed.

// decide takes a level over for the question under the cursor.
func (p *ballotPage) decide(c *ctx, in Intent) Outcome {
	b := p.result(c)
	all := b.Verdicts(c.portfolio().Programme().MethodPack())
	if to, ok := moveTo(in.Kind, p.at, len(all), max(2, p.rows)); ok {
		p.at = to
		return done()
	}
	if in.Kind != Delete {
		p.sure = NoIntent
	}
	switch in.Kind {
	case Cancel:
		return closing()
	case Add:
		p.asking, p.behind, p.asked = true, true, newBallotForm(c, p.next(c, b))
		return done()
	case Left, Right, NextField, PrevField:
		return p.another(c, b, in.Kind == Right || in.Kind == NextField)
	case Delete:
		return p.end(c, b)
	case AgreeAll:
		return agreeQuiet(c, b, all)
	}
	if len(all) == 0 {
		return Outcome{}
	}
	p.at = max(0, min(p.at, len(all)-1))
	v := &all[p.at]
	agree := func(l model.Level) Outcome {
		return change(agreed(c, b, v, l))
	}
	switch in.Kind {
	case Rate:
		return agree(model.LevelOf(in.N))
	case AcceptSuggestion:
		if !v.Level.Known() {
			return refuse("Nobody answered this: it stays unknown.")
		}
		if !v.Whole() {
			low := int(v.Median.V)
			return refuse("The median is " + score.Print2(v.Median) + ", between " + strconv.Itoa(low) + " and " + strconv.Itoa(low+1) + ": type the level you agree on.")
		}
		return agree(v.Level)
	case EditNote:
		switch {
		case c.session.hidden():
			return refuseText("What is noted of why is hidden now and cannot be edited. Turn anonymous off with f6 first.")
		case c.portfolio().Account(v.Account) != nil:
			p.note = editWhy(c, b, v)
		}
		return done()
	case SetUnknown, PlayTurn:
		return done()
	}
	return Outcome{}
}

// agreed is a level for a question. While names are hidden its words are those of the
// method that comes with the program: a stand-in would be kept in the history.
func agreed(c *ctx, b *model.Ballot, v *model.Verdict, l model.Level) edit.Agree {
	out := edit.Agree{Ballot: b.ID, Account: v.Account, Factor: v.Factor, Level: l}
	if _, f := c.portfolio().Programme().MethodPack().Factor(v.Factor); f != nil && !c.session.hidden() {
		out.Name = f.Name
	}
	return out
}

// agreeQuiet agrees on the median wherever nobody disputes it and nothing is agreed.
func agreeQuiet(c *ctx, b *model.Ballot, all []model.Verdict) Outcome {
	var agree edit.Agreements
	alone, half := 0, 0
	for i := range all {
		switch v := &all[i]; {
		case v.Agreed.Known() || v.Cast == 0 || c.portfolio().Account(v.Account) == nil:
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
		left = append(left, strconv.Itoa(alone)+" with one answer only")
	}
	if half > 0 {
		left = append(left, strconv.Itoa(half)+" between two levels")
	}
	words := ""
	if len(left) > 0 {
		words = "; " + strings.Join(left, ", ") + " left"
	}
	if len(agree) == 0 {
		return refuse("Nothing is left that nobody disputes: agree one by one" + words + ".")
	}
	out := change(agree)
	out.Say("agreed on the median of " + plural(len(agree), "question") + words + "; u takes it back")
	return out
}

// next is the question of another rating: the same one for the customer's people
// where they are here and were not asked.
func (p *ballotPage) next(c *ctx, b *model.Ballot) string {
	if f := newBallotForm(c, b.Instrument); f.theirs {
		return b.Instrument
	}
	return ""
}

// editWhy starts to type what the note says of the view that was rated; what it says
// of the other stays.
func editWhy(c *ctx, b *model.Ballot, v *model.Verdict) *fieldEdit {
	e := editField(c, edit.AccountRef(v.Account), string(v.Factor)+".note")
	if e == nil || c.session.hidden() {
		return e
	}
	was := model.Rating{Note: e.before}
	e.input = widget.NewField(was.Why(b.Verified))
	e.whole = func(part string) string { return was.NoteWith(b.Verified, part) }
	return e
}

// another shows the finished rating before or after.
func (p *ballotPage) another(c *ctx, b *model.Ballot, forward bool) Outcome {
	list := c.portfolio().Programme().Ballots
	if len(list) < 2 {
		return say("There is one blind rating so far; a begins another.")
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
	p.shown, p.at = list[(at+by)%len(list)].ID, 0
	return done()
}

// end takes a result off the table. In a workshop it belongs to what is written at
// the end, so it says so first.
func (p *ballotPage) end(c *ctx, b *model.Ballot) Outcome {
	if c.portfolio().Programme().Workshop != nil && p.sure != Delete {
		p.sure = Delete
		return refuse("X again throws these marks away; they would not be in the workshop's report.")
	}
	p.sure, p.at = NoIntent, 0
	out := change(edit.CloseBallot{ID: b.ID})
	if len(c.portfolio().Programme().Ballots) == 1 {
		out.Close()
	}
	out.Say("the blind rating is over; what was agreed stays")
	return out
}

// typeNote takes the note of why in place.
func (p *ballotPage) typeNote(c *ctx, in Intent) Outcome {
	switch in.Kind {
	case NextField, PrevField, Up, Down:
		return done() // one line by itself: only enter and esc leave it
	}
	out, closed := p.note.handle(c, in)
	if closed {
		p.note = nil
	}
	return out
}
