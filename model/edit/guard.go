package edit

import (
	"reflect"
	"slices"
	"strings"
	"sync"

	"accord/model"
)

// Every change passes here twice. Before it works, the texts it brings are cleaned,
// so that what it compares and what history calls it is what will be stored. After
// it has worked, whatever text is new in the records it touched is cleaned and has
// its bound, however it came there. What was stored before is left as it is.

// stored changes bring back what the file itself held, or what passed here already.
func stored(c Change) bool {
	switch c.(type) {
	case Restore, KeepBranch:
		return true
	}
	return false
}

// Another is a change that brings what another's file holds.
type Another interface{ Another() bool }

// cleaned is a change with its texts cleaned. A text in which nothing can be seen is
// refused, for it would empty what it is written into.
func cleaned(c Change) (Change, error) {
	v := reflect.ValueOf(c)
	if stored(c) || strings.HasPrefix(v.Type().Name(), "Remove") { // that names what is there
		return c, nil
	}
	w := &washer{}
	w.text = func(s, at string, _ reflect.Type) string {
		clean := model.Clean(s)
		if w.err == nil && strings.TrimSpace(clean) == "" && strings.TrimSpace(s) != "" {
			w.err = model.Unseen(fieldOf(at))
		}
		return clean
	}
	out, changed := w.wash(v, reflect.Value{}, "")
	if w.err != nil || !changed {
		return c, w.err
	}
	return out.Interface().(Change), nil
}

// guard cleans what is new in the draft, and refuses what is longer than its bound.
func (d *Draft) guard(c Change) error {
	if stored(c) {
		return nil
	}
	of, merged := c.(Another) // the other's file may hold what is longer; it is not refused
	merged = merged && of.Another()
	w := &washer{}
	w.text = func(s, at string, t reflect.Type) string {
		kind := model.TextKindAt(at, t)
		clean := model.Clean(s)
		why := ""
		if !merged && len(s) > w.was { // an old text may be made shorter bit by bit
			why = kind.TooLong(clean)
		}
		if clean == s && why == "" || kind == model.TokenText || d.holds(s) {
			return s
		}
		if w.err == nil && why != "" {
			w.err = model.Refuse(fieldOf(at), kind.ShorterHint(), why)
		}
		return clean
	}
	for _, id := range d.ids {
		before, after := d.Base.Account(id), d.copies[id]
		if after == nil || after == before {
			continue
		}
		if out, changed := w.wash(reflect.ValueOf(after), reflect.ValueOf(before), ""); changed {
			d.copies[id] = out.Interface().(*model.Account)
			if strings.TrimSpace(d.copies[id].Name) == "" && w.err == nil {
				w.err = model.Unseen("name")
			}
		}
	}
	if d.programme != nil {
		if out, changed := w.wash(reflect.ValueOf(d.programme), reflect.ValueOf(d.Base.Programme()), ""); changed {
			d.programme = out.Interface().(*model.Programme)
		}
	}
	return w.err
}

// holds reports whether a text was in the portfolio before the change. It is asked
// about texts that are not as they should be, which are few.
func (d *Draft) holds(s string) bool {
	if d.known == nil {
		d.known = textsOf(d.Base)
	}
	return d.known[s]
}

// textsOf are the texts of a portfolio that are longer than any name or not clean.
func textsOf(list ...*model.Portfolio) map[string]bool {
	known := map[string]bool{}
	w := &washer{text: func(s, _ string, _ reflect.Type) string {
		if len(s) > model.MaxName || !model.Printable(s) {
			known[s] = true
		}
		return s
	}}
	for _, p := range list {
		for _, a := range p.Accounts() {
			w.wash(reflect.ValueOf(a), reflect.Value{}, "")
		}
		w.wash(reflect.ValueOf(p.Programme()), reflect.Value{}, "")
	}
	return known
}

// Washed is another's version of a portfolio with its texts cleaned, but for those
// that stand so in a version known here: cleaning them would look like an edit.
func Washed(theirs *model.Portfolio, known ...*model.Portfolio) *model.Portfolio {
	var was map[string]bool
	w := &washer{text: func(s, _ string, _ reflect.Type) string {
		clean := model.Clean(s)
		if clean == s {
			return s
		}
		if was == nil {
			was = textsOf(known...)
		}
		if was[s] || strings.TrimSpace(clean) == "" {
			return s
		}
		return clean
	}}
	list := slices.Clone(theirs.Accounts())
	other := false
	for i, a := range list {
		out, changed := w.wash(reflect.ValueOf(a), reflect.Value{}, "")
		if changed {
			list[i], other = out.Interface().(*model.Account), true
		}
	}
	g, settings := w.wash(reflect.ValueOf(theirs.Programme()), reflect.Value{}, "")
	if !other && !settings {
		return theirs
	}
	return theirs.Replaced(g.Interface().(*model.Programme), list)
}

// washer walks a record and puts other texts in the place of its own. What it changes
// it copies; what is shared with an older version of the record it passes over.
type washer struct {
	text func(s, at string, t reflect.Type) string
	was  int // bytes of the text that stood in its place before
	err  error
}

// wash gives v with its texts washed, and whether that is another value. old is the
// older version of it, where there is one; at says where in a record v stands.
func (w *washer) wash(v, old reflect.Value, at string) (reflect.Value, bool) {
	if !bearsText(v.Type()) {
		return v, false
	}
	switch v.Kind() {
	case reflect.String:
		return w.Word(v, old, at)
	case reflect.Pointer:
		return w.behind(v, old, at)
	case reflect.Interface:
		if v.IsNil() {
			return v, false
		}
		return w.wash(v.Elem(), reflect.Value{}, at)
	case reflect.Struct:
		return w.members(v, old)
	case reflect.Slice:
		return w.list(v, old, at)
	case reflect.Map:
		return w.table(v, old, at)
	}
	return v, false
}

func (w *washer) Word(v, old reflect.Value, at string) (reflect.Value, bool) {
	s := v.String()
	if s == "" || old.IsValid() && old.String() == s {
		return v, false
	}
	if w.was = 0; old.IsValid() {
		w.was = old.Len()
	}
	if out := w.text(s, at, v.Type()); out != s {
		return reflect.ValueOf(out).Convert(v.Type()), true
	}
	return v, false
}

func (w *washer) behind(v, old reflect.Value, at string) (reflect.Value, bool) {
	if v.IsNil() || old.IsValid() && old.Pointer() == v.Pointer() {
		return v, false
	}
	if old.IsValid() {
		old = old.Elem()
	}
	out, changed := w.wash(v.Elem(), old, at)
	if !changed {
		return v, false
	}
	p := reflect.New(v.Type().Elem())
	p.Elem().Set(out)
	return p, true
}

func (w *washer) members(v, old reflect.Value) (reflect.Value, bool) {
	t := v.Type()
	var copied reflect.Value
	for i := range t.NumField() {
		f := t.Field(i)
		if !f.IsExported() || !bearsText(f.Type) {
			continue
		}
		was := reflect.Value{}
		if old.IsValid() {
			was = old.Field(i)
		}
		out, changed := w.wash(v.Field(i), was, t.Name()+"."+f.Name)
		if !changed {
			continue
		}
		if !copied.IsValid() {
			copied = reflect.New(t).Elem()
			copied.Set(v)
		}
		copied.Field(i).Set(out)
	}
	return orSame(copied, v)
}

func orSame(copied, v reflect.Value) (reflect.Value, bool) {
	if copied.IsValid() {
		return copied, true
	}
	return v, false
}

func (w *washer) list(v, old reflect.Value, at string) (reflect.Value, bool) {
	if old.IsValid() && old.Len() == v.Len() && old.Pointer() == v.Pointer() {
		return v, false
	}
	var copied reflect.Value
	for i := range v.Len() {
		was := reflect.Value{}
		if old.IsValid() && i < old.Len() {
			was = old.Index(i)
		}
		out, changed := w.wash(v.Index(i), was, at)
		if !changed {
			continue
		}
		if !copied.IsValid() {
			copied = reflect.MakeSlice(v.Type(), v.Len(), v.Len())
			reflect.Copy(copied, v)
		}
		copied.Index(i).Set(out)
	}
	return orSame(copied, v)
}

func (w *washer) table(v, old reflect.Value, at string) (reflect.Value, bool) {
	if old.IsValid() && old.Pointer() == v.Pointer() {
		return v, false
	}
	var copied reflect.Value
	for it := v.MapRange(); it.Next(); {
		was := reflect.Value{}
		key, other := it.Key(), false
		if old.IsValid() {
			was = old.MapIndex(it.Key())
		}
		if !was.IsValid() && key.Type() == model.PlainString {
			key, other = w.wash(key, reflect.Value{}, at+" key")
		}
		out, changed := w.wash(it.Value(), was, at)
		if !changed && !other {
			continue
		}
		if !copied.IsValid() {
			copied = reflect.MakeMapWithSize(v.Type(), v.Len())
			for all := v.MapRange(); all.Next(); {
				copied.SetMapIndex(all.Key(), all.Value())
			}
		}
		copied.SetMapIndex(it.Key(), reflect.Value{})
		if key.String() != "" {
			copied.SetMapIndex(key, out)
		}
	}
	return orSame(copied, v)
}

// bearsText reports whether there can be a text in a value of a type. Names of types
// of their own, such as ids, are none, nor is what points at a whole portfolio.
func bearsText(t reflect.Type) bool { return textIn(t, nil) }

// textIn is bearsText inside the records of which it is being worked out already.
func textIn(t reflect.Type, inside map[reflect.Type]bool) bool {
	switch t.Kind() {
	case reflect.String:
		return t == model.PlainString
	case reflect.Interface:
		return t == reflect.TypeFor[Change]()
	case reflect.Map:
		return t.Key() == model.PlainString || textIn(t.Elem(), inside)
	case reflect.Slice, reflect.Pointer:
		return t != reflect.TypeFor[*model.Portfolio]() && textIn(t.Elem(), inside)
	case reflect.Struct:
		return structBears(t, inside)
	}
	return false
}

// bearing remembers what was found out about records, by type: only what is finished.
var bearing sync.Map

// structBears is textIn for a record. The answers are few and asked for often. That
// there is no text in a record inside another one may hang on that other one, which
// is not finished; so it is remembered of the outermost only.
func structBears(t reflect.Type, inside map[reflect.Type]bool) bool {
	if t == reflect.TypeFor[Ref]() || t == reflect.TypeFor[model.Snapshot]() || inside[t] {
		return false
	}
	if said, ok := bearing.Load(t); ok {
		return said.(bool)
	}
	outermost := inside == nil
	if outermost {
		inside = map[reflect.Type]bool{}
	}
	inside[t] = true
	bears := false
	for i := range t.NumField() {
		if f := t.Field(i); f.IsExported() && textIn(f.Type, inside) {
			bears = true
			break
		}
	}
	if bears || outermost {
		bearing.Store(t, bears)
	}
	return bears
}

// fieldOf is a place in a record as the registry of fields calls it.
func fieldOf(at string) string {
	return strings.TrimPrefix(strings.ToLower(at), "account.")
}
