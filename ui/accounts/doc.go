// Package accounts is the list of accounts and the choice of their tiers.
//
// Files, from the ground up: sorting.go, columns.go, pane.go, draw.go.
package accounts
