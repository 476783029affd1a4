package store

import (
	"fmt"
	"os"
	"slices"
	"time"
)

// What pruning leaves: the newest copies, the first of each of the last two weeks of
// days on which there was one, and one a week for eight such weeks.
const (
	keepNewest = 10
	keepDays   = 14
	keepWeeks  = 8
)

// prune removes the copies of the file that nothing speaks for. What cannot be read
// as one of its copies is none, so it neither goes nor takes the place of one.
func (f *File) prune(now time.Time) {
	for _, path := range surplus(ownCopies(f.options.BackupDir, f.path), onTheWall(now), f.copied) {
		_ = os.Remove(path)
	}
}

// surplus are the copies that can go. A copy goes only when it is one too many by
// what is in the copies as well as by their names: steps start again at an older
// number when a copy is put back, and names are wrong when a clock was. In the order of
// names a copy that is still to come does not count, so it takes nobody's place. The
// one that was just made stays.
func surplus(all []autoCopy, wall time.Time, made string) (out []string) {
	past := slices.DeleteFunc(slices.Clone(all), func(c autoCopy) bool { return c.at.After(wall) })
	keep := map[string]bool{made: true}
	slices.SortStableFunc(all, byStep)
	kept(all, keep)
	slices.SortStableFunc(past, byName)
	kept(past, keep)
	for _, c := range all {
		if c.id != "" && !keep[c.path] {
			out = append(out, c.path)
		}
	}
	return out
}

// kept marks what stays of copies that are in order, newest first.
func kept(all []autoCopy, keep map[string]bool) {
	days, weeks := map[string]string{}, map[string]bool{}
	var inOrder []string
	for i, c := range all {
		day := c.at.Format(backupDay)
		if days[day] == "" {
			inOrder = append(inOrder, day)
		}
		days[day] = c.path // at last the first of the day
		year, week := c.at.ISOWeek()
		if key := fmt.Sprint(year, week); !weeks[key] && len(weeks) < keepWeeks {
			weeks[key] = true
			keep[c.path] = true
		}
		keep[c.path] = keep[c.path] || i < keepNewest
	}
	for _, day := range inOrder[:min(keepDays, len(inOrder))] {
		keep[days[day]] = true
	}
}
