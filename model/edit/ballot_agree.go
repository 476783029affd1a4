package edit

import (
	"cmp"
	"slices"
	"strings"

	"accord/model"
	"accord/model/words"
)

// Agree takes a level over as the account's rating, with the marks as its source so
// that it can be told later how it came about.
type Agree struct {
	Ballot  model.BallotID
	Account model.AccountID
	Factor  model.FactorKey
	Level   model.Level
	Name    string // of the question, for the label
}

// Label implements Change.
func (c Agree) Label() words.Msg { return words.New("edit.agreed", c.asked(), c.Level.String()) }

// asked is the question in a word or two.
func (c Agree) asked() string {
	_, key, _ := strings.Cut(string(c.Factor), ".")
	return cmp.Or(c.Name, strings.ReplaceAll(key, "_", " "))
}

// Where implements Change.
func (c Agree) Where() Place { return Place{Account: c.Account, Field: string(c.Factor)} }

func (c Agree) Apply(d *Draft) error {
	g := d.Settings()
	b := g.Ballot(c.Ballot)
	if b == nil || b.Open() || !slices.Contains(b.Accounts, c.Account) {
		return model.Refuse(words.T("edit.blind-rating"), "", words.T("edit.there-no-finished-blind-rating"))
	}
	rating := SetRating{Account: c.Account, Factor: c.Factor, Verified: b.Verified, Level: c.Level}
	if err := rating.Apply(d); err != nil {
		return err
	}
	a, err := d.account(c.Account)
	if err != nil {
		return err
	}
	r := a.Ratings[c.Factor]
	r.Source = r.SourceWith(b.Verified, words.T("edit.blind-rating-2", d.today.String(), b.Words(c.Account, c.Factor)))
	setRating(a, c.Factor, r)
	g.Ballots = model.Put(g.Ballots, b.With(c.Account, model.Together, c.Factor, c.Level))
	return nil
}

// Agreements are several that all agreed on with one key.
type Agreements []Agree

// Label implements Change.
func (c Agreements) Label() words.Msg {
	if len(c) == 1 {
		return c[0].Label()
	}
	return words.New("edit.agreed-medians", len(c))
}

// Where implements Change.
func (c Agreements) Where() Place {
	if len(c) == 0 {
		return Place{}
	}
	return c[0].Where()
}

func (c Agreements) Apply(d *Draft) error {
	for _, one := range c {
		if err := one.Apply(d); err != nil {
			return err
		}
	}
	return nil
}
