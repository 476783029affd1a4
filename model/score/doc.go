// package score computes everything that is derived from a portfolio: ratings, standing,
// moves, the agenda. It keeps nothing.
//
// Files, from the ground up: stats.go, value.go, figures.go, relationship.go,
// insight.go, alarms.go, instrument.go, graph.go, curve.go, plan.go, graph_between.go,
// graph_cut.go, ourselves.go, period_of.go, graph_ways.go, scores.go, flags.go,
// explain.go, gaps.go, iflevel.go, standing.go, load.go, rollup.go, plane.go,
// sensitivity.go, lose.go, explain_people.go, explain_money.go, snapshot.go,
// flag_words.go, rescore.go, leave.go, explain_portfolio.go, explain_health.go, moves.go, agenda.go.
package score
