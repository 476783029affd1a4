package edit

import (
	"strings"

	"accord/model"
	"accord/model/words"
)

// AddCell puts an offering in a unit of the customer on the whitespace grid.
type AddCell struct {
	Account        model.AccountID
	ID             model.CellID
	Unit, Offering string
}

// Label implements Change.
func (c AddCell) Label() words.Msg { return words.New("edit.add-in", c.Offering, c.Unit) }

// Where implements Change.
func (c AddCell) Where() Place { return Place{c.Account, string(c.ID)} }

func (c AddCell) Apply(d *Draft) error {
	a, err := d.account(c.Account)
	if err != nil {
		return err
	}
	unit, offering := strings.TrimSpace(c.Unit), strings.TrimSpace(c.Offering)
	if unit == "" || offering == "" {
		return model.Refuse("cell", words.T("edit.name-part-customer-offering"), words.T("edit.needs-unit-offering"))
	}
	for _, x := range a.Cells {
		if strings.EqualFold(x.Unit, unit) && strings.EqualFold(x.Offering, offering) {
			return model.Refuse("cell", words.T("edit.change-one"), words.T("edit.grid-already", x.Offering, x.Unit))
		}
	}
	a.Cells = model.Put(a.Cells, model.Cell{ID: c.ID, Unit: unit, Offering: offering})
	return nil
}
