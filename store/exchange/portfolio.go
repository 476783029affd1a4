package exchange

import (
	"errors"
	"reflect"
	"slices"
	"strings"

	"accord/model"
	"accord/model/words"
	"accord/store/exchange/cells"
	"accord/store/exchange/document"
	"accord/store/exchange/match"
)

// merge brings a whole portfolio into another one.
type merge struct {
	p        *model.Portfolio
	in       *model.Portfolio
	o        Options
	pv       *Preview
	accounts map[model.AccountID]model.AccountID // theirs to ours
	members  map[model.MemberID]model.MemberID
	team     []model.Member // ours with theirs added
}

// looksLikeJSON reports whether a file is meant to be a portfolio of ours.
func looksLikeJSON(data []byte) bool {
	head := strings.TrimLeft(string(data[:min(len(data), 64)]), "\ufeff \t\r\n")
	return strings.HasPrefix(head, "{")
}

// jsonHead refuses a JSON of somebody else by its beginning.
func jsonHead(data []byte, name string) error {
	if !strings.Contains(string(data), `"accord"`) {
		return cells.Refuse(name, "", words.T("exchange.this-json-no-portfolio-accord"))
	}
	return nil
}

// readPortfolio previews a JSON document of ours. Into an empty portfolio it
// brings its settings; into another one only people of our team and offerings that are new there.
func readPortfolio(data []byte, name string, p *model.Portfolio, o Options) (*Preview, error) {
	in, err := document.Parse(data)
	if err != nil {
		var problem *model.Problem
		if errors.As(err, &problem) {
			problem.Field = name + ": " + problem.Field
		}
		return nil, err
	}
	m := &merge{p: p, in: in, o: o, pv: &Preview{Kind: Portfolio, File: name, Rows: in.Len()},
		accounts: map[model.AccountID]model.AccountID{}, members: map[model.MemberID]model.MemberID{}}
	if m.pv.History, err = document.HistoryWords(data); err != nil {
		m.pv.Notes = append(m.pv.Notes, err.Error())
	}
	g := m.settings()
	m.matchAccounts()
	changed := m.compare()
	m.pv.seal(p, changed, g)
	m.pv.notePeriod(p, changed, o)
	if o.Progress != nil && !o.Progress(1, 1) {
		return nil, ErrCancelled
	}
	return m.pv, nil
}

// settings gives the programme after the import, nil when it stays as it is.
func (m *merge) settings() *model.Programme {
	mine, theirs := m.p.Programme(), m.in.Programme()
	if m.p.Len() == 0 {
		if reflect.DeepEqual(mine, theirs) {
			return nil
		}
		m.pv.Notes = append(m.pv.Notes, words.T("exchange.settings-file-taken-over-title"))
		return theirs
	}
	m.matchTeam(mine.Team, theirs.Team)
	if mine.Currency != theirs.Currency {
		m.pv.Notes = append(
			m.pv.Notes,
			words.T("exchange.file-reports-this-portfolio-amounts", string(theirs.Currency), string(mine.Currency)),
		)
	}
	if !reflect.DeepEqual(mine.MethodPack(), theirs.MethodPack()) {
		m.pv.Notes = append(m.pv.Notes, words.T("exchange.file-another-method-pack-ratings"))
	}
	g := *mine
	g.Team = m.team
	g.Offerings = catalogue(mine.Offerings, theirs.Offerings)
	if len(g.Team) == len(mine.Team) && len(g.Offerings) == len(mine.Offerings) {
		return nil
	}
	return &g
}

// catalogue is what we sell with what they sell added; the lines and list prices
// of what is in both stay as they are here.
func catalogue(ours, theirs []model.Offering) []model.Offering {
	out := slices.Clip(ours)
	for _, x := range theirs {
		if !slices.ContainsFunc(out, func(y model.Offering) bool { return strings.EqualFold(x.Name, y.Name) }) {
			out = append(out, x)
		}
	}
	return out
}

// matchTeam finds their members among ours, by id and then by name, and adds
// those we have not.
func (m *merge) matchTeam(ours, theirs []model.Member) {
	m.team = slices.Clone(ours)
	for _, x := range theirs {
		i := slices.IndexFunc(m.team, func(y model.Member) bool { return y.ID == x.ID })
		if i < 0 {
			i = slices.IndexFunc(m.team, func(y model.Member) bool { return cells.Fold(y.Name) == cells.Fold(x.Name) })
		}
		if i < 0 {
			m.team = append(m.team, x)
			i = len(m.team) - 1
		}
		m.members[x.ID] = m.team[i].ID
	}
}

// matchAccounts finds their accounts among ours: by id first, so that a name
// never takes an account away from its own id.
func (m *merge) matchAccounts() {
	taken := map[model.AccountID]bool{}
	for _, a := range m.in.Accounts() {
		if m.p.Account(a.ID) != nil {
			m.accounts[a.ID] = a.ID
			taken[a.ID] = true
		}
	}
	b := match.New(m.p, match.Options{NewID: m.o.NewID, Today: m.o.Today, Same: m.o.Same})
	for _, a := range m.in.Accounts() {
		if m.accounts[a.ID] != "" {
			continue
		}
		m.accounts[a.ID] = a.ID
		if same := b.ByName[cells.Fold(a.Name)]; same != "" && !taken[same] {
			m.accounts[a.ID] = same
			taken[same] = true
		}
	}
}

// compare makes the new versions and lists what differs.
func (m *merge) compare() []*model.Account {
	var changed []*model.Account
	name := func(id model.AccountID) string {
		for _, p := range []*model.Portfolio{m.p, m.in} {
			if a := p.Account(id); a != nil {
				return a.Name
			}
		}
		return ""
	}
	for _, theirs := range m.in.Accounts() {
		a := m.translate(theirs)
		before := m.p.Account(a.ID)
		if before != nil && m.in.IsOlder() {
			a = model.CaughtUp(a, before, m.in.Knows())
		}
		diff := AccountDiff{ID: a.ID, Name: a.Name}
		if before != nil && reflect.DeepEqual(before, a) {
			m.pv.Unchanged = append(m.pv.Unchanged, diff)
			continue
		}
		list := &m.pv.Changed
		base := before
		if before == nil {
			list, base = &m.pv.New, &model.Account{ID: a.ID}
		}
		diff.Fields = fieldDiffs(m.p.Programme(), base, a, name)
		diff.NewTransactions, diff.ChangedTransactions = compareKeyed(
			base.Transactions,
			a.Transactions,
			func(t model.Transaction) string { return t.Key },
		)
		diff.NewContacts, diff.ChangedContacts = contactDiffs(base, a)
		if len(diff.Fields) == 0 && diff.NewTransactions+diff.ChangedTransactions == 0 {
			diff.Fields = []FieldDiff{{words.T("exchange.details"), "", "differ"}}
		}
		*list = append(*list, diff)
		changed = append(changed, a)
	}
	return changed
}

// translate gives their account with our ids in the place of theirs.
func (m *merge) translate(theirs *model.Account) *model.Account {
	a := *theirs
	a.ID = m.accounts[a.ID]
	if a.Parent != "" {
		a.Parent = m.accounts[a.Parent]
	}
	if len(m.members) == 0 {
		return &a
	}
	member := func(id model.MemberID) model.MemberID {
		if ours, ok := m.members[id]; ok {
			return ours
		}
		return id
	}
	a.Manager, a.Sponsor = member(a.Manager), member(a.Sponsor)
	if a.Ties != nil {
		a.Ties = slices.Clone(a.Ties)
		for i := range a.Ties {
			a.Ties[i].Ours = member(a.Ties[i].Ours)
		}
	}
	return &a
}
