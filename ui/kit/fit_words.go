package kit

import (
	"reflect"
	"strings"

	"accord/model"
	"accord/model/edit"
)

// FitSentence reports whether a sentence holds nothing of what is ours alone, in
// the account that is open and in the programme.
func (c *Context) FitSentence(text string) bool {
	if !c.Modest() || text == "" {
		return true
	}
	m := &c.oursTexts
	if m.account != c.Current() || m.programme != c.Portfolio().Programme() {
		m.account, m.programme = c.Current(), c.Portfolio().Programme()
		m.texts = c.ours()
	}
	low := strings.ToLower(text)
	for _, w := range m.texts {
		if strings.Contains(low, w) {
			return false
		}
	}
	return true
}

// ours are the texts of the open account and of the programme that a room must not
// read. What the room sees anyway is taken out, not the other way round: a new field
// is among them until it is listed as fit.
func (c *Context) ours() (out []string) {
	a, g := c.Current(), c.Portfolio().Programme()
	seen := map[string]bool{}
	note := func(s string) { seen[strings.ToLower(OneLine(s))] = true }
	var all []string
	if a != nil {
		fits := a.ForRoom()
		eachText(reflect.ValueOf(fits), note)
		note(a.Charter)
		c.eachShared(a, note)
		eachText(reflect.ValueOf(a), func(s string) { all = append(all, s) })
	}
	for _, x := range c.Portfolio().Accounts() {
		note(x.Name)
	}
	for i := range g.Team {
		note(g.Team[i].Name)
		note(g.Team[i].Title)
		eachText(reflect.ValueOf(g.Team[i].Competency), func(s string) { all = append(all, s) })
	}
	if w := g.Workshop; w != nil {
		for i := range w.Parked {
			if !c.MayReadParked(&w.Parked[i]) {
				all = append(all, w.Parked[i].Text)
			}
		}
		for i := range w.Steps {
			all = append(all, w.Steps[i].Note)
		}
	}
	for _, s := range all {
		if s = strings.ToLower(OneLine(s)); len(s) > 3 && !seen[s] {
			out = append(out, beginning(s))
		}
	}
	return out
}

// beginning is how much of a text is looked for in a sentence, which may quote it cut.
func beginning(s string) string {
	const letters = 16
	if r := []rune(s); len(r) > letters {
		return string(r[:letters])
	}
	return s
}

// eachShared gives the texts of the items that are shared with the customer.
func (c *Context) eachShared(a *model.Account, take func(string)) {
	for _, of := range []edit.EntityKind{edit.OfObjective, edit.OfAction, edit.OfInsight, edit.OfValue, edit.OfDecision} {
		for _, id := range itemIDs(a, of) {
			ref := edit.Ref{Account: a.ID, Of: of, ID: id}
			for _, f := range edit.Fields(c.Portfolio().Programme()) {
				if f.Of == of && c.MayRead(ref, f) {
					take(edit.Get(c.Portfolio(), ref, f))
				}
			}
		}
	}
}

// eachText gives every text in a value.
func eachText(v reflect.Value, take func(string)) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			eachText(v.Elem(), take)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			eachText(v.Field(i), take)
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			eachText(v.Index(i), take)
		}
	case reflect.Map:
		for it := v.MapRange(); it.Next(); {
			eachText(it.Value(), take)
		}
	case reflect.String:
		take(v.String())
	}
}

// MayReadParked reports whether the screen may show what a parked line says: the
// room has seen it typed.
func (c *Context) MayReadParked(line *model.Parked) bool {
	return !c.Modest() || c.RoomsOwn[string(line.ID)]
}

func (c *Context) OwnForRoom(id string) {
	if c.RoomsOwn == nil {
		c.RoomsOwn = map[string]bool{}
	}
	c.RoomsOwn[id] = true
	c.oursTexts = oursTexts{}
}
