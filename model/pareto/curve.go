package pareto

// Cumulative is the share that the first accounts bring together, 0..1, one value
// for each account with a known value, the largest first; negative values add
// nothing. Nil without a positive total.
func (p *Pareto) Cumulative() []float64 {
	if p.Total <= 0 || p.Base <= 0 {
		return nil
	}
	out, sum := make([]float64, len(p.Values)), 0.0
	for i, v := range p.Values {
		sum += max(0, v)
		out[i] = sum / p.Base
	}
	return out
}

// WhaleCurve is the cumulative value as a share of the total, losses taken off: it
// rises over 1 where accounts at its end lose what others earned. Nil without a
// positive total.
func (p *Pareto) WhaleCurve() []float64 {
	if p.Total <= 0 {
		return nil
	}
	out, sum := make([]float64, len(p.Values)), 0.0
	for i, v := range p.Values {
		sum += v
		out[i] = sum / p.Total
	}
	return out
}
