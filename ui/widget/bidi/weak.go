package bidi

import ub "golang.org/x/text/unicode/bidi"

// marks is W1: a combining mark takes the class of what it stands on.
func (s sequence) marks() {
	prev := s.sos
	for i := range s.pos {
		if s.at(i) == ub.NSM {
			if isolates(prev) || prev == ub.PDI {
				prev = ub.ON
			}
			s.set(i, prev)
		}
		prev = s.at(i)
	}
}

// arabicNumbers is W2 and W3.
func (s sequence) arabicNumbers() {
	strong := s.sos
	for i := range s.pos {
		switch c := s.at(i); c {
		case ub.L, ub.R:
			strong = c
		case ub.AL:
			strong = c
			s.set(i, ub.R)
		case ub.EN:
			if strong == ub.AL {
				s.set(i, ub.AN)
			}
		}
	}
}

// separators is W4: a single separator between numbers joins them.
func (s sequence) separators() {
	for i := 1; i+1 < len(s.pos); i++ {
		a, b, c := s.at(i-1), s.at(i), s.at(i+1)
		switch {
		case (b == ub.ES || b == ub.CS) && a == ub.EN && c == ub.EN:
			s.set(i, ub.EN)
		case b == ub.CS && a == ub.AN && c == ub.AN:
			s.set(i, ub.AN)
		}
	}
}

// terminators is W5 and W6: currency and percent signs join the number
// beside them; what remains of the weak signs is neutral.
func (s sequence) terminators() {
	n := len(s.pos)
	for i := 0; i < n; {
		if s.at(i) != ub.ET {
			i++
			continue
		}
		j := i
		for j < n && s.at(j) == ub.ET {
			j++
		}
		c := ub.ON
		if i > 0 && s.at(i-1) == ub.EN || j < n && s.at(j) == ub.EN {
			c = ub.EN
		}
		for ; i < j; i++ {
			s.set(i, c)
		}
	}
	for i := range s.pos {
		if c := s.at(i); c == ub.ES || c == ub.CS {
			s.set(i, ub.ON)
		}
	}
}

// latinNumbers is W7: a number in left-to-right text is part of it.
func (s sequence) latinNumbers() {
	strong := s.sos
	for i := range s.pos {
		switch c := s.at(i); c {
		case ub.L, ub.R:
			strong = c
		case ub.EN:
			if strong == ub.L {
				s.set(i, ub.L)
			}
		}
	}
}
