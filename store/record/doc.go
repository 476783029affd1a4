// package record is the words of the file: what an account, a programme, a plan and a
// snapshot look like in it, how the model becomes that and becomes of it again, and what
// two states differ in, record by record.
//
// Files, from the ground up: entry.go, record.go, workshop.go, convert.go, narrow.go,
// decode.go, plan.go, diff.go, account.go, settings.go, contents.go, load.go,
// diff_programme.go, snapshot.go.
package record
