package edit

import (
	"strings"

	"accord/model"
)

// AddCell puts an offering in a unit of the customer on the whitespace grid.
type AddCell struct {
	Account        model.AccountID
	ID             model.CellID
	Unit, Offering string
}

// Label implements Change.
func (c AddCell) Label() string { return "add " + c.Offering + " in " + c.Unit }

// Where implements Change.
func (c AddCell) Where() Place { return Place{c.Account, string(c.ID)} }

func (c AddCell) Apply(d *Draft) error {
	a, err := d.account(c.Account)
	if err != nil {
		return err
	}
	unit, offering := strings.TrimSpace(c.Unit), strings.TrimSpace(c.Offering)
	if unit == "" || offering == "" {
		return model.Refuse("cell", "Name the part of the customer and the offering.", "needs a unit and an offering")
	}
	for _, x := range a.Cells {
		if strings.EqualFold(x.Unit, unit) && strings.EqualFold(x.Offering, offering) {
			return model.Refuse("cell", "Change that one.", "%s in %s is on the grid already", x.Offering, x.Unit)
		}
	}
	a.Cells = model.Put(a.Cells, model.Cell{ID: c.ID, Unit: unit, Offering: offering})
	return nil
}
