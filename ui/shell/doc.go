// Package shell is the workbench itself: it takes keys and messages in, asks the page
// or pane in front for an outcome, does its effects, and draws everything. The table of
// all screens stands in screens.go; pages know nothing of one another.
//
// Files, from the ground up: lock_page.go, projector.go, copies_page.go, help.go,
// strip.go, workbench.go, app.go, calm.go, careful.go, clock.go, moves.go, apply.go,
// run.go, whatif.go, places.go, rehearsal.go, lock.go, status.go, begin.go, shut.go,
// copies.go, mouse.go, host.go, typing.go, welcome.go, veil.go, chrome.go, palette.go,
// screens.go, everywhere.go.
package shell
