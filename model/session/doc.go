// package session is a portfolio while somebody works on it: changes are tried, done,
// taken back and done again, with the scores as they are after each.
//
// Files, from the ground up: moment.go, past.go, session.go.
package session
