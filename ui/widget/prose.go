package widget

import (
	"strings"

	"accord/ui/theme"
	"accord/ui/widget/bidi"
)

// Prose is a multi-line editor with soft wrapping. The text is kept as
// paragraphs, each with its own wrapping, so that a key costs no more than
// the paragraph it changes.
type Prose struct {
	paras  []para
	p, at  int // caret: paragraph and byte in it
	goal   int // column Up and Down aim for; -1 takes the present one
	width  int // cells the text is wrapped to
	height int // rows of the last Draw, for the page keys
	top    int // first visible row, counted over all paragraphs
}

// para is one paragraph without its line break.
type para struct {
	text string
	rows []Span   // nil: not wrapped since the last change
	dir  bidi.Dir // base direction, found while wrapping
}

// proseWidth is used until the first Draw tells the real one.
const proseWidth = 80

// NewProse makes an editor with the caret at the start of s.
func NewProse(s string) *Prose {
	p := &Prose{width: proseWidth, height: 1}
	p.SetText(s)
	return p
}

// SetText replaces the text and puts the caret at its start.
func (p *Prose) SetText(s string) {
	p.paras = nil
	for t := range strings.SplitSeq(clean(s, inputText), "\n") {
		p.paras = append(p.paras, para{text: t})
	}
	p.p, p.at, p.goal, p.top = 0, 0, -1, 0
}

// Text is the logical text, with control characters removed.
func (p *Prose) Text() string {
	var b strings.Builder
	for i := range p.paras {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(p.paras[i].text)
	}
	return b.String()
}

// Caret is the byte of Text before which the caret stands.
func (p *Prose) Caret() int {
	n := p.at
	for i := range p.p {
		n += len(p.paras[i].text) + 1
	}
	return n
}

// Apply does one edit and reports whether the text changed.
func (p *Prose) Apply(e Edit, text string) (changed bool) {
	if e == UpKey || e == DownKey || e == PageUp || e == PageDown {
		p.vertical(e)
		return false
	}
	p.goal = -1
	switch e {
	case Insert:
		return p.insert(text)
	case Newline:
		return p.insert("\n")
	case Backspace:
		return p.backspace()
	case Delete:
		return p.delete()
	case KillToEnd:
		return p.killToEnd()
	case KillToStart:
		return p.cut(0, p.at)
	case KillWord:
		return p.killWord()
	case KillAll:
		changed = p.Text() != ""
		p.SetText("")
		return changed
	}
	p.horizontal(e)
	return false
}

func (p *Prose) para() *para { return &p.paras[p.p] }

// rows are the wrapped lines of paragraph i. The last cell of a line stays
// free for the caret behind it.
func (p *Prose) rows(i int) []Span {
	q := &p.paras[i]
	if q.rows == nil {
		q.rows = wrapParagraph(nil, q.text, 0, len(q.text), max(1, p.width-1))
		q.dir = direction(q.text)
	}
	return q.rows
}

// row is the line of the caret in its paragraph. A caret between two lines
// belongs to the second.
func (p *Prose) row() int {
	rows := p.rows(p.p)
	r := 0
	for r+1 < len(rows) && rows[r+1].From <= p.at {
		r++
	}
	return r
}

// line lays out row r of paragraph i, in the paragraph's direction.
func (p *Prose) line(i, r int) (cs []string, l bidi.Line) {
	sp := p.rows(i)[r]
	cs = clusters(p.paras[i].text[sp.From:sp.To])
	return cs, arrange(cs, p.paras[i].dir)
}

// direction is that of the first strong letter, looked for where it usually
// is, because a paragraph can be long.
func direction(s string) bidi.Dir {
	if !bidi.Has(s) {
		return bidi.LTR
	}
	for s != "" {
		head := cutRunes(s, 64)
		if bidi.Layout(head, bidi.Auto).RTL() {
			return bidi.RTL
		}
		if hasLetters(head) {
			return bidi.LTR
		}
		s = s[len(head):]
	}
	return bidi.LTR
}

// Draw shows the part of the text around the caret all over c and asks for
// the hardware cursor.
func (p *Prose) Draw(c Canvas, st theme.Style) {
	if c.Rect().Empty() {
		return
	}
	p.resize(c.W(), c.H())
	c.Fill(c.Rect(), " ", st)
	before := 0 // rows before the caret's paragraph
	for i := range p.p {
		before += len(p.rows(i))
	}
	caretRow := before + p.row()
	p.top = clamp(p.top, caretRow-c.H()+1, caretRow)
	p.top = max(0, p.top)
	y := -p.top
	for i := 0; i < len(p.paras) && y < c.H(); i++ {
		for r := range p.rows(i) {
			if y >= 0 && y < c.H() {
				p.drawRow(c, y, i, r, st)
			}
			y++
		}
	}
}

func (p *Prose) resize(w, h int) {
	p.height = max(1, h)
	if w == p.width {
		return
	}
	p.width = w
	for i := range p.paras {
		p.paras[i].rows = nil
	}
}

// drawRow draws one line. Only the caret's own needs its places; the others
// come from the grid's cache of laid out texts.
func (p *Prose) drawRow(c Canvas, y, i, r int, st theme.Style) {
	if i == p.p && r == p.row() {
		p.drawCaretRow(c, y, r, st)
		return
	}
	sp, dir := p.rows(i)[r], p.paras[i].dir
	text := Clean(p.paras[i].text[sp.From:sp.To])
	if dir == bidi.LTR {
		c.Text(0, y, text, st)
		return
	}
	t := c.g.layout(text, dir)
	c.glyphs(c.W()-1-t.width, y, t.glyphs, st)
}

func (p *Prose) drawCaretRow(c Canvas, y, r int, st theme.Style) {
	cs, l := p.line(p.p, r)
	x := 0
	if l.RTL() {
		x = c.W() - 1 - l.Width()
	}
	drawLine(c, x, y, l, st)
	k := clusterAt(cs, p.at-p.rows(p.p)[r].From)
	c.ShowCursor(clamp(x+l.CursorX(k), 0, c.W()-1), y)
}
