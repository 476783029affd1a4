// Package export writes tables of accounts, contacts and actions in every format, such
// that an import reads them again.
package export
