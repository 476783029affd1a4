package edit

import "accord/model/words"

// Together is several changes made as one: all or none, one undo.
type Together []Change

// Label implements Change: what the first one says.
func (c Together) Label() words.Msg {
	if len(c) == 0 {
		return words.New("edit.nothing")
	}
	return c[0].Label()
}

// Where implements Change.
func (c Together) Where() Place {
	if len(c) == 0 {
		return Place{}
	}
	return c[0].Where()
}

func (c Together) Apply(d *Draft) error {
	for _, one := range c {
		if err := one.Apply(d); err != nil {
			return err
		}
	}
	return nil
}
