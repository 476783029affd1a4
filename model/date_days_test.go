package model_test

import (
	"testing"
	"time"

	"accord/model"
)

// Days between two dates agree with the calendar of the standard library, leap years and
// centuries included, however far the two are from each other.
func TestDaysBetweenAreThoseOfTheCalendar(t *testing.T) {
	at := func(d model.Date) int64 {
		return time.Date(int(d.Year), time.Month(d.Month), int(d.Day), 0, 0, 0, 0, time.UTC).Unix() / 86400
	}
	from := model.NewDate(1, time.January, 1)
	for day := from; int(day.Year) < 2500; day = day.AddDays(13) {
		year := int(day.Year)
		for _, d := range []model.Date{day, model.NewDate(year, time.February, 29), model.NewDate(year, time.December, 31)} {
			if got, want := d.DaysSince(from), int(at(d)-at(from)); got != want {
				t.Fatalf("%s is %d days after %s, want %d", d, got, from, want)
			}
			if got, want := from.DaysSince(d), int(at(from)-at(d)); got != want {
				t.Fatalf("%s to %s are %d days, want %d", d, from, got, want)
			}
		}
	}
}
