package ui

import (
	"slices"
	"strconv"

	"accord/model"
	"accord/model/edit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// turn takes the answers of whose turn it is.
func (p *ballotPage) turn(c *ctx, in Intent, b *model.Ballot) Outcome {
	pack := c.portfolio().Programme().MethodPack()
	all := b.Questions(pack)
	per := max(1, len(all)/max(1, len(b.Accounts)))
	p.at = max(0, min(p.at, len(all)-1))
	to, ok := moveTo(in.Kind, p.at, len(all), 2*per)
	switch in.Kind {
	case Right, NextField:
		to, ok = min(len(all)-1, (p.at/per+1)*per), true
	case Left, PrevField:
		to, ok = max(0, (p.at/per-1)*per), true
	}
	if ok {
		p.at, p.sure = to, NoIntent
		return done()
	}
	q := all[p.at]
	switch in.Kind {
	case Rate, SetUnknown:
		level := model.UnknownLevel
		if in.Kind == Rate {
			level = model.LevelOf(in.N)
		}
		p.at, p.sure = min(p.at+1, len(all)-1), NoIntent
		return change(edit.CastMark{Account: q.Account, Factor: q.Factor, Level: level})
	case Accept:
		if left := b.Unanswered(pack); len(left) > 0 && p.sure != Accept {
			p.sure, p.at = Accept, slices.Index(all, left[0])
			return refuse(strconv.Itoa(len(left)) + " not answered: enter again passes, they count as abstentions.")
		}
		p.sure, p.handing, p.at = NoIntent, b.Passed+1 < len(b.Raters), 0
		p.shown = b.ID
		return change(edit.PassBallot{})
	}
	p.sure = NoIntent
	return done()
}

// drawTurn shows the questions about one account with the answers of whose turn it
// is, and nothing of anybody else. Where there is little room the question under the
// cursor keeps its levels, and the others give way.
func (p *ballotPage) drawTurn(c *ctx, cv widget.Canvas, b *model.Ballot) {
	all := b.Questions(c.portfolio().Programme().MethodPack())
	p.at = max(0, min(p.at, len(all)-1))
	p.page.begin(cv.W())
	p.layTurn(c, b, all, 0)
	if high := len(p.lines); high > cv.H() {
		p.page.begin(cv.W())
		p.layTurn(c, b, all, cv.H())
	}
	p.page0(cv)
}

// layTurn lays a turn out; on high rows where that is not 0.
func (p *ballotPage) layTurn(c *ctx, b *model.Ballot, all []model.Question, high int) {
	pack, now := c.portfolio().Programme().MethodPack(), all[p.at]
	in, f := pack.Factor(now.Factor)
	name := "an account that was deleted"
	if a := c.portfolio().Account(now.Account); a != nil {
		name = a.Name
	}
	if n := len(b.Accounts); n > 1 {
		name += "  " + strconv.Itoa(slices.Index(b.Accounts, now.Account)+1) + " of " + strconv.Itoa(n)
	}
	p.line(piece{x: 1, w: p.width - 2, text: turnOf(c, b) + ": " + name, style: theme.Title, free: true})
	per := max(1, len(all)/max(1, len(b.Accounts)))
	from := p.at / per * per
	rows := all[from : from+per]
	question := widget.Wrap(f.Question, max(1, p.width-2))
	if high == 0 {
		p.text(1, in.Question, theme.Quiet)
	} else {
		question = question[:max(1, min(len(question), high-2-len(f.Anchors)))]
		room := max(1, min(per, high-1-len(question)-len(f.Anchors)))
		first := max(0, min(p.at-from-room/2, per-room))
		rows = rows[first : first+room]
	}
	for _, q := range rows {
		sign, st := "  ", theme.Plain
		if q == now {
			sign, st = c.glyphs.Cursor+" ", theme.Strong
		}
		_, asked := pack.Factor(q.Factor)
		p.line(piece{x: 1, w: p.width - 12, text: sign + asked.Name, style: st}, piece{x: p.width - 10, w: 8, text: p.saidWord(c, b, q), style: theme.Accent, align: widget.Right})
	}
	if high == 0 {
		p.blank()
	}
	for _, l := range question {
		p.line(piece{x: 1, w: p.width - 2, text: l, style: theme.Title, free: true})
	}
	mark := b.Mark(now.Account, b.Rater(), now.Factor)
	for i, text := range f.Anchors {
		st := theme.Quiet
		if mark.Known() && mark.Int() == in.Min+i && !c.projector.on && !p.fromBefore(b, now) {
			st = theme.Strong
		}
		if text = strconv.Itoa(in.Min+i) + "  " + text; high == 0 {
			p.text(1, text, st)
		} else {
			p.line(piece{x: 1, w: p.width - 2, text: text, style: st, free: true})
		}
	}
}

// saidWord is the answer of whose turn it is; on a screen of the room only that there
// is one, and so of one that was given before the page was opened: after a crash
// nobody knows who sits at the keyboard.
func (p *ballotPage) saidWord(c *ctx, b *model.Ballot, q model.Question) string {
	said := b.Said(q.Account, b.Rater(), q.Factor)
	if (c.projector.on || p.fromBefore(b, q)) && said != model.UnknownLevel.String() {
		return c.glyphs.Full
	}
	return said
}

// fromBefore reports whether the answer is one that stood there when the page was
// opened, and not changed since.
func (p *ballotPage) fromBefore(b *model.Ballot, q model.Question) bool {
	was := p.before
	if was == nil || was.ID != b.ID {
		return false
	}
	said := was.Said(q.Account, b.Rater(), q.Factor)
	return said != model.UnknownLevel.String() && said == b.Said(q.Account, b.Rater(), q.Factor)
}
