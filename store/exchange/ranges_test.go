package exchange

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"accord/model"
	"accord/store/exchange/document"
)

// A document is refused for every number that no field would have taken, and the refusal
// names the field.
func TestADocumentIsHeldToTheRangesOfItsFields(t *testing.T) {
	g := model.NewProgramme()
	g.Rates = []model.Rate{{Currency: "EUR", Year: 2025, Value: 1.083}}
	a := &model.Account{
		ID: "a", Name: "Acme", Retention: model.Some(0.875), Employees: model.Some(int64(12)),
		Ratings: map[model.FactorKey]model.Rating{"importance.capacity": {Ours: model.LevelOf(0)}, "stage.trust": {Ours: model.LevelOf(2)}},
		Years:   []model.Year{{Year: 2025, CapacityShare: model.Some(0.125)}},
		Persons: []model.Person{{ID: "p", Name: "P"}},
		Ties:    []model.Tie{{ID: "t", Theirs: "p", Cadence: 30}},
		Cells:   []model.Cell{{ID: "c", Unit: "u", Offering: "o", Probability: model.Some(0.5)}},
	}
	p, err := model.NewPortfolio(g, []*model.Account{a})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := document.Write(&b, p); err != nil || !json.Valid(b.Bytes()) {
		t.Fatal(err)
	}
	if _, err := document.Read(strings.NewReader(b.String())); err != nil {
		t.Fatal("as it was written:", err)
	}
	for _, c := range []struct{ is, becomes, field string }{
		{`"value":1.083`, `"value":0`, "rate"},
		{`"value":1.083`, `"value":-1`, "rate"},
		{`"retention":0.875`, `"retention":1.5`, "retention"},
		{`"capacity_share":0.125`, `"capacity_share":3`, "figures.2025.capacity_share"},
		{`"cadence":30`, `"cadence":900`, "tie.cadence"},
		{`"employees":12`, `"employees":-12`, "employees"},
		{`"stage.trust":{"ours":2`, `"stage.trust":{"ours":0`, "stage.trust"},
		{`"stage.trust":{"ours":2`, `"stage.trust":{"ours":5`, "stage.trust"},
	} {
		text := strings.Replace(b.String(), c.is, c.becomes, 1)
		if text == b.String() {
			t.Fatalf("no %s in %s", c.is, text)
		}
		if _, err := document.Read(strings.NewReader(text)); err == nil || !strings.Contains(err.Error(), c.field) {
			t.Errorf("%s: %v", c.becomes, err)
		}
	}
}
