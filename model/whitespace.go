package model

// CellStatus is how an offering stands in one unit of the customer.
type CellStatus uint8

// The statuses of a cell of the whitespace grid (METHOD §3).
const (
	CellUnknown CellStatus = iota // nobody asked yet
	CellNotApplicable
	CellWhite
	CellPotential
	CellOpen // an open opportunity
	CellCurrent
	CellCompetitor
	CellLost
)

// Cell is one offering in one unit of the customer.
type Cell struct {
	ID          CellID     `json:"id"`
	Unit        string     `json:"unit"`
	Offering    string     `json:"offering"`
	Status      CellStatus `json:"status,omitzero"`
	Current     Money      `json:"current,omitzero"`   // what they buy a year
	Potential   Money      `json:"potential,omitzero"` // what they could buy a year, current included
	Probability Num        `json:"probability,omitzero"`
	Competitor  string     `json:"competitor,omitzero"`
}

// Applicable reports whether the offering could be sold there at all, as far as
// anybody knows.
func (c *Cell) Applicable() bool { return c.Status > CellNotApplicable }

// Tally is what a row, a column or all of a whitespace grid comes to.
type Tally struct {
	Applicable  int     // cells with a known status other than not applicable
	Won         int     // of them, current
	Current     float64 // Σ current, reporting currency
	Gap         float64 // Σ potential − current where both are known
	Future      float64 // Σ current + Σ gap · probability
	Penetration Num     // won / applicable, 0..1; unknown without an applicable cell
}

// Grid is the whitespace of an account: units × offerings with totals on both edges.
type Grid struct {
	Units, Offerings   []string // in the order they first appear
	ByUnit, ByOffering []Tally
	Total              Tally
}

// Whitespace adds up the grid of an account (METHOD §3). A cell that is not
// applicable counts nowhere; an amount that is unknown adds nothing; a gap is
// known where potential is, current then counting as 0 while unknown, because a
// cell we do not sell into has no current. A gap without a probability adds
// nothing to the future potential. year chooses the rates.
func Whitespace(a *Account, g *Programme, year int) Grid {
	var out Grid
	unit, offering := map[string]int{}, map[string]int{}
	for i := range a.Cells {
		c := &a.Cells[i]
		u, ok := unit[c.Unit]
		if !ok {
			u = len(out.Units)
			unit[c.Unit] = u
			out.Units, out.ByUnit = append(out.Units, c.Unit), append(out.ByUnit, Tally{})
		}
		o, ok := offering[c.Offering]
		if !ok {
			o = len(out.Offerings)
			offering[c.Offering] = o
			out.Offerings, out.ByOffering = append(out.Offerings, c.Offering), append(out.ByOffering, Tally{})
		}
		for _, t := range []*Tally{&out.ByUnit[u], &out.ByOffering[o], &out.Total} {
			t.add(c, g, year)
		}
	}
	for i := range out.ByUnit {
		out.ByUnit[i].finish()
	}
	for i := range out.ByOffering {
		out.ByOffering[i].finish()
	}
	out.Total.finish()
	return out
}

func (t *Tally) add(c *Cell, g *Programme, year int) {
	if !c.Applicable() {
		return
	}
	t.Applicable++
	if c.Status == CellCurrent {
		t.Won++
	}
	current, potential := Amount(c.Current, g, year), Amount(c.Potential, g, year)
	t.Current += current.Or(0)
	t.Future += current.Or(0)
	if potential.Known {
		gap := potential.V - current.Or(0)
		t.Gap += gap
		t.Future += gap * c.Probability.Or(0)
	}
}

func (t *Tally) finish() { t.Penetration = Ratio(float64(t.Won), float64(t.Applicable)) }
