package model

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// Between is the patch that leads from one portfolio to another: every account
// and setting that is not the same.
func Between(from, to *Portfolio) *Patch {
	p := &Patch{Programme: to.programme}
	add := func(was, is *Account) {
		if was != is && !reflect.DeepEqual(was, is) {
			p.Before, p.After = append(p.Before, was), append(p.After, is)
		}
	}
	for _, a := range from.accounts {
		add(a, to.Account(a.ID))
	}
	for _, a := range to.accounts {
		if from.Account(a.ID) == nil {
			add(nil, a)
		}
	}
	if !reflect.DeepEqual(from.programme, to.programme) {
		p.ProgrammeBefore, p.ProgrammeAfter = from.programme, to.programme
	}
	return p
}

// Restore brings back what was there at another moment: everything, one account,
// or one part of it. It is a change like any other.
type Restore struct {
	From    *Portfolio
	Moment  string    // how people call the moment
	Account AccountID // "" is every account and the settings
	Part    string    // one of RestoreParts, "" is the whole account
}

// Label implements Change.
func (c Restore) Label() string {
	if c.Part != "" {
		return fmt.Sprintf("restore %s from %s", c.Part, c.Moment)
	}
	return "restore " + c.Moment
}

// Where implements Change.
func (c Restore) Where() Place { return Place{Account: c.Account} }

// restorePart is a part of an account that can be restored alone.
type restorePart struct {
	key  string
	copy func(to, from *Account)
}

var restoreParts = []restorePart{
	{"map", func(to, from *Account) {
		to.Seats, to.Persons, to.Ties, to.Edges = from.Seats, from.Persons, from.Ties, from.Edges
	}},
	{"figures", func(to, from *Account) { to.Years, to.Transactions = from.Years, from.Transactions }},
	{"whitespace", func(to, from *Account) { to.Cells = from.Cells }},
	{"customer", func(to, from *Account) { to.Insights = from.Insights }},
	{"value", func(to, from *Account) { to.Values = from.Values }},
	{"competitors", func(to, from *Account) { to.Competitors = from.Competitors }},
	{"focus", func(to, from *Account) { to.Focus = from.Focus }},
	{"charter", func(to, from *Account) { to.Charter, to.StageTarget = from.Charter, from.StageTarget }},
	{"swot", func(to, from *Account) { to.Points = from.Points }},
	{"objectives", func(to, from *Account) { to.Objectives = from.Objectives }},
	{"actions", func(to, from *Account) { to.Actions = from.Actions }},
	{"risks", func(to, from *Account) { to.Risks = from.Risks }},
	{"decisions", func(to, from *Account) { to.Decisions = from.Decisions }},
	{"reviews", func(to, from *Account) { to.Reviews = from.Reviews }},
	{"notes", func(to, from *Account) { to.Notes = from.Notes }},
}

// RestoreParts are the parts of an account that can be restored alone: those of
// the plan and the map, and the instruments of the method pack.
func RestoreParts(g *Programme) []string {
	var out []string
	for _, in := range g.MethodPack().Instruments {
		out = append(out, in.Key)
	}
	for _, p := range restoreParts {
		out = append(out, p.key)
	}
	return out
}

func (c Restore) apply(d *draft) error {
	if c.Account == "" {
		return c.everything(d)
	}
	then := c.From.Account(c.Account)
	switch {
	case then == nil && c.Part != "":
		return problem("moment", "Choose a later moment.", "the account was not there yet")
	case then == nil:
		return problem("moment", "Delete the account instead, if that is meant.", "the account was not there yet")
	case c.Part != "":
		return c.part(d, then)
	}
	a := *then
	if d.peek(a.Parent) == nil {
		a.Parent = ""
	}
	if d.descends(d.peek(a.Parent), a.ID) {
		a.Parent = ""
	}
	if _, err := d.named(a.ID, a.Name); err != nil {
		return err
	}
	a.tidy(d.program())
	d.put(a.ID, &a)
	return nil
}

func (c Restore) everything(d *draft) error {
	for _, a := range d.base.accounts {
		if c.From.Account(a.ID) == nil {
			d.put(a.ID, nil)
		}
	}
	for _, a := range c.From.accounts {
		d.put(a.ID, a)
	}
	*d.settings() = *c.From.programme
	return nil
}

func (c Restore) part(d *draft, then *Account) error {
	a, err := d.account(c.Account)
	if err != nil {
		return err
	}
	if i := slices.IndexFunc(restoreParts, func(p restorePart) bool { return p.key == c.Part }); i >= 0 {
		restoreParts[i].copy(a, then)
	} else if d.program().MethodPack().Instrument(c.Part) != nil {
		a.Ratings = ratingsRestored(a.Ratings, then.Ratings, c.Part+".")
	} else {
		return problem("part", "Choose one of "+strings.Join(RestoreParts(d.program()), ", ")+".", "%q is no part of an account", c.Part)
	}
	a.tidy(d.program())
	return nil
}

// ratingsRestored takes the ratings of one instrument from then, the others from
// now.
func ratingsRestored(now, then map[FactorKey]Rating, prefix string) map[FactorKey]Rating {
	out := map[FactorKey]Rating{}
	for k, r := range now {
		if !strings.HasPrefix(string(k), prefix) {
			out[k] = r
		}
	}
	for k, r := range then {
		if strings.HasPrefix(string(k), prefix) {
			out[k] = r
		}
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

// tidy drops references to what is not there.
func (a *Account) tidy(g *Programme) {
	for _, id := range []*MemberID{&a.Manager, &a.Sponsor} {
		if g.Member(*id) == nil {
			*id = ""
		}
	}
	who := NewDirectory(a)
	a.Ties = kept(a.Ties, func(t Tie) bool { return g.Member(t.Ours) != nil && who.Person(t.Theirs) != nil })
	for _, o := range a.Objectives {
		was := o
		o.Cites, o.Uses = there(a.Points, o.Cites), there(a.Points, o.Uses)
		if o != was {
			a.Objectives = put(a.Objectives, o)
		}
	}
	for _, x := range a.Actions {
		was := x
		x.Objective, x.After, x.Person, x.Value = there(a.Objectives, x.Objective), there(a.Actions, x.After), there(a.Persons, x.Person), there(a.Values, x.Value)
		if x != was {
			a.Actions = put(a.Actions, x)
		}
	}
	for _, x := range a.Decisions {
		was := x
		if x.Review = there(a.Reviews, x.Review); x != was {
			a.Decisions = put(a.Decisions, x)
		}
	}
}

// there is an id that is in a list, else none.
func there[ID ~string, T entity[ID]](list []T, id ID) ID {
	if indexOf(list, id) < 0 {
		return ""
	}
	return id
}

// kept is the list without those that do not stay; one that loses nothing is the
// same list.
func kept[T any](list []T, stays func(T) bool) []T {
	if !slices.ContainsFunc(list, func(x T) bool { return !stays(x) }) {
		return list
	}
	out := slices.DeleteFunc(slices.Clone(list), func(x T) bool { return !stays(x) })
	if len(out) == 0 {
		return nil
	}
	return out
}
