package period

import (
	"cmp"
	"slices"

	"accord/model"
)

// Ask is the period somebody asks for: a year, the last 12 months, all years together, or
// none of them, which leaves the choice to the rule (auto).
type Ask struct {
	Year       int
	LastTwelve bool
	All        bool
}

// Settle finds the period that is asked for among the figures of the accounts; what the
// programme says does not count. The last 12 months without a transaction, and a year that
// has not begun, are the year of the rule.
func (a Ask) Settle(bases []*Base, g *model.Programme, today model.Date) Period {
	if a.All {
		return Period{All: true}
	}
	c := &Context{Sources: gather(bases, g, today)}
	return c.choose(a, bases, g, today)
}

// Begun reports whether a year has begun on a day, so that it can be the period.
func Begun(year int, g *model.Programme, today model.Date) bool { return begun(year, g, today) }

// Offered is a year that can be the period.
type Offered struct {
	Year     int
	Accounts int  // how many have revenue in it
	SoFar    bool // it is not over, or its figures do not reach its end
	Partial  bool // no account has the whole of it
}

// Years are the years that can be the period, newest first: begun ones with revenue.
func Years(bases []*Base, g *model.Programme, today model.Date) []Offered {
	c := &Context{Sources: gather(bases, g, today)}
	t := c.tally(bases, g, today)
	var out []Offered
	for n, y := range t {
		whole := y.shut + y.open
		out = append(out, Offered{
			Year: n, Accounts: y.accounts, Partial: whole == 0 && y.accounts > 0, SoFar: y.shut == 0 && y.open > 0,
		})
	}
	slices.SortFunc(out, func(a, b Offered) int { return cmp.Compare(b.Year, a.Year) })
	return out
}
