package plan

import (
	"slices"
	"strconv"
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/ui/kit"
)

// Paste takes a block into the sheet of figures. A first row of years and a first
// column of line names say where the cells belong; without them the block begins
// at the cursor and goes on as the screen does.
func (s *FigurePart) Paste(c *kit.Context, b kit.Block) kit.Outcome {
	p := &kit.Pasted{C: c, Into: "figures", Block: b}
	years, fromRow, corner := s.blockYears(c, b)
	lines, fromCol := s.blockLines(b, fromRow, corner)
	for i := fromRow; i < len(b); i++ {
		for k := fromCol; k < len(b[i]); k++ {
			at, col := i-fromRow, k-fromCol
			switch {
			case b[i][k] == "":
			case fromCol > 0 && lines[at] >= 0 && FigureRows()[lines[at]].derived(): // it follows from the others here as there
			case col >= len(years) || years[col] == 0:
				p.Wrong(i, k, words.T("plan.there-no-year-above"))
			case lines[at] < 0:
				p.Wrong(i, k, words.T("plan.there-no-such-line-figures"))
			case FigureRows()[lines[at]].derived():
				p.Wrong(i, k, FigureRows()[lines[at]].why)
			default:
				key := edit.FigureKey(years[col], FigureRows()[lines[at]].Line)
				p.Put(i, k, edit.SetField{Ref: edit.AccountRef(c.Account), Key: key, Value: b[i][k]})
			}
		}
	}
	return p.Outcome()
}

// blockYears are the years of the block's columns: from its first row if that
// holds years, else those of the screen from the cursor on. corner says that the
// first row begins above the names of the lines.
func (s *FigurePart) blockYears(c *kit.Context, b kit.Block) (years []int, fromRow int, corner bool) {
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
	years = all[slices.Index(all, s.Year):]
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
func (s *FigurePart) blockLines(b kit.Block, fromRow int, named bool) (lines []int, fromCol int) {
	for _, row := range b[fromRow:] {
		at := slices.IndexFunc(FigureRows(), func(r figureRow) bool {
			return strings.EqualFold(strings.TrimSpace(r.name), row[0]) ||
				r.Line != "" && strings.EqualFold(strings.ReplaceAll(r.Line, "_", " "), strings.ReplaceAll(row[0], "_", " "))
		})
		named = named || at >= 0
		lines = append(lines, at)
	}
	if named {
		return lines, 1
	}
	for i := range lines {
		if lines[i] = s.Row + i; lines[i] >= len(FigureRows()) {
			lines[i] = -1
		}
	}
	return lines, 0
}

// Paste adds a row of the block as an item of the list, its cells in the columns
// of the screen from the first on. A first row that names the columns is followed.
func (s *ItemPart) Paste(c *kit.Context, b kit.Block) kit.Outcome {
	p := &kit.Pasted{C: c, Into: s.of.String() + "s", Block: b}
	columns, from := s.blockColumns(b)
	for i := from; i < len(b); i++ {
		id := c.Session.NewID()
		var first []edit.Change
		for k := range b[i] {
			if k < len(columns) && columns[k] == 0 && b[i][k] != "" {
				first = []edit.Change{itemAdded(c, s.of, id, b[i][k])}
			}
		}
		if first == nil {
			if strings.Join(b[i], "") != "" {
				p.Wrong(i, 0, words.T("plan.needs-words-column", s.columns[0].title))
			}
			continue
		}
		if _, err := c.Session.Try(first[0]); err != nil {
			p.Wrong(i, 0, kit.Sentence(err))
			continue
		}
		p.Changes = append(p.Changes, first[0])
		p.Cells++
		s.pasteRow(c, p, i, columns, id, first[0])
	}
	return p.Outcome()
}

// pasteRow fills the other cells of an item that is being added.
func (s *ItemPart) pasteRow(c *kit.Context, p *kit.Pasted, i int, columns []int, id string, added edit.Change) {
	for k, text := range p.Block[i] {
		switch {
		case text == "" || k < len(columns) && columns[k] == 0:
		case k >= len(columns) || columns[k] < 0:
			p.Wrong(i, k, words.T("plan.list-no-such-column"))
		default:
			f := s.columns[columns[k]].field
			if f.Kind == edit.Day {
				d, err := kit.ParseDay(text, c.Session.Today())
				if err != nil {
					p.Wrong(i, k, kit.Sentence(err))
					continue
				}
				text = d.String()
			}
			ch := edit.SetField{Ref: edit.Ref{Account: c.Account, Of: s.of, ID: id}, Key: f.Key, Value: text}
			if _, err := c.Session.Try(edit.Together{added, ch}); err != nil {
				p.Wrong(i, k, kit.Sentence(err))
				continue
			}
			p.Changes = append(p.Changes, ch)
			p.Cells++
		}
	}
}

// itemAdded is the change that begins an item.
func itemAdded(c *kit.Context, of edit.EntityKind, id, text string) edit.Change {
	switch of {
	case edit.OfObjective:
		return edit.AddObjective{Account: c.Account, ID: model.ObjectiveID(id), Text: text}
	case edit.OfAction:
		return edit.AddAction{Account: c.Account, ID: model.ActionID(id), Text: text}
	}
	return edit.AddItem{Account: c.Account, Of: of, ID: id, Text: text}
}

// blockColumns are the list's columns that the block's columns go to: by name when
// its first row has nothing but names, else in the order of the screen.
func (s *ItemPart) blockColumns(b kit.Block) (columns []int, from int) {
	for _, cell := range b[0] {
		columns = append(columns, slices.IndexFunc(s.columns, func(x itemColumn) bool {
			return strings.EqualFold(x.title, cell) || strings.EqualFold(x.field.Label, cell) || strings.EqualFold(x.field.Title, cell)
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
