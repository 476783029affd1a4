// Package portfolio shows all accounts at once: the plane, who brings what, and sums.
//
// Files, from the ground up: curves.go, page.go, plane.go, rollup.go, tables.go.
package portfolio
