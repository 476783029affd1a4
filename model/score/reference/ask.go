package reference

import "accord/model"

// What single rules say, for who asks for one of them alone.

// YearOf is the year a day lies in where years start in a month.
func YearOf(d model.Date, g *model.Programme) int { return (&world{g: g}).fiscal(d) }

// Converted is an amount in major units of the reporting currency.
func Converted(m model.Money, g *model.Programme, year int) float64 {
	w := &world{g: g}
	return w.major(w.minor(m, year))
}

// Partial: a year of an account is cut off.
func (r *Result) Partial(id model.AccountID, y int) bool {
	row := r.world.rows[id][y]
	return row != nil && !row.whole
}

// Revenue of a closed, whole year; unknown of any other.
func (r *Result) Revenue(id model.AccountID, y int) float64 {
	if row := r.world.rows[id][y]; row != nil && row.closed && row.whole {
		return r.world.major(row.revenue)
	}
	return unknown
}

// Before is the account's revenue in the period before, and its class there.
func (r *Result) Before(id model.AccountID) (float64, string) {
	values := map[model.AccountID]float64{}
	for _, a := range r.world.living {
		values[a.ID] = r.world.earned(a).before
	}
	return r.world.major(values[id]), classes(r.world.single(values))[r.world.p.Account(id).Name]
}

// Part is one of the seven parts of an account's health.
func (a *Account) Part(i int) Part { return a.parts[i] }
