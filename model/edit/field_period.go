package edit

import (
	"strconv"
	"strings"

	"accord/model"
	"accord/model/words"
)

// LastTwelve is how the last 12 months are typed as the period of the figures.
const LastTwelve = "last 12 months"

// The years that the period of the figures may be.
const (
	firstPeriod = 1990
	lastPeriod  = 2100
)

// periodField is the period of the figures: empty or auto is chosen by rule.
func periodField() Field {
	const key = "programme.year"
	return Field{Key: key, Of: OfProgramme, Kind: Text, Range: words.T("edit.period-range", firstPeriod, lastPeriod),
		Get: func(r *Record) string {
			switch {
			case r.Programme.Year > 0:
				return strconv.Itoa(r.Programme.Year)
			case r.Programme.LastTwelve:
				return LastTwelve
			}
			return ""
		},
		set: func(r *Record, s string) error {
			year, last, ok := ParsePeriod(s)
			if !ok || year != 0 && (year < firstPeriod || year > lastPeriod) {
				return model.Refuse(key, words.T("edit.period-hint"), words.T("edit.period-is-none", s))
			}
			r.Programme.Year, r.Programme.LastTwelve = year, last
			return nil
		}}.named(key).feeding("figures")
}

// ParsePeriod reads a period as people type it: a year, the last 12 months, or auto, which
// is neither.
func ParsePeriod(s string) (year int, last, ok bool) {
	switch strings.ToLower(strings.Join(strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" -_", r) }), " ")) {
	case "", "auto":
		return 0, false, true
	case LastTwelve, "12m", "12 m", "last12", "last 12", "last twelve months", "l12m", "ltm":
		return 0, true, true
	}
	year, err := strconv.Atoi(strings.TrimSpace(s))
	return year, false, err == nil && year > 0
}
