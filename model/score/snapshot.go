package score

import (
	"accord/model"
)

// Scores are the snapshot's scores as they were then.
func Then(n model.Snapshot) *Scores { return Of(n.Portfolio, n.Date) }

// Drift is how one score of an account came from one moment to another, by cause.
// The three add up to After − Before where both are known.
type Drift struct {
	Account       model.AccountID
	Figure        string // strategic or health
	Before, After model.Num
	Time          float64 // the same facts and settings, seen on the later day
	Settings      float64 // the later weights, bounds, rates and team
	Facts         float64 // what people entered in between
}

// Compare tells for every account that is in both snapshots how S and H moved
// and why. Scores unknown at either end have no causes.
func Compare(from, to model.Snapshot) []Drift {
	then := Then(from)
	later := Of(from.Portfolio, to.Date)
	resettled := Of(from.Portfolio.Under(to.Portfolio.Programme()), to.Date)
	now := Then(to)
	var out []Drift
	for _, a := range from.Portfolio.Accounts() {
		b := to.Portfolio.Account(a.ID)
		if b == nil || a.Archived && b.Archived {
			continue
		}
		for _, f := range []struct {
			key string
			of  func(*Scores) model.Num
		}{{"strategic", func(s *Scores) model.Num { return s.Local(a.ID).Strategic }}, {"health", func(s *Scores) model.Num { return s.Standing(a.ID).Health }}} {
			d := Drift{Account: a.ID, Figure: f.key, Before: f.of(then), After: f.of(now)}
			if d.Before.Known && d.After.Known {
				d.attribute(f.of(later).Or(d.Before.V), f.of(resettled))
			}
			out = append(out, d)
		}
	}
	return out
}

// attribute splits the way from Before to After at two stops; a stop where the
// score is unknown leaves its part to the next cause.
func (d *Drift) attribute(later float64, resettled model.Num) {
	d.Time = later - d.Before.V
	at := resettled.Or(later)
	d.Settings = at - later
	d.Facts = d.After.V - at
}
