package kit

import (
	"accord/model"
	"accord/model/edit"
	"accord/ui/keys"
	"accord/ui/theme"
	"accord/ui/widget"
)

// FieldEdit is one visit to a field of the registry, typed in place. Every key
// that leaves a legal value is an edit of its own, saved like any other; all
// keys of one visit are one undo.
type FieldEdit struct {
	Ref    edit.Ref
	Field  edit.Field
	Before string
	entry  uint64
	Input  *widget.Field
	wrong  string                   // why what stands there cannot be taken, "" when it can
	warned bool                     // the reason was shown once on leaving
	Whole  func(part string) string // the value around what is typed, where that is only a part of it
	words  []Choice                 // of a choice whose words are typed: what it can be
}

// EditField starts a visit; nil when there is no such field.
func EditField(c *Context, ref edit.Ref, key string) *FieldEdit {
	f, err := edit.FieldByKey(c.Portfolio().Programme(), key)
	if err != nil {
		return nil
	}
	value := edit.Get(c.Portfolio(), ref, f)
	return &FieldEdit{Ref: ref, Field: f, Before: value, entry: c.Entry(), Input: widget.NewField(value)}
}

// EditFresh starts a visit in which the first letter replaces the old value.
func EditFresh(c *Context, ref edit.Ref, key, first string) *FieldEdit {
	e := EditField(c, ref, key)
	if e != nil {
		e.Input = widget.NewField("")
		e.Input.Apply(widget.Insert, first)
	}
	return e
}

// Handle answers an intent inside the field. closed is true when the visit is
// over; the intent may then still mean a move (NextField, Up, Down …).
func (e *FieldEdit) Handle(c *Context, in keys.Intent) (out Outcome, closed bool) {
	switch in.Kind {
	case keys.Typing:
		if !e.Input.Apply(in.Edit, in.Text) {
			return Done(), false
		}
		if e.words != nil {
			e.wrong = e.unfit()
			return Done(), false
		}
		return e.Commit(c), false
	case keys.Accept, keys.Cancel, keys.NextField, keys.PrevField, keys.Up, keys.Down:
		if e.words != nil {
			return e.choose(c, in.Kind)
		}
		if e.wrong != "" && (in.Kind != keys.Cancel || !e.warned) {
			e.warned = true
			return Refuse(e.wrong), false
		}
		return Done(), true
	case keys.PageUp, keys.PageDown:
		return Done(), false
	}
	return Outcome{}, false
}

// Commit proposes what stands in the field now, if it is legal.
func (e *FieldEdit) Commit(c *Context) Outcome {
	e.wrong, e.warned = "", false
	value, err := e.typed(c)
	if err != nil {
		e.wrong = Sentence(err)
		return Done()
	}
	ch := e.change(value)
	if _, err := c.Session.Try(ch); err != nil {
		e.wrong = Sentence(err)
		if c.Session.Hidden() {
			return Refuse(e.wrong)
		}
		return Done()
	}
	return Change(ch)
}

// typed is what stands in the field as the registry takes it: a day may be typed
// as today, +2w or 30.11.
func (e *FieldEdit) typed(c *Context) (string, error) {
	if e.Whole != nil {
		return e.Whole(e.Input.Text()), nil
	}
	if e.Field.Kind != edit.Day {
		return e.Input.Text(), nil
	}
	d, err := ParseDay(e.Input.Text(), c.Session.Today())
	return d.String(), err
}

func (e *FieldEdit) change(value string) edit.Change {
	return edit.SetField{Ref: e.Ref, Key: e.Field.Key, Value: value, Entry: e.entry}
}

func (e *FieldEdit) Draw(cv widget.Canvas, x, y, w int) {
	st := theme.Plain
	if e.wrong != "" {
		st = theme.Bad
	}
	e.Input.Draw(cv, x, y, w, st)
}

// EditKind opens the right way to edit a field: in place for a line, a list for
// a choice, a page for long text. Exactly one of the results is set.
func EditKind(c *Context, ref edit.Ref, key string) (inline *FieldEdit, over Page) {
	f, err := edit.FieldByKey(c.Portfolio().Programme(), key)
	switch {
	case err != nil:
		return nil, nil
	case key == periodKey:
		return nil, PickPeriod(c)
	case f.Kind == edit.Choice || f.Kind == edit.YesNo || f.Kind == edit.Link:
		return nil, NewPickField(c, ref, f)
	case f.Kind == edit.LongText:
		return nil, NewProse(c, ref, f)
	}
	return EditField(c, ref, key), nil
}

// linkChoices are the things a link field can name, each with what SetField
// takes for it: the id where names may be alike.
func linkChoices(c *Context, ref edit.Ref, key string) []Choice {
	var out []Choice
	switch key {
	case "manager", "sponsor":
		for _, m := range c.Portfolio().Programme().Team {
			out = append(out, Choice{m.Name, m.Name})
		}
	case "parent":
		for _, a := range c.Portfolio().Accounts() {
			if a.ID != ref.Account {
				out = append(out, Choice{a.Name, string(a.ID)})
			}
		}
	case "action.objective":
		if a := c.Portfolio().Account(ref.Account); a != nil {
			for _, o := range a.Objectives {
				out = append(out, Choice{o.Text, string(o.ID)})
			}
		}
	case "objective.cites", "objective.uses":
		if a := c.Portfolio().Account(ref.Account); a != nil {
			for _, p := range a.Points {
				out = append(out, Choice{p.Text, string(p.ID)})
			}
		}
	}
	return append(out, itemChoices(c.Portfolio().Account(ref.Account), ref.ID, key)...)
}

// itemChoices are the things of an account that an action can be joined to.
func itemChoices(a *model.Account, self, key string) (out []Choice) {
	switch {
	case a == nil:
	case key == "action.after":
		for _, x := range a.Actions {
			if string(x.ID) != self {
				out = append(out, Choice{x.Text, string(x.ID)})
			}
		}
	case key == "action.person":
		for _, p := range a.Persons {
			out = append(out, Choice{p.Name, string(p.ID)})
		}
	case key == "action.value":
		for _, v := range a.Values {
			out = append(out, Choice{v.Text, string(v.ID)})
		}
	}
	return out
}

// Visitor is a part in which a field is typed in place.
type Visitor interface{ Visit() **FieldEdit }
