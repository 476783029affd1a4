package bidi

import (
	"slices"

	ub "golang.org/x/text/unicode/bidi"
)

// Has reports whether s holds anything the algorithm would move.
func Has(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0xd6 { // the lead byte of U+0590, the first candidate
			return hasRunes(s[i:])
		}
	}
	return false
}

func hasRunes(s string) bool {
	for _, r := range s {
		switch {
		case r < 0x590:
		case r <= 0x8ff, r == 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
			return true
		case r >= 0xfb1d && r <= 0xfdff, r >= 0xfe70 && r <= 0xfefc:
			return true
		case r >= 0x10800 && r <= 0x10fff, r >= 0x1e800 && r <= 0x1efff:
			return true
		}
	}
	return false
}

// Levels gives the embedding level of every rune and of the paragraph.
func Levels(rs []rune, d Dir) (levels []int, base int) {
	p := paragraph{
		runes: rs,
		orig:  make([]ub.Class, len(rs)),
		level: make([]int, len(rs)),
	}
	formatted := false
	for i, r := range rs {
		pr, _ := ub.LookupRune(r)
		p.orig[i] = pr.Class()
		formatted = formatted || formats(p.orig[i])
	}
	p.class = slices.Clone(p.orig)
	p.matchIsolates()
	p.base = p.baseLevel(d)
	if formatted {
		p.explicit()
		for _, s := range p.sequences() {
			s.resolve()
		}
		p.fillRemoved()
	} else if len(rs) > 0 {
		p.plainSequence().resolve()
	}
	p.resetWhitespace()
	return p.level, p.base
}
