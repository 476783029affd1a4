package score

import read "accord/model/figure"

// How a figure is read is decided in model/figure; these are its names where figures are.
var (
	Print         = read.Print
	Print2        = read.Print2
	Decimals      = read.Decimals
	Doubted       = read.Doubted
	Signed        = read.Signed
	Change        = read.Change
	Change2       = read.Change2
	Median        = read.Median
	Percentage    = read.Percentage
	Thousands     = read.Thousands
	Exact         = read.Exact
	RoundHalfAway = read.RoundHalfAway
)
