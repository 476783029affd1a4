package shell

import (
	"accord/model/edit"
	"accord/ui/kit"
)

// crmExport reads a file that is always the same: for pictures and sizes.
func crmExport(kit.ImportRequest) (*kit.ImportPreview, error) {
	return &kit.ImportPreview{
		Title: "crm accounts.csv: transactions", Kind: "transactions",
		Summary: []string{"1,204 rows: 2 accounts new, 3 changed, 4 unchanged", "311 rows not won, left out", "893 new transactions",
			"A file with this header row was imported before: 1 column goes as you chose then.",
			"Counted as won: Won (893). Not counted: Lost (298), Open (13).",
			"2 names in the file are nearly the name of an account here; unless you say that they are the same, they are imported as new."},
		Headings: 1, Lines: []int{1, 2, 3}, Unchanged: 4, Change: edit.AddAccount{ID: "haldan", Name: "Haldan Energy AS"},
		Columns: []kit.ImportColumn{
			{Header: "Opportunity ID", Field: "transaction.id", Label: "Id", Why: "known heading", Samples: []string{"0061A01", "0061A02", "0061A03"}, Proposed: "transaction.id"},
			{Header: "Account Name", Field: "transaction.account", Label: "Account", Why: "known heading", Samples: []string{"Haldan Energy", "Meridian Foods"}, Proposed: "transaction.account"},
			{Header: "Close Date", Field: "transaction.date", Label: "Date", Why: "known heading", Samples: []string{"2026-01-31", "2026-02-14"}, Proposed: "transaction.date"},
			{Header: "Amount (EUR k)", Field: "transaction.amount", Label: "Amount", Why: "known heading", Samples: []string{"12.5", "40", "7.25"}, Proposed: "transaction.amount"},
			{Header: "Family", Field: "transaction.offering", Label: "Offering", Why: "sent here, as the last time", Said: true, Recalled: true, Samples: []string{"Service", "Pumps"}},
			{Header: "Stage", Field: "transaction.status", Label: "Status", Why: "known heading", Samples: []string{"Won", "Lost", "Open"}, Proposed: "transaction.status"},
			{Header: "הערות", Why: "no field of this name", Samples: []string{"לקוח ותיק", "לבדוק"}},
			{Header: "LastModifiedDate", Why: "kept by the other system for itself", Samples: []string{"2026-03-01"}},
		},
		Targets:  []kit.ImportTarget{{Key: "transaction.id", Label: "Id"}, {Key: "transaction.account", Label: "Account"}, {Key: "transaction.date", Label: "Date"}, {Key: "transaction.amount", Label: "Amount"}, {Key: "transaction.offering", Label: "Offering"}, {Key: "transaction.status", Label: "Status"}},
		Statuses: []kit.ImportStatus{{Value: "Won", Rows: 893, Won: true}, {Value: "Lost", Rows: 298, Won: false}, {Value: "Open", Rows: 13, Won: false}},
		Questions: []kit.ImportQuestion{
			{Name: "Haldan Energy AS", ID: "a1", Account: "Halden Energy", Why: "one letter differs",
				Facts: []kit.ImportFact{{Label: "Name", Before: "Halden Energy", After: "Haldan Energy AS"}, {Label: "City", Before: "Oslo", After: ""}, {Label: "Country", Before: "Norway", After: ""}, {Label: "Transactions", Before: "", After: "41"}}},
			{Name: "Aurora Textiles בע״מ", ID: "a2", Account: "Aurora Textiles", Why: "the same name except for legal form, accents or punctuation", Facts: []kit.ImportFact{{Label: "Name", Before: "Aurora Textiles", After: "Aurora Textiles בע״מ"}, {Label: "Transactions", Before: "12", After: "3"}}},
		},
		Accounts: []kit.ImportAccount{
			{Name: "Haldan Energy AS", New: true, Transactions: 41, Facts: []kit.ImportFact{{Label: "Imported revenue 2026", Before: "", After: "410,000 EUR"}}},
			{Name: "Meridian Foods", Transactions: 88, Facts: []kit.ImportFact{{Label: "Imported revenue 2025 (2,400,000 EUR typed by hand counts instead)", Before: "2,100,000 EUR", After: "2,180,000 EUR"}, {Label: "Imported revenue 2026", Before: "", After: "1,310,000 EUR"}}},
			{Name: "Northgate Steel", Transactions: 61, Facts: []kit.ImportFact{{Label: "Imported revenue 2026", Before: "90,000 EUR", After: "640,000 EUR"}}},
		},
		Problems: []kit.ImportProblem{
			{Line: 17, Field: "Amount (EUR k)", Sentence: "‘t.b.d.’ is not an amount", Hint: "Write the amount as a number.", Refused: true},
			{Line: 203, Field: "Close Date", Sentence: "‘31.02.2026’ is not a date", Hint: "Write the date as year-month-day.", Refused: true},
			{Line: 911, Field: "", Sentence: "the quotation marks are not closed; the line was read without them", Hint: "Check this row after the import."},
		},
	}, nil
}
