package kit

import (
	"reflect"
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/theme"
	"accord/ui/widget"
)

// DeletePage asks before something goes that takes more with it than the line one
// sees, and names what that would be.
type DeletePage struct {
	Head string
	With []string // what else would go
	lose []string // what would lose something, a sentence each
	then Outcome
	Ask  func(*Context) Outcome // instead of then, where yes begins something beside the screen
	Last bool                   // undo does not bring it back
	page Body
}

// Deleting is a delete: at once where only the thing itself goes, else after a
// question that names the rest.
func Deleting(c *Context, what string, out Outcome) Outcome {
	if why := c.Session.Frozen(); why != "" {
		return Refuse(why)
	}
	patch, err := c.Session.Try(edit.Together(out.Changes()))
	if err != nil {
		return out // refused in words when it is done
	}
	with, lose := goesWith(patch)
	if len(with)+len(lose) == 0 {
		return out
	}
	out.Close()
	return Open(&DeletePage{Head: words.T("kit.delete", what), With: with, lose: lose, then: out})
}

// goesWith names what a step takes away besides the one thing that it is about, and
// tells what it changes elsewhere.
func goesWith(p *edit.Patch) (with, lose []string) {
	gone, changed := map[string]int{}, map[string]int{}
	whole := false
	for i, was := range p.Before {
		if was != nil {
			whole = whole || p.After[i] == nil
			compareLists(was, p.After[i], gone, changed)
		}
	}
	if !whole && p.ProgrammeAfter == nil { // the thing itself is one of these
		lessOne(gone, p.Place.Field, p)
	}
	for _, l := range accountLists {
		if n := gone[l.name]; n > 0 {
			with = append(with, listCount(l.name, n))
		}
	}
	for _, l := range accountLists {
		if n := changed[l.name]; n > 0 && l.name != "seat" {
			lose = append(lose, words.T("kit.loses-link", n, listCount(l.name, n)))
		}
	}
	for i, was := range p.Before {
		if was != nil && p.After[i] != nil && (was.Manager != p.After[i].Manager || was.Sponsor != p.After[i].Sponsor) {
			changed["role"]++
		}
	}
	if n := changed["role"]; n > 0 {
		lose = append(lose, words.T("kit.loses-manager-or-sponsor", n))
	}
	return with, lose
}

// accountLists are what an account has of everything, in the order it is named.
var accountLists = []struct {
	name string // names the list in this file, never on the screen
	of   func(*model.Account) any
}{
	{"seat", func(a *model.Account) any { return a.Seats }}, {"contact", func(a *model.Account) any { return a.Persons }},
	{"tie", func(a *model.Account) any { return a.Ties }}, {"relation", func(a *model.Account) any { return a.Edges }},
	{"rating", func(a *model.Account) any { return a.Ratings }}, {"year", func(a *model.Account) any { return a.Years }},
	{"transaction", func(a *model.Account) any { return a.Transactions }},
	{"objective", func(a *model.Account) any { return a.Objectives }}, {"action", func(a *model.Account) any { return a.Actions }},
	{"insight", func(a *model.Account) any { return a.Insights }}, {"value", func(a *model.Account) any { return a.Values }},
	{"point", func(a *model.Account) any { return a.Points }}, {"risk", func(a *model.Account) any { return a.Risks }},
	{"review", func(a *model.Account) any { return a.Reviews }}, {"decision", func(a *model.Account) any { return a.Decisions }},
	{"cell", func(a *model.Account) any { return a.Cells }}, {"text", func(a *model.Account) any { return longTexts(a) }},
}

// listCount says how many things of a list there are.
func listCount(name string, n int) string {
	switch name {
	case "seat":
		return words.T("kit.n-seats", n)
	case "contact":
		return words.T("kit.n-contacts", n)
	case "tie":
		return words.T("kit.n-ties", n)
	case "relation":
		return words.T("kit.n-relations", n)
	case "rating":
		return words.T("kit.n-ratings", n)
	case "year":
		return words.T("kit.n-financial-years", n)
	case "transaction":
		return words.T("kit.n-transactions", n)
	case "objective":
		return words.T("kit.n-objectives", n)
	case "action":
		return words.T("kit.n-actions", n)
	}
	return planCount(name, n)
}

// planCount is the same for the lists of the plan.
func planCount(name string, n int) string {
	switch name {
	case "insight":
		return words.T("kit.n-insights", n)
	case "value":
		return words.T("kit.n-value-lines", n)
	case "point":
		return words.T("kit.n-swot-points", n)
	case "risk":
		return words.T("kit.n-risks", n)
	case "review":
		return words.T("kit.n-reviews", n)
	case "decision":
		return words.T("kit.n-decisions", n)
	case "cell":
		return words.T("kit.n-whitespace-cells", n)
	}
	return words.T("kit.n-long-texts", n)
}

// longTexts are the pages of an account that something is written on.
func longTexts(a *model.Account) (out []string) {
	for _, text := range [...]string{a.Notes, a.Charter, a.Competitors, a.Focus} {
		if strings.TrimSpace(text) != "" {
			out = append(out, text)
		}
	}
	return out
}

// compareLists counts what an account loses of each list, and what changes in them;
// after is nil when all of it goes.
func compareLists(before, after *model.Account, gone, changed map[string]int) {
	for _, l := range accountLists {
		was, is := reflect.ValueOf(l.of(before)), reflect.Value{}
		if after == nil {
			gone[l.name] += was.Len()
			continue
		}
		is = reflect.ValueOf(l.of(after))
		gone[l.name] += max(0, was.Len()-is.Len())
		if was.Kind() != reflect.Slice || was.Type().Elem().Kind() != reflect.Struct ||
			!was.Type().Elem().Field(0).Type.Comparable() {
			continue
		}
		now := map[any]any{}
		for i := range is.Len() {
			now[is.Index(i).Field(0).Interface()] = is.Index(i).Interface()
		}
		for i := range was.Len() {
			if x, there := now[was.Index(i).Field(0).Interface()]; there && !reflect.DeepEqual(x, was.Index(i).Interface()) {
				changed[l.name]++
			}
		}
	}
}

// lessOne takes the thing itself off the count of its list.
func lessOne(gone map[string]int, id string, p *edit.Patch) {
	for i, was := range p.Before {
		if was == nil {
			continue
		}
		for _, l := range accountLists {
			v := reflect.ValueOf(l.of(was))
			if v.Kind() != reflect.Slice || p.After[i] == nil {
				continue
			}
			for k := range v.Len() {
				e := v.Index(k)
				named := e.Kind() == reflect.Struct && e.Field(0).Kind() == reflect.String && e.Field(0).String() == id
				if named && gone[l.name] > 0 {
					gone[l.name]--
					return
				}
			}
		}
	}
}

func (d *DeletePage) Title(*Context) string { return widget.Short(d.Head, 60, "…") }
func (d *DeletePage) Scopes(*Context) []keys.Scope {
	return []keys.Scope{keys.ScopeDelete, keys.ScopeMove}
}

func (d *DeletePage) Place(_ *Context, screen widget.Rect) widget.Rect {
	w := min(68, screen.W)
	d.lay(w - 2)
	return screen.Center(w, min(screen.H, len(d.page.Lines)+4))
}

func (d *DeletePage) lay(w int) {
	d.page.Begin(w)
	if len(d.With) > 0 {
		d.page.Text(1, words.T("kit.this-goes-too", strings.Join(d.With, ", ")), theme.Plain)
	}
	for _, line := range d.lose {
		d.page.Text(1, line, theme.Plain)
	}
	d.page.Blank()
	back := words.T("kit.u-brings-everything-back")
	if d.Last {
		back = words.T("kit.this-cannot-taken-back")
	}
	d.page.Text(1, back, theme.Quiet)
}

func (d *DeletePage) Handle(c *Context, in keys.Intent) Outcome {
	switch in.Kind {
	case keys.Yes:
		if d.Ask != nil {
			out := d.Ask(c)
			out.Close()
			return out
		}
		return d.then
	case keys.No, keys.Cancel:
		out := Close()
		out.Say(words.T("kit.nothing-deleted"))
		return out
	case keys.Quit, keys.Redraw, keys.Suspend, keys.Help:
		return Outcome{}
	}
	if d.page.Scroll(in.Kind) {
		return Done()
	}
	return Refuse(words.T("kit.y-deletes-all-this-esc"))
}

func (d *DeletePage) Draw(_ *Context, cv widget.Canvas, _ bool) {
	body := Hint(cv, words.T("kit.y-deletes-esc-keeps"))
	d.lay(cv.W())
	d.page.Draw(body)
}
