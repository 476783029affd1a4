// package bidi lays logical text out for a terminal that does not reorder. It
// is the Unicode bidirectional algorithm (UAX #9) on the character classes of
// golang.org/x/text, whose own ordering API hides the levels and cannot be
// told the base direction.
//
// Files, from the ground up: paragraph.go, explicit.go, reorder.go, sequence.go,
// neutral.go, weak.go, resolve.go, bidi.go, line.go.
package bidi
