package copies

import (
	"fmt"
	"slices"
	"time"
)

// What pruning leaves: the newest copies, the first of each of the last two weeks of
// days on which there was one, and one a week for eight such weeks.
const (
	KeepNewest = 10
	KeepDays   = 14
	keepWeeks  = 8
)

// Surplus are the copies that can go. A copy goes only when it is one too many by
// what is in the copies as well as by their names: steps start again at an older
// number when a copy is put back, and names are wrong when a clock was. In the order of
// names a copy that is still to come does not count, so it takes nobody's place. The
// one that was just made stays.
func Surplus(all []Auto, wall time.Time, made string) (out []string) {
	past := slices.DeleteFunc(slices.Clone(all), func(c Auto) bool { return c.At.After(wall) })
	keep := map[string]bool{made: true}
	slices.SortStableFunc(all, ByStep)
	kept(all, keep)
	slices.SortStableFunc(past, byName)
	kept(past, keep)
	for _, c := range all {
		if c.ID != "" && !keep[c.Path] {
			out = append(out, c.Path)
		}
	}
	return out
}

// kept marks what stays of copies that are in order, newest first.
func kept(all []Auto, keep map[string]bool) {
	days, weeks := map[string]string{}, map[string]bool{}
	var inOrder []string
	for i, c := range all {
		day := c.At.Format(DayLayout)
		if days[day] == "" {
			inOrder = append(inOrder, day)
		}
		days[day] = c.Path // at last the first of the day
		year, week := c.At.ISOWeek()
		if key := fmt.Sprint(year, week); !weeks[key] && len(weeks) < keepWeeks {
			weeks[key] = true
			keep[c.Path] = true
		}
		keep[c.Path] = keep[c.Path] || i < KeepNewest
	}
	for _, day := range inOrder[:min(KeepDays, len(inOrder))] {
		keep[days[day]] = true
	}
}
