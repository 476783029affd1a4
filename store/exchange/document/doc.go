// package document is the portfolio as one JSON document: everything there is, lossless,
// with or without its history, and the checks that one from outside has to pass.
// docs/json.md describes it member by member.
//
// Files, from the ground up: check.go, document.go, history.go.
package document
