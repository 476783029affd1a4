package model

import "fmt"

// EscapeJSON writes the characters of a JSON document that a terminal would obey,
// or that turn letters round, as their escapes: what reads JSON reads the same,
// and who looks at it with cat is safe. JSON itself escapes only those below the
// space.
func EscapeJSON(text []byte) []byte {
	if !escapes(text) {
		return text
	}
	out := make([]byte, 0, len(text)+64)
	for _, r := range string(text) {
		if commanding(r) {
			out = fmt.Appendf(out, `\u%04x`, r)
		} else {
			out = append(out, string(r)...)
		}
	}
	return out
}

// escapes reports whether there may be anything to escape; most documents have
// nothing.
func escapes(text []byte) bool {
	for i := range text {
		if c := text[i]; c == 0x7f ||
			c >= 0x80 && i+1 < len(text) &&
				(c == 0xc2 && text[i+1] < 0xa0 || c == 0xe2 && text[i+1] <= 0x81 || c == 0xef && text[i+1] == 0xbb) {
			return true
		}
	}
	return false
}

// commanding characters do something instead of being seen.
func commanding(r rune) bool {
	return r >= 0x7f && r <= 0x9f || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0xfeff
}
