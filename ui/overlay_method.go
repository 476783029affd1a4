package ui

import (
	"fmt"
	"strconv"
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/model/score"
	"accord/ui/theme"
	"accord/ui/widget"
)

// method shows the method pack of the file: an instrument at a time, its factors
// with their weights, then the settings. Every change rescores the whole
// portfolio as it is typed, and the foot tells who changed quadrant.
type method struct {
	sheet
	section int             // an instrument, or behind the last one the settings
	words   model.FactorKey // the factor whose words are shown, "" for the weights
	opened  *score.Scores   // as it was when the screen was opened
}

func newMethod(c *ctx) *method {
	m := &method{sheet: sheet{ref: edit.Ref{Of: edit.OfProgramme}}, opened: c.scores()}
	m.list = m.methodRows
	m.first(c)
	return m
}

func (m *method) scopes(c *ctx) []scope {
	if m.edit != nil {
		return []scope{scopeText}
	}
	return []scope{scopeMethod, scopeSheet, scopeMove}
}

func pack(c *ctx) *model.Pack { return c.portfolio().Programme().MethodPack() }

// instrument is the one shown, nil for the settings.
func (m *method) instrument(c *ctx) *model.Instrument {
	if p := pack(c); m.section < len(p.Instruments) {
		return &p.Instruments[m.section]
	}
	return nil
}

func (m *method) title(c *ctx) string {
	p := pack(c)
	where := fmt.Sprintf(" %d of %d", m.section+1, len(p.Instruments)+1)
	in := m.instrument(c)
	if in == nil {
		return "Method: settings" + where
	}
	if _, f := p.Factor(m.words); f != nil {
		return "Method: words of " + f.Name
	}
	return "Method: " + in.Name + where
}

func (m *method) place(_ *ctx, screen widget.Rect) widget.Rect {
	return screen.Center(min(100, screen.W), min(32, screen.H))
}

// methodRows are the rows of what is shown.
func (m *method) methodRows(c *ctx) []sheetRow {
	ref := edit.Ref{Of: edit.OfProgramme}
	g := c.portfolio().Programme()
	row := func(key, label, unit string) []sheetRow {
		f, err := edit.FieldByKey(g, key)
		if err != nil {
			return nil // the pack changed under the screen
		}
		f.Label, f.Unit = orElse(label, f.Label), orElse(unit, f.Unit)
		return []sheetRow{{ref: ref, fields: []edit.Field{f}}}
	}
	in := m.instrument(c)
	if in == nil {
		rows := row("pack.name", "", "")
		for _, t := range model.SettingRows() {
			unit := t.Unit
			if v := t.Of(*g.Settings()); v != t.Default {
				unit = strings.TrimSpace(unit + "  (default " + strconv.FormatFloat(t.Default, 'f', -1, 64) + ")")
			}
			rows = append(rows, row("setting."+t.Key, t.Label, unit)...)
		}
		return rows
	}
	if _, f := pack(c).Factor(m.words); f != nil {
		key := "pack." + string(m.words)
		rows := append(row(key+".name", "Name", ""), row(key+".question", "Question", "")...)
		for level := in.Min; level <= in.Max; level++ {
			rows = append(rows, row(key+".anchor."+strconv.Itoa(level), "Level "+strconv.Itoa(level), "")...)
		}
		return rows
	}
	all := 0
	for i := range in.Factors {
		all += in.Factors[i].Weight
	}
	var rows []sheetRow
	for i := range in.Factors {
		f := &in.Factors[i]
		share := model.Num{V: float64(f.Weight) / float64(max(1, all)), Known: all > 0}
		rows = append(rows, row("pack."+string(f.Full())+".weight", f.Name, "  "+score.Percentage(share, 0))...)
	}
	return rows
}

func (m *method) handle(c *ctx, in Intent) Outcome {
	if m.edit != nil {
		return m.sheet.handle(c, in)
	}
	switch in.Kind {
	case NextSection:
		return m.goTo(c, 1)
	case PrevSection:
		return m.goTo(c, -1)
	case Details:
		return m.showWords(c)
	case PrevLook, Cancel:
		if m.words != "" {
			back := m.words
			m.words = ""
			m.first(c)
			m.at.key = "pack." + string(back) + ".weight"
			return done()
		}
		if in.Kind == PrevLook {
			return done()
		}
	case Raise:
		return m.nudge(c, 1)
	case Lower:
		return m.nudge(c, -1)
	case Add:
		return m.choosePack(c)
	case Explain:
		return open(newExplain("", "portfolio.quadrants"))
	}
	return m.sheet.handle(c, in)
}

func (m *method) goTo(c *ctx, step int) Outcome {
	n := len(pack(c).Instruments) + 1
	m.section, m.words, m.top = (m.section+step+n)%n, "", 0
	m.first(c)
	return done()
}

// showWords goes from a factor's weight to its words.
func (m *method) showWords(c *ctx) Outcome {
	key, ok := strings.CutSuffix(strings.TrimPrefix(m.at.key, "pack."), ".weight")
	if m.instrument(c) == nil || !ok || m.words != "" {
		return refuse("Only factors have words: go to one of an instrument.")
	}
	m.words, m.top = model.FactorKey(key), 0
	m.first(c)
	return done()
}

// nudge makes a weight or setting one step larger or smaller: one for whole
// numbers, a hundredth for shares.
func (m *method) nudge(c *ctx, sign float64) Outcome {
	if why := c.session.Frozen(); why != "" {
		return refuse(why)
	}
	f, ref, ok := m.focused(c)
	v, err := model.ParseNumber(edit.Get(c.portfolio(), ref, f))
	if !ok || err != nil || f.Kind != edit.Whole && f.Kind != edit.Decimal {
		return refuse("Only numbers go up and down: enter edits the words.")
	}
	step := 1.0
	if f.Kind == edit.Decimal && strings.HasPrefix(f.Range, "0..1,") {
		step = 0.01
	}
	return change(edit.SetField{Ref: ref, Key: f.Key, Value: strconv.FormatFloat(roundTo(v+sign*step, step), 'f', -1, 64)})
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
func (m *method) choosePack(c *ctx) Outcome {
	if why := c.session.Frozen(); why != "" {
		return refuse(why)
	}
	var all []choice
	for i, p := range model.ShippedPacks() {
		all = append(all, choice{p.Name, strconv.Itoa(i)})
	}
	return open(newPick(pickPack, "Method pack", all, ""))
}

// methodFoot is the height of what the change did.
const methodFoot = 7

func (m *method) draw(c *ctx, cv widget.Canvas, focus bool) {
	foot, body := cv.Rect().SplitBottom(min(methodFoot, cv.H()/2))
	m.sheet.draw(c, cv.Sub(body), focus)
	m.drawMoved(c, cv.Sub(foot))
}

// drawMoved tells what all changes since the screen was opened did: who stands in
// another quadrant, and who comes first now.
func (m *method) drawMoved(c *ctx, cv widget.Canvas) {
	moved := quadrantMoves(m.opened, c.scores())
	cv.HLine(0, 0, cv.W(), theme.Border)
	head := "Nobody changed quadrant since this was opened."
	if len(moved) > 0 {
		head = plural(len(moved), "account") + " changed quadrant since this was opened:"
	}
	cv.TextIn(1, 1, cv.W()-2, head, theme.Title, widget.Left)
	room := cv.H() - 3
	for i, line := range moved {
		if i >= room {
			break
		}
		if i == room-1 && len(moved) > room {
			line = "… and " + strconv.Itoa(len(moved)-i) + " more"
		}
		cv.TextIn(3, 2+i, cv.W()-4, line, theme.Plain, widget.Left)
	}
	cv.TextIn(1, cv.H()-1, cv.W()-2, "first now: "+leaders(c.scores(), 3)+was(leaders(m.opened, 3), leaders(c.scores(), 3)), theme.Quiet, widget.Left)
}

func was(before, now string) string {
	if before == now {
		return ""
	}
	return "   (were: " + before + ")"
}

// quadrantMoves lists who stands elsewhere than before, in the list's order.
func quadrantMoves(before, now *score.Scores) []string {
	var out []string
	for _, i := range now.Order {
		a := now.Portfolio().At(int(i))
		if before.Portfolio().Account(a.ID) == nil {
			continue
		}
		if x, y := before.Quadrant(a.ID), now.QuadrantAt(int(i)); x != y {
			out = append(out, a.Name+": "+quadrantName(x)+" → "+quadrantName(y))
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
		return "nobody is rated yet"
	}
	return strings.Join(names, ", ")
}
