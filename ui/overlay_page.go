package ui

import (
	"slices"
	"strconv"
	"strings"

	"accord/ui/theme"
	"accord/ui/widget"
)

// page is text laid out for reading, taller than its window perhaps. It is laid
// out anew for every frame, because the width and the facts may be others.
type page struct {
	width int
	lines [][]piece
	top   int // first visible line; drawing keeps it within the text
	rows  int // height of the last frame, for the page keys
}

// piece is some text on exactly w cells of a line.
type piece struct {
	x, w  int
	text  string
	style theme.Style
	align widget.Align
	free  bool // the user's own words: a Hebrew line runs from the right
}

// begin empties the page for a new layout.
func (p *page) begin(width int) { p.width, p.lines = width, p.lines[:0] }

func (p *page) line(pieces ...piece) { p.lines = append(p.lines, pieces) }

func (p *page) blank() { p.line() }

// head is a heading with a blank line before it.
func (p *page) head(text string) {
	if len(p.lines) > 0 {
		p.blank()
	}
	p.text(1, text, theme.Title)
}

// text wraps a text from x on.
func (p *page) text(x int, text string, st theme.Style) {
	w := max(1, p.width-x-1)
	for _, l := range widget.Wrap(text, w) {
		p.line(piece{x: x, w: w, text: l, style: st, free: true})
	}
}

// bullet is a text behind a sign, wrapped beside it.
func (p *page) bullet(x int, sign, text string, st theme.Style) {
	at := len(p.lines)
	p.text(x+2, text, st)
	if at < len(p.lines) {
		p.lines[at] = append(p.lines[at], piece{x: x, w: 1, text: sign, style: st})
	}
}

// scroll answers the moving intents.
func (p *page) scroll(k IntentKind) bool {
	step := max(1, p.rows-1)
	switch k {
	case Up:
		p.top--
	case Down:
		p.top++
	case PageUp:
		p.top -= step
	case PageDown:
		p.top += step
	case First:
		p.top = 0
	case Last:
		p.top = len(p.lines)
	default:
		return false
	}
	p.top = max(0, min(p.top, len(p.lines)-p.rows))
	return true
}

// draw shows the window of the page; where more follows, the last row says so.
func (p *page) draw(cv widget.Canvas) {
	p.rows = cv.H()
	if len(p.lines) > p.rows {
		p.rows = max(1, p.rows-1)
	}
	p.top = max(0, min(p.top, len(p.lines)-p.rows))
	end := min(len(p.lines), p.top+p.rows)
	for i, l := range p.lines[p.top:end] {
		for _, q := range l {
			if q.free {
				cv.TextAuto(q.x, i, q.w, q.text, q.style, q.align)
			} else {
				cv.TextIn(q.x, i, q.w, q.text, q.style, q.align)
			}
		}
	}
	if len(p.lines) > p.rows && cv.H() > 1 {
		cv.TextIn(1, cv.H()-1, cv.W()-2, p.where(end), theme.Quiet, widget.Right)
	}
}

// where says how much lies above and below.
func (p *page) where(end int) string {
	var words []string
	if below := len(p.lines) - end; below > 0 {
		words = append(words, "↓ "+strconv.Itoa(below)+" more")
	}
	if p.top > 0 {
		words = append(words, "↑ "+strconv.Itoa(p.top)+" above")
	}
	return strings.Join(words, " ")
}

// grid is rows of cells under headings, each column as wide as it needs to be.
type grid struct {
	heads []string
	rows  [][]string
	whole bool // no cell may be cut: what does not fit goes on lines of its own
}

// addGrid lays a grid out from x on. Columns that hold nothing are left out;
// where the room does not suffice the last ones give way and their cells go on
// lines of their own below the row.
func (p *page) addGrid(x int, g grid) {
	shown, widths := g.measure()
	room := p.width - x - 1
	var below []int
	least := 2
	if g.whole {
		least = 1
	}
	for len(shown) > least && total(shown, widths) > room {
		last := shown[len(shown)-1]
		shown, below = shown[:len(shown)-1], append([]int{last}, below...)
	}
	if len(shown) > 0 {
		widths[shown[0]] = max(6, min(widths[shown[0]], widths[shown[0]]+room-total(shown, widths)))
	}
	align := make([]widget.Align, len(g.heads)) // once: asking a column is asking all of its rows
	for _, c := range shown {
		if align[c] = widget.Left; c > 0 && g.numbers(c) {
			align[c] = widget.Right
		}
	}
	p.gridRow(x, g.heads, shown, widths, align, theme.Quiet)
	for _, r := range g.rows {
		if g.whole && widget.Width(r[shown[0]]) > widths[shown[0]] {
			p.text(x, r[shown[0]], theme.Plain)
			r = slices.Clone(r)
			r[shown[0]] = ""
		}
		if len(shown) > 1 || r[shown[0]] != "" {
			p.gridRow(x, r, shown, widths, align, theme.Plain)
		}
		for _, c := range below {
			if r[c] != "" {
				p.text(x+2, g.heads[c]+": "+r[c], theme.Quiet)
			}
		}
	}
}

func (p *page) gridRow(x int, cells []string, shown, widths []int, align []widget.Align, st theme.Style) {
	l := make([]piece, 0, len(shown))
	for _, c := range shown {
		l = append(l, piece{x: x, w: widths[c], text: cells[c], style: st, align: align[c]})
		x += widths[c] + 2
	}
	p.line(l...)
}

// measure finds the columns that hold something, and how wide they are.
func (g grid) measure() (shown, widths []int) {
	widths = make([]int, len(g.heads))
	for c, h := range g.heads {
		for _, r := range g.rows {
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
func (g grid) numbers(col int) bool {
	for _, r := range g.rows {
		if strings.Trim(r[col], "0123456789.,-+–~ %km") != "" {
			return false
		}
	}
	return true
}

// hint writes one quiet line at the foot and gives back what is above it.
func hint(cv widget.Canvas, text string) widget.Canvas {
	foot, rest := cv.Rect().SplitBottom(1)
	cv.Sub(foot).TextIn(1, 0, foot.W-2, text, theme.Quiet, widget.Left)
	return cv.Sub(rest)
}

// page0 draws a page that is never taller than its window needs.
func (p *page) page0(cv widget.Canvas) { p.top = 0; p.draw(cv) }

// beside puts columns next to each other.
func (p *page) beside(w int, columns []page) {
	p.begin(w)
	for n := range columns {
		for i, l := range columns[n].lines {
			if i == len(p.lines) {
				p.blank()
			}
			for _, q := range l {
				q.x += n * columns[n].width
				p.lines[i] = append(p.lines[i], q)
			}
		}
	}
}
