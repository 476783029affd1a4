package match

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"accord/model"
	"accord/model/words"
	"accord/store/exchange/cells"
)

// SameError says that an answer names no account: the words typed are wrong, not
// the file.
type SameError struct{ *model.Problem }

func (e *SameError) Error() string { return "--same " + e.Problem.Error() }
func (e *SameError) Unwrap() error { return e.Problem }

// Answers are Options.Same, by folded name.
func (b *Book) Answers() error {
	b.answered = map[string]model.AccountID{}
	for name, account := range b.o.Same {
		if account == "-" || account == "" {
			b.answered[cells.Fold(name)] = ""
			continue
		}
		id := b.byID[SourceKey(account)]
		if id == "" {
			id = b.ByName[cells.Fold(account)]
		}
		if id == "" { // perhaps the file names it
			b.spelt[cells.Fold(name)], b.spelt[cells.Fold(account)] = account, name
			continue
		}
		b.answered[cells.Fold(name)] = id
	}
	return nil
}

// StrayAnswer is the error for an answer that names an account which was neither here
// nor in the file.
func (b *Book) StrayAnswer() error {
	for _, name := range slices.Sorted(maps.Keys(b.o.Same)) {
		if account := b.o.Same[name]; b.spelt[cells.Fold(name)] != "" && b.ByName[cells.Fold(account)] == "" {
			return &SameError{
				cells.Refuse(
					name,
					words.T("match.name-account-as-accord-score"),
					words.T("match.there-no-account", cells.Quote(account)),
				),
			}
		}
	}
	return nil
}

// same gives the account a name means that no account has exactly: what was
// answered, or nothing and a question.
func (b *Book) same(id, name string) model.AccountID {
	k := cells.Fold(name)
	said, ok := b.answered[k]
	if other := b.spelt[k]; other != "" && !ok {
		said = b.ByName[cells.Fold(other)]
		ok = said != ""
	}
	if !b.asked[k] {
		b.asked[k] = true
		b.ask(id, name, said, ok)
	}
	if said != "" {
		d := b.Edit(said)
		b.alias(d, name)
		b.Remember(d, id)
	}
	return said
}

// ask keeps a question about a name that is nearly an account's, of one here or else
// of one that the file named before.
func (b *Book) ask(id, name string, said model.AccountID, answered bool) {
	if b.names == nil {
		b.names = newNearNames(b.base)
	}
	with, why := b.names.near(name, hostOf(b.Website))
	a := b.base.Account(with)
	within := a == nil
	if within {
		d, because := b.spelling(id, name)
		if d == nil {
			return
		}
		a, with, why = d.Account, d.ID, because
	} else if apart(a, id) && !answered {
		return
	}
	q := Question{Name: name, ID: id, With: with, Whose: a.Name, Why: why, Within: within}
	switch {
	case answered && said == "":
		q.Answer = NewAccount
	case answered:
		q.Answer = SameAccount
	}
	b.Questions = append(b.Questions, q)
}

// spelling finds an account that the file named before in nearly the same words, and
// that it does not tell apart by an id. A slip of a letter is not enough here: in one
// file it is as often another company.
func (b *Book) spelling(id, name string) (*Draft, string) {
	core := coreOf(name)
	why := words.T("match.same-name-but-legal-form")
	found := b.fresh[strings.Join(core, "")]
	if found == "" {
		why = words.T("match.same-words-another-order")
		found = b.fresh[sortedWords(core)]
	}
	d := b.Drafts[found]
	if d == nil || id != "" && d.fileID != "" && SourceKey(id) != SourceKey(d.fileID) {
		return nil, ""
	}
	return d, why
}

// apart reports whether the system the id comes from knows the account under
// another id: it tells the two apart, so nobody is asked.
func apart(a *model.Account, id string) bool {
	sys := System(id)
	return sys != "" &&
		slices.ContainsFunc(
			a.Sources,
			func(s model.SourceID) bool { return s.System == sys && SourceKey(s.ID) != SourceKey(id) },
		)
}

// alias keeps the other name of an account, so that the next file does not ask.
func (b *Book) alias(d *Draft, name string) {
	if !slices.ContainsFunc(
		d.Sources,
		func(s model.SourceID) bool { return s.System == NameSystem && cells.Fold(s.ID) == cells.Fold(name) },
	) {
		d.Sources = append(d.Sources, model.SourceID{System: NameSystem, ID: name})
	}
	b.ByName[cells.Fold(name)] = d.ID
}

func UnlessNone(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func SourceIDs(a *model.Account) string {
	var out []string
	for _, s := range a.Sources {
		if s.System != NameSystem {
			out = append(out, s.ID)
		}
	}
	return strings.Join(out, ", ")
}
