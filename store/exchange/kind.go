package exchange

import (
	"cmp"
	"path/filepath"
	"slices"
	"strings"

	"accord/model"
	"accord/model/words"
)

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
	fields  map[string]role   // and the fields of an account, with what they hold where it is no line of text
	samples map[string]string // of those fields, for a template
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

// anyFigure stands for every figure with its year among what a kind needs.
const anyFigure = "figures.*"

// target is a field a column can go to, with the headings it is known by, the
// surest first.
type target struct {
	key     string
	label   string
	role    role
	example string // in a template; a column without one is not in it
	headers []string
}

// title is what people read for it.
func (t *target) title() string {
	here := words.Screen()
	return cmp.Or(here.Named("column", t.key), here.Named("field", strings.TrimPrefix(t.key, "account.")), t.label)
}

// columnOf is a row of the columns of a kind.
func columnOf(key, label string, r role, example string, headings ...string) target {
	return target{key, label, r, example, headings}
}

// role is what a column holds: it says how its cells are read and how long they may be.
type role uint8

// The roles of columns. essential goes with another: a row says of nobody what it says
// when it is lost.
const (
	textRole  role = iota // a line of text
	nameRole              // what somebody or something is called
	idRole                // an id of another system
	notesRole             // a long text
	dayRole
	numberRole // a number or an amount
	shareRole

	essential role = 0x80
)

// roleWords tell what a column holds.
var roleWords = words.Table(func() [7]string {
	return [...]string{textRole: "text", nameRole: "name", idRole: "id", notesRole: words.T("exchange.long-text"), dayRole: words.T("exchange.day-or-period"), numberRole: "number", shareRole: "share"}
})

func (r role) String() string { return roleWords()[r&^essential] }

// kinds are all of them, in the order in which a user chooses. It is filled at the start,
// because what reads a kind looks rows up in it.
var kinds []*kindRow

// likeliest is the kind that most files are of.
const likeliest = Accounts

// rowOf is the row of a kind, nil for none.
func rowOf(k Kind) *kindRow {
	i := slices.IndexFunc(kinds, func(r *kindRow) bool { return r.kind == k })
	if i < 0 {
		return nil
	}
	return kinds[i]
}

// tables are the kinds of tables, the most special first.
func tables() []*kindRow {
	out := slices.DeleteFunc(slices.Clone(kinds), func(k *kindRow) bool { return k.document != nil })
	slices.SortStableFunc(out, func(a, b *kindRow) int { return a.sure - b.sure })
	return out
}

// documentOf is the kind that is no table which a file is of, by what is said of it, its
// name and what stands in it; nil for a table.
func documentOf(data []byte, name string, said Kind) *kindRow {
	for _, k := range kinds {
		if k.document != nil &&
			(k.kind == said || slices.Contains(k.document.endings, strings.ToLower(filepath.Ext(name))) || said == Guess && k.document.looks(data)) {
			return k
		}
	}
	return nil
}

// kindWords lists the kinds in a sentence.
func kindWords() string {
	var out []string
	for _, k := range kinds {
		out = append(out, string(k.kind))
	}
	last := len(out) - 1
	return words.T("exchange.or", strings.Join(out[:last], ", "), out[last])
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

// wonWords are the values of a status that count when the user names none.
var wonWords = []string{"won", "closed won", "invoiced", "posted", "paid", "נסגר בהצלחה", "זכייה", "שולם"}

// UsualWon are the words of a status that count when nobody said which.
func UsualWon() []string { return slices.Clone(wonWords) }
