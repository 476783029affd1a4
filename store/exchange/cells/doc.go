// package cells reads what somebody wrote into one cell of a table: a text, a number,
// an amount, a day or a period, each in the ways that people and programs write it. It
// also keeps a cell of ours from being taken for a formula or a command.
//
// Files, from the ground up: refuse.go, print.go, limits.go, dates.go, formula.go,
// clean.go, numbers.go, period.go.
package cells
