package edit

import (
	"accord/model"
	"accord/model/words"
)

// Paste takes a block of cells over from a spreadsheet: all of it or none, as one
// edit.
type Paste struct {
	Account model.AccountID
	Title   words.Msg // "paste 40 × 12 into figures"
	Cells   []Change
}

// Label implements Change.
func (c Paste) Label() words.Msg { return c.Title }

// Where implements Change.
func (c Paste) Where() Place {
	if len(c.Cells) == 0 {
		return Place{Account: c.Account}
	}
	return c.Cells[0].Where()
}

func (c Paste) Apply(d *Draft) error {
	for _, one := range c.Cells {
		if err := one.Apply(d); err != nil {
			return err
		}
	}
	return nil
}
