package widget

import "strings"

// Cut shortens s to at most w cells. What does not fit is dropped without a
// sign; TextIn is the one that adds an ellipsis.
func Cut(s string, w int) string {
	if w <= 0 {
		return ""
	}
	if isASCII(s) {
		return s[:min(len(s), w)]
	}
	return cutCells(Clean(s), w)
}

// Short is Cut with the sign that something is gone: for a text that others follow on
// its line. TextIn is for a text with a place of its own.
func Short(s string, w int, ellipsis string) string {
	if Width(s) <= w {
		return s
	}
	if w -= cellWidth(ellipsis); w < 0 {
		return ""
	}
	return strings.TrimRight(Cut(s, w), " ") + ellipsis
}

// cutCells is Cut for clean text: never inside a glyph.
func cutCells(s string, w int) string {
	rest := s
	for rest != "" {
		g, next := nextGlyph(rest)
		if w -= g.w; w < 0 {
			return s[:len(s)-len(rest)]
		}
		rest = next
	}
	return s
}
