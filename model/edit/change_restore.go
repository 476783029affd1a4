package edit

import (
	"reflect"
	"slices"
	"strings"

	"accord/model"
	"accord/model/words"
)

// Between is the patch that leads from one portfolio to another: every account
// and setting that is not the same.
func Between(from, to *model.Portfolio) *Patch {
	p := &Patch{Programme: to.Programme()}
	add := func(was, is *model.Account) {
		if was != is && !reflect.DeepEqual(was, is) {
			p.Before, p.After = append(p.Before, was), append(p.After, is)
		}
	}
	for _, a := range from.Accounts() {
		add(a, to.Account(a.ID))
	}
	for _, a := range to.Accounts() {
		if from.Account(a.ID) == nil {
			add(nil, a)
		}
	}
	if !reflect.DeepEqual(from.Programme(), to.Programme()) {
		p.ProgrammeBefore, p.ProgrammeAfter = from.Programme(), to.Programme()
	}
	return p
}

// Restore brings back what was there at another moment: everything, one account,
// or one part of it. It is a change like any other.
type Restore struct {
	From    *model.Portfolio
	Moment  string          // how people call the moment
	Account model.AccountID // "" is every account and the settings
	Part    string          // one of RestoreParts, "" is the whole account
}

// Label implements Change.
func (c Restore) Label() words.Msg {
	if c.Part != "" {
		return words.New("edit.restore-from", c.Part, c.Moment)
	}
	return words.New("edit.restore", c.Moment)
}

// Where implements Change.
func (c Restore) Where() Place { return Place{Account: c.Account} }

// restorePart is a part of an account that can be restored alone.
type restorePart struct {
	key  string
	copy func(to, from *model.Account)
}

var restoreParts = []restorePart{
	{"map", func(to, from *model.Account) {
		to.Seats, to.Persons, to.Ties, to.Edges = from.Seats, from.Persons, from.Ties, from.Edges
	}},
	{"figures", func(to, from *model.Account) { to.Years, to.Transactions = from.Years, from.Transactions }},
	{"whitespace", func(to, from *model.Account) { to.Cells = from.Cells }},
	{"customer", func(to, from *model.Account) { to.Insights = from.Insights }},
	{"value", func(to, from *model.Account) { to.Values = from.Values }},
	{"competitors", func(to, from *model.Account) { to.Competitors = from.Competitors }},
	{"focus", func(to, from *model.Account) { to.Focus = from.Focus }},
	{"charter", func(to, from *model.Account) { to.Charter, to.StageTarget = from.Charter, from.StageTarget }},
	{"swot", func(to, from *model.Account) { to.Points = from.Points }},
	{"objectives", func(to, from *model.Account) { to.Objectives = from.Objectives }},
	{"actions", func(to, from *model.Account) { to.Actions = from.Actions }},
	{"risks", func(to, from *model.Account) { to.Risks = from.Risks }},
	{"decisions", func(to, from *model.Account) { to.Decisions = from.Decisions }},
	{"reviews", func(to, from *model.Account) { to.Reviews = from.Reviews }},
	{"notes", func(to, from *model.Account) { to.Notes = from.Notes }},
}

// RestoreParts are the parts of an account that can be restored alone: those of
// the plan and the map, and the instruments of the method pack.
func RestoreParts(g *model.Programme) []string {
	var out []string
	for _, in := range g.MethodPack().Instruments {
		out = append(out, in.Key)
	}
	for _, p := range restoreParts {
		out = append(out, p.key)
	}
	return out
}

func (c Restore) Apply(d *Draft) error {
	if c.Account == "" {
		return c.everything(d)
	}
	then := c.From.Account(c.Account)
	switch {
	case then == nil && c.Part != "":
		return model.Refuse("moment", words.T("edit.choose-later-moment"), words.T("edit.account-not-there-yet"))
	case then == nil:
		return model.Refuse("moment", words.T("edit.delete-account-instead-if-meant"), words.T("edit.account-not-there-yet"))
	case c.Part != "":
		return c.part(d, then)
	}
	a := *then
	if d.Peek(a.Parent) == nil {
		a.Parent = ""
	}
	if d.descends(d.Peek(a.Parent), a.ID) {
		a.Parent = ""
	}
	if _, err := d.named(a.ID, a.Name); err != nil {
		return err
	}
	a.Tidy(d.program())
	d.Put(a.ID, &a)
	return nil
}

func (c Restore) everything(d *Draft) error {
	for _, a := range d.Base.Accounts() {
		if c.From.Account(a.ID) == nil {
			d.Put(a.ID, nil)
		}
	}
	for _, a := range c.From.Accounts() {
		d.Put(a.ID, a)
	}
	*d.Settings() = *c.From.Programme()
	return nil
}

func (c Restore) part(d *Draft, then *model.Account) error {
	a, err := d.account(c.Account)
	if err != nil {
		return err
	}
	if i := slices.IndexFunc(restoreParts, func(p restorePart) bool { return p.key == c.Part }); i >= 0 {
		restoreParts[i].copy(a, then)
	} else if d.program().MethodPack().Instrument(c.Part) != nil {
		a.Ratings = ratingsRestored(a.Ratings, then.Ratings, c.Part+".")
	} else {
		return model.Refuse(
			"part",
			words.T("edit.choose-one", strings.Join(RestoreParts(d.program()), ", ")),
			words.T("edit.no-part-account", c.Part),
		)
	}
	a.Tidy(d.program())
	return nil
}

// ratingsRestored takes the ratings of one instrument from then, the others from
// now.
func ratingsRestored(now, then map[model.FactorKey]model.Rating, prefix string) map[model.FactorKey]model.Rating {
	out := map[model.FactorKey]model.Rating{}
	for k, r := range now {
		if !strings.HasPrefix(string(k), prefix) {
			out[k] = r
		}
	}
	for k, r := range then {
		if strings.HasPrefix(string(k), prefix) {
			out[k] = r
		}
	}
	if len(out) == 0 {
		return nil
	}
	return out
}
