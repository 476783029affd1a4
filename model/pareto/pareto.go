package pareto

import (
	"math"

	"accord/model"
)

// Class is the ABC class of an account: where its cumulative share begins.
type Class uint8

// The classes; unknown when there is nothing to share.
const (
	ClassUnknown Class = iota
	ClassA
	ClassB
	ClassC
)

func (c Class) String() string { return [...]string{"–", "A", "B", "C"}[c] }

// roundingError keeps a share of 80 % at its bound, however its sum was rounded.
const roundingError = 1e-9

// The bounds of METHOD §4: A while the share before the account is below 80 %.
const (
	boundA = 0.80
	boundB = 0.95
)

// Pareto is accounts by a value, largest first, with classes and shares.
// Accounts of unknown value come last and have no class.
type Pareto struct {
	Order  []int32   // account indexes, descending by value
	Values []float64 // parallel to Order, known ones only
	Known  int       // how many of Order have a value
	Total  float64   // sum of the values, negatives included
	Base   float64   // sum that shares are of: negatives count as 0
	Class  []Class   // by account index
	Count  [4]int    // accounts per class
}

// New classes accounts that are already in descending order. values is by
// account index; whole rounds sums to minor units, so that what nets to 0 is 0.
func New(order []int32, values []model.Num, whole func(float64) float64) *Pareto {
	p := &Pareto{Order: order, Class: make([]Class, len(values)), Values: make([]float64, 0, len(order))}
	for _, i := range order {
		if v := values[i]; v.Known {
			p.Known++
			p.Values = append(p.Values, v.V)
			p.Total += v.V
			p.Base += max(0, v.V)
		}
	}
	p.Total, p.Base = whole(p.Total), whole(p.Base)
	p.classify()
	return p
}

func (p *Pareto) classify() {
	if p.Total <= 0 || p.Base <= 0 {
		p.Count[ClassUnknown] = len(p.Order)
		return
	}
	sum := 0.0
	for k, v := range p.Values {
		class := ClassC
		switch before := sum / p.Base; {
		case before < boundA-roundingError:
			class = ClassA
		case before < boundB-roundingError:
			class = ClassB
		}
		p.Class[p.Order[k]] = class
		p.Count[class]++
		sum += max(0, v)
	}
	p.Count[ClassUnknown] = len(p.Order) - p.Known
}

// Share is a value's part of the whole, 0..1; unknown when there is no whole.
func (p *Pareto) Share(v model.Num) model.Num {
	if !v.Known || p.Total <= 0 || p.Base <= 0 {
		return model.Num{}
	}
	return model.Some(max(0, v.V) / p.Base)
}

// TopShare is the share that the first k accounts bring, 0..1; unknown without a
// positive total.
func (p *Pareto) TopShare(k int) model.Num {
	if p.Total <= 0 || p.Base <= 0 {
		return model.Num{}
	}
	sum := 0.0
	for _, v := range p.Values[:min(k, p.Known)] {
		sum += max(0, v)
	}
	return model.Some(sum / p.Base)
}

// TopFifth is how many accounts make 20 %, rounded up.
func (p *Pareto) TopFifth() int { return int(math.Ceil(float64(p.Known) / 5)) }

// Whale is the whale curve's summary: the highest point of cumulative
// contribution as % of the total, and how much of it is lost again. Unknown when
// the total is not positive.
func (p *Pareto) Whale() (peak, erosion model.Num) {
	if p.Total <= 0 {
		return model.Num{}, model.Num{}
	}
	sum, top := 0.0, 0.0
	for _, v := range p.Values {
		sum += v
		top = max(top, sum)
	}
	pct := 100 * top / p.Total
	return model.Some(pct), model.Some(pct - 100)
}

// Concentration says how much a portfolio hangs on few customers (METHOD §4).
// CR and HHI are 0..1, Effective is a number of accounts, Gini 0..1.
type Concentration struct {
	CR1, CR3, CR5, HHI, Effective, Gini model.Num
}

// Concentrate computes over the known values of p; all unknown when the total
// is not positive.
func Concentrate(p *Pareto) Concentration {
	if p.Total <= 0 || p.Base <= 0 {
		return Concentration{}
	}
	var c Concentration
	c.CR1, c.CR3, c.CR5 = p.TopShare(1), p.TopShare(3), p.TopShare(5)
	hhi, weighted, n := 0.0, 0.0, len(p.Values)
	for k, v := range p.Values {
		s := max(0, v) / p.Base
		hhi += s * s
		rank := n - k // ascending rank, 1 for the smallest
		weighted += float64(2*rank-n-1) * s
	}
	c.HHI, c.Effective, c.Gini = model.Some(hhi), model.Some(1/hhi), model.Some(weighted/float64(n))
	return c
}
