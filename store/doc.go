// Package store is the file: one bbolt database, one ordered writer, and the
// promises that what was shown as saved is on the disk and that damage is never
// taken for data. docs/file-format.md describes the bytes.
package store
