// package score computes everything that is derived from a portfolio: ratings, standing,
// moves, the agenda. It keeps nothing.
//
// Files, from the ground up: print.go, classes.go, figures.go, relationship.go, value.go,
// insight.go, plan.go, instrument.go, graph.go, graph_between.go,
// graph_cut.go, ourselves.go, period_of.go, graph_ways.go, scores.go, twelve.go, flags.go,
// explain.go, groups.go, alarms.go, gaps.go, iflevel.go, standing.go, load.go,
// rollup.go, plane.go, sensitivity.go, lose.go, explain_people.go, explain_money.go,
// snapshot.go, flag_words.go, leave.go, explain_portfolio.go, explain_health.go,
// moves_order.go, moves.go, agenda.go, rescore.go.
package score
