// Package shell is the workbench itself: it takes keys and messages in, asks the page
// or pane in front for an outcome, does its effects, and draws everything. The table of
// all screens stands in screens.go; pages know nothing of one another.
//
// Files, from the ground up: lock_page.go, projector.go, help.go, strip.go,
// workbench.go, app.go, calm.go, clock.go, moves.go, effects.go, typing.go, apply.go,
// whatif.go, places.go, rehearsal.go, unlock.go, lock.go, status.go, begin.go, shut.go,
// mouse.go, copies_job.go, copies_page.go, welcome.go, veil.go, chrome.go, palette.go,
// screens.go, everywhere.go, copies.go, start.go, update.go, view.go, careful.go,
// run.go, host.go.
package shell
