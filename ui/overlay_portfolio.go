package ui

import (
	"slices"
	"strconv"

	"accord/model"
	"accord/model/edit"
	"accord/model/score"
	"accord/ui/theme"
	"accord/ui/widget"
)

// portfolioView is one way of looking at the whole portfolio.
type portfolioView uint8

const (
	planeView portfolioView = iota
	paretoView
	whaleView
	wordsView
	rollView
	viewCount
)

var viewWords = [viewCount]string{"plane", "pareto", "whale", "in words", "added up"}

// portfolioPage shows the portfolio as a whole: the plane of accounts, who brings
// what, and what a director should hear. Accounts can be marked as lost: then
// everything is what it would be without them.
type portfolioPage struct {
	view   portfolioView
	lens   score.Lens
	roll   score.RollBy
	table  bool // the numbers instead of the drawing
	trails bool // lines from where the accounts stood when the sitting began
	at     model.AccountID
	lost   map[model.AccountID]bool
	list   page
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

func newPortfolio(c *ctx) *portfolioPage {
	return &portfolioPage{at: c.account, lost: map[model.AccountID]bool{}, trails: c.portfolio().Programme().Workshop != nil}
}

func (p *portfolioPage) scopes(*ctx) []scope { return []scope{scopePortfolio, scopeMove} }

func (p *portfolioPage) title(c *ctx) string {
	out := "Portfolio"
	for i, w := range viewWords {
		if portfolioView(i) == p.view {
			w = "[" + w + "]"
		}
		out += " " + c.glyphs.Sep + " " + w
	}
	return out
}

func (p *portfolioPage) place(_ *ctx, screen widget.Rect) widget.Rect { return screen }

// scores are those of the portfolio, without the accounts marked as lost.
func (p *portfolioPage) scores(c *ctx) *score.Scores {
	if loss := p.loss(c); loss != nil {
		return loss.Rest
	}
	return c.scores()
}

// loss is the simulation of what is marked, nil while nothing is.
func (p *portfolioPage) loss(c *ctx) *score.Loss {
	if len(p.lost) == 0 {
		return nil
	}
	if m := &p.memory; m.from != c.scores() || m.lost != len(p.lost) || m.loss == nil {
		var ids []model.AccountID
		for _, a := range c.portfolio().Accounts() {
			if p.lost[a.ID] {
				ids = append(ids, a.ID)
			}
		}
		loss := c.scores().Lose(ids...)
		m.from, m.lost, m.loss = c.scores(), len(p.lost), &loss
	}
	return p.memory.loss
}

func (p *portfolioPage) handle(c *ctx, in Intent) Outcome {
	if c.modest() && (in.Kind == NextLook || in.Kind == AsTable || in.Kind == MarkLost) {
		return refuse(oursWords)
	}
	switch in.Kind {
	case Cancel:
		if p.table {
			p.table = false
			return done()
		}
		return closing()
	case NextLook:
		p.view, p.row = (p.view+1)%viewCount, 0
		return done()
	case AsTable:
		p.table, p.row = !p.table, 0
		return done()
	case SecondLook:
		if p.view == rollView {
			p.roll = (p.roll + 1) % score.RollBy(len(score.RollBys()))
		} else {
			p.lens = 1 - p.lens
		}
		return done()
	case Trails:
		p.trails = !p.trails
		return done()
	case MedianCut:
		value := "yes"
		if c.portfolio().Programme().MedianCut {
			value = "no"
		}
		return change(edit.SetField{Ref: edit.Ref{Of: edit.OfProgramme}, Key: "programme.median_cut", Value: value})
	case Explain:
		return open(newExplain("", ""))
	case MarkLost:
		return p.mark(c)
	case SetUnknown:
		clear(p.lost)
		p.memory.loss = nil
		return say("everybody is back")
	case Accept:
		return p.goTo(c)
	}
	if p.view >= wordsView {
		if p.list.scroll(in.Kind) {
			return done()
		}
		return Outcome{}
	}
	return p.move(c, in)
}

// goTo opens the account under the cursor in the workbench.
func (p *portfolioPage) goTo(c *ctx) Outcome {
	if c.portfolio().Account(p.at) == nil {
		return refuse("There is no account here yet.")
	}
	out := closing()
	out.Show(p.at)
	return out
}

func (p *portfolioPage) mark(c *ctx) Outcome {
	a := c.portfolio().Account(p.at)
	if a == nil {
		return done()
	}
	if p.lost[a.ID] {
		delete(p.lost, a.ID)
	} else {
		p.lost[a.ID] = true
	}
	p.memory.loss = nil
	return done()
}

// move goes from account to account: on the plane in the direction of the arrow,
// else down the order; tab goes down the order everywhere, so that every account
// is reached.
func (p *portfolioPage) move(c *ctx, in Intent) Outcome {
	order := p.order(c)
	if len(order) == 0 {
		return done()
	}
	here := max(0, slices.Index(order, p.at))
	step := map[IntentKind]int{NextField: 1, PrevField: -1}[in.Kind]
	if p.view == planeView && !p.table {
		if dx, dy, ok := arrow(in.Kind); ok {
			_, dots := p.dots(c)
			places := p.drawn.places
			at := slices.IndexFunc(places, func(x score.Placed) bool { return x.Account == p.at })
			if at >= 0 {
				p.at = places[widget.Towards(dots, at, dx, dy)].Account
				return done()
			}
			step = 1
		}
	} else if in.Kind == Left || in.Kind == Right {
		step = map[IntentKind]int{Left: -1, Right: 1}[in.Kind]
	}
	to := (here + step + len(order)) % len(order)
	if step == 0 {
		var ok bool
		if to, ok = moveTo(in.Kind, here, len(order), max(2, p.rows)); !ok {
			return Outcome{}
		}
	}
	p.at = order[to]
	return done()
}

func arrow(k IntentKind) (dx, dy int, ok bool) {
	switch k {
	case Up:
		return 0, 1, true
	case Down:
		return 0, -1, true
	case Left:
		return -1, 0, true
	case Right:
		return 1, 0, true
	}
	return 0, 0, false
}

// order is the accounts as the view ranks them; lost ones stay, to be taken back.
func (p *portfolioPage) order(c *ctx) []model.AccountID {
	s := c.scores()
	by := s.ByStrategic
	switch p.view {
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

func (p *portfolioPage) draw(c *ctx, cv widget.Canvas, _ bool) {
	words := "arrows and tab go to accounts · space: if they left · t numbers · v next view · enter opens"
	switch {
	case p.view >= wordsView:
		words = "↑ ↓ scroll · s added up by something else · v next view · esc back"
	case len(p.lost) > 0:
		words = "space takes back · x everybody back · t numbers · v next view · enter opens"
	}
	body := hint(cv, words)
	if loss := p.loss(c); loss != nil {
		lines := p.lossWords(c, loss)
		head, rest := body.Rect().SplitTop(min(len(lines), max(1, body.H()/3)))
		for y, l := range lines {
			body.Sub(head).TextIn(1, y, head.W-2, l, theme.Warn, widget.Left)
		}
		body = body.Sub(rest)
	}
	switch {
	case c.portfolio().Len() == 0:
		body.TextIn(1, 0, body.W()-2, "No accounts yet: add or import some first.", theme.Quiet, widget.Left)
	case p.view >= wordsView:
		p.list.begin(body.W())
		if p.view == wordsView {
			p.drawWords(c, p.scores(c))
		} else {
			p.drawRollUp(c, p.scores(c))
		}
		p.list.draw(body)
	case p.table:
		p.drawTable(c, body)
	case p.view == planeView:
		p.drawPlane(c, body)
	case p.view == paretoView:
		p.drawPareto(c, body)
	default:
		p.drawWhale(c, body)
	}
}

// fourDigits tells an index of concentration that two digits would hide a change of.
func fourDigits(n model.Num) string {
	if !n.Known {
		return score.Print2(n)
	}
	return strconv.FormatFloat(n.V, 'f', 4, 64)
}

// lossWords tells what the marked accounts take with them.
func (p *portfolioPage) lossWords(c *ctx, l *score.Loss) []string {
	who := plural(len(l.Accounts), "account")
	if len(l.Accounts) == 1 {
		who = c.portfolio().Account(l.Accounts[0]).Name
	}
	out := []string{"Without " + who + ": revenue " + lessWords(shortMoney(l.Revenue)) + " (" + score.Percentage(l.RevenueShare, 0) + "), contribution " + lessWords(shortMoney(l.Contribution)) + " (" + score.Percentage(l.ContribShare, 0) +
		"), capacity idle " + score.Percentage(l.Idle, 0) + ", headroom " + lessWords(shortMoney(l.Headroom))}
	out = append(out, "largest "+score.Percentage(l.Before.CR1, 1)+" → "+score.Percentage(l.After.CR1, 1)+", HHI "+fourDigits(l.Before.HHI)+" → "+fourDigits(l.After.HHI)+
		", like "+score.Print(l.Before.Effective)+" → "+score.Print(l.After.Effective)+" equal accounts; value we give them "+shortMoney(l.Given)+" a year")
	for i, r := range l.Gone {
		if i == 2 {
			break
		}
		out = append(out, "goes too, "+r.About+": "+oneLine(r.Text))
	}
	return out
}

// roomViews are the views of the portfolio.
var roomViews = []roomRow{
	{of: planeView, fit: partly, shows: "where accounts stand"},
	{of: paretoView, shows: "who brings what"},
	{of: whaleView, shows: "who brings what"},
	{of: wordsView, shows: "what a director should hear"},
	{of: rollView, shows: "sums"},
}

func (p *portfolioPage) FitsRoom(*ctx) bool {
	return fitOf(roomViews, p.view) != closed && !p.table && len(p.lost) == 0
}
