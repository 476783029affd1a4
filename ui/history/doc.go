// Package history shows every edit and the snapshots, compares two moments and brings
// one back.
//
// Files, from the ground up: archive.go, compare.go, page.go.
package history
