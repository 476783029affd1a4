package kit

import (
	"strconv"
	"strings"
	"time"

	"accord/model"
	"accord/model/words"
)

// dayHelp is how a day may be typed, for foot lines and refusals.
func dayHelp() string { return words.T("kit.2026-11-24-24-11") }

// ParseDay reads a day the way planners type it, as seen from today. Without a
// year it is the next such day; q1 is the last day of the next first quarter.
// The empty text and - are the unknown day.
func ParseDay(text string, today model.Date) (model.Date, error) {
	t := strings.ToLower(strings.Join(strings.Fields(text), " "))
	if t == "–" {
		t = "-"
	}
	for _, read := range []func(string, model.Date) (model.Date, bool){isoDay, namedDay, shiftedDay, weekday, quarter, dottedDay, monthDay} {
		if d, ok := read(t, today); ok {
			return d, nil
		}
	}
	return model.Date{}, &model.Problem{Sentence: words.T("kit.not-day", text), Hint: words.T("kit.type-2026-11-24-24")}
}

func isoDay(t string, _ model.Date) (model.Date, bool) {
	d, err := model.ParseDate(t)
	return d, err == nil
}

func namedDay(t string, today model.Date) (model.Date, bool) {
	switch t {
	case "today", "now":
		return today, true
	case "tomorrow", "tmr":
		return today.AddDays(1), true
	case "yesterday":
		return today.AddDays(-1), true
	}
	return model.Date{}, false
}

// shiftedDay is +3d, +2w, +1m, +1y or the same with a minus.
func shiftedDay(t string, today model.Date) (model.Date, bool) {
	if len(t) < 3 || t[0] != '+' && t[0] != '-' {
		return model.Date{}, false
	}
	n, err := strconv.Atoi(strings.TrimSpace(t[1 : len(t)-1]))
	if err != nil || n < 0 || n > 4000 {
		return model.Date{}, false
	}
	if t[0] == '-' {
		n = -n
	}
	switch t[len(t)-1] {
	case 'd':
		return today.AddDays(n), true
	case 'w':
		return today.AddDays(7 * n), true
	case 'm':
		return addMonths(today, n), true
	case 'y':
		return addMonths(today, 12*n), true
	}
	return model.Date{}, false
}

// addMonths keeps the day, or takes the last one of a shorter month.
func addMonths(d model.Date, n int) model.Date {
	first := model.NewDate(int(d.Year), time.Month(int(d.Month)+n), 1)
	return model.NewDate(
		int(first.Year),
		time.Month(first.Month),
		min(int(d.Day), daysIn(int(first.Year), time.Month(first.Month))),
	)
}

func daysIn(year int, m time.Month) int { return int(model.NewDate(year, m+1, 0).Day) }

// weekday is the next such day after today: fri, friday, next fri.
func weekday(t string, today model.Date) (model.Date, bool) {
	t = strings.TrimPrefix(t, "next ")
	if len(t) < 3 {
		return model.Date{}, false
	}
	now := time.Date(int(today.Year), time.Month(today.Month), int(today.Day), 0, 0, 0, 0, time.UTC).Weekday()
	for w := time.Sunday; w <= time.Saturday; w++ {
		if strings.HasPrefix(strings.ToLower(w.String()), t) {
			return today.AddDays((int(w-now)+6)%7 + 1), true
		}
	}
	return model.Date{}, false
}

// quarter is the last day of a calendar quarter: q1, q1 2027.
func quarter(t string, today model.Date) (model.Date, bool) {
	name, year, dated := strings.Cut(t, " ")
	if len(name) != 2 || name[0] != 'q' || name[1] < '1' || name[1] > '4' {
		return model.Date{}, false
	}
	m := time.Month(3 * (name[1] - '0'))
	if dated {
		y, ok := yearOf(year)
		return model.NewDate(y, m+1, 0), ok
	}
	d := model.NewDate(int(today.Year), m+1, 0)
	if d.Before(today) {
		d = model.NewDate(int(today.Year)+1, m+1, 0)
	}
	return d, true
}

// dottedDay is 30.11, 30.11. or 30.11.2027. Slashes are not taken: 3/4 means two
// different days on the two sides of an ocean.
func dottedDay(t string, today model.Date) (model.Date, bool) {
	parts := strings.Split(strings.TrimSuffix(t, "."), ".")
	if len(parts) < 2 || len(parts) > 3 {
		return model.Date{}, false
	}
	day, err1 := strconv.Atoi(parts[0])
	month, err2 := strconv.Atoi(parts[1])
	if err1 != nil || err2 != nil {
		return model.Date{}, false
	}
	return civilDay(day, time.Month(month), strings.Join(parts[2:], ""), today)
}

// monthDay is 24 nov, 24 november 2026 or nov 24.
func monthDay(t string, today model.Date) (model.Date, bool) {
	parts := strings.Fields(strings.NewReplacer(",", " ", ".", " ").Replace(t))
	if len(parts) < 2 || len(parts) > 3 {
		return model.Date{}, false
	}
	day, err := strconv.Atoi(parts[0])
	name := parts[1]
	if err != nil {
		day, err = strconv.Atoi(parts[1])
		name = parts[0]
	}
	if err != nil || len(name) < 3 {
		return model.Date{}, false
	}
	for m := time.January; m <= time.December; m++ {
		if strings.HasPrefix(strings.ToLower(m.String()), name) {
			return civilDay(day, m, strings.Join(parts[2:], ""), today)
		}
	}
	return model.Date{}, false
}

// civilDay is a day of a month; without a year the next one from today on.
func civilDay(day int, m time.Month, year string, today model.Date) (model.Date, bool) {
	if m < time.January || m > time.December || day < 1 {
		return model.Date{}, false
	}
	if year != "" {
		y, ok := yearOf(year)
		if !ok || day > daysIn(y, m) {
			return model.Date{}, false
		}
		return model.NewDate(y, m, day), true
	}
	for y := int(today.Year); y <= int(today.Year)+8; y++ { // 29 Feb may be years away
		if day <= daysIn(y, m) {
			if d := model.NewDate(y, m, day); !d.Before(today) {
				return d, true
			}
		}
	}
	return model.Date{}, false
}

// yearOf reads 2027 or 27.
func yearOf(s string) (int, bool) {
	y, err := strconv.Atoi(s)
	switch {
	case err != nil:
		return 0, false
	case len(s) == 2:
		return 2000 + y, true
	}
	return y, len(s) == 4 && y >= 1900 && y <= 2200
}
