package ui

import (
	"slices"
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/ui/widget"
)

// whitePart is the whitespace of an account: their units × our offerings, with
// totals on both edges, or the same cells as a list.
type whitePart struct {
	list           *itemPart
	listed         bool
	unit, offering string // under the cursor
	row, col       int    // where that stood, for when it is gone
	table          widget.Table
	height         int
}

func newWhitePart() *whitePart { return &whitePart{list: newItemPart(edit.OfCell)} }

func (w *whitePart) opened(c *ctx) {
	w.list.opened(c)
	w.unit, w.offering, w.row, w.col = "", "", 0, 0
}

func (w *whitePart) reveal(c *ctx, field string) bool {
	if !w.list.reveal(c, field) {
		return false
	}
	for _, x := range c.current().Cells {
		if string(x.ID) == field {
			w.unit, w.offering = x.Unit, x.Offering
		}
	}
	return true
}

// gridOf is the grid of the open account.
func gridOf(c *ctx) model.Grid {
	return model.Whitespace(c.current(), c.portfolio().Programme(), c.scores().Period().Year)
}

// stand finds the cursor in the grid as it is now.
func (w *whitePart) stand(g *model.Grid) {
	if i := slices.Index(g.Units, w.unit); i >= 0 {
		w.row = i
	}
	if i := slices.Index(g.Offerings, w.offering); i >= 0 {
		w.col = i
	}
	w.moveTo(g, w.row, w.col)
}

func (w *whitePart) ShortFor(k IntentKind) (string, bool) { return w.list.ShortFor(k) }

func (w *whitePart) moveTo(g *model.Grid, row, col int) {
	w.row, w.col = max(0, min(row, len(g.Units)-1)), max(0, min(col, len(g.Offerings)-1))
	if len(g.Units) > 0 {
		w.unit, w.offering = g.Units[w.row], g.Offerings[w.col]
	}
}

// cellAt is the cell of a unit and an offering, nil while there is none.
func cellAt(c *ctx, unit, offering string) *model.Cell {
	for i := range c.current().Cells {
		if x := &c.current().Cells[i]; x.Unit == unit && x.Offering == offering {
			return x
		}
	}
	return nil
}

func (w *whitePart) asList(c *ctx) bool {
	return w.listed || c.current() == nil || len(c.current().Cells) == 0
}

func (w *whitePart) scopes(c *ctx) []scope {
	if w.asList(c) {
		if w.list.edit != nil {
			return w.list.scopes(c)
		}
		return append(w.list.scopes(c), scopeWhite)
	}
	return []scope{scopeWhite, scopePlan, scopeMove}
}

func (w *whitePart) handle(c *ctx, in Intent) Outcome {
	if in.Kind == NextLook {
		w.listed = !w.listed
		return done()
	}
	if w.asList(c) {
		if ids := w.list.ids(c); in.Kind == Rate && len(ids) > 0 {
			return change(edit.SetField{Ref: edit.Ref{Account: c.account, Of: edit.OfCell, ID: ids[w.list.place(ids)]}, Key: "cell.status", Value: (model.CellNotApplicable + model.CellStatus(in.N)).String()})
		}
		return w.list.handle(c, in)
	}
	g := gridOf(c)
	w.stand(&g)
	if to, ok := moveTo(in.Kind, w.row, len(g.Units), w.height); ok {
		w.moveTo(&g, to, w.col)
		return done()
	}
	switch in.Kind {
	case Left:
		w.moveTo(&g, w.row, w.col-1)
		return done()
	case Right:
		w.moveTo(&g, w.row, w.col+1)
		return done()
	case Add:
		return open(newPrompt(askCell, "", ""))
	case Rate:
		return w.set(c, "cell.status", (model.CellNotApplicable + model.CellStatus(in.N)).String())
	case SetUnknown:
		if cellAt(c, w.unit, w.offering) == nil {
			return say("Nobody asked about " + w.offering + " in " + w.unit + " yet.")
		}
		return w.set(c, "cell.status", "")
	case Details, EditHere:
		return w.details(c)
	case Delete:
		if x := cellAt(c, w.unit, w.offering); x != nil {
			out := change(edit.RemoveItem{Account: c.account, Of: edit.OfCell, ID: string(x.ID)})
			out.Say("off the grid; u brings it back: " + x.Offering + " in " + x.Unit)
			return deleting(c, x.Offering+" in "+x.Unit, out)
		}
		return refuse("There is nothing in this cell.")
	case Copy:
		return w.copy(c, &g)
	case Explain:
		return open(newExplain(c.account, "whitespace"))
	}
	return Outcome{}
}

// set writes a field of the cell under the cursor; a cell that is not there yet is
// added with it.
func (w *whitePart) set(c *ctx, key, value string) Outcome {
	changes := w.filled(c, w.unit, w.offering, c.session.NewID(), key, value)
	out := change(changes...)
	if value == "" {
		value = "unknown"
	}
	out.Say(w.offering + " in " + w.unit + ": " + value)
	return out
}

func (w *whitePart) filled(c *ctx, unit, offering, id, key, value string) []edit.Change {
	var out []edit.Change
	if x := cellAt(c, unit, offering); x != nil {
		id = string(x.ID)
	} else {
		out = append(out, edit.AddCell{Account: c.account, ID: model.CellID(id), Unit: unit, Offering: offering})
	}
	return append(out, edit.SetField{Ref: edit.Ref{Account: c.account, Of: edit.OfCell, ID: id}, Key: key, Value: value})
}

func (w *whitePart) details(c *ctx) Outcome {
	if x := cellAt(c, w.unit, w.offering); x != nil {
		return open(newSheet(c, edit.Ref{Account: c.account, Of: edit.OfCell, ID: string(x.ID)}))
	}
	id := c.session.NewID()
	out := change(edit.AddCell{Account: c.account, ID: model.CellID(id), Unit: w.unit, Offering: w.offering})
	out.Again(Intent{Kind: Details})
	return out
}

// copy puts the whole grid on the clipboard, as a spreadsheet takes it.
func (w *whitePart) copy(c *ctx, g *model.Grid) Outcome {
	lines := []string{"\t" + strings.Join(g.Offerings, "\t")}
	for _, u := range g.Units {
		line := u
		for _, o := range g.Offerings {
			line += "\t"
			if x := cellAt(c, u, o); x != nil {
				line += x.Status.String()
			}
		}
		lines = append(lines, line)
	}
	return doing(Copying{strings.Join(lines, "\n")})
}

// paste takes a block of statuses and yearly potentials. A first row of offerings
// and a first column of units say where they belong; without them the block begins
// at the cursor.
func (w *whitePart) paste(c *ctx, b block) Outcome {
	p := &pasted{c: c, into: "whitespace", block: b}
	g := gridOf(c)
	w.stand(&g)
	units, offerings, from := w.blockEdges(b, &g)
	ids := map[[2]string]string{}
	for i := from; i < len(b); i++ {
		for k := from; k < len(b[i]); k++ {
			switch {
			case b[i][k] == "":
			case i-from >= len(units) || k-from >= len(offerings) || units[i-from] == "" || offerings[k-from] == "":
				p.wrong(i, k, "no unit or no offering stands beside it; paste their names too")
			default:
				w.pasteCell(c, p, i, k, units[i-from], offerings[k-from], ids)
			}
		}
	}
	return p.outcome()
}

func (w *whitePart) pasteCell(c *ctx, p *pasted, i, k int, unit, offering string, ids map[[2]string]string) {
	at := [2]string{strings.ToLower(unit), strings.ToLower(offering)}
	if ids[at] != "" {
		p.wrong(i, k, "the same unit and offering stand twice in the block")
		return
	}
	ids[at] = c.session.NewID()
	text := p.block[i][k]
	if s, ok := cellStatus(text); ok {
		p.put(i, k, w.filled(c, unit, offering, ids[at], "cell.status", s)...)
		return
	}
	if _, err := model.ParseNumber(strings.TrimRight(strings.ToLower(text), "kmb $€£₪")); err != nil {
		p.wrong(i, k, "is neither a status nor an amount")
		return
	}
	changes := w.filled(c, unit, offering, ids[at], "cell.potential", text)
	if x := cellAt(c, unit, offering); x == nil || x.Status == model.CellUnknown {
		ref := changes[len(changes)-1].(edit.SetField).Ref
		changes = append(changes, edit.SetField{Ref: ref, Key: "cell.status", Value: model.CellPotential.String()})
	}
	p.put(i, k, changes...)
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
func (w *whitePart) blockEdges(b block, g *model.Grid) (units, offerings []string, from int) {
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

func (w *whitePart) draw(c *ctx, cv widget.Canvas, focus bool) {
	if w.asList(c) {
		w.list.draw(c, cv, focus)
		return
	}
	g := gridOf(c)
	w.stand(&g)
	foot := w.foot(c, &g)
	room := cv.W() - 3
	table, rest := cv.Rect().SplitTop(min(len(g.Units)+2, max(3, cv.H()-footHeight(foot, room)-1)))
	w.height = table.H - 1
	w.table.Columns = w.table.Columns[:0]
	wide := 8
	for _, u := range g.Units {
		wide = max(wide, widget.Width(u))
	}
	w.table.Columns = append(w.table.Columns, widget.Column{Title: "unit", Width: min(wide, max(8, cv.W()/4))})
	for _, o := range g.Offerings {
		w.table.Columns = append(w.table.Columns, widget.Column{Title: o, Width: min(24, max(17, widget.Width(o)))})
	}
	w.table.Columns = append(w.table.Columns, widget.Column{Title: "won", Width: 6, Align: widget.Right}, widget.Column{Title: "gap", Width: 9, Align: widget.Right})
	w.table.Draw(cv.Sub(table), whiteRows{c, &g, largestGap(c)}, w.row, w.col+1, focus)
	out := cv.Sub(widget.Rect{X: 2, Y: rest.Y + 1, W: room, H: max(0, rest.H-1)})
	drawLines(out, foot)
}
