package ui

import "slices"

// takesText reports whether printable keys are letters in these scopes.
func takesText(scopes []scope) bool {
	return slices.Contains(scopes, scopeText) || slices.Contains(scopes, scopeProse)
}

// compareLimit bounds how many facts a comparison lists.
const compareLimit = 2000

// moveTo is where a moving key takes a cursor that stands on row of n rows, of
// which a page shows so many.
func moveTo(k IntentKind, row, n, page int) (to int, ok bool) {
	switch k {
	case Up:
		row--
	case Down:
		row++
	case PageUp:
		row -= max(1, page-1)
	case PageDown:
		row += max(1, page-1)
	case First:
		row = 0
	case Last:
		row = n - 1
	default:
		return 0, false
	}
	return max(0, min(row, n-1)), true
}
