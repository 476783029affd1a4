package kit

import (
	"slices"
	"strings"
	"unicode"

	"accord/ui/theme"
	"accord/ui/widget"
)

// Every search finds alike: whole words and beginnings first, and the letters strewn
// about in their order only when nothing else fits. All of it is one walk along each
// text, whatever is typed.

// ranks of what a text has of a query, the best first.
const (
	rankBegins  = iota // the text begins with it
	rankWord           // a whole word of it is one of the query
	rankStarts         // a word begins with it
	rankInside         // it stands somewhere
	rankStrewn         // its letters do, in their order
	rankNothing        // not even those
)

// Find gives the texts that fit the query, the best first; those of one rank keep
// their order. Without a query all fit.
func Find(query string, n int, text func(int) string) []int {
	words := strings.Fields(strings.ToLower(query))
	whole := strings.Join(words, " ")
	var by [rankNothing][]int
	for i := range n {
		t := strings.ToLower(text(i))
		switch r := fitRank(t, whole, words); {
		case r < rankNothing:
			by[r] = append(by[r], i)
		case strewn(t, whole) != nil:
			by[rankStrewn] = append(by[rankStrewn], i)
		}
	}
	if found := slices.Concat(by[:rankStrewn]...); len(found) > 0 {
		return found
	}
	return by[rankStrewn]
}

// fitRank is how well a text fits, rankNothing where a word of the query is missing.
func fitRank(text, whole string, words []string) int {
	if !Holds(text, words) {
		return rankNothing
	}
	if name, _, more := strings.Cut(text, "\n"); more {
		if !Holds(name, words) {
			return rankInside // only what stands beside the name has it
		}
		text = name
	}
	if strings.HasPrefix(text, whole) {
		return rankBegins
	}
	rank := rankWord
	for _, w := range words {
		rank = max(rank, wordRank(text, w))
	}
	return rank
}

// wordRank looks at every place where a word stands.
func wordRank(text, word string) int {
	rank := rankInside
	for at := 0; ; {
		i := strings.Index(text[at:], word)
		if i < 0 {
			return rank
		}
		from, to := at+i, at+i+len(word)
		if !letterAt(text[:from], true) {
			if !letterAt(text[to:], false) {
				return rankWord
			}
			rank = rankStarts
		}
		at = to
	}
}

// letterAt reports whether a text begins, or ends, with a letter or a digit.
func letterAt(s string, end bool) bool {
	if s == "" {
		return false
	}
	rs := []rune(s[:min(len(s), 4)])
	r := rs[0]
	if end {
		rs = []rune(s[max(0, len(s)-4):])
		r = rs[len(rs)-1]
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// strewn are the places of the letters of a query in a text, each behind the one
// before; nil when they do not stand there.
func strewn(text, query string) []int {
	var at []int
	rest := []rune(strings.ReplaceAll(query, " ", ""))
	i := 0
	for _, r := range text {
		if len(rest) > 0 && r == rest[0] {
			at, rest = append(at, i), rest[1:]
		}
		i++
	}
	if len(rest) > 0 || len(at) == 0 {
		return nil
	}
	return at
}

// matched are the letters of a text, by number, that a query found.
func matched(text, query string) []int {
	low := make([]rune, 0, len(text))
	for _, r := range text {
		low = append(low, unicode.ToLower(r))
	}
	t, words := string(low), strings.Fields(strings.ToLower(query))
	var out []int
	for _, w := range words {
		if i := bestPlace(t, w); i >= 0 {
			from := len([]rune(t[:i]))
			for k := range []rune(w) {
				out = append(out, from+k)
			}
		}
	}
	if len(out) == 0 {
		out = strewn(t, strings.Join(words, " "))
	}
	return out
}

// bestPlace is where a word stands in a text: at the beginning of a word if it does.
func bestPlace(text, word string) int {
	first := -1
	for at := 0; ; {
		i := strings.Index(text[at:], word)
		if i < 0 {
			return first
		}
		if !letterAt(text[:at+i], true) {
			return at + i
		}
		if first < 0 {
			first = at + i
		}
		at += i + len(word)
	}
}

// MarkFound shows in a text that was drawn on w cells what of it a query found.
func MarkFound(cv widget.Canvas, x, y, w int, text, query string) {
	if strings.TrimSpace(query) != "" {
		cv.MarkLetters(x, y, w, text, matched(text, query), theme.PickMark)
	}
}

// Holds reports whether every word stands in the text.
func Holds(text string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}
