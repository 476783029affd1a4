package model

import (
	"slices"
	"strconv"
	"strings"
)

// meeting masks the workshop and its blind ratings: who was there are numbers, what
// they wrote is hidden, the marks stay.
func (m *mask) meeting(g *Programme) {
	g.Ballots = slices.Clone(g.Ballots)
	for i := range g.Ballots {
		b := &g.Ballots[i]
		real := b.Raters
		b.Raters = make([]string, len(real))
		for k, r := range real {
			b.Raters[k] = m.rater(r)
		}
		b.Marks = masked(b.Marks, real, b.Raters)
	}
	if g.Workshop == nil {
		return
	}
	w := *g.Workshop
	w.Title, w.Before = m.text(w.Title), ""
	w.People = slices.Clone(w.People)
	for i, p := range w.People {
		w.People[i] = Participant{Initials: m.rater(p.Initials), Function: m.text(p.Function), Theirs: p.Theirs}
	}
	w.Steps = slices.Clone(w.Steps)
	for i := range w.Steps {
		w.Steps[i].Name, w.Steps[i].Note = "Step "+strconv.Itoa(i+1), m.text(w.Steps[i].Note)
	}
	w.Parked = slices.Clone(w.Parked)
	for i, p := range w.Parked {
		w.Parked[i].Text, w.Parked[i].Where = m.text(p.Text), m.text(p.Where)
		if p.Who != "" {
			w.Parked[i].Who = m.rater(p.Who)
		}
	}
	g.Workshop = &w
}

// masked are marks under the stand-ins of who gave them.
func masked(marks map[string]Level, real, masked []string) map[string]Level {
	if marks == nil {
		return nil
	}
	out := make(map[string]Level, len(marks))
	for key, l := range marks {
		for k, r := range real {
			if account, factor, ok := strings.Cut(key, "/"+r+"/"); ok {
				key = account + "/" + masked[k] + "/" + factor
				break
			}
		}
		out[key] = l
	}
	return out
}

// rater is the stand-in for somebody's initials: P1, P2 … in the order they come.
func (m *mask) rater(initials string) string {
	if m.raters[initials] == "" {
		m.raters[initials] = "P" + strconv.Itoa(len(m.raters)+1)
	}
	return m.raters[initials]
}
