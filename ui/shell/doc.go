// Package shell is the workbench itself: it takes keys and messages in, asks the page
// or pane in front for an outcome, does its effects, and draws everything. The table of
// all screens stands in screens.go; pages know nothing of one another.
//
// Files, from the ground up: lock_page.go, projector.go, help.go, strip.go,
// workbench.go, copies_job.go, app.go, clock.go, calm.go, moves.go, effects.go,
// copies_page.go, welcome.go, veil.go, typing.go, apply.go, whatif.go, places.go,
// rehearsal.go, unlock.go, lock.go, status.go, begin.go, shut.go, mouse.go, chrome.go,
// view.go, palette.go, screens.go, everywhere.go, copies.go, start.go, update.go,
// careful.go, run.go, host.go, abbreviations.go.
package shell
