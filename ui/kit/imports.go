package kit

import (
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
)

// ImportRequest asks for a file to be read against a portfolio, with all that was
// said about it.
type ImportRequest struct {
	Path      string
	Kind      string            // accounts, contacts, transactions, figures, portfolio; "" guesses
	Map       map[string]string // a heading, and the field it goes to: "-" leaves it out, "+" keeps it as a custom field
	Won       []string          // the status values that count; empty takes what was said before, or the usual words
	Usual     bool              // the usual words count, whatever was said before
	Headings  int               // the row that has the headings; 0 finds it
	Exact     bool              // Map is all: what was said about an earlier file is left aside
	Same      map[string]string // a name in the file, and the account it is; "-" is a new one
	Answers   map[string]string // to what a preview leaves open, by its key
	Portfolio *model.Portfolio
	Today     model.Date
	Progress  func(done, total int64) bool // false stops
}

// ImportKind is what a file can hold.
type ImportKind struct {
	Key   string // as the reader calls it, "" for whatever it finds
	Words string // what a row of it is
	Won   bool   // it asks which values of a status count
}

// InWords is a kind as the question shows it.
func (k ImportKind) InWords() string {
	if k.Key == "" {
		return k.Words
	}
	return k.Key + ": " + k.Words
}

// ImportPreview is what reading a file would do, in words, and the one change
// that would do it.
type ImportPreview struct {
	Title     string   // "sales_pipeline.csv: transactions"
	Kind      string   // accounts, contacts, transactions, figures, portfolio
	Unread    string   // why the columns tell too little; nothing below but them is there then
	Summary   []string // counts and notes, a sentence a line
	Accounts  []ImportAccount
	Unchanged int
	Columns   []ImportColumn
	Targets   []ImportTarget // where columns can go
	Headings  int            // the row they stand on, 0 for a file that has none
	Lines     []int          // the rows they could stand on
	Said      []ImportSaid   // what was said about columns, now or for an earlier file
	Statuses  []ImportStatus // of transactions
	Questions []ImportQuestion
	Open      []ImportOpen // to be answered before anything is imported
	Problems  []ImportProblem
	Faults    func() []byte // the problems as a table; nil when there is no writer
	Change    edit.Change   // nil when nothing would change
}

// ImportAccount is what a file means for one account.
type ImportAccount struct {
	Name                   string
	New                    bool
	Facts                  []ImportFact
	Contacts, Transactions int // new or changed
}

// ImportFact is one fact before and after, in words.
type ImportFact struct{ Label, Before, After string }

// ImportColumn says where one column of a file goes, and why.
type ImportColumn struct {
	Header   string
	Field    string // "" when not used
	Label    string // of the field
	Why      string
	Samples  []string
	Proposed string // the field it goes to when nobody says anything
	Said     bool   // somebody said where it goes
	Recalled bool   // and that was for an earlier file
	Custom   bool   // kept as a custom field
}

// ImportTarget is a field that a column can go to.
type ImportTarget struct{ Key, Label string }

// ImportSaid is a heading and where somebody sent it.
type ImportSaid struct{ Header, Field string }

// ImportStatus is a value of the status of transactions.
type ImportStatus struct {
	Value string
	Rows  int
	Won   bool
}

// ImportQuestion is a name in the file that is nearly an account's.
type ImportQuestion struct {
	Name    string // in the file
	ID      model.AccountID
	Account string // its name here
	Within  bool   // that account is new too: the file itself names both
	Why     string
	Facts   []ImportFact // before: here; after: in the file
}

// ImportOpen is what the reader cannot decide and what could change a sum, with the answers
// there are: a key of them and what it means.
type ImportOpen struct {
	Key, Sentence string
	Choices       [][2]string
}

// ImportProblem is something in the file that could not be read, and why.
type ImportProblem struct {
	Line     int    // 0 is the file as a whole
	Field    string // the column's heading, "" for the row
	Sentence string
	Hint     string
	Refused  bool // the row did not arrive at all
}

// ErrNoReader is the answer of a copy that cannot read files.
var ErrNoReader = words.Fail("kit.this-copy-accord-built-without")

// Words tell in one line what the file means for the account.
func (a *ImportAccount) Words() string {
	var out []string
	if a.Contacts > 0 {
		out = append(out, words.T("kit.n-contacts", a.Contacts))
	}
	if a.Transactions > 0 {
		out = append(out, words.T("kit.n-transactions", a.Transactions))
	}
	for i, f := range a.Facts {
		if i == 3 {
			out = append(out, words.T("kit.more", len(a.Facts)-i))
			break
		}
		out = append(out, f.Label)
	}
	return OneLine(strings.Join(out, ", "))
}
