package model

import (
	"fmt"
	"slices"
	"strings"
)

// names gives each account a name of its own. Of two of one name, the one that the
// chosen side calls so keeps it.
func (f *fitting) names() {
	taken := map[string][]AccountID{}
	for _, a := range f.p.accounts {
		name := SameName(a.Name)
		taken[name] = append(taken[name], a.ID)
	}
	for _, name := range sortedKeys(taken) {
		if ids := taken[name]; len(ids) > 1 && !f.j.mine.allCalled(ids, name) && !f.j.theirs.allCalled(ids, name) {
			f.oneName(name, ids, taken)
		}
	}
}

func (p *Portfolio) allCalled(ids []AccountID, name string) bool {
	return !slices.ContainsFunc(ids, func(id AccountID) bool { return !p.called(id, name) })
}

func (p *Portfolio) called(id AccountID, name string) bool {
	a := p.Account(id)
	return a != nil && SameName(a.Name) == name
}

func (f *fitting) oneName(name string, ids []AccountID, taken map[string][]AccountID) {
	key := string(ids[0]) + "/same name/" + name
	real := f.p.Account(ids[0]).Name
	tell := func(p *Portfolio) string {
		var out []string
		for _, id := range ids {
			if a := p.Account(id); a != nil {
				out = append(out, a.Name)
			}
		}
		return strings.Join(out, ", ")
	}
	f.j.out = append(f.j.out, Clash{Key: key, Kind: ConflictName, Account: ids[0], Name: real, Field: "who keeps the name", Base: tell(f.j.base), Mine: tell(f.j.mine), Theirs: tell(f.j.theirs), Text: true})
	choice := f.j.choices[key]
	keeps := slices.IndexFunc(ids, func(id AccountID) bool { return f.j.side(choice.Side).called(id, name) })
	for i, id := range ids {
		if i == max(0, keeps) {
			continue
		}
		fresh := strings.Join(strings.Fields(choice.Own), " ")
		for n := 2; fresh == "" || taken[SameName(fresh)] != nil; n++ {
			fresh = fmt.Sprintf("%s (%d)", real, n)
		}
		taken[SameName(fresh)] = []AccountID{id}
		f.edit(id).Name = fresh
	}
}
