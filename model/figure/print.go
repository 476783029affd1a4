package figure

import (
	"math"
	"strconv"

	"accord/model"
	"accord/model/words"
)

// How a figure is printed is decided here, for screens, papers and the tables of the
// command line; how a language writes the number is words.Decimal and its neighbours.
// Files for programs (CSV, XLSX, JSON) hold the number as it is.
//
//	figure                                        read          explained   by
//	score, index 0..100                           70            69.74       Print, Print2
//	  not everything known                        70~                       Doubted
//	  unknown, too little known                   – (17 %)                  Doubted
//	asymmetry, gap of perception                  +36           +36         Signed
//	what a score moved by                         +36           +36.25      Change, Change2
//	  by less than 10                             +3.5          +3.53       Change, Change2
//	share of money: margin, share, CR             17.7 %        17.66 %     Percentage 1, 2
//	share of a count, confidence, effort          64 %          64 %        Percentage 0
//	amount                                        1,234,567                 Thousands
//	  as it is explained                                        240.01      Exact
//	  in a narrow column                          341k, 12.3m               kit.ShortMoney
//	HHI                                           0.0994        0.09937     Decimals 4, 5
//	Gini                                          0.5900        0.5900      Decimals 4
//	effective number of accounts                  10.1          10.06       Decimals 1, 2
//	strength of a tie, cost of a way, exchange    0.62          0.62        Decimals 2
//	median of answers                             3, 2.5        2.5         Median
//
// All round half away from zero. What is not known is –.

// unknown is what stands for a figure that nobody knows.
const unknown = "–"

// RoundHalfAway rounds to decimals, half away from zero. Rounding happens only
// when a number is printed.
func RoundHalfAway(v float64, decimals int) float64 {
	p := math.Pow10(decimals)
	// a nudge of a few ulps keeps 0.285 printing as 0.29, as people expect of decimals
	x := v * p
	r := math.Round(x + math.Copysign(math.Abs(x)*4e-16, x))
	if r == 0 {
		return 0 // never "-0"
	}
	return r / p
}

// Print is a score or an index, 0..100, as it is read: 70.
func Print(n model.Num) string {
	if !n.Known {
		return unknown
	}
	if v := RoundHalfAway(n.V, 0); math.Abs(v) < 1e15 {
		return strconv.Itoa(int(v))
	}
	return words.Decimal(n.V, 0)
}

// Print2 is a score as it is explained: 69.74.
func Print2(n model.Num) string { return Decimals(n, 2) }

// Decimals is a ratio with as many decimals as it needs: 0.0994.
func Decimals(n model.Num, decimals int) string {
	if !n.Known {
		return unknown
	}
	return words.Decimal(n.V, decimals)
}

// Doubted is a score with ~ below full confidence (0..1); one that is unknown because too
// little is known stands beside how much is: – (17 %).
func Doubted(n model.Num, confidence float64) string {
	switch {
	case n.Known && confidence < 1:
		return Print(n) + "~"
	case !n.Known && confidence > 0:
		return unknown + " (" + Percentage(model.Some(confidence), 0) + ")"
	}
	return Print(n)
}

// Signed is a difference between two scores: +36, -4, 0.
func Signed(n model.Num) string { return withPlus(n, Print(n)) }

// Change is what a score moved by: +36, and with one decimal below 10, since half a point
// of health is what a move brings (METHOD §9): +3.5, +0.4.
func Change(n model.Num) string {
	if n.Known && math.Abs(RoundHalfAway(n.V, 1)) < 10 && RoundHalfAway(n.V, 1) != 0 {
		return withPlus(n, Decimals(n, 1))
	}
	return withPlus(n, Print(n))
}

// Change2 is Change as it is explained: +3.60.
func Change2(n model.Num) string { return withPlus(n, Print2(n)) }

// withPlus puts the sign before what rose.
func withPlus(n model.Num, said string) string {
	if n.Known && n.V > 0 && said != "0" {
		return "+" + said
	}
	return said
}

// Median is the median of answers, which are whole numbers: 3, or 2.5.
func Median(n model.Num) string {
	if n.V == math.Trunc(n.V) {
		return Print(n)
	}
	return Decimals(n, 1)
}

// Percentage is a share 0..1 with so many decimals: 17.7 %.
func Percentage(n model.Num, decimals int) string {
	if !n.Known {
		return unknown
	}
	return words.Share(n.V, decimals)
}

// Thousands is an amount with separated thousands and no decimals: 1,234,567.
func Thousands(n model.Num) string {
	if !n.Known {
		return unknown
	}
	return words.Grouped(n.V)
}

// Exact is an amount as it is explained, to the hundredth where it is not whole: 240.01.
func Exact(n model.Num) string {
	if !n.Known {
		return unknown
	}
	return words.Amount(n.V)
}
