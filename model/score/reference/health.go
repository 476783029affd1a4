package reference

import "math"

// METHOD §9: health and attention.

// The settings of the second edition, at their defaults.
const healthFrom = 0.5

// Part is one of the seven parts of health and how sure it is of itself, 0..1; an unknown
// score counts nowhere.
type Part struct{ Score, Own float64 }

// PartNames are the seven in the order of their weights.
var PartNames = [7]string{"relationship", "value", "balance", "commercial", "insight", "alignment", "plan"}

var partWeights = [7]float64{25, 20, 10, 15, 10, 10, 10}

// Health is H with its confidence 0..1, and H before the bound of 50 %.
func Health(parts [7]Part) (h, bare, confidence float64) {
	sum, have := 0.0, 0.0
	for i, p := range parts {
		if known(p.Score) {
			sum += partWeights[i] * p.Score
			have += partWeights[i]
			confidence += partWeights[i] * p.Own / 100
		}
	}
	bare = sum / have
	if h = bare; confidence < healthFrom-1e-9 {
		h = unknown
	}
	return h, bare, confidence
}

// Attention is importance · (100 − H) / 100; an unknown H counts as 50.
func Attention(importance, h float64) float64 {
	if !known(h) {
		h = 50
	}
	return importance * (100 - h) / 100
}

// Balance is 100 less what they are worth to us more than we to them.
func Balance(importance, position float64) float64 {
	return 100 - math.Max(0, importance-position)
}

// Commercial is the commercial part of health.
func Commercial(stopped bool, cagr float64, flags int) float64 {
	switch {
	case stopped:
		return 0
	case !known(cagr):
		return unknown
	}
	v := 50 + 50*math.Max(-1, math.Min(1, cagr/0.20)) - 10*float64(flags)
	return math.Max(0, math.Min(100, v))
}
