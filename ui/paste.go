package ui

import (
	"encoding/csv"
	"fmt"
	"strings"

	"accord/model/edit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// block is what was copied in a spreadsheet: rows of cells.
type block [][]string

// parseBlock reads what a spreadsheet puts on the clipboard: cells between tabs,
// rows between line ends, cells with either in quotes. What cannot be read that
// way is taken as it is, a line a row.
func parseBlock(text string) block {
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
func (b block) size() string {
	w := 0
	for _, row := range b {
		w = max(w, len(row))
	}
	return fmt.Sprintf("%d × %d", len(b), w)
}

// pasted gathers what the cells of a block become, and what is wrong with those
// that become nothing.
type pasted struct {
	c        *ctx
	into     string
	block    block
	changes  []edit.Change
	problems []string
	cells    int // that change
	same     int
}

// put tries what one cell becomes, all of it or none.
func (p *pasted) put(row, col int, changes ...edit.Change) {
	patch, err := p.c.session.Try(edit.Together(changes))
	switch {
	case err != nil:
		p.wrong(row, col, sentence(err))
	case patch.Empty():
		p.same++
	default:
		p.changes = append(p.changes, changes...)
		p.cells++
	}
}

// wrong notes why a cell becomes nothing. Rows and columns count from 1, as in the
// spreadsheet.
func (p *pasted) wrong(row, col int, why string) {
	p.problems = append(p.problems, fmt.Sprintf("row %d, column %d, “%s”: %s", row+1, col+1, widget.Cut(oneLine(p.block[row][col]), 24), why))
}

// outcome is the paste: at once when every cell is good, else after a look at
// those that are not.
func (p *pasted) outcome() Outcome {
	ch := edit.Paste{Account: p.c.account, Title: "paste " + p.block.size() + " into " + p.into, Cells: p.changes}
	if len(p.problems) > 0 {
		return open(&pastePage{change: ch, problems: p.problems, cells: p.cells, same: p.same})
	}
	if len(p.changes) == 0 {
		return say("Everything pasted stands here already.")
	}
	out := change(ch)
	out.Say("pasted " + p.block.size() + ": " + plural(p.cells, "cell") + " changed; u takes it back")
	return out
}

// pastePage lists the cells of a block that cannot be taken, and asks whether
// the others shall be.
type pastePage struct {
	page
	change   edit.Paste
	problems []string
	cells    int
	same     int
}

func (p *pastePage) title(*ctx) string {
	return "Not everything fits: " + plural(len(p.problems), "cell")
}
func (p *pastePage) scopes(*ctx) []scope { return []scope{scopePage, scopeMove} }

func (p *pastePage) place(_ *ctx, screen widget.Rect) widget.Rect {
	return screen.Center(min(100, screen.W), min(len(p.problems)+7, screen.H))
}

func (p *pastePage) handle(_ *ctx, in Intent) Outcome {
	switch {
	case p.scroll(in.Kind):
		return done()
	case in.Kind == Cancel:
		out := closing()
		out.Say("nothing was pasted")
		return out
	case in.Kind == Accept && len(p.change.Cells) == 0:
		return refuse("None of the cells can be taken. esc goes back; nothing was changed.")
	case in.Kind == Accept:
		out := closing()
		out.Change(p.change)
		out.Say("pasted " + plural(p.cells, "cell") + ", left out " + plural(len(p.problems), "cell") + "; u takes it back")
		return out
	}
	return Outcome{}
}

func (p *pastePage) draw(_ *ctx, cv widget.Canvas, _ bool) {
	body := hint(cv, "enter takes the others, as one edit · esc takes nothing")
	p.begin(body.W())
	p.text(1, fmt.Sprintf("%s can be taken, %d stand here already. These cannot:", plural(p.cells, "cell"), p.same), theme.Plain)
	p.blank()
	for _, line := range p.problems {
		p.text(1, line, theme.Warn)
	}
	p.page.draw(body)
}

// pasteInto is a part that takes a block of cells.
type pasteInto interface {
	paste(c *ctx, b block) Outcome
}
