// Package merging joins another person's file: what both changed, side by side.
//
// Files, from the ground up: job.go, page.go, draw.go.
package merging
