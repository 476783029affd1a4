package score

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"accord/model"
	"accord/model/modeltest"
)

// TestEveryExplanationRecomputes reads explanations as a person does, inputs, weights and
// notes as they are printed, and computes the figure from them: over random portfolios,
// within what printing rounds away.
func TestEveryExplanationRecomputes(t *testing.T) {
	counted, unknown := map[string]int{}, map[string]int{}
	total := 0
	for seed := range modeltest.Seeds(t, 120, 2000) {
		r := rand.New(rand.NewPCG(uint64(seed), 21))
		s := Of(modeltest.RandomPortfolio(t, r), modeltest.Today)
		for _, a := range s.Portfolio().Accounts() {
			for figure, recompute := range recomputed {
				e, ok := s.Explain(a.ID, figure)
				if !ok {
					t.Fatalf("no %s", figure)
				}
				total++
				counted[figure]++
				x := &explained{Explanation: e, s: s, a: a}
				want, slack := recompute(x)
				got := x.value(e.Value)
				if !got.Known {
					unknown[figure]++
				}
				if got.Known != !math.IsNaN(want) || got.Known && math.Abs(got.V-want) > slack {
					t.Fatalf("seed %d, %s, %s: printed %s, its inputs come to %v ± %v\n%s", seed, a.Name, figure, e.Value, want, slack, x)
				}
				if sure, ok := confidences[figure]; ok && e.Confidence.Known {
					if want := sure(x); math.Abs(e.Confidence.V-want) > 0.006 {
						t.Fatalf("seed %d, %s, %s: confidence %v, its inputs come to %v\n%s", seed, a.Name, figure, e.Confidence.V, want, x)
					}
				}
			}
		}
	}
	if total < 12000 {
		t.Errorf("only %d explanations", total)
	}
	for figure, n := range counted {
		if unknown[figure] == n {
			t.Errorf("%s is known nowhere", figure)
		}
	}
}

// explained is an explanation with the portfolio it is of, for settings and names.
type explained struct {
	Explanation
	s *Scores
	a *model.Account
}

func (x *explained) String() string {
	var b strings.Builder
	for _, in := range x.Inputs {
		fmt.Fprintf(&b, "  %s | %s | %s | %s | %s\n", in.Name, in.Value, in.Weight, in.Note, in.Date)
	}
	fmt.Fprintf(&b, "  unknown %q, confidence %v", x.Unknown, x.Confidence)
	return b.String()
}

// value reads a printed number, and what stands behind it stays out: 41 % (2/3).
func (x *explained) value(s string) model.Num {
	if at := strings.LastIndex(s, "= "); at >= 0 {
		s = s[at+2:]
	}
	s = strings.NewReplacer(",", "", "−", "-", "+", "").Replace(s)
	s, _, _ = strings.Cut(s, " (")
	f := strings.Fields(s)
	if len(f) == 0 || f[0] == "–" {
		return model.Num{}
	}
	v, err := strconv.ParseFloat(f[0], 64)
	if err != nil {
		return model.Num{}
	}
	return model.Some(v)
}

// of is the input of a name; unknown where there is none or it prints –.
func (x *explained) of(name string) float64 {
	for _, in := range x.Inputs {
		if in.Name == name {
			return number(x.value(in.Value))
		}
	}
	return math.NaN()
}

// mean is the mean of the inputs by their weights.
func (x *explained) mean() (sum, weight float64) {
	for _, in := range x.Inputs {
		if w := x.value(strings.TrimSuffix(in.Weight, "?")); w.Known {
			sum += w.V * x.value(in.Value).V
			weight += w.V
		}
	}
	return sum, weight
}

const cent = 0.011 // both the figure and what goes into it are printed with two decimals

var recomputed = map[string]func(*explained) (want, slack float64){
	"strategic": func(x *explained) (float64, float64) {
		i, p := x.of("importance"), x.of("position")
		return math.Sqrt(i * p), cent + 0.01*(i+p)/(1+math.Sqrt(i*p)) + boolTo(i*p == 0)*1
	},
	"asymmetry":  func(x *explained) (float64, float64) { return x.of("importance") - x.of("position"), 0.52 },
	"importance": recomputedInstrument, "position": recomputedInstrument, "receptivity": recomputedInstrument,
	"attractiveness": recomputedInstrument, "strength": recomputedInstrument,
	"alignment": func(x *explained) (float64, float64) {
		if n := len(x.Inputs); n > 0 && x.Inputs[n-1].Name == "at most, without a C-level sponsor" {
			return math.Min(number(x.value(x.Inputs[n-1].Value)), recomputedPlain(x)), cent
		}
		return recomputedPlain(x), cent
	},
	"health": func(x *explained) (float64, float64) {
		sum, weight := x.mean()
		if !x.value(x.Value).Known { // too little known is said by the confidence
			if x.Confidence.V < x.s.Settings().HealthKnown {
				return math.NaN(), 0
			}
		}
		return sum / weight, 2 * cent
	},
	"attention": func(x *explained) (float64, float64) {
		h := x.of("health H")
		if math.IsNaN(h) {
			h = 50
		}
		return x.of("importance") * (100 - h) / 100, 2 * cent
	},
	"relationship": func(x *explained) (float64, float64) {
		if len(x.a.Seats) == 0 { // an absence (METHOD §9)
			return number(absence(x.a.Tier)), 0
		}
		sum, weight := x.mean()
		return sum / weight, 2 * cent
	},
	"coverage": func(x *explained) (float64, float64) { sum, weight := x.mean(); return sum / weight, 2 * cent },
	"support": func(x *explained) (float64, float64) {
		sum, weight := x.mean()
		return 50 + 25*sum/weight, cent
	},
	"bow_tie": recomputedLargest, "thread": recomputedLargest,
	"threads": func(x *explained) (float64, float64) {
		if len(x.a.Seats) == 0 {
			return math.NaN(), 0
		}
		who := map[string]bool{}
		for _, in := range x.Inputs {
			if _, theirs, _ := strings.Cut(in.Name, " – "); in.Weight == "1" {
				who[theirs] = true
			}
		}
		return float64(len(who)), 0
	},
	"zipper": func(x *explained) (float64, float64) {
		sum, n := 0.0, 0.0
		for _, in := range x.Inputs {
			if in.Note != "not required" {
				sum += 100 * math.Min(1, x.value(in.Value).V/x.s.Settings().ThreadStrength)
				n++
			}
		}
		return sum / n, 0.2
	},
	"level_gap": func(x *explained) (float64, float64) {
		sum := 0.0
		for _, in := range x.Inputs {
			now, target, _ := strings.Cut(in.Value, " of ")
			sum += x.value(in.Weight).V * (x.value(target).V - x.value(now).V)
		}
		if !x.value(x.Value).Known && len(x.Unknown) > 0 {
			return math.NaN(), 0
		}
		return sum, 0
	},
	"value":    recomputedValue,
	"exchange": recomputedExchange,
	"insight": func(x *explained) (float64, float64) {
		if len(x.a.Insights) == 0 {
			return number(absence(x.a.Tier)), 0
		}
		best := map[string]float64{}
		for _, in := range x.Inputs {
			best[in.Note] = math.Max(best[in.Note], x.value(in.Value).V)
		}
		return 20 * (best["goal"] + best["pressure"] + best["initiative"] + best["KPI"] + best["kpi"] + best["decision process"]), cent
	},
	"contribution": func(x *explained) (float64, float64) {
		serve := x.of("cost to serve")
		if math.IsNaN(serve) {
			serve = 0
		}
		return x.of("revenue") - x.of("cost of sales") - serve, 1e-6
	},
	"wallet": func(x *explained) (float64, float64) {
		revenue, wallet := x.of("revenue"), x.of("customer's spend")
		if wallet <= 0 || math.IsNaN(revenue) {
			return math.NaN(), 0
		}
		return 100 * revenue / wallet, cent
	},
	"lifetime_value": func(x *explained) (float64, float64) {
		m, r, d := x.of("contribution m"), x.of("retention r"), x.of("discount d")
		return m * r / (1 + d - r), 0.02 + 1e-6*math.Abs(m)
	},
	"commercial": func(x *explained) (float64, float64) {
		if !math.IsNaN(x.of("stopped buying: 0")) {
			return 0, 0
		}
		v := 50 + 50*math.Max(-1, math.Min(1, x.Inputs[0].number(x)/100/0.20))
		for _, in := range x.Inputs[1:] {
			v += x.value(in.Value).V
		}
		return math.Max(0, math.Min(100, v)), 0.03
	},
	"quality": func(x *explained) (float64, float64) { return float64(5 * len(x.Inputs)), 0 },
	"execution": func(x *explained) (float64, float64) {
		on := 0.0
		for _, in := range x.Inputs {
			on += boolTo(in.Value == "on time")
		}
		if v := x.value(x.Value); len(x.Inputs) == 0 && (!v.Known || v.V == 100) {
			return number(v), 0 // nothing was due: 100 while the plan is young
		}
		return 100 * on / float64(len(x.Inputs)), 0.51
	},
	"plan": func(x *explained) (float64, float64) { sum, weight := x.mean(); return sum / weight, cent },
	"growth": func(x *explained) (float64, float64) {
		var first, last model.Num
		from, to := 0, 0
		for _, in := range x.Inputs {
			v, year := x.value(in.Value), int(x.value(in.Name).V)
			if in.Note != "" || !v.Known {
				continue
			}
			if !first.Known {
				first, from = v, year
			}
			last, to = v, year
		}
		if !first.Known || from == to || first.V <= 0 || last.V < 0 {
			return math.NaN(), 0
		}
		return 100 * (math.Pow(last.V/first.V, 1/float64(to-from)) - 1), cent
	},
}

func boolTo(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

func (in Input) number(x *explained) float64 { return number(x.value(in.Value)) }

func recomputedInstrument(x *explained) (float64, float64) { return recomputedPlain(x), cent }

// recomputedPlain is 100 · Σ w·r / (5 · Σ w) over the answers.
func recomputedPlain(x *explained) float64 {
	sum, weight := x.mean()
	return 100 * sum / (5 * weight)
}

// recomputedLargest is the largest share; seats but no tie are 100.
func recomputedLargest(x *explained) (float64, float64) {
	if len(x.a.Seats) == 0 {
		return math.NaN(), 0
	}
	if len(x.Inputs) == 0 {
		return 100, 0
	}
	most := 0.0
	for _, in := range x.Inputs {
		most = math.Max(most, in.number(x))
	}
	return most, cent
}

// recomputedValue computes V from its shares, and the shares from the lines below them.
func recomputedValue(x *explained) (float64, float64) {
	var believed, delivered, beyond, all, fresh float64
	counts, deliveries := false, 0
	for _, in := range x.Inputs[3:] {
		says := strings.Split(in.Note, ", ")
		if strings.HasSuffix(in.Note, "not counted yet") {
			continue
		}
		counts = true
		numbers := noteNumbers(in.Note)
		money := math.Max(0, x.value(in.Value).V)
		all += numbers[0] * money
		if says[1] == "process" || says[1] == "facilitation" {
			beyond += numbers[0] * money
		}
		if len(numbers) < 2 {
			continue
		}
		deliveries++
		delivered += money
		believed += numbers[1] * money
		if !in.Date.Known() {
			fresh = math.Max(fresh, 0.5)
		} else if !x.s.Today().Before(in.Date) {
			fresh = math.Max(fresh, math.Pow(0.5, float64(x.s.Today().DaysSince(in.Date))/x.s.Settings().ValueHalfLife))
		}
	}
	if !counts {
		return number(absence(x.a.Tier)), 0
	}
	verified := believed / delivered
	if deliveries == 0 {
		verified = 0
	}
	sum, weight := 0.0, 0.0
	for i, share := range []float64{verified, beyond / all, fresh} {
		if printed := x.Inputs[i].number(x); !same(math.Round(printed), math.Round(100*share)) && math.Abs(printed-100*share) > cent {
			return math.Inf(1), 0
		}
		if w := x.value(x.Inputs[i].Weight).V; !math.IsNaN(share) {
			sum, weight = sum+w*100*share, weight+w
		}
	}
	return sum / weight, cent
}

// noteNumbers are the numbers a note says.
func noteNumbers(note string) (out []float64) {
	for _, word := range strings.Fields(note) {
		if v, err := strconv.ParseFloat(word, 64); err == nil {
			out = append(out, v)
		}
	}
	return out
}

// recomputedExchange adds the lines up to given and received, and divides them.
func recomputedExchange(x *explained) (float64, float64) {
	given, received := 0.0, x.of("of it contribution")
	for _, in := range x.Inputs[3:] {
		if strings.HasSuffix(in.Note, "we to them") {
			given += in.number(x)
		} else {
			received += in.number(x)
		}
	}
	if printed := x.of("given"); !math.IsNaN(printed) && math.Abs(printed-given) > 1e-6 {
		return math.Inf(1), 0
	}
	if printed := x.of("received"); !math.IsNaN(printed) && math.Abs(printed-received) > 1e-6 {
		return math.Inf(1), 0
	}
	if given == 0 || !(received > 0) || math.IsNaN(x.of("given")) {
		return math.NaN(), 0
	}
	return given / received, 0.00006 + 0.01/received
}

// confidences are the figures whose confidence can be computed from the explanation.
var confidences = map[string]func(*explained) float64{
	"importance": instrumentConfidence, "position": instrumentConfidence, "receptivity": instrumentConfidence,
	"attractiveness": instrumentConfidence, "strength": instrumentConfidence, "alignment": instrumentConfidence,
	"coverage": func(x *explained) float64 {
		known, all := 0.0, 0.0
		for _, in := range x.Inputs {
			w := x.value(strings.TrimSuffix(in.Weight, "?")).V
			if all += w; !strings.HasSuffix(in.Weight, "?") {
				known += w
			}
		}
		return known / all
	},
	"relationship": func(x *explained) float64 {
		if len(x.a.Seats) == 0 {
			return 1
		}
		return weightedConfidence(x, 1)
	},
	"health": func(x *explained) float64 { return weightedConfidence(x, 100) },
	"contribution": func(x *explained) float64 {
		if math.IsNaN(x.of("cost to serve")) {
			return 0.5
		}
		return 1
	},
	"value": func(x *explained) float64 {
		sure := 0.0
		for _, in := range x.Inputs[:3] {
			if x.value(in.Value).Known {
				sure += x.value(in.Weight).V
			}
		}
		if sure == 0 && absence(x.a.Tier).Known {
			return 1
		}
		return sure
	},
}

// instrumentConfidence is the weight of the answers of that of all questions.
func instrumentConfidence(x *explained) float64 {
	_, known := x.mean()
	all := known
	for _, u := range x.Unknown {
		if _, w, ok := strings.Cut(u, " (weight "); ok {
			w, _, _ = strings.Cut(w, ")")
			all += x.value(w).V
		}
	}
	if all == 0 {
		return 0
	}
	return known / all
}

// weightedConfidence is Σ weight · own confidence of all the weights there are.
func weightedConfidence(x *explained, whole float64) float64 {
	sum := 0.0
	for _, in := range x.Inputs {
		own := 1.0
		if f := strings.Fields(in.Note); len(f) > 1 {
			if i := slices.Index(f, "%"); i > 0 {
				own = x.value(f[i-1]).V / 100
			}
		}
		sum += own * x.value(in.Weight).V
	}
	return sum / whole
}
