package kit

import (
	"slices"
	"strings"

	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/theme"
	"accord/ui/widget"
)

// Body is text laid out for reading, taller than its window perhaps. It is laid
// out anew for every frame, because the width and the facts may be others.
type Body struct {
	Width int
	Lines [][]Piece
	Top   int // first visible line; drawing keeps it within the text
	Rows  int // height of the last frame, for the page keys
}

// Piece is some text on exactly w cells of a line.
type Piece struct {
	X, W  int
	Text  string
	Style theme.Style
	Align widget.Align
	Free  bool // the user's own words: a Hebrew line runs from the right
}

// Begin empties the page for a new layout.
func (p *Body) Begin(width int) { p.Width, p.Lines = width, p.Lines[:0] }

func (p *Body) Line(pieces ...Piece) { p.Lines = append(p.Lines, pieces) }

func (p *Body) Blank() { p.Line() }

// Head is a heading with a blank line before it.
func (p *Body) Head(text string) {
	if len(p.Lines) > 0 {
		p.Blank()
	}
	p.Text(1, text, theme.Title)
}

// Text wraps a text from x on.
func (p *Body) Text(x int, text string, st theme.Style) {
	w := max(1, p.Width-x-1)
	for _, l := range widget.Wrap(text, w) {
		p.Line(Piece{X: x, W: w, Text: l, Style: st, Free: true})
	}
}

// Bullet is a text behind a sign, wrapped beside it.
func (p *Body) Bullet(x int, sign, text string, st theme.Style) {
	at := len(p.Lines)
	p.Text(x+2, text, st)
	if at < len(p.Lines) {
		p.Lines[at] = append(p.Lines[at], Piece{X: x, W: 1, Text: sign, Style: st})
	}
}

// Scroll answers the moving intents.
func (p *Body) Scroll(k keys.IntentKind) bool {
	step := max(1, p.Rows-1)
	switch k {
	case keys.Up:
		p.Top--
	case keys.Down:
		p.Top++
	case keys.PageUp:
		p.Top -= step
	case keys.PageDown:
		p.Top += step
	case keys.First:
		p.Top = 0
	case keys.Last:
		p.Top = len(p.Lines)
	default:
		return false
	}
	p.Top = max(0, min(p.Top, len(p.Lines)-p.Rows))
	return true
}

// Draw shows the window of the page; where more follows, the last row says so.
func (p *Body) Draw(cv widget.Canvas) {
	p.Rows = cv.H()
	if len(p.Lines) > p.Rows {
		p.Rows = max(1, p.Rows-1)
	}
	p.Top = max(0, min(p.Top, len(p.Lines)-p.Rows))
	end := min(len(p.Lines), p.Top+p.Rows)
	for i, l := range p.Lines[p.Top:end] {
		for _, q := range l {
			if q.Free {
				cv.TextAuto(q.X, i, q.W, q.Text, q.Style, q.Align)
			} else {
				cv.TextIn(q.X, i, q.W, q.Text, q.Style, q.Align)
			}
		}
	}
	if len(p.Lines) > p.Rows && cv.H() > 1 {
		cv.TextIn(1, cv.H()-1, cv.W()-2, p.where(end), theme.Quiet, widget.Right)
	}
}

// where says how much lies above and below.
func (p *Body) where(end int) string {
	var wording []string
	if below := len(p.Lines) - end; below > 0 {
		wording = append(wording, words.T("kit.more-2", below))
	}
	if p.Top > 0 {
		wording = append(wording, words.T("kit.above", p.Top))
	}
	return strings.Join(wording, " ")
}

// Grid is rows of cells under headings, each column as wide as it needs to be.
type Grid struct {
	Heads []string
	Rows  [][]string
	Whole bool // no cell may be cut: what does not fit goes on lines of its own
}

// AddGrid lays a grid out from x on. Columns that hold nothing are left out;
// where the room does not suffice the last ones give way and their cells go on
// lines of their own below the row.
func (p *Body) AddGrid(x int, g Grid) {
	shown, widths := g.measure()
	room := p.Width - x - 1
	var below []int
	least := 2
	if g.Whole {
		least = 1
	}
	for len(shown) > least && total(shown, widths) > room {
		last := shown[len(shown)-1]
		shown, below = shown[:len(shown)-1], append([]int{last}, below...)
	}
	if len(shown) > 0 {
		widths[shown[0]] = max(6, min(widths[shown[0]], widths[shown[0]]+room-total(shown, widths)))
	}
	align := make([]widget.Align, len(g.Heads)) // once: asking a column is asking all of its rows
	for _, c := range shown {
		if align[c] = widget.Left; c > 0 && g.numbers(c) {
			align[c] = widget.Right
		}
	}
	p.gridRow(x, g.Heads, shown, widths, align, theme.Quiet)
	for _, r := range g.Rows {
		if g.Whole && widget.Width(r[shown[0]]) > widths[shown[0]] {
			p.Text(x, r[shown[0]], theme.Plain)
			r = slices.Clone(r)
			r[shown[0]] = ""
		}
		if len(shown) > 1 || r[shown[0]] != "" {
			p.gridRow(x, r, shown, widths, align, theme.Plain)
		}
		for _, c := range below {
			if r[c] != "" {
				p.Text(x+2, g.Heads[c]+": "+r[c], theme.Quiet)
			}
		}
	}
}

func (p *Body) gridRow(x int, cells []string, shown, widths []int, align []widget.Align, st theme.Style) {
	l := make([]Piece, 0, len(shown))
	for _, c := range shown {
		l = append(l, Piece{X: x, W: widths[c], Text: cells[c], Style: st, Align: align[c]})
		x += widths[c] + 2
	}
	p.Line(l...)
}

// measure finds the columns that hold something, and how wide they are.
func (g Grid) measure() (shown, widths []int) {
	widths = make([]int, len(g.Heads))
	for c, h := range g.Heads {
		for _, r := range g.Rows {
			widths[c] = max(widths[c], widget.Width(r[c]))
		}
		if widths[c] > 0 {
			widths[c] = max(widths[c], widget.Width(h))
			shown = append(shown, c)
		}
	}
	return shown, widths
}

func total(shown, widths []int) int {
	n := 0
	for _, c := range shown {
		n += widths[c] + 2
	}
	return n - 2
}

// numbers reports whether a column holds numbers only, which stand to the right.
func (g Grid) numbers(col int) bool {
	for _, r := range g.Rows {
		if strings.Trim(r[col], "0123456789.,-+–~ %km") != "" {
			return false
		}
	}
	return true
}

// Hint writes one quiet line at the foot and gives back what is above it.
func Hint(cv widget.Canvas, text string) widget.Canvas {
	foot, rest := cv.Rect().SplitBottom(1)
	cv.Sub(foot).TextIn(1, 0, foot.W-2, text, theme.Quiet, widget.Left)
	return cv.Sub(rest)
}

// Page0 draws a page that is never taller than its window needs.
func (p *Body) Page0(cv widget.Canvas) { p.Top = 0; p.Draw(cv) }

// Beside puts columns next to each other.
func (p *Body) Beside(w int, columns []Body) {
	p.Begin(w)
	for n := range columns {
		for i, l := range columns[n].Lines {
			if i == len(p.Lines) {
				p.Blank()
			}
			for _, q := range l {
				q.X += n * columns[n].Width
				p.Lines[i] = append(p.Lines[i], q)
			}
		}
	}
}
