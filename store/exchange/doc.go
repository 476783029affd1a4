// package exchange brings files in and takes them out: exports of other systems
// as text tables, and whole portfolios as JSON.
//
// Reading never changes anything. It gives a Preview, which says in full what
// would change and what could not be read, and carries the one change that the
// user may then make: one import, one undo. Bad rows never stop good ones, an
// empty cell never erases what is known, and reading the same file twice
// changes nothing.
//
// The way of a file: bytes become text (decode.go), text becomes rows (rows.go),
// a header row gives every column its field (headers.go), and one reader for
// each kind of file puts the rows into copies of the accounts (book.go).
package exchange
