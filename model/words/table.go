package words

import "sync/atomic"

// Table is what a package keeps that is made of sentences: made when it is first asked
// for, since the language is not known when packages begin, and made again when the
// screen speaks another one. What it returns is shared and must not be changed.
func Table[V any](make func() V) func() V {
	type made struct {
		in *Language
		v  V
	}
	var last atomic.Pointer[made]
	return func() V {
		in := Screen()
		if m := last.Load(); m != nil && m.in == in {
			return m.v
		}
		m := &made{in, make()}
		last.Store(m)
		return m.v
	}
}
