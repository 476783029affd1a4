package workshop

import (
	"strings"

	"accord/model"
	"accord/model/score"
	"accord/model/words"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// detailLines is how much of the window the question under the cursor has.
const detailLines = 7

func (p *BallotPage) drawResult(c *kit.Context, cv widget.Canvas, b *model.Ballot) {
	g := c.Portfolio().Programme()
	all := b.Verdicts(g.MethodPack())
	body := kit.Hint(cv, words.T("workshop.median-0-5-another-level"))
	if len(all) == 0 {
		body.TextIn(1, 0, body.W()-2, words.T("workshop.method-pack-does-not-ask-this-any"), theme.Warn, widget.Left)
		return
	}
	p.At = max(0, min(p.At, len(all)-1))
	head, rest := body.Rect().SplitTop(1)
	body.Sub(head).TextAuto(1, 0, head.W-2, p.about(c, b)+" · "+agreedWords(all), theme.Title, widget.Left)
	foot, list := rest.SplitBottom(min(detailLines, rest.H/2))
	p.rows = list.H
	both := g.Perceptions()
	by := c.Spread(len(all), list.H)
	for y, i := 0, max(0, min(p.At-list.H/2, len(all)-(list.H+by-1)/by)); y < list.H && i < len(all); y, i = y+by, i+1 {
		p.drawVerdict(c, body.Sub(widget.Rect{Y: list.Y + y, W: list.W, H: 1}), b, &all[i], both[all[i].Question], i == p.At)
	}
	p.drawDetail(c, body.Sub(foot), b, &all[p.At], both[all[p.At].Question])
}

func agreedWords(all []model.Verdict) string {
	n := 0
	for i := range all {
		if all[i].Agreed.Known() {
			n++
		}
	}
	return words.T("workshop.of-agreed", n, len(all))
}

// standsFrom is the width from which a line has room for what stands.
const standsFrom = 68

// drawVerdict is one question on one line.
func (p *BallotPage) drawVerdict(
	c *kit.Context,
	cv widget.Canvas,
	b *model.Ballot,
	v *model.Verdict,
	both model.Perception,
	at bool,
) {
	st := theme.Plain
	if at {
		cv.Mark(cv.Rect(), theme.FocusMark)
		cv.Text(0, 0, c.Glyphs.Cursor, theme.Accent)
		st = theme.Strong
	}
	_, f := c.Portfolio().Programme().MethodPack().Factor(v.Factor)
	name := f.Name
	if a := c.Portfolio().Account(v.Account); a != nil && len(b.Accounts) > 1 {
		name += ", " + a.Name
	}
	right := cv.W() - 1
	put := func(w int, text string, st theme.Style) {
		right -= w
		cv.TextIn(right+1, 0, w-1, text, st, widget.Right) // a cut one does not touch its neighbour
	}
	if v.Agreed.Known() {
		put(10, words.T("workshop.agreed", v.Agreed.String()), theme.Good)
	} else {
		put(10, "", theme.Plain)
	}
	if cv.W() >= standsFrom {
		put(10, words.T("workshop.stands", p.standing(c, b, v).String()), theme.Quiet)
	}
	if gap := both.Gap(); gap.Known && cv.W() >= 100 {
		put(10, words.T("workshop.gap", score.Median(gap)), theme.Warn)
	} else if cv.W() >= 100 {
		put(10, "", theme.Plain)
	}
	switch v.Cast {
	case 0:
		put(25, words.T("workshop.nobody-knows"), theme.Quiet)
	case 1: // no median: it would be one opinion
		put(25, words.T("workshop.only", v.Low.String(), answeredWords(b, v)), theme.Quiet)
	default:
		put(10, words.T("workshop.spread", v.Spread), theme.Accent)
		put(15, words.T("workshop.median", score.Median(v.Median)), theme.Accent)
	}
	cv.TextAuto(2, 0, right-3, name, st, widget.Left)
}

// standing is what the account says now.
func (p *BallotPage) standing(c *kit.Context, b *model.Ballot, v *model.Verdict) model.Level {
	a := c.Portfolio().Account(v.Account)
	switch {
	case a == nil:
		return model.UnknownLevel
	case b.Verified:
		return a.Ratings[v.Factor].Verified
	}
	return a.Ratings[v.Factor].Ours
}

// marksWords are all marks with who gave them.
func marksWords(b *model.Ballot, v *model.Verdict) string {
	var marks []string
	for _, r := range b.Raters {
		marks = append(marks, r+" "+b.Said(v.Account, r, v.Factor))
	}
	return strings.Join(marks, "  ")
}

// drawDetail tells the question under the cursor: who said what, what it does to the
// account, the note of why, how both sides see it, what their levels mean.
func (p *BallotPage) drawDetail(c *kit.Context, cv widget.Canvas, b *model.Ballot, v *model.Verdict, both model.Perception) {
	for x := range cv.W() {
		cv.Text(x, 0, cv.Glyphs().Dash, theme.Border)
	}
	in, f := c.Portfolio().Programme().MethodPack().Factor(v.Factor)
	y := 1
	put := func(text string, st theme.Style) {
		if text != "" && y < cv.H() {
			cv.TextAuto(1, y, cv.W()-2, text, st, widget.Left)
			y++
		}
	}
	said := marksWords(b, v)
	if cv.W() < standsFrom {
		said = words.T("workshop.stands-2", p.standing(c, b, v).String()) + " " + c.Glyphs.Sep + " " + said
	}
	if v.Cast > 0 && v.Cast < len(b.Raters) {
		said += " " + c.Glyphs.Sep + " " + answeredWords(b, v)
	}
	put(said, theme.Strong)
	a := c.Portfolio().Account(v.Account)
	if a == nil {
		put(words.T("workshop.account-deleted-x-ends-rating"), theme.Warn)
	} else {
		put(accountMoved(c, a), theme.Plain)
	}
	why := ""
	if a != nil {
		r := a.Ratings[v.Factor]
		why = kit.OneLine(r.Why(b.Verified))
	}
	switch {
	case p.Note != nil:
		n := cv.Text(1, y, "why: ", theme.Quiet)
		p.Note.Draw(cv, 1+n, y, cv.W()-n-3)
		y++
	case c.Modest(): // what is noted of why is ours
	case why != "":
		put(words.T("workshop.why", why), theme.Plain)
	default:
		put(words.T("workshop.e-notes-why"), theme.Ghost)
	}
	if gap := both.Gap(); gap.Known {
		put(words.T("workshop.our-people-customers-perception-gap", score.Median(both.Ours), score.Median(both.Theirs), score.Median(gap)), theme.Warn)
	}
	if v.Spread > 0 {
		put(v.High.String()+"  "+in.Anchor(f, v.High), theme.Quiet)
		put(v.Low.String()+"  "+in.Anchor(f, v.Low), theme.Quiet)
	} else {
		put(f.Question, theme.Quiet)
	}
}

func answeredWords(b *model.Ballot, v *model.Verdict) string {
	return words.T("workshop.of-answered", v.Cast, len(b.Raters))
}

// accountMoved is where an account stands, and where it stood when the workshop, or
// the sitting, began: every level agreed moves it.
func accountMoved(c *kit.Context, a *model.Account) string {
	l := c.Scores().Local(a.ID)
	if l == nil {
		return a.Name
	}
	strategic, quadrant := score.Print(l.Strategic), kit.Place(c.Scores(), a.ID)
	if was := c.Began.Local(a.ID); was != nil {
		strategic = fromTo(c, score.Print(was.Strategic), strategic)
		quadrant = fromTo(c, kit.Place(c.Began, a.ID), quadrant)
	}
	sep := " " + c.Glyphs.Sep + " "
	return words.T(
		"workshop.s-importance-position",
		a.Name,
		sep,
		strategic,
		quadrant,
		score.Print(l.Importance.Score),
		score.Print(l.Position.Score),
	)
}

func fromTo(c *kit.Context, was, is string) string {
	if was == is {
		return is
	}
	return was + " " + c.Glyphs.Gives + " " + is
}
