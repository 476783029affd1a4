package workshop

import (
	"slices"
	"strconv"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// turn takes the answers of whose turn it is.
func (p *BallotPage) turn(c *kit.Context, in keys.Intent, b *model.Ballot) kit.Outcome {
	pack := c.Portfolio().Programme().MethodPack()
	all := b.Questions(pack)
	per := max(1, len(all)/max(1, len(b.Accounts)))
	p.At = max(0, min(p.At, len(all)-1))
	to, ok := kit.MoveTo(in.Kind, p.At, len(all), 2*per)
	switch in.Kind {
	case keys.Right, keys.NextField:
		to, ok = min(len(all)-1, (p.At/per+1)*per), true
	case keys.Left, keys.PrevField:
		to, ok = max(0, (p.At/per-1)*per), true
	}
	if ok {
		p.At, p.sure = to, keys.NoIntent
		return kit.Done()
	}
	q := all[p.At]
	switch in.Kind {
	case keys.Rate, keys.SetUnknown:
		level := model.UnknownLevel
		if in.Kind == keys.Rate {
			level = model.LevelOf(in.N)
		}
		p.At, p.sure = min(p.At+1, len(all)-1), keys.NoIntent
		return kit.Change(edit.CastMark{Account: q.Account, Factor: q.Factor, Level: level})
	case keys.Accept:
		if left := b.Unanswered(pack); len(left) > 0 && p.sure != keys.Accept {
			p.sure, p.At = keys.Accept, slices.Index(all, left[0])
			return kit.Refuse(words.T("workshop.not-answered-enter-again-passes", len(left)))
		}
		p.sure, p.Handing, p.At = keys.NoIntent, b.Passed+1 < len(b.Raters), 0
		p.shown = b.ID
		return kit.Change(edit.PassBallot{})
	}
	p.sure = keys.NoIntent
	return kit.Done()
}

// drawTurn shows the questions about one account with the answers of whose turn it
// is, and nothing of anybody else. Where there is little room the question under the
// cursor keeps its levels, and the others give way.
func (p *BallotPage) drawTurn(c *kit.Context, cv widget.Canvas, b *model.Ballot) {
	all := b.Questions(c.Portfolio().Programme().MethodPack())
	p.At = max(0, min(p.At, len(all)-1))
	p.Body.Begin(cv.W())
	p.layTurn(c, b, all, 0)
	if high := len(p.Lines); high > cv.H() {
		p.Body.Begin(cv.W())
		p.layTurn(c, b, all, cv.H())
	}
	p.Page0(cv)
}

// layTurn lays a turn out; on high rows where that is not 0.
func (p *BallotPage) layTurn(c *kit.Context, b *model.Ballot, all []model.Question, high int) {
	pack, now := c.Portfolio().Programme().MethodPack(), all[p.At]
	in, f := pack.Factor(now.Factor)
	name := words.T("workshop.account-deleted")
	if a := c.Portfolio().Account(now.Account); a != nil {
		name = a.Name
	}
	if n := len(b.Accounts); n > 1 {
		name = words.T("workshop.name-of", name, slices.Index(b.Accounts, now.Account)+1, n)
	}
	p.Line(kit.Piece{X: 1, W: p.Width - 2, Text: turnOf(c, b) + ": " + name, Style: theme.Title, Free: true})
	per := max(1, len(all)/max(1, len(b.Accounts)))
	from := p.At / per * per
	rows := all[from : from+per]
	question := widget.Wrap(f.Question, max(1, p.Width-2))
	if high == 0 {
		p.Text(1, in.Question, theme.Quiet)
	} else {
		question = question[:max(1, min(len(question), high-2-len(f.Anchors)))]
		room := max(1, min(per, high-1-len(question)-len(f.Anchors)))
		first := max(0, min(p.At-from-room/2, per-room))
		rows = rows[first : first+room]
	}
	for _, q := range rows {
		sign, st := "  ", theme.Plain
		if q == now {
			sign, st = c.Glyphs.Cursor+" ", theme.Strong
		}
		_, asked := pack.Factor(q.Factor)
		p.Line(
			kit.Piece{X: 1, W: p.Width - 12, Text: sign + asked.Name, Style: st},
			kit.Piece{X: p.Width - 10, W: 8, Text: p.SaidWord(c, b, q), Style: theme.Accent, Align: widget.Right},
		)
	}
	if high == 0 {
		p.Blank()
	}
	for _, l := range question {
		p.Line(kit.Piece{X: 1, W: p.Width - 2, Text: l, Style: theme.Title, Free: true})
	}
	mark := b.Mark(now.Account, b.Rater(), now.Factor)
	for i, text := range f.Anchors {
		st := theme.Quiet
		if mark.Known() && mark.Int() == in.Min+i && !c.Projector.On && !p.fromBefore(b, now) {
			st = theme.Strong
		}
		if text = strconv.Itoa(in.Min+i) + "  " + text; high == 0 {
			p.Text(1, text, st)
		} else {
			p.Line(kit.Piece{X: 1, W: p.Width - 2, Text: text, Style: st, Free: true})
		}
	}
}

// SaidWord is the answer of whose turn it is; on a screen of the room only that there
// is one, and so of one that was given before the page was opened: after a crash
// nobody knows who sits at the keyboard.
func (p *BallotPage) SaidWord(c *kit.Context, b *model.Ballot, q model.Question) string {
	said := b.Said(q.Account, b.Rater(), q.Factor)
	if (c.Projector.On || p.fromBefore(b, q)) && said != model.UnknownLevel.String() {
		return c.Glyphs.Full
	}
	return said
}

// fromBefore reports whether the answer is one that stood there when the page was
// opened, and not changed since.
func (p *BallotPage) fromBefore(b *model.Ballot, q model.Question) bool {
	was := p.before
	if was == nil || was.ID != b.ID {
		return false
	}
	said := was.Said(q.Account, b.Rater(), q.Factor)
	return said != model.UnknownLevel.String() && said == b.Said(q.Account, b.Rater(), q.Factor)
}
