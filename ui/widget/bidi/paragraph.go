package bidi

import ub "golang.org/x/text/unicode/bidi"

// Dir is the base direction of a line.
type Dir uint8

// The base directions. Auto takes that of the first strong letter.
const (
	Auto Dir = iota
	LTR
	RTL
)

// maxDepth is the deepest embedding UAX #9 allows (BD2).
const maxDepth = 125

// paragraph is the working state for one line of text.
type paragraph struct {
	runes []rune
	orig  []ub.Class // as the character database gives them
	class []ub.Class // as the rules have changed them so far
	pdi   []int      // for an isolate initiator its PDI, or len; else -1
	level []int
	base  int
}

// formats reports the classes that make more than one sequence of a line.
func formats(c ub.Class) bool {
	return removed(c) || isolates(c) || c == ub.PDI || c == ub.B
}

func isolates(c ub.Class) bool { return c == ub.LRI || c == ub.RLI || c == ub.FSI }

// removed reports the classes that rule X9 takes out.
func removed(c ub.Class) bool {
	switch c {
	case ub.LRE, ub.RLE, ub.LRO, ub.RLO, ub.PDF, ub.BN:
		return true
	}
	return false
}

// matchIsolates finds the PDI of every isolate initiator (BD9).
func (p *paragraph) matchIsolates() {
	p.pdi = make([]int, len(p.orig))
	var open []int
	for i, c := range p.orig {
		p.pdi[i] = -1
		if isolates(c) {
			open = append(open, i)
			p.pdi[i] = len(p.orig)
		} else if c == ub.PDI && len(open) > 0 {
			p.pdi[open[len(open)-1]] = i
			open = open[:len(open)-1]
		}
	}
}

func (p *paragraph) baseLevel(d Dir) int {
	switch d {
	case RTL:
		return 1
	case LTR:
		return 0
	}
	return max(0, p.firstStrong(0, len(p.orig)))
}

// firstStrong is 0 or 1 by the first strong letter in from…to outside
// isolates, or -1 without one (P2, P3).
func (p *paragraph) firstStrong(from, to int) int {
	for i := from; i < to; i++ {
		switch c := p.orig[i]; {
		case c == ub.L:
			return 0
		case c == ub.R || c == ub.AL:
			return 1
		case isolates(c):
			i = p.pdi[i]
		}
	}
	return -1
}

// fillRemoved gives the characters X9 took out the level before them.
func (p *paragraph) fillRemoved() {
	prev := p.base
	for i, c := range p.orig {
		if removed(c) {
			p.level[i] = prev
		}
		prev = p.level[i]
	}
}

// resetWhitespace is rule L1: separators and trailing space take the
// paragraph's level.
func (p *paragraph) resetWhitespace() {
	reset := true
	for i := len(p.orig) - 1; i >= 0; i-- {
		c := p.orig[i]
		switch {
		case c == ub.B || c == ub.S:
			p.level[i], reset = p.base, true
		case c == ub.WS || isolates(c) || c == ub.PDI || removed(c):
			if reset {
				p.level[i] = p.base
			}
		default:
			reset = false
		}
	}
}
