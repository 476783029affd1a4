// Package importer reads files of other programs, step by step, into one change.
//
// Files, from the ground up: job.go, wizard.go, draw.go, pages.go, same.go, lists.go,
// columns.go.
package importer
