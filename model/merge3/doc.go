// package merge3 makes one portfolio of two that grew from a common beginning: what one
// side changed is taken, what both changed differently is a conflict for people.
//
// Files, from the ground up: alike.go, clash.go, defaults.go, orders.go, versions.go,
// maps.go, identity.go, refs.go, words.go, list.go, walk.go, account.go, fit.go,
// merge.go.
package merge3
