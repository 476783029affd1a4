package match

import (
	"maps"
	"slices"
	"strings"

	"accord/model"
	"accord/store/exchange/cells"
)

// Options say how names are matched and accounts made.
type Options struct {
	NewID func() string     // gives fresh identifiers
	Today model.Date        // the day new accounts are created on
	Same  map[string]string // answers: a name in the file, and the account it is, or "-" for a new one
}

// Book is the portfolio as the file would have it: private copies of the
// accounts it touches, found by source id and by name.
type Book struct {
	base    *model.Portfolio
	o       Options
	byID    map[string]model.AccountID // source ids and our own
	ByName  map[string]model.AccountID // folded
	Drafts  map[model.AccountID]*Draft
	Order   []*Draft // as the file first names them
	Created int

	Website   string                     // of the row that is read, where it names one
	names     *nearNames                 // nil until a name is not known
	answered  map[string]model.AccountID // by folded name; "" is a new account
	spelt     map[string]string          // the other name of an account that the file itself names, both ways
	fresh     map[string]model.AccountID // accounts of the file by the core of their names
	asked     map[string]bool
	Questions []Question
}

func New(p *model.Portfolio, o Options) *Book {
	b := &Book{
		base:   p,
		o:      o,
		byID:   make(map[string]model.AccountID, p.Len()),
		ByName: make(map[string]model.AccountID, p.Len()),
		Drafts: map[model.AccountID]*Draft{},
		asked:  map[string]bool{},
		spelt:  map[string]string{},
		fresh:  map[string]model.AccountID{},
	}
	for _, a := range p.Accounts() {
		b.Learn(a)
	}
	b.learnAliases()
	return b
}

// Learn makes an account known by its names; who came first keeps a name.
func (b *Book) Learn(a *model.Account) {
	keys := []string{string(a.ID)}
	for _, s := range a.Sources {
		if s.System != NameSystem {
			keys = append(keys, SourceKey(s.ID))
		}
	}
	for _, k := range keys {
		if _, taken := b.byID[k]; !taken {
			b.byID[k] = a.ID
		}
	}
	first(b.ByName, cells.Fold(a.Name), a.ID)
}

// learnAliases makes accounts known by their other names, which never take a name
// from the account that bears it.
func (b *Book) learnAliases() {
	for _, a := range b.base.Accounts() {
		for _, s := range a.Sources {
			if s.System == NameSystem {
				first(b.ByName, cells.Fold(s.ID), a.ID)
			}
		}
	}
}

// Edit gives the draft of an account, copied at first use.
func (b *Book) Edit(id model.AccountID) *Draft {
	if d := b.Drafts[id]; d != nil {
		return d
	}
	base := b.base.Account(id)
	a := *base
	a.Sources, a.Years, a.Transactions = slices.Clone(a.Sources), slices.Clone(a.Years), slices.Clone(a.Transactions)
	a.Seats, a.Persons, a.Custom = slices.Clone(a.Seats), slices.Clone(a.Persons), maps.Clone(a.Custom)
	return b.add(&Draft{Account: &a, Base: base})
}

func (b *Book) add(d *Draft) *Draft {
	b.Drafts[d.ID] = d
	b.Order = append(b.Order, d)
	return d
}

// Create adds a new account.
func (b *Book) Create(name string) *Draft {
	b.Created++
	a := &model.Account{ID: model.AccountID(b.o.NewID()), Name: name, Created: b.o.Today}
	d := b.add(&Draft{Account: a})
	b.Learn(a)
	core := coreOf(name)
	first(b.fresh, strings.Join(core, ""), a.ID)
	first(b.fresh, sortedWords(core), a.ID)
	return d
}

// Now gives an account as the file would have it, or nil.
func (b *Book) Now(id model.AccountID) *model.Account {
	if d := b.Drafts[id]; d != nil {
		return d.Account
	}
	return b.base.Account(id)
}

// Remember keeps the id that the file calls the account by.
func (b *Book) Remember(d *Draft, id string) {
	if id == "" {
		return
	}
	d.fileID = id
	if d.knownAs(id) {
		return
	}
	d.Sources = append(d.Sources, Source(id))
	if k := SourceKey(id); b.byID[k] == "" {
		b.byID[k] = d.ID
	}
}

// Rename gives an account the name in the file, unless another one has it.
func (b *Book) Rename(d *Draft, name string) {
	if name == "" || cells.Fold(name) == cells.Fold(d.Name) || d.aka(name) {
		return // another spelling is no other name, and here it keeps the one it has
	}
	if other := b.ByName[cells.Fold(name)]; other != "" && other != d.ID {
		return
	}
	d.Name = name
	b.ByName[cells.Fold(name)] = d.ID
}
