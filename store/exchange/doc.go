// Package exchange brings files in: exports of other systems as tables, and whole
// portfolios as JSON. What may be brought in is one table of kinds (kinds.go): a new kind
// is its row there and a file that reads it; a new format of tables is a package of its

// own and its row in formats.go. Everything else is derived: the words of the command
// line, the choices of the import page, templates, docs/columns.md.
//
// Reading never changes anything. It gives a Preview, which says in full what
// would change and what could not be read, and carries the one change that the
// user may then make: one import, one undo. Bad rows never stop good ones, an
// empty cell never erases what is known, and reading the same file twice
// changes nothing.
//
// The way of a file: bytes become text (formats.go), text becomes rows (room csv),
// a header row gives every column its field (headers.go), and one reader for
// each kind of file puts the rows into copies of the accounts (book.go).
//
// Files, from the ground up: own.go, options.go, preview.go, kind.go, targets.go,
// headers.go, problems.go, formats.go, period_note.go, headings.go, words.go,
// summary.go, table.go, settle.go, reader.go, owners.go, offerings.go, bounds.go,
// years.go, team.go, memory.go, columns.go, figures.go, diff.go, accounts.go,
// contacts.go, sniff.go, open.go, several.go, portfolio.go, template.go,
// transactions.go, kinds.go, proposed.go, questions.go, weigh.go, verdict.go, read.go,
// exchange.go, weigh_amount.go.
package exchange
