package match

import (
	"slices"

	"accord/model"
	"accord/store/exchange/cells"
)

// Keep stores a custom field.
func (d *Draft) Keep(header, v string) {
	if d.Custom == nil {
		d.Custom = map[string]string{}
	}
	d.Custom[header] = v
}

// Draft is a new version of one account in the making. Its lists are its own.
type Draft struct {
	*model.Account
	Base   *model.Account // nil: new
	fileID string         // the id the file calls it by
	Line   int            // where the file first names it
	people *people
	Trans  map[string]int // transaction key to its place; nil until needed
}

// Twin reports whether a row with this id is another account than the one of the
// same name: the other system tells them apart, so we do.
func (d *Draft) Twin(id string) bool {
	if id == "" || d.knownAs(id) {
		return false
	}
	if d.fileID != "" && SourceKey(d.fileID) != SourceKey(id) {
		return true
	}
	sys := System(id)
	return sys != "" && slices.ContainsFunc(d.Sources, func(s model.SourceID) bool { return s.System == sys })
}

// knownAs reports whether the account has the id already.
func (d *Draft) knownAs(id string) bool {
	return string(d.ID) == id ||
		slices.ContainsFunc(d.Sources, func(s model.SourceID) bool { return SourceKey(s.ID) == SourceKey(id) })
}

// aka reports whether a name is kept as another name of the account.
func (d *Draft) aka(name string) bool {
	return slices.ContainsFunc(
		d.Sources,
		func(s model.SourceID) bool { return s.System == NameSystem && cells.Fold(s.ID) == cells.Fold(name) },
	)
}

// Transaction finds a transaction of the account by key, or -1.
func (d *Draft) Transaction(key string) int {
	if d.Trans == nil {
		d.Trans = make(map[string]int, len(d.Transactions))
		for i := range d.Transactions {
			d.Trans[d.Transactions[i].Key] = i
		}
	}
	if i, ok := d.Trans[key]; ok {
		return i
	}
	return -1
}
