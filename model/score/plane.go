package score

import (
	"cmp"
	"slices"
	"strings"

	"accord/model"
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
	name := func(id model.AccountID) string { return s.portfolio.OrderName(int32(s.portfolio.Index(id))) }
	var xs, ys []float64
	for i, a := range s.portfolio.Accounts() {
		if s.archived(i) {
			continue
		}
		ofX, ofY := OfInstrument(inX, a.Ratings), OfInstrument(inY, a.Ratings)
		x, y := ofX.Score, ofY.Score
		if firm(&ofX, s.Settings()) {
			xs = append(xs, x.V)
		}
		if firm(&ofY, s.Settings()) {
			ys = append(ys, y.V)
		}
		if !x.Known || !y.Known {
			p.Unplaced++
			continue
		}
		ours := ourRatings(a.Ratings)
		p.Places = append(
			p.Places,
			Placed{
				Account:     a.ID,
				X:           x.V,
				Y:           y.V,
				OurX:        OfInstrument(inX, ours).Score.Or(x.V),
				OurY:        OfInstrument(inY, ours).Score.Or(y.V),
				Revenue:     s.Local(a.ID).Revenue,
				Provisional: !firm(&ofX, s.Settings()) || !firm(&ofY, s.Settings()),
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
	slices.SortStableFunc(p.Places, func(a, b Placed) int {
		return cmp.Or(cmp.Compare(b.X*b.Y, a.X*a.Y), strings.Compare(name(a.Account), name(b.Account)))
	})
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

// ourRatings are ratings without the customer's word.
func ourRatings(all map[model.FactorKey]model.Rating) map[model.FactorKey]model.Rating {
	out := make(map[model.FactorKey]model.Rating, len(all))
	for k, r := range all {
		if r.Ours.Known() {
			r.Verified = model.UnknownLevel
			out[k] = r
		}
	}
	return out
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
	return [...]string{QuadrantUnknown: words.T("score.unknown"), Partner: words.T("score.invest-growth"), Exposed: words.T("score.invest-selectively"), Leverage: words.T("score.manage-cash"), Transact: "withdraw"}[q]
}
