package edit

import (
	"strings"

	"accord/model"
	"accord/model/words"
)

// AddItem adds an insight, a value line, a point of the SWOT, a risk, a decision
// or a review to an account plan. Everything else about it is a field.
type AddItem struct {
	Account model.AccountID
	Of      EntityKind // OfInsight, OfValue, OfPoint, OfRisk, OfDecision or OfReview
	ID      string
	Text    string
}

// Label implements Change.
func (c AddItem) Label() words.Msg { return words.New("edit.add", words.WordOf(c.Of.String())) }

// Where implements Change.
func (c AddItem) Where() Place { return Place{c.Account, c.ID} }

func (c AddItem) Apply(d *Draft) error {
	a, err := d.account(c.Account)
	if err != nil {
		return err
	}
	text := strings.TrimSpace(c.Text)
	if text == "" {
		return model.Refuse(words.Here(c.Of.String()), words.T("edit.say-few-words-what"), words.T("edit.needs-words"))
	}
	l := ListOf(c.Of)
	if l == nil || l.add == nil {
		return model.Refuse(words.Here(c.Of.String()), "", words.T("edit.not-added-this-way"))
	}
	l.add(a, c.ID, text, d.today)
	return nil
}

// RemoveItem deletes what AddItem adds; an objective that cited a deleted point
// stays and cites none.
type RemoveItem struct {
	Account model.AccountID
	Of      EntityKind
	ID      string
}

// Label implements Change.
func (c RemoveItem) Label() words.Msg { return words.New("edit.delete", words.WordOf(c.Of.String())) }

// Where implements Change.
func (c RemoveItem) Where() Place { return Place{c.Account, c.ID} }

func (c RemoveItem) Apply(d *Draft) error {
	a, err := d.account(c.Account)
	if err != nil {
		return err
	}
	l := ListOf(c.Of)
	if l == nil || l.remove == nil {
		return model.Refuse(words.Here(c.Of.String()), "", words.T("edit.not-deleted-this-way"))
	}
	l.remove(a, c.ID)
	a.Tidy(d.program()) // an objective that cited a deleted point stays and cites none
	return nil
}
