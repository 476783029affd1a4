package kit

import (
	"slices"

	"accord/ui/keys"
)

// TakesText reports whether printable keys are letters in these scopes.
func TakesText(scopes []keys.Scope) bool {
	return slices.Contains(scopes, keys.ScopeText) || slices.Contains(scopes, keys.ScopeProse)
}

// CompareLimit bounds how many facts a comparison lists.
const CompareLimit = 2000

// MoveTo is where a moving key takes a cursor that stands on row of n rows, of
// which a page shows so many.
func MoveTo(k keys.IntentKind, row, n, page int) (to int, ok bool) {
	switch k {
	case keys.Up:
		row--
	case keys.Down:
		row++
	case keys.PageUp:
		row -= max(1, page-1)
	case keys.PageDown:
		row += max(1, page-1)
	case keys.First:
		row = 0
	case keys.Last:
		row = n - 1
	default:
		return 0, false
	}
	return max(0, min(row, n-1)), true
}
