package exchange

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// cleanLine makes text from outside safe to keep on one line: control characters
// and the marks that turn the direction of text round are dropped, line breaks
// and tabs become spaces, and spaces around it go.
func cleanLine(s string) string { return clean(s, false) }

// cleanText is cleanLine for notes: line breaks stay.
func cleanText(s string) string { return clean(s, true) }

func clean(s string, lines bool) string {
	s = strings.TrimSpace(s)
	if len(s) > 1 && s[0] == '\'' && strings.IndexByte(dangerous+"'", s[1]) >= 0 {
		s = s[1:] // the apostrophe that keeps a spreadsheet from calculating
	}
	if plain(s) {
		return s
	}
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "\ufffd"), "\r\n", "\n")
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029' || r == '\v' || r == '\f':
			if lines {
				return '\n'
			}
			return ' '
		case r == '\t':
			return ' '
		case forbidden(r):
			return -1
		}
		return r
	}, s)
	return strings.TrimSpace(s)
}

// plain reports whether s is printable ASCII, which needs no cleaning.
func plain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= 0x7f {
			return false
		}
	}
	return true
}

// forbidden characters are never kept: controls, and the invisible marks that
// can make a name read as something else.
func forbidden(r rune) bool {
	return unicode.IsControl(r) || r == '\ufeff' || r == '\u200b' ||
		r >= '\u200e' && r <= '\u200f' || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}

// fold is what two spellings of one name have in common: letters and digits
// without case, spaces and punctuation. A name of signs only stays itself.
func fold(s string) string {
	if f := squeeze(s); f != "" {
		return f
	}
	return strings.ToLower(strings.TrimSpace(s))
}

// squeeze keeps the letters and digits of s, in lower case.
func squeeze(s string) string {
	var buf [64]byte
	out := buf[:0]
	for _, r := range s {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			out = append(out, byte(r))
		case r >= 'A' && r <= 'Z':
			out = append(out, byte(r)|0x20)
		case r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			out = utf8.AppendRune(out, unicode.ToLower(r))
		}
	}
	return string(out)
}

// shorten cuts a value for a sentence.
func shorten(s string) string {
	if len(s) > 1000 { // it is cut anyway
		s = strings.ToValidUTF8(s[:1000], "") + "…"
	}
	s = cleanLine(s)
	if utf8.RuneCountInString(s) <= 40 {
		return s
	}
	return string([]rune(s)[:39]) + "…"
}

// quote puts a value from the file into a sentence.
func quote(s string) string { return "‘" + shorten(s) + "’" }
