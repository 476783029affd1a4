package model

import (
	"fmt"
	"reflect"
	"testing"
)

// What is said about the columns of a file is part of its import: one undo takes
// both back, the newest is kept, and the list has an end.
func TestMappingsAreRememberedWithTheImport(t *testing.T) {
	p := EmptyPortfolio()
	s := newTestSession(p)
	m := &Mapping{Kind: "accounts", Headers: "h", Columns: []Sent{{"Firma", "account.name"}}}
	in := func(id string, m *Mapping) ImportAccounts {
		return ImportAccounts{Base: s.Portfolio(), Accounts: []*Account{{ID: AccountID(id), Name: id}}, Remember: m, Title: "import"}
	}
	if _, err := s.Do(in("a", m), testNow); err != nil {
		t.Fatal(err)
	}
	if got := s.Portfolio().Programme().Mapping("", "h"); got == nil || got.Columns[0].Field != "account.name" {
		t.Fatalf("remembered %+v", got)
	}
	if g := s.Portfolio().Programme(); g.Mapping("contacts", "h") != nil || g.Mapping("accounts", "i") != nil {
		t.Error("another kind or other headings are the same")
	}
	if Anonymise(s.Scores()).Programme().Mappings != nil {
		t.Error("headings are in an anonymous copy")
	}
	s.Undo()
	if s.Portfolio().Programme().Mappings != nil || s.Portfolio().Len() != 0 {
		t.Error("the undo left something")
	}
	s.Redo()
	if _, err := s.Do(in("b", &Mapping{Kind: "accounts", Headers: "h"}), testNow); err != nil {
		t.Fatal(err)
	}
	if s.Portfolio().Programme().Mappings != nil {
		t.Error("nothing said, and still remembered")
	}
	var list []Mapping
	for i := range mappingLimit + 5 {
		list = remember(list, Mapping{Kind: "accounts", Headers: fmt.Sprint(i), Won: []string{"Won"}})
	}
	if len(list) != mappingLimit || list[0].Headers != "5" {
		t.Errorf("%d remembered, the oldest %s", len(list), list[0].Headers)
	}
	if again := remember(list, list[3]); !reflect.DeepEqual(again, list) {
		t.Error("remembering the same changes the list")
	}
}
