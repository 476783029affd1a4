package exchange

import (
	"archive/zip"
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"accord/model"
	"accord/model/score"
	"accord/model/session"
	"accord/store/exchange/document"
	"accord/store/exchange/export"
	"accord/store/exchange/xlsx"
)

// fuzzRead reads any bytes as a kind: no panic, and what is offered can be done,
// leaves a portfolio in order, and comes back from JSON as it was.
func fuzzRead(f *testing.F, k Kind, seeds ...string) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<15 {
			return
		}
		base := model.EmptyPortfolio()
		if k == Contacts {
			base = twoAccounts(t)
		}
		for range 2 {
			pv, err := Read(bytes.NewReader(data), "f.csv", base, options(k))
			if err != nil {
				if pv != nil || err.Error() == "" {
					t.Fatalf("%v %v", pv, err)
				}
				return
			}
			if pv.Change == nil {
				return
			}
			s := session.New(base, today, 0, counter())
			if _, err := s.Do(pv.Change, time.Time{}); err != nil {
				t.Fatalf("the change cannot be made: %v", err)
			}
			base = s.Portfolio()
			if err := checkAll(base); err != nil {
				t.Fatalf("the import broke the portfolio: %v", err)
			}
			var b bytes.Buffer
			if err := document.Write(&b, base); err != nil {
				t.Fatal(err)
			}
			if again, err := document.Read(&b); err != nil || !equal(again, base) {
				t.Fatalf("JSON does not bring it back: %v", err)
			}
			if err := export.WriteCSV(&b, base, s.Scores(), "accounts", false); err != nil {
				t.Fatal(err)
			}
		}
	})
}

func FuzzAccounts(f *testing.F) {
	fuzzRead(f, Accounts, "Name,Parent Account,Employees,Annual Revenue\nAcme,,5,\"1,5\"\nSub,Acme,x,2\n", "sep=;\nId;Name;Tier;importance.capacity;Sales 2025\n1;A;key;3;5\n", "\xff\xfeN\x00a\x00m\x00e\x00\n\x00A\x00", "Name\r\"A\rB\"\"\r")
}

func FuzzContacts(f *testing.F) {
	fuzzRead(f, Contacts, "Id,Full Name,Account Name,Reports To,Email\n1,Ann,Acme,Bob,a@x\n2,Bob,Acme,1,\n",
		"First Name;Last Name;Account ID;Role;Last Activity;Description\nA;B;0015g00000AAAaa;user;1/2/2025;\"x\ny\"\n;;;;;\n")
}

func FuzzTransactions(f *testing.F) {
	fuzzRead(f, Transactions, "Invoice,Customer,Date,Amount,Status,Product\n1,Acme,2025-01-02,5,Won,A\n1,Acme,3/4/2025,(6),Paid,A\n,Beta,45000,€7,Lost,\n")
}

func FuzzFigures(f *testing.F) {
	fuzzRead(f, Figures, "Customer,Year,Revenue,Gross margin,Wallet\nAcme,2025,10,4,50\nBeta,Q1 2025,1.5k,20%,\n", "Customer,2024,Revenue 2025,figures.2025.capacity_share\nA,1,2,3\n")
}

func FuzzGuess(f *testing.F) {
	fuzzRead(f, Guess, "Grand Total\n\nName|City\nA|B\n\nTotal|1\n", "Name\tEmail\tCompany\nA\tb\tc\n")
}

func FuzzReadJSON(f *testing.F) {
	for n := range uint64(3) {
		f.Add(document1(f, rich(rand.New(rand.NewPCG(n, n)), int(n))))
	}
	f.Fuzz(func(t *testing.T, text string) {
		p, err := document.Read(strings.NewReader(text))
		if err != nil {
			return
		}
		q, err := document.Read(strings.NewReader(document1(t, p)))
		if err != nil || !equal(p, q) {
			t.Fatalf("a portfolio that was read does not come back: %v", err)
		}
		score.Of(p, today)
		if _, err := Read(strings.NewReader(text), "x.json", q, options(Portfolio)); err != nil {
			t.Fatalf("read but not imported: %v", err)
		}
	})
}

// Whatever a workbook is made of, reading it neither panics nor hangs.
func FuzzWorkbook(f *testing.F) {
	f.Add([]byte("PK\x03\x04"), []byte(`<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>`), []byte(`<sst><si><t>Account Name</t></si></sst>`))
	f.Add([]byte{}, []byte(`<worksheet><cols><col min="1" max="99999999" hidden="1"/></cols><sheetData><row r="1048577"><c r="ZZZZZZ1" s="9"><v>45000</v></c><c t="inlineStr"><is><r><t>x</t></r></is></c></row></sheetData></worksheet>`), []byte(`<sst/>`))
	f.Fuzz(func(t *testing.T, raw, sheet, shared []byte) {
		_, _, _ = xlsx.Text(raw, "raw.xlsx")
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for name, text := range map[string][]byte{"xl/workbook.xml": []byte(`<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" r:id="x"/></sheets></workbook>`),
			"xl/_rels/workbook.xml.rels": []byte(`<Relationships><Relationship Id="x" Target="worksheets/s.xml"/></Relationships>`), "xl/worksheets/s.xml": sheet, "xl/sharedStrings.xml": shared,
			"xl/styles.xml": []byte(`<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`)} {
			p, err := z.Create(name)
			if err == nil {
				_, err = p.Write(text)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		text, _, err := xlsx.Text(b.Bytes(), "made.xlsx")
		if err == nil && strings.TrimSpace(text) == "" {
			t.Error("nothing was read, and nothing said")
		}
	})
}

func FuzzOfferings(f *testing.F) {
	fuzzRead(f, Offerings, "product,series,sales_price\nGTX Pro,GTX,4821\nPump,,\"1,5\"\n", "Item;Price (EUR k)\nA;(5)\nA;-\n")
}

func FuzzTeam(f *testing.F) {
	fuzzRead(f, Team, "sales_agent,manager,regional_office\nAnn,Bob,North\nBob,Ann,\n", "Salesperson|Email|Title\nA|a@x|VP\n")
}
