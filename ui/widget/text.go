package widget

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
