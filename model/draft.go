package model

import (
	"reflect"
	"strings"
)

// draft is where a change works: private copies of what it touches over a base
// that stays as it is. A change that fails leaves nothing behind.
type draft struct {
	base      *Portfolio
	today     Date
	newID     func() string
	programme *Programme // private copy once touched, else nil
	ids       []AccountID
	copies    map[AccountID]*Account // nil value: removed
	known     map[string]bool        // texts of the base, once asked for
}

func newDraft(p *Portfolio, today Date, newID func() string) *draft {
	return &draft{base: p, today: today, newID: newID, copies: map[AccountID]*Account{}}
}

// do lets a change work, with its texts cleaned and what it wrote guarded; it gives
// the change as it was done.
func (d *draft) do(c Change) (Change, error) {
	c, err := cleaned(c)
	if err == nil {
		err = c.apply(d)
	}
	if err == nil {
		err = d.guard(c)
	}
	return c, err
}

func (d *draft) put(id AccountID, a *Account) {
	if _, seen := d.copies[id]; !seen {
		d.ids = append(d.ids, id)
	}
	d.copies[id] = a
}

// account returns a copy of the account for the change to work on. Slices and
// maps in it are still shared with the base: replace them, never write into them.
func (d *draft) account(id AccountID) (*Account, error) {
	if a, ok := d.copies[id]; ok && a != nil {
		return a, nil
	}
	a := d.base.Account(id)
	if _, removed := d.copies[id]; removed || a == nil {
		return nil, problem("account", "It may have been deleted; undo brings it back.", "there is no account %q", id)
	}
	c := *a
	d.put(id, &c)
	return &c, nil
}

// peek returns the account as the draft has it now, without copying it.
func (d *draft) peek(id AccountID) *Account {
	if a, ok := d.copies[id]; ok {
		return a
	}
	return d.base.Account(id)
}

// each calls f with every account as the draft has it now.
func (d *draft) each(f func(*Account)) {
	for _, a := range d.base.accounts {
		if b := d.peek(a.ID); b != nil {
			f(b)
		}
	}
	for _, id := range d.ids {
		if a := d.copies[id]; a != nil && d.base.Account(id) == nil {
			f(a)
		}
	}
}

// descends reports whether a is id itself or one of its subsidiaries. A circle
// that is in the data already ends the walk.
func (d *draft) descends(a *Account, id AccountID) bool {
	seen := map[AccountID]bool{}
	for a != nil && !seen[a.ID] {
		if a.ID == id {
			return true
		}
		seen[a.ID] = true
		a = d.peek(a.Parent)
	}
	return false
}

// settings returns a copy of the programme for the change to work on.
func (d *draft) settings() *Programme {
	if d.programme == nil {
		c := *d.base.programme
		d.programme = &c
	}
	return d.programme
}

// program returns the programme as the draft has it now.
func (d *draft) program() *Programme {
	if d.programme != nil {
		return d.programme
	}
	return d.base.programme
}

// named refuses an empty name and one that another account already has.
func (d *draft) named(id AccountID, name string) (string, error) {
	name = strings.Join(strings.Fields(name), " ")
	if name == "" {
		return "", problem("name", "Type the customer's name.", "an account needs a name")
	}
	var twin *Account
	same := sameAs(name)
	d.each(func(a *Account) {
		if a.ID != id && same(a.Name) {
			twin = a
		}
	})
	if twin != nil {
		return "", problem("name", "Give one of them another name.", "there is already an account called %q", twin.Name)
	}
	return name, nil
}

// uniqueNames refuses two accounts of one name; it looks at all of them once. Two that
// were called so before are left alone.
func (d *draft) uniqueNames() error {
	seen := make(map[string]*Account, d.base.Len())
	var twin string
	renamed := func(a *Account) bool {
		before := d.base.Account(a.ID)
		return before == nil || before != a && before.Name != a.Name
	}
	d.each(func(a *Account) {
		name := SameName(a.Name)
		if other := seen[name]; other != nil && twin == "" && (renamed(a) || renamed(other) || strings.EqualFold(a.Name, other.Name)) {
			twin = a.Name
		}
		seen[name] = a
	})
	if twin != "" {
		return problem("name", "Give one of them another name.", "there would be two accounts called %q", twin)
	}
	return nil
}

// patch compares the draft with its base; what did not really change is left out.
func (d *draft) patch() *Patch {
	p := new(Patch)
	for _, id := range d.ids {
		before, after := d.base.Account(id), d.copies[id]
		if after != nil {
			tidy(after)
		}
		if before == nil && after == nil || before != nil && after != nil && reflect.DeepEqual(before, after) {
			continue
		}
		p.Before = append(p.Before, before)
		p.After = append(p.After, after)
	}
	if d.programme != nil {
		tidy(d.programme)
	}
	if d.programme != nil && !reflect.DeepEqual(d.programme, d.base.programme) {
		p.ProgrammeBefore, p.ProgrammeAfter = d.base.programme, d.programme
	}
	return p
}

// tidy makes every empty list and map of a record none at all, so that an edit and
// its opposite lead back to the same account, in memory and on the disk.
func tidy[T any](record *T) {
	v := reflect.ValueOf(record).Elem()
	for i := range v.NumField() {
		f := v.Field(i)
		if k := f.Kind(); (k == reflect.Slice || k == reflect.Map) && f.Len() == 0 && !f.IsNil() && f.CanSet() {
			f.SetZero()
		}
	}
}
