package ui

import (
	"cmp"
	"slices"
	"strconv"

	"accord/model"
	"accord/model/edit"
	"accord/model/score"
	"accord/ui/theme"
	"accord/ui/widget"
)

// sorting walks account after account and asks for its tier, with what the numbers
// say beside. Every answer is an edit like any other, so that stopping anywhere
// loses nothing; starting again goes on with those that are undecided.
type sorting struct {
	page
	queue []model.AccountID
	began map[model.AccountID]model.Tier // tiers when the sorting began
	at    int                            // len(queue) is the result
}

func newSorting(c *ctx) *sorting {
	s := &sorting{began: map[model.AccountID]model.Tier{}}
	for _, i := range c.scores().ByStrategic {
		if a := c.portfolio().At(int(i)); !a.Archived {
			s.queue = append(s.queue, a.ID)
			s.began[a.ID] = a.Tier
		}
	}
	slices.SortStableFunc(s.queue, func(a, b model.AccountID) int { return cmp.Compare(s.decided(a), s.decided(b)) })
	return s
}

func (s *sorting) decided(id model.AccountID) int {
	if s.began[id] == model.Candidate {
		return 0
	}
	return 1
}

func (s *sorting) scopes(*ctx) []scope { return []scope{scopeSorting, scopeMove} }

func (s *sorting) title(*ctx) string {
	if s.at >= len(s.queue) {
		return "Sorting: the result"
	}
	return "Sorting: " + strconv.Itoa(s.at+1) + " of " + strconv.Itoa(len(s.queue))
}

func (s *sorting) place(_ *ctx, screen widget.Rect) widget.Rect {
	return screen.Center(min(110, screen.W), screen.H)
}

// sortTiers are the tiers by the digit that chooses them.
var sortTiers = [...]model.Tier{model.Candidate, model.Strategic, model.Key, model.Maintain, model.Neglected}

func (s *sorting) handle(c *ctx, in Intent) Outcome {
	switch in.Kind {
	case Cancel:
		if s.at < len(s.queue) {
			s.at = len(s.queue) // what came of it first
			return done()
		}
		return closing()
	case Right, NextField:
		s.at = min(len(s.queue), s.at+1)
		return done()
	case Left, PrevField:
		s.at = max(0, s.at-1)
		return done()
	case Undo:
		s.at = max(0, s.at-1) // back to whose answer is taken back
		return Outcome{}
	}
	if s.at >= len(s.queue) {
		if s.scroll(in.Kind) || in.Kind == Rate {
			return done()
		}
		return Outcome{}
	}
	switch in.Kind {
	case First:
		s.at = 0
		return done()
	case Last:
		s.at = len(s.queue) - 1
		return done()
	case PageUp:
		s.at = max(0, s.at-sortPage)
		return done()
	case PageDown:
		s.at = min(len(s.queue)-1, s.at+sortPage)
		return done()
	case Up, Down:
		s.scroll(in.Kind) // what is said of the account may be longer than the screen
		return done()
	}
	id := s.queue[s.at]
	switch in.Kind {
	case Rate:
		if in.N >= len(sortTiers) {
			return done()
		}
		s.at++
		tier := sortTiers[in.N]
		out := change(edit.SetField{Ref: edit.AccountRef(id), Key: "tier", Value: tier.String()})
		out.Say(c.portfolio().Account(id).Name + ": " + tier.String() + " (u takes it back)")
		return out
	case Accept:
		out := closing()
		out.Show(id)
		out.Focus(panePlan)
		return out
	case Explain:
		return open(newExplain(id, "strategic"))
	}
	return Outcome{}
}

// sortPage is how many accounts the page keys pass over.
const sortPage = 10

func (s *sorting) draw(c *ctx, cv widget.Canvas, _ bool) {
	if s.at >= len(s.queue) {
		body := hint(cv, "← goes back through them · esc closes")
		s.begin(body.W())
		s.result(c)
		s.page.draw(body)
		return
	}
	body := hint(cv, "1 strategic  2 key  3 maintain  4 consciously neglect  0 undecided · ← → without an answer · esc the result")
	s.begin(body.W())
	s.about(c, c.portfolio().Account(s.queue[s.at]))
	s.page.draw(body)
}

// about is what the numbers say of an account, and what would go with it.
func (s *sorting) about(c *ctx, a *model.Account) {
	if a == nil {
		s.text(1, "This account was deleted.", theme.Quiet)
		return
	}
	sc, l, t := c.scores(), c.scores().Local(a.ID), c.scores().Standing(a.ID)
	s.head(a.Name)
	s.text(1, "now "+a.Tier.String()+" · "+s.tally(c), theme.Quiet)
	q := sc.Quadrant(a.ID)
	words := "not placed yet: a rating is missing"
	if q != score.QuadrantUnknown {
		words = quadrantName(q) + ", which suggests"
		for i, tier := range score.ExpectedTiers(q) {
			if i > 0 {
				words += " or"
			}
			words += " " + tier.String()
		}
	}
	s.blank()
	s.text(1, words, theme.Accent)
	g := grid{heads: []string{"", "", "", ""}}
	g.rows = append(g.rows, []string{"strategic S", scoreLong(l.Strategic, l.StrategicConfidence), "revenue", score.Thousands(l.Revenue)},
		[]string{"importance", scoreLong(l.Importance.Score, l.Importance.Confidence), "share of ours", score.Percentage(sc.Revenue.Share(l.Revenue), 1)},
		[]string{"position", scoreLong(l.Position.Score, l.Position.Confidence), "contribution", score.Thousands(l.Contribution)},
		[]string{"health H", scoreLong(t.Health, t.HealthConfidence), "class by both", sc.Revenue.Class[sc.Portfolio().Index(a.ID)].String() + " / " + sc.Contribution.Class[sc.Portfolio().Index(a.ID)].String()},
		[]string{"attention", score.Print(t.Attention), "lifetime value", score.Thousands(t.LifetimeValue)})
	s.addGrid(1, g)
	loss := sc.Lose(a.ID)
	s.head("If we lost them")
	s.text(1, "revenue "+lessWords(score.Percentage(loss.RevenueShare, 1))+", contribution "+lessWords(score.Percentage(loss.ContribShare, 1))+", capacity idle "+score.Percentage(loss.Idle, 0), theme.Plain)
	for _, r := range loss.Gone {
		s.bullet(1, "·", r.About+": "+oneLine(r.Text), theme.Plain)
	}
	if len(loss.Theirs) > 0 {
		s.head("What they would lose")
		for _, r := range loss.Theirs {
			s.bullet(1, "·", oneLine(r.Text), theme.Plain)
		}
	}
	if flags := t.Flags.List(); len(flags) > 0 {
		s.head("Flags")
		for _, f := range flags {
			s.bullet(1, c.glyphs.Flag, f.String(), theme.Warn)
		}
	}
}

// tally counts what is decided so far.
func (s *sorting) tally(c *ctx) string {
	var n [model.Neglected + 1]int
	for _, a := range c.portfolio().Accounts() {
		if int(a.Tier) < len(n) && !a.Archived {
			n[a.Tier]++
		}
	}
	return strconv.Itoa(n[model.Strategic]) + " strategic (at most " + score.Print(model.Some(c.portfolio().Programme().Settings().MaxStrategic)) + "), " + strconv.Itoa(n[model.Key]) + " key, " + strconv.Itoa(n[model.Maintain]) +
		" maintain, " + strconv.Itoa(n[model.Neglected]) + " neglected, " + strconv.Itoa(n[model.Candidate]) + " undecided"
}

// result lists what came of it: the strategic ones, the neglected ones, and who
// changed since the sorting began.
func (s *sorting) result(c *ctx) {
	s.text(1, s.tally(c), theme.Plain)
	for _, tier := range []model.Tier{model.Strategic, model.Key, model.Neglected, model.Candidate} {
		s.head(map[model.Tier]string{model.Strategic: "Strategic", model.Key: "Key", model.Neglected: "Consciously neglected", model.Candidate: "Undecided"}[tier])
		n := 0
		for _, i := range c.scores().ByStrategic {
			if a := c.portfolio().At(int(i)); a.Tier == tier && !a.Archived {
				n++
				line := a.Name + "  S " + score.Print(c.scores().Local(a.ID).Strategic)
				if advice := c.scores().TierAdvice(a.ID); advice != "" {
					line += "  (" + advice + ")"
				}
				s.text(3, line, theme.Plain)
			}
		}
		if n == 0 {
			s.text(3, "none", theme.Quiet)
		}
	}
	s.head("Changed since this sorting began")
	n := 0
	for _, id := range s.queue {
		if a := c.portfolio().Account(id); a != nil && a.Tier != s.began[id] {
			n++
			s.text(3, a.Name+": "+s.began[id].String()+" → "+a.Tier.String(), theme.Plain)
		}
	}
	if n == 0 {
		s.text(3, "nobody", theme.Quiet)
	}
	for _, alarm := range c.scores().Alarms {
		s.bullet(1, c.glyphs.Flag, alarm.Text, theme.Warn)
	}
}
