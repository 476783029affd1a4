package bidi

import ub "golang.org/x/text/unicode/bidi"

// sequence is an isolating run sequence (BD13): the positions that the weak
// and neutral rules see as one string.
type sequence struct {
	*paragraph
	pos      []int
	depth    int
	sos, eos ub.Class // what stands before and behind
}

// direction is the strong class of a level (L or R).
func direction(level int) ub.Class {
	if level&1 == 1 {
		return ub.R
	}
	return ub.L
}

// plainSequence is the only sequence of a line without formatting characters.
func (p *paragraph) plainSequence() sequence {
	s := sequence{paragraph: p, pos: make([]int, len(p.orig)), depth: p.base}
	for i := range s.pos {
		s.pos[i] = i
		p.level[i] = p.base
	}
	s.sos, s.eos = direction(p.base), direction(p.base)
	return s
}

// sequences is rule X10.
func (p *paragraph) sequences() []sequence {
	runs, runOf := p.levelRuns()
	continued := make([]bool, len(p.orig))
	for i, end := range p.pdi {
		if isolates(p.orig[i]) && end < len(p.orig) {
			continued[end] = true
		}
	}
	var out []sequence
	for _, run := range runs {
		if first := run[0]; p.orig[first] == ub.PDI && continued[first] {
			continue // belongs to the sequence of its initiator
		}
		s := sequence{paragraph: p, depth: p.level[run[0]]}
		s.pos = append(s.pos, run...)
		for {
			last := s.pos[len(s.pos)-1]
			if !isolates(p.orig[last]) || p.pdi[last] == len(p.orig) {
				break
			}
			s.pos = append(s.pos, runs[runOf[p.pdi[last]]]...)
		}
		s.findEdges()
		out = append(out, s)
	}
	return out
}

// levelRuns cuts what X9 keeps into runs of equal level (BD7).
func (p *paragraph) levelRuns() (runs [][]int, runOf []int) {
	runOf = make([]int, len(p.orig))
	last := -1
	for i, c := range p.orig {
		if removed(c) {
			continue
		}
		if p.level[i] != last {
			runs = append(runs, nil)
			last = p.level[i]
		}
		n := len(runs) - 1
		runs[n] = append(runs[n], i)
		runOf[i] = n
	}
	return runs, runOf
}

// findEdges sets sos and eos from the levels around the sequence.
func (s *sequence) findEdges() {
	prev, next := s.base, s.base
	for i := s.pos[0] - 1; i >= 0; i-- {
		if !removed(s.orig[i]) {
			prev = s.level[i]
			break
		}
	}
	last := s.pos[len(s.pos)-1]
	for i := last + 1; i < len(s.orig) && !isolates(s.orig[last]); i++ {
		if !removed(s.orig[i]) {
			next = s.level[i]
			break
		}
	}
	s.sos, s.eos = direction(max(prev, s.depth)), direction(max(next, s.depth))
}

func (s sequence) at(i int) ub.Class { return s.class[s.pos[i]] }

func (s sequence) set(i int, c ub.Class) { s.class[s.pos[i]] = c }
