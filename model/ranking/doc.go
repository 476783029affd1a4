// package ranking puts many values in order and compares orders: what the portfolio's
// figures need of statistics and sorting, without knowing what is ranked.
//
// Files, from the ground up: order.go, spearman.go, parallel.go.
package ranking
