package exchange

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"accord/model"
	"accord/model/session"
	"accord/store/exchange/document"
)

// versionOne is a document as version 1 had it, of an account with every new member.
func versionOne(t *testing.T, p *model.Portfolio) string {
	t.Helper()
	var b bytes.Buffer
	if err := document.Write(&b, p); err != nil {
		t.Fatal(err)
	}
	text := strings.Replace(b.String(), `"version":3`, `"version":1`, 1)
	for _, gone := range []string{`,"decisions":[{"id":"d","text":"plan B","date":"2026-11-24","shared":true}]`, `,"shared":true`, `,"shared":false`} {
		if !strings.Contains(text, gone) {
			t.Fatalf("no %s in %s", gone, text)
		}
		text = strings.ReplaceAll(text, gone, "")
	}
	return text
}

// A document of version 1 could not say what is shared: brought into a file again it
// takes nothing of that away, and into an empty one nothing is decided.
func TestADocumentOfVersion1TakesNothingAway(t *testing.T) {
	day := model.NewDate(2026, 11, 24)
	a := &model.Account{ID: "a", Name: "Alpha", Values: []model.ValueLine{{ID: "v", Text: "less scrap", Status: model.ValueAgreed, Shared: model.IsShared}},
		Insights:  []model.Insight{{ID: "i", Text: "grow", Confirmed: true, Shared: model.NotShared}},
		Decisions: []model.Decision{{ID: "d", Text: "plan B", Date: day, Shared: model.IsShared}}}
	p, err := model.NewPortfolio(model.NewProgramme(), []*model.Account{a})
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Replace(versionOne(t, p), "less scrap", "no scrap", 1)
	old, err := document.Read(strings.NewReader(text))
	if err != nil || !old.IsOlder() || old.At(0).Values[0].Shared != model.Undecided {
		t.Fatal(old, err)
	}
	pv, err := Read(strings.NewReader(text), "old.json", p, Options{Today: day, NewID: func() string { return "new" }})
	if err != nil {
		t.Fatal(err)
	}
	s := session.New(p, day, 0, func() string { return "x" })
	if _, err := s.Do(pv.Change, time.Time{}); err != nil {
		t.Fatal(err)
	}
	got := s.Portfolio().At(0)
	if got.Values[0].Text != "no scrap" || got.Values[0].Shared != model.IsShared || got.Insights[0].Shared != model.NotShared || len(got.Decisions) != 1 || got.Decisions[0].Shared != model.IsShared {
		t.Errorf("%+v", got)
	}
	var b bytes.Buffer
	if err := document.Write(&b, p); err != nil {
		t.Fatal(err)
	}
	again, err := document.Read(&b)
	if err != nil || again.IsOlder() || again.At(0).Decisions[0] != a.Decisions[0] || again.At(0).Insights[0] != a.Insights[0] {
		t.Errorf("version 2 does not come back: %+v %v", again.At(0), err)
	}
}
