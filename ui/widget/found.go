package widget

import (
	"accord/ui/theme"
	"accord/ui/widget/bidi"
)

// MarkLetters marks some letters of a text that TextIn drew there on w cells, by
// their number in the text, wherever they stand on the screen. What was cut off is
// not marked.
func (c Canvas) MarkLetters(x, y, w int, s string, letters []int, m theme.Mark) {
	if len(letters) == 0 || w <= 0 {
		return
	}
	want := map[int]bool{}
	for _, i := range letters {
		want[i] = true
	}
	cut := cellWidth(Clean(s)) > w
	if cut && bidi.Has(s) {
		return // the ellipsis moves everything
	}
	room := w
	if cut {
		room -= cellWidth(c.g.Glyphs.Ellipsis)
	}
	cs := clusters(s)
	line, letter := arrange(cs, bidi.LTR), 0
	for i, cl := range cs {
		found := false
		for range []rune(cl) {
			found = found || want[letter]
			letter++
		}
		if x0, n := line.Left(i), line.Cells(i); found && x0+n <= room {
			c.Mark(Rect{x + x0, y, n, 1}, m)
		}
	}
}
