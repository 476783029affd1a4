package ui

import (
	"strconv"
	"strings"

	"accord/model"
	"accord/ui/theme"
	"accord/ui/widget"
)

// ballotPage takes a blind rating through: who rates is asked, then the raters
// answer in turn on the same keyboard, then all see what came of it. Until the last
// has passed nothing on the screen tells a mark of another, nor what stood before.
type ballotPage struct {
	page
	at      int
	handing bool // between two raters: nothing is shown
}

func newBallot(c *ctx) *ballotPage {
	b := c.portfolio().Programme().Ballot
	return &ballotPage{handing: b != nil && b.Open()}
}

func ballotOf(c *ctx) *model.Ballot { return c.portfolio().Programme().Ballot }

func (p *ballotPage) scopes(c *ctx) []scope {
	b := ballotOf(c)
	if b != nil && (!b.Open() || !p.handing) {
		return []scope{scopeBallot, scopeMove}
	}
	return []scope{scopePage, scopeMove}
}

func (p *ballotPage) title(c *ctx) string {
	b := ballotOf(c)
	switch {
	case b == nil:
		return "Blind rating"
	case !b.Open():
		return "Blind rating: the result"
	}
	return "Blind rating: " + strconv.Itoa(b.Passed+1) + " of " + strconv.Itoa(len(b.Raters))
}

// place is all of the screen: what stands below may tell the standing value.
func (p *ballotPage) place(_ *ctx, screen widget.Rect) widget.Rect {
	return widget.Rect{X: screen.X, Y: screen.Y, W: screen.W, H: screen.H}
}

func (p *ballotPage) factors(c *ctx) []model.FactorKey {
	b := ballotOf(c)
	if b == nil {
		return nil
	}
	pack := c.portfolio().Programme().MethodPack()
	var out []model.FactorKey
	if !b.Open() {
		for _, v := range b.Verdicts(pack) {
			out = append(out, v.Factor)
		}
		return out
	}
	if in := pack.Instrument(b.Instrument); in != nil {
		for i := range in.Factors {
			out = append(out, in.Factors[i].Full())
		}
	}
	return out
}

func (p *ballotPage) handle(c *ctx, in Intent) Outcome {
	b := ballotOf(c)
	switch {
	case in.Kind == Undo || in.Kind == Redo:
		if b != nil && b.Open() {
			return refuse("Nothing is taken back while others rate: change your answer instead.")
		}
		return Outcome{}
	case in.Kind == Help || in.Kind == Explain:
		return done() // they would show what stands below
	case b == nil:
		return p.begin(c, in)
	case len(p.factors(c)) == 0 && in.Kind != Cancel:
		out := change(model.CloseBallot{})
		out.Say = "the method pack does not ask this any more: the blind rating is over"
		return out
	case in.Kind == Cancel:
		out := closing()
		if b.Open() {
			out.Say = "the blind rating waits: g w goes on with " + b.Rater()
		}
		return out
	case p.handing:
		if in.Kind == Accept {
			p.handing, p.at = false, 0
		}
		return done()
	}
	factors := p.factors(c)
	if to, ok := moveTo(in.Kind, p.at, len(factors), 6); ok {
		p.at = to
		return done()
	}
	if !b.Open() {
		return p.decide(c, in, factors)
	}
	switch in.Kind {
	case Rate:
		out := change(model.CastMark{Factor: factors[p.at], Level: model.LevelOf(in.N)})
		p.at = min(p.at+1, len(factors)-1)
		return out
	case SetUnknown:
		out := change(model.CastMark{Factor: factors[p.at], Level: model.UnknownLevel})
		p.at = min(p.at+1, len(factors)-1)
		return out
	case Accept:
		p.handing, p.at = b.Passed+1 < len(b.Raters), 0
		return change(model.PassBallot{})
	}
	return done()
}

// begin asks for the raters of the instrument that the plan is at.
func (p *ballotPage) begin(c *ctx, in Intent) Outcome {
	switch in.Kind {
	case Cancel:
		return closing()
	case Accept:
		if c.current() == nil {
			return refuse("There is no account to rate yet.")
		}
		return open(newPrompt(askRaters, "", ""))
	case BeginBallot:
		instrument, verified := "importance", false
		who, about, cut := strings.Cut(in.Text, ":")
		if cut {
			about = strings.ToLower(strings.TrimSpace(about))
			verified = strings.HasSuffix(about, " theirs")
			if word := strings.TrimSpace(strings.TrimSuffix(about, " theirs")); word != "" {
				instrument = word
			}
		}
		raters, err := model.ParseRaters(who)
		if err != nil {
			return refuse(sentence(err))
		}
		ch := model.OpenBallot{Account: c.account, Instrument: instrument, Verified: verified, Raters: raters}
		if _, err := c.session.Try(ch); err != nil {
			return refuse(sentence(err))
		}
		p.handing = true
		return change(ch)
	}
	return done()
}

// decide takes a level over for the question under the cursor, or ends the rating.
func (p *ballotPage) decide(c *ctx, in Intent, factors []model.FactorKey) Outcome {
	switch in.Kind {
	case Rate:
		return change(model.Agree{Factor: factors[p.at], Level: model.LevelOf(in.N)})
	case AcceptSuggestion:
		v := ballotOf(c).Verdicts(c.portfolio().Programme().MethodPack())[p.at]
		if !v.Agreed.Known() {
			return refuse("Nobody answered this: it stays unknown.")
		}
		return change(model.Agree{Factor: v.Factor, Level: v.Agreed})
	case Delete:
		out := change(model.CloseBallot{})
		out.Close = true
		out.Say = "the blind rating is over; what was agreed stays"
		return out
	}
	return done()
}

func (p *ballotPage) draw(c *ctx, cv widget.Canvas, _ bool) {
	b := ballotOf(c)
	switch {
	case b == nil:
		body := hint(cv, "enter: who rates · esc back")
		p.page.begin(body.W())
		p.head("Everybody answers alone, nobody sees the others'")
		p.text(1, "Press enter and type the initials of who rates, such as AL, BK, CM. They rate importance; AL, BK: position rates our position, and AL, BK: position theirs is the customer's own answer.", theme.Plain)
		p.text(1, "Then pass the keyboard round. When the last has passed, every mark is shown, the most disputed question first: talk, and agree on a level.", theme.Plain)
		p.page.draw(body)
	case len(p.factors(c)) == 0:
		cv.TextIn(1, 0, cv.W()-2, "The method pack does not ask this any more; enter ends the rating.", theme.Warn, widget.Left)
	case p.handing:
		body := hint(cv, "enter when it is you · esc leaves it for later, nothing is lost")
		p.page.begin(body.W())
		p.head("Pass the keyboard to " + b.Rater())
		p.text(1, strconv.Itoa(b.Passed)+" of "+strconv.Itoa(len(b.Raters))+" have answered.", theme.Quiet)
		p.page.draw(body)
	case b.Open():
		p.drawTurn(c, hint(cv, "0-5 your answer · x you do not know · enter passes on"), b)
	default:
		p.drawResult(c, hint(cv, "= agree on the median · 0-5 agree on another · X ends the rating · esc leaves it open"), b)
	}
}

// drawTurn shows the questions with the answers of whose turn it is, and nothing
// of anybody else.
func (p *ballotPage) drawTurn(c *ctx, cv widget.Canvas, b *model.Ballot) {
	pack, factors := c.portfolio().Programme().MethodPack(), p.factors(c)
	p.at = max(0, min(p.at, len(factors)-1))
	p.page.begin(cv.W())
	p.head(b.Rater() + ": " + pack.Instrument(b.Instrument).Question)
	for i, key := range factors {
		_, f := pack.Factor(key)
		sign, st := "  ", theme.Plain
		if i == p.at {
			sign, st = c.glyphs.Cursor+" ", theme.Strong
		}
		p.line(piece{x: 1, w: cv.W() - 12, text: sign + f.Name, style: st}, piece{x: cv.W() - 10, w: 8, text: b.Mark(b.Rater(), key).String(), style: theme.Accent, align: widget.Right})
	}
	in, f := pack.Factor(factors[p.at])
	p.blank()
	p.text(1, f.Question, theme.Title)
	for i, text := range f.Anchors {
		st := theme.Quiet
		if l := b.Mark(b.Rater(), factors[p.at]); l.Known() && l.Int() == in.Min+i {
			st = theme.Strong
		}
		p.text(1, strconv.Itoa(in.Min+i)+"  "+text, st)
	}
	p.page.draw(cv)
}

// drawResult shows every mark, the most disputed question first.
func (p *ballotPage) drawResult(c *ctx, cv widget.Canvas, b *model.Ballot) {
	g := c.portfolio().Programme()
	a := c.portfolio().Account(b.Account)
	p.page.begin(cv.W())
	if a == nil {
		p.text(1, "The account was deleted; X ends the rating.", theme.Warn)
		p.page.draw(cv)
		return
	}
	verdicts := b.Verdicts(g.MethodPack())
	p.at = max(0, min(p.at, len(verdicts)-1))
	p.head(a.Name + ": " + g.MethodPack().Instrument(b.Instrument).Name)
	for i, v := range verdicts {
		_, f := g.MethodPack().Factor(v.Factor)
		sign, st := "  ", theme.Plain
		if i == p.at {
			sign, st = c.glyphs.Cursor+" ", theme.Strong
		}
		standing := a.Ratings[v.Factor].Ours
		if b.Verified {
			standing = a.Ratings[v.Factor].Verified
		}
		words := "median " + model.Print2(v.Median) + ", spread " + strconv.Itoa(v.Spread)
		if v.Cast == 0 {
			words = "nobody knows"
		}
		p.line(piece{x: 1, w: cv.W() - 46, text: sign + f.Name, style: st}, piece{x: cv.W() - 44, w: 26, text: words, style: theme.Accent}, piece{x: cv.W() - 17, w: 15, text: "stands " + standing.String(), style: theme.Quiet, align: widget.Right})
		var marks []string
		for k, r := range b.Raters {
			marks = append(marks, r+" "+v.Marks[k].String())
		}
		p.text(5, strings.Join(marks, "  "), theme.Quiet)
	}
	l := c.scores().Local(a.ID)
	p.blank()
	p.text(1, "S "+model.Print2(l.Strategic)+" · importance "+model.Print(l.Importance.Score)+" · position "+model.Print(l.Position.Score)+" · "+quadrantName(c.scores().Quadrant(a.ID)), theme.Strong)
	p.page.draw(cv)
}
