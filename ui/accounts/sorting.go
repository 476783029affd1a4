package accounts

import (
	"cmp"
	"slices"

	"accord/model"
	"accord/model/edit"
	"accord/model/score"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// Sorting walks account after account and asks for its tier, with what the numbers
// say beside. Every answer is an edit like any other, so that stopping anywhere
// loses nothing; starting again goes on with those that are undecided.
type Sorting struct {
	kit.Body
	Queue []model.AccountID
	began map[model.AccountID]model.Tier // tiers when the sorting began
	At    int                            // len(queue) is the result
}

func NewSorting(c *kit.Context) *Sorting {
	s := &Sorting{began: map[model.AccountID]model.Tier{}}
	for _, i := range c.Scores().ByStrategic {
		if a := c.Portfolio().At(int(i)); !a.Archived {
			s.Queue = append(s.Queue, a.ID)
			s.began[a.ID] = a.Tier
		}
	}
	slices.SortStableFunc(s.Queue, func(a, b model.AccountID) int { return cmp.Compare(s.decided(a), s.decided(b)) })
	return s
}

func (s *Sorting) decided(id model.AccountID) int {
	if s.began[id] == model.Candidate {
		return 0
	}
	return 1
}

func (s *Sorting) Scopes(*kit.Context) []keys.Scope {
	return []keys.Scope{keys.ScopeSorting, keys.ScopeMove}
}

func (s *Sorting) Title(*kit.Context) string {
	if s.At >= len(s.Queue) {
		return words.T("accounts.sorting-result")
	}
	return words.T("accounts.sorting-of", s.At+1, len(s.Queue))
}

func (s *Sorting) Place(_ *kit.Context, screen widget.Rect) widget.Rect {
	return screen.Center(min(110, screen.W), screen.H)
}

// sortTiers are the tiers by the digit that chooses them.
var sortTiers = [...]model.Tier{model.Candidate, model.Strategic, model.Key, model.Maintain, model.Neglected}

func (s *Sorting) Handle(c *kit.Context, in keys.Intent) kit.Outcome {
	switch in.Kind {
	case keys.Cancel:
		if s.At < len(s.Queue) {
			s.At = len(s.Queue) // what came of it first
			return kit.Done()
		}
		return kit.Close()
	case keys.Right, keys.NextField:
		s.At = min(len(s.Queue), s.At+1)
		return kit.Done()
	case keys.Left, keys.PrevField:
		s.At = max(0, s.At-1)
		return kit.Done()
	case keys.Undo:
		s.At = max(0, s.At-1) // back to whose answer is taken back
		return kit.Outcome{}
	}
	if s.At >= len(s.Queue) {
		if s.Scroll(in.Kind) || in.Kind == keys.Rate {
			return kit.Done()
		}
		return kit.Outcome{}
	}
	switch in.Kind {
	case keys.First:
		s.At = 0
		return kit.Done()
	case keys.Last:
		s.At = len(s.Queue) - 1
		return kit.Done()
	case keys.PageUp:
		s.At = max(0, s.At-sortPage)
		return kit.Done()
	case keys.PageDown:
		s.At = min(len(s.Queue)-1, s.At+sortPage)
		return kit.Done()
	case keys.Up, keys.Down:
		s.Scroll(in.Kind) // what is said of the account may be longer than the screen
		return kit.Done()
	}
	return s.answer(c, s.Queue[s.At], in)
}

// answer says the tier of the account that is asked about, or goes to it.
func (s *Sorting) answer(c *kit.Context, id model.AccountID, in keys.Intent) kit.Outcome {
	switch in.Kind {
	case keys.Rate:
		if in.N >= len(sortTiers) {
			return kit.Done()
		}
		s.At++
		tier := sortTiers[in.N]
		out := kit.Change(edit.SetField{Ref: edit.AccountRef(id), Key: "tier", Value: tier.String()})
		out.Say(words.T("accounts.u-takes-back", c.Portfolio().Account(id).Name, words.Here(tier.String())))
		return out
	case keys.Accept:
		out := kit.Close()
		out.Show(id)
		out.Focus(kit.PanePlan)
		return out
	case keys.Explain:
		return kit.Open(kit.NewExplain(id, "strategic"))
	}
	return kit.Outcome{}
}

// sortPage is how many accounts the page keys pass over.
const sortPage = 10

func (s *Sorting) Draw(c *kit.Context, cv widget.Canvas, _ bool) {
	if s.At >= len(s.Queue) {
		body := kit.Hint(cv, words.T("accounts.goes-back-through-them-esc"))
		s.Begin(body.W())
		s.result(c)
		s.Body.Draw(body)
		return
	}
	body := kit.Hint(cv, words.T("accounts.1-strategic-2-key-3"))
	s.Begin(body.W())
	s.about(c, c.Portfolio().Account(s.Queue[s.At]))
	s.Body.Draw(body)
}

// about is what the numbers say of an account, and what would go with it.
func (s *Sorting) about(c *kit.Context, a *model.Account) {
	if a == nil {
		s.Text(1, words.T("accounts.this-account-deleted"), theme.Quiet)
		return
	}
	sc, l, t := c.Scores(), c.Scores().Local(a.ID), c.Scores().Standing(a.ID)
	s.Head(a.Name)
	s.Text(1, words.T("accounts.now", words.Here(a.Tier.String()), s.tally(c)), theme.Quiet)
	q := sc.Quadrant(a.ID)
	wording := words.T("accounts.not-placed-yet-rating-missing")
	switch l := sc.Local(a.ID); {
	case l.Provisional:
		wording = words.T("accounts.provisional-too-little-rated", kit.Place(sc, a.ID))
	case q != score.QuadrantUnknown:
		switch tiers := score.ExpectedTiers(q); len(tiers) {
		case 1:
			wording = words.T("accounts.which-suggests", kit.QuadrantName(q), words.Here(tiers[0].String()))
		case 2:
			wording = words.T("accounts.which-suggests-or", kit.QuadrantName(q), words.Here(tiers[0].String()), words.Here(tiers[1].String()))
		case 3:
			wording = words.T("accounts.which-suggests-or-or", kit.QuadrantName(q), words.Here(tiers[0].String()), words.Here(tiers[1].String()), words.Here(tiers[2].String()))
		}
	}
	s.Blank()
	s.Text(1, wording, theme.Accent)
	g := kit.Grid{Heads: []string{"", "", "", ""}}
	g.Rows = append(g.Rows, []string{words.T("accounts.strategic-s"), score.Doubted(l.Strategic, l.StrategicConfidence), words.Here("revenue"), score.Thousands(l.Revenue)},
		[]string{words.Here("importance"), score.Doubted(l.Importance.Score, l.Importance.Confidence), words.T("accounts.share-ours"), score.Percentage(sc.Revenue.Share(l.Revenue), 1)},
		[]string{words.Here("position"), score.Doubted(l.Position.Score, l.Position.Confidence), words.Here("contribution"), score.Thousands(l.Contribution)},
		[]string{words.T("accounts.health-h"), score.Doubted(t.Health, t.HealthConfidence), words.T("accounts.class-by-both"), sc.Revenue.Class[sc.Portfolio().Index(a.ID)].String() + " / " + sc.Contribution.Class[sc.Portfolio().Index(a.ID)].String()},
		[]string{words.Here("attention"), score.Print(t.Attention), words.T("accounts.lifetime-value"), score.Thousands(t.LifetimeValue)})
	s.AddGrid(1, g)
	loss := sc.Lose(a.ID)
	s.Head(words.T("accounts.if-we-lost-them"))
	s.Text(1, words.T("accounts.revenue-contribution-capacity-idle", kit.LessWords(score.Percentage(loss.RevenueShare, 1)), kit.LessWords(score.Percentage(loss.ContribShare, 1)), score.Percentage(loss.Idle, 0)), theme.Plain)
	for _, r := range loss.Gone {
		s.Bullet(1, "·", r.About+": "+kit.OneLine(r.Text), theme.Plain)
	}
	if len(loss.Theirs) > 0 {
		s.Head(words.T("accounts.what-they-would-lose"))
		for _, r := range loss.Theirs {
			s.Bullet(1, "·", kit.OneLine(r.Text), theme.Plain)
		}
	}
	if flags := t.Flags.List(); len(flags) > 0 {
		s.Head(words.T("accounts.flags"))
		for _, f := range flags {
			s.Bullet(1, c.Glyphs.Flag, c.Scores().FlagSays(a.ID, f), theme.Warn)
		}
	}
}

// tally counts what is decided so far.
func (s *Sorting) tally(c *kit.Context) string {
	var n [model.Neglected + 1]int
	for _, a := range c.Portfolio().Accounts() {
		if int(a.Tier) < len(n) && !a.Archived {
			n[a.Tier]++
		}
	}
	return words.T(
		"accounts.strategic-at-most-key-maintain",
		n[model.Strategic],
		score.Print(model.Some(c.Portfolio().Programme().Settings().MaxStrategic)),
		n[model.Key],
		n[model.Maintain],
		n[model.Neglected],
		n[model.Candidate],
	)
}

// result lists what came of it: the strategic ones, the neglected ones, and who
// changed since the sorting began.
func (s *Sorting) result(c *kit.Context) {
	s.Text(1, s.tally(c), theme.Plain)
	for _, tier := range []model.Tier{model.Strategic, model.Key, model.Neglected, model.Candidate} {
		s.Head(
			map[model.Tier]string{model.Strategic: words.T("accounts.strategic"), model.Key: words.T("accounts.key"), model.Neglected: words.T("accounts.consciously-neglected"), model.Candidate: words.T("accounts.undecided")}[tier],
		)
		n := 0
		for _, i := range c.Scores().ByStrategic {
			if a := c.Portfolio().At(int(i)); a.Tier == tier && !a.Archived {
				n++
				line := a.Name + "  S " + score.Print(c.Scores().Local(a.ID).Strategic)
				if advice := c.Scores().TierAdvice(a.ID); advice != "" {
					line += "  (" + advice + ")"
				}
				s.Text(3, line, theme.Plain)
			}
		}
		if n == 0 {
			s.Text(3, words.T("accounts.none"), theme.Quiet)
		}
	}
	s.Head(words.T("accounts.changed-since-this-sorting-began"))
	n := 0
	for _, id := range s.Queue {
		if a := c.Portfolio().Account(id); a != nil && a.Tier != s.began[id] {
			n++
			s.Text(3, a.Name+": "+words.Here(s.began[id].String())+" → "+words.Here(a.Tier.String()), theme.Plain)
		}
	}
	if n == 0 {
		s.Text(3, words.T("accounts.nobody"), theme.Quiet)
	}
	for _, alarm := range c.Scores().Alarms {
		s.Bullet(1, c.Glyphs.Flag, alarm.Text, theme.Warn)
	}
}
