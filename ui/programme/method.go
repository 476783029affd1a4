package programme

import (
	"strconv"
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/model/score"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// Method shows the method pack of the file: an instrument at a time, its factors
// with their weights, then the settings. Every change rescores the whole
// portfolio as it is typed, and the foot tells who changed quadrant.
type Method struct {
	kit.Sheet
	section int             // an instrument, or behind the last one the settings
	words   model.FactorKey // the factor whose words are shown, "" for the weights
	opened  *score.Scores   // as it was when the screen was opened
}

func NewMethod(c *kit.Context) *Method {
	m := &Method{Sheet: kit.Sheet{Ref: edit.Ref{Of: edit.OfProgramme}}, opened: c.Scores()}
	m.List = m.methodRows
	m.First(c)
	return m
}

func (m *Method) Scopes(c *kit.Context) []keys.Scope {
	if m.Edit != nil {
		return []keys.Scope{keys.ScopeText}
	}
	return []keys.Scope{keys.ScopeMethod, keys.ScopeSheet, keys.ScopeMove}
}

func pack(c *kit.Context) *model.Pack { return c.Portfolio().Programme().MethodPack() }

// instrument is the one shown, nil for the settings.
func (m *Method) instrument(c *kit.Context) *model.Instrument {
	if p := pack(c); m.section < len(p.Instruments) {
		return &p.Instruments[m.section]
	}
	return nil
}

func (m *Method) Title(c *kit.Context) string {
	p := pack(c)
	at, of := m.section+1, len(p.Instruments)+1
	in := m.instrument(c)
	if in == nil {
		return words.T("programme.method-settings", at, of)
	}
	if _, f := p.Factor(m.words); f != nil {
		return words.T("programme.method-words", f.Name)
	}
	return words.T("programme.method", in.Name, at, of)
}

func (m *Method) Place(_ *kit.Context, screen widget.Rect) widget.Rect {
	return screen.Center(min(100, screen.W), min(32, screen.H))
}

// methodRows are the rows of what is shown.
func (m *Method) methodRows(c *kit.Context) []kit.SheetRow {
	ref := edit.Ref{Of: edit.OfProgramme}
	g := c.Portfolio().Programme()
	row := func(key, label, unit string) []kit.SheetRow {
		f, err := edit.FieldByKey(g, key)
		if err != nil {
			return nil // the pack changed under the screen
		}
		f.Title, f.Unit = kit.OrElse(label, f.Title), kit.OrElse(unit, f.Unit)
		return []kit.SheetRow{{Ref: ref, Fields: []edit.Field{f}}}
	}
	in := m.instrument(c)
	if in == nil {
		rows := row("pack.name", "", "")
		for _, t := range model.SettingRows() {
			unit := t.Unit
			if v := t.Of(*g.Settings()); v != t.Default {
				unit = strings.TrimSpace(words.T("programme.default", unit, strconv.FormatFloat(t.Default, 'f', -1, 64)))
			}
			rows = append(rows, row("setting."+t.Key, t.Label, unit)...)
		}
		return rows
	}
	if _, f := pack(c).Factor(m.words); f != nil {
		key := "pack." + string(m.words)
		rows := append(
			row(key+".name", words.T("programme.name"), ""),
			row(key+".question", words.T("programme.question"), "")...)
		for level := in.Min; level <= in.Max; level++ {
			rows = append(rows, row(key+".anchor."+strconv.Itoa(level), words.T("programme.level", level), "")...)
		}
		return rows
	}
	all := 0
	for i := range in.Factors {
		all += in.Factors[i].Weight
	}
	var rows []kit.SheetRow
	for i := range in.Factors {
		f := &in.Factors[i]
		share := model.Num{V: float64(f.Weight) / float64(max(1, all)), Known: all > 0}
		rows = append(rows, row("pack."+string(f.Full())+".weight", f.Name, "  "+score.Percentage(share, 0))...)
	}
	return rows
}

func (m *Method) Handle(c *kit.Context, in keys.Intent) kit.Outcome {
	if m.Edit != nil {
		return m.Sheet.Handle(c, in)
	}
	switch in.Kind {
	case keys.NextSection:
		return m.goTo(c, 1)
	case keys.PrevSection:
		return m.goTo(c, -1)
	case keys.Details:
		return m.showWords(c)
	case keys.PrevLook, keys.Cancel:
		if m.words != "" {
			back := m.words
			m.words = ""
			m.First(c)
			m.At.Key = "pack." + string(back) + ".weight"
			return kit.Done()
		}
		if in.Kind == keys.PrevLook {
			return kit.Done()
		}
	case keys.Raise:
		return m.nudge(c, 1)
	case keys.Lower:
		return m.nudge(c, -1)
	case keys.Add:
		return m.choosePack(c)
	case keys.Explain:
		return kit.Open(kit.NewExplain("", "portfolio.quadrants"))
	}
	return m.Sheet.Handle(c, in)
}

func (m *Method) goTo(c *kit.Context, step int) kit.Outcome {
	n := len(pack(c).Instruments) + 1
	m.section, m.words, m.Top = (m.section+step+n)%n, "", 0
	m.First(c)
	return kit.Done()
}

// showWords goes from a factor's weight to its words.
func (m *Method) showWords(c *kit.Context) kit.Outcome {
	key, ok := strings.CutSuffix(strings.TrimPrefix(m.At.Key, "pack."), ".weight")
	if m.instrument(c) == nil || !ok || m.words != "" {
		return kit.Refuse(words.T("programme.only-factors-words-go-one"))
	}
	m.words, m.Top = model.FactorKey(key), 0
	m.First(c)
	return kit.Done()
}

// nudge makes a weight or setting one step larger or smaller: one for whole
// numbers, a hundredth for shares.
func (m *Method) nudge(c *kit.Context, sign float64) kit.Outcome {
	if why := c.Session.Frozen(); why != "" {
		return kit.Refuse(why)
	}
	f, ref, ok := m.Focused(c)
	v, err := model.ParseNumber(edit.Get(c.Portfolio(), ref, f))
	if !ok || err != nil || f.Kind != edit.Whole && f.Kind != edit.Decimal {
		return kit.Refuse(words.T("programme.only-numbers-go-up-down"))
	}
	step := 1.0
	if f.Kind == edit.Decimal && strings.HasPrefix(f.Range, "0..1,") {
		step = 0.01
	}
	return kit.Change(
		edit.SetField{Ref: ref, Key: f.Key, Value: strconv.FormatFloat(roundTo(v+sign*step, step), 'f', -1, 64)},
	)
}

// roundTo keeps steps of a hundredth from collecting rounding errors.
func roundTo(v, step float64) float64 {
	n := v / step
	if n < 0 {
		return float64(int64(n-0.5)) * step
	}
	r := float64(int64(n + 0.5))
	if step < 1 {
		return r / 100
	}
	return r * step
}

// choosePack offers the packs that ship.
func (m *Method) choosePack(c *kit.Context) kit.Outcome {
	if why := c.Session.Frozen(); why != "" {
		return kit.Refuse(why)
	}
	var all []kit.Choice
	for i, p := range model.ShippedPacks() {
		all = append(all, kit.Choice{Word: p.Name, Value: strconv.Itoa(i)})
	}
	return kit.Open(kit.NewPick(kit.PickPack, words.T("programme.method-pack"), all, ""))
}

// methodFoot is the height of what the change did.
const methodFoot = 7

func (m *Method) Draw(c *kit.Context, cv widget.Canvas, focus bool) {
	foot, body := cv.Rect().SplitBottom(min(methodFoot, cv.H()/2))
	m.Sheet.Draw(c, cv.Sub(body), focus)
	m.drawMoved(c, cv.Sub(foot))
}

// drawMoved tells what all changes since the screen was opened did: who stands in
// another quadrant, and who comes first now.
func (m *Method) drawMoved(c *kit.Context, cv widget.Canvas) {
	moved := quadrantMoves(m.opened, c.Scores())
	cv.HLine(0, 0, cv.W(), theme.Border)
	head := words.T("programme.nobody-changed-quadrant-since-this")
	if len(moved) > 0 {
		head = words.T("programme.changed-quadrant-since-this-opened", len(moved))
	}
	cv.TextIn(1, 1, cv.W()-2, head, theme.Title, widget.Left)
	room := cv.H() - 3
	for i, line := range moved {
		if i >= room {
			break
		}
		if i == room-1 && len(moved) > room {
			line = words.T("programme.and-more", len(moved)-i)
		}
		cv.TextIn(3, 2+i, cv.W()-4, line, theme.Plain, widget.Left)
	}
	cv.TextIn(
		1,
		cv.H()-1,
		cv.W()-2,
		words.T("programme.first-now", leaders(c.Scores(), 3), was(leaders(m.opened, 3), leaders(c.Scores(), 3))),
		theme.Quiet,
		widget.Left,
	)
}

func was(before, now string) string {
	if before == now {
		return ""
	}
	return "   " + words.T("programme.were", before)
}

// quadrantMoves lists who stands elsewhere than before, in the list's order.
func quadrantMoves(before, now *score.Scores) []string {
	var out []string
	for _, i := range now.Order {
		a := now.Portfolio().At(int(i))
		if before.Portfolio().Account(a.ID) == nil {
			continue
		}
		if now.Crossed(before, a.ID) {
			out = append(out, a.Name+": "+kit.Place(before, a.ID)+" → "+kit.Place(now, a.ID))
		}
	}
	return out
}

// leaders are the accounts with the highest S.
func leaders(s *score.Scores, n int) string {
	var names []string
	for _, i := range s.ByStrategic[:min(n, len(s.ByStrategic))] {
		if s.LocalAt(int(i)).Strategic.Known {
			names = append(names, s.Portfolio().At(int(i)).Name)
		}
	}
	if len(names) == 0 {
		return words.T("programme.nobody-rated-yet")
	}
	return strings.Join(names, ", ")
}
