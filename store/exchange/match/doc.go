// Package match finds the accounts and people that a file names among those that are
// there (record linkage): by the id another system gave them, by name, by a name that is
// nearly theirs, which is a question, and by what was answered. It keeps the portfolio as
// the file would have it, in private copies of the accounts it touches.
//
// Files, from the ground up: source.go, near.go, question.go, draft.go, book.go,
// same.go, people.go, find.go.
package match
