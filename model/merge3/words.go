package merge3

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
)

// wordsLimit bounds how much of a list a conflict tells.
const wordsLimit = 12

// something is all that is said of a value of many members that has no words.
const something = "set"

// add notes a conflict in the words of the registry.
func (j *joiner) add(at spot, kind ConflictKind, v three) {
	c := Clash{
		Key:     at.key,
		Kind:    kind,
		Account: at.ref.Account,
		Name:    j.accountName(at.ref.Account),
		Subject: j.subject(at),
		Field:   label(at.field),
	}
	if at.ref.Of == edit.OfMember {
		c.Name = words.T("merge3.our-team")
	}
	f, found := j.row(at)
	if found {
		c.Field = f.Title
		if strings.HasPrefix(f.Key, "figures.") {
			c.Field += " " + strings.Split(f.Key, ".")[1]
		}
	}
	say := func(p *model.Portfolio, x reflect.Value) string {
		switch {
		case found && kind == ConflictFact && v.what().Kind() != reflect.Slice:
			return edit.Get(p, at.ref, f)
		case !x.IsValid() && p == j.base:
			return "" // it was not there yet
		case !x.IsValid():
			return words.T("merge3.deleted")
		case kind == ConflictDeleted:
			return cmp.Or(j.Called(p, at.ref.Account, x), words.T("merge3.there"))
		}
		return j.Words(p, at.ref.Account, x)
	}
	c.Base, c.Mine, c.Theirs = say(j.base, v.base), say(j.mine, v.mine), say(j.theirs, v.theirs)
	switch {
	case kind != ConflictFact || c.Mine != c.Theirs:
	case c.Mine == something:
		c.Mine, c.Theirs = j.apart(at.ref.Account, v.mine, v.theirs)
	case isID(v.what()): // two that are called the same
		c.Mine, c.Theirs = c.Mine+" ("+v.mine.String()+")", c.Theirs+" ("+v.theirs.String()+")"
	}
	switch kind {
	case ConflictFact:
		c.Text = v.what().Kind() == reflect.String && !isID(v.what()) && at.field != "programme.currency"
	case ConflictDeleted:
		c.Field = words.T("merge3.deleted-or-kept")
		c.Mine, c.Theirs = fate(v.base, v.mine, c.Mine), fate(v.base, v.theirs, c.Theirs)
	case ConflictOrder:
		c.Field = words.T("merge3.order-of", label(at.field))
	}
	j.out = append(j.out, c)
}

// fate tells what a side made of a thing.
func fate(base, now reflect.Value, phrase string) string {
	switch {
	case !now.IsValid():
		return "deleted"
	case same(base, now):
		return words.T("merge3.used-since", phrase)
	}
	return words.T("merge3.changed", phrase)
}

// row is the registry's row of a spot, when it has one.
func (j *joiner) row(at spot) (edit.Field, bool) {
	f, err := edit.FieldByKey(j.mine.Programme(), at.field)
	return f, err == nil && f.Of == at.ref.Of
}

func required(at spot) bool {
	i := slices.IndexFunc(edit.StaticFields(), func(f edit.Field) bool { return f.Key == at.field })
	return i >= 0 && edit.StaticFields()[i].Needed
}

// label is a key that the registry has no row of as a person would say it.
func label(key string) string {
	if i := strings.LastIndexByte(key, '.'); i >= 0 {
		key = key[i+1:]
	}
	return cmp.Or(
		map[string]string{"ours": words.T("merge3.our-people"), "theirs": words.T("merge3.their-person"), "values": words.T("merge3.value-lines"), "anchors": words.T("merge3.sentences-levels"), "mapping": words.T("merge3.what-known-files"), "field": words.T("merge3.where-column-goes")}[key],
		strings.ReplaceAll(key, "_", " "),
	)
}

func (j *joiner) accountName(id model.AccountID) string {
	if id == "" {
		return "programme"
	}
	for _, p := range []*model.Portfolio{j.mine, j.theirs, j.base} {
		if a := p.Account(id); a != nil {
			return a.Name
		}
	}
	return string(id)
}

// subject is the thing inside an account, as any of the three calls it.
func (j *joiner) subject(at spot) string {
	for _, p := range []*model.Portfolio{j.mine, j.theirs, j.base} {
		if x := thingAt(p, at.ref); x.IsValid() && at.ref.ID != "" {
			return j.Called(p, at.ref.Account, x)
		}
	}
	if in, f := j.mine.Programme().MethodPack().Factor(factorIn(at.field)); f != nil && at.ref.Of == edit.OfProgramme {
		return in.Name + ": " + f.Name
	}
	if at.thing == "" && strings.Contains(parent(at.field), ".") && at.ref.Of == edit.OfMember {
		return parent(at.field)
	}
	for _, o := range slices.Concat(j.mine.Programme().Offerings, j.theirs.Programme().Offerings) {
		if at.ref.Of == edit.OfProgramme && strings.ToLower(o.Name) == at.thing {
			return o.Name
		}
	}
	return at.thing
}

// factorIn is the factor that a key of the pack is about.
func factorIn(key string) model.FactorKey {
	p := strings.SplitN(strings.TrimPrefix(key, "pack."), ".", 3)
	if len(p) < 3 {
		return ""
	}
	return model.FactorKey(p[0] + "." + p[1])
}

func parent(key string) string {
	if i := strings.LastIndexByte(key, '.'); i >= 0 {
		return key[:i]
	}
	return ""
}

// thing is what a ref points at.
func thingAt(p *model.Portfolio, ref edit.Ref) reflect.Value {
	r := &edit.Record{Programme: p.Programme(), Portfolio: p, Account: p.Account(ref.Account)}
	if ref.ID == "" || !r.Resolve(ref) {
		return reflect.Value{}
	}
	for _, x := range []any{r.Member, r.Seat, r.Person, r.Tie, r.Objective, r.Action, r.Insight, r.Value, r.Point, r.Risk, r.Review, r.Cell} {
		if v := reflect.ValueOf(x); !v.IsNil() && entityTypes()[v.Type().Elem()] == ref.Of {
			return v.Elem()
		}
	}
	return reflect.Value{}
}

// Called is what a thing is called: its words, its name, its title; a tie or a
// relation by its ends.
func (j *joiner) Called(p *model.Portfolio, account model.AccountID, v reflect.Value) string {
	for v.Kind() == reflect.Pointer && !v.IsNil() {
		v = v.Elem()
	}
	if v.Kind() != reflect.Struct {
		return j.Words(p, account, v)
	}
	for _, name := range []string{words.T("merge3.name"), words.T("merge3.text"), words.T("merge3.title")} {
		if f := v.FieldByName(name); f.IsValid() && f.String() != "" {
			return f.String()
		}
	}
	for _, pair := range [][2]string{{words.T("merge3.ours"), words.T("merge3.theirs")}, {words.T("merge3.from"), words.T("merge3.to")}, {words.T("merge3.offering"), words.T("merge3.unit")}} {
		a, b := v.FieldByName(pair[0]), v.FieldByName(pair[1])
		if a.IsValid() && b.IsValid() && a.Kind() == reflect.String {
			return words.T("merge3.and", j.Words(p, account, a), j.Words(p, account, b))
		}
	}
	id, _ := identity(v)
	return id
}

// Words tells a value that the registry has no row of.
func (j *joiner) Words(p *model.Portfolio, account model.AccountID, v reflect.Value) string {
	switch {
	case v.IsZero():
		return ""
	case isID(v.Type()):
		return nameOfID(p, account, v)
	}
	switch x := v.Interface().(type) {
	case model.EdgeKind:
		return model.EdgeKinds.Word(x)
	case model.Transaction:
		return strings.TrimSpace(x.Date.String() + " " + x.Amount.String() + " " + x.Offering)
	case model.Money:
		return x.String()
	case *model.Ballot:
		return words.T("merge3.by-them-done", x.Instrument, strings.Join(x.Raters, ", "), x.Passed) // the marks are secret
	case fmt.Stringer:
		return x.String()
	}
	switch v.Kind() {
	case reflect.Bool:
		return words.T("merge3.yes")
	case reflect.Slice:
		var out []string
		for i := range min(v.Len(), wordsLimit) {
			out = append(out, j.Called(p, account, v.Index(i)))
		}
		if v.Len() > wordsLimit {
			out = append(out, words.T("merge3.and-more", v.Len()-wordsLimit))
		}
		return strings.Join(out, ", ")
	case reflect.Pointer, reflect.Struct, reflect.Map:
		return something
	}
	return fmt.Sprint(v.Interface())
}

// apart tells two values of many members, a workshop that goes on at both, by the
// members that differ, and by ids only where nothing else does.
func (j *joiner) apart(account model.AccountID, mine, theirs reflect.Value) (a, b string) {
	mine, theirs = reflect.Indirect(mine), reflect.Indirect(theirs)
	for _, ids := range []bool{false, true} {
		var left, right []string
		for i := range mine.NumField() {
			x, y := mine.Field(i), theirs.Field(i)
			if same(x, y) {
				continue
			}
			if x.Kind() == reflect.Slice {
				x, y = onlyIn(x, y), onlyIn(y, x)
			}
			name := strings.ToLower(mine.Type().Field(i).Name)
			left = append(left, name+" "+cmp.Or(j.inFull(j.mine, account, x, ids), "—"))
			right = append(right, name+" "+cmp.Or(j.inFull(j.theirs, account, y, ids), "—"))
		}
		if a, b = strings.Join(left, "; "), strings.Join(right, "; "); a != b {
			break
		}
	}
	return a, b
}

// onlyIn is a list less what is also in the other, and all of it when only the
// order differs.
func onlyIn(list, other reflect.Value) reflect.Value {
	out := reflect.MakeSlice(list.Type(), 0, list.Len())
	for i := range list.Len() {
		found := false
		for k := range other.Len() {
			found = found || same(list.Index(i), other.Index(k))
		}
		if !found {
			out = reflect.Append(out, list.Index(i))
		}
	}
	if out.Len() == 0 && list.Len() == other.Len() {
		return list
	}
	return out
}

// inFull tells every member of a value; ids of things inside it on request.
func (j *joiner) inFull(p *model.Portfolio, account model.AccountID, v reflect.Value, ids bool) string {
	var parts []string
	_, inWords := v.Interface().(fmt.Stringer)
	switch {
	case v.Kind() == reflect.Struct && !inWords:
		for i := range v.NumField() {
			if name := v.Type().Field(i).Name; ids || name != "ID" && name != "Made" {
				parts = append(parts, j.inFull(p, account, v.Field(i), ids))
			}
		}
		return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " ")
	case v.Kind() == reflect.Slice:
		for i := range min(v.Len(), wordsLimit) {
			parts = append(parts, j.inFull(p, account, v.Index(i), ids))
		}
		return strings.Join(parts, ", ")
	}
	return j.Words(p, account, v)
}

// nameOf is what an id points at, as people call it.
func nameOfID(p *model.Portfolio, account model.AccountID, id reflect.Value) string {
	a := p.Account(account)
	switch x := id.Interface().(type) {
	case model.AccountID:
		if b := p.Account(x); b != nil {
			return b.Name
		}
	case model.MemberID:
		if m := p.Programme().Member(x); m != nil {
			return m.Name
		}
	case model.PersonID:
		if a != nil && a.Person(x) != nil {
			return a.Person(x).Name
		}
	case model.SeatID:
		if a != nil && a.Seat(x) != nil {
			return a.Seat(x).Title
		}
	}
	return id.String()
}
