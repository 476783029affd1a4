package match

import (
	"strings"

	"accord/model"
	"accord/store/exchange/cells"
)

// Find looks an account up by the id another system gave it, then by name, then
// by what was answered about a name that is nearly its own.
func (b *Book) Find(id, name string) *Draft {
	if found := b.Lookup(id, name); found != "" {
		return b.Edit(found)
	}
	return nil
}

func (b *Book) Lookup(id, name string) model.AccountID {
	var named model.AccountID
	if name != "" {
		named = b.ByName[cells.Fold(name)]
	}
	if named == "" && name != "" && (id == "" || b.byID[SourceKey(id)] == "") {
		return b.same(id, name)
	}
	if id == "" {
		return named
	}
	found, ok := b.byID[SourceKey(id)]
	// A bare number means something in one system only; a name tells more.
	if !ok || System(id) == "" && id != string(found) && named != "" && named != found && !b.alsoCalled(found, name) {
		return named
	}
	return found
}

// alsoCalled reports whether an account got a longer name because another one
// already had the name: "Acme (0012)".
func (b *Book) alsoCalled(id model.AccountID, name string) bool {
	a := b.Now(id)
	return a != nil && strings.HasPrefix(a.Name, name+" (")
}
