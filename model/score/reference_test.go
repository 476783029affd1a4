package score

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"sort"
	"testing"

	"accord/model"
	"accord/model/modeltest"
)

// The second implementation: the method's sections 1, 2 and 4 written down as plainly
// as possible, with maps, loops and sorting, sharing no code with the first.

// nan is an unknown number here.
var nan = math.NaN()

func plainInstrument(a *model.Account, pack *model.Pack, key string) (score, confidence float64) {
	var known, all, sum float64
	for _, in := range pack.Instruments {
		if in.Key != key {
			continue
		}
		for _, f := range in.Factors {
			all += float64(f.Weight)
			r := a.Ratings[model.FactorKey(key+"."+f.Key)]
			level := r.Ours
			if r.Verified != 0 {
				level = r.Verified
			}
			if level != 0 {
				known += float64(f.Weight)
				sum += float64(f.Weight) * float64(level-1)
			}
		}
	}
	if known == 0 {
		return nan, 0
	}
	return 100 * sum / (5 * known), known / all
}

// plainPeriod is the programme's year, else the latest closed year in which a tenth
// as many accounts have revenue as in the fullest one, else the latest such open one.
func plainPeriod(accounts []*model.Account, g *model.Programme) int {
	if g.Year != 0 {
		return g.Year
	}
	have := map[bool]map[int]int{true: {}, false: {}} // accounts with revenue, by closed and year
	for _, a := range accounts {
		for year, row := range plainSums(a, g) {
			if !math.IsNaN(row[0]) {
				have[plainClosed(a, year, g)][year]++
			}
		}
	}
	for _, closed := range []bool{true, false} {
		most, best := 0, 0
		for _, n := range have[closed] {
			most = max(most, n)
		}
		for year, n := range have[closed] {
			if float64(n) >= float64(most)*g.Settings().PeriodCover && year > best {
				best = year
			}
		}
		if best > 0 {
			return best
		}
	}
	return 0
}

// plainFirm: at least 60 % of an instrument's weight is rated.
func plainFirm(a *model.Account, pack *model.Pack, key string) bool {
	_, confidence := plainInstrument(a, pack, key)
	return confidence > 0.6-1e-9
}

// plainLiving are the accounts that are not archived.
func plainLiving(p *model.Portfolio) (out []*model.Account) {
	for _, a := range p.Accounts() {
		if !a.Archived {
			out = append(out, a)
		}
	}
	return out
}

// plainABC classes values, largest first, ties by name.
func plainABC(of map[string]float64) map[string]string {
	var names []string
	total, base := 0.0, 0.0
	for n, v := range of {
		if !math.IsNaN(v) {
			names = append(names, n)
			total += v
			base += math.Max(0, v)
		}
	}
	out := map[string]string{}
	if total <= 0 {
		return out
	}
	sort.Slice(names, func(i, j int) bool {
		if of[names[i]] != of[names[j]] {
			return of[names[i]] > of[names[j]]
		}
		return names[i] < names[j]
	})
	sum := 0.0
	for _, n := range names {
		switch before := sum / base; {
		case before < 0.8:
			out[n] = "A"
		case before < 0.95:
			out[n] = "B"
		default:
			out[n] = "C"
		}
		sum += math.Max(0, of[n])
	}
	return out
}

func plainGini(values []float64) float64 {
	var diff, sum float64
	for _, a := range values {
		for _, b := range values {
			diff += math.Abs(a - b)
		}
		sum += a
	}
	return diff / (2 * float64(len(values)) * sum)
}

func plainRanks(v []float64) []float64 {
	out := make([]float64, len(v))
	for i := range v {
		less, same := 0, 0
		for j := range v {
			if v[j] < v[i] {
				less++
			}
			if v[j] == v[i] {
				same++
			}
		}
		out[i] = float64(less) + float64(same+1)/2
	}
	return out
}

func plainSpearman(x, y []float64) float64 {
	if len(x) < 8 {
		return nan
	}
	rx, ry := plainRanks(x), plainRanks(y)
	var mx, my, xy, xx, yy float64
	for i := range rx {
		mx += rx[i]
		my += ry[i]
	}
	mx /= float64(len(rx))
	my /= float64(len(ry))
	for i := range rx {
		xy += (rx[i] - mx) * (ry[i] - my)
		xx += (rx[i] - mx) * (rx[i] - mx)
		yy += (ry[i] - my) * (ry[i] - my)
	}
	if xx == 0 || yy == 0 {
		return nan
	}
	return xy / math.Sqrt(xx*yy)
}

func agree(t *testing.T, what string, got model.Num, want float64) {
	t.Helper()
	if got.Known != !math.IsNaN(want) || got.Known && math.Abs(got.V-want) > 1e-9*math.Max(1, math.Abs(want)) {
		t.Fatalf("%s: %v, the plain implementation says %v", what, got, want)
	}
	if math.IsNaN(got.V) || math.IsInf(got.V, 0) {
		t.Fatalf("%s is %v", what, got.V)
	}
}

// TestTheSecondImplementationAgrees compares the two on random portfolios.
func TestTheSecondImplementationAgrees(t *testing.T) {
	for seed := range modeltest.Seeds(t, 10000, 40000) {
		r := rand.New(rand.NewPCG(uint64(seed), 11))
		p := modeltest.RandomPortfolio(t, r)
		s := Of(p, modeltest.Today)
		period := plainPeriod(plainLiving(p), p.Programme())
		if s.Period().Year != period {
			t.Fatalf("seed %d: period %d, want %d", seed, s.Period().Year, period)
		}
		c := comparison{t, seed, p, s, period, p.Programme().MethodPack()}
		c.portfolio()
		c.finite()
	}
}

type comparison struct {
	t      *testing.T
	seed   int
	p      *model.Portfolio
	s      *Scores
	period int
	pack   *model.Pack
}

// portfolio compares what all accounts come to together, and each of them.
func (c comparison) portfolio() {
	revenue, contribution := map[string]float64{}, map[string]float64{}
	living, earning := map[string]float64{}, map[string]float64{} // without the archived
	var values, both, strategic []float64
	total := 0.0
	for _, a := range c.p.Accounts() {
		row, ok := plainSums(a, c.p.Programme())[c.period]
		if !ok {
			row = [4]float64{nan, nan, nan, nan}
		}
		revenue[a.Name], contribution[a.Name] = row[0], plainContribution(row)
		if a.Archived {
			continue
		}
		living[a.Name], earning[a.Name] = revenue[a.Name], contribution[a.Name]
		if !math.IsNaN(row[0]) {
			values = append(values, math.Max(0, row[0]))
			total += row[0]
			imp, _ := plainInstrument(a, c.pack, "importance")
			pos, _ := plainInstrument(a, c.pack, "position")
			if x := math.Sqrt(imp * pos); !math.IsNaN(x) && plainFirm(a, c.pack, "importance") && plainFirm(a, c.pack, "position") {
				both, strategic = append(both, row[0]), append(strategic, x)
			}
		}
	}
	byRevenue, byContribution := plainABC(living), plainABC(earning)
	known, all := 0.0, 0.0
	for n, v := range living {
		if v > 0 {
			all += v
			if !math.IsNaN(earning[n]) {
				known += v
			}
		}
	}
	trapped := byContribution
	if known < 0.6*all-1e-9 {
		trapped = map[string]string{}
	}
	attention := map[string]float64{}
	for i, a := range c.p.Accounts() {
		c.class(a, "revenue", c.s.Revenue.Class[i], byRevenue[a.Name])
		c.class(a, "contribution", c.s.Contribution.Class[i], byContribution[a.Name])
		people := plainRelations(a, c.p.Programme())
		t := plainAccountTotals(a, c.p.Programme(), c.pack, c.period, byRevenue[a.Name], trapped[a.Name], people)
		attention[a.Name] = t.attention
		c.account(a, revenue[a.Name], contribution[a.Name], t)
		c.people(a, people)
	}
	c.order(attention)
	agree(c.t, fmt.Sprintf("seed %d: rank correlation", c.seed), c.s.Spearman, plainSpearman(both, strategic))
	c.quadrants()
	hhi, gini := nan, nan
	if total > 0 {
		base := 0.0
		for _, v := range values {
			base += v
		}
		hhi, gini = 0, plainGini(values)
		for _, v := range values {
			hhi += v / base * v / base
		}
	}
	agree(c.t, fmt.Sprintf("seed %d: HHI", c.seed), c.s.Concentration.HHI, hhi)
	agree(c.t, fmt.Sprintf("seed %d: Gini", c.seed), c.s.Concentration.Gini, gini)
}

// quadrants counts the accounts per quadrant, the provisional ones apart.
func (c comparison) quadrants() {
	sure, doubtful := map[string]int{}, map[string]int{}
	var imps, poss []float64
	for _, a := range plainLiving(c.p) {
		if imp, _ := plainInstrument(a, c.pack, "importance"); plainFirm(a, c.pack, "importance") {
			imps = append(imps, imp)
		}
		if pos, _ := plainInstrument(a, c.pack, "position"); plainFirm(a, c.pack, "position") {
			poss = append(poss, pos)
		}
	}
	impCut, posCut := 50.0, 50.0
	if c.p.Programme().MedianCut {
		impCut, posCut = plainMedian(imps), plainMedian(poss)
	}
	for _, a := range plainLiving(c.p) {
		imp, _ := plainInstrument(a, c.pack, "importance")
		pos, _ := plainInstrument(a, c.pack, "position")
		where := "unknown"
		switch {
		case math.IsNaN(imp) || math.IsNaN(pos):
		case imp >= impCut && pos >= posCut:
			where = "partner"
		case imp >= impCut:
			where = "exposed"
		case pos >= posCut:
			where = "leverage"
		default:
			where = "transact"
		}
		if where == "unknown" || plainFirm(a, c.pack, "importance") && plainFirm(a, c.pack, "position") {
			sure[where]++
		} else {
			doubtful[where]++
		}
	}
	for q := QuadrantUnknown; q <= Transact; q++ {
		if c.s.Quadrants[q] != sure[q.String()] || c.s.Provisional[q] != doubtful[q.String()] {
			c.t.Fatalf("seed %d: %d and %d? are %s, want %d and %d", c.seed, c.s.Quadrants[q], c.s.Provisional[q], q, sure[q.String()], doubtful[q.String()])
		}
	}
}

// plainMedian is the middle of values, 50 without any.
func plainMedian(v []float64) float64 {
	sort.Float64s(v)
	switch n := len(v); {
	case n == 0:
		return 50
	case n%2 == 1:
		return v[n/2]
	default:
		return (v[n/2-1] + v[n/2]) / 2
	}
}

func (c comparison) class(a *model.Account, by string, got Class, want string) {
	if got.String() != want && (want != "" || got != ClassUnknown) {
		c.t.Fatalf("seed %d: %s is %s by %s, want %q", c.seed, a.Name, got, by, want)
	}
}

// order: attention descending, unknown last, then by name; of values that differ
// by a rounding error either may come first.
func (c comparison) order(attention map[string]float64) {
	for k := 1; k < len(c.s.Order); k++ {
		x, y := c.p.Accounts()[c.s.Order[k-1]].Name, c.p.Accounts()[c.s.Order[k]].Name
		u, v := attention[x], attention[y]
		switch {
		case math.IsNaN(u) && !math.IsNaN(v), v-u > 1e-9, math.IsNaN(u) && math.IsNaN(v) && x > y, u == v && x > y:
			c.t.Fatalf("seed %d: %s (%v) stands before %s (%v)", c.seed, x, u, y, v)
		}
	}
}

func (c comparison) account(a *model.Account, revenue, contribution float64, t plainTotals) {
	l, st := c.s.Local(a.ID), c.s.Standing(a.ID)
	imp, impConf := plainInstrument(a, c.pack, "importance")
	pos, posConf := plainInstrument(a, c.pack, "position")
	attractive, _ := plainInstrument(a, c.pack, "attractiveness")
	strong, _ := plainInstrument(a, c.pack, "strength")
	v := l.Value
	for name, x := range map[string]struct {
		got  model.Num
		want float64
	}{
		"importance": {l.Importance.Score, imp}, "position": {l.Position.Score, pos}, "confidence of importance": {model.Some(l.Importance.Confidence), impConf}, "confidence of position": {model.Some(l.Position.Confidence), posConf},
		"attractiveness": {l.Attractiveness.Score, attractive}, "strength": {l.Strength.Score, strong}, "S": {l.Strategic, math.Sqrt(imp * pos)}, "asymmetry": {l.Asymmetry, imp - pos},
		"revenue": {l.Revenue, revenue}, "contribution": {l.Contribution, contribution}, "growth": {l.CAGR, t.cagr}, "lifetime value": {st.LifetimeValue, t.lifetime},
		"given": {v.Given, t.given}, "received": {v.Received, t.received}, "ratio": {v.Ratio, t.ratio}, "verified share": {model.Some(v.VerifiedShare), t.verified},
		"beyond product": {model.Some(v.BeyondProduct), t.beyond}, "freshness": {model.Some(v.Freshness), t.fresh}, "value": {v.Score, t.value}, "insight": {model.Some(l.Insight), t.insight},
		"alignment": {st.Alignment, t.alignment}, "quality": {st.Quality, t.quality}, "execution": {l.Execution, t.execution}, "plan": {st.Plan, t.plan},
		"commercial": {st.Commercial, t.commercial}, "health": {st.Health, t.health}, "confidence of health": {model.Some(st.HealthConfidence), t.healthConf}, "attention": {st.Attention, t.attention},
	} {
		agree(c.t, fmt.Sprintf("seed %d, %s: %s", c.seed, a.Name, name), x.got, x.want)
	}
	for name, n := range map[string]model.Num{"importance": l.Importance.Score, "position": l.Position.Score, "S": l.Strategic, "receptivity": l.Receptivity.Score, "attractiveness": l.Attractiveness.Score, "strength": l.Strength.Score,
		"R": l.Relationship.Score, "coverage": l.Relationship.Coverage, "support": l.Relationship.Support, "bow-tie": l.Relationship.BowTie, "thread": l.Relationship.Thread, "zipper": l.Relationship.Zipper,
		"value": v.Score, "insight": model.Some(l.Insight), "alignment": st.Alignment, "quality": st.Quality, "execution": l.Execution, "plan": st.Plan, "commercial": st.Commercial, "health": st.Health, "attention": st.Attention} {
		if n.V < 0 || n.V > 100+1e-9 {
			c.t.Fatalf("seed %d, %s: %s is %v", c.seed, a.Name, name, n.V)
		}
	}
	if st.Capped != t.capped || st.Stage.String() != t.stage {
		c.t.Fatalf("seed %d, %s: capped %v stage %s, want %v %s", c.seed, a.Name, st.Capped, st.Stage, t.capped, t.stage)
	}
	for i, check := range PlanChecks {
		if st.CheckMet(i) != t.checks[i] {
			c.t.Fatalf("seed %d, %s: check %s is %v, want %v", c.seed, a.Name, check.Key, st.CheckMet(i), t.checks[i])
		}
	}
	for f := range flagCount {
		if st.Flags.Has(f) != t.flags[f.Key()] {
			c.t.Fatalf("seed %d, %s: flag %s is %v", c.seed, a.Name, f.Key(), st.Flags.Has(f))
		}
	}
}

func (c comparison) people(a *model.Account, p plainPeople) {
	r := c.s.Local(a.ID).Relationship
	where := fmt.Sprintf("seed %d, %s: ", c.seed, a.Name)
	for name, x := range map[string]struct {
		got  model.Num
		want float64
	}{"R": {r.Score, p.r}, "confidence of R": {model.Some(r.Confidence), p.rConf}, "coverage": {r.Coverage, p.coverage}, "support": {r.Support, p.support}, "bow-tie": {r.BowTie, p.bowTie},
		"thread": {r.Thread, p.thread}, "zipper": {r.Zipper, p.zipper}, "level gap": {r.LevelGap, p.gap}} {
		agree(c.t, where+name, x.got, x.want)
	}
	if got := [6]int{len(r.WithoutCover), len(r.WithoutSupport), len(r.Unfilled), len(r.Stale), int(r.Status), r.Threads.Or(-1)}; got != [6]int{p.noCover, p.noSupport, p.unfilled, p.stale, p.status, p.threads} {
		c.t.Fatalf("%sflags of people %v, want %+v", where, got, p)
	}
	if c.seed%8 > 0 || len(a.Seats) == 0 {
		return // the plain graph is slow on purpose
	}
	n, g := plainNetwork(a, c.p.Programme()), NewGraph(a, c.p.Programme(), modeltest.Today)
	for k, gate := range g.Gatekeepers() {
		agree(c.t, where+"gatekeeper", model.Some(gate.Betweenness), plainGates(n)[k])
	}
	if len(g.Gatekeepers()) != len(plainGates(n)) {
		c.t.Fatalf("%s%d gatekeepers, want %d", where, len(g.Gatekeepers()), len(plainGates(n)))
	}
	lost := n.cutOffs()
	for _, x := range g.CutOffs() {
		if x.Lost != lost[x.Seat] {
			c.t.Fatalf("%s%s cuts off %d, want %d", where, x.Seat, x.Lost, lost[x.Seat])
		}
		delete(lost, x.Seat)
	}
	costs := n.accesses(a)
	for _, x := range g.Accesses() {
		want, ok := costs[x.To]
		if !ok || (len(x.Steps) == 0) != math.IsInf(want, 1) || len(x.Steps) > 0 && math.Abs(x.Cost-want) > 1e-9*want {
			c.t.Fatalf("%sway to %s costs %v, want %v", where, x.To, x.Cost, want)
		}
		delete(costs, x.To)
	}
	if len(lost)+len(costs) > 0 {
		c.t.Fatalf("%smissed: cut-off people %v, ways %v", where, lost, costs)
	}
}

// finite walks everything that leaves the model: no NaN, no infinity.
func (c comparison) finite() {
	for i := range c.p.Accounts() {
		for _, v := range []any{c.s.LocalAt(i).Judged, c.s.LocalAt(i).Earned, c.s.LocalAt(i).Relationship, c.s.LocalAt(i).Planned, c.s.StandingAt(i)} {
			if path := notFinite(reflect.ValueOf(v), ""); path != "" {
				c.t.Fatalf("seed %d, %s: %s is no number", c.seed, c.p.Accounts()[i].Name, path)
			}
		}
	}
	for _, v := range []any{c.s.Concentration, *c.s.Revenue, *c.s.Contribution, c.s.Spearman} {
		if path := notFinite(reflect.ValueOf(v), ""); path != "" {
			c.t.Fatalf("seed %d: %s is no number", c.seed, path)
		}
	}
}

func notFinite(v reflect.Value, path string) string {
	switch v.Kind() {
	case reflect.Float64:
		if math.IsNaN(v.Float()) || math.IsInf(v.Float(), 0) {
			return path
		}
	case reflect.Pointer:
		if !v.IsNil() {
			return notFinite(v.Elem(), path)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if p := notFinite(v.Field(i), path+"."+v.Type().Field(i).Name); p != "" {
				return p
			}
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			if p := notFinite(v.Index(i), path+"[]"); p != "" {
				return p
			}
		}
	}
	return ""
}
