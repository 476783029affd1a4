package model

import (
	"slices"
)

// Median of known values; unknown when there are none.
func Median(values []float64) Num {
	n := len(values)
	if n == 0 {
		return Num{}
	}
	s := slices.Clone(values)
	slices.Sort(s)
	return Some((s[(n-1)/2] + s[n/2]) / 2)
}
