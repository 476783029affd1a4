package exchange

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"accord/model"
)

// cleanLine makes text from outside safe to keep on one line: what nobody can see is
// dropped, line breaks and tabs become spaces, and spaces around it go.
func cleanLine(s string) string { return model.CleanLine(unguarded(s)) }

// cleanText is cleanLine for notes: line breaks stay.
func cleanText(s string) string { return model.CleanText(unguarded(s)) }

// plain reports whether s is printable ASCII, which needs no cleaning.
func plain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= 0x7f {
			return false
		}
	}
	return true
}

// fold is what two spellings of one name have in common: letters and digits
// without case, spaces and punctuation. A name of signs only stays itself.
func fold(s string) string {
	if f := squeeze(s); f != "" {
		return f
	}
	return model.SameName(s)
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
		case r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)) && !model.Invisible(r):
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
