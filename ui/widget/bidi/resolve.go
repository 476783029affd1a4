package bidi

import ub "golang.org/x/text/unicode/bidi"

// resolve runs the weak (W), bracket (N0), neutral (N) and implicit (I) rules.
func (s sequence) resolve() {
	s.marks()
	s.arabicNumbers()
	s.separators()
	s.terminators()
	s.latinNumbers()
	s.brackets()
	s.neutrals()
	s.implicit()
}

// implicit is I1 and I2.
func (s sequence) implicit() {
	for i, at := range s.pos {
		c, l := s.at(i), s.depth
		switch {
		case l&1 == 0 && c == ub.R, l&1 == 1 && (c == ub.L || c == ub.EN || c == ub.AN):
			l++
		case l&1 == 0 && (c == ub.AN || c == ub.EN):
			l += 2
		}
		s.level[at] = l
	}
}
