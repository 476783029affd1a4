package widget

import (
	"unicode"
	"unicode/utf8"

	"accord/ui/widget/bidi"
)

// nextCaret is the caret position one place further on the screen, dir -1 to
// the left and 1 to the right; at the edge it stays. Where two logical places
// share a cell, the one nearer in the text wins.
func nextCaret(l bidi.Line, caret, dir int) int {
	if l.Len() == 0 {
		return caret
	}
	if p, ok := neighbour(l, caret, dir); ok {
		return p
	}
	x := l.CursorX(caret)
	best, bestX := caret, 0
	for i := range l.Len() + 1 {
		ix := l.CursorX(i)
		ahead := (ix - x) * dir
		if ahead <= 0 {
			continue
		}
		closer := (bestX - ix) * dir
		if best == caret || closer > 0 || closer == 0 && distance(i, caret) < distance(best, caret) {
			best, bestX = i, ix
		}
	}
	return best
}

// neighbour is the quick answer inside a run: the next caret in the text that
// is exactly one visible character away.
func neighbour(l bidi.Line, caret, dir int) (int, bool) {
	x := l.CursorX(caret)
	for _, i := range [...]int{caret + 1, caret - 1} {
		if i < 0 || i > l.Len() {
			continue
		}
		if (l.CursorX(i)-x)*dir == 1 {
			return i, true
		}
	}
	return 0, false
}

func distance(a, b int) int { return max(a-b, b-a) }

// blankCluster reports the clusters that separate words.
func blankCluster(c string) bool {
	r, _ := utf8.DecodeRuneInString(c)
	return unicode.IsSpace(r)
}

// wordBefore is the start of the word before cluster i.
func wordBefore(cs []string, i int) int {
	for i > 0 && blankCluster(cs[i-1]) {
		i--
	}
	for i > 0 && !blankCluster(cs[i-1]) {
		i--
	}
	return i
}

// wordAfter is the end of the word after cluster i.
func wordAfter(cs []string, i int) int {
	for i < len(cs) && blankCluster(cs[i]) {
		i++
	}
	for i < len(cs) && !blankCluster(cs[i]) {
		i++
	}
	return i
}
