// package reference is the method written down a second time: sections 1 to 9 with maps,
// loops and sorting, as plainly as possible and as slowly as need be. It shares no formula
// with package score and is read by tests alone, which hold the two against each other.
//
// Numbers are float64 and unknown is NaN; money is whole minor units of the reporting
// currency until it is reported.
//
// Files, from the ground up: facts.go, money.go, years.go, period.go, instrument.go,
// pareto.go, value.go, people.go, graph.go, health.go, moves.go, earned.go, plan.go,
// account.go, portfolio.go, loss.go, ask.go.
package reference
