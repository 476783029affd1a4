package merge3

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
)

// identity is what makes an element of a list the same in two versions of it.
func identity(v reflect.Value) (string, bool) {
	switch x := v.Interface().(type) {
	case model.Year:
		return fmt.Sprintf("%04d %d", x.Year, x.Kind), true
	case model.Rate:
		return fmt.Sprintf("%s %04d", x.Currency, x.Year), true
	case model.Transaction:
		return x.Key, true
	case model.Instrument:
		return x.Key, true
	case model.Factor:
		return x.Key, true
	case model.Offering:
		return strings.ToLower(x.Name), true
	case model.Mapping:
		return x.Kind + " " + x.Headers, true
	case model.Sent:
		return x.Header, true
	}
	if v.Kind() != reflect.Struct {
		return "", false
	}
	id := v.FieldByName("ID")
	if !id.IsValid() || id.Kind() != reflect.String {
		return "", false
	}
	return id.String(), true
}

// keyed reports whether each element of three lists can be told from the others.
func keyed(v three) bool {
	for _, list := range []reflect.Value{v.base, v.mine, v.theirs} {
		seen := make(map[string]bool, list.Len())
		for i := range list.Len() {
			id, ok := identity(list.Index(i))
			if !ok || seen[id] {
				return false
			}
			seen[id] = true
		}
	}
	return true
}

// elements are a list by identity, and the order of it.
func elements(list reflect.Value) (by map[string]reflect.Value, order []string) {
	by = make(map[string]reflect.Value, list.Len())
	for i := range list.Len() {
		id, _ := identity(list.Index(i))
		by[id] = list.Index(i)
		order = append(order, id)
	}
	return by, order
}

func (j *joiner) list(at spot, v three) reflect.Value {
	t := v.mine.Type()
	base, baseOrder := elements(v.base)
	mine, mineOrder := elements(v.mine)
	theirs, theirOrder := elements(v.theirs)
	stays := map[string]reflect.Value{}
	for _, id := range slices.Concat(mineOrder, theirOrder) {
		if _, done := stays[id]; done {
			continue
		}
		if x := j.presence(at.element(t.Elem(), id), three{base[id], mine[id], theirs[id]}); x.IsValid() {
			stays[id] = x
		}
	}
	order, clash := orders{baseOrder, mineOrder, theirOrder}.merged(func(id string) bool { _, ok := stays[id]; return ok })
	if ascending(mineOrder) && ascending(theirOrder) && byIdentity(t.Elem()) {
		slices.Sort(order)
	} else if clash {
		order = j.reorder(at, v, stays, baseOrder, mineOrder, theirOrder)
	}
	out := reflect.Zero(t)
	for _, id := range order {
		out = reflect.Append(out, stays[id])
	}
	return out
}

// byIdentity are lists that stand in the order of what their elements are.
func byIdentity(t reflect.Type) bool {
	return t == reflect.TypeFor[model.Year]() || t == reflect.TypeFor[model.Rate]()
}

func ascending(list []string) bool { return slices.IsSorted(list) }

// kinds of entities by their type, as the registry calls them.
var entityTypes = words.Table(func() map[reflect.Type]edit.EntityKind {
	of := map[reflect.Type]edit.EntityKind{
		reflect.TypeFor[model.Member](): edit.OfMember, reflect.TypeFor[model.Seat](): edit.OfSeat,
		reflect.TypeFor[model.Person](): edit.OfPerson, reflect.TypeFor[model.Tie](): edit.OfTie,
	}
	for _, l := range edit.PlanLists() {
		of[l.Type] = l.Of
	}
	return of
})

// element is the spot of one element of a list.
func (at spot) element(t reflect.Type, id string) spot {
	at.key += "/" + id
	of, known := entityTypes()[t]
	switch {
	case known:
		at.ref = edit.Ref{Account: at.ref.Account, Of: of, ID: id}
		word, _, _ := strings.Cut(of.String(), " ")
		at.field, at.prefix = of.String(), word+"."
	case t == reflect.TypeFor[model.Year]():
		year, kind, _ := strings.Cut(id, " ")
		at.field, at.prefix = "figures", "figures."+strings.TrimLeft(year, "0")+"."
		if kind != "0" {
			at.thing = model.FigureKinds.Word(model.FigureKind(kind[0] - '0')) // the registry has rows of what was
			at.prefix = at.thing + " " + at.prefix
		}
	case t == reflect.TypeFor[model.Factor]():
		at.field, at.prefix = "factor", strings.TrimSuffix(at.prefix, "factors.")+id+"."
	case t == reflect.TypeFor[model.Instrument]():
		at.field, at.prefix = "instrument", "pack."+id+"."
	default:
		at.field = strings.ToLower(t.Name())
		at.prefix = at.field + "."
		switch t {
		case reflect.TypeFor[model.Offering](), reflect.TypeFor[model.Sent]():
			at.thing = id
		case reflect.TypeFor[model.Mapping]():
			at.thing, _, _ = strings.Cut(id, " ")
		}
	}
	return at
}

// presence merges an element that not all of the three have; the zero Value is
// none. What one deleted and the other changed, or uses anew, is a conflict.
func (j *joiner) presence(at spot, v three) reflect.Value {
	none := reflect.Value{}
	b, m, t := v.base.IsValid(), v.mine.IsValid(), v.theirs.IsValid()
	switch {
	case m && t && b:
		return j.value(at, v)
	case m && t:
		return j.value(at, three{unsaid(v.mine.Type()), v.mine, v.theirs})
	case !b && m:
		return v.mine
	case !b && t:
		return v.theirs
	case m && !j.needed(at, TakeMine, v.base, v.mine), t && !j.needed(at, TakeTheirs, v.base, v.theirs), !m && !t:
		return none
	}
	j.add(at, ConflictDeleted, v)
	if (j.choices[at.key].Side == TakeMine) == m {
		if m {
			return v.mine
		}
		return v.theirs
	}
	return none
}

// needed reports whether a side changed what the other one deleted, or refers to it
// since.
func (j *joiner) needed(at spot, side MergeSide, base, now reflect.Value) bool {
	if !same(base, now) {
		return true
	}
	id, _ := identity(now)
	return j.newRefs(at.ref.Account, side)[now.Type().Name()+"ID "+id]
}

// orders are the order of a list in three versions.
type orders struct{ base, mine, theirs []string }

// merged gives the order of what stays. What both have stands as the one had it
// who moved something; when both did, differently, it clashes and stands as mine.
// What one alone has follows what it stood behind.
func (o orders) merged(stays func(string) bool) (order []string, clash bool) {
	in := func(lists ...[]string) func(string) bool {
		n := map[string]int{}
		for _, l := range lists {
			for _, id := range l {
				n[id]++
			}
		}
		return func(id string) bool { return n[id] == len(lists) && stays(id) }
	}
	all, both := in(o.base, o.mine, o.theirs), in(o.mine, o.theirs)
	b, m, t := only(o.base, all), only(o.mine, all), only(o.theirs, all)
	spine := o.mine
	switch {
	case slices.Equal(b, m) && !slices.Equal(b, t):
		spine = o.theirs
	case !slices.Equal(b, t) && !slices.Equal(m, t):
		clash = true
	}
	return o.around(only(spine, both), stays, both), clash
}

// around puts what only one side has behind what it stood behind there; where both
// put something, the block with the smaller id comes first, so that it does not
// matter whose is merged into whose.
func (o orders) around(spine []string, stays, both func(string) bool) []string {
	blocks := map[string][][]string{}
	for _, list := range [][]string{o.mine, o.theirs} {
		after, block := "", []string(nil)
		end := func() {
			if len(block) > 0 {
				blocks[after] = append(blocks[after], block)
			}
			block = nil
		}
		for _, id := range list {
			if both(id) {
				end()
				after = id
			} else if stays(id) {
				block = append(block, id)
			}
		}
		end()
	}
	var out []string
	put := func(after string) {
		slices.SortFunc(blocks[after], slices.Compare)
		for _, block := range blocks[after] {
			out = append(out, block...)
		}
	}
	put("")
	for _, id := range spine {
		out = append(out, id)
		put(id)
	}
	return out
}

func only(list []string, keep func(string) bool) []string {
	var out []string
	for _, id := range list {
		if keep(id) {
			out = append(out, id)
		}
	}
	return out
}

// reorder asks for the order of a list that both put into another one.
func (j *joiner) reorder(at spot, v three, stays map[string]reflect.Value, base, mine, theirs []string) []string {
	at.key += "/order"
	j.add(at, ConflictOrder, v)
	if j.choices[at.key].Side == TakeTheirs {
		mine, theirs = theirs, mine
	}
	order, _ := orders{base, mine, theirs}.merged(func(id string) bool { _, ok := stays[id]; return ok })
	return order
}
