package model

import (
	"time"
)

// FigureKind says whether a year's figures happened, were planned, or are expected.
type FigureKind uint8

// The kinds of figures.
const (
	Actual FigureKind = iota
	Budget
	Forecast
)

// Year is one account's figures of one year; each may be unknown.
type Year struct {
	Year          int        `json:"year"`
	Kind          FigureKind `json:"kind,omitzero"`
	Through       Date       `json:"through,omitzero"` // the last day the figures cover
	Revenue       Money      `json:"revenue,omitzero"` // typed by hand; overrides the sum of transactions
	CostOfSales   Money      `json:"cost_of_sales,omitzero"`
	CostToServe   Money      `json:"cost_to_serve,omitzero"`
	Wallet        Money      `json:"wallet,omitzero"`         // the customer's spend in our categories
	CapacityShare Num        `json:"capacity_share,omitzero"` // share of our capacity, 0..1
}

// Transaction is one won order, invoice or opportunity brought in by import.
// Key identifies it across imports: its own id, or a hash of its row.
type Transaction struct {
	Key      string `json:"key"`
	Date     Date   `json:"date"`
	Offering string `json:"offering,omitzero"`
	Source   string `json:"source,omitzero"` // the system or file it came from; its first and last year may be partial
	Amount   Money  `json:"amount"`
}

// FiscalYear returns the year a day belongs to when years start in month start;
// a year is named after the calendar year in which it ends.
func FiscalYear(d Date, start time.Month) int {
	if start > time.January && time.Month(d.Month) >= start {
		return int(d.Year) + 1
	}
	return int(d.Year)
}

// YearEnd is the last day of a fiscal year.
func YearEnd(year int, start time.Month) Date {
	if start <= time.January {
		return NewDate(year, time.December, 31)
	}
	return NewDate(year, start, 0)
}

// The years that figures and rates may have.
const (
	MinYear = 1900
	MaxYear = 2200
)
