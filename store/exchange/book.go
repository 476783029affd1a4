package exchange

import (
	"maps"
	"slices"
	"strings"

	"accord/model"
	"accord/store/exchange/cells"
)

// book is the portfolio as the file would have it: private copies of the
// accounts it touches, found by source id and by name.
type book struct {
	base    *model.Portfolio
	o       Options
	byID    map[string]model.AccountID // source ids and our own
	byName  map[string]model.AccountID // folded
	drafts  map[model.AccountID]*draft
	order   []*draft // as the file first names them
	created int

	website   string                     // of the row that is read, where it names one
	names     *nearNames                 // nil until a name is not known
	answered  map[string]model.AccountID // by folded name; "" is a new account
	spelt     map[string]string          // the other name of an account that the file itself names, both ways
	fresh     map[string]model.AccountID // accounts of the file by the core of their names
	asked     map[string]bool
	questions []Question
}

// draft is a new version of one account in the making. Its lists are its own.
type draft struct {
	*model.Account
	base   *model.Account // nil: new
	fileID string         // the id the file calls it by
	line   int            // where the file first names it
	people *people
	trans  map[string]int // transaction key to its place; nil until needed
}

func newBook(p *model.Portfolio, o Options) *book {
	b := &book{base: p, o: o, byID: make(map[string]model.AccountID, p.Len()), byName: make(map[string]model.AccountID, p.Len()), drafts: map[model.AccountID]*draft{}, asked: map[string]bool{}, spelt: map[string]string{}, fresh: map[string]model.AccountID{}}
	for _, a := range p.Accounts() {
		b.learn(a)
	}
	b.learnAliases()
	return b
}

// learn makes an account known by its names; who came first keeps a name.
func (b *book) learn(a *model.Account) {
	keys := []string{string(a.ID)}
	for _, s := range a.Sources {
		if s.System != nameSystem {
			keys = append(keys, sourceKey(s.ID))
		}
	}
	for _, k := range keys {
		if _, taken := b.byID[k]; !taken {
			b.byID[k] = a.ID
		}
	}
	first(b.byName, cells.Fold(a.Name), a.ID)
}

// learnAliases makes accounts known by their other names, which never take a name
// from the account that bears it.
func (b *book) learnAliases() {
	for _, a := range b.base.Accounts() {
		for _, s := range a.Sources {
			if s.System == nameSystem {
				first(b.byName, cells.Fold(s.ID), a.ID)
			}
		}
	}
}

// edit gives the draft of an account, copied at first use.
func (b *book) edit(id model.AccountID) *draft {
	if d := b.drafts[id]; d != nil {
		return d
	}
	base := b.base.Account(id)
	a := *base
	a.Sources, a.Years, a.Transactions = slices.Clone(a.Sources), slices.Clone(a.Years), slices.Clone(a.Transactions)
	a.Seats, a.Persons, a.Custom = slices.Clone(a.Seats), slices.Clone(a.Persons), maps.Clone(a.Custom)
	return b.add(&draft{Account: &a, base: base})
}

func (b *book) add(d *draft) *draft {
	b.drafts[d.ID] = d
	b.order = append(b.order, d)
	return d
}

// create adds a new account.
func (b *book) create(name string) *draft {
	b.created++
	a := &model.Account{ID: model.AccountID(b.o.NewID()), Name: name, Created: b.o.Today}
	d := b.add(&draft{Account: a})
	b.learn(a)
	core := coreOf(name)
	first(b.fresh, strings.Join(core, ""), a.ID)
	first(b.fresh, sortedWords(core), a.ID)
	return d
}

// now gives an account as the file would have it, or nil.
func (b *book) now(id model.AccountID) *model.Account {
	if d := b.drafts[id]; d != nil {
		return d.Account
	}
	return b.base.Account(id)
}

// twin reports whether a row with this id is another account than the one of the
// same name: the other system tells them apart, so we do.
func (d *draft) twin(id string) bool {
	if id == "" || d.knownAs(id) {
		return false
	}
	if d.fileID != "" && sourceKey(d.fileID) != sourceKey(id) {
		return true
	}
	sys := system(id)
	return sys != "" && slices.ContainsFunc(d.Sources, func(s model.SourceID) bool { return s.System == sys })
}

// knownAs reports whether the account has the id already.
func (d *draft) knownAs(id string) bool {
	return string(d.ID) == id || slices.ContainsFunc(d.Sources, func(s model.SourceID) bool { return sourceKey(s.ID) == sourceKey(id) })
}

// remember keeps the id that the file calls the account by.
func (b *book) remember(d *draft, id string) {
	if id == "" {
		return
	}
	d.fileID = id
	if d.knownAs(id) {
		return
	}
	d.Sources = append(d.Sources, source(id))
	if k := sourceKey(id); b.byID[k] == "" {
		b.byID[k] = d.ID
	}
}

// rename gives an account the name in the file, unless another one has it.
func (b *book) rename(d *draft, name string) {
	if name == "" || cells.Fold(name) == cells.Fold(d.Name) || d.aka(name) {
		return // another spelling is no other name, and here it keeps the one it has
	}
	if other := b.byName[cells.Fold(name)]; other != "" && other != d.ID {
		return
	}
	d.Name = name
	b.byName[cells.Fold(name)] = d.ID
}

// source is how an id from outside is kept.
func source(id string) model.SourceID { return model.SourceID{System: system(id), ID: id} }

// system names the system an id comes from, where its shape tells.
func system(id string) string {
	switch k := sourceKey(id); {
	case len(k) == 36 && strings.Count(k, "-") == 4:
		return "dynamics"
	case len(k) == 15 && k[0] == '0' && salesforce(k):
		return "salesforce"
	}
	return ""
}

// sourceKey is what two spellings of one id have in common: Salesforce ids of 18
// characters are those of 15 with a checksum, a Dynamics GUID may stand in
// braces and in either case.
func sourceKey(id string) string {
	id = strings.TrimSpace(id)
	if len(id) == 38 && id[0] == '{' && id[37] == '}' {
		id = id[1:37]
	}
	if len(id) == 36 && strings.Count(id, "-") == 4 {
		return strings.ToLower(id)
	}
	if len(id) == 18 && salesforce(id) && (strings.HasPrefix(id, "00") || strings.EqualFold(checksum(id[:15]), id[15:])) {
		return id[:15]
	}
	return id
}

// salesforce reports whether an id could be one of theirs: letters and digits.
func salesforce(id string) bool {
	return alphanumeric(id) && strings.ContainsAny(id, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
}

func alphanumeric(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c < '0' || c > '9') && (c|0x20 < 'a' || c|0x20 > 'z') {
			return false
		}
	}
	return true
}

// checksum is the three characters that Salesforce appends: one for each five,
// whose bits say which of them are capitals.
func checksum(id string) string {
	const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"
	var out [3]byte
	for g := range 3 {
		bits := 0
		for i := range 5 {
			if c := id[g*5+i]; c >= 'A' && c <= 'Z' {
				bits |= 1 << i
			}
		}
		out[g] = digits[bits]
	}
	return string(out[:])
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// people finds the persons of one account as the file names them.
type people struct {
	bySource, byEmail, byName map[string]model.PersonID
	place                     map[model.PersonID]int  // in Persons
	seat                      map[model.PersonID]int  // in Seats
	rows                      map[model.PersonID]said // the file's last row about them
	above                     []int                   // by the place of a seat, that of its superior, -1 for none
}

// said is how one row of the file names a person.
type said struct{ id, email, name string }

// nameSystem is the system of a source that is another name of the account.
const nameSystem = "name"

// aka reports whether a name is kept as another name of the account.
func (d *draft) aka(name string) bool {
	return slices.ContainsFunc(d.Sources, func(s model.SourceID) bool { return s.System == nameSystem && cells.Fold(s.ID) == cells.Fold(name) })
}
