package ui

import (
	"accord/model"
	"accord/model/edit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// fieldEdit is one visit to a field of the registry, typed in place. Every key
// that leaves a legal value is an edit of its own, saved like any other; all
// keys of one visit are one undo.
type fieldEdit struct {
	ref    edit.Ref
	field  edit.Field
	before string
	entry  uint64
	input  *widget.Field
	wrong  string                   // why what stands there cannot be taken, "" when it can
	warned bool                     // the reason was shown once on leaving
	whole  func(part string) string // the value around what is typed, where that is only a part of it
	words  []choice                 // of a choice whose words are typed: what it can be
}

// editField starts a visit; nil when there is no such field.
func editField(c *ctx, ref edit.Ref, key string) *fieldEdit {
	f, err := edit.FieldByKey(c.portfolio().Programme(), key)
	if err != nil {
		return nil
	}
	value := edit.Get(c.portfolio(), ref, f)
	return &fieldEdit{ref: ref, field: f, before: value, entry: c.entry(), input: widget.NewField(value)}
}

// editFresh starts a visit in which the first letter replaces the old value.
func editFresh(c *ctx, ref edit.Ref, key, first string) *fieldEdit {
	e := editField(c, ref, key)
	if e != nil {
		e.input = widget.NewField("")
		e.input.Apply(widget.Insert, first)
	}
	return e
}

// handle answers an intent inside the field. closed is true when the visit is
// over; the intent may then still mean a move (NextField, Up, Down …).
func (e *fieldEdit) handle(c *ctx, in Intent) (out Outcome, closed bool) {
	switch in.Kind {
	case Typing:
		if !e.input.Apply(in.Edit, in.Text) {
			return done(), false
		}
		if e.words != nil {
			e.wrong = e.unfit()
			return done(), false
		}
		return e.commit(c), false
	case Accept, Cancel, NextField, PrevField, Up, Down:
		if e.words != nil {
			return e.choose(c, in.Kind)
		}
		if e.wrong != "" && (in.Kind != Cancel || !e.warned) {
			e.warned = true
			return refuse(e.wrong), false
		}
		return done(), true
	case PageUp, PageDown:
		return done(), false
	}
	return Outcome{}, false
}

// commit proposes what stands in the field now, if it is legal.
func (e *fieldEdit) commit(c *ctx) Outcome {
	e.wrong, e.warned = "", false
	value, err := e.typed(c)
	if err != nil {
		e.wrong = sentence(err)
		return done()
	}
	ch := e.change(value)
	if _, err := c.session.Try(ch); err != nil {
		e.wrong = sentence(err)
		if c.session.hidden() {
			return refuse(e.wrong)
		}
		return done()
	}
	return change(ch)
}

// typed is what stands in the field as the registry takes it: a day may be typed
// as today, +2w or 30.11.
func (e *fieldEdit) typed(c *ctx) (string, error) {
	if e.whole != nil {
		return e.whole(e.input.Text()), nil
	}
	if e.field.Kind != edit.Day {
		return e.input.Text(), nil
	}
	d, err := ParseDay(e.input.Text(), c.session.Today())
	return d.String(), err
}

func (e *fieldEdit) change(value string) edit.Change {
	return edit.SetField{Ref: e.ref, Key: e.field.Key, Value: value, Entry: e.entry}
}

func (e *fieldEdit) draw(cv widget.Canvas, x, y, w int) {
	st := theme.Plain
	if e.wrong != "" {
		st = theme.Bad
	}
	e.input.Draw(cv, x, y, w, st)
}

// editKind opens the right way to edit a field: in place for a line, a list for
// a choice, a page for long text. Exactly one of the results is set.
func editKind(c *ctx, ref edit.Ref, key string) (inline *fieldEdit, over overlay) {
	f, err := edit.FieldByKey(c.portfolio().Programme(), key)
	switch {
	case err != nil:
		return nil, nil
	case f.Kind == edit.Choice || f.Kind == edit.YesNo || f.Kind == edit.Link:
		return nil, newPickField(c, ref, f)
	case f.Kind == edit.LongText:
		return nil, newProse(c, ref, f)
	}
	return editField(c, ref, key), nil
}

// linkChoices are the things a link field can name, each with what SetField
// takes for it: the id where names may be alike.
func linkChoices(c *ctx, ref edit.Ref, key string) []choice {
	var out []choice
	switch key {
	case "manager", "sponsor":
		for _, m := range c.portfolio().Programme().Team {
			out = append(out, choice{m.Name, m.Name})
		}
	case "parent":
		for _, a := range c.portfolio().Accounts() {
			if a.ID != ref.Account {
				out = append(out, choice{a.Name, string(a.ID)})
			}
		}
	case "action.objective":
		if a := c.portfolio().Account(ref.Account); a != nil {
			for _, o := range a.Objectives {
				out = append(out, choice{o.Text, string(o.ID)})
			}
		}
	case "objective.cites", "objective.uses":
		if a := c.portfolio().Account(ref.Account); a != nil {
			for _, p := range a.Points {
				out = append(out, choice{p.Text, string(p.ID)})
			}
		}
	}
	return append(out, itemChoices(c.portfolio().Account(ref.Account), ref.ID, key)...)
}

// itemChoices are the things of an account that an action can be joined to.
func itemChoices(a *model.Account, self, key string) (out []choice) {
	switch {
	case a == nil:
	case key == "action.after":
		for _, x := range a.Actions {
			if string(x.ID) != self {
				out = append(out, choice{x.Text, string(x.ID)})
			}
		}
	case key == "action.person":
		for _, p := range a.Persons {
			out = append(out, choice{p.Name, string(p.ID)})
		}
	case key == "action.value":
		for _, v := range a.Values {
			out = append(out, choice{v.Text, string(v.ID)})
		}
	}
	return out
}

// visitor is a part in which a field is typed in place.
type visitor interface{ Visit() **fieldEdit }
