package evidence

import "math"

// Adds reports whether a + b = whole in every row that has all three, with a b that is not
// nothing in at least one of them: the two are parts of the whole, such as net and tax.
// Amounts are in units of their currency; a cent of rounding is allowed.
func Adds(a, b, whole []float64) bool {
	some := false
	for i := range whole {
		if math.IsNaN(a[i]) || math.IsNaN(b[i]) || math.IsNaN(whole[i]) {
			continue
		}
		if math.Abs(a[i]+b[i]-whole[i]) > 0.011 {
			return false
		}
		some = some || math.Abs(b[i]) > 0.011
	}
	return some
}

// Repeated tells how the amounts of documents stand on rows with one id.
type Repeated struct {
	Several int  // ids on more than one row
	Equal   int  // of them, those with one and the same amount on each
	Varies  bool // some id has amounts that differ
}

// Repeats looks how amounts repeat under ids; ids[i] == "" is a row without one.
func Repeats(ids []string, amounts []float64) Repeated {
	type group struct {
		n     int
		first float64
		same  bool
	}
	groups := map[string]*group{}
	for i, id := range ids {
		if id == "" || math.IsNaN(amounts[i]) {
			continue
		}
		g := groups[id]
		if g == nil {
			groups[id] = &group{1, amounts[i], true}
			continue
		}
		g.n++
		g.same = g.same && g.first == amounts[i]
	}
	var out Repeated
	for _, g := range groups {
		if g.n < 2 {
			continue
		}
		out.Several++
		if g.same {
			out.Equal++
		} else {
			out.Varies = true
		}
	}
	return out
}

// Fits reports whether the parts of each id add up to the amount that stands on its rows.
func Fits(ids []string, parts, whole []float64) bool {
	sums, totals := map[string]float64{}, map[string]float64{}
	for i, id := range ids {
		if id == "" || math.IsNaN(whole[i]) {
			continue
		}
		if math.IsNaN(parts[i]) {
			return false
		}
		sums[id] += parts[i]
		totals[id] = whole[i]
	}
	for id, t := range totals {
		if math.Abs(sums[id]-t) > 0.05 {
			return false
		}
	}
	return len(totals) > 0
}
