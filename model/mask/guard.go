package mask

import (
	"reflect"
	"slices"

	"accord/model"
	"accord/model/edit"
	"accord/model/session"
	"accord/model/words"
)

// What is hidden cannot be edited: a change made from what the screen shows would
// write a stand-in where a name was. So a step is looked at before it is done.

// Try makes the patch of a change on what may be seen, without doing it: what it
// answers, and its errors, tell nothing else.
func (v *Veil) Try(c edit.Change, newID func() string) (*edit.Patch, error) {
	p, err := session.Try(c, v.shown, v.scores.Today(), newID)
	if err != nil {
		return nil, err
	}
	if err := v.Refuses(c, p); err != nil {
		return nil, err
	}
	return p, nil
}

// Refuses says why a change may not be made while the veil is drawn: it would write
// words or amounts that are hidden. Levels, days, ties and choices may change, and
// what people say in the room may be added.
func (v *Veil) Refuses(c edit.Change, p *edit.Patch) error {
	if saidInTheRoom(c, p) {
		return nil
	}
	for i := range p.After {
		if p.After[i] != nil && !nothingSaid(p.Before[i], p.After[i]) {
			return errHidden()
		}
	}
	if p.ProgrammeAfter != nil {
		before, after := *p.ProgrammeBefore, *p.ProgrammeAfter
		before.Pack, after.Pack = before.MethodPack(), after.MethodPack() // none is the default one
		if !nothingSaid(&before, &after) {
			return errHidden()
		}
	}
	return nil
}

var errHidden = words.Table(func() *model.Problem {
	return model.Refuse("", words.T("mask.turn-anonymous-off-f6-edit"), words.T("mask.names-texts-money-hidden-now"))
})

// saidInTheRoom are the changes whose words come from the people in the room, or
// from the program, and from nothing that the screen shows.
func saidInTheRoom(c edit.Change, p *edit.Patch) bool {
	switch c := c.(type) {
	case edit.Together:
		return !slices.ContainsFunc(c, func(one edit.Change) bool { return !saidInTheRoom(one, p) })
	case edit.OpenBallot,
		edit.SeatedBallot,
		edit.CastMark,
		edit.PassBallot,
		edit.ReopenTurn,
		edit.CloseBallot,
		edit.Agree,
		edit.Agreements,
		edit.TurnParked:
		return true
	case edit.BeginWorkshop:
		return agendaWords(c.Workshop.Title) == c.Workshop.Title
	case edit.Park: // one that is there already would be written over with what the screen shows
		w := p.ProgrammeBefore.Workshop
		return w == nil || w.ParkedLine(c.ID) == nil
	}
	return false
}

// nothingSaid reports whether after has no words or amounts that before has not in
// the same place. What is gone may be gone; an entry that is new may repeat words
// of the others, as the next of a recurring action does.
func nothingSaid[T any](before, after *T) bool {
	if before == nil {
		return false
	}
	l := listener{said: map[any]bool{}}
	l.gather(reflect.ValueOf(before).Elem())
	return l.same(reflect.ValueOf(before).Elem(), reflect.ValueOf(after).Elem())
}

type listener struct{ said map[any]bool }

// wording are the kinds of values that the mask hides.
func wording(v reflect.Value) bool {
	switch v.Interface().(type) {
	case string, model.Money, model.Opt[int64]:
		return true
	}
	return false
}

// gather notes everything that is said.
func (l listener) gather(v reflect.Value) {
	switch {
	case wording(v):
		l.said[v.Interface()] = true
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				l.gather(v.Field(i))
			}
		}
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			l.gather(v.Index(i))
		}
	case v.Kind() == reflect.Map:
		for it := v.MapRange(); it.Next(); {
			l.gather(it.Value())
		}
	case v.Kind() == reflect.Pointer && !v.IsNil():
		l.gather(v.Elem())
	}
}

// same compares what is said in two values of one type.
func (l listener) same(a, b reflect.Value) bool {
	switch {
	case wording(b):
		return a.Interface() == b.Interface()
	case b.Kind() == reflect.Struct:
		for i := range b.NumField() {
			if b.Type().Field(i).IsExported() && !l.same(a.Field(i), b.Field(i)) {
				return false
			}
		}
	case b.Kind() == reflect.Slice:
		if a.Len() == b.Len() && (b.Len() == 0 || a.UnsafePointer() == b.UnsafePointer()) {
			return true
		}
		return l.sameList(a, b)
	case b.Kind() == reflect.Map:
		for it := b.MapRange(); it.Next(); {
			old := a.MapIndex(it.Key())
			if !old.IsValid() {
				old = reflect.Zero(b.Type().Elem())
			}
			if !l.same(old, it.Value()) {
				return false
			}
		}
	case b.Kind() == reflect.Pointer && !b.IsNil():
		if a.IsNil() {
			a = reflect.New(b.Type().Elem())
		}
		return a.UnsafePointer() == b.UnsafePointer() || l.same(a.Elem(), b.Elem())
	}
	return true
}

// sameList compares entries by their identifier, else by their place; one that is
// new may say only what was said before.
func (l listener) sameList(a, b reflect.Value) bool {
	for i := range b.Len() {
		switch old := entryLike(a, b.Index(i), i); {
		case old.IsValid():
			if !l.same(old, b.Index(i)) {
				return false
			}
		case !l.heard(b.Index(i)):
			return false
		}
	}
	return true
}

// entryLike is the entry of a list with the identifier of another, or in its place
// when they have none.
func entryLike(list, like reflect.Value, at int) reflect.Value {
	if like.Kind() != reflect.Struct || !like.FieldByName("ID").IsValid() {
		if at < list.Len() {
			return list.Index(at)
		}
		return reflect.Value{}
	}
	id := like.FieldByName("ID").Interface()
	for i := range list.Len() {
		if list.Index(i).FieldByName("ID").Interface() == id {
			return list.Index(i)
		}
	}
	return reflect.Value{}
}

// heard reports whether everything in a value is empty or was said before.
func (l listener) heard(v reflect.Value) bool {
	in := listener{said: map[any]bool{}}
	in.gather(v)
	for word := range in.said {
		if !l.said[word] && !reflect.ValueOf(word).IsZero() {
			return false
		}
	}
	return true
}
