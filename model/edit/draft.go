package edit

import (
	"reflect"
	"strings"

	"accord/model"
	"accord/model/words"
)

// Draft is where a change works: private copies of what it touches over a base
// that stays as it is. A change that fails leaves nothing behind.
type Draft struct {
	Base      *model.Portfolio
	today     model.Date
	newID     func() string
	programme *model.Programme // private copy once touched, else nil
	ids       []model.AccountID
	copies    map[model.AccountID]*model.Account // nil value: removed
	known     map[string]bool                    // texts of the base, once asked for
}

func NewDraft(p *model.Portfolio, today model.Date, newID func() string) *Draft {
	return &Draft{Base: p, today: today, newID: newID, copies: map[model.AccountID]*model.Account{}}
}

// Do lets a change work, with its texts cleaned and what it wrote guarded; it gives
// the change as it was done.
func (d *Draft) Do(c Change) (Change, error) {
	c, err := cleaned(c)
	if err == nil {
		err = c.Apply(d)
	}
	if err == nil {
		err = d.guard(c)
	}
	return c, err
}

func (d *Draft) Put(id model.AccountID, a *model.Account) {
	if _, seen := d.copies[id]; !seen {
		d.ids = append(d.ids, id)
	}
	d.copies[id] = a
}

// account returns a copy of the account for the change to work on. Slices and
// maps in it are still shared with the base: replace them, never write into them.
func (d *Draft) account(id model.AccountID) (*model.Account, error) {
	if a, ok := d.copies[id]; ok && a != nil {
		return a, nil
	}
	a := d.Base.Account(id)
	if _, removed := d.copies[id]; removed || a == nil {
		return nil, model.Refuse(
			"account",
			words.T("edit.may-been-deleted-undo-brings"),
			words.T("edit.there-no-account", id),
		)
	}
	c := *a
	d.Put(id, &c)
	return &c, nil
}

// Peek returns the account as the draft has it now, without copying it.
func (d *Draft) Peek(id model.AccountID) *model.Account {
	if a, ok := d.copies[id]; ok {
		return a
	}
	return d.Base.Account(id)
}

// each calls f with every account as the draft has it now.
func (d *Draft) each(f func(*model.Account)) {
	for _, a := range d.Base.Accounts() {
		if b := d.Peek(a.ID); b != nil {
			f(b)
		}
	}
	for _, id := range d.ids {
		if a := d.copies[id]; a != nil && d.Base.Account(id) == nil {
			f(a)
		}
	}
}

// descends reports whether a is id itself or one of its subsidiaries. A circle
// that is in the data already ends the walk.
func (d *Draft) descends(a *model.Account, id model.AccountID) bool {
	seen := map[model.AccountID]bool{}
	for a != nil && !seen[a.ID] {
		if a.ID == id {
			return true
		}
		seen[a.ID] = true
		a = d.Peek(a.Parent)
	}
	return false
}

// Settings returns a copy of the programme for the change to work on.
func (d *Draft) Settings() *model.Programme {
	if d.programme == nil {
		c := *d.Base.Programme()
		d.programme = &c
	}
	return d.programme
}

// program returns the programme as the draft has it now.
func (d *Draft) program() *model.Programme {
	if d.programme != nil {
		return d.programme
	}
	return d.Base.Programme()
}

// named refuses an empty name and one that another account already has.
func (d *Draft) named(id model.AccountID, name string) (string, error) {
	name = strings.Join(strings.Fields(name), " ")
	if name == "" {
		return "", model.Refuse("name", words.T("edit.type-customers-name"), words.T("edit.account-needs-name"))
	}
	var twin *model.Account
	same := model.SameAs(name)
	d.each(func(a *model.Account) {
		if a.ID != id && same(a.Name) {
			twin = a
		}
	})
	if twin != nil {
		return "", model.Refuse(
			"name",
			words.T("edit.give-one-them-another-name"),
			words.T("edit.there-already-account-called", twin.Name),
		)
	}
	return name, nil
}

// uniqueNames refuses two accounts of one name; it looks at all of them once. Two that
// were called so before are left alone.
func (d *Draft) uniqueNames() error {
	seen := make(map[string]*model.Account, d.Base.Len())
	var twin string
	renamed := func(a *model.Account) bool {
		before := d.Base.Account(a.ID)
		return before == nil || before != a && before.Name != a.Name
	}
	d.each(func(a *model.Account) {
		name := model.SameName(a.Name)
		if other := seen[name]; other != nil && twin == "" &&
			(renamed(a) || renamed(other) || strings.EqualFold(a.Name, other.Name)) {
			twin = a.Name
		}
		seen[name] = a
	})
	if twin != "" {
		return model.Refuse(
			"name",
			words.T("edit.give-one-them-another-name"),
			words.T("edit.there-would-two-accounts-called", twin),
		)
	}
	return nil
}

// Patch compares the draft with its base; what did not really change is left out.
func (d *Draft) Patch() *Patch {
	p := new(Patch)
	for _, id := range d.ids {
		before, after := d.Base.Account(id), d.copies[id]
		if after != nil {
			model.Tidy(after)
		}
		if before == nil && after == nil || before != nil && after != nil && reflect.DeepEqual(before, after) {
			continue
		}
		p.Before = append(p.Before, before)
		p.After = append(p.After, after)
	}
	if d.programme != nil {
		model.Tidy(d.programme)
	}
	if d.programme != nil && !reflect.DeepEqual(d.programme, d.Base.Programme()) {
		p.ProgrammeBefore, p.ProgrammeAfter = d.Base.Programme(), d.programme
	}
	return p
}

// Account lets a draft answer for links between accounts.
func (d *Draft) Account(id model.AccountID) *model.Account { return d.Peek(id) }
