package exchange

import (
	"crypto/sha256"
	"encoding/hex"
	"hash/maphash"
	"slices"
	"strconv"
	"strings"

	"accord/model"
	"accord/model/words"
	"accord/store/exchange/cells"
	"accord/store/exchange/csv"
	"accord/store/exchange/evidence"
	"accord/store/exchange/match"
)

// transactionColumns are what a column of transactions can be.
var transactionColumns = []target{
	columnOf("transaction.id", "Id", idRole|essential, "INV-1", "opportunity id", "invoice", "order id", "transaction id", "deal id", "invoice number", "invoice no", "invoice id", "order number", "order no", "num", "(do not modify) opportunity", "(do not modify) invoice", "(do not modify) order", "id", "record id", "מספר חשבונית"),
	columnOf("transaction.account", "Account", nameRole|essential, "Northgate Steel", accountNames...),
	columnOf("transaction.account_id", "Account id", idRole|essential, "", accountIDs...),
	columnOf("transaction.amount", "Amount", numberRole, "12500.50", "close value", "amount", "total", "actual revenue", "actualvalue", "total amount", "net amount", "deal amount", "value", "revenue", "total revenue", "our revenue", "sales", "סכום", "מכירות", "הכנסות"),
	columnOf("transaction.date", "Date", dayRole, "2026-03-31", "close date", "date", "invoice date", "closedate", "actual close date", "closing date", "order date", "posting date", "תאריך"),
	columnOf("transaction.status", "Status", textRole, "won", "deal stage", "stage", "status", "stage name", "stagename", "dealstage", "statecode", "סטטוס", "שלב"),
	columnOf("transaction.offering", "Offering", nameRole, "Pumps", "product", "item", "offering", "product name", "product/service", "product family", "מוצר"),
	columnOf("transaction.owner", "Owner", nameRole, "Ruth Amsel", "sales agent", "opportunity owner", "deal owner", "sales rep", "sales representative", "salesperson", "sales person", "owner", "ownerid", "hubspot_owner_id", "איש מכירות"),
	columnOf("transaction.currency", "Currency", textRole, "EUR", currencies...),
	columnOf("transaction.type", "Document type", textRole, "", "document type", "doc type", "transaction type", "voucher type", "invoice type", "move type", "belegart"),
}

// transactionNamesToo are other names under which --map may call them.
var transactionNamesToo = map[string]string{
	"transaction.product": "transaction.offering", "transaction.stage": "transaction.status",
}

// transactionReader reads rows that are invoices, orders or won opportunities.
type transactionReader struct {
	*reader
	id, account, accountID, amountCol, date, status, offering int

	won, lost map[string]int // status values as written, with their rows
	counts    map[string]bool
	offerings map[string]string          // folded name to the first spelling
	owner     map[string]model.AccountID // transaction key to the account that has it
	seen      map[string]*seenKey        // keys of this file
	accounts  map[[2]string]*match.Draft // what an id and a name lead to
	seller    int                        // column of who sold
	sold      sellers
	seed      maphash.Seed
	buf       []byte // of says
	unsteady  []bool // columns that are no part of what a row is
	lines     bool   // an id may stand on several lines, as an invoice's does
	usual     bool   // nobody said which states count
	rows      evidence.Rows
	verdicts  map[string]verdict // of states as they are written
	kind      int                // column of the kind of document
	kinds     map[string]int     // those that are no revenue, with their rows
	strange   map[string]int     // kinds of documents that nobody knows
	unsure    map[string]int     // states that nobody knows
	credits   int
	once      map[string]bool // ids whose amount was counted already
	reopened  int
}

// seenKey is what this file said under one id.
type seenKey struct {
	hash     uint64
	offering string
	count    int
}

// unsteady are columns in which the same row reads differently from one export to
// the next.
var unsteady = []string{"age", "probability", "expectedrevenue", "nextstep", "lastactivity", "lastactivitydate", "lastmodified", "lastmodifieddate", "modifiedon",
	"balance", "openbalance", "statusreason", "forecastcategory", "forecastcategoryname", "daysoverdue", "duedate", "rownumber", "row", "no"}

func (r *reader) transactions() error {
	x := &transactionReader{
		verdicts:  map[string]verdict{},
		kinds:     map[string]int{},
		strange:   map[string]int{},
		unsure:    map[string]int{},
		once:      map[string]bool{},
		kind:      r.t.index("transaction.type"),
		rows:      evidence.RowsOf(r.t.headers()),
		reader:    r,
		id:        r.t.index("transaction.id"),
		account:   r.t.index("transaction.account"),
		accountID: r.t.index("transaction.account_id"),
		amountCol: r.t.index("transaction.amount"),
		date:      r.t.index("transaction.date"),
		status:    r.t.index("transaction.status"),
		offering:  r.t.index("transaction.offering"),
		seller:    r.t.index("transaction.owner"),
		sold:      sellers{},
		seed:      maphash.MakeSeed(),
		won:       map[string]int{},
		lost:      map[string]int{},
		counts:    map[string]bool{},
		offerings: map[string]string{},
		owner:     map[string]model.AccountID{},
		seen:      map[string]*seenKey{},
		accounts:  map[[2]string]*match.Draft{},
	}
	r.money = r.t.index("transaction.currency")
	wording := r.o.Won
	if x.usual = len(wording) == 0 || slices.Equal(wording, wonWords); x.usual {
		wording = wonWords
	}
	for _, w := range wording {
		x.counts[cells.Fold(w)] = true
	}
	if x.id >= 0 {
		h := cells.Squeeze(r.t.header(x.id))
		x.lines = strings.Contains(h, "invoice") || strings.Contains(h, "order") || h == "num" || h == "מספרחשבונית"
	}
	for i, c := range x.t.columns {
		x.unsteady = append(
			x.unsteady,
			i == x.status || c.fate == leftOut || contains(unsteady, cells.Squeeze(c.header)) ||
				contains(noise, cells.Squeeze(c.header)),
		)
	}
	x.Learn()
	if err := r.each(x.row); err != nil {
		return err
	}
	x.giveOwners(x.sold, x.seller)
	x.notes()
	return nil
}

// learn reads offerings and keys that are there already; the catalogue says best
// how an offering is spelt.
func (x *transactionReader) Learn() {
	for _, o := range x.p.Programme().Offerings {
		x.spelling(o.Name)
	}
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
	k := cells.Fold(name)
	if first, ok := x.offerings[k]; ok {
		return first
	}
	x.offerings[k] = name
	return name
}

func (x *transactionReader) row(w csv.Row) {
	id := x.t.cell(w, x.id)
	if x.status >= 0 {
		status := x.t.cell(w, x.status)
		if !x.isWon(status) {
			x.lost[status]++
			x.pv.NotWon++
			if id != "" && x.owner[match.SourceKey(id)] != "" && x.seen[match.SourceKey(id)] == nil {
				x.reopened++
			}
			return
		}
		x.won[status]++
	}
	sign, counts := x.document(w)
	if !counts {
		x.pv.NotWon++
		return
	}
	if x.t.once && id != "" && x.once[id] {
		return
	}
	t, ok := x.read(w)
	if !ok {
		return
	}
	if sign < 0 && t.Amount.Minor > 0 {
		t.Amount.Minor = -t.Amount.Minor
	}
	d := x.Find(w)
	if d == nil {
		return
	}
	x.once[id] = x.t.once
	x.sold.add(d, x.t.cell(w, x.seller), t.Amount)
	t.Key = x.key(w, t, id)
	x.put(d, t)
}

// read reads amount, date and offering; a row without the first two is a problem.
func (x *transactionReader) read(w csv.Row) (t model.Transaction, ok bool) {
	m, why := x.amount(w, x.amountCol)
	if why == "" && !m.Known() {
		why = words.T("exchange.row-no-amount")
	}
	if x.t.less >= 0 && why == "" {
		tax, wrong := x.amount(w, x.t.less)
		m.Minor -= tax.Minor
		why = wrong
	}
	if why != "" {
		x.refuse(w.Line, x.amountCol, words.T("exchange.write-amount-as-number"), why)
		return t, false
	}
	raw := x.t.cell(w, x.date)
	day, ok := cells.ParseDay(raw, x.t.columns[x.date].dates)
	if !ok {
		why := words.T("exchange.row-no-date")
		if raw != "" {
			why = words.T("exchange.not-date", cells.Quote(raw))
		}
		x.refuse(w.Line, x.date, words.T("exchange.write-date-as-year-month"), why)
		return t, false
	}
	return model.Transaction{Date: day, Amount: m, Offering: x.spelling(x.t.cell(w, x.offering))}, true
}

// find gives the account of a row; one that is named but not known is created.
func (x *transactionReader) Find(w csv.Row) *match.Draft {
	id, name := x.t.cell(w, x.accountID), x.t.cell(w, x.account)
	if d := x.accounts[[2]string{id, name}]; d != nil {
		return d
	}
	given := [2]string{id, name}
	id, name = x.b.OneAccount(id, name)
	d := x.b.Find(id, name)
	switch {
	case d != nil:
	case name != "":
		d = x.b.Create(name)
		x.b.Remember(d, id)
	case id != "":
		x.refuse(
			w.Line,
			x.accountID,
			words.T("exchange.import-accounts-first-or-add"),
			words.T("exchange.there-no-account-id", cells.Quote(id)),
		)
		return nil
	default:
		x.refuse(
			w.Line,
			oneOf(x.account, x.accountID),
			words.T("exchange.every-won-row-needs-account"),
			words.T("exchange.row-no-account"),
		)
		return nil
	}
	if d.Line == 0 {
		d.Line = w.Line
	}
	x.accounts[given] = d
	return d
}

// key identifies a transaction across imports: its own id, else what the row
// says and how often the file said it before. One id with several offerings is a
// deal of several lines; with one offering it is a deal twice.
func (x *transactionReader) key(w csv.Row, t model.Transaction, id string) string {
	says := x.says(w, t)
	var k string
	var hash uint64 // within this file only
	if id != "" {
		k, hash = match.SourceKey(id), maphash.Bytes(x.seed, says)
	} else {
		sum := sha256.Sum256(says)
		k = "row:" + hex.EncodeToString(sum[:10])
	}
	s := x.seen[k]
	if s == nil {
		x.seen[k] = &seenKey{hash: hash, offering: t.Offering, count: 1}
		x.ids[k] = w.Line
		return k
	}
	if id != "" && (s.hash == hash || !x.lines && s.offering == t.Offering) {
		if s.hash != hash {
			x.again(w.Line, x.id, id)
			s.hash = hash
		}
		return k
	}
	s.count++
	return k + "#" + strconv.Itoa(s.count)
}

// says is what makes a row itself, with what was understood in one spelling. Left
// out is what another export of the same row may say otherwise: how it stands, how
// old it is. It is good until the next row.
func (x *transactionReader) says(w csv.Row, t model.Transaction) []byte {
	buf := x.buf[:0]
	add := func(s string) { buf = append(append(buf, s...), 0) }
	add(cells.Fold(x.t.cell(w, x.account)))
	add(t.Date.String())
	add(cells.Fold(t.Offering))
	add(strconv.FormatInt(t.Amount.Minor, 10))
	add(string(t.Amount.Currency))
	for i := range w.Cells {
		if i != x.account && i != x.date && i != x.offering && i != x.amountCol && i < len(x.t.columns) && !x.unsteady[i] {
			add(x.t.cell(w, i))
		}
	}
	for len(buf) > 0 && buf[len(buf)-1] == 0 {
		buf = buf[:len(buf)-1] // empty cells at the end are often cut off
	}
	x.buf = buf
	return buf
}

// put replaces the transaction of the same key, wherever it stands, or adds it.
func (x *transactionReader) put(d *match.Draft, t model.Transaction) {
	if owner := x.owner[t.Key]; owner != "" && owner != d.ID {
		old := x.b.Edit(owner)
		i := old.Transaction(t.Key)
		if i >= 0 {
			old.Transactions = slices.Delete(old.Transactions, i, i+1)
			old.Trans = nil
		}
	}
	x.owner[t.Key] = d.ID
	i := d.Transaction(t.Key)
	switch {
	case i < 0:
		d.Trans[t.Key] = len(d.Transactions)
		d.Transactions = append(d.Transactions, t)
	case d.Transactions[i] != t:
		d.Transactions[i] = t
	}
}

func (x *transactionReader) notes() {
	x.pv.Statuses = statuses(x.won, x.lost)
	x.askOpen()
	if x.status >= 0 {
		x.note(words.T("exchange.counted-as-won-not-counted", tally(x.won), tally(x.lost)))
	} else {
		x.note(words.T("exchange.file-no-status-every-row"))
	}
	if x.status >= 0 && len(x.won) == 0 {
		x.note(words.T("exchange.no-status-this-file-counts", cells.Quote(x.t.header(x.status))))
	}
	if x.reopened > 0 {
		x.note(words.T("exchange.imported-as-won-before-not", x.reopened))
	}
	if x.b.Created > 0 {
		x.note(words.T("exchange.not-known-before-added-as", x.b.Created))
	}
	x.noteHidden(x.b.Order)
}
