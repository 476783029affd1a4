package portfolio

import (
	"slices"

	"accord/model"
	"accord/model/edit"
	"accord/model/score"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/widget"
)

// PortfolioView is one way of looking at the whole portfolio.
type PortfolioView uint8

const (
	PlaneView PortfolioView = iota
	paretoView
	whaleView
	WordsView
	rollView
	ViewCount
)

// ViewWords name the views, in the order tab goes round.
var ViewWords = words.Table(func() []string {
	return []string{words.T("portfolio.plane"), words.T("portfolio.pareto"), words.T("portfolio.whale"), words.T("portfolio.in-words"), words.T("portfolio.added-up")}
})

// Page shows the portfolio as a whole: the plane of accounts, who brings
// what, and what a director should hear. Accounts can be marked as lost: then
// everything is what it would be without them.
type Page struct {
	View   PortfolioView
	lens   score.Lens
	roll   score.RollBy
	table  bool // the numbers instead of the drawing
	trails bool // lines from where the accounts stood when the sitting began
	At     model.AccountID
	Lost   map[model.AccountID]bool
	list   kit.Body
	row    int // of the table
	rows   int
	memory struct {
		from *score.Scores
		lost int
		loss *score.Loss
	}
	drawn struct { // what the plane was laid out from
		scores *score.Scores
		lens   score.Lens
		places []score.Placed
		dots   []widget.Dot
	}
}

func New(c *kit.Context) *Page {
	return &Page{At: c.Account, Lost: map[model.AccountID]bool{}, trails: c.Portfolio().Programme().Workshop != nil}
}

func (p *Page) Scopes(*kit.Context) []keys.Scope {
	return []keys.Scope{keys.ScopePortfolio, keys.ScopeMove}
}

func (p *Page) Title(c *kit.Context) string {
	out := words.T("portfolio.portfolio")
	for i, w := range ViewWords() {
		if PortfolioView(i) == p.View {
			w = "[" + w + "]"
		}
		out += " " + c.Glyphs.Sep + " " + w
	}
	return out
}

func (p *Page) Place(_ *kit.Context, screen widget.Rect) widget.Rect { return screen }

// Scores are those of the portfolio, without the accounts marked as lost.
func (p *Page) Scores(c *kit.Context) *score.Scores {
	if loss := p.loss(c); loss != nil {
		return loss.Rest
	}
	return c.Scores()
}

// loss is the simulation of what is marked, nil while nothing is.
func (p *Page) loss(c *kit.Context) *score.Loss {
	if len(p.Lost) == 0 {
		return nil
	}
	if m := &p.memory; m.from != c.Scores() || m.lost != len(p.Lost) || m.loss == nil {
		var ids []model.AccountID
		for _, a := range c.Portfolio().Accounts() {
			if p.Lost[a.ID] {
				ids = append(ids, a.ID)
			}
		}
		loss := c.Scores().Lose(ids...)
		m.from, m.lost, m.loss = c.Scores(), len(p.Lost), &loss
	}
	return p.memory.loss
}

func (p *Page) Handle(c *kit.Context, in keys.Intent) kit.Outcome {
	if c.Modest() && (in.Kind == keys.NextLook || in.Kind == keys.AsTable || in.Kind == keys.MarkLost) {
		return kit.Refuse(kit.OursWords())
	}
	switch in.Kind {
	case keys.Cancel:
		if p.table {
			p.table = false
			return kit.Done()
		}
		return kit.Close()
	case keys.NextLook:
		p.View, p.row = (p.View+1)%ViewCount, 0
		return kit.Done()
	case keys.AsTable:
		p.table, p.row = !p.table, 0
		return kit.Done()
	case keys.SecondLook:
		if p.View == rollView {
			p.roll = (p.roll + 1) % score.RollBy(len(score.RollBys()))
		} else {
			p.lens = 1 - p.lens
		}
		return kit.Done()
	case keys.Trails:
		p.trails = !p.trails
		return kit.Done()
	case keys.MedianCut:
		value := "yes"
		if c.Portfolio().Programme().MedianCut {
			value = "no"
		}
		return kit.Change(edit.SetField{Ref: edit.Ref{Of: edit.OfProgramme}, Key: "programme.median_cut", Value: value})
	case keys.Explain:
		return kit.Open(kit.NewExplain("", ""))
	case keys.MarkLost:
		return p.mark(c)
	case keys.SetUnknown:
		clear(p.Lost)
		p.memory.loss = nil
		return kit.Say(words.T("portfolio.everybody-back"))
	case keys.Accept:
		return p.goTo(c)
	}
	if p.View >= WordsView {
		if p.list.Scroll(in.Kind) {
			return kit.Done()
		}
		return kit.Outcome{}
	}
	return p.move(c, in)
}

// goTo opens the account under the cursor in the workbench.
func (p *Page) goTo(c *kit.Context) kit.Outcome {
	if c.Portfolio().Account(p.At) == nil {
		return kit.Refuse(words.T("portfolio.there-no-account-here-yet"))
	}
	out := kit.Close()
	out.Show(p.At)
	return out
}

func (p *Page) mark(c *kit.Context) kit.Outcome {
	a := c.Portfolio().Account(p.At)
	if a == nil {
		return kit.Done()
	}
	if p.Lost[a.ID] {
		delete(p.Lost, a.ID)
	} else {
		p.Lost[a.ID] = true
	}
	p.memory.loss = nil
	return kit.Done()
}

// move goes from account to account: on the plane in the direction of the arrow,
// else down the order; tab goes down the order everywhere, so that every account
// is reached.
func (p *Page) move(c *kit.Context, in keys.Intent) kit.Outcome {
	order := p.Order(c)
	if len(order) == 0 {
		return kit.Done()
	}
	here := max(0, slices.Index(order, p.At))
	step := map[keys.IntentKind]int{keys.NextField: 1, keys.PrevField: -1}[in.Kind]
	if p.View == PlaneView && !p.table {
		if dx, dy, ok := arrow(in.Kind); ok {
			_, dots := p.dots(c)
			places := p.drawn.places
			at := slices.IndexFunc(places, func(x score.Placed) bool { return x.Account == p.At })
			if at >= 0 {
				p.At = places[widget.Towards(dots, at, dx, dy)].Account
				return kit.Done()
			}
			step = 1
		}
	} else if in.Kind == keys.Left || in.Kind == keys.Right {
		step = map[keys.IntentKind]int{keys.Left: -1, keys.Right: 1}[in.Kind]
	}
	to := (here + step + len(order)) % len(order)
	if step == 0 {
		var ok bool
		if to, ok = kit.MoveTo(in.Kind, here, len(order), max(2, p.rows)); !ok {
			return kit.Outcome{}
		}
	}
	p.At = order[to]
	return kit.Done()
}

func arrow(k keys.IntentKind) (dx, dy int, ok bool) {
	switch k {
	case keys.Up:
		return 0, 1, true
	case keys.Down:
		return 0, -1, true
	case keys.Left:
		return -1, 0, true
	case keys.Right:
		return 1, 0, true
	}
	return 0, 0, false
}

// Order is the accounts as the view ranks them; lost ones stay, to be taken back.
func (p *Page) Order(c *kit.Context) []model.AccountID {
	s := c.Scores()
	by := s.ByStrategic
	switch p.View {
	case paretoView:
		by = s.Revenue.Order
	case whaleView:
		by = s.Contribution.Order
	}
	out := make([]model.AccountID, len(by))
	for i, k := range by {
		out[i] = s.Portfolio().At(int(k)).ID
	}
	return out
}

// partlyKnown says of how many of the lost accounts a figure is known, where not of all.
func partlyKnown(l *score.Loss) string {
	n, k := len(l.Accounts), l.Known
	if min(k.Revenue, k.Contribution, k.Headroom) == n {
		return ""
	}
	return words.T("portfolio.loss-known-for", k.Revenue, k.Contribution, k.Headroom, n)
}

// lossWords tells what the marked accounts take with them.
func (p *Page) lossWords(c *kit.Context, l *score.Loss) []string {
	who := words.T("portfolio.n-accounts", len(l.Accounts))
	if len(l.Accounts) == 1 {
		who = c.Portfolio().Account(l.Accounts[0]).Name
	}
	out := []string{
		words.T(
			"portfolio.without-revenue-contribution-capacity-idle",
			who,
			kit.LessWords(kit.ShortMoney(l.Revenue)),
			score.Percentage(l.RevenueShare, 0),
			kit.LessWords(kit.ShortMoney(l.Contribution)),
			score.Percentage(l.ContribShare, 0),
			score.Percentage(l.Idle, 0),
			kit.LessWords(kit.ShortMoney(l.Headroom)),
		),
	}
	out = append(
		out,
		words.T(
			"portfolio.largest-hhi-like-equal-accounts",
			score.Percentage(l.Before.CR1, 1),
			score.Percentage(l.After.CR1, 1),
			score.Decimals(l.Before.HHI, 4),
			score.Decimals(l.After.HHI, 4),
			score.Decimals(l.Before.Effective, 1),
			score.Decimals(l.After.Effective, 1),
			kit.ShortMoney(l.Given),
		),
	)
	if said := partlyKnown(l); said != "" {
		out = append(out, said)
	}
	for i, r := range l.Gone {
		if i == 2 {
			break
		}
		out = append(out, words.T("portfolio.goes-too", r.About, kit.OneLine(r.Text)))
	}
	return out
}

// RoomViews are the views of the portfolio.
var RoomViews = words.Table(func() []kit.RoomRow {
	return []kit.RoomRow{
		{Of: PlaneView, Fit: kit.Partly, Shows: words.T("portfolio.where-accounts-stand")},
		{Of: paretoView, Shows: words.T("portfolio.who-brings-what")},
		{Of: whaleView, Shows: words.T("portfolio.who-brings-what")},
		{Of: WordsView, Shows: words.T("portfolio.what-director-should-hear")},
		{Of: rollView, Shows: "sums"},
	}
})

func (p *Page) FitsRoom(*kit.Context) bool {
	return kit.FitOf(RoomViews(), p.View) != kit.Closed && !p.table && len(p.Lost) == 0
}
