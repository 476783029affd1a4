// Package report builds documents of what a portfolio says: a tree of headings,
// paragraphs, lists, tables and drawings that the screen and every format read.
//
// Files, from the ground up: audience.go, cell.go, report.go, figures.go, customer.go,
// anonymous.go, portfolio.go, exposed.go, plan.go, of.go, days.go, finish.go, minutes.go,
// workshop.go, kinds.go, aside.go.
package report
