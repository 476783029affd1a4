package cells

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"accord/model"
)

// CleanLine makes text from outside safe to keep on one line: what nobody can see is
// dropped, line breaks and tabs become spaces, and spaces around it go.
func CleanLine(s string) string { return model.CleanLine(told(unguarded(s))) }

// told is a cell as a person means it: the entities of a web page are letters again, and
// what a program writes for nothing is nothing.
func told(s string) string {
	if s == "" {
		return s
	}
	if strings.IndexByte(s, '&') >= 0 && strings.IndexByte(s, ';') >= 0 {
		s = html.UnescapeString(s)
	}
	if len(s) <= 8 && nothing(s) {
		return ""
	}
	if len(s) > 3 && s[0] == '=' && s[1] == '"' && s[len(s)-1] == '"' && strings.Count(s, `"`) == 2 {
		return s[2 : len(s)-1] // ="1234.50" keeps a spreadsheet from reading a number
	}
	return s
}

// nothing are the words of databases and the errors of spreadsheets.
func nothing(s string) bool {
	switch s {
	case "NULL", "(null)", "<null>", "<NULL>", "N/A", "n/a", "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#NV", "#BEZUG!", "#WERT!", "NaN":
		return true
	}
	return false
}

// CleanText is cleanLine for notes: line breaks stay.
func CleanText(s string) string { return model.CleanText(unguarded(s)) }

// Plain reports whether s is printable ASCII, which needs no cleaning.
func Plain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= 0x7f {
			return false
		}
	}
	return true
}

// Fold is what two spellings of one name have in common: letters and digits
// without case, spaces and punctuation. A name of signs only stays itself.
func Fold(s string) string {
	if f := Squeeze(s); f != "" {
		return f
	}
	return model.SameName(s)
}

// Squeeze keeps the letters and digits of s, in lower case.
func Squeeze(s string) string {
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

// Shorten cuts a value for a sentence.
func Shorten(s string) string {
	if len(s) > 1000 { // it is cut anyway
		s = strings.ToValidUTF8(s[:1000], "") + "…"
	}
	s = CleanLine(s)
	if utf8.RuneCountInString(s) <= 40 {
		return s
	}
	return string([]rune(s)[:39]) + "…"
}

// Quote puts a value from the file into a sentence.
func Quote(s string) string { return "‘" + Shorten(s) + "’" }
