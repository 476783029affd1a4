package exchange

import (
	"accord/model"
	"accord/model/words"
)

// Options say how to read a file.
type Options struct {
	Kind Kind
	// Map sends a header to a field, whatever the header says: "Firma" to
	// "account.name". Sending it to "-" leaves the column out, to "+" keeps it as a
	// custom field of accounts.
	Map map[string]string
	// Headings is the line of the file that has the headings; 0 finds it.
	Headings int
	// Won are the status values of transactions that count; empty are the known
	// words (won, closed won, invoiced, posted, paid).
	Won []string
	// NewID gives fresh identifiers.
	NewID func() string
	// Exact says that Map is all there is: what was said about the columns of an
	// earlier file with the same headings is left aside.
	Exact bool
	// Same answers the questions a preview asks: a name in the file, and the account
	// it is, by name or id, or "-" for a new one.
	Same map[string]string
	// Answers are those to the questions of a preview, by their key: what net amounts are,
	// whether an amount stands for a line or for its document, what a currency is.
	Answers map[string]string
	// Today is the day new accounts are created on.
	Today model.Date
	// Progress hears how much of the work is done, in units of its own; false
	// cancels. It may be nil.
	Progress func(done, total int64) bool
	// KeepUnknown keeps columns that no field takes as custom fields of accounts.
	KeepUnknown bool

	recalled *model.Mapping
}

// ErrCancelled is what Read returns when Progress said stop.
var ErrCancelled = words.Fail("exchange.import-cancelled-nothing-changed")

// Kind is what the rows of a file are.
type Kind string

// The kinds of files. Guess, the zero Kind, decides by the headers.
const (
	Guess        Kind = ""
	Accounts     Kind = "accounts"
	Contacts     Kind = "contacts"
	Transactions Kind = "transactions"
	Figures      Kind = "figures"
	Offerings    Kind = "offerings"
	Team         Kind = "team"
	Portfolio    Kind = "portfolio"
)
