// Package workshop leads a workshop: the run sheet, blind ratings, parked lines, and the
// files at the end.
//
// Files, from the ground up: ballot.go, named.go, ballot_form.go, ballot_turn.go,
// ballot_verdict_draw.go, whose.go, park.go, ballot_go.go, ballot_ticks.go,
// ballot_verdict.go, people.go, sheet.go, end.go, begin.go, parked.go, steps.go,
// room.go, ballot_page.go, draw.go, handle.go.
package workshop
