package merge3

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"accord/model"
	"accord/model/words"
)

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
			f.j.addCircle(
				key,
				on[0],
				f.now(on[0]).Name,
				words.T("merge3.parent-account"),
				func(p *model.Portfolio) string { return p.Family(on) },
			)
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

// names gives each account a name of its own. Of two of one name, the one that the
// chosen side calls so keeps it.
func (f *fitting) names() {
	taken := map[string][]model.AccountID{}
	for _, a := range f.p.Accounts() {
		name := model.SameName(a.Name)
		taken[name] = append(taken[name], a.ID)
	}
	for _, name := range sortedKeys(taken) {
		if ids := taken[name]; len(ids) > 1 && !f.j.mine.AllCalled(ids, name) && !f.j.theirs.AllCalled(ids, name) {
			f.oneName(name, ids, taken)
		}
	}
}

func (f *fitting) oneName(name string, ids []model.AccountID, taken map[string][]model.AccountID) {
	key := string(ids[0]) + "/same name/" + name
	real := f.p.Account(ids[0]).Name
	tell := func(p *model.Portfolio) string {
		var out []string
		for _, id := range ids {
			if a := p.Account(id); a != nil {
				out = append(out, a.Name)
			}
		}
		return strings.Join(out, ", ")
	}
	f.j.out = append(
		f.j.out,
		Clash{
			Key:     key,
			Kind:    ConflictName,
			Account: ids[0],
			Name:    real,
			Field:   words.T("merge3.who-keeps-name"),
			Base:    tell(f.j.base),
			Mine:    tell(f.j.mine),
			Theirs:  tell(f.j.theirs),
			Text:    true,
		},
	)
	choice := f.j.choices[key]
	keeps := slices.IndexFunc(ids, func(id model.AccountID) bool { return f.j.side(choice.Side).Called(id, name) })
	for i, id := range ids {
		if i == max(0, keeps) {
			continue
		}
		fresh := strings.Join(strings.Fields(choice.Own), " ")
		for n := 2; fresh == "" || taken[model.SameName(fresh)] != nil; n++ {
			fresh = fmt.Sprintf("%s (%d)", real, n)
		}
		taken[model.SameName(fresh)] = []model.AccountID{id}
		f.edit(id).Name = fresh
	}
}
