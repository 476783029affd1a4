package kit

import (
	"accord/model/words"
	"strings"
	"unicode"
	"unicode/utf8"
)

func Sentence(err error) string {
	s := strings.TrimSpace(err.Error())
	if s == "" {
		return words.T("kit.something-went-wrong")
	}
	return s
}

func FirstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}

// OneLine shows a text of several lines on one.
func OneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// LessWords is an amount that goes, and unknown for one that nobody knows.
func LessWords(amount string) string {
	if amount == "–" {
		return amount
	}
	return "−" + amount
}

// FirstUpper is a text that begins a sentence; a single letter is a key and stays.
func FirstUpper(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if len(s) == n || strings.HasPrefix(s[n:], " ") {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
