package score

import (
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"accord/model"
	"accord/model/modeltest"
	"accord/model/score/reference"
)

// The method is written down twice: here the two are held against each other, figure by
// figure, over random portfolios.

// comparison gathers what does not agree: of each figure the first place.
type comparison struct {
	wrong map[string]string
	where string
}

func (c *comparison) say(figure string, got, want any) {
	if _, said := c.wrong[figure]; !said {
		c.wrong[figure] = fmt.Sprintf("%s: %v, the second implementation says %v", c.where, got, want)
	}
}

// number is any figure of the model as the reference writes it: NaN is unknown.
func number(v any) float64 {
	switch x := v.(type) {
	case float64:
		return x
	case int:
		return float64(x)
	case bool:
		if x {
			return 1
		}
		return 0
	case model.Num:
		if x.Known {
			return x.V
		}
		return math.NaN()
	case model.Opt[int]:
		if x.Known {
			return float64(x.V)
		}
		return math.NaN()
	}
	panic(fmt.Sprintf("%T is no figure", v))
}

func same(got, want float64) bool {
	if math.IsNaN(got) || math.IsNaN(want) {
		return math.IsNaN(got) && math.IsNaN(want)
	}
	return math.Abs(got-want) <= 1e-9*math.Max(1, math.Abs(want))
}

// figures compares two sets of figures by name; one that a side lacks does not agree.
func (c *comparison) figures(got map[string]any, want map[string]float64) {
	for name, w := range want {
		v, ok := got[name]
		if !ok {
			c.say(name, "not there", w)
		} else if g := number(v); !same(g, w) {
			c.say(name, g, w)
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			c.say(name, got[name], "nothing")
		}
	}
}

// TestTheSecondImplementationAgrees compares the two on random portfolios.
func TestTheSecondImplementationAgrees(t *testing.T) {
	c := &comparison{wrong: map[string]string{}}
	for seed := range modeltest.Seeds(t, 600, 10000) {
		r := rand.New(rand.NewPCG(uint64(seed), 11))
		p := modeltest.RandomPortfolio(t, r)
		s, want := Of(p, modeltest.Today), reference.Of(p, modeltest.Today, factsOf(p))
		c.where = fmt.Sprintf("seed %d", seed)
		c.portfolio(s, want)
		c.losses(r, s, want)
		for _, a := range p.Accounts() {
			c.where = fmt.Sprintf("seed %d, %s (%s)", seed, a.ID, a.Name)
			c.account(s, a, want.Accounts[a.ID])
			if seed%8 == 0 && len(a.Seats) > 0 { // the plain graph is slow on purpose
				c.graph(p, a, want)
			}
		}
		finite(t, seed, s)
	}
	c.tell(t)
}

// tell fails for what does not agree and is not listed, and for what is listed and agrees.
func (c *comparison) tell(t *testing.T) {
	t.Helper()
	for _, name := range slices.Sorted(maps.Keys(c.wrong)) {
		if !notYet[name] {
			t.Errorf("%s: %s", name, c.wrong[name])
		}
	}
	for name := range notYet {
		if _, wrong := c.wrong[name]; !wrong {
			t.Errorf("%s agrees: take it off the list", name)
		}
	}
}

func (c *comparison) word(figure, got, want string) {
	if got != want {
		c.say(figure, got, want)
	}
}

func (c *comparison) portfolio(s *Scores, want *reference.Result) {
	c.figures(portfolioFigures(s), want.Figures)
	c.word("period", periodWord(s), want.Words["period"])
	var order []model.AccountID
	for _, i := range s.Order {
		order = append(order, s.Portfolio().Accounts()[i].ID)
	}
	for k := range order {
		if len(order) != len(want.Order) || order[k] != want.Order[k] && !tied(want, order[k], want.Order[k]) {
			c.say("order of the list", order, want.Order)
			break
		}
	}
}

// tied: two accounts differ by a rounding error, so that either may stand first.
func tied(want *reference.Result, a, b model.AccountID) bool {
	x, y := want.Accounts[a].Figures["attention"], want.Accounts[b].Figures["attention"]
	return x != y && math.Abs(x-y) < 1e-9
}

func (c *comparison) account(s *Scores, a *model.Account, want *reference.Account) {
	c.figures(modelOf(s, a), want.Figures)
	i := s.Portfolio().Index(a.ID)
	st := s.Standing(a.ID)
	c.word("stage", st.Stage.String(), want.Words["stage"])
	c.word("quadrant", wordOf(s.Quadrant(a.ID)), want.Words["quadrant"])
	c.word("class by revenue", classWord(s.Revenue.Class[i]), want.Words["class by revenue"])
	c.word("class by contribution", classWord(s.Contribution.Class[i]), want.Words["class by contribution"])
	for k, check := range PlanChecks() {
		if st.CheckMet(k) != want.Checks[k] {
			c.say("check "+check.Key, st.CheckMet(k), want.Checks[k])
		}
	}
	model := map[string]bool{}
	for f := range flagCount {
		model[f.Key()] = st.Flags.Has(f)
	}
	for key := range want.Flags {
		if _, ok := model[key]; !ok {
			model[key] = false
		}
	}
	for key, has := range model {
		if has != want.Flags[key] {
			c.say("flag "+key, has, want.Flags[key])
		}
	}
	for name, v := range modelOf(s, a) {
		if n := number(v); ofHundred[name] && (n < 0 || n > 100+1e-9) {
			c.say(name, n, "0 to 100")
		}
	}
}

// ofHundred are the figures that lie between 0 and 100 while they are known.
var ofHundred = map[string]bool{
	"importance": true, "position": true, "S": true, "receptivity": true, "attractiveness": true, "strength": true,
	"R": true, "coverage": true, "support": true, "bow-tie": true, "thread": true, "zipper": true, "V": true, "I": true,
	"alignment": true, "quality": true, "execution": true, "P": true, "commercial": true, "H": true, "attention": true,
}

func classWord(c Class) string {
	if c == ClassUnknown {
		return ""
	}
	return c.String()
}

func wordOf(q Quadrant) string {
	if q == QuadrantUnknown {
		return ""
	}
	return q.String()
}

// graph compares gatekeepers, cut-off people and the ways in.
func (c *comparison) graph(p *model.Portfolio, a *model.Account, want *reference.Result) {
	gates, lost, costs := want.Ways(a)
	g := NewGraph(a, p.Programme(), modeltest.Today)
	for k, gate := range g.Gatekeepers() {
		if k >= len(gates) || !same(gate.Betweenness, gates[k]) {
			c.say("gatekeepers", gate.Betweenness, gates)
		}
	}
	if len(g.Gatekeepers()) != len(gates) {
		c.say("gatekeepers", len(g.Gatekeepers()), len(gates))
	}
	for _, x := range g.CutOffs() {
		if x.Lost != lost[x.Seat] {
			c.say("cut-off people", x.Lost, lost[x.Seat])
		}
		delete(lost, x.Seat)
	}
	for _, x := range g.Accesses() {
		cost, ok := costs[x.To]
		if !ok || (len(x.Steps) == 0) != math.IsInf(cost, 1) || len(x.Steps) > 0 && !same(x.Cost, cost) {
			c.say("ways in", x.Cost, cost)
		}
		delete(costs, x.To)
	}
	if len(lost) > 0 {
		c.say("cut-off people", "fewer", lost)
	}
	if len(costs) > 0 {
		c.say("ways in", "fewer", costs)
	}
}

// TestBothPutMovesInOneOrder compares the order of random moves.
func TestBothPutMovesInOneOrder(t *testing.T) {
	for seed := range modeltest.Seeds(t, 300, 10000) {
		r := rand.New(rand.NewPCG(uint64(seed), 12))
		var moves []reference.Move
		for k := range r.IntN(40) {
			kind := fmt.Sprintf("kind%02d", r.IntN(20))
			moves = append(moves, reference.Move{
				Kind: kind, Key: fmt.Sprintf("%s %02d", kind, k), Gain: float64(r.IntN(12)), Effort: float64(1 + r.IntN(4)),
				Crossed: r.IntN(3) == 0, Political: kind == "kind01" && r.IntN(2) == 0,
			})
		}
		if got, want := modelSorted(moves), reference.Sorted(moves); !slices.Equal(got, want) {
			t.Fatalf("seed %d: %v\nthe second implementation says %v", seed, got, want)
		}
	}
}

// losses compares the simulation for one account and for two.
func (c *comparison) losses(r *rand.Rand, s *Scores, want *reference.Result) {
	n := s.Portfolio().Len()
	if n == 0 {
		return
	}
	ids := []model.AccountID{s.Portfolio().Accounts()[r.IntN(n)].ID}
	if n > 1 && r.IntN(2) == 0 {
		if other := s.Portfolio().Accounts()[r.IntN(n)].ID; other != ids[0] {
			ids = append(ids, other)
		}
	}
	alive := slices.DeleteFunc(slices.Clone(ids), func(id model.AccountID) bool { return s.Portfolio().Account(id).Archived })
	if len(alive) == 0 {
		return
	}
	got, lost := lossFigures(s.Lose(ids...)), want.Lose(ids...)
	prefixed := map[string]float64{}
	for name, v := range lost {
		prefixed["loss: "+name] = v
	}
	c.figures(got, prefixed)
}

// finite walks everything that leaves the model: no NaN, no infinity.
func finite(t *testing.T, seed int, s *Scores) {
	t.Helper()
	for i, a := range s.Portfolio().Accounts() {
		for _, v := range []any{s.LocalAt(i).Judged, s.LocalAt(i).Earned, s.LocalAt(i).Relationship, s.LocalAt(i).Planned, s.StandingAt(i)} {
			if path := notFinite(reflect.ValueOf(v), ""); path != "" {
				t.Fatalf("seed %d, %s: %s is no number", seed, a.Name, path)
			}
		}
	}
	for _, v := range []any{s.Concentration, *s.Revenue, *s.Contribution, s.Spearman} {
		if path := notFinite(reflect.ValueOf(v), ""); path != "" {
			t.Fatalf("seed %d: %s is no number", seed, path)
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
