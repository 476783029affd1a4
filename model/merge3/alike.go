package merge3

import (
	"reflect"
	"slices"
	"strings"
	"unicode"

	"accord/model"
	"accord/model/words"
)

// alike gives their portfolio with our ids for what both sides added separately
// and what is the same all the same: accounts of one source id or name, members and
// people of one address or name, and what joins them. notes say which accounts.
func alike(base, mine, theirs *model.Portfolio) (*model.Portfolio, []string) {
	ids := idMap{}
	members := pairs(base.Programme().Team, mine.Programme().Team, theirs.Programme().Team, sameMember)
	accounts := pairs(listOf(base), listOf(mine), listOf(theirs), sameAccount)
	into(ids, members)
	into(ids, accounts)
	var notes []string
	for _, t := range theirs.Accounts() {
		if a := mine.Account(accounts[t.ID]); a != nil {
			notes = append(notes, words.T("merge3.added-both-sides-they-one", a.Name))
		}
	}
	list := make([]*model.Account, len(theirs.Accounts()))
	for i, t := range theirs.Accounts() {
		own := ids
		if m := mine.Account(model.AccountID(ids.of(reflect.ValueOf(t.ID)))); m != nil {
			own = peopleAlike(ids, base.Account(m.ID), m, t)
		}
		if list[i] = t; len(own) > 0 {
			c := own.translate(reflect.ValueOf(*t)).Interface().(model.Account)
			list[i] = &c
		}
	}
	g := theirs.Programme()
	if len(ids) > 0 {
		c := ids.translate(reflect.ValueOf(*g)).Interface().(model.Programme)
		c.Pack, g = g.Pack, &c
	}
	return model.Assemble(g, list), notes
}

// peopleAlike adds the people, seats, ties, relations and cells that both added to
// one account.
func peopleAlike(ids idMap, base, mine, theirs *model.Account) idMap {
	if base == nil {
		base = new(model.Account)
	}
	own := idMap{}
	for t, m := range ids {
		own[t] = m
	}
	into(own, pairs(base.Persons, mine.Persons, theirs.Persons, samePerson))
	tr := func(v any) string { return own.of(reflect.ValueOf(v)) }
	into(own, pairs(base.Seats, mine.Seats, theirs.Seats, func(m, t model.Seat) bool {
		return string(m.Person) == tr(t.Person) &&
			(m.Person != "" || folded(m.Title) != "" && folded(m.Title) == folded(t.Title) && folded(m.Unit) == folded(t.Unit))
	}))
	into(
		own,
		pairs(
			base.Ties,
			mine.Ties,
			theirs.Ties,
			func(m, t model.Tie) bool { return string(m.Ours) == tr(t.Ours) && string(m.Theirs) == tr(t.Theirs) },
		),
	)
	into(own, pairs(base.Edges, mine.Edges, theirs.Edges, func(m, t model.Edge) bool {
		return m.Kind == t.Kind && string(m.From) == tr(t.From) && string(m.To) == tr(t.To)
	}))
	into(own, pairs(base.Cells, mine.Cells, theirs.Cells, func(m, t model.Cell) bool {
		return folded(m.Unit) == folded(t.Unit) && folded(m.Offering) == folded(t.Offering)
	}))
	return own
}

func listOf(p *model.Portfolio) []*model.Account { return p.Accounts() }

// pairs finds for what they added what we added and is the same: their id to ours.
// Each is the same as one only.
func pairs[ID ~string, T model.Entity[ID]](base, mine, theirs []T, alike func(m, t T) bool) map[ID]ID {
	known := map[ID]bool{}
	for _, x := range base {
		known[x.Ident()] = true
	}
	ours, others := map[ID]bool{}, map[ID]bool{}
	for _, x := range mine {
		ours[x.Ident()] = true
	}
	for _, x := range theirs {
		others[x.Ident()] = true
	}
	free := slices.DeleteFunc(slices.Clone(mine), func(x T) bool { return known[x.Ident()] || others[x.Ident()] })
	out := map[ID]ID{}
	for _, t := range theirs {
		if known[t.Ident()] || ours[t.Ident()] {
			continue
		}
		if i := slices.IndexFunc(free, func(m T) bool { return alike(m, t) }); i >= 0 {
			out[t.Ident()] = free[i].Ident()
			free = slices.Delete(free, i, i+1)
		}
	}
	return out
}

func sameAccount(m, t *model.Account) bool {
	return sameSource(m.Sources, t.Sources) || folded(m.Name) == folded(t.Name) && folded(m.Name) != ""
}

func sameMember(m, t model.Member) bool {
	return sameSource(m.Sources, t.Sources) || m.Email != "" && strings.EqualFold(m.Email, t.Email) ||
		folded(m.Name) == folded(t.Name) && folded(m.Name) != ""
}

func samePerson(m, t model.Person) bool {
	return sameSource(m.Sources, t.Sources) || m.Email != "" && strings.EqualFold(m.Email, t.Email) ||
		folded(m.Name) == folded(t.Name) && folded(m.Name) != ""
}

func sameSource(a, b []model.SourceID) bool {
	return slices.ContainsFunc(a, func(x model.SourceID) bool {
		return slices.ContainsFunc(
			b,
			func(y model.SourceID) bool { return x.ID != "" && x.ID == y.ID && x.System == y.System },
		)
	})
}

// folded is a name without case, spaces and punctuation.
func folded(s string) string {
	return strings.Map(func(r rune) rune {
		if (unicode.IsLetter(r) || unicode.IsDigit(r)) && !model.Invisible(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// idMap gives ids of a type for others.
type idMap map[reflect.Type]map[string]string

func into[ID ~string](m idMap, pairs map[ID]ID) {
	if len(pairs) == 0 {
		return
	}
	all := map[string]string{}
	for theirs, ours := range pairs {
		all[string(theirs)] = string(ours)
	}
	m[reflect.TypeFor[ID]()] = all
}

func (m idMap) of(v reflect.Value) string {
	if id, ok := m[v.Type()][v.String()]; ok {
		return id
	}
	return v.String()
}

// translate is a copy of a value with the ids of the map in it.
func (m idMap) translate(v reflect.Value) reflect.Value {
	switch v.Kind() {
	case reflect.String:
		if id, ok := m[v.Type()][v.String()]; ok {
			out := reflect.New(v.Type()).Elem()
			out.SetString(id)
			return out
		}
	case reflect.Struct:
		out := reflect.New(v.Type()).Elem()
		out.Set(v)
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && f.Type.Kind() != reflect.Map && f.Type.Kind() != reflect.Bool {
				out.Field(i).Set(m.translate(v.Field(i)))
			}
		}
		return out
	case reflect.Pointer:
		if !v.IsNil() {
			out := reflect.New(v.Type().Elem())
			out.Elem().Set(m.translate(v.Elem()))
			return out
		}
	case reflect.Slice:
		if v.IsNil() {
			return v
		}
		out := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		for i := range v.Len() {
			out.Index(i).Set(m.translate(v.Index(i)))
		}
		return out
	}
	return v
}
