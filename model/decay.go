package model

import (
	"math"
)

// The weights of value V (METHOD §6).
const (
	VerifiedWeight   = 0.40
	BeyondWeight     = 0.30
	FreshWeight      = 0.30
	undatedFreshness = 0.5 // of anything that ages and has no date
)

// Fading is 0.5^(age in days / half-life): 1 today and in the future, one half
// for what has no date (METHOD §1, edges).
func Fading(d, today Date, halfLife float64) float64 {
	if !d.Known() {
		return undatedFreshness
	}
	return math.Pow(0.5, float64(max(0, today.DaysSince(d)))/halfLife)
}
