package ui

import (
	"strconv"

	"accord/model"
	"accord/ui/theme"
	"accord/ui/widget"
)

// What came of a blind rating: every mark, the most disputed question first, both
// sides where both answered, and what is agreed.

// quiet is the largest spread that needs no talk: one key agrees on all of those.
const quietSpread = 1

// decide takes a level over for the question under the cursor.
func (p *ballotPage) decide(c *ctx, in Intent) Outcome {
	b := p.result(c)
	all := b.Verdicts(c.portfolio().Programme().MethodPack())
	if to, ok := moveTo(in.Kind, p.at, len(all), max(2, p.rows)); ok {
		p.at = to
		return done()
	}
	switch in.Kind {
	case Cancel:
		return closing()
	case Add:
		p.asking, p.asked = true, newBallotForm(c)
		return done()
	case Left, Right, NextField, PrevField:
		return p.another(c, in.Kind == Right || in.Kind == NextField)
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
		return change(model.Agree{Ballot: b.ID, Account: v.Account, Factor: v.Factor, Level: l})
	}
	switch in.Kind {
	case Rate:
		return agree(model.LevelOf(in.N))
	case AcceptSuggestion:
		if !v.Level.Known() {
			return refuse("Nobody answered this: it stays unknown.")
		}
		return agree(v.Level)
	case EditNote:
		switch {
		case c.session.hidden():
			return refuse("What is noted of why is hidden now and can not be edited. Turn anonymous off with f6 first.")
		case c.modest():
			return refuse(oursWords)
		case c.portfolio().Account(v.Account) != nil:
			p.note = editField(c, model.AccountRef(v.Account), string(v.Factor)+".note")
		}
		return done()
	case SetUnknown, PlayTurn:
		return done()
	}
	return Outcome{}
}

// agreeQuiet agrees on the median wherever nobody disputes it and nothing is agreed.
func agreeQuiet(c *ctx, b *model.Ballot, all []model.Verdict) Outcome {
	out := Outcome{Done: true}
	for i := range all {
		if v := &all[i]; v.Level.Known() && v.Spread <= quietSpread && !v.Agreed.Known() && c.portfolio().Account(v.Account) != nil {
			out.Changes = append(out.Changes, model.Agree{Ballot: b.ID, Account: v.Account, Factor: v.Factor, Level: v.Level})
		}
	}
	if len(out.Changes) == 0 {
		return refuse("Nothing is left that nobody disputes: agree one by one.")
	}
	out.Say = "agreed on the median of " + plural(len(out.Changes), "question") + " that nobody disputes; u takes it back"
	return out
}

// another shows the finished rating before or after.
func (p *ballotPage) another(c *ctx, forward bool) Outcome {
	list := c.portfolio().Programme().Ballots
	if len(list) < 2 {
		return say("There is one blind rating so far; a begins another.")
	}
	at, by := 0, 1
	if !forward {
		by = len(list) - 1
	}
	for i := range list {
		if list[i].ID == p.result(c).ID {
			at = i
		}
	}
	p.shown, p.at = list[(at+by)%len(list)].ID, 0
	return done()
}

// end takes a result off the table. In a workshop it belongs to what is written at
// the end, so it says so first.
func (p *ballotPage) end(c *ctx, b *model.Ballot) Outcome {
	if c.portfolio().Programme().Workshop != nil && !p.sure {
		p.sure = true
		return refuse("X again throws these marks away; they would not be in the workshop's report.")
	}
	p.sure, p.at = false, 0
	out := change(model.CloseBallot{ID: b.ID})
	out.Close = len(c.portfolio().Programme().Ballots) == 1
	out.Say = "the blind rating is over; what was agreed stays"
	return out
}

// typeNote takes the note of why in place.
func (p *ballotPage) typeNote(c *ctx, in Intent) Outcome {
	out, closed := p.note.handle(c, in)
	if closed {
		p.note = nil
	}
	return out
}

// detailLines is how much of the window the question under the cursor has.
const detailLines = 7

func (p *ballotPage) drawResult(c *ctx, cv widget.Canvas, b *model.Ballot) {
	g := c.portfolio().Programme()
	all := b.Verdicts(g.MethodPack())
	body := hint(cv, "= the median · 0-5 another level · A all undisputed · e why · a another rating · esc back")
	if len(all) == 0 {
		body.TextIn(1, 0, body.W()-2, "The method pack does not ask this any more; X ends the rating.", theme.Warn, widget.Left)
		return
	}
	p.at = max(0, min(p.at, len(all)-1))
	head, rest := body.Rect().SplitTop(1)
	body.Sub(head).TextAuto(1, 0, head.W-2, p.about(c, b)+agreedWords(all), theme.Title, widget.Left)
	foot, list := rest.SplitBottom(min(detailLines, rest.H/2))
	p.rows = list.H
	both := g.Perceptions()
	by := c.spread(len(all), list.H)
	for y, i := 0, max(0, min(p.at-list.H/2, len(all)-(list.H+by-1)/by)); y < list.H && i < len(all); y, i = y+by, i+1 {
		p.drawVerdict(c, body.Sub(widget.Rect{Y: list.Y + y, W: list.W, H: 1}), b, &all[i], both[all[i].Question], i == p.at)
	}
	p.drawDetail(c, body.Sub(foot), b, &all[p.at], both[all[p.at].Question])
}

func agreedWords(all []model.Verdict) string {
	n := 0
	for i := range all {
		if all[i].Agreed.Known() {
			n++
		}
	}
	return " · " + strconv.Itoa(n) + " of " + strconv.Itoa(len(all)) + " agreed"
}

// drawVerdict is one question on one line.
func (p *ballotPage) drawVerdict(c *ctx, cv widget.Canvas, b *model.Ballot, v *model.Verdict, both model.Perception, at bool) {
	st := theme.Plain
	if at {
		cv.Mark(cv.Rect(), theme.FocusMark)
		cv.Text(0, 0, c.glyphs.Cursor, theme.Accent)
		st = theme.Strong
	}
	_, f := c.portfolio().Programme().MethodPack().Factor(v.Factor)
	name := f.Name
	if a := c.portfolio().Account(v.Account); a != nil && len(b.Accounts) > 1 {
		name += ", " + a.Name
	}
	right := cv.W() - 1
	put := func(w int, text string, st theme.Style) {
		right -= w
		cv.TextIn(right, 0, w, text, st, widget.Right)
	}
	if v.Agreed.Known() {
		put(10, "agreed "+v.Agreed.String(), theme.Good)
	} else {
		put(10, "", theme.Plain)
	}
	if cv.W() >= 80 {
		put(10, "stands "+p.standing(c, b, v).String(), theme.Quiet)
	}
	if gap := both.Gap(); gap.Known && cv.W() >= 100 {
		put(10, "gap "+model.Print2(gap), theme.Warn)
	} else if cv.W() >= 100 {
		put(10, "", theme.Plain)
	}
	if v.Cast == 0 {
		put(25, "nobody knows", theme.Quiet)
	} else {
		put(10, "spread "+strconv.Itoa(v.Spread), theme.Accent)
		put(15, "median "+model.Print2(v.Median), theme.Accent)
	}
	cv.TextAuto(2, 0, right-3, name, st, widget.Left)
}

// standing is what the account says now.
func (p *ballotPage) standing(c *ctx, b *model.Ballot, v *model.Verdict) model.Level {
	a := c.portfolio().Account(v.Account)
	switch {
	case a == nil:
		return model.UnknownLevel
	case b.Verified:
		return a.Ratings[v.Factor].Verified
	}
	return a.Ratings[v.Factor].Ours
}

// drawDetail tells the question under the cursor: who said what, what their levels
// mean, how both sides see it, the note of why, and what it does to the account.
func (p *ballotPage) drawDetail(c *ctx, cv widget.Canvas, b *model.Ballot, v *model.Verdict, both model.Perception) {
	for x := range cv.W() {
		cv.Text(x, 0, cv.Glyphs().Dash, theme.Border)
	}
	in, f := c.portfolio().Programme().MethodPack().Factor(v.Factor)
	y := 1
	put := func(text string, st theme.Style) {
		if text != "" && y < cv.H() {
			cv.TextAuto(1, y, cv.W()-2, text, st, widget.Left)
			y++
		}
	}
	put(marksWords(b, v), theme.Strong)
	a := c.portfolio().Account(v.Account)
	switch {
	case p.note != nil:
		n := cv.Text(1, y, "why: ", theme.Quiet)
		p.note.draw(cv, 1+n, y, cv.W()-n-3)
		y++
	case c.modest(): // what is noted of why is ours
	case a != nil && a.Ratings[v.Factor].Note != "":
		put("why: "+oneLine(a.Ratings[v.Factor].Note), theme.Plain)
	default:
		put("e notes why", theme.Ghost)
	}
	if gap := both.Gap(); gap.Known {
		put("our people "+model.Print2(both.Ours)+", the customer's "+model.Print2(both.Theirs)+": perception gap "+model.Print2(gap), theme.Warn)
	}
	if l := c.scores().Local(v.Account); l != nil {
		put("S "+model.Print2(l.Strategic)+" · importance "+model.Print(l.Importance.Score)+" · position "+model.Print(l.Position.Score)+" · "+quadrantName(c.scores().Quadrant(v.Account)), theme.Plain)
	} else {
		put("The account was deleted; X ends the rating.", theme.Warn)
	}
	if v.Spread > 0 {
		put(v.High.String()+"  "+in.Anchor(f, v.High), theme.Quiet)
		put(v.Low.String()+"  "+in.Anchor(f, v.Low), theme.Quiet)
	} else {
		put(f.Question, theme.Quiet)
	}
}
