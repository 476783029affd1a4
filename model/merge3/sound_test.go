package merge3

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"accord/model"
)

// sound lists what does not go together in a portfolio.
func sound(p *model.Portfolio) []string {
	var out []string
	bad := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	names, up := map[string]bool{}, map[model.AccountID]model.AccountID{}
	for _, a := range p.Accounts() {
		if names[strings.ToLower(a.Name)] || strings.TrimSpace(a.Name) == "" {
			bad("two accounts are called %q, or one nothing", a.Name)
		}
		names[strings.ToLower(a.Name)], up[a.ID] = true, a.Parent
		if a.Parent != "" && p.Account(a.Parent) == nil {
			bad("the parent of %s is gone", a.Name)
		}
		c := *a
		c.Tidy(p.Programme())
		c.TidyMap()
		if !reflect.DeepEqual(&c, a) {
			bad("%s refers to what is gone", a.Name)
		}
		if on := circleOf(a); len(on) > 0 {
			bad("seats of %s report in a circle: %v", a.Name, on)
		}
		for _, list := range [][]string{listIDs(a.Seats), listIDs(a.Persons), listIDs(a.Ties), listIDs(a.Objectives), listIDs(a.Actions), listIDs(a.Cells), listIDs(a.Values)} {
			if len(slices.Compact(slices.Sorted(slices.Values(list)))) != len(list) {
				bad("an id of %s appears twice", a.Name)
			}
		}
		if !slices.IsSortedFunc(a.Years, func(x, y model.Year) int { return (x.Year-y.Year)*4 + int(x.Kind) - int(y.Kind) }) {
			bad("the years of %s are in no order", a.Name)
		}
	}
	if on := ring(up); len(on) > 0 {
		bad("accounts are their own parents: %v", on)
	}
	if _, err := rebuilt(p.Programme().MethodPack()); err != nil {
		bad("%v", err)
	}
	return out
}
