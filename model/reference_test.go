package model

import (
	"fmt"
	"math"
	"math/rand/v2"
	"sort"
	"testing"
)

// The second implementation: the method's sections 1 to 4 written down as plainly
// as possible, with maps, loops and sorting, sharing no code with the first.

type plainAccount struct {
	name               string
	importance, posi   float64 // NaN is unknown
	impConf, posConf   float64
	strategic, revenue float64
	contribution       float64
}

var nan = math.NaN()

func plainInstrument(a *Account, key string) (score, confidence float64) {
	var known, all, sum float64
	for _, in := range DefaultPack().Instruments {
		if in.Key != key {
			continue
		}
		for _, f := range in.Factors {
			all += float64(f.Weight)
			r := a.Ratings[FactorKey(key+"."+f.Key)]
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

// plainYear gives revenue and contribution of a calendar year in dollars.
func plainYear(a *Account, year int) (revenue, contribution float64) {
	revenue, contribution = nan, nan
	imported, any := 0.0, false
	for _, t := range a.Transactions {
		if int(t.Date.Year) != year {
			continue
		}
		any = true
		if t.Amount.Currency == "USD" {
			imported += float64(t.Amount.Minor) / 100
		} else {
			imported = nan // no rate
		}
	}
	if any {
		revenue = imported
	}
	for _, y := range a.Years {
		if y.Year != year || y.Kind != Actual {
			continue
		}
		if y.Revenue.Currency == "USD" {
			revenue = float64(y.Revenue.Minor) / 100
		}
		if y.CostOfSales.Currency == "USD" {
			contribution = revenue - float64(y.CostOfSales.Minor)/100
			if y.CostToServe.Currency == "USD" {
				contribution -= float64(y.CostToServe.Minor) / 100
			}
		}
	}
	return revenue, contribution
}

func plainPeriod(accounts []*Account) int {
	shut, open := 0, 0
	for _, a := range accounts {
		for year := 2019; year <= 2027; year++ {
			if r, _ := plainYear(a, year); !math.IsNaN(r) {
				closed := year < 2026
				for _, y := range a.Years {
					if y.Year == year && y.Through.Known() && y.Through.String() < fmt.Sprintf("%d-12-31", year) {
						closed = false
					}
				}
				if closed && year > shut {
					shut = year
				}
				if !closed && year > open {
					open = year
				}
			}
		}
	}
	if shut == 0 {
		return open
	}
	return shut
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

func agree(t *testing.T, what string, got Num, want float64) {
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
	for seed := range runs(2000, 10000) {
		r := rand.New(rand.NewPCG(uint64(seed), 11))
		p := randomPortfolio(t, r)
		s := Score(p, testToday)
		period := plainPeriod(p.accounts)
		if s.Period().Year != period {
			t.Fatalf("seed %d: period %d, want %d", seed, s.Period().Year, period)
		}
		comparePlain(t, seed, p, s, period)
	}
}

func comparePlain(t *testing.T, seed int, p *Portfolio, s *Scores, period int) {
	t.Helper()
	revenue, contribution := map[string]float64{}, map[string]float64{}
	var values, both, strategic []float64
	total := 0.0
	for _, a := range p.accounts {
		x := plainAccount{name: a.Name, strategic: nan}
		x.importance, x.impConf = plainInstrument(a, "importance")
		x.posi, x.posConf = plainInstrument(a, "position")
		if !math.IsNaN(x.importance) && !math.IsNaN(x.posi) {
			x.strategic = math.Sqrt(x.importance * x.posi)
		}
		x.revenue, x.contribution = plainYear(a, period)
		revenue[a.Name], contribution[a.Name] = x.revenue, x.contribution
		if !math.IsNaN(x.revenue) {
			values = append(values, math.Max(0, x.revenue))
			total += x.revenue
			if !math.IsNaN(x.strategic) {
				both, strategic = append(both, x.revenue), append(strategic, x.strategic)
			}
		}
		l := s.Local(a.ID)
		where := fmt.Sprintf("seed %d, %s: ", seed, a.Name)
		agree(t, where+"importance", l.Importance.Score, x.importance)
		agree(t, where+"position", l.Position.Score, x.posi)
		agree(t, where+"confidence", Some(l.Importance.Confidence), x.impConf)
		agree(t, where+"S", l.Strategic, x.strategic)
		agree(t, where+"revenue", l.Revenue, x.revenue)
		agree(t, where+"contribution", l.Contribution, x.contribution)
		for name, n := range map[string]Num{"importance": l.Importance.Score, "position": l.Position.Score, "S": l.Strategic, "receptivity": l.Receptivity.Score} {
			if n.V < 0 || n.V > 100 {
				t.Fatalf("%s%s is %v", where, name, n.V)
			}
		}
	}
	byRevenue, byContribution := plainABC(revenue), plainABC(contribution)
	for i, a := range p.accounts {
		if want := byRevenue[a.Name]; s.Revenue.Class[i].String() != want && (want != "" || s.Revenue.Class[i] != ClassUnknown) {
			t.Fatalf("seed %d: %s is %s by revenue, want %q", seed, a.Name, s.Revenue.Class[i], want)
		}
		if want := byContribution[a.Name]; s.Contribution.Class[i].String() != want && (want != "" || s.Contribution.Class[i] != ClassUnknown) {
			t.Fatalf("seed %d: %s is %s by contribution, want %q", seed, a.Name, s.Contribution.Class[i], want)
		}
	}
	agree(t, fmt.Sprintf("seed %d: rank correlation", seed), s.Spearman, plainSpearman(both, strategic))
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
	agree(t, fmt.Sprintf("seed %d: HHI", seed), s.Concentration.HHI, hhi)
	agree(t, fmt.Sprintf("seed %d: Gini", seed), s.Concentration.Gini, gini)
}

// randomPortfolio has unknowns everywhere, ties in value, negative
// contributions, open years, other currencies and transactions.
func randomPortfolio(t *testing.T, r *rand.Rand) *Portfolio {
	var accounts []*Account
	for i := range r.IntN(41) {
		a := &Account{ID: AccountID(fmt.Sprintf("a%03d", i)), Name: fmt.Sprintf("N%03d", r.IntN(1000)*41+i), Ratings: map[FactorKey]Rating{}}
		for _, key := range []string{"importance", "position", "receptivity"} {
			for _, f := range DefaultPack().Instrument(key).Factors {
				rating := Rating{}
				if r.IntN(3) > 0 {
					rating.Ours = LevelOf(r.IntN(6))
				}
				if r.IntN(4) == 0 {
					rating.Verified = LevelOf(r.IntN(6))
				}
				a.Ratings[f.Full()] = rating
			}
		}
		for year := 2023; year <= 2026; year++ {
			if r.IntN(2) == 0 {
				a.Years = append(a.Years, randomYear(r, year))
			}
		}
		for k := range r.IntN(4) {
			a.Transactions = append(a.Transactions, Transaction{Key: fmt.Sprint(k), Date: NewDate(2023+r.IntN(5), 1, 1+r.IntN(365)), Amount: randomMoney(r, 50, false)})
		}
		accounts = append(accounts, a)
	}
	return portfolioOf(t, accounts...)
}

func randomYear(r *rand.Rand, year int) Year {
	y := Year{Year: year, Revenue: randomMoney(r, 60, true), CostOfSales: randomMoney(r, 70, true), CostToServe: randomMoney(r, 20, true), Wallet: randomMoney(r, 200, true)}
	if r.IntN(8) == 0 {
		y.Through = NewDate(year, 6, 30)
	}
	return y
}

func randomMoney(r *rand.Rand, most int, maybe bool) Money {
	switch {
	case maybe && r.IntN(3) == 0:
		return Money{}
	case r.IntN(12) == 0:
		return NewMoney(float64(r.IntN(most)), "EUR")
	}
	return NewMoney(float64(r.IntN(most)), "USD")
}
