package model

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Clean takes out of a text from outside what nobody can see: control characters,
// marks that turn the direction of text round, zero-width and other invisible
// characters, tags, and what is no character at all. A joiner, a variation selector
// or a tag stays where a script or a sign needs it (see needed). Line breaks, those
// of Unicode too, and tabs stay; bytes that are no text become U+FFFD, which shows that something was there.
func Clean(s string) string {
	if Printable(s) {
		return s
	}
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\ufffd")
	}
	if !unclean(s) {
		return s
	}
	runes := []rune(s)
	out := runes[:0:0]
	for i, r := range runes {
		switch {
		case r == '\n' || r == '\t':
		case r == blankBraille:
			r = ' '
		case Invisible(r):
			continue
		case contextual(r) && !needed(out, r, runes[i+1:]):
			continue
		}
		out = append(out, r)
	}
	return string(out)
}

// CleanLine is Clean for a text of one line: line breaks and tabs become spaces, and
// spaces around it go.
func CleanLine(s string) string {
	return strings.TrimSpace(Clean(oneLine.Replace(s)))
}

// CleanText is Clean for a text of several lines: every kind of line break is "\n",
// and spaces around it go.
func CleanText(s string) string {
	return strings.TrimSpace(Clean(manyLines.Replace(s)))
}

var (
	oneLine   = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\t", " ", "\v", " ", "\f", " ", "\u2028", " ", "\u2029", " ")
	manyLines = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\t", " ", "\v", "\n", "\f", "\n", "\u2028", "\n", "\u2029", "\n")
)

// Printable reports whether s is printable ASCII with line breaks and tabs.
func Printable(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c < ' ' && c != '\n' && c != '\t') || c >= 0x7f {
			return false
		}
	}
	return true
}

// unclean reports whether there is anything in s to look at closely.
func unclean(s string) bool {
	for _, r := range s {
		if r != '\n' && r != '\t' && (r == blankBraille || Invisible(r) || contextual(r)) {
			return true
		}
	}
	return false
}

// blankBraille is a cell of Braille without a dot: a blank by another name.
const blankBraille = '\u2800'

// invisible are the characters that are never kept, whatever stands beside them.
var invisible = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0x00, 0x1f, 1}, {0x7f, 0x9f, 1}, // controls
		{0xad, 0xad, 1}, {0x61c, 0x61c, 1}, {0x115f, 0x1160, 1}, // soft hyphen, Arabic mark, Hangul fillers
		{0x17b4, 0x17b5, 1}, {0x180e, 0x180e, 1}, // vowels that are not written, Mongolian separator
		{0x200b, 0x200b, 1}, {0x200e, 0x200f, 1}, // zero width space, direction marks
		{0x202a, 0x202e, 1}, {0x2060, 0x206f, 1}, // overrides, word joiner, operators, isolates
		{0x3164, 0x3164, 1}, {0xfdd0, 0xfdef, 1}, {0xfeff, 0xfeff, 1}, // filler, no characters, byte order mark
		{0xffa0, 0xffa0, 1}, {0xfff0, 0xfffc, 1}, {0xfffe, 0xffff, 1}, // filler, annotations, no characters
	},
	R32: []unicode.Range32{
		{0x1bca0, 0x1bca3, 1}, {0x1d159, 0x1d159, 1}, {0x1d173, 0x1d17a, 1}, // shorthand and musical formats
		{0xe0000, 0xe001f, 1}, {0xe0080, 0xe00ff, 1}, {0xe01f0, 0xe0fff, 1}, // language tags and their kin
	},
	LatinOffset: 3,
}

// Invisible reports whether a character is never kept in a text of ours.
func Invisible(r rune) bool {
	return unicode.Is(invisible, r) || r > 0xffff && r&0xfffe == 0xfffe
}

const (
	joinNot   = '\u200c' // zero width non-joiner
	join      = '\u200d' // zero width joiner
	asText    = '\ufe0e'
	asPicture = '\ufe0f'
	keycap    = '\u20e3'
	blackFlag = '\U0001f3f4'
	tagEnd    = '\U000e007f'
	grapheme  = '\u034f' // combining grapheme joiner
)

// contextual characters are invisible, but some script or sign needs them.
func contextual(r rune) bool {
	switch {
	case r < 0x180b:
		return r == grapheme
	case r <= 0x180f:
		return r != 0x180e
	case r == join, r == joinNot, r >= 0xfe00 && r <= 0xfe0f:
		return true
	}
	return tagged(r) || ideographic(r)
}

func tagged(r rune) bool      { return r >= 0xe0020 && r <= tagEnd }
func ideographic(r rune) bool { return r >= 0xe0100 && r <= 0xe01ef }

// needed reports whether a contextual character means something between what was
// kept before it and what follows.
func needed(before []rune, r rune, after []rune) bool {
	if len(before) == 0 {
		return false
	}
	last, next := before[len(before)-1], rune(0)
	if len(after) > 0 {
		next = after[0]
	}
	switch {
	case r == grapheme:
		return unicode.Is(unicode.Mn, last) && unicode.Is(unicode.Mn, next)
	case r >= 0x180b && r <= 0x180f:
		return unicode.Is(unicode.Mongolian, last) && !contextual(last)
	case r == join && (picture(last) || last == asPicture || skin(last)):
		return picture(next)
	case r == join || r == joinNot:
		return joins(r, last, next)
	case ideographic(r):
		return unicode.Is(unicode.Han, last)
	case tagged(r):
		return inFlag(before, r, after)
	}
	return varies(last, r, next)
}

// joins reports whether a joiner stands inside a word of a script whose letters join,
// or behind the sign that takes a vowel away.
func joins(r, last, next rune) bool {
	if contextual(last) {
		return false
	}
	if r == join && (unicode.Is(virama, last) || last == '\u0647' && !unicode.IsLetter(next)) {
		return true
	}
	return unicode.In(last, joining...) && unicode.In(next, joining...)
}

// joining are the scripts that write a word differently with a joiner in it.
var joining = []*unicode.RangeTable{
	unicode.Arabic, unicode.Syriac, unicode.Mongolian, unicode.Nko, unicode.Mandaic, unicode.Adlam, unicode.Hanifi_Rohingya, unicode.Sogdian,
	unicode.Phags_Pa, unicode.Manichaean, unicode.Psalter_Pahlavi, unicode.Devanagari, unicode.Bengali, unicode.Gurmukhi, unicode.Gujarati, unicode.Oriya, unicode.Tamil,
	unicode.Telugu, unicode.Kannada, unicode.Malayalam, unicode.Sinhala, unicode.Khmer, unicode.Myanmar, unicode.Tibetan, unicode.Balinese, unicode.Javanese,
	unicode.Meetei_Mayek, unicode.Newa, unicode.Tirhuta, unicode.Grantha,
}

// virama take the vowel of a letter away; a joiner behind one asks for the half form.
var virama = &unicode.RangeTable{R16: []unicode.Range16{
	{0x94d, 0xd4d, 0x80}, {0xdca, 0xdca, 1}, {0x1039, 0x103a, 1}, {0x17d2, 0x17d2, 1},
}}

// inFlag reports whether a tag belongs to the flag of England, Scotland or Wales, the
// only flags that are written with tags in use.
func inFlag(before []rune, r rune, after []rune) bool {
	from := len(before) - 1
	for from >= 0 && tagged(before[from]) {
		from--
	}
	if from < 0 || before[from] != blackFlag {
		return false
	}
	spelt := make([]byte, 0, 8)
	for _, t := range before[from+1:] {
		spelt = append(spelt, byte(t-0xe0000))
	}
	spelt = append(spelt, byte(r-0xe0000))
	for _, t := range after[:min(len(after), 6)] {
		if !tagged(t) {
			break
		}
		spelt = append(spelt, byte(t-0xe0000))
	}
	for _, flag := range [...]string{"gbeng\x7f", "gbsct\x7f", "gbwls\x7f"} {
		if n := len(before) - from - 1; n < len(flag) && strings.HasPrefix(string(spelt), flag) {
			return true
		}
	}
	return false
}

// varies reports whether a selector chooses between two looks of the sign before it.
func varies(last, r, next rune) bool {
	switch {
	case r == asText || r == asPicture:
		if last == '#' || last == '*' || last >= '0' && last <= '9' {
			return next == keycap
		}
		return last == '\u00a9' || last == '\u00ae' || last == '\u203c' || last == '\u2049' || last == '\u3030' ||
			last == '\u303d' ||
			picture(last)
	case r <= '\ufe02':
		return unicode.Is(unicode.Han, last) ||
			r == '\ufe00' && (last >= 0x2200 && last <= 0x22ff || last >= 0x2a00 && last <= 0x2aff ||
				unicode.In(last, unicode.Myanmar, unicode.Phags_Pa))
	}
	return false
}

// picture reports whether a sign is drawn as a picture, or can be.
func picture(r rune) bool {
	switch {
	case r < 0x2122:
		return false
	case r == 0x2122,
		r == 0x2139,
		r >= 0x2194 && r <= 0x21aa,
		r >= 0x231a && r <= 0x23fe,
		r == 0x24c2,
		r >= 0x25aa && r <= 0x27bf:
		return true
	case r >= 0x2934 && r <= 0x2935, r >= 0x2b05 && r <= 0x2b55, r == 0x3297, r == 0x3299:
		return true
	}
	return r >= 0x1f000 && r <= 0x1faff && !skin(r)
}

func skin(r rune) bool { return r >= 0x1f3fb && r <= 0x1f3ff }

// SameName is what two spellings of a name have in common that read the same: no
// invisible characters, one space between words, no difference of case.
func SameName(s string) string {
	if Printable(s) {
		return strings.ToLower(strings.Join(strings.Fields(s), " "))
	}
	s = strings.Map(func(r rune) rune {
		if contextual(r) {
			return -1
		}
		return r
	}, Clean(oneLine.Replace(s)))
	return strings.ToLower(strings.Join(strings.Fields(s), " "))
}

// SameAs gives a test whether another name reads the same as this one. Names without
// anything invisible need no copy of them.
func SameAs(name string) func(string) bool {
	key, simple := SameName(name), Printable(name)
	return func(other string) bool {
		return strings.EqualFold(name, other) || !(simple && Printable(other)) && SameName(other) == key
	}
}
