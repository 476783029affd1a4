// package export writes tables of accounts, contacts and actions in every format, such
// that an import reads them again.
//
// Files, from the ground up: tables.go, csv.go, export.go.
package export
