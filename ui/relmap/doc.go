// Package relmap is the relationship map: seats and people of a customer, their ties to
// our team, and the looks at them.
//
// Files, from the ground up: load.go, facts.go, wires.go, judge.go, leave.go, cells.go,
// look.go, exposure.go, filter.go, order.go, drawn.go, pane.go, relations.go, tree.go, lines.go,
// zipper.go, more.go, seat.go, ties.go, foot.go, panel.go, matrix.go, handle.go,
// draw.go, out.go, paper.go.
package relmap
