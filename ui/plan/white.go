package plan

import (
	"slices"
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/widget"
)

// WhitePart is the whitespace of an account: their units × our offerings, with
// totals on both edges, or the same cells as a list.
type WhitePart struct {
	List           *ItemPart
	listed         bool
	unit, offering string // under the cursor
	row, col       int    // where that stood, for when it is gone
	table          widget.Table
	height         int
}

func newWhitePart() *WhitePart { return &WhitePart{List: newItemPart(edit.OfCell)} }

func (w *WhitePart) Opened(c *kit.Context) {
	w.List.Opened(c)
	w.unit, w.offering, w.row, w.col = "", "", 0, 0
}

func (w *WhitePart) Reveal(c *kit.Context, field string) bool {
	if !w.List.Reveal(c, field) {
		return false
	}
	for _, x := range c.Current().Cells {
		if string(x.ID) == field {
			w.unit, w.offering = x.Unit, x.Offering
		}
	}
	return true
}

// gridOf is the grid of the open account.
func gridOf(c *kit.Context) model.Grid {
	return model.Whitespace(c.Current(), c.Portfolio().Programme(), c.Scores().Period().Year)
}

// stand finds the cursor in the grid as it is now.
func (w *WhitePart) stand(g *model.Grid) {
	if i := slices.Index(g.Units, w.unit); i >= 0 {
		w.row = i
	}
	if i := slices.Index(g.Offerings, w.offering); i >= 0 {
		w.col = i
	}
	w.MoveTo(g, w.row, w.col)
}

func (w *WhitePart) ShortFor(k keys.IntentKind) (string, bool) { return w.List.ShortFor(k) }

func (w *WhitePart) MoveTo(g *model.Grid, row, col int) {
	w.row, w.col = max(0, min(row, len(g.Units)-1)), max(0, min(col, len(g.Offerings)-1))
	if len(g.Units) > 0 {
		w.unit, w.offering = g.Units[w.row], g.Offerings[w.col]
	}
}

// CellAt is the cell of a unit and an offering, nil while there is none.
func CellAt(c *kit.Context, unit, offering string) *model.Cell {
	for i := range c.Current().Cells {
		if x := &c.Current().Cells[i]; x.Unit == unit && x.Offering == offering {
			return x
		}
	}
	return nil
}

func (w *WhitePart) asList(c *kit.Context) bool {
	return w.listed || c.Current() == nil || len(c.Current().Cells) == 0
}

func (w *WhitePart) Scopes(c *kit.Context) []keys.Scope {
	if w.asList(c) {
		if w.List.Edit != nil {
			return w.List.Scopes(c)
		}
		return append(w.List.Scopes(c), keys.ScopeWhite)
	}
	return []keys.Scope{keys.ScopeWhite, keys.ScopePlan, keys.ScopeMove}
}

func (w *WhitePart) Handle(c *kit.Context, in keys.Intent) kit.Outcome {
	if in.Kind == keys.NextLook {
		w.listed = !w.listed
		return kit.Done()
	}
	if w.asList(c) {
		if ids := w.List.ids(c); in.Kind == keys.Rate && len(ids) > 0 {
			return kit.Change(
				edit.SetField{
					Ref:   edit.Ref{Account: c.Account, Of: edit.OfCell, ID: ids[w.List.Place(ids)]},
					Key:   "cell.status",
					Value: (model.CellNotApplicable + model.CellStatus(in.N)).String(),
				},
			)
		}
		return w.List.Handle(c, in)
	}
	g := gridOf(c)
	w.stand(&g)
	if to, ok := kit.MoveTo(in.Kind, w.row, len(g.Units), w.height); ok {
		w.MoveTo(&g, to, w.col)
		return kit.Done()
	}
	switch in.Kind {
	case keys.Left:
		w.MoveTo(&g, w.row, w.col-1)
		return kit.Done()
	case keys.Right:
		w.MoveTo(&g, w.row, w.col+1)
		return kit.Done()
	case keys.Add:
		return kit.Open(kit.NewPrompt(kit.AskCell, "", ""))
	case keys.Rate:
		return w.set(c, "cell.status", (model.CellNotApplicable + model.CellStatus(in.N)).String())
	case keys.SetUnknown:
		if CellAt(c, w.unit, w.offering) == nil {
			return kit.Say(words.T("plan.nobody-asked-about-yet", w.offering, w.unit))
		}
		return w.set(c, "cell.status", "")
	case keys.Details, keys.EditHere:
		return w.details(c)
	case keys.Delete:
		if x := CellAt(c, w.unit, w.offering); x != nil {
			out := kit.Change(edit.RemoveItem{Account: c.Account, Of: edit.OfCell, ID: string(x.ID)})
			out.Say(words.T("plan.off-grid-u-brings-back", x.Offering, x.Unit))
			return kit.Deleting(c, words.T("plan.in", x.Offering, x.Unit), out)
		}
		return kit.Refuse(words.T("plan.there-nothing-this-cell"))
	case keys.Copy:
		return w.copy(c, &g)
	case keys.Explain:
		return kit.Open(kit.NewExplain(c.Account, "whitespace"))
	}
	return kit.Outcome{}
}

// set writes a field of the cell under the cursor; a cell that is not there yet is
// added with it.
func (w *WhitePart) set(c *kit.Context, key, value string) kit.Outcome {
	changes := w.filled(c, w.unit, w.offering, c.Session.NewID(), key, value)
	out := kit.Change(changes...)
	if value == "" {
		out.Say(words.T("plan.in-unknown", w.offering, w.unit))
	} else {
		out.Say(words.T("plan.in-2", w.offering, w.unit, value))
	}
	return out
}

func (w *WhitePart) filled(c *kit.Context, unit, offering, id, key, value string) []edit.Change {
	var out []edit.Change
	if x := CellAt(c, unit, offering); x != nil {
		id = string(x.ID)
	} else {
		out = append(out, edit.AddCell{Account: c.Account, ID: model.CellID(id), Unit: unit, Offering: offering})
	}
	return append(out, edit.SetField{Ref: edit.Ref{Account: c.Account, Of: edit.OfCell, ID: id}, Key: key, Value: value})
}

func (w *WhitePart) details(c *kit.Context) kit.Outcome {
	if x := CellAt(c, w.unit, w.offering); x != nil {
		return kit.Open(kit.NewSheet(c, edit.Ref{Account: c.Account, Of: edit.OfCell, ID: string(x.ID)}))
	}
	id := c.Session.NewID()
	out := kit.Change(edit.AddCell{Account: c.Account, ID: model.CellID(id), Unit: w.unit, Offering: w.offering})
	out.Again(keys.Intent{Kind: keys.Details})
	return out
}

// copy puts the whole grid on the clipboard, as a spreadsheet takes it.
func (w *WhitePart) copy(c *kit.Context, g *model.Grid) kit.Outcome {
	lines := []string{"\t" + strings.Join(g.Offerings, "\t")}
	for _, u := range g.Units {
		line := u
		for _, o := range g.Offerings {
			line += "\t"
			if x := CellAt(c, u, o); x != nil {
				line += words.Here(x.Status.String())
			}
		}
		lines = append(lines, line)
	}
	return kit.Doing(kit.Copying{Text: strings.Join(lines, "\n")})
}

// Paste takes a block of statuses and yearly potentials. A first row of offerings
// and a first column of units say where they belong; without them the block begins
// at the cursor.
func (w *WhitePart) Paste(c *kit.Context, b kit.Block) kit.Outcome {
	p := &kit.Pasted{C: c, Into: "whitespace", Block: b}
	g := gridOf(c)
	w.stand(&g)
	units, offerings, from := w.blockEdges(b, &g)
	ids := map[[2]string]string{}
	for i := from; i < len(b); i++ {
		for k := from; k < len(b[i]); k++ {
			switch {
			case b[i][k] == "":
			case i-from >= len(units) || k-from >= len(offerings) || units[i-from] == "" || offerings[k-from] == "":
				p.Wrong(i, k, words.T("plan.no-unit-or-no-offering"))
			default:
				w.pasteCell(c, p, i, k, units[i-from], offerings[k-from], ids)
			}
		}
	}
	return p.Outcome()
}

func (w *WhitePart) pasteCell(
	c *kit.Context,
	p *kit.Pasted,
	i, k int,
	unit, offering string,
	ids map[[2]string]string,
) {
	at := [2]string{strings.ToLower(unit), strings.ToLower(offering)}
	if ids[at] != "" {
		p.Wrong(i, k, words.T("plan.same-unit-offering-stand-twice"))
		return
	}
	ids[at] = c.Session.NewID()
	text := p.Block[i][k]
	if s, ok := cellStatus(text); ok {
		p.Put(i, k, w.filled(c, unit, offering, ids[at], "cell.status", s)...)
		return
	}
	if _, err := model.ParseNumber(strings.TrimRight(strings.ToLower(text), "kmb $€£₪")); err != nil {
		p.Wrong(i, k, words.T("plan.neither-status-nor-amount"))
		return
	}
	changes := w.filled(c, unit, offering, ids[at], "cell.potential", text)
	if x := CellAt(c, unit, offering); x == nil || x.Status == model.CellUnknown {
		ref := changes[len(changes)-1].(edit.SetField).Ref
		changes = append(changes, edit.SetField{Ref: ref, Key: "cell.status", Value: model.CellPotential.String()})
	}
	p.Put(i, k, changes...)
}

// cellStatus reads a status as people write it.
func cellStatus(text string) (string, bool) {
	text = strings.ToLower(text)
	for s := model.CellNotApplicable; s <= model.CellLost; s++ {
		if word := s.String(); text == word || len(text) > 2 && strings.HasPrefix(word, text) {
			return word, true
		}
	}
	if text == "n/a" || text == "na" {
		return model.CellNotApplicable.String(), true
	}
	return "", false
}

// blockEdges are the units and offerings of a block: its own first column and row
// when the first row holds names, else those of the grid from the cursor on.
func (w *WhitePart) blockEdges(b kit.Block, g *model.Grid) (units, offerings []string, from int) {
	named := len(b) > 1 && len(b[0]) > 1
	for _, cell := range b[0][min(1, len(b[0])):] {
		_, status := cellStatus(cell)
		_, err := model.ParseNumber(cell)
		named = named && cell != "" && !status && err != nil
	}
	if !named {
		if len(g.Units) > 0 {
			units, offerings = g.Units[w.row:], g.Offerings[w.col:]
		}
		return units, offerings, 0
	}
	for _, row := range b[1:] {
		units = append(units, row[0])
	}
	return units, b[0][1:], 1
}

func (w *WhitePart) Draw(c *kit.Context, cv widget.Canvas, focus bool) {
	if w.asList(c) {
		w.List.Draw(c, cv, focus)
		return
	}
	g := gridOf(c)
	w.stand(&g)
	foot := w.foot(c, &g)
	room := cv.W() - 3
	table, rest := cv.Rect().SplitTop(min(len(g.Units)+2, max(3, cv.H()-kit.FootHeight(foot, room)-1)))
	w.height = table.H - 1
	w.table.Columns = w.table.Columns[:0]
	wide := 8
	for _, u := range g.Units {
		wide = max(wide, widget.Width(u))
	}
	w.table.Columns = append(
		w.table.Columns,
		widget.Column{Title: words.T("plan.unit"), Width: min(wide, max(8, cv.W()/4))},
	)
	for _, o := range g.Offerings {
		w.table.Columns = append(w.table.Columns, widget.Column{Title: o, Width: min(24, max(17, widget.Width(o)))})
	}
	w.table.Columns = append(
		w.table.Columns,
		widget.Column{Title: words.T("plan.won"), Width: 6, Align: widget.Right},
		widget.Column{Title: words.T("plan.gap-2"), Width: 9, Align: widget.Right},
	)
	w.table.Draw(cv.Sub(table), whiteRows{c, &g, largestGap(c)}, w.row, w.col+1, focus)
	out := cv.Sub(widget.Rect{X: 2, Y: rest.Y + 1, W: room, H: max(0, rest.H-1)})
	kit.DrawLines(out, foot)
}

// whiteRows gives the table its cells: a row a unit, and one with the totals.
type whiteRows struct {
	c       *kit.Context
	g       *model.Grid
	largest float64
}
