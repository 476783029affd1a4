package merge3

import (
	"reflect"
	"slices"
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
)

// Merging is the way from two versions of one portfolio to one: every fact that
// only one of the two changed is taken, those that both changed differently are
// conflicts. It knows nothing of what a member means beyond its type, so that a
// fact added to the model is merged without a line here.
type Merging struct {
	base, mine, theirs *model.Portfolio
	touched            []model.AccountID // they changed these, or we deleted them
	team               bool              // they changed the programme, or we took somebody off the team
	result             *model.Portfolio
	conflicts          []Clash
	notes              []string
}

// Merge3 brings their version of a portfolio into mine, both grown from base.
// Accounts, people and members that both added separately are one where a source
// id, an address or the name says so. What a version of an older program does not know
// of it did not change.
func Merge(base, mine, theirs *model.Portfolio) (*Merging, error) {
	if base.Len() > 0 && (apart(base, mine) || apart(base, theirs)) {
		return nil, model.Refuse(
			"merge",
			words.T("merge3.choose-export-both-files-made"),
			words.T("merge3.common-beginning-no-account-both"),
		)
	}
	theirs = theirs.CaughtUp(base)
	theirs = edit.Washed(theirs, base, mine)
	m := &Merging{base: base, mine: mine}
	m.theirs, m.notes = alike(base, mine, theirs)
	for _, id := range allAccounts(base, mine, m.theirs) {
		b, t := base.Account(id), m.theirs.Account(id)
		if a := mine.Account(id); !reflect.DeepEqual(b, t) && !reflect.DeepEqual(a, t) || a == nil && t != nil {
			m.touched = append(m.touched, id)
		}
	}
	m.team = !reflect.DeepEqual(base.Programme(), m.theirs.Programme()) ||
		len(mine.Programme().Team) < len(base.Programme().Team)
	var err error
	m.result, m.conflicts, err = m.Resolve(nil)
	return m, err
}

// apart reports whether a version has nothing of the beginning: it is of another
// portfolio. An empty one is of any.
func apart(base, p *model.Portfolio) bool {
	return p.Len() > 0 &&
		!slices.ContainsFunc(base.Accounts(), func(a *model.Account) bool { return p.Account(a.ID) != nil })
}

func allAccounts(list ...*model.Portfolio) []model.AccountID {
	var out []model.AccountID
	for _, p := range list {
		for _, a := range p.Accounts() {
			out = append(out, a.ID)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Conflicts are the questions while nothing is resolved: what is here stays.
func (m *Merging) Conflicts() []Clash { return m.conflicts }

// Notes say what was taken for the same, in sentences.
func (m *Merging) Notes() []string { return m.notes }

// Incoming tells what they changed since the common beginning.
func (m *Merging) Incoming() []edit.Edit {
	return edit.Between(m.base, m.theirs).Edits(m.theirs.Programme())
}

// Unasked tells what comes in without a question: what they changed, less what both
// changed differently.
func (m *Merging) Unasked() []edit.Edit { return m.Coming(m.result) }

// Coming tells what a resolution would change here.
func (m *Merging) Coming(result *model.Portfolio) []edit.Edit {
	return edit.Between(m.mine, result).Edits(result.Programme())
}

// Result is the merged portfolio while nothing is resolved.
func (m *Merging) Result() *model.Portfolio { return m.result }

// Resolve merges with answers by the keys of conflicts; without an answer what is
// here stays. Answers can bring up conflicts that were not there before: whose
// superior is whose, or a name that is taken.
func (m *Merging) Resolve(choices map[string]Resolution) (*model.Portfolio, []Clash, error) {
	j := &joiner{base: m.base, mine: m.mine, theirs: m.theirs, choices: choices}
	g := m.mine.Programme()
	if m.team {
		g = j.programme()
	}
	changed := map[model.AccountID]*model.Account{}
	for _, id := range m.touched {
		changed[id] = j.account(id)
	}
	accounts := make([]*model.Account, 0, m.mine.Len()+len(changed))
	for _, a := range m.mine.Accounts() {
		if b, touched := changed[a.ID]; !touched {
			accounts = append(accounts, a)
		} else if b != nil {
			accounts = append(accounts, b)
		}
		delete(changed, a.ID)
	}
	for _, a := range changed {
		if a != nil {
			accounts = append(accounts, a)
		}
	}
	p, err := model.NewPortfolio(g, accounts)
	if err != nil {
		return nil, nil, err
	}
	p = j.fitted(p)
	slices.SortStableFunc(j.out, func(a, b Clash) int { return strings.Compare(a.Name, b.Name) })
	return p, j.out, nil
}

// ResolveAll answers every conflict with one side, those too that the answers
// themselves bring up.
func (m *Merging) ResolveAll(side MergeSide) (*model.Portfolio, []Clash, error) {
	answers, list := map[string]Resolution{}, m.conflicts
	for {
		known := len(answers)
		for _, c := range list {
			answers[c.Key] = Resolution{Side: side}
		}
		p, next, err := m.Resolve(answers)
		if list = next; err != nil || len(answers) == known {
			return p, list, err
		}
	}
}

// Change makes a resolution one change of the portfolio it was made for; nil when
// it changes nothing.
func (m *Merging) Change(result *model.Portfolio, title words.Msg) edit.Change {
	if edit.Between(m.mine, result).Empty() {
		return nil
	}
	return takeMerge{m.mine, result, title}
}

// takeMerge puts a merged portfolio in the place of the one that was merged.
type takeMerge struct {
	mine, result *model.Portfolio
	title        words.Msg
}

// Label implements Change.
func (c takeMerge) Label() words.Msg { return c.title }

// Where implements Change.
func (c takeMerge) Where() edit.Place {
	if p := edit.Between(c.mine, c.result); len(p.After) > 0 {
		return edit.Place{Account: edit.AccountOf(p.Before[0], p.After[0])}
	}
	return edit.Place{}
}

func (c takeMerge) Imported() bool { return true }

// Another implements edit.Another: the other file may hold what is longer than its bound.
func (c takeMerge) Another() bool { return true }

func (c takeMerge) Apply(d *edit.Draft) error {
	if d.Base != c.mine {
		return model.Refuse(
			"merge",
			words.T("merge3.read-other-file-again"),
			words.T("merge3.accounts-changed-since-files-compared"),
		)
	}
	p := edit.Between(c.mine, c.result)
	for i := range p.After {
		d.Put(edit.AccountOf(p.Before[i], p.After[i]), p.After[i])
	}
	if p.ProgrammeAfter != nil {
		*d.Settings() = *p.ProgrammeAfter
	}
	return nil
}
