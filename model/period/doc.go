// package period says which span of time the figures of a portfolio are about, and what an
// account earned in it (METHOD §3): one small file for each rule. It keeps nothing.
//
// Files, from the ground up: period.go, figures.go, base.go, sources.go, choice.go,
// ask.go, stopped.go, scale.go, months.go, sofar.go, earned.go,
// twelve.go, totals.go.
package period
