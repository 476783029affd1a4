// Package keys is the one key table: what a key press means, in which scope, and in
// which words help, footer, palette and the key reference say so.
//
// Files, from the ground up: intent.go, scope.go, binding.go, room.go, workshop.go,
// pages.go, text.go, bench.go, table.go, resolve.go.
package keys
