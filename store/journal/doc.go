// package journal is the history inside a file: each step with what it changed, the index
// of steps by account, the way back to any moment, and the steps that wait in a rescue
// file.
//
// Files, from the ground up: change.go, minor.go, entry.go, reverse.go, step.go,
// mark.go, past.go, write.go, rescue.go, carried.go, trail.go.
package journal
