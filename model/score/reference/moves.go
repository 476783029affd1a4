package reference

import (
	"math"
	"sort"
)

// METHOD §9: what a move is worth, and the order of moves.

// Move is what the order of moves asks for.
type Move struct {
	Key, Kind    string
	Gain, Effort float64
	Crossed      bool
	Political    bool // it covers an uncovered inner-circle decision maker or approver with a name
}

// Gain is ΔS·(100−H)/100 + importance·ΔH/100; unknown importance or H counts as 50.
func Gain(deltaS, deltaH, importance, h float64) float64 {
	half := func(v float64) float64 {
		if known(v) {
			return v
		}
		return 50
	}
	return deltaS*(100-half(h))/100 + half(importance)*deltaH/100
}

// Sorted is the order of a list: the political ones first, then the best of each kind
// until there are a dozen, then the rest.
func Sorted(moves []Move) []Move {
	rest := append([]Move(nil), moves...)
	sort.SliceStable(rest, func(i, j int) bool {
		a, b := rest[i], rest[j]
		if a.Political != b.Political {
			return a.Political
		}
		if x, y := a.Gain/a.Effort, b.Gain/b.Effort; math.Abs(x-y) > 1e-9 {
			return x > y
		}
		if a.Crossed != b.Crossed {
			return a.Crossed
		}
		return a.Key < b.Key
	})
	var dozen, later []Move
	political, taken := map[string]bool{}, map[string]bool{}
	for _, m := range rest {
		if m.Political {
			political[m.Kind] = true
		}
	}
	for _, m := range rest {
		switch {
		case len(dozen) == 12:
			later = append(later, m)
		case m.Political:
			dozen = append(dozen, m)
		case political[m.Kind] || taken[m.Kind]:
			later = append(later, m)
		default:
			taken[m.Kind] = true
			dozen = append(dozen, m)
		}
	}
	return append(dozen, later...)
}

// Band is the colour of a figure that a move may leave.
func Band(v, amber, red float64) int {
	switch {
	case v < red:
		return 2
	case v < amber:
		return 1
	}
	return 0
}
