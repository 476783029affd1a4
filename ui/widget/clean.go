package widget

import (
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// Clean makes text safe to draw on one line. It drops control characters, the
// invisible characters that can spoof or that terminals measure differently
// (bidi controls, zero-width spaces, variation selectors, skin tones), keeps
// the head of a joined emoji, and turns line breaks and tabs into spaces.
// Invalid bytes become U+FFFD, which shows that something was there.
func Clean(s string) string { return clean(s, forLine) }

// CleanLine is Clean by the name that says what happens to line breaks.
func CleanLine(s string) string { return clean(s, forLine) }

// CleanText is Clean for several lines: "\n" stays, "\r\n" becomes "\n".
func CleanText(s string) string { return clean(s, forText) }

// purpose says what a cleaned string is for.
type purpose uint8

const (
	forLine   purpose = iota // shown on one line
	forText                  // shown on several lines
	inputLine                // stored: a field's value
	inputText                // stored: a long text's value
)

// manyLines reports whether line breaks stay.
func (p purpose) manyLines() bool { return p == forText || p == inputText }

// stored reports whether the result is the user's data: then emoji sequences
// and joiners are kept whole, for they are simplified only when drawn.
func (p purpose) stored() bool { return p == inputLine || p == inputText }

func clean(s string, p purpose) string {
	if isASCII(s) || !dirty(s, p) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for len(s) > 0 {
		n := firstChunk(s)
		cleanCluster(&b, s[:n], p)
		s = s[n:]
	}
	return b.String()
}

// firstChunk is firstCluster, also for text with line breaks in it.
func firstChunk(s string) int {
	if s[0] < 0x20 {
		if strings.HasPrefix(s, "\r\n") {
			return 2
		}
		return 1
	}
	if r, n := utf8.DecodeRuneInString(s); simple(r) && len(s) > n && s[n] < 0x7f {
		return n
	}
	c, _, _, _ := uniseg.FirstGraphemeClusterInString(s, -1)
	return len(c)
}

// dirty reports whether cleaning s would change it.
func dirty(s string, p purpose) bool {
	for i, r := range s {
		switch {
		case r == '\n' && p.manyLines():
		case r == utf8.RuneError && !strings.HasPrefix(s[i:], "\uFFFD"):
			return true
		case dropped(r) || !p.stored() && simplified(r):
			return true
		}
	}
	return false
}

func cleanCluster(b *strings.Builder, c string, p purpose) {
	for _, r := range c {
		switch {
		case r == '\n' && p.manyLines():
			b.WriteByte('\n')
		case r == '\n' || r == '\t' || r == '\u2028' || r == '\u2029':
			b.WriteByte(' ')
		case !p.stored() && r == zwj:
			return // what follows is joined to the head of the sequence
		case dropped(r) || !p.stored() && simplified(r):
		default:
			b.WriteRune(r)
		}
	}
}

const zwj = '\u200d'

// dropped reports the characters that are neither shown nor stored.
func dropped(r rune) bool {
	switch {
	case r < 0x20, r >= 0x7f && r < 0xa0:
		return true
	case r < 0xad:
		return false
	case r == 0xad, r == 0x61c, r == 0x180e, r == 0x200b, r == 0x200e, r == 0x200f:
		return true
	case r == 0x115f, r == 0x1160, r == 0x3164, r == 0xffa0, r == 0x17b4, r == 0x17b5:
		return true // fillers and vowels that nobody sees
	case r >= 0x2028 && r <= 0x202e, r >= 0x2060 && r <= 0x206f, r == 0xfeff:
		return true
	case r >= 0xfff0 && r <= 0xfffc, r >= 0xfdd0 && r <= 0xfdef, r >= 0xfffe && r&0xfffe == 0xfffe:
		return true // interlinear marks, and what is no character
	case r >= 0x1bca0 && r <= 0x1bca3, r >= 0x1d173 && r <= 0x1d17a, r == 0x1d159:
		return true // formats of shorthand and music
	case r >= 0xe0000 && r <= 0xe0fff:
		return !tagOrVariant(r)
	}
	return false
}

// tagOrVariant reports the characters that belong to a flag or to a way of writing an
// ideograph, where they stand behind one; whoever stores a text looks at that.
func tagOrVariant(r rune) bool {
	return r >= 0xe0020 && r <= 0xe007f || r >= 0xe0100 && r <= 0xe01ef
}

// simplified reports the characters that are stored but not shown, because
// terminals disagree about the width of what they modify.
func simplified(r rune) bool {
	switch {
	case r < 0x200c:
		return r == 0x34f
	case r == 0x200c, r == zwj, r == 0x20e3:
		return true
	case tagOrVariant(r), r >= 0xfe00 && r <= 0xfe0f, r >= 0x1f3fb && r <= 0x1f3ff:
		return true
	}
	return false
}
