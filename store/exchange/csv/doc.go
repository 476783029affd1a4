// package csv reads and writes delimited text: bytes of any encoding become text, text
// becomes records, also where the quotes of a line are broken, and records are written
// so that every spreadsheet reads them.
//
// Files, from the ground up: write.go, decode.go, rows.go, sample.go.
package csv
