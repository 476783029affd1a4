package exchange

import (
	"strings"

	"accord/model"
	"accord/store/exchange/cells"
)

// find looks an account up by the id another system gave it, then by name, then
// by what was answered about a name that is nearly its own.
func (b *book) find(id, name string) *draft {
	if found := b.lookup(id, name); found != "" {
		return b.edit(found)
	}
	return nil
}

func (b *book) lookup(id, name string) model.AccountID {
	var named model.AccountID
	if name != "" {
		named = b.byName[cells.Fold(name)]
	}
	if named == "" && name != "" && (id == "" || b.byID[sourceKey(id)] == "") {
		return b.same(id, name)
	}
	if id == "" {
		return named
	}
	found, ok := b.byID[sourceKey(id)]
	// A bare number means something in one system only; a name tells more.
	if !ok || system(id) == "" && id != string(found) && named != "" && named != found && !b.alsoCalled(found, name) {
		return named
	}
	return found
}

// alsoCalled reports whether an account got a longer name because another one
// already had the name: "Acme (0012)".
func (b *book) alsoCalled(id model.AccountID, name string) bool {
	a := b.now(id)
	return a != nil && strings.HasPrefix(a.Name, name+" (")
}
