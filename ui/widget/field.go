package widget

import (
	"strings"
	"unicode/utf8"

	"accord/model/words"
	"accord/ui/theme"
	"accord/ui/widget/bidi"
)

// Field is a one-line input. Its text is a row of grapheme clusters in
// logical order; the caret stands before one of them, and moves on the screen
// as the eye expects, in Hebrew too.
type Field struct {
	Placeholder string // shown while the field is empty

	text   []string
	caret  int
	scroll int
	line   bidi.Line
	fresh  bool // line belongs to text
	most   int  // letters it takes; 0 is lineLimit
	full   bool // more was typed than it takes
}

// The letters that a field takes. A key costs as much as the text is long, so what is
// pasted must have an end. A text that is longer already can be mended.
const (
	lineLimit   = 8192
	searchLimit = 200
	letterBytes = 16 // of one letter with its marks, in the mean
)

// NewSearch makes an empty field for searching: with every key of it, much is looked
// through.
func NewSearch() *Field { return &Field{most: searchLimit} }

// limit is how many letters the field takes.
func (f *Field) limit() int {
	if f.most > 0 {
		return f.most
	}
	return lineLimit
}

// Full says in a sentence that more was typed than the field takes; "" when not.
func (f *Field) Full() string {
	if !f.full {
		return ""
	}
	return words.T("widget.at-most-letters", f.limit())
}

// NewField makes a field with the caret at the end of s.
func NewField(s string) *Field {
	f := &Field{}
	f.SetText(s)
	return f
}

// Text is the logical text, with control characters removed.
func (f *Field) Text() string { return strings.Join(f.text, "") }

// SetText replaces the text and puts the caret at its end.
func (f *Field) SetText(s string) {
	f.text = clusters(clean(s, inputLine))
	f.caret, f.scroll, f.fresh = len(f.text), 0, false
}

// Caret is the number of clusters before the caret.
func (f *Field) Caret() int { return f.caret }

// Apply does one edit and reports whether the text changed.
func (f *Field) Apply(e Edit, text string) (changed bool) {
	f.full = false
	switch e {
	case Insert:
		return f.insert(text)
	case Backspace:
		return f.remove(f.caret-1, f.caret)
	case Delete:
		return f.remove(f.caret, f.caret+1)
	case KillToEnd:
		return f.remove(f.caret, len(f.text))
	case KillToStart:
		return f.remove(0, f.caret)
	case KillWord:
		return f.remove(wordBefore(f.text, f.caret), f.caret)
	case KillAll:
		return f.remove(0, len(f.text))
	}
	f.move(e)
	return false
}

func (f *Field) move(e Edit) {
	switch e {
	case LeftKey:
		f.caret = nextCaret(f.layout(), f.caret, -1)
	case RightKey:
		f.caret = nextCaret(f.layout(), f.caret, 1)
	case WordLeft, WordRight:
		// A word to the left is the next one where the line runs right to left.
		if (e == WordRight) != f.layout().RTL() {
			f.caret = wordAfter(f.text, f.caret)
		} else {
			f.caret = wordBefore(f.text, f.caret)
		}
	case HomeKey, UpKey, PageUp, TopKey:
		f.caret = 0
	case EndKey, DownKey, PageDown, BottomKey:
		f.caret = len(f.text)
	}
}

// insert puts text at the caret. Clusters are cut anew, because a mark typed
// after a letter joins it.
func (f *Field) insert(text string) bool {
	if len(text) > letterBytes*f.limit() {
		f.full = true
		return false
	}
	text = clean(text, inputLine)
	if text == "" {
		return false
	}
	if f.full = f.over(text); f.full {
		return false
	}
	before := strings.Join(f.text[:f.caret], "") + text
	f.text = clusters(before + strings.Join(f.text[f.caret:], ""))
	f.caret = clusterAt(f.text, len(before))
	f.fresh = false
	return true
}

// over reports whether the field has no room for more text. It takes all of it or none:
// half of what was pasted is nothing that anybody meant.
func (f *Field) over(text string) bool {
	bytes := len(text)
	for _, c := range f.text {
		bytes += len(c)
	}
	return bytes > letterBytes*f.limit() ||
		len(f.text)+utf8.RuneCountInString(text) > f.limit() && len(f.text)+len(clusters(text)) > f.limit()
}

// remove deletes clusters from…to. What comes together may join.
func (f *Field) remove(from, to int) bool {
	from, to = max(0, from), min(to, len(f.text))
	if from >= to {
		return false
	}
	before := strings.Join(f.text[:from], "")
	f.text = clusters(before + strings.Join(f.text[to:], ""))
	f.caret = clusterAt(f.text, len(before))
	f.fresh = false
	return true
}

// clusterAt is the first cluster boundary at or after byte n.
func clusterAt(cs []string, n int) int {
	at := 0
	for i, c := range cs {
		if at >= n {
			return i
		}
		at += len(c)
	}
	return len(cs)
}

func (f *Field) layout() bidi.Line {
	if !f.fresh {
		f.line, f.fresh = arrange(f.text, bidi.Auto), true
	}
	return f.line
}

// Draw shows the field on w cells, marked as being edited, and asks for the
// hardware cursor.
func (f *Field) Draw(c Canvas, x, y, w int, st theme.Style) {
	c = c.Sub(Rect{x, y, w, 1})
	c.Fill(c.Rect(), " ", st)
	c.Mark(c.Rect(), theme.CellMark)
	defer f.drawFull(c)
	if len(f.text) == 0 {
		c.Text(0, 0, Cut(f.Placeholder, w), theme.Ghost)
		c.ShowCursor(0, 0)
		return
	}
	line := f.layout()
	at := line.CursorX(f.caret)
	f.scroll = clamp(f.scroll, at-w+1, at)
	f.scroll = clamp(f.scroll, 0, max(0, line.Width()-w+1))
	start := -f.scroll
	if line.RTL() {
		start += max(0, w-1-line.Width())
	}
	drawLine(c, start, 0, line, st)
	c.ShowCursor(start+at, 0)
}

// drawFull says at the end of the field that what was typed has no room in it.
func (f *Field) drawFull(c Canvas) {
	if why := f.Full(); why != "" {
		w := min(c.W(), len(why)+1)
		c.TextIn(c.W()-w, 0, w, " "+why, theme.Warn, Left)
	}
}

// drawLine writes a laid out line that the layout cache need not keep.
func drawLine(c Canvas, x, y int, l bidi.Line, st theme.Style) {
	for k := range l.Len() {
		text := l.Visual(k)
		for text != "" && x < c.W() {
			var g glyph
			g, text = nextGlyph(text)
			c.glyph(x, y, g, st)
			x += g.w
		}
	}
}
