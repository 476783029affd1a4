package exchange

import (
	"accord/model"
	"accord/model/edit"
	"accord/store/exchange/evidence"
	"accord/store/exchange/match"
)

// Preview is what a file would change, and everything about it that the user
// should know before saying yes.
type Preview struct {
	Kind  Kind
	File  string
	Rows  int // rows of data, without blank ones and report footers
	Blank int

	Headings int   // the line they stand on, 0 for what has none
	Lines    []int // where else they could be

	NotWon int // rows of transactions that are not won; they are no problems

	New, Changed, Unchanged []AccountDiff

	Ours *Ours // of a file of what is ours: our team, our offerings

	Problems  []Problem
	Columns   []Column
	Targets   []Target            // where columns can go
	Mapping   []model.Sent        // what was said about columns, now or before
	Recalled  bool                // some of it for an earlier file
	Statuses  []Status            // of transactions, the most frequent first
	Questions []Question          // names that are nearly an account's
	Notes     []string            // sentences for the user
	Open      []evidence.Question // what could change a sum and is not understood: there is no Change until it is answered
	History   string              // how much past a document carries, "" for none; only a new file takes it

	// Change is nil when nothing would change. Nobody but the user applies it.
	Change edit.Change

	remember *model.Mapping
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

// Ours counts what a file has of our own lists.
type Ours struct{ New, Changed, Unchanged int }

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
	Header   string
	Field    string // "" when not used
	Label    string // of the field
	Why      string
	Samples  []string // some of its values
	Proposed string   // the field it goes to when nobody says anything
	Said     bool     // somebody said where it goes
	Recalled bool     // and that was for an earlier file
	Custom   bool     // kept as a custom field
}

// Status is a value of the status of transactions.
type Status struct {
	Value string
	Rows  int
	Won   bool
}

// Target is a field that a column can go to.
type Target struct{ Key, Label string }

// Question asks whether a name in the file is an account that is here already, with what
// both sides say.
type Question struct {
	match.Question
	Facts []FieldDiff // before: here; after: in the file
}
