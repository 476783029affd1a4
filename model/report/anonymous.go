package report

import (
	"math"

	"accord/model"
	"accord/model/score"
)

// round leaves of every number of an anonymous report what is read of it: one with
// all its digits, such as a share of two amounts, would tell the amounts.
func (r *Report) round() {
	for i := range r.Nodes {
		n := &r.Nodes[i]
		for _, row := range n.Table.Rows {
			for k := range row {
				row[k].Num.V = roundTo(row[k].Num.V, row[k].exponent())
			}
		}
		for k, v := range n.Curve.Shares {
			n.Curve.Shares[k] = roundTo(v, 3)
		}
		for k := range n.Points.Dots {
			d := &n.Points.Dots[k]
			d.X, d.Y = roundTo(d.X, 2), roundTo(d.Y, 2)
		}
	}
}

// exponent is how many decimals are read of the number of a cell.
func (c *Cell) exponent() int {
	if c.Kind == Share {
		return max(2, c.Decimals) + 2
	}
	return max(2, c.Decimals)
}

func roundTo(v float64, decimals int) float64 {
	unit := math.Pow10(decimals)
	return math.Round(v*unit) / unit
}

// Anonymous reports whether nobody can be told in what a report is made of.
func Anonymous(s *score.Scores) bool { return s.Portfolio().Programme().Currency == model.Index }
