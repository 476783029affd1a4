package model

import (
	"accord/model/words"
	"slices"
	"strings"
)

// Portfolio is all accounts and the programme at one moment. It never changes:
// an edit makes a new one that shares every account it did not touch, so screen,
// writer and history can hold old ones without locks.
type Portfolio struct {
	accounts  []*Account
	index     map[AccountID]int
	programme *Programme
	named     []*Account // whose names put equals in order, where its own are stand-ins
	lacks     Knows      // how far behind the program is that wrote it: see Older
}

// OrderName is the name by which the i-th account stands among equals (METHOD §4).
func (p *Portfolio) OrderName(i int32) string {
	if p.named != nil {
		return p.named[i].Name
	}
	return p.accounts[i].Name
}

// NewPortfolio makes a portfolio of accounts. It refuses two accounts of one id.
func NewPortfolio(g *Programme, accounts []*Account) (*Portfolio, error) {
	p := &Portfolio{accounts: slices.Clone(accounts), programme: g}
	for _, a := range accounts {
		Tidy(a)
	}
	p.reindex()
	if len(p.index) != len(accounts) || p.Account("") != nil {
		return nil, Refuse(
			words.T("model.account-id"),
			words.T("model.ids-must-unique-not-empty"),
			words.T("model.id-used-twice-or-empty"),
		)
	}
	return p, nil
}

// Assemble is a portfolio of accounts as they are, in the order of their ids. Who made
// them answers for what NewPortfolio would check and tidy.
func Assemble(g *Programme, accounts []*Account) *Portfolio {
	p := &Portfolio{accounts: accounts, programme: g}
	p.reindex()
	return p
}

// Replaced is the portfolio with other accounts in the places of its own, and another
// programme. Where the ids are the same, it shares the index.
func (p *Portfolio) Replaced(g *Programme, accounts []*Account) *Portfolio {
	q := &Portfolio{accounts: accounts, index: p.index, programme: g, named: p.named}
	if !slices.EqualFunc(p.accounts, accounts, func(a, b *Account) bool { return b != nil && a.ID == b.ID }) {
		q.reindex()
	}
	return q
}

// StandsFor is the portfolio with its equals in the order of the names of others: its own
// are stand-ins for them.
func (p *Portfolio) StandsFor(named []*Account) *Portfolio {
	q := *p
	q.named = named
	return &q
}

// Under is the same accounts under another programme.
func (p *Portfolio) Under(g *Programme) *Portfolio {
	q := *p
	q.programme = g
	return &q
}

// Without is the portfolio without some of its accounts.
func (p *Portfolio) Without(gone map[AccountID]bool) *Portfolio {
	rest := func(list []*Account) []*Account {
		return slices.DeleteFunc(slices.Clone(list), func(a *Account) bool { return gone[a.ID] })
	}
	return Assemble(p.programme, rest(p.accounts)).StandsFor(rest(p.named))
}

// EmptyPortfolio is a programme without accounts.
func EmptyPortfolio() *Portfolio {
	return &Portfolio{programme: NewProgramme(), index: map[AccountID]int{}}
}

// Len is the number of accounts.
func (p *Portfolio) Len() int { return len(p.accounts) }

// At returns the i-th account in the portfolio's own stable order.
func (p *Portfolio) At(i int) *Account { return p.accounts[i] }

// Accounts returns all accounts; the slice is shared and must not be changed.
func (p *Portfolio) Accounts() []*Account { return p.accounts }

// Programme returns the settings.
func (p *Portfolio) Programme() *Programme { return p.programme }

// Account returns the account with the id, or nil.
func (p *Portfolio) Account(id AccountID) *Account {
	if i, ok := p.index[id]; ok {
		return p.accounts[i]
	}
	return nil
}

// Index returns the place of an account in the stable order, or -1.
func (p *Portfolio) Index(id AccountID) int {
	if i, ok := p.index[id]; ok {
		return i
	}
	return -1
}

// With returns a portfolio in which the accounts of after stand in the place of
// those of before (nil before: added at the end; nil after: removed).
func (p *Portfolio) With(before, after []*Account, g *Programme) *Portfolio {
	q := &Portfolio{accounts: slices.Clone(p.accounts), index: p.index, programme: g}
	structural := false
	for i := range after {
		switch {
		case before[i] != nil && after[i] != nil:
			q.accounts[p.index[after[i].ID]] = after[i]
		case after[i] != nil:
			structural = true
			q.accounts = append(q.accounts, after[i])
		default:
			structural = true
			q.accounts[p.index[before[i].ID]] = nil
		}
	}
	if structural {
		q.reindex()
	}
	return q
}

// reindex puts accounts in the order of their ids, the order on disk, so that
// an account taken back by undo stands where it stood.
func (p *Portfolio) reindex() {
	p.accounts = slices.DeleteFunc(p.accounts, func(a *Account) bool { return a == nil })
	slices.SortFunc(p.accounts, func(a, b *Account) int { return strings.Compare(string(a.ID), string(b.ID)) })
	p.index = make(map[AccountID]int, len(p.accounts))
	for i, a := range p.accounts {
		p.index[a.ID] = i
	}
}

// Find resolves what a person typed to one account: an exact name, a source id
// or id, else an unambiguous prefix of a name. Case does not count. When several
// fit it returns them all and no account.
func (p *Portfolio) Find(what string) (*Account, []*Account) {
	fold := SameName(what)
	var exact, prefix []*Account
	for _, a := range p.accounts {
		name := SameName(a.Name)
		switch {
		case name == fold || string(a.ID) == what || HasSource(a.Sources, what):
			exact = append(exact, a)
		case fold != "" && strings.HasPrefix(name, fold):
			prefix = append(prefix, a)
		}
	}
	if len(exact) == 0 {
		exact = prefix
	}
	if len(exact) == 1 {
		return exact[0], nil
	}
	return nil, exact
}

func HasSource(s []SourceID, id string) bool {
	return slices.ContainsFunc(s, func(x SourceID) bool { return x.ID == id })
}

// Children returns the accounts whose parent is id, in stable order.
func (p *Portfolio) Children(id AccountID) []*Account {
	var out []*Account
	for _, a := range p.accounts {
		if a.Parent == id && id != "" {
			out = append(out, a)
		}
	}
	return out
}

// Snapshot is the whole portfolio at a moment, with the programme settings of
// that moment: its scores use that moment's pack, rates, team and day.
type Snapshot struct {
	Name      string
	Date      Date
	Portfolio *Portfolio
}
