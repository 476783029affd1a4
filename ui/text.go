package ui

import (
	"cmp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

func sentence(err error) string {
	s := strings.TrimSpace(err.Error())
	if s == "" {
		return "something went wrong"
	}
	return s
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}

// oneLine shows a text of several lines on one.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func orDash(c *ctx, s string) string { return cmp.Or(s, c.glyphs.Dash) }

// lessWords is an amount that goes, and unknown for one that nobody knows.
func lessWords(amount string) string {
	if amount == "–" {
		return amount
	}
	return "−" + amount
}

// plural counts things in words: 1 transaction, 2 transactions.
func plural(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	switch {
	case strings.HasSuffix(one, "y") && !strings.HasSuffix(one, "ay"):
		one = strings.TrimSuffix(one, "y") + "ie"
	case strings.HasSuffix(one, "s"):
		one += "e"
	}
	return strconv.Itoa(n) + " " + one + "s"
}

// firstUpper is a text that begins a sentence; a single letter is a key and stays.
func firstUpper(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if len(s) == n || strings.HasPrefix(s[n:], " ") {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
