package period

import (
	"cmp"
	"slices"

	"accord/model"
)

// Source is what all accounts together have of one source of transactions.
type Source struct {
	Name        string
	First, Last model.Date // the oldest and the newest transaction
	bought      years      // years in which it has transactions
	window      bool       // it has some in the last 12 months
}

// years is a set of years.
type years [(model.MaxYear - model.MinYear + 64) / 64]uint64

func (s *years) put(year int) {
	if year >= model.MinYear && year <= model.MaxYear {
		s[(year-model.MinYear)/64] |= 1 << ((year - model.MinYear) % 64)
	}
}

func (s *years) has(year int) bool {
	return year >= model.MinYear && year <= model.MaxYear &&
		s[(year-model.MinYear)/64]&(1<<((year-model.MinYear)%64)) != 0
}

// cutOff is by how many days a source may begin after its first year did, or end before
// its last one does, and still have all of it (METHOD §3).
const cutOff = 31

// partial reports whether a source has only a part of a year.
func (s *Source) partial(year int, g *model.Programme, today model.Date) bool {
	if year == model.FiscalYear(s.First, g.YearStarts) && s.First.DaysSince(yearStart(year, g.YearStarts)) > cutOff {
		return true
	}
	end := model.YearEnd(year, g.YearStarts)
	return year == model.FiscalYear(s.Last, g.YearStarts) && end.Before(today) && end.DaysSince(s.Last) > cutOff
}

// gather finds the sources of all accounts, in the order of their names.
func gather(bases []*Base, g *model.Programme, today model.Date) []Source {
	var out []Source
	at := map[string]int{}
	for _, b := range bases {
		for _, s := range b.spans {
			k, there := at[s.source]
			if !there {
				k = len(out)
				at[s.source] = k
				out = append(out, Source{Name: s.source, First: s.first, Last: s.last})
			}
			o := &out[k]
			if s.first.Before(o.First) {
				o.First = s.first
			}
			if o.Last.Before(s.last) {
				o.Last = s.last
			}
		}
		for i := range b.deals {
			if t := &b.deals[i]; counts(t, today) {
				out[at[t.Source]].bought.put(model.FiscalYear(t.Date, g.YearStarts))
			}
		}
	}
	slices.SortFunc(out, func(a, b Source) int { return cmp.Compare(a.Name, b.Name) })
	return out
}

// inWindow notes which sources have transactions in the last 12 months.
func (c *Context) inWindow(bases []*Base, g *model.Programme) {
	if !c.Period.Months() {
		return
	}
	from, to := c.Period.Span(g.YearStarts)
	for _, b := range bases {
		for i := range b.deals {
			if t := &b.deals[i]; counts(t, to) && !t.Date.Before(from) {
				c.source(t.Source).window = true
			}
		}
	}
}

// source finds a source by its name.
func (c *Context) source(name string) *Source {
	for i := range c.Sources {
		if c.Sources[i].Name == name {
			return &c.Sources[i]
		}
	}
	return &Source{}
}

// partialFor reports whether a year of an account is partial: one partial source is
// enough, a typed revenue never is (METHOD §3).
func (c *Context) partialFor(b *Base, y *Figures, g *model.Programme, today model.Date) bool {
	if y.Typed {
		return false
	}
	for i := range b.spans {
		if c.source(b.spans[i].source).partial(y.Year, g, today) {
			return true
		}
	}
	return false
}
