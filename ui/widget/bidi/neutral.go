package bidi

import (
	"cmp"
	"slices"
	"unicode/utf8"

	ub "golang.org/x/text/unicode/bidi"
)

// maxBrackets is the depth at which bracket pairing gives up (BD16).
const maxBrackets = 63

func neutral(c ub.Class) bool {
	switch c {
	case ub.B, ub.S, ub.WS, ub.ON, ub.LRI, ub.RLI, ub.FSI, ub.PDI:
		return true
	}
	return false
}

// strongOf is a class as the neutral rules see it: numbers count as R, and
// ON stands for "not strong".
func strongOf(c ub.Class) ub.Class {
	switch c {
	case ub.L:
		return ub.L
	case ub.R, ub.EN, ub.AN:
		return ub.R
	}
	return ub.ON
}

type pair struct{ open, close int }

// pairs finds matching brackets (BD16), in the order of the opening ones.
func (s sequence) pairs() []pair {
	type opening struct {
		want rune
		at   int
	}
	var stack []opening
	var out []pair
	for i, at := range s.pos {
		if s.class[at] != ub.ON {
			continue
		}
		r := s.runes[at]
		p, _ := ub.LookupRune(r)
		if !p.IsBracket() {
			continue
		}
		if p.IsOpeningBracket() {
			if len(stack) == maxBrackets {
				return nil
			}
			stack = append(stack, opening{canonical(mirrored(r)), i})
			continue
		}
		for k := len(stack) - 1; k >= 0; k-- {
			if stack[k].want == canonical(r) {
				out = append(out, pair{stack[k].at, i})
				stack = stack[:k]
				break
			}
		}
	}
	slices.SortFunc(out, func(a, b pair) int { return cmp.Compare(a.open, b.open) })
	return out
}

// mirrored is the other bracket of a pair.
func mirrored(r rune) rune {
	m, _ := utf8.DecodeRuneInString(ub.ReverseString(string(r)))
	return m
}

// canonical joins the angle brackets Unicode holds to be equal.
func canonical(r rune) rune {
	switch r {
	case 0x2329:
		return 0x3008
	case 0x232a:
		return 0x3009
	}
	return r
}

// brackets is N0.
func (s sequence) brackets() {
	for _, p := range s.pairs() {
		d := s.pairDirection(p)
		if d == ub.ON {
			continue
		}
		for _, i := range [...]int{p.open, p.close} {
			s.set(i, d)
			for j := i + 1; j < len(s.pos) && s.orig[s.pos[j]] == ub.NSM; j++ {
				s.set(j, d)
			}
		}
	}
}

// pairDirection is the direction a pair takes from its content and, failing
// that, from what stands before it; ON leaves it neutral.
func (s sequence) pairDirection(p pair) ub.Class {
	own := direction(s.depth)
	opposite := false
	for i := p.open + 1; i < p.close; i++ {
		switch c := strongOf(s.at(i)); c {
		case own:
			return own
		case ub.ON:
		default:
			opposite = true
		}
	}
	if !opposite {
		return ub.ON
	}
	for i := p.open - 1; i >= 0; i-- {
		if c := strongOf(s.at(i)); c != ub.ON {
			return c
		}
	}
	return s.sos
}

// neutrals is N1 and N2.
func (s sequence) neutrals() {
	n := len(s.pos)
	for i := 0; i < n; {
		if !neutral(s.at(i)) {
			i++
			continue
		}
		j := i
		for j < n && neutral(s.at(j)) {
			j++
		}
		before, after := s.sos, s.eos
		if i > 0 {
			before = strongOf(s.at(i - 1))
		}
		if j < n {
			after = strongOf(s.at(j))
		}
		d := direction(s.depth)
		if before == after {
			d = before
		}
		for ; i < j; i++ {
			s.set(i, d)
		}
	}
}
