package cells

import (
	"strconv"
	"strings"

	"accord/model"
)

// PlainNum prints a number unrounded, nothing when unknown.
func PlainNum(n model.Num) string {
	if !n.Known {
		return ""
	}
	return strconv.FormatFloat(n.V, 'f', -1, 64)
}

// Printable is seen on one line.
func Printable(s string) string { return oneRow.Replace(Seen(s)) }

var oneRow = strings.NewReplacer("\n", " ", "\t", " ")

// Seen drops control letters and those that turn the direction of writing.
func Seen(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r < 0x20 || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0xfeff:
			return -1
		}
		return r
	}, s)
}
