package cells

import (
	"strings"
)

// unguarded takes off the apostrophe that keeps a spreadsheet from calculating.
func unguarded(s string) string {
	s = strings.TrimSpace(s)
	if len(s) > 1 && s[0] == '\'' && strings.IndexByte(dangerous+"'", s[1]) >= 0 {
		s = s[1:]
	}
	return s
}

// Harmless keeps a spreadsheet from taking a cell for a formula: an apostrophe
// before = + - @ tab and return, except before plain negative numbers. One more
// apostrophe goes before a text that begins with such a pair already, so that
// reading takes off what writing put on.
func Harmless(s string) string {
	if s == "" {
		return s
	}
	if s[0] == '\'' && len(s) > 1 && strings.IndexByte(dangerous+"'", s[1]) >= 0 {
		return "'" + s
	}
	if strings.IndexByte(dangerous, s[0]) >= 0 && !negativeNumber(s) {
		return "'" + s
	}
	return s
}

const dangerous = "=+-@\t\r"

func negativeNumber(s string) bool {
	rest, ok := strings.CutPrefix(s, "-")
	return ok && rest != "" && strings.Trim(rest, "0123456789.") == "" && strings.Count(rest, ".") <= 1 && rest != "."
}
