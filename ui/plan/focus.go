package plan

import (
	"fmt"
	"slices"
	"strconv"

	"accord/model"
	"accord/model/score"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// FocusPage asks one question at a time, for a room: the question, what every level
// means, what is answered, and what that does to the account, to be read from five
// metres in one colour.
type FocusPage struct {
	ask     RatingPart
	account model.AccountID
	before  map[model.FactorKey]score.IfLevel // where the account stood when the question was put
}

// NewFocus begins with the question that the plan is at.
func NewFocus(c *kit.Context, at planSection) *FocusPage {
	p := &FocusPage{ask: RatingPart{instrument: "importance"}}
	if r, ok := at.(*RatingPart); ok && FocusAsks(r.instrument) {
		p.ask.instrument, p.ask.cursor, p.ask.theirs = r.instrument, r.cursor, r.theirs
	}
	return p
}

// FocusAsks are the instruments about an account.
func FocusAsks(key string) bool { return key != model.ReadinessKey && key != model.CompetencyKey }

func (p *FocusPage) Anew()                            {}
func (p *FocusPage) Scopes(*kit.Context) []keys.Scope { return []keys.Scope{keys.ScopeFocus} }

func (p *FocusPage) Place(_ *kit.Context, screen widget.Rect) widget.Rect { return screen }

func (p *FocusPage) Title(c *kit.Context) string {
	if a := c.Current(); a != nil {
		return a.Name
	}
	return words.T("plan.focus")
}

// question is the factor that is asked, nil when the method asks nothing.
func (p *FocusPage) question(c *kit.Context) (*model.Instrument, *model.Factor) {
	in := p.ask.questions(c)
	if in == nil || len(in.Factors) == 0 {
		return nil, nil
	}
	f := &in.Factors[p.ask.row(in)]
	p.ask.cursor = f.Full()
	return in, f
}

func (p *FocusPage) Handle(c *kit.Context, in keys.Intent) kit.Outcome {
	if in.Kind == keys.Cancel {
		return kit.Close()
	}
	ins, f := p.question(c)
	if ins == nil || c.Current() == nil {
		return kit.Refuse(words.T("plan.there-nothing-ask-add-account"))
	}
	switch in.Kind {
	case keys.Undo, keys.Redo, keys.Help, keys.Quit:
		return kit.Outcome{}
	case keys.Down, keys.Up:
		p.step(c, map[keys.IntentKind]int{keys.Down: 1, keys.Up: -1}[in.Kind])
		return kit.Done()
	case keys.Left, keys.Right:
		p.ask.theirs = in.Kind == keys.Right
		return kit.Done()
	case keys.NextField, keys.PrevField:
		return p.other(c, map[keys.IntentKind]int{keys.NextField: 1, keys.PrevField: -1}[in.Kind])
	}
	p.stood(c)
	return p.ask.rate(c, ins, f, in)
}

// step goes to the next question, on into the next instrument.
func (p *FocusPage) step(c *kit.Context, by int) {
	var all []model.FactorKey
	of := map[model.FactorKey]string{}
	for _, in := range c.Portfolio().Programme().MethodPack().Instruments {
		for i := range in.Factors {
			if FocusAsks(in.Key) {
				all, of[in.Factors[i].Full()] = append(all, in.Factors[i].Full()), in.Key
			}
		}
	}
	at := (max(0, slices.Index(all, p.ask.cursor)) + by + len(all)) % len(all)
	p.ask.cursor, p.ask.instrument = all[at], of[all[at]]
}

// other asks the same of the next account in the list's own order.
func (p *FocusPage) other(c *kit.Context, by int) kit.Outcome {
	order := c.Scores().Order
	if len(order) == 0 {
		return kit.Outcome{}
	}
	at := slices.Index(order, int32(c.Portfolio().Index(c.Account)))
	at = (at + by + len(order)) % len(order)
	return kit.Doing(kit.Showing{Account: c.Portfolio().At(int(order[at])).ID})
}

// stood remembers where the account stood when the question was put.
func (p *FocusPage) stood(c *kit.Context) score.IfLevel {
	if p.account != c.Account || p.before == nil {
		p.account, p.before = c.Account, map[model.FactorKey]score.IfLevel{}
	}
	if _, ok := p.before[p.ask.cursor]; !ok {
		p.before[p.ask.cursor] = p.stands(c)
	}
	return p.before[p.ask.cursor]
}

// stands is where the account stands now.
func (p *FocusPage) stands(c *kit.Context) score.IfLevel {
	r := c.Current().Ratings[p.ask.cursor]
	return c.Scores().IfRated(c.Account, p.ask.cursor, false, r.Ours)
}

func (p *FocusPage) Draw(c *kit.Context, cv widget.Canvas, _ bool) {
	in, f := p.question(c)
	if in == nil || c.Current() == nil {
		cv.TextIn(1, 0, cv.W()-2, words.T("plan.add-account-first-questions-about"), theme.Quiet, widget.Left)
		return
	}
	effect := focusEffectRows
	size := 1
	if cv.H() >= 30 && cv.W() >= 100 {
		size = 2
	}
	effect += widget.BlockHeight * size
	foot, top := cv.Rect().SplitBottom(min(effect, cv.H()/2+2))
	p.drawQuestion(c, cv.Sub(top), in, f)
	p.drawEffect(c, cv.Sub(foot), in, size)
}

// drawQuestion is what is asked and what each level means, with air between them
// where there is room.
func (p *FocusPage) drawQuestion(c *kit.Context, cv widget.Canvas, in *model.Instrument, f *model.Factor) {
	place := words.T("plan.of", in.Name, c.Glyphs.Sep, p.ask.row(in)+1, len(in.Factors))
	aside := min(widget.Width(place), cv.W()/2)
	cv.TextIn(1, 0, cv.W()-3-aside, f.Name, theme.Title, widget.Left)
	cv.TextIn(cv.W()-1-aside, 0, aside, place, theme.Quiet, widget.Right)
	lines := widget.Wrap(f.Question, cv.W()-2)
	now := p.ask.level(c.Current().Ratings[f.Full()])
	var levels [][]string
	rows := 1 + len(lines)
	for n := in.Min; n <= in.Max; n++ {
		text := widget.Wrap(in.Anchor(f, model.LevelOf(n)), cv.W()-7)
		levels, rows = append(levels, text), rows+max(1, len(text))
	}
	air := max(0, cv.H()-rows)
	y := 1
	if air >= 2 {
		y++
	}
	for _, l := range lines {
		cv.TextIn(1, y, cv.W()-2, l, theme.Strong, widget.Left)
		y++
	}
	if air >= 1 {
		y++
	}
	for i, text := range levels {
		st, n := theme.Plain, in.Min+i
		if now == model.LevelOf(n) {
			cv.Mark(widget.Rect{Y: y, W: cv.W(), H: max(1, len(text))}, theme.FocusMark)
			cv.Text(1, y, c.Glyphs.Cursor, theme.Strong)
			st = theme.Strong
		}
		cv.Text(3, y, strconv.Itoa(n), theme.Strong)
		for _, l := range text {
			cv.TextIn(6, y, cv.W()-7, l, st, widget.Left)
			y++
		}
		if len(text) == 0 {
			y++
		}
		if air >= 2+len(levels) {
			y++
		}
	}
}

// focusEffectRows are the lines of the effect besides the large digits: a rule, the
// words over them, what moved, and what each level would give.
const focusEffectRows = 4

// drawEffect is the answer and what it does, large.
func (p *FocusPage) drawEffect(c *kit.Context, cv widget.Canvas, in *model.Instrument, size int) {
	r, now := c.Current().Ratings[p.ask.cursor], p.stands(c)
	was, ok := p.before[p.ask.cursor]
	if !ok || p.account != c.Account {
		was = now
	}
	figure, word := func(l score.IfLevel) model.Num { return l.Strategic }, "S"
	if in.Key != "importance" && in.Key != "position" {
		figure, word = func(l score.IfLevel) model.Num { return l.Score }, in.Name
	}
	h := cv.H() - focusEffectRows
	for x := range cv.W() {
		cv.Text(x, 0, cv.Glyphs().Dash, theme.Border)
	}
	x := 2
	for i, l := range []model.Level{r.Ours, r.Verified} {
		title, st, ink := [2]string{words.T("plan.ours"), words.T("plan.theirs")}[i], theme.Quiet, theme.Plain
		if p.ask.theirs == (i == 1) {
			title, st, ink = c.Glyphs.Cursor+" "+title, theme.Strong, theme.Accent
		}
		cv.Text(x, 1, title, st)
		if h >= widget.BlockHeight*size {
			cv.Block(x, 2, size, l.String(), ink)
		} else {
			cv.Text(x, 2, l.String(), ink)
		}
		x += max(12, 8*size)
	}
	text := score.Print(figure(now))
	if score.Print(figure(was)) != text {
		text = score.Print(figure(was)) + "→" + text
	}
	cv.Text(x, 1, word, theme.Strong)
	if h >= widget.BlockHeight*size && x+widget.BlockWidth(text, size) < cv.W() {
		cv.Block(x, 2, size, text, theme.Strong)
	} else {
		cv.Text(x, 2, text, theme.Strong)
	}
	cv.TextIn(1, cv.H()-2, cv.W()-2, p.moved(was, now), theme.Plain, widget.Left)
	p.drawEach(c, cv, in, figure)
}

// moved tells what the answer did in a line.
func (p *FocusPage) moved(was, now score.IfLevel) string {
	pair := func(word string, print func(model.Num) string, a, b model.Num) string {
		if print(a) == print(b) {
			return word + " " + print(b) + "   "
		}
		return word + " " + print(a) + " → " + print(b) + "   "
	}
	name := func(x score.IfLevel) string {
		if x.Provisional {
			return kit.QuadrantName(x.Quadrant) + "?"
		}
		return kit.QuadrantName(x.Quadrant)
	}
	quadrant := name(now)
	if name(was) != quadrant {
		quadrant = name(was) + " → " + quadrant
	}
	return pair("S", score.Print, was.Strategic, now.Strategic) +
		pair(words.T("plan.importance"), score.Print, was.Importance, now.Importance) +
		pair(words.T("plan.position"), score.Print, was.Position, now.Position) +
		quadrant
}

// drawEach says what every level would give, on one line.
func (p *FocusPage) drawEach(
	c *kit.Context,
	cv widget.Canvas,
	in *model.Instrument,
	figure func(score.IfLevel) model.Num,
) {
	now := p.ask.level(c.Current().Ratings[p.ask.cursor])
	step := (cv.W() - 2) / (in.Max - in.Min + 1)
	for n := in.Min; n <= in.Max; n++ {
		l := c.Scores().IfRated(c.Account, p.ask.cursor, p.ask.theirs, model.LevelOf(n))
		text, st := fmt.Sprintf("%d: %s %s", n, score.Print(figure(l)), kit.QuadrantWords()[l.Quadrant].Short), theme.Quiet
		if now == model.LevelOf(n) {
			text, st = c.Glyphs.Cursor+text, theme.Strong
		}
		cv.TextIn(1+(n-in.Min)*step, cv.H()-1, step-1, text, st, widget.Left)
	}
}
