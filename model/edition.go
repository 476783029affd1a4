package model

import "time"

// Edition is of the method that figures are computed by. A moment of the past is computed
// by it too, whatever was printed then.
const Edition = 2

// EditionBegan is the day from which programs compute by this edition.
var EditionBegan = NewDate(2026, time.December, 1)

// AcrossEditions reports whether figures printed on two days were of different editions.
func AcrossEditions(from, to Date) bool {
	return from.Known() && from.Before(EditionBegan) && !to.Before(EditionBegan)
}

// FirstEdition reports whether a version of a portfolio was written by a program that
// computed by the first edition.
func (k Knows) FirstEdition() bool { return k < KnowsPeriod }
