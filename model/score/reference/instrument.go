package reference

import (
	"math"
	"sort"

	"accord/model"
)

// METHOD §1 and §2: instruments, S, the quadrant.

type rated struct{ score, confidence, gap float64 }

func (w *world) instrument(a *model.Account, key string) rated {
	in := w.pack.Instrument(key)
	var all, have, sum, both, ours, theirs float64
	for i := range in.Factors {
		weight := float64(in.Factors[i].Weight)
		r := a.Ratings[model.FactorKey(key+"."+in.Factors[i].Key)]
		all += weight
		level := r.Verified
		if level == 0 {
			level = r.Ours
		}
		if level != 0 {
			have += weight
			sum += weight * float64(level-1)
		}
		if r.Verified != 0 && r.Ours != 0 {
			both += weight
			ours += weight * float64(r.Ours-1)
			theirs += weight * float64(r.Verified-1)
		}
	}
	out := rated{unknown, 0, unknown}
	if have > 0 {
		out.score, out.confidence = 100*sum/(5*have), have/all
	}
	if both > 0 {
		out.gap = 100*ours/(5*both) - 100*theirs/(5*both)
	}
	return out
}

// middle is the median; unknown of nothing.
func middle(v []float64) float64 {
	if len(v) == 0 {
		return unknown
	}
	sort.Float64s(v)
	return (v[(len(v)-1)/2] + v[len(v)/2]) / 2
}

// cut divides high from low on the axis of an instrument.
func (w *world) cut(key string) float64 {
	if !w.g.MedianCut {
		if w.g.Cut == 0 {
			return 50
		}
		return w.g.Cut
	}
	var v []float64
	for _, a := range w.living {
		if r := w.instrument(a, key); known(r.score) && r.confidence > w.set.Firm-1e-9 {
			v = append(v, r.score)
		}
	}
	if m := middle(v); known(m) {
		return m
	}
	return 50
}

// corner is which of four names two scores get.
func corner(x, y, cutX, cutY float64, names [4]string) string {
	switch highX, highY := x > cutX-1e-9, y > cutY-1e-9; {
	case !known(x) || !known(y):
		return ""
	case highX && highY:
		return names[0]
	case highX:
		return names[1]
	case highY:
		return names[2]
	}
	return names[3]
}

var firstNames = [4]string{"partner", "exposed", "leverage", "transact"}

// standing of an account on the first plane.
type standing struct {
	importance, position rated
	s, asymmetry, sure   float64
	quadrant             string
	provisional          bool
}

func (w *world) standing(a *model.Account) standing {
	t := standing{importance: w.instrument(a, "importance"), position: w.instrument(a, "position")}
	i, p := t.importance, t.position
	t.s, t.asymmetry, t.sure = math.Sqrt(i.score*p.score), i.score-p.score, math.Min(i.confidence, p.confidence)
	t.quadrant = corner(i.score, p.score, w.cut("importance"), w.cut("position"), firstNames)
	t.provisional = t.quadrant != "" && t.sure < w.set.Firm-1e-9
	return t
}

// expected are the tiers that a quadrant expects.
var expected = map[string][]model.Tier{
	"partner":  {model.Strategic, model.Key},
	"exposed":  {model.Strategic, model.Key, model.Candidate},
	"leverage": {model.Key, model.Maintain},
	"transact": {model.Maintain, model.Neglected},
}

// remark: the tier disagrees with a quadrant that is certain.
func (t standing) remark(tier model.Tier) bool {
	if t.quadrant == "" || t.provisional {
		return false
	}
	for _, e := range expected[t.quadrant] {
		if e == tier {
			return false
		}
	}
	return true
}

// fragile: a single weight moved by a fifth moves the account to another quadrant.
func (w *world) fragile(a *model.Account) bool {
	t := w.standing(a)
	if t.quadrant == "" || t.provisional || a.Archived {
		return false
	}
	for _, key := range []string{"importance", "position"} {
		for _, f := range w.pack.Instrument(key).Factors {
			for _, by := range []float64{1.2, 0.8} {
				if q := w.reweighed(a, key, f.Key, by); q != t.quadrant {
					return true
				}
			}
		}
	}
	return false
}

// reweighed is the quadrant with one weight multiplied; a cut at the median moves along.
func (w *world) reweighed(a *model.Account, key, factor string, by float64) string {
	score := func(b *model.Account, k string) rated {
		if k != key {
			return w.instrument(b, k)
		}
		var have, all, sum float64
		for _, f := range w.pack.Instrument(k).Factors {
			weight := float64(f.Weight)
			if f.Key == factor {
				weight *= by
			}
			r := b.Ratings[model.FactorKey(k+"."+f.Key)]
			level := r.Verified
			if level == 0 {
				level = r.Ours
			}
			all += weight
			if level != 0 {
				have, sum = have+weight, sum+weight*float64(level-1)
			}
		}
		if have == 0 {
			return rated{unknown, 0, unknown}
		}
		return rated{100 * sum / (5 * have), have / all, unknown}
	}
	cut := map[string]float64{"importance": w.cut("importance"), "position": w.cut("position")}
	if w.g.MedianCut {
		var v []float64
		for _, b := range w.living {
			if r := score(b, key); known(r.score) && w.instrument(b, key).confidence > w.set.Firm-1e-9 {
				v = append(v, r.score)
			}
		}
		if m := middle(v); known(m) {
			cut[key] = m
		}
	}
	return corner(score(a, "importance").score, score(a, "position").score, cut["importance"], cut["position"], firstNames)
}
