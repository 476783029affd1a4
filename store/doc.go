// package store is the file: one bbolt database, one ordered writer, and the
// promises that what was shown as saved is on the disk and that damage is never
// taken for data. docs/file-format.md describes the bytes.
//
// Files, from the ground up: tampered.go, file.go, sitting.go, writer.go, lockinfo.go,
// handle.go, format.go, backup.go, guard.go, history.go, notes.go, large.go, seen.go,
// aside.go, room.go, home.go, snapshot.go, load.go, past.go, version.go, veil.go,
// readonly.go, backup_auto.go, bringin.go, commit.go, unsaved.go, shelter.go,
// rescue.go, stacks.go, open.go, protect.go, check.go, leftover.go, restore_seal.go,
// create.go, repair.go, together.go, restore.go, abandoned.go, carry.go.
package store
