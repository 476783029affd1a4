package session_test

import (
	"fmt"
	"reflect"
	"testing"

	"accord/model"
	"accord/model/edit"
	"accord/model/mask"
	"accord/model/modeltest"
	"accord/model/sessiontest"
	"accord/model/words"
)

// What is said about the columns of a file is part of its import: one undo takes
// both back, the newest is kept, and the list has an end.
func TestMappingsAreRememberedWithTheImport(t *testing.T) {
	p := model.EmptyPortfolio()
	s := sessiontest.New(p)
	m := &model.Mapping{Kind: "accounts", Headers: "h", Columns: []model.Sent{{Header: "Firma", Field: "account.name"}}}
	in := func(id string, m *model.Mapping) edit.ImportAccounts {
		return edit.ImportAccounts{Base: s.Portfolio(), Accounts: []*model.Account{{ID: model.AccountID(id), Name: id}}, Remember: m, Title: words.Plain("import")}
	}
	if _, err := s.Do(in("a", m), modeltest.Now); err != nil {
		t.Fatal(err)
	}
	if got := s.Portfolio().Programme().Mapping("", "h"); got == nil || got.Columns[0].Field != "account.name" {
		t.Fatalf("remembered %+v", got)
	}
	if g := s.Portfolio().Programme(); g.Mapping("contacts", "h") != nil || g.Mapping("accounts", "i") != nil {
		t.Error("another kind or other headings are the same")
	}
	if mask.Anonymise(s.Scores()).Programme().Mappings != nil {
		t.Error("headings are in an anonymous copy")
	}
	s.Undo()
	if s.Portfolio().Programme().Mappings != nil || s.Portfolio().Len() != 0 {
		t.Error("the undo left something")
	}
	s.Redo()
	if _, err := s.Do(in("b", &model.Mapping{Kind: "accounts", Headers: "h"}), modeltest.Now); err != nil {
		t.Fatal(err)
	}
	if s.Portfolio().Programme().Mappings != nil {
		t.Error("nothing said, and still remembered")
	}
	var list []model.Mapping
	for i := range model.MappingLimit + 5 {
		list = model.Remember(list, model.Mapping{Kind: "accounts", Headers: fmt.Sprint(i), Won: []string{"Won"}})
	}
	if len(list) != model.MappingLimit || list[0].Headers != "5" {
		t.Errorf("%d remembered, the oldest %s", len(list), list[0].Headers)
	}
	if again := model.Remember(list, list[3]); !reflect.DeepEqual(again, list) {
		t.Error("remembering the same changes the list")
	}
}
