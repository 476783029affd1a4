// Package agenda is what is due over all accounts, and the best of the next hour.
//
// Files, from the ground up: hour.go, page.go, moves.go, handle.go.
package agenda
