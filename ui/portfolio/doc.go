// Package portfolio shows all accounts at once: the plane, who brings what, and sums.
//
// Files, from the ground up: page.go, curves.go, plane.go, rollup.go, tables.go,
// draw.go.
package portfolio
