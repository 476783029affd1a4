package exchange

import (
	"path/filepath"
	"slices"
	"strings"

	"accord/model"
)

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

// likeliest is the kind that most files are of.
const likeliest = Accounts

// kindRow is all that is known of a kind of file: what it is called, what its columns
// can be, what reads it. The command line, the import page, the templates, the
// reference of columns and the memory of what was said are derived from it.
type kindRow struct {
	kind    Kind
	words   string    // what a row of it is, or the file
	changes string    // what reading one changes
	things  [2]string // what comes in, one and several; accounts where it says nothing

	early int // of several files the lower ones are read first: they help the others
	sure  int // where headings fit several kinds, the lower one is meant: it is the more special

	prefix  string            // of the keys of its columns
	columns []target          // what its columns can be
	fields  bool              // and the fields of an account
	also    map[string]string // other names under which --map may call a column
	needs   []need            // the columns without which nothing can be read

	accounts bool // its rows are accounts: columns of no field can be kept with them
	ours     bool // its rows are ours and name no customer: a heading for one means another kind
	years    bool // a heading may be a figure with its year
	plain    bool // and a year alone is its revenue
	sums     bool // reports write sums below its rows
	won      bool // its rows have a status, of which some values count

	read func(*reader) error                                                // the rows of a table
	diff func(g *model.Programme, before, after *model.Account) []FieldDiff // what can differ; nil compares all

	document *documentKind // a file that is no table
}

// documentKind reads a file that is no table.
type documentKind struct {
	endings []string
	looks   func(data []byte) bool               // by what stands in it
	head    func(data []byte, name string) error // why it is none after all, by its beginning
	read    func(data []byte, name string, p *model.Portfolio, o Options) (*Preview, error)
}

// need is a group of columns of which a file must have one.
type need struct {
	what string
	keys []string // "figures.*" is any figure with its year
}

// kinds are all of them, in the order in which a user chooses. It is filled at the start,
// because what reads a kind looks rows up in it.
var kinds []*kindRow

func init() {
	kinds = []*kindRow{
		{kind: Accounts, words: "one customer a row", changes: "accounts: their facts, their parents, our figures of a year with them",
			early: 4, sure: 4, prefix: "account.", columns: accountColumns, fields: true, also: accountNamesToo, accounts: true, years: true,
			needs: []need{{"the account's name", []string{"account.name", "account.id"}}}, read: (*reader).accounts},
		{kind: Contacts, words: "one person a row", changes: "the people of accounts: their seat, their role and whom they report to",
			early: 5, sure: 3, prefix: "contact.", columns: contactColumns, also: contactNamesToo,
			needs: []need{
				{"the person's name", []string{"contact.full", "contact.first", "contact.last", "contact.email"}},
				{"the account", []string{"contact.account", "contact.account_id"}},
			}, read: (*reader).contacts},
		{kind: Transactions, words: "invoices, orders, won deals", changes: "the transactions of accounts, of which revenue by year and offering is added up",
			early: 7, sure: 2, prefix: "transaction.", columns: transactionColumns, also: transactionNamesToo, sums: true, won: true,
			needs: []need{
				{"the account", []string{"transaction.account", "transaction.account_id"}},
				{"the amount", []string{"transaction.amount"}},
				{"the date", []string{"transaction.date"}},
			}, read: (*reader).transactions, diff: ownerDiffs},
		{kind: Figures, words: "revenue by customer and year", changes: "the figures of accounts: revenue, costs, margin and spend of a year",
			early: 6, sure: 1, prefix: "figures.", columns: figureColumns, also: figureNamesToo, years: true, plain: true, sums: true,
			needs: []need{
				{"the account", []string{"figures.account", "figures.account_id"}},
				{"the year or period", []string{"figures.year", anyFigure}},
				{"a figure", []string{"figures.revenue", "figures.cost_of_sales", "figures.gross_margin", "figures.cost_to_serve", "figures.wallet", "figures.capacity_share", anyFigure}},
			}, read: (*reader).figures},
		{kind: Offerings, words: "what you sell, with list prices", changes: "your offerings, and the names of what was sold",
			things: [2]string{"offering", "offerings"}, early: 3, sure: 5, prefix: "offering.", columns: offeringColumns, also: offeringNamesToo, ours: true,
			needs: []need{{"the offering", []string{"offering.name"}}, {"its price or line", []string{"offering.price", "offering.line"}}}, read: (*reader).offerings},
		{kind: Team, words: "people of ours", changes: "your team, and who leads the accounts they own by name",
			things: [2]string{"person of our team", "people of our team"}, early: 2, sure: 6, prefix: "team.", columns: teamColumns, ours: true,
			needs: []need{{"the person", []string{"team.name"}}}, read: (*reader).team},
		{kind: Portfolio, words: "a whole portfolio that Accord wrote (.json)", changes: "everything: accounts with their plans, offerings and people of ours that are new here",
			early: 1, document: &documentKind{[]string{".json"}, looksLikeJSON, jsonHead, readPortfolio}},
	}
}

// KindInfo tells a face of a kind of file.
type KindInfo struct {
	Key     string // the word of the command line
	Words   string // what a row of it is
	Changes string // what reading one changes
	Won     bool   // it asks which values of a status count
	Table   bool   // it is a table, so that there is a template of it
}

// Kinds lists what a user may choose from.
func Kinds() []KindInfo {
	var out []KindInfo
	for _, k := range kinds {
		out = append(out, KindInfo{string(k.kind), k.words, k.changes, k.won, k.document == nil})
	}
	return out
}

// rowOf is the row of a kind, nil for none.
func rowOf(k Kind) *kindRow {
	i := slices.IndexFunc(kinds, func(r *kindRow) bool { return r.kind == k })
	if i < 0 {
		return nil
	}
	return kinds[i]
}

// documentOf is the kind that is no table which a file is of, by what is said of it, its
// name and what stands in it; nil for a table.
func documentOf(data []byte, name string, said Kind) *kindRow {
	for _, k := range kinds {
		if k.document != nil && (k.kind == said || slices.Contains(k.document.endings, strings.ToLower(filepath.Ext(name))) || said == Guess && k.document.looks(data)) {
			return k
		}
	}
	return nil
}

// tables are the kinds of tables, the most special first.
func tables() []*kindRow {
	out := slices.DeleteFunc(slices.Clone(kinds), func(k *kindRow) bool { return k.document != nil })
	slices.SortStableFunc(out, func(a, b *kindRow) int { return a.sure - b.sure })
	return out
}

// kindWords lists the kinds in a sentence.
func kindWords() string {
	var out []string
	for _, k := range kinds {
		out = append(out, string(k.kind))
	}
	last := len(out) - 1
	return strings.Join(out[:last], ", ") + " or " + out[last]
}
