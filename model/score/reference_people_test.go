package score

import (
	"math"
	"sort"

	"accord/model"
	"accord/model/modeltest"
)

// The second implementation of METHOD §5: people, as plainly as possible.

var plainHalf = map[bool]float64{false: 45, true: 90}

func plainStrength(t model.Tie, exec bool) float64 {
	s := float64(t.Level) / 4
	if t.LastContact == (model.Date{}) {
		return s / 2
	}
	days := float64(plainDays(t.LastContact))
	half := plainHalf[exec]
	if float64(t.Cadence) > half {
		half = float64(t.Cadence)
	}
	return s * math.Exp2(-days/half)
}

// plainDays is the age of a day, 0 for the future.
func plainDays(d model.Date) int {
	n := modeltest.Today.DaysSince(d)
	if n < 0 {
		return 0
	}
	return n
}

func plainWeight(i model.Influence) float64 {
	return map[model.Influence]float64{model.InfluenceUnknown: 1, model.Outside: 1, model.PoliticalStructure: 3, model.InnerCircle: 5}[i]
}

var plainCover = map[model.Coverage]float64{model.CoverageUnknown: 0, model.NoCoverage: 0, model.BriefContact: 1.0 / 3, model.MultipleContacts: 2.0 / 3, model.InDepth: 1}

type plainPeople struct {
	r, rConf, coverage, coverConf, support, bowTie, thread, zipper, gap float64
	threads, status                                                     int
	noCover, noSupport, unfilled, stale                                 int
	cLevel                                                              bool
}

func plainPerson(a *model.Account, id model.PersonID) *model.Person {
	for i := range a.Persons {
		if id != "" && a.Persons[i].ID == id {
			return &a.Persons[i]
		}
	}
	return nil
}

func plainSeat(a *model.Account, id model.PersonID) *model.Seat {
	for i := range a.Seats {
		if id != "" && a.Seats[i].Person == id {
			return &a.Seats[i]
		}
	}
	return nil
}

func plainMember(g *model.Programme, id model.MemberID) *model.Member {
	for i := range g.Team {
		if g.Team[i].ID == id {
			return &g.Team[i]
		}
	}
	return nil
}

func plainRelations(a *model.Account, g *model.Programme) plainPeople {
	p := plainPeople{coverage: nan, support: nan, bowTie: nan, thread: nan, zipper: nan, gap: nan, threads: -1}
	var w, wc, sure, sw, sws float64
	key, supportive, any := 0, 0, 0
	roles := map[model.BuyingRole]bool{}
	for i := range a.Seats {
		s := &a.Seats[i]
		person := plainPerson(a, s.Person)
		x := plainWeight(s.Influence)
		w += x
		if s.Influence != model.InfluenceUnknown {
			sure += x
		}
		isKey := x >= 3
		if person == nil {
			if isKey && !s.Vacant {
				p.noCover++
			}
			continue
		}
		any++
		roles[s.Role] = true
		wc += x * plainCover[person.Coverage]
		if person.Support.Known {
			sw += x
			sws += x * float64(person.Support.V)
		}
		if isKey {
			key++
			if person.Support.Known && person.Support.V > 0 {
				supportive++
			}
			if plainCover[person.Coverage] == 0 {
				p.noCover++
			}
			if person.Support.Known && person.Support.V <= 0 {
				p.noSupport++
			}
		}
	}
	switch {
	case supportive > 0:
		p.status = 3
	case key > 0:
		p.status = 2
	case any > 0:
		p.status = 1
	}
	if w > 0 {
		p.coverage, p.coverConf = 100*wc/w, sure/w
		for _, role := range []model.BuyingRole{model.RoleUser, model.RoleEvaluator, model.RoleDecisionMaker, model.RoleApprover} {
			if !roles[role] {
				p.unfilled++
			}
		}
	}
	if sw > 0 {
		p.support = 50 + 25*sws/sw
	}
	p.ties(a, g)
	p.index()
	return p
}

func (p *plainPeople) ties(a *model.Account, g *model.Programme) {
	ours, theirs, threads := map[model.MemberID]float64{}, map[model.PersonID]float64{}, map[model.PersonID]bool{}
	joined := map[[2]model.Function]bool{}
	total := 0.0
	for _, t := range a.Ties {
		m, seat := plainMember(g, t.Ours), plainSeat(a, t.Theirs)
		if m == nil || seat == nil {
			continue
		}
		s := plainStrength(t, seat.Function == model.CLevel)
		ours[t.Ours] += s
		theirs[t.Theirs] += s
		total += s
		if s >= 0.3 {
			threads[t.Theirs] = true
			joined[[2]model.Function{m.Function, seat.Function}] = true
		}
		limit := float64(t.Cadence)
		if t.Cadence == 0 {
			limit = plainHalf[seat.Function == model.CLevel]
		}
		if t.Level > 0 && t.LastContact != (model.Date{}) && float64(modeltest.Today.DaysSince(t.LastContact)) > limit {
			p.stale++
		}
		if t.Target > 0 {
			if math.IsNaN(p.gap) {
				p.gap = 0
			}
			if t.Target > t.Level {
				p.gap += plainWeight(seat.Influence) * float64(t.Target-t.Level)
			}
		}
	}
	if len(a.Seats) > 0 {
		p.bowTie, p.thread, p.threads = 100, 100, len(threads)
		if total > 0 {
			p.bowTie, p.thread = 0, 0
			for _, v := range ours {
				p.bowTie = math.Max(p.bowTie, 100*v/total)
			}
			for _, v := range theirs {
				p.thread = math.Max(p.thread, 100*v/total)
			}
		}
	}
	pairs := [][2]model.Function{{model.Sales, model.Procurement}}
	if a.Tier == model.Key || a.Tier == model.Strategic {
		pairs = append(pairs, [2]model.Function{model.CLevel, model.CLevel}, [2]model.Function{model.Operations, model.Operations})
	}
	if a.Tier == model.Strategic {
		pairs = append(pairs, [2]model.Function{model.RnD, model.RnD}, [2]model.Function{model.Finance, model.Finance})
	}
	n := 0.0
	for _, f := range pairs {
		if joined[f] {
			n++
		}
	}
	p.zipper = 100 * n / float64(len(pairs))
	p.cLevel = joined[[2]model.Function{model.CLevel, model.CLevel}]
}

func (p *plainPeople) index() {
	sum, known := 0.0, 0.0
	for _, x := range []struct{ v, w, c float64 }{{p.coverage, 0.40, p.coverConf}, {p.support, 0.25, p.coverConf}, {p.zipper, 0.20, 1}, {100 - p.bowTie, 0.15, 1}} {
		if !math.IsNaN(x.v) {
			sum += x.w * x.v
			known += x.w
			p.rConf += x.w * x.c
		}
	}
	p.r = sum / known
}

// The graph, as a matrix of costs: 0 is us, then the seats that are not vacant.
type plainGraph struct {
	seats []*model.Seat
	cost  [][]float64 // +Inf where there is no edge
}

func plainNetwork(a *model.Account, g *model.Programme) plainGraph {
	var n plainGraph
	at := map[model.SeatID]int{}
	for i := range a.Seats {
		if !a.Seats[i].Vacant {
			n.seats = append(n.seats, &a.Seats[i])
			at[a.Seats[i].ID] = len(n.seats)
		}
	}
	size := len(n.seats) + 1
	for range size {
		row := make([]float64, size)
		for j := range row {
			row[j] = math.Inf(1)
		}
		n.cost = append(n.cost, row)
	}
	where := func(p model.PersonID) int {
		if s := plainSeat(a, p); s != nil {
			return at[s.ID]
		}
		return 0
	}
	quarrel := map[[2]int]float64{}
	for _, e := range a.Edges {
		if e.Kind == model.Conflict {
			quarrel[[2]int{where(e.From), where(e.To)}] = 2
			quarrel[[2]int{where(e.To), where(e.From)}] = 2
		}
	}
	join := func(x, y int, c float64) {
		if x > 0 && y > 0 && x != y {
			c *= math.Max(1, quarrel[[2]int{x, y}])
			n.cost[x][y], n.cost[y][x] = math.Min(n.cost[x][y], c), math.Min(n.cost[y][x], c)
		}
	}
	for _, e := range a.Edges {
		if e.Kind == model.Informal || e.Kind == model.Influences {
			join(where(e.From), where(e.To), 2)
		}
	}
	for _, s := range n.seats {
		join(at[s.ID], at[s.ReportsTo], 3)
	}
	for _, t := range a.Ties {
		y := where(t.Theirs)
		if y == 0 || plainMember(g, t.Ours) == nil {
			continue
		}
		if s := plainStrength(t, plainSeat(a, t.Theirs).Function == model.CLevel); s >= 0.05 {
			n.cost[0][y], n.cost[y][0] = math.Min(n.cost[0][y], 1/s), math.Min(n.cost[y][0], 1/s)
		}
	}
	return n
}

// hops are the shortest distances in steps around a node that is left out (-1:
// none), by as many passes as there are nodes.
func (n plainGraph) hops(from, without int) []float64 {
	d := make([]float64, len(n.cost))
	for i := range d {
		d[i] = math.Inf(1)
	}
	d[from] = 0
	for range n.cost {
		for x := range n.cost {
			for y := range n.cost {
				if x != without && y != without && !math.IsInf(n.cost[x][y], 1) {
					d[y] = math.Min(d[y], d[x]+1)
				}
			}
		}
	}
	return d
}

// ways counts the shortest ways between two nodes, and those through a third.
func (n plainGraph) ways(from, to, through int, d []float64) (all, via float64) {
	var walk func(v int, seen bool)
	walk = func(v int, seen bool) {
		if v == to {
			all++
			if seen {
				via++
			}
			return
		}
		for w := range n.cost {
			// a step that lies on a shortest way: one further from the start
			if !math.IsInf(n.cost[v][w], 1) && d[w] == d[v]+1 && d[w] <= d[to] {
				walk(w, seen || w == through && w != to)
			}
		}
	}
	walk(from, false)
	return all, via
}

func (n plainGraph) betweenness(x int) float64 {
	sum := 0.0
	for from := range n.cost {
		d := n.hops(from, -1)
		for to := from + 1; to < len(n.cost); to++ {
			if from == x || to == x || math.IsInf(d[to], 1) {
				continue
			}
			all, via := n.ways(from, to, x, d)
			sum += via / all
		}
	}
	return sum
}

// cutOffs counts for every seat the key players lost without it.
func (n plainGraph) cutOffs() map[model.SeatID]int {
	out := map[model.SeatID]int{}
	before := n.hops(0, -1)
	for x := 1; x < len(n.cost); x++ {
		if math.IsInf(before[x], 1) {
			continue
		}
		after := n.hops(0, x)
		for y := 1; y < len(n.cost); y++ {
			if y != x && !math.IsInf(before[y], 1) && math.IsInf(after[y], 1) && plainWeight(n.seats[y-1].Influence) >= 3 {
				out[n.seats[x-1].ID]++
			}
		}
	}
	return out
}

// accesses are the costs of the cheapest ways to uncovered people of the inner circle.
func (n plainGraph) accesses(a *model.Account) map[model.SeatID]float64 {
	d := make([]float64, len(n.cost))
	for i := range d {
		d[i] = math.Inf(1)
	}
	d[0] = 0
	for range n.cost {
		for x := range n.cost {
			for y := range n.cost {
				d[y] = math.Min(d[y], d[x]+n.cost[x][y])
			}
		}
	}
	out := map[model.SeatID]float64{}
	for i, s := range n.seats {
		p := plainPerson(a, s.Person)
		if s.Influence == model.InnerCircle && (p == nil || plainCover[p.Coverage] == 0) {
			out[s.ID] = d[i+1]
		}
	}
	return out
}

func plainGates(n plainGraph) []float64 {
	var out []float64
	for x := 1; x < len(n.cost); x++ {
		if b := n.betweenness(x); b > 1e-9 {
			out = append(out, b)
		}
	}
	sort.Sort(sort.Reverse(sort.Float64Slice(out)))
	if len(out) > 3 {
		out = out[:3]
	}
	return out
}
