package model

import (
	"accord/model/words"
	"fmt"
	"time"
)

// Date is a civil day without time zone. The zero Date is unknown.
type Date struct {
	Year  int16
	Month uint8
	Day   uint8
}

// NewDate returns the civil day; days past a month's end roll over, as in time.Date.
func NewDate(year int, month time.Month, day int) Date {
	return DateOf(time.Date(year, month, day, 0, 0, 0, 0, time.UTC))
}

// DateOf returns the civil day that t shows in its own time zone.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{int16(y), uint8(m), uint8(d)}
}

// ParseDate reads an ISO day, 2026-11-24. The empty string and "-" are the unknown day.
func ParseDate(s string) (Date, error) {
	if s == "" || s == "-" {
		return Date{}, nil
	}
	t, err := time.Parse("2006-01-02", s)
	if err != nil || t.Year() < 1 {
		return Date{}, words.Fail("model.not-date", s)
	}
	return DateOf(t), nil
}

// Known reports whether the day is known.
func (d Date) Known() bool { return d != Date{} }

func (d Date) time() time.Time {
	return time.Date(int(d.Year), time.Month(d.Month), int(d.Day), 0, 0, 0, 0, time.UTC)
}

// String prints the ISO day, or the empty string when unknown.
func (d Date) String() string {
	if !d.Known() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Short is the day as it is read: 24 Nov 2026.
func (d Date) Short() string {
	if !d.Known() {
		return "–"
	}
	return words.Date(int(d.Year), time.Month(d.Month), int(d.Day))
}

// WordsArg is the day in a sentence, where it is written as Short writes it.
func (d Date) WordsArg() words.Arg {
	if !d.Known() {
		return words.Arg{Text: d.Short()}
	}
	return words.DayOf(int(d.Year), time.Month(d.Month), int(d.Day))
}

// Weekday is the day of the week.
func (d Date) Weekday() time.Weekday { return d.time().Weekday() }

// AddMonths is the same day so many months on, or the last day of a shorter month.
func (d Date) AddMonths(n int) Date {
	last := NewDate(int(d.Year), time.Month(int(d.Month)+n+1), 0)
	return NewDate(int(last.Year), time.Month(last.Month), min(int(d.Day), int(last.Day)))
}

// AddDays returns the day n days later.
func (d Date) AddDays(n int) Date { return DateOf(d.time().AddDate(0, 0, n)) }

// DaysSince returns the days from other to d; both must be known.
func (d Date) DaysSince(other Date) int {
	return d.day() - other.day()
}

// day counts days from the first of March of the year 0, so that the odd day of a leap
// year is the last of its year. It is asked for thousands of times a frame.
func (d Date) day() int {
	year, month := int(d.Year), (int(d.Month)+9)%12 // March is 0
	if d.Month <= 2 {
		year--
	}
	return 365*year + year/4 - year/100 + year/400 + (153*month+2)/5 + int(d.Day) - 1
}

// Before reports whether d is an earlier day than other.
func (d Date) Before(other Date) bool { return d.Compare(other) < 0 }

// Compare orders days; the unknown day comes first.
func (d Date) Compare(o Date) int {
	a := int(d.Year)<<9 | int(d.Month)<<5 | int(d.Day)
	b := int(o.Year)<<9 | int(o.Month)<<5 | int(o.Day)
	return a - b
}

// MarshalText writes the ISO day.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads the ISO day.
func (d *Date) UnmarshalText(b []byte) (err error) {
	*d, err = ParseDate(string(b))
	return err
}
