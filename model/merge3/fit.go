package merge3

import (
	"fmt"
	"reflect"
	"slices"

	"accord/model"
	"accord/model/edit"
)

// account merges one account; nil when it is not there afterwards.
func (j *joiner) account(id model.AccountID) *model.Account {
	at := spot{key: string(id), ref: edit.AccountRef(id)}
	v := three{valueOf(j.base.Account(id)), valueOf(j.mine.Account(id)), valueOf(j.theirs.Account(id))}
	out := j.presence(at, v)
	if !out.IsValid() {
		return nil
	}
	for _, p := range []*model.Portfolio{j.mine, j.theirs} { // one that is the same stays the same
		if a := p.Account(id); a != nil && reflect.DeepEqual(out.Interface(), *a) {
			return a
		}
	}
	a := out.Interface().(model.Account)
	j.superiors(&a)
	return &a
}

// valueOf is what a pointer points at, or no value.
func valueOf[T any](p *T) reflect.Value {
	if p == nil {
		return reflect.Value{}
	}
	return reflect.ValueOf(p).Elem()
}

func (j *joiner) programme() *model.Programme {
	at := spot{key: "programme", ref: edit.Ref{Of: edit.OfProgramme}, prefix: "programme."}
	out := j.members(at, three{valueOf(j.base.Programme()), valueOf(j.mine.Programme()), valueOf(j.theirs.Programme())})
	g := out.Interface().(model.Programme)
	if reflect.DeepEqual(&g, j.mine.Programme()) {
		return j.mine.Programme()
	}
	return &g
}

// side is the portfolio of one side.
func (j *joiner) side(s MergeSide) *model.Portfolio {
	if s == TakeTheirs {
		return j.theirs
	}
	return j.mine
}

// newRefs are the things that a side refers to since the beginning, in an account,
// or anywhere for things that are not of one: "PersonID" and the id.
func (j *joiner) newRefs(account model.AccountID, side MergeSide) map[string]bool {
	key := fmt.Sprint(account, " ", side)
	if all, known := j.news[key]; known {
		return all
	}
	out := map[string]bool{}
	scan := func(before, after *model.Account) {
		was := map[string]bool{}
		if before != nil {
			refs(reflect.ValueOf(before), "", func(from, to string) { was[from+" → "+to] = true })
		}
		refs(reflect.ValueOf(after), "", func(from, to string) {
			if !was[from+" → "+to] {
				out[to] = true
			}
		})
	}
	for _, a := range j.side(side).Accounts() {
		if before := j.base.Account(a.ID); before != a && (account == "" || a.ID == account || a.Parent == account) {
			scan(before, a)
		}
	}
	if j.news == nil {
		j.news = map[string]map[string]bool{}
	}
	j.news[key] = out
	return out
}

// refs calls found with everything a value refers to, and from where.
func refs(v reflect.Value, from string, found func(from, to string)) {
	switch {
	case isID(v.Type()):
		if v.Len() > 0 {
			found(from, v.Type().Name()+" "+v.String())
		}
	case v.Type() == reflect.TypeFor[[]model.Tenure](): // who sat there once may be gone
	case v.Kind() == reflect.Pointer && !v.IsNil():
		refs(v.Elem(), from, found)
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && f.Name != "ID" {
				refs(v.Field(i), from+"."+f.Name, found)
			}
		}
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			id, _ := identity(v.Index(i))
			refs(v.Index(i), from+"."+id, found)
		}
	}
}

// superiors breaks circles that two moves make together: on them everybody reports
// to whom the chosen side has above them.
func (j *joiner) superiors(a *model.Account) {
	asked := false
	for {
		on := circleOf(a)
		if len(on) == 0 {
			return
		}
		key := string(a.ID) + "/circle"
		if !asked {
			j.addCircle(key, a.ID, a.Name, "who reports to whom", func(p *model.Portfolio) string { return p.Chain(a.ID, on) })
			asked = true
		}
		from := j.side(j.choices[key].Side).Account(a.ID)
		if from == nil || !reportAs(a, from, on) {
			return // it was there before
		}
	}
}

// reportAs gives seats the superior that they have in another version; it says whether
// any changed.
func reportAs(a *model.Account, from *model.Account, on []model.SeatID) (moved bool) {
	seats, then := slices.Clone(a.Seats), model.NewDirectory(from)
	in := make(map[model.SeatID]bool, len(on))
	for _, id := range on {
		in[id] = true
	}
	for i := range seats {
		s := &seats[i]
		if was := then.Seat(s.ID); in[s.ID] && was != nil && was.ReportsTo != s.ReportsTo {
			s.ReportsTo, moved = was.ReportsTo, true
		}
	}
	if moved {
		a.Seats = seats
	}
	return moved
}

func (j *joiner) addCircle(key string, id model.AccountID, name, field string, tell func(*model.Portfolio) string) {
	j.out = append(j.out, Clash{Key: key, Kind: ConflictCircle, Account: id, Name: name, Field: field, Base: tell(j.base), Mine: tell(j.mine), Theirs: tell(j.theirs)})
}

// circleOf are the seats of a circle of superiors, none when there is none.
func circleOf(a *model.Account) []model.SeatID {
	up := make(map[model.SeatID]model.SeatID, len(a.Seats))
	for i := range a.Seats {
		up[a.Seats[i].ID] = a.Seats[i].ReportsTo
	}
	return ring(up)
}

// ring are keys from which the way up comes back on itself.
func ring[K ~string](up map[K]K) []K {
	done := map[K]bool{}
	for _, start := range sortedKeys(up) {
		walked := map[K]bool{}
		at := start
		for ; at != "" && !done[at] && !walked[at]; at = up[at] {
			walked[at] = true
		}
		if at != "" && walked[at] {
			out := []K{at}
			for x := up[at]; x != at; x = up[x] {
				out = append(out, x)
			}
			slices.Sort(out)
			return out
		}
		for k := range walked {
			done[k] = true
		}
	}
	return nil
}

func sortedKeys[K ~string, V any](m map[K]V) []K {
	out := make([]K, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// fitted makes the accounts of a merged portfolio go together: parents that are
// there and in no circle, names of one account each, no reference to what is gone.
func (j *joiner) fitted(p *model.Portfolio) *model.Portfolio {
	f := fitting{j: j, p: p, copies: map[model.AccountID]*model.Account{}}
	f.references()
	f.parents()
	f.names()
	if len(f.copies) == 0 {
		return p
	}
	list := slices.Clone(p.Accounts())
	for i, a := range list {
		if c := f.copies[a.ID]; c != nil {
			list[i] = c
		}
	}
	return p.Replaced(p.Programme(), list)
}

type fitting struct {
	j      *joiner
	p      *model.Portfolio
	copies map[model.AccountID]*model.Account
}

func (f *fitting) now(id model.AccountID) *model.Account {
	if c := f.copies[id]; c != nil {
		return c
	}
	return f.p.Account(id)
}

func (f *fitting) edit(id model.AccountID) *model.Account {
	if f.copies[id] == nil {
		c := *f.p.Account(id)
		f.copies[id] = &c
	}
	return f.copies[id]
}

// references drops what leads to something that one side deleted. An account that
// is as a side has it, among the team as that side has it, is left alone.
func (f *fitting) references() {
	ours, theirs := sameTeam(f.p, f.j.mine), sameTeam(f.p, f.j.theirs)
	for _, a := range f.p.Accounts() {
		if ours && f.j.mine.Account(a.ID) == a || theirs && f.j.theirs.Account(a.ID) == a {
			continue
		}
		c := *a
		c.Tidy(f.p.Programme())
		c.TidyMap()
		if !reflect.DeepEqual(&c, a) {
			*f.edit(a.ID) = c
		}
	}
}

func sameTeam(p, q *model.Portfolio) bool {
	return slices.EqualFunc(p.Programme().Team, q.Programme().Team, func(a, b model.Member) bool { return a.ID == b.ID })
}

// parents hangs accounts whose parent is gone under its own parent, and breaks
// circles as superiors does.
func (f *fitting) parents() {
	up := map[model.AccountID]model.AccountID{}
	for _, a := range f.p.Accounts() {
		parent := a.Parent
		for steps := 0; parent != "" && f.p.Account(parent) == nil && steps < len(f.p.Accounts())+1; steps++ {
			parent = f.above(parent)
		}
		if parent != a.Parent && f.knownOnce(a.Parent) {
			f.edit(a.ID).Parent = parent
		}
		up[a.ID] = f.now(a.ID).Parent
	}
	asked := map[model.AccountID]bool{}
	for on := ring(up); len(on) > 0; on = ring(up) {
		key := string(on[0]) + "/parents"
		if !asked[on[0]] {
			f.j.addCircle(key, on[0], f.now(on[0]).Name, "Parent account", func(p *model.Portfolio) string { return p.Family(on) })
			asked[on[0]] = true
		}
		from, moved := f.j.side(f.j.choices[key].Side), false
		for _, id := range on {
			if a := from.Account(id); a != nil && a.Parent != up[id] && (a.Parent == "" || f.p.Account(a.Parent) != nil) {
				f.edit(id).Parent, up[id], moved = a.Parent, a.Parent, true
			}
		}
		if !moved {
			return
		}
	}
}

// above is the parent of an account that is gone.
func (f *fitting) above(id model.AccountID) model.AccountID {
	for _, p := range []*model.Portfolio{f.j.mine, f.j.theirs, f.j.base} {
		if a := p.Account(id); a != nil {
			return a.Parent
		}
	}
	return ""
}

func (f *fitting) knownOnce(id model.AccountID) bool {
	return f.j.mine.Account(id) != nil || f.j.theirs.Account(id) != nil || f.j.base.Account(id) != nil
}
