package widget

import "strings"

// Span is a range of bytes of a text.
type Span struct{ From, To int }

// Wrap breaks s into lines of at most w cells: between words, inside a word
// only when it is longer than a line. Line breaks and blank lines stay.
func Wrap(s string, w int) []string {
	s = CleanText(s)
	spans := WrapSpans(s, w)
	out := make([]string, len(spans))
	for i, sp := range spans {
		out[i] = strings.TrimRight(s[sp.From:sp.To], " ")
	}
	return out
}

// WrapSpans breaks s as Wrap does and gives the byte range of every line. The
// ranges follow each other without gaps but for the "\n" between paragraphs;
// the spaces at a break belong to the line they end. The text must be clean.
func WrapSpans(s string, w int) []Span {
	w = max(1, w)
	var out []Span
	from := 0
	for {
		end := strings.IndexByte(s[from:], '\n')
		if end < 0 {
			return wrapParagraph(out, s, from, len(s), w)
		}
		out = wrapParagraph(out, s, from, from+end, w)
		from += end + 1
	}
}

// wrapParagraph appends the lines of s[from:to], which holds no line break.
func wrapParagraph(out []Span, s string, from, to, w int) []Span {
	line, fit := from, -1 // where the line starts; the last place it may break
	x := 0                // cells used since line
	for i := from; i < to; {
		n, gw := step(s[i:to])
		if s[i] == ' ' {
			x, i = x+1, i+1
			fit = i
			continue
		}
		if gw == 2 && i > line {
			fit = i // before a wide character
		}
		if x+gw > w && i > line {
			if fit <= line {
				fit = i
			}
			out = append(out, Span{line, fit})
			x = cellWidthShown(s[fit:i])
			line, fit = fit, -1
			continue
		}
		x, i = x+gw, i+n
		if gw == 2 {
			fit = i // and after one
		}
	}
	return append(out, Span{line, to})
}

// step is the size in bytes and in cells of the first glyph of s.
func step(s string) (n, w int) {
	if len(s) == 1 || s[0] < 0x7f && s[1] < 0x80 {
		return 1, 1
	}
	n = firstCluster(s)
	w = cellWidthShown(s[:n])
	if w > 2 {
		n = leadLength(s[:n])
		w = cellWidthShown(s[:n])
	}
	return n, w
}

// cellWidthShown measures stored text as it will be drawn.
func cellWidthShown(s string) int {
	if isASCII(s) {
		return len(s)
	}
	return cellWidth(clean(s, forLine))
}
