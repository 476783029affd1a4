// package mask hides who is who: a portfolio for outside in which nobody can be told, and
// the veil that hides the names of an open file on the screen and guards what is edited
// under it.
//
// Files, from the ground up: mask.go, account.go, workshop.go, pack.go, anonymise.go,
// veil.go, guard.go.
package mask
