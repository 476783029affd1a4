package reference

import (
	"math"

	"accord/model"
)

// METHOD §5: people.

// staleTie is the days without contact that make a tie without a cadence stale.
const staleTie = 90

func weight(i model.Influence) float64 {
	switch i {
	case model.PoliticalStructure:
		return 3
	case model.InnerCircle:
		return 5
	}
	return 1
}

var cover = map[model.Coverage]float64{
	model.CoverageUnknown: 0, model.NoCoverage: 0, model.BriefContact: 1.0 / 3, model.MultipleContacts: 2.0 / 3, model.InDepth: 1,
}

func personOf(a *model.Account, id model.PersonID) *model.Person {
	for i := range a.Persons {
		if id != "" && a.Persons[i].ID == id {
			return &a.Persons[i]
		}
	}
	return nil
}

func seatOf(a *model.Account, id model.PersonID) *model.Seat {
	for i := range a.Seats {
		if id != "" && a.Seats[i].Person == id {
			return &a.Seats[i]
		}
	}
	return nil
}

func (w *world) member(id model.MemberID) *model.Member {
	for i := range w.g.Team {
		if w.g.Team[i].ID == id {
			return &w.g.Team[i]
		}
	}
	return nil
}

// strength of a tie; the half-life is the cadence where that is longer, at most doubled.
func (w *world) strength(t model.Tie, executive bool) float64 {
	level := float64(t.Level) / 4
	if !dated(t.LastContact) {
		return level * 0.5
	}
	half := w.set.TieHalfLife
	if executive {
		half = w.set.ExecutiveHalfLife
	}
	half = math.Min(math.Max(half, float64(t.Cadence)), 2*half)
	return level * math.Pow(0.5, w.age(t.LastContact)/half)
}

func (w *world) stale(t model.Tie) bool {
	switch {
	case t.Level == 0:
		return false
	case t.Cadence > 0 && !dated(t.LastContact):
		return true
	case !dated(t.LastContact):
		return false
	case t.Cadence > 0:
		return w.age(t.LastContact) > float64(t.Cadence)
	}
	return w.age(t.LastContact) > staleTie
}

type people struct {
	r, sure, coverage, influence, support, bowTie, thread, zipper, gap float64
	threads                                                            float64
	status                                                             int
	noCover, noSupport, unfilled, stale                                int
	cLevel                                                             bool
	known                                                              map[model.PersonID][]model.MemberID
}

func (w *world) people(a *model.Account) people {
	p := people{coverage: unknown, support: unknown, bowTie: unknown, thread: unknown, zipper: unknown, gap: unknown, threads: unknown}
	var all, covered, sure, asked, stands float64
	key, supportive, named := 0, 0, 0
	roles := map[model.BuyingRole]bool{}
	for i := range a.Seats {
		s := &a.Seats[i]
		who, x := personOf(a, s.Person), weight(s.Influence)
		all += x
		sure += x * one(s.Influence != model.InfluenceUnknown)
		isKey := s.Influence == model.PoliticalStructure || s.Influence == model.InnerCircle
		if who == nil {
			p.noCover += int(one(isKey && !s.Vacant))
			continue
		}
		named++
		roles[s.Role] = true
		covered += x * cover[who.Coverage]
		if who.Support.Known {
			asked += x
			stands += x * float64(who.Support.V)
		}
		if isKey {
			key++
			supportive += int(one(who.Support.Known && who.Support.V > 0))
			p.noCover += int(one(cover[who.Coverage] == 0))
			p.noSupport += int(one(who.Support.Known && who.Support.V <= 0))
		}
	}
	switch {
	case supportive > 0:
		p.status = 3
	case key > 0:
		p.status = 2
	case named > 0:
		p.status = 1
	}
	if all > 0 {
		p.coverage, p.influence = 100*covered/all, sure/all
		for _, role := range []model.BuyingRole{model.RoleUser, model.RoleEvaluator, model.RoleDecisionMaker, model.RoleApprover} {
			p.unfilled += int(one(!roles[role]))
		}
	}
	if asked > 0 {
		p.support = 50 + 25*stands/asked
	}
	w.ties(a, &p)
	w.relationship(a, &p)
	return p
}

func (w *world) ties(a *model.Account, p *people) {
	ours, theirs, thread := map[model.MemberID]float64{}, map[model.PersonID]float64{}, map[model.PersonID]bool{}
	best := map[[2]model.Function]float64{}
	p.known = map[model.PersonID][]model.MemberID{}
	total := 0.0
	for _, t := range a.Ties {
		m, seat := w.member(t.Ours), seatOf(a, t.Theirs)
		if m == nil || seat == nil || personOf(a, t.Theirs) == nil {
			continue
		}
		s := w.strength(t, seat.Function == model.CLevel)
		ours[t.Ours] += s
		theirs[t.Theirs] += s
		total += s
		if s >= w.set.ThreadStrength {
			thread[t.Theirs] = true
		}
		pair := [2]model.Function{m.Function, seat.Function}
		best[pair] = math.Max(best[pair], s)
		p.stale += int(one(w.stale(t)))
		if t.Level > 0 {
			p.known[t.Theirs] = append(p.known[t.Theirs], t.Ours)
		}
		if t.Target > 0 && t.Level > 0 {
			p.gap = zero(p.gap) + weight(seat.Influence)*math.Max(0, float64(t.Target)-float64(t.Level))
		}
	}
	if len(a.Seats) > 0 {
		p.threads = float64(len(thread))
		p.bowTie, p.thread = largest(ours, total), largest(theirs, total)
	}
	sum, n := 0.0, 0
	for _, f := range w.pack.FunctionPairs() {
		for _, tier := range f.In {
			if tier == a.Tier {
				sum += math.Min(1, best[[2]model.Function{f.Ours, f.Theirs}]/w.set.ThreadStrength)
				n++
			}
		}
	}
	if n > 0 {
		p.zipper = 100 * sum / float64(n)
	}
	p.cLevel = best[[2]model.Function{model.CLevel, model.CLevel}] >= w.set.ThreadStrength
}

// largest is the percentage one of them carries; 100 where nobody carries anything.
func largest[K comparable](of map[K]float64, total float64) float64 {
	if total == 0 {
		return 100
	}
	most := 0.0
	for _, v := range of {
		most = math.Max(most, 100*v/total)
	}
	return most
}

// relationship is R; without a seat it is an absence (§9).
func (w *world) relationship(a *model.Account, p *people) {
	if len(a.Seats) == 0 {
		if p.r = unknown; demanding(a) {
			p.r, p.sure = 0, 1
		}
		return
	}
	sum, have := 0.0, 0.0
	for _, x := range [][3]float64{{p.coverage, 0.40, p.influence}, {p.support, 0.25, p.influence}, {p.zipper, 0.20, 1}, {100 - p.bowTie, 0.15, 1}} {
		if known(x[0]) {
			sum += x[0] * x[1]
			have += x[1]
			p.sure += x[1] * x[2]
		}
	}
	p.r = sum / have
}

// exposed are those of theirs whom exactly one of ours knows.
func (p people) exposed() map[model.PersonID]model.MemberID {
	out := map[model.PersonID]model.MemberID{}
	for who, by := range p.known {
		different := map[model.MemberID]bool{}
		for _, m := range by {
			different[m] = true
		}
		if len(different) == 1 {
			out[who] = by[0]
		}
	}
	return out
}
