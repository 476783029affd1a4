package edit

import (
	"maps"
	"slices"
	"strings"

	"accord/model"
	"accord/model/words"
)

// Change is one thing a planner does, named as they would say it. It carries
// what is needed and nothing else; its inverse is the patch turned round.
type Change interface {
	Label() words.Msg // what it does, in words for history and undo
	Where() Place
	Apply(*Draft) error
}

// Grouped changes with the same group are one undo when they follow each other
// at once; with slow, however long apart.
type Grouped interface {
	Group() (key string, slow bool)
}

// Imported changes come from a file rather than from keys.
type Imported interface{ Imported() bool }

// SetRating answers one factor for an account: our view, or the customer's.
type SetRating struct {
	Account  model.AccountID
	Factor   model.FactorKey
	Verified bool
	Level    model.Level
}

func (c SetRating) column() string {
	if c.Verified {
		return string(c.Factor) + ".verified"
	}
	return string(c.Factor)
}

// Label implements Change.
func (c SetRating) Label() words.Msg { return words.New("edit.rate", c.column(), c.Level) }

// Where implements Change.
func (c SetRating) Where() Place { return Place{c.Account, c.column()} }
func (c SetRating) Group() (string, bool) {
	return "rate " + string(c.Account) + c.column(), false
}

func (c SetRating) Apply(d *Draft) error {
	a, err := d.account(c.Account)
	if err != nil {
		return err
	}
	in, f := d.program().MethodPack().Factor(c.Factor)
	if f == nil {
		return model.Refuse(string(c.Factor), words.T("edit.see-accord-fields"), words.T("edit.method-pack-no-such-factor"))
	}
	if !in.Allows(c.Level) {
		return model.Refuse(string(c.Factor), "", words.T("edit.scale-runs-from", in.Min, in.Max))
	}
	r := a.Ratings[c.Factor]
	level := &r.Ours
	if c.Verified {
		level = &r.Verified
	}
	if *level == c.Level {
		return nil
	}
	*level = c.Level
	r.Date = d.today
	setRating(a, c.Factor, r)
	return nil
}

// setRating replaces a rating; one that says nothing any more is dropped, so
// that an answer taken back leaves the account as it was before.
func setRating(a *model.Account, k model.FactorKey, r model.Rating) {
	if !r.Ours.Known() && !r.Verified.Known() && r.Note == "" && r.Source == "" {
		r.Date = model.Date{}
	}
	m := maps.Clone(a.Ratings)
	if m == nil {
		m = map[model.FactorKey]model.Rating{}
	}
	if m[k] = r; r == (model.Rating{}) {
		delete(m, k)
	}
	if len(m) == 0 {
		m = nil
	}
	a.Ratings = m
}

// AddAccount adds an account. ID must be fresh.
type AddAccount struct {
	ID     model.AccountID
	Name   string
	Parent model.AccountID
}

// Label implements Change.
func (c AddAccount) Label() words.Msg { return words.New("edit.add-account", c.Name) }

// Where implements Change.
func (c AddAccount) Where() Place { return Place{Account: c.ID} }

func (c AddAccount) Apply(d *Draft) error {
	name, err := d.named(c.ID, c.Name)
	if err != nil {
		return err
	}
	if c.ID == "" || d.Peek(c.ID) != nil {
		return model.Refuse(words.T("edit.account-id"), "", words.T("edit.not-fresh-id", c.ID))
	}
	if c.Parent != "" && d.Peek(c.Parent) == nil {
		return model.Refuse("parent", words.T("edit.choose-account-exists"), words.T("edit.parent-account-gone"))
	}
	d.Put(c.ID, &model.Account{ID: c.ID, Name: name, Parent: c.Parent, Created: d.today})
	return nil
}

// CopyAccount duplicates an account under a new name: everything but its
// history, its source ids and its transactions.
type CopyAccount struct {
	ID   model.AccountID // fresh
	From model.AccountID
	Name string
}

// Label implements Change.
func (c CopyAccount) Label() words.Msg { return words.New("edit.duplicate-as", c.Name) }

// Where implements Change.
func (c CopyAccount) Where() Place { return Place{Account: c.ID} }

func (c CopyAccount) Apply(d *Draft) error {
	from := d.Peek(c.From)
	if from == nil {
		return model.Refuse("account", "", words.T("edit.there-no-such-account-duplicate"))
	}
	name, err := d.named(c.ID, c.Name)
	if err != nil {
		return err
	}
	a := *from
	a.ID, a.Name, a.Created, a.Sources, a.Transactions = c.ID, name, d.today, nil, nil
	a.Unshare() // what one customer may read another may not
	d.Put(c.ID, &a)
	return nil
}

// RemoveAccount deletes an account; its subsidiaries move up to its own parent.
type RemoveAccount struct {
	Account model.AccountID
	Name    string // for the label
}

// Label implements Change.
func (c RemoveAccount) Label() words.Msg { return words.New("edit.delete-account", c.Name) }

// Where implements Change.
func (c RemoveAccount) Where() Place { return Place{Account: c.Account} }

func (c RemoveAccount) Apply(d *Draft) error {
	a, err := d.account(c.Account)
	if err != nil {
		return err
	}
	var children []model.AccountID
	d.each(func(x *model.Account) {
		if x.Parent == a.ID {
			children = append(children, x.ID)
		}
	})
	for _, id := range children {
		child, err := d.account(id)
		if err != nil {
			return err
		}
		child.Parent = a.Parent
	}
	d.Put(a.ID, nil)
	return nil
}

// ImportAccounts puts whole accounts, and settings, in place: the result of
// reading a file. It fails if the portfolio moved on since the reader looked.
type ImportAccounts struct {
	Base      *model.Portfolio
	Accounts  []*model.Account
	Programme *model.Programme // nil: unchanged
	Remember  *model.Mapping   // what was said about the columns; nil: nothing new
	Title     words.Msg
}

// Label implements Change.
func (c ImportAccounts) Label() words.Msg { return c.Title }

// Where implements Change.
func (c ImportAccounts) Where() Place {
	if len(c.Accounts) > 0 {
		return Place{Account: c.Accounts[0].ID}
	}
	return Place{}
}

func (c ImportAccounts) Imported() bool { return true }

func (c ImportAccounts) Apply(d *Draft) error {
	for _, a := range c.Accounts {
		if c.Base.Account(a.ID) != d.Base.Account(a.ID) {
			return model.Refuse("import", words.T("edit.look-at-preview-again"), words.T("edit.changed-since-preview", a.Name))
		}
		if strings.TrimSpace(a.Name) == "" {
			return model.Refuse("name", "", words.T("edit.account-needs-name"))
		}
		d.Put(a.ID, a)
	}
	if err := d.uniqueNames(); err != nil {
		return err
	}
	for _, a := range c.Accounts {
		switch parent := d.Peek(a.Parent); {
		case a.Parent != "" && parent == nil:
			return model.Refuse("parent", "", words.T("edit.parent-missing", a.Name))
		case d.descends(parent, a.ID):
			return model.Refuse("parent", "", words.T("edit.would-own-parent", a.Name))
		}
	}
	if c.Programme != nil {
		*d.Settings() = *c.Programme
	}
	if c.Remember != nil {
		d.Settings().Mappings = model.Remember(d.program().Mappings, *c.Remember)
	}
	return nil
}

// AddMember adds one of our people.
type AddMember struct {
	ID       model.MemberID
	Name     string
	Function model.Function
}

// Label implements Change.
func (c AddMember) Label() words.Msg { return words.New("edit.add-our-team", c.Name) }

// Where implements Change.
func (c AddMember) Where() Place { return Place{Field: string(c.ID)} }

func (c AddMember) Apply(d *Draft) error {
	name := strings.TrimSpace(c.Name)
	if name == "" {
		return model.Refuse("name", words.T("edit.type-persons-name"), words.T("edit.member-our-team-needs-name"))
	}
	g := d.Settings()
	same := model.SameAs(name)
	for i := range g.Team {
		if same(g.Team[i].Name) {
			return model.Refuse(
				"name",
				words.T("edit.choose-them-where-people-listed"),
				words.T("edit.our-team-already", g.Team[i].Name),
			)
		}
	}
	g.Team = model.Put(g.Team, model.Member{ID: c.ID, Name: name, Function: c.Function})
	return nil
}

// RemoveMember takes one of ours off the team, with their ties everywhere.
type RemoveMember struct {
	ID   model.MemberID
	Name string
}

// Label implements Change.
func (c RemoveMember) Label() words.Msg { return words.New("edit.remove-from-our-team", c.Name) }

// Where implements Change.
func (c RemoveMember) Where() Place { return Place{Field: string(c.ID)} }

func (c RemoveMember) Apply(d *Draft) error {
	g := d.Settings()
	g.Team = model.Without(g.Team, c.ID)
	var touched []model.AccountID
	d.each(func(a *model.Account) {
		if a.Manager == c.ID || a.Sponsor == c.ID ||
			slices.ContainsFunc(a.Ties, func(t model.Tie) bool { return t.Ours == c.ID }) {
			touched = append(touched, a.ID)
		}
	})
	for _, id := range touched {
		a, err := d.account(id)
		if err != nil {
			return err
		}
		if a.Manager == c.ID {
			a.Manager = ""
		}
		if a.Sponsor == c.ID {
			a.Sponsor = ""
		}
		a.Ties = slices.DeleteFunc(slices.Clone(a.Ties), func(t model.Tie) bool { return t.Ours == c.ID })
	}
	return nil
}
