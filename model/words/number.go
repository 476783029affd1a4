package words

import (
	"math"
	"strconv"
	"strings"

	"golang.org/x/text/feature/plural"
)

// appendNumber writes a number with decimals, -1 for as many as there are.
func (l *Language) appendNumber(dst []byte, v float64, decimals int, group bool) []byte {
	if decimals >= 0 {
		v = rounded(v, decimals)
	}
	from := len(dst)
	form := byte('f')
	if a := math.Abs(v); decimals < 0 && a != 0 && (a < 1e-4 || a >= 1e21) {
		form = 'g'
	}
	return l.separate(strconv.AppendFloat(dst, v, form, decimals, 64), from, group)
}

// rounded rounds half away from zero, as the figures of the model do.
func rounded(v float64, decimals int) float64 {
	p := math.Pow10(decimals)
	x := v * p
	r := math.Round(x + math.Copysign(math.Abs(x)*4e-16, x))
	switch {
	case r == 0:
		return 0 // never "-0"
	case math.IsInf(r, 0) || math.IsInf(p, 0):
		return v
	}
	return r / p
}

// appendWhole writes a whole number.
func (l *Language) appendWhole(dst []byte, v float64) []byte {
	if v > -1000 && v < 1000 {
		return strconv.AppendInt(dst, int64(v), 10)
	}
	return l.appendNumber(dst, v, 0, true)
}

// separate gives the number that begins at from the language's separators.
func (l *Language) separate(dst []byte, from int, group bool) []byte {
	s := string(dst[from:])
	if !group && l.decimal == "." {
		return dst
	}
	start := strings.IndexAny(s, "0123456789")
	if start < 0 || strings.ContainsAny(s, "eIN") {
		return dst
	}
	whole, fraction, _ := strings.Cut(s[start:], ".")
	dst = dst[:from+start]
	for i := range len(whole) {
		if group && i > 0 && (len(whole)-i)%3 == 0 {
			dst = append(dst, l.group...)
		}
		dst = append(dst, whole[i])
	}
	if fraction != "" {
		dst = append(append(dst, l.decimal...), fraction...)
	}
	return dst
}

// chosen is the form a number asks for, nil when there is none.
func (l *Language) chosen(forms []form, a *Arg) []part {
	n, number := a.Num, a.Kind == Count || a.Kind == Number
	for i := range forms {
		if f := &forms[i]; f.exact && number && f.is == n {
			return f.parts
		}
	}
	want := plural.Other
	if number {
		want = l.category(a)
	}
	at, last := 0, -1
	for i := range forms {
		if forms[i].exact {
			continue
		}
		last = i
		if at < len(l.plurals) && l.plurals[at] == want {
			return forms[i].parts
		}
		at++
	}
	if last < 0 {
		return nil
	}
	return forms[last].parts
}

// category asks the Unicode tables which plural a number takes.
func (l *Language) category(a *Arg) plural.Form {
	n := math.Abs(a.Num)
	if a.Kind == Count || n == math.Trunc(n) && a.Decimals <= 0 {
		return plural.Cardinal.MatchPlural(l.tag, int(math.Mod(n, 1e7)), 0, 0, 0, 0)
	}
	s := strconv.FormatFloat(n, 'f', int(a.Decimals), 64)
	whole, fraction, _ := strings.Cut(s, ".")
	i, _ := strconv.Atoi(whole[max(0, len(whole)-7):])
	bare := strings.TrimRight(fraction, "0")
	f, _ := strconv.Atoi(fraction[:min(len(fraction), 7)])
	t, _ := strconv.Atoi(bare[:min(len(bare), 7)])
	return plural.Cardinal.MatchPlural(l.tag, i, len(fraction), len(bare), f, t)
}
