package merge3

import (
	"fmt"
	"slices"
	"strings"

	"accord/model"
)

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
	f.j.out = append(f.j.out, Clash{Key: key, Kind: ConflictName, Account: ids[0], Name: real, Field: "who keeps the name", Base: tell(f.j.base), Mine: tell(f.j.mine), Theirs: tell(f.j.theirs), Text: true})
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
