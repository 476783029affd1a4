package exchange

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"accord/model"
)

// transactionReader reads rows that are invoices, orders or won opportunities.
type transactionReader struct {
	*reader
	id, account, accountID, amountCol, date, status, offering int

	won, lost map[string]int // status values as written, with their rows
	counts    map[string]bool
	offerings map[string]string          // folded name to the first spelling
	owner     map[string]model.AccountID // transaction key to the account that has it
	seen      map[string]*seenKey        // keys of this file
	accounts  map[[2]string]*draft       // what an id and a name lead to
	lines     bool                       // an id may stand on several lines, as an invoice's does
	again     []int                      // lines that replace an earlier line of the file
	reopened  int
}

// seenKey is what this file said under one id.
type seenKey struct {
	hash  string
	count int
}

// wonWords are the values of a status that count when the user names none.
var wonWords = []string{"won", "closed won", "invoiced", "posted", "paid"}

func (r *reader) transactions() error {
	x := &transactionReader{reader: r, id: r.t.index("transaction.id"), account: r.t.index("transaction.account"), accountID: r.t.index("transaction.account_id"),
		amountCol: r.t.index("transaction.amount"), date: r.t.index("transaction.date"), status: r.t.index("transaction.status"), offering: r.t.index("transaction.offering"),
		won: map[string]int{}, lost: map[string]int{}, counts: map[string]bool{}, offerings: map[string]string{},
		owner: map[string]model.AccountID{}, seen: map[string]*seenKey{}, accounts: map[[2]string]*draft{}}
	r.money = r.t.index("transaction.currency")
	words := r.o.Won
	if len(words) == 0 {
		words = wonWords
	}
	for _, w := range words {
		x.counts[fold(w)] = true
	}
	if x.id >= 0 {
		h := squeeze(r.t.header(x.id))
		x.lines = strings.Contains(h, "invoice") || strings.Contains(h, "order")
	}
	x.learn()
	if err := r.each(x.row); err != nil {
		return err
	}
	x.notes()
	return nil
}

// learn reads offerings and keys that are there already.
func (x *transactionReader) learn() {
	for _, a := range x.p.Accounts() {
		for i := range a.Transactions {
			t := &a.Transactions[i]
			x.owner[t.Key] = a.ID
			x.spelling(t.Offering)
		}
	}
}

// spelling gives an offering the first spelling met.
func (x *transactionReader) spelling(name string) string {
	if name == "" {
		return ""
	}
	k := fold(name)
	if first, ok := x.offerings[k]; ok {
		return first
	}
	x.offerings[k] = name
	return name
}

func (x *transactionReader) row(w row) {
	id := x.t.cell(w, x.id)
	if x.status >= 0 {
		status := x.t.cell(w, x.status)
		if !x.counts[fold(status)] || status == "" {
			x.lost[status]++
			x.pv.NotWon++
			if id != "" && x.owner[sourceKey(id)] != "" && x.seen[sourceKey(id)] == nil {
				x.reopened++
			}
			return
		}
		x.won[status]++
	}
	t, ok := x.read(w)
	if !ok {
		return
	}
	d := x.find(w)
	if d == nil {
		return
	}
	t.Key = x.key(w, t, id)
	x.put(d, t)
}

// read reads amount, date and offering; a row without the first two is a problem.
func (x *transactionReader) read(w row) (t model.Transaction, ok bool) {
	m, why := x.amount(w, x.amountCol)
	if why == "" && !m.Known() {
		why = "the row has no amount"
	}
	if why != "" {
		x.refuse(w.line, x.amountCol, "Write the amount as a number.", "%s", why)
		return t, false
	}
	raw := x.t.cell(w, x.date)
	day, ok := parseDay(raw, x.t.columns[x.date].dates)
	if !ok {
		why := "the row has no date"
		if raw != "" {
			why = quote(raw) + " is not a date"
		}
		x.refuse(w.line, x.date, "Write the date as year-month-day.", "%s", why)
		return t, false
	}
	return model.Transaction{Date: day, Amount: m, Offering: x.spelling(x.t.cell(w, x.offering))}, true
}

// find gives the account of a row; one that is named but not known is created.
func (x *transactionReader) find(w row) *draft {
	id, name := x.t.cell(w, x.accountID), x.t.cell(w, x.account)
	if d := x.accounts[[2]string{id, name}]; d != nil {
		return d
	}
	d := x.b.find(id, name)
	switch {
	case d != nil:
	case name != "":
		d = x.b.create(name)
		x.b.remember(d, id)
	case id != "":
		x.refuse(w.line, x.accountID, "Import the accounts first, or add a column with their names.", "there is no account with the id %s", quote(id))
		return nil
	default:
		x.refuse(w.line, x.account, "Every won row needs an account.", "the row has no account")
		return nil
	}
	if d.line == 0 {
		d.line = w.line
	}
	x.accounts[[2]string{id, name}] = d
	return d
}

// key identifies a transaction across imports: its own id, else what the row
// says and how often the file said it before.
func (x *transactionReader) key(w row, t model.Transaction, id string) string {
	hash := x.hash(w, t)
	k := "row:" + hash
	if id != "" {
		k = sourceKey(id)
	}
	s := x.seen[k]
	if s == nil {
		x.seen[k] = &seenKey{hash: hash, count: 1}
		return k
	}
	if id != "" && (s.hash == hash || !x.lines) {
		if s.hash != hash {
			x.again = append(x.again, w.line)
			s.hash = hash
		}
		return k
	}
	s.count++
	return k + "#" + strconv.Itoa(s.count)
}

// hash is a digest of the whole row, with what was understood in one spelling.
func (x *transactionReader) hash(w row, t model.Transaction) string {
	h := sha256.New()
	buf := make([]byte, 0, 256)
	add := func(s string) { buf = append(append(buf, s...), 0) }
	add(fold(x.t.cell(w, x.account)))
	add(t.Date.String())
	add(fold(t.Offering))
	add(strconv.FormatInt(t.Amount.Minor, 10))
	add(string(t.Amount.Currency))
	for i := range w.cells {
		if i != x.account && i != x.date && i != x.offering && i != x.amountCol && i < len(x.t.columns) {
			add(x.t.cell(w, i))
		}
	}
	for len(buf) > 0 && buf[len(buf)-1] == 0 {
		buf = buf[:len(buf)-1] // empty cells at the end are often cut off
	}
	h.Write(buf)
	return hex.EncodeToString(h.Sum(nil)[:10])
}

// put replaces the transaction of the same key, wherever it stands, or adds it.
func (x *transactionReader) put(d *draft, t model.Transaction) {
	if owner := x.owner[t.Key]; owner != "" && owner != d.ID {
		old := x.b.edit(owner)
		i := old.transaction(t.Key)
		if i >= 0 {
			old.Transactions = slices.Delete(old.Transactions, i, i+1)
			old.trans = nil
		}
	}
	x.owner[t.Key] = d.ID
	i := d.transaction(t.Key)
	switch {
	case i < 0:
		d.trans[t.Key] = len(d.Transactions)
		d.Transactions = append(d.Transactions, t)
	case d.Transactions[i] != t:
		d.Transactions[i] = t
	}
}

// transaction finds a transaction of the account by key, or -1.
func (d *draft) transaction(key string) int {
	if d.trans == nil {
		d.trans = make(map[string]int, len(d.Transactions))
		for i := range d.Transactions {
			d.trans[d.Transactions[i].Key] = i
		}
	}
	if i, ok := d.trans[key]; ok {
		return i
	}
	return -1
}

func (x *transactionReader) notes() {
	x.pv.Statuses = statuses(x.won, x.lost)
	if x.status >= 0 {
		x.note("Counted as won: %s. Not counted: %s.", tally(x.won), tally(x.lost))
	} else {
		x.note("The file has no status; every row counts.")
	}
	if x.status >= 0 && len(x.won) == 0 {
		x.note("No status of this file counts as won. Say with --won which values of %s do.", quote(x.t.header(x.status)))
	}
	if len(x.again) > 0 {
		x.note("An id that stands on several lines counts once; the last line holds (lines %s).", lineList(x.again))
	}
	if x.reopened > 0 {
		x.note("%s imported as won before and not won in this file; kept as won.", count(x.reopened, "transaction"))
	}
	if x.b.created > 0 {
		x.note("%s not known before are added as candidate accounts.", count(x.b.created, "customer"))
	}
	x.noteHidden(x.b.order)
}
