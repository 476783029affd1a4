package model

import "testing"

// Three quarters of 3.30 are 2.475, a half that rounds away from zero though its binary
// fraction is a little less.
func TestAPartOfAnAmountRoundsHalvesAway(t *testing.T) {
	g := NewProgramme()
	for money, want := range map[float64]float64{3.30: 2.48, -3.30: -2.48, 1.00: 0.75, 2.02: 1.52} {
		if got := PartOf(NewMoney(money, g.Currency), g, 2026, 0.75); got.V != want {
			t.Errorf("three quarters of %v: %v, want %v", money, got.V, want)
		}
	}
}
