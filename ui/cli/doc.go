// package cli is the second face of Accord: the command line, for scripts,
// screen readers and checks. docs/commands.md is the contract.
//
// Files, from the ground up: doors.go, usage.go, face.go, print.go, progress.go,
// kinds.go, answers.go, open.go, period.go, veil.go, output.go, secret.go, score.go,
// portfolio.go, facts.go,
// report.go, past.go, files.go, relmap.go, pack.go, moves.go, leave.go, keep.go,
// merge.go, export.go, restore.go, undo.go, cli.go.
package cli
