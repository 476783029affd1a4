package evidence

import (
	"strings"

	"accord/store/exchange/cells"
)

// State is how a deal or a document stands.
type State uint8

// The states. Unknown is a word that no list has.
const (
	Unknown State = iota
	Won           // it is revenue, whatever the rows are
	Issued        // revenue where the rows are invoices or orders
	Open          // not decided, or a proposal
	Lost
	Draft
	Void
)

// Counts reports whether rows of a state are revenue; sure is false for a word that says
// nothing, or that says one thing of deals and another of invoices where nobody knows which
// the rows are.
func (s State) Counts(rows Rows) (counts, sure bool) {
	switch s {
	case Won:
		return true, true
	case Issued:
		return rows == Documents, rows == Documents || rows == Deals
	case Unknown:
		return false, false
	}
	return false, true
}

// Rows are what the rows of a table are, as far as its headings tell.
type Rows uint8

// The rows of a table.
const (
	AnyRows   Rows = iota
	Documents      // invoices: issued, they are revenue
	Orders         // shipped or paid, they are revenue; open ones may never be
	Deals
)

// rowWords are words of headings that tell what the rows are, the surer ones first: an
// invoice names its order, and an order no invoice.
var rowWords = []struct {
	is    Rows
	words []string
}{
	{Documents, []string{"invoice", "rechnung", "factur", "fattura", "fatura", "faktur", "חשבונית", "duedate", "balance"}},
	{Orders, []string{"order", "bestell"}},
	{Deals, []string{"stage", "deal", "opportunity", "pipeline", "probability", "closedate", "closingdate", "lead"}},
}

// RowsOf tells by the headings what the rows are.
func RowsOf(headings []string) Rows {
	for _, x := range rowWords {
		for _, h := range headings {
			h = cells.Squeeze(h)
			for _, w := range x.words {
				if strings.Contains(h, w) {
					return x.is
				}
			}
		}
	}
	return AnyRows
}
