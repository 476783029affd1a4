package words

import (
	"math"
	"strconv"
	"time"
)

// What is written alone, in a cell of a table or beside a name, follows the same rules as
// what is filled into a sentence. These say how the language of the screen writes it; what
// a figure looks like (how many decimals, which signs) is model/figure/print.go.

// Decimal is a number with so many decimals, half away from zero: 0.62.
func Decimal(v float64, decimals int) string {
	return string(Screen().ready().appendNumber(nil, v, decimals, false))
}

// Grouped is a whole number with separated thousands: 1,234,567.
func Grouped(v float64) string {
	return string(Screen().ready().appendNumber(nil, v, 0, true))
}

// Amount is an amount of money with separated thousands, its hundredths where it has any:
// 1,234,567 or 240.01.
func Amount(v float64) string {
	decimals := 0
	if hundredths := math.Round(v * 100); math.Mod(hundredths, 100) != 0 {
		decimals = 2
	}
	return string(Screen().ready().appendNumber(nil, v, decimals, true))
}

// Share is a share of 1 in percent with so many decimals: 17.7 %.
func Share(share float64, decimals int) string {
	l := Screen().ready()
	return string(fill(nil, l.percent, string(l.appendNumber(nil, 100*share, decimals, false))))
}

// Date is a civil day as it is read: 30 Nov 2026. In files, and where one types, a day is
// 2026-11-30.
func Date(year int, month time.Month, day int) string {
	l := Screen().ready()
	return string(fill(nil, l.day, strconv.Itoa(day), l.month(month), strconv.Itoa(year)))
}

// Moment is a day and the time of it, as t has them in its own zone: 30 Nov 2026 15:04.
func Moment(t time.Time) string {
	return Date(t.Year(), t.Month(), t.Day()) + " " + t.Format("15:04")
}

// MomentToSecond is a moment to the second, for lists of what happened in one minute.
func MomentToSecond(t time.Time) string {
	return Moment(t) + t.Format(":05")
}

// ready is the language once its catalogue is read.
func (l *Language) ready() *Language {
	l.once.Do(l.load)
	return l
}

// month is the short name of a month, its number where the language names none.
func (l *Language) month(m time.Month) string {
	if m < 1 || int(m) > len(l.months) {
		return strconv.Itoa(int(m))
	}
	return l.months[m-1]
}
