// Package importer reads files of other programs, step by step, into one change.
//
// Files, from the ground up: job.go, wizard.go, pages.go, same.go, open.go, draw.go, lists.go,
// columns.go, handle.go.
package importer
