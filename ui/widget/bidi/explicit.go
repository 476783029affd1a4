package bidi

import ub "golang.org/x/text/unicode/bidi"

// status is an entry of the directional status stack (X1).
type status struct {
	level    int
	override ub.Class // L, R, or ON for none
	isolate  bool
}

// embedder walks the explicit formatting characters (X1–X8).
type embedder struct {
	*paragraph
	stack            []status
	overflowIsolates int
	overflowEmbeds   int
	validIsolates    int
}

func (p *paragraph) explicit() {
	e := embedder{paragraph: p, stack: []status{{p.base, ub.ON, false}}}
	for i, c := range p.orig {
		switch {
		case c == ub.RLE || c == ub.LRE || c == ub.RLO || c == ub.LRO:
			e.embed(i, c)
		case isolates(c):
			e.isolate(i, c)
		case c == ub.PDI:
			e.endIsolate(i)
		case c == ub.PDF:
			e.endEmbed(i)
		case c == ub.B:
			p.level[i] = p.base
		case c == ub.BN:
			p.level[i] = e.top().level
		default:
			e.apply(i)
		}
	}
}

func (e *embedder) top() status { return e.stack[len(e.stack)-1] }

func (e *embedder) pop() { e.stack = e.stack[:len(e.stack)-1] }

// apply gives position i the current level and override.
func (e *embedder) apply(i int) {
	t := e.top()
	e.level[i] = t.level
	if t.override != ub.ON {
		e.class[i] = t.override
	}
}

// next is the least level above the current one with the wanted parity.
func (e *embedder) next(rtl bool) int {
	l := e.top().level
	if rtl {
		return (l + 1) | 1
	}
	return (l + 2) &^ 1
}

func (e *embedder) overflowing(level int) bool {
	return level > maxDepth || e.overflowIsolates > 0 || e.overflowEmbeds > 0
}

// embed is X2 to X5.
func (e *embedder) embed(i int, c ub.Class) {
	e.level[i] = e.top().level
	level := e.next(c == ub.RLE || c == ub.RLO)
	override := ub.ON
	switch c {
	case ub.RLO:
		override = ub.R
	case ub.LRO:
		override = ub.L
	}
	if !e.overflowing(level) {
		e.stack = append(e.stack, status{level, override, false})
	} else if e.overflowIsolates == 0 {
		e.overflowEmbeds++
	}
}

// isolate is X5a to X5c.
func (e *embedder) isolate(i int, c ub.Class) {
	e.apply(i)
	rtl := c == ub.RLI || c == ub.FSI && e.firstStrong(i+1, e.pdi[i]) == 1
	level := e.next(rtl)
	if e.overflowing(level) {
		e.overflowIsolates++
		return
	}
	e.validIsolates++
	e.stack = append(e.stack, status{level, ub.ON, true})
}

// endIsolate is X6a.
func (e *embedder) endIsolate(i int) {
	if e.overflowIsolates > 0 {
		e.overflowIsolates--
	} else if e.validIsolates > 0 {
		e.overflowEmbeds = 0
		for !e.top().isolate {
			e.pop()
		}
		e.pop()
		e.validIsolates--
	}
	e.apply(i)
}

// endEmbed is X7.
func (e *embedder) endEmbed(i int) {
	switch {
	case e.overflowIsolates > 0:
	case e.overflowEmbeds > 0:
		e.overflowEmbeds--
	case !e.top().isolate && len(e.stack) > 1:
		e.pop()
	}
	e.level[i] = e.top().level
}
