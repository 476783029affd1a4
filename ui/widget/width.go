package widget

import (
	"sync/atomic"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/rivo/uniseg"
)

// widthPages caches the cell width of every code point met so far, a page of
// 256 at a time. The renderer measures per code point (wcwidth), and what we
// lay out must agree with it, so ansi stays the single authority.
var widthPages [(utf8.MaxRune + 1) >> 8]atomic.Pointer[[256]uint8]

// runeWidth is the number of cells a terminal advances for r: 0, 1 or 2.
func runeWidth(r rune) int {
	if r < 0x7f {
		if r < 0x20 {
			return 0
		}
		return 1
	}
	if r > utf8.MaxRune {
		return 0
	}
	p := widthPages[r>>8].Load()
	if p == nil {
		p = measurePage(r >> 8)
	}
	return int(p[r&0xff])
}

func measurePage(n rune) *[256]uint8 {
	var p [256]uint8
	for i := range p {
		p[i] = uint8(ansi.StringWidthWc(string(n<<8 | rune(i))))
	}
	widthPages[n].Store(&p)
	return &p
}

// isASCII reports whether s holds printable ASCII only, the case every
// drawing and measuring function treats first.
func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i]-0x20 >= 0x5f {
			return false
		}
	}
	return true
}

// Width is the number of cells s takes once it is cleaned and drawn.
func Width(s string) int {
	if isASCII(s) {
		return len(s)
	}
	return cellWidth(Clean(s))
}

// cellWidth measures text that is already clean.
func cellWidth(s string) int {
	n := 0
	for _, r := range s {
		n += runeWidth(r)
	}
	return n
}

// simple reports whether r never joins a neighbour into a longer grapheme
// cluster: the scripts and signs that make up nearly all text here.
func simple(r rune) bool {
	switch {
	case r < 0x300:
		return r >= 0x20 && r < 0x7f || r >= 0xa0 && r != 0xa9 && r != 0xad && r != 0xae
	case r >= 0x5d0 && r <= 0x5f4: // Hebrew letters and punctuation
		return true
	case r >= 0x400 && r <= 0x47f, r >= 0x391 && r <= 0x3ff: // Cyrillic, Greek
		return true
	case r >= 0x2500 && r <= 0x25a9, r >= 0x2010 && r <= 0x2027: // lines, blocks, dashes
		return true
	case r >= 0x3041 && r <= 0x3096, r >= 0x30a1 && r <= 0x30fa: // kana
		return true
	case r >= 0x4e00 && r <= 0x9fff, r >= 0x20a0 && r <= 0x20cf: // Han, currency
		return true
	}
	return false
}

// firstCluster is the length in bytes of the first grapheme cluster of s.
func firstCluster(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	if simple(r) {
		if n == len(s) {
			return n
		}
		if next, _ := utf8.DecodeRuneInString(s[n:]); simple(next) {
			return n
		}
	}
	c, _, _, _ := uniseg.FirstGraphemeClusterInString(s, -1)
	return len(c)
}

// glyph is what one cell (or a pair of cells) shows.
type glyph struct {
	text string
	w    int
}

// nextGlyph cuts the first glyph off clean text. A cluster that terminals
// spread over more than two cells (Indic conjuncts) is cut per code point,
// because that is how they place it. A glyph of width 0 must not be drawn.
func nextGlyph(s string) (g glyph, rest string) {
	n := firstCluster(s)
	w := cellWidth(s[:n])
	if w > 2 {
		n = leadLength(s[:n])
		w = cellWidth(s[:n])
	}
	return glyph{s[:n], w}, s[n:]
}

// leadLength is the length of the first code point of s that takes space,
// with what stands before it and the zero-width marks after it.
func leadLength(s string) int {
	seen := false
	for i, r := range s {
		if runeWidth(r) > 0 {
			if seen {
				return i
			}
			seen = true
		}
	}
	return len(s)
}

// clusters splits s into grapheme clusters.
func clusters(s string) []string {
	out := make([]string, 0, len(s))
	for len(s) > 0 {
		n := firstCluster(s)
		out = append(out, s[:n])
		s = s[n:]
	}
	return out
}
