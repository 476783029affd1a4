package kit

import (
	"encoding/csv"
	"fmt"
	"strings"

	"accord/model/edit"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/theme"
	"accord/ui/widget"
)

// Block is what was copied in a spreadsheet: rows of cells.
type Block [][]string

// ParseBlock reads what a spreadsheet puts on the clipboard: cells between tabs,
// rows between line ends, cells with either in quotes. What cannot be read that
// way is taken as it is, a line a row.
func ParseBlock(text string) Block {
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord = '\t', -1
	rows, err := r.ReadAll()
	if err != nil {
		rows = nil
		for line := range strings.SplitSeq(strings.TrimRight(text, "\n"), "\n") {
			rows = append(rows, strings.Split(line, "\t"))
		}
	}
	for i := range rows {
		for k := range rows[i] {
			rows[i][k] = strings.TrimSpace(rows[i][k])
		}
	}
	return rows
}

// size is the block in words: "40 × 12".
func (b Block) size() string {
	w := 0
	for _, row := range b {
		w = max(w, len(row))
	}
	return fmt.Sprintf("%d × %d", len(b), w)
}

// Pasted gathers what the cells of a block become, and what is wrong with those
// that become nothing.
type Pasted struct {
	C        *Context
	Into     string
	Block    Block
	Changes  []edit.Change
	problems []string
	Cells    int // that change
	same     int
}

// Put tries what one cell becomes, all of it or none.
func (p *Pasted) Put(row, col int, changes ...edit.Change) {
	patch, err := p.C.Session.Try(edit.Together(changes))
	switch {
	case err != nil:
		p.Wrong(row, col, Sentence(err))
	case patch.Empty():
		p.same++
	default:
		p.Changes = append(p.Changes, changes...)
		p.Cells++
	}
}

// Wrong notes why a cell becomes nothing. Rows and columns count from 1, as in the
// spreadsheet.
func (p *Pasted) Wrong(row, col int, why string) {
	p.problems = append(
		p.problems,
		words.T("kit.row-column", row+1, col+1, widget.Short(OneLine(p.Block[row][col]), 24, "…"), why),
	)
}

// Outcome is the paste: at once when every cell is good, else after a look at
// those that are not.
func (p *Pasted) Outcome() Outcome {
	ch := edit.Paste{Account: p.C.Account, Title: words.New("kit.paste-into", p.Block.size(), p.Into), Cells: p.Changes}
	if len(p.problems) > 0 {
		return Open(&PastePage{change: ch, problems: p.problems, cells: p.Cells, same: p.same})
	}
	if len(p.Changes) == 0 {
		return Say(words.T("kit.everything-pasted-stands-here-already"))
	}
	out := Change(ch)
	out.Say(words.T("kit.pasted-changed-u-takes-back", p.Block.size(), p.Cells))
	return out
}

// PastePage lists the cells of a block that cannot be taken, and asks whether
// the others shall be.
type PastePage struct {
	Body
	change   edit.Paste
	problems []string
	cells    int
	same     int
}

func (p *PastePage) Title(*Context) string {
	return words.T("kit.not-everything-fits", len(p.problems))
}
func (p *PastePage) Scopes(*Context) []keys.Scope {
	return []keys.Scope{keys.ScopePage, keys.ScopeMove}
}

func (p *PastePage) Place(_ *Context, screen widget.Rect) widget.Rect {
	return screen.Center(min(100, screen.W), min(len(p.problems)+7, screen.H))
}

func (p *PastePage) Handle(_ *Context, in keys.Intent) Outcome {
	switch {
	case p.Scroll(in.Kind):
		return Done()
	case in.Kind == keys.Cancel:
		out := Close()
		out.Say(words.T("kit.nothing-pasted"))
		return out
	case in.Kind == keys.Accept && len(p.change.Cells) == 0:
		return Refuse(words.T("kit.none-cells-can-taken-esc"))
	case in.Kind == keys.Accept:
		out := Close()
		out.Change(p.change)
		out.Say(words.T("kit.pasted-left-out-u-takes", p.cells, len(p.problems)))
		return out
	}
	return Outcome{}
}

func (p *PastePage) Draw(_ *Context, cv widget.Canvas, _ bool) {
	body := Hint(cv, words.T("kit.enter-takes-others-as-one"))
	p.Begin(body.W())
	p.Text(1, words.T("kit.can-taken-stand-here-already", p.cells, p.same), theme.Plain)
	p.Blank()
	for _, line := range p.problems {
		p.Text(1, line, theme.Warn)
	}
	p.Body.Draw(body)
}

// PasteInto is a part that takes a block of cells.
type PasteInto interface {
	Paste(c *Context, b Block) Outcome
}
