package score

import (
	"accord/model"
	"accord/model/ranking"
	"accord/model/words"
)

// Lens chooses the two scores that a plane of accounts is drawn by.
type Lens uint8

// The lenses: importance over position, and attractiveness over business strength.
const (
	FirstLens Lens = iota
	SecondLens
)

// Plane is every account of a portfolio placed by two scores (METHOD §2).
type Plane struct {
	Lens       Lens
	X, Y       string // what the axes are, the instruments' keys
	CutX, CutY float64
	Places     []Placed // those with both scores, the highest of both together first, then by name
	Unplaced   int      // accounts that lack one of the scores
	Counts     [5]int   // places per quadrant of the plane, without the provisional ones
	Doubtful   int      // places whose quadrant is provisional
}

// Placed is one account on a plane, 0..100 both ways.
type Placed struct {
	Account     model.AccountID
	X, Y        float64
	OurX        float64 // as we alone see it, before the customer's word counts
	OurY        float64
	Revenue     model.Num
	Quadrant    Quadrant // which corner of this plane: Partner is top right
	Provisional bool     // too little is rated to say so (METHOD §2)
}

// Verified reports whether the customer's word moved the account.
func (p *Placed) Verified() bool { return p.X != p.OurX || p.Y != p.OurY }

// Plane places every account by one of the lenses. The cut is the programme's, or
// the median of the known scores where it says so.
func (s *Scores) Plane(lens Lens) Plane {
	pack := s.portfolio.Programme().MethodPack()
	p := Plane{Lens: lens, X: "position", Y: "importance", CutX: s.PositionCut, CutY: s.ImportanceCut}
	if lens == SecondLens {
		p.X, p.Y = "strength", "attractiveness"
	}
	inX, inY := pack.Instrument(p.X), pack.Instrument(p.Y)
	if inX == nil || inY == nil {
		p.Unplaced = s.Living()
		return p
	}
	var xs, ys []float64
	var high []model.Num // of the places: both scores together
	var at []int32       // of the places: where the account stands in the portfolio
	for i, a := range s.portfolio.Accounts() {
		if s.archived(i) {
			continue
		}
		ofX, ofY := s.local[i].Instrument(p.X), s.local[i].Instrument(p.Y)
		x, y := ofX.Score, ofY.Score
		if firm(ofX, s.Settings()) {
			xs = append(xs, x.V)
		}
		if firm(ofY, s.Settings()) {
			ys = append(ys, y.V)
		}
		if !x.Known || !y.Known {
			p.Unplaced++
			continue
		}
		high, at = append(high, model.Some(x.V*y.V)), append(at, int32(i))
		p.Places = append(
			p.Places,
			Placed{
				Account:     a.ID,
				X:           x.V,
				Y:           y.V,
				OurX:        ourScore(inX, a.Ratings).Or(x.V),
				OurY:        ourScore(inY, a.Ratings).Or(y.V),
				Revenue:     s.local[i].Revenue,
				Provisional: !firm(ofX, s.Settings()) || !firm(ofY, s.Settings()),
			},
		)
	}
	if lens == SecondLens {
		cut := s.portfolio.Programme().FixedCut()
		p.CutX, p.CutY = cut, cut
		if s.portfolio.Programme().MedianCut {
			p.CutX, p.CutY = model.Median(xs).Or(cut), model.Median(ys).Or(cut)
		}
	}
	down := make([]Placed, 0, len(p.Places))
	for _, k := range ranking.Down(high, nil, func(k int32) string { return s.portfolio.OrderName(at[k]) }) {
		down = append(down, p.Places[k])
	}
	p.Places = down
	for i := range p.Places {
		q := &p.Places[i]
		q.Quadrant = quadrantOf(model.Some(q.Y), model.Some(q.X), p.CutY, p.CutX)
		if q.Provisional {
			p.Doubtful++
		} else {
			p.Counts[q.Quadrant]++
		}
	}
	return p
}

// ourScore is the score of an instrument without the customer's word, 0..100; unknown
// where we rated nothing.
func ourScore(in *model.Instrument, ratings map[model.FactorKey]model.Rating) model.Num {
	sum, known := 0, 0
	for i := range in.Factors {
		f := &in.Factors[i]
		if r, ok := ratings[f.Full()]; ok && r.Ours.Known() {
			sum, known = sum+f.Weight*r.Ours.Int(), known+f.Weight
		}
	}
	if known == 0 {
		return model.Num{}
	}
	return model.Some(100 * float64(sum) / float64(5*known))
}

// Said names where an account stands, with ? while that is provisional.
func (p *Plane) Said(x *Placed) string {
	if x.Provisional {
		return p.Word(x.Quadrant) + "?"
	}
	return p.Word(x.Quadrant)
}

// Word names a corner of the plane: a quadrant, or what the second lens advises.
func (p *Plane) Word(q Quadrant) string {
	if p.Lens == FirstLens {
		return words.Here(q.String())
	}
	return [...]string{QuadrantUnknown: words.T("score.unknown"), Partner: words.T("score.invest-growth"), Exposed: words.T("score.invest-selectively"), Leverage: words.T("score.manage-cash"), Transact: words.T("score.withdraw")}[q]
}
