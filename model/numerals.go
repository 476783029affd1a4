package model

import "strings"

// numeralSigns makes one sign of those that look alike: blanks of every width,
// both apostrophes, all dashes.
var numeralSigns = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u2009", " ", "\u2007", " ", "’", "'", "−", "-", "–", "-")

// PlainSigns writes the blanks, apostrophes and dashes of a number in one way, and
// none around it.
func PlainSigns(s string) string { return strings.TrimSpace(numeralSigns.Replace(s)) }

// Ungroup takes the signs between thousands out of a number without decimals: blanks,
// apostrophes, points or commas, one of them throughout. Groups have three digits, or
// with commas two before the last three, as in India; ok is false for all others,
// because nobody knows what 12.34.5 is.
func Ungroup(whole string) (digits string, ok bool) {
	at := strings.IndexAny(whole, " '.,")
	if at < 0 {
		return whole, true
	}
	sep := whole[at : at+1]
	parts := strings.Split(whole, sep)
	digits = strings.Join(parts, "")
	if strings.ContainsAny(digits, " '.,") || len(parts[0]) < 1 || len(parts[0]) > 3 {
		return "", false
	}
	last := len(parts) - 1
	width := 3
	if sep == "," && last > 1 && len(parts[1]) == 2 {
		width = 2
	}
	for i, p := range parts[1:] {
		if i+1 == last && len(p) != 3 || i+1 < last && len(p) != width {
			return "", false
		}
	}
	return digits, width == 3 || len(parts[0]) < 3
}

// decimalPoint rewrites a number with a decimal point and no signs between
// thousands; not ok when they stand where none can.
func decimalPoint(t string) (string, bool) {
	dots, commas := strings.Count(t, "."), strings.Count(t, ",")
	dot, comma := strings.LastIndexByte(t, '.'), strings.LastIndexByte(t, ',')
	at := -1 // of the decimal sign
	switch {
	case dots > 0 && commas > 0:
		at = max(dot, comma)
	case commas == 1:
		at = comma
		if _, grouped := Ungroup(t); grouped && t[:comma] != "0" {
			at = -1
		}
	case dots == 1:
		at = dot
	}
	if at < 0 {
		return Ungroup(t)
	}
	whole, ok := Ungroup(t[:at])
	return whole + "." + t[at+1:], ok
}
