package edit

import (
	"strconv"
	"strings"

	"accord/model"
	"accord/model/words"
)

// SetField writes one field of the registry from text a person typed.
// "-" and "" mean unknown.
type SetField struct {
	Ref   Ref
	Key   string
	Value string
	Entry uint64 // edits of one visit to a field share a number and are one undo; 0 for none
}

// Label implements Change.
func (c SetField) Label() words.Msg {
	return words.New("edit.set", c.Key)
}

// Where implements Change.
func (c SetField) Where() Place {
	if c.Ref.ID != "" {
		return Place{c.Ref.Account, c.Ref.ID}
	}
	return Place{c.Ref.Account, c.Key}
}

// Group joins all edits of one visit to a field, however slowly it is typed.
func (c SetField) Group() (string, bool) {
	if c.Entry == 0 {
		return "", false
	}
	return "entry " + strconv.FormatUint(c.Entry, 10), true
}

func (c SetField) Apply(d *Draft) error {
	f, err := FieldByKey(d.program(), c.Key)
	if err != nil {
		return err
	}
	if f.Of != c.Ref.Of {
		return model.Refuse(c.Key, "", words.T("edit.this-field-not", f.Of.One(), c.Ref.Of.One()))
	}
	value := c.Value
	if strings.TrimSpace(value) == "-" || strings.TrimSpace(value) == "–" {
		value = ""
	}
	r := &Record{Programme: d.program(), Portfolio: d, today: d.today}
	switch f.Of {
	case OfProgramme, OfMember:
		r.Programme = d.Settings()
	default:
		if r.Account, err = d.account(c.Ref.Account); err != nil {
			return err
		}
	}
	if !r.Resolve(c.Ref) {
		return model.Refuse(c.Key, words.T("edit.undo-brings-back"), words.T("edit.what-belongs-deleted"))
	}
	if f.Key == "name" {
		if value, err = d.named(c.Ref.Account, value); err != nil {
			return err
		}
	}
	r.detach()
	if err := f.set(r, value); err != nil {
		return err
	}
	r.store()
	return nil
}
