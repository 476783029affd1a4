package exchange

import "accord/model"

// Preview is what a file would change, and everything about it that the user
// should know before saying yes.
type Preview struct {
	Kind   Kind
	File   string
	Rows   int // rows of data, without blank ones and report footers
	Blank  int
	NotWon int // rows of transactions that are not won; they are no problems

	New, Changed, Unchanged []AccountDiff

	Problems []Problem
	Columns  []Column
	Notes    []string // sentences for the user
	History  string   // how much past a document carries, "" for none; only a new file takes it

	// Change is nil when nothing would change. Nobody but the user applies it.
	Change model.Change
}

// AccountDiff is what the file means for one account.
type AccountDiff struct {
	ID     model.AccountID
	Name   string
	Fields []FieldDiff
	// Of the people and transactions in the file: how many are new, and how many
	// known ones change.
	NewContacts, ChangedContacts         int
	NewTransactions, ChangedTransactions int
}

// FieldDiff is one fact before and after, in words.
type FieldDiff struct{ Label, Before, After string }

// Problem is something in the file that could not be read, and why. A row with
// a problem in one cell still arrives without that cell wherever it can.
type Problem struct {
	Line     int    // 1-based line in the file; 0 is the file as a whole
	Field    string // the column's heading, "" for the row
	Sentence string
	Hint     string
	Refused  bool // the row did not arrive at all
}

// Column says where one column of the file goes, and why.
type Column struct {
	Header string
	Field  string // "" when not used
	Why    string
}
