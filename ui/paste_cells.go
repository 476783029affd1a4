package ui

import (
	"slices"
	"strconv"
	"strings"

	"accord/model"
	"accord/model/edit"
)

// paste takes a block into the sheet of figures. A first row of years and a first
// column of line names say where the cells belong; without them the block begins
// at the cursor and goes on as the screen does.
func (s *figurePart) paste(c *ctx, b block) Outcome {
	p := &pasted{c: c, into: "figures", block: b}
	years, fromRow, corner := s.blockYears(c, b)
	lines, fromCol := s.blockLines(b, fromRow, corner)
	for i := fromRow; i < len(b); i++ {
		for k := fromCol; k < len(b[i]); k++ {
			at, col := i-fromRow, k-fromCol
			switch {
			case b[i][k] == "":
			case fromCol > 0 && lines[at] >= 0 && figureRows[lines[at]].derived(): // it follows from the others here as there
			case col >= len(years) || years[col] == 0:
				p.wrong(i, k, "there is no year above it")
			case lines[at] < 0:
				p.wrong(i, k, "there is no such line of figures")
			case figureRows[lines[at]].derived():
				p.wrong(i, k, figureRows[lines[at]].why)
			default:
				key := edit.FigureKey(years[col], figureRows[lines[at]].line)
				p.put(i, k, edit.SetField{Ref: edit.AccountRef(c.account), Key: key, Value: b[i][k]})
			}
		}
	}
	return p.outcome()
}

// blockYears are the years of the block's columns: from its first row if that
// holds years, else those of the screen from the cursor on. corner says that the
// first row begins above the names of the lines.
func (s *figurePart) blockYears(c *ctx, b block) (years []int, fromRow int, corner bool) {
	named := 0
	for _, cell := range b[0] {
		y, err := strconv.Atoi(strings.TrimPrefix(strings.ToUpper(cell), "FY"))
		if err != nil || y < 1900 || y > 2200 {
			y = 0
		} else {
			named++
		}
		years = append(years, y)
	}
	if named > 0 && named >= len(b[0])-1 && len(b) > 1 {
		if years[0] == 0 {
			return years[1:], 1, true
		}
		return years, 1, false
	}
	all := s.years(c)
	years = all[slices.Index(all, s.year):]
	width := 0
	for _, row := range b {
		width = max(width, len(row))
	}
	for len(years) < width {
		years = append(years, years[len(years)-1]-1)
	}
	return years, 0, false
}

// blockLines are the lines of figures of the block's rows: by the names in its
// first column if there are any, else those from the cursor on.
func (s *figurePart) blockLines(b block, fromRow int, named bool) (lines []int, fromCol int) {
	for _, row := range b[fromRow:] {
		at := slices.IndexFunc(figureRows, func(r figureRow) bool {
			return strings.EqualFold(strings.TrimSpace(r.name), row[0]) || r.line != "" && strings.EqualFold(strings.ReplaceAll(r.line, "_", " "), strings.ReplaceAll(row[0], "_", " "))
		})
		named = named || at >= 0
		lines = append(lines, at)
	}
	if named {
		return lines, 1
	}
	for i := range lines {
		if lines[i] = s.row + i; lines[i] >= len(figureRows) {
			lines[i] = -1
		}
	}
	return lines, 0
}

// paste adds a row of the block as an item of the list, its cells in the columns
// of the screen from the first on. A first row that names the columns is followed.
func (s *itemPart) paste(c *ctx, b block) Outcome {
	p := &pasted{c: c, into: s.of.String() + "s", block: b}
	columns, from := s.blockColumns(b)
	for i := from; i < len(b); i++ {
		id := c.session.NewID()
		var first []edit.Change
		for k := range b[i] {
			if k < len(columns) && columns[k] == 0 && b[i][k] != "" {
				first = []edit.Change{itemAdded(c, s.of, id, b[i][k])}
			}
		}
		if first == nil {
			if strings.Join(b[i], "") != "" {
				p.wrong(i, 0, "it needs words in the column "+s.columns[0].title)
			}
			continue
		}
		if _, err := c.session.Try(first[0]); err != nil {
			p.wrong(i, 0, sentence(err))
			continue
		}
		p.changes = append(p.changes, first[0])
		p.cells++
		s.pasteRow(c, p, i, columns, id, first[0])
	}
	return p.outcome()
}

// pasteRow fills the other cells of an item that is being added.
func (s *itemPart) pasteRow(c *ctx, p *pasted, i int, columns []int, id string, added edit.Change) {
	for k, text := range p.block[i] {
		switch {
		case text == "" || k < len(columns) && columns[k] == 0:
		case k >= len(columns) || columns[k] < 0:
			p.wrong(i, k, "the list has no such column")
		default:
			f := s.columns[columns[k]].field
			if f.Kind == edit.Day {
				d, err := ParseDay(text, c.session.Today())
				if err != nil {
					p.wrong(i, k, sentence(err))
					continue
				}
				text = d.String()
			}
			ch := edit.SetField{Ref: edit.Ref{Account: c.account, Of: s.of, ID: id}, Key: f.Key, Value: text}
			if _, err := c.session.Try(edit.Together{added, ch}); err != nil {
				p.wrong(i, k, sentence(err))
				continue
			}
			p.changes = append(p.changes, ch)
			p.cells++
		}
	}
}

// itemAdded is the change that begins an item.
func itemAdded(c *ctx, of edit.EntityKind, id, text string) edit.Change {
	switch of {
	case edit.OfObjective:
		return edit.AddObjective{Account: c.account, ID: model.ObjectiveID(id), Text: text}
	case edit.OfAction:
		return edit.AddAction{Account: c.account, ID: model.ActionID(id), Text: text}
	}
	return edit.AddItem{Account: c.account, Of: of, ID: id, Text: text}
}

// blockColumns are the list's columns that the block's columns go to: by name when
// its first row has nothing but names, else in the order of the screen.
func (s *itemPart) blockColumns(b block) (columns []int, from int) {
	for _, cell := range b[0] {
		columns = append(columns, slices.IndexFunc(s.columns, func(x itemColumn) bool {
			return strings.EqualFold(x.title, cell) || strings.EqualFold(x.field.Label, cell)
		}))
	}
	if !slices.Contains(columns, -1) && slices.Contains(columns, 0) {
		return columns, 1
	}
	columns = columns[:0]
	for i := range s.columns {
		columns = append(columns, i)
	}
	return columns, 0
}
