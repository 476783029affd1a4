// package copies lists the copies of a file that there are to go back to: what each is,
// how far it goes, which of the automatic ones can go. It makes and restores none.
//
// Files, from the ground up: own.go, rescues.go, copies.go, surplus.go, names.go.
package copies
