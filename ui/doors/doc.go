// package doors joins the face and the file: it is the one place beside main that
// knows both ui and store, and says each in the words of the other. Nothing is
// decided here.
//
// Files, from the ground up: doors.go, imports.go, options.go, bench.go, keeper.go,
// open.go, outputs.go, past.go, memory.go, commands.go, workbench.go.
package doors
