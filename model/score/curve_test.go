package score

import (
	"slices"
	"testing"

	"accord/model"
	"accord/model/modeltest"
)

func TestCurves(t *testing.T) {
	for _, c := range []struct {
		values       []float64
		pareto, tail []float64
	}{
		{[]float64{50, 30, 20}, []float64{0.5, 0.8, 1}, []float64{0.5, 0.8, 1}},
		{[]float64{80, 40, -20}, []float64{80. / 120, 1, 1}, []float64{0.8, 1.2, 1}},
		{[]float64{10, -10}, nil, nil},
		{nil, nil, nil},
	} {
		p := new(Pareto)
		for _, v := range c.values {
			p.Values, p.Total, p.Base, p.Known = append(p.Values, v), p.Total+v, p.Base+max(0, v), p.Known+1
		}
		if got := p.Cumulative(); !slices.EqualFunc(got, c.pareto, modeltest.Close9) {
			t.Errorf("%v: cumulative %v, want %v", c.values, got, c.pareto)
		}
		got := p.WhaleCurve()
		if !slices.EqualFunc(got, c.tail, modeltest.Close9) {
			t.Errorf("%v: whale %v, want %v", c.values, got, c.tail)
		}
		if peak, _ := p.Whale(); peak.Known && !modeltest.Close9(peak.V, 100*slices.Max(got)) {
			t.Errorf("%v: the peak is %v, the curve's %v", c.values, peak.V, slices.Max(got))
		}
	}
}

// Amounts that cancel each other out are 0 and no residue of binary fractions: there are
// no classes and no shares, per account and per group.
func TestWhatNetsToNothingHasNoClasses(t *testing.T) {
	g := model.NewProgramme()
	var accounts []*model.Account
	for k, revenue := range []float64{0.1, 0.2, -0.3} {
		a := &model.Account{ID: model.AccountID(string(rune('a' + k))), Name: string(rune('A' + k))}
		a.Years = []model.Year{{Year: 2025, Revenue: model.NewMoney(revenue, g.Currency)}}
		accounts = append(accounts, a)
	}
	accounts[1].Parent = accounts[0].ID
	s := Of(modeltest.Under(t, g, accounts...), modeltest.Today)
	for name, p := range map[string]*Pareto{"accounts": s.Revenue, "groups": s.Groups.Revenue} {
		if p.Total != 0 || p.Count[ClassA] != 0 || p.TopShare(1).Known {
			t.Errorf("%s: total %v, %d in class A, the largest brings %v", name, p.Total, p.Count[ClassA], p.TopShare(1))
		}
	}
}
