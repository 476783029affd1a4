// package pareto puts values in classes: ABC, the curves of what they bring together, and
// how much they concentrate on few. It knows nothing of whose values they are.
//
// Files, from the ground up: pareto.go, curve.go.
package pareto
