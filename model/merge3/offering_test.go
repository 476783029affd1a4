package merge3

import (
	"strings"
	"testing"

	"accord/model"
	"accord/model/edit"
)

// The catalogue and what is remembered of files are merged entry by entry.
func TestTheCatalogueIsMergedOfferingByOffering(t *testing.T) {
	list := func(s string) edit.Change {
		return edit.SetField{Ref: edit.Ref{Of: edit.OfProgramme}, Key: "programme.offerings", Value: s}
	}
	base := after(t, everything(t), list("Pro (GTX) = 10 USD; Plus = 20 USD; Old"))
	mine := after(t, base, list("Pro (GTX) = 11 USD; Plus = 20 USD; Old; Mine"))
	theirs := after(t, base, list("Pro (GTX) = 12 USD; Plus (Line) = 20 USD; theirs = 5 USD"))
	m := merged(t, base, mine, theirs)
	c := onlyClash(t, m)
	if c.Name != "programme" || c.Subject != "Pro" || c.Field != "price" || !strings.Contains(c.Mine, "11") || !strings.Contains(c.Theirs, "12") {
		t.Errorf("the conflict is %+v", c)
	}
	if got := wording(m.Result().Programme()); got != "Pro (GTX) = 11 USD; Plus (Line) = 20 USD; Mine; theirs = 5 USD" {
		t.Error(got)
	}
	p, _, err := m.ResolveAll(TakeTheirs)
	if err != nil || !strings.Contains(wording(p.Programme()), "12 USD") {
		t.Errorf("theirs: %s %v", wording(p.Programme()), err)
	}
}

func wording(g *model.Programme) string { return edit.OfferingsField().Get(&edit.Record{Programme: g}) }

func TestWhatIsKnownOfFilesIsMergedColumnByColumn(t *testing.T) {
	known := func(p *model.Portfolio, list ...model.Mapping) *model.Portfolio {
		g := *p.Programme()
		g.Mappings = list
		return p.Under(&g)
	}
	of := func(kind string, won []string, to ...string) model.Mapping {
		m := model.Mapping{Kind: kind, Headers: "x", Won: won}
		for i := 0; i < len(to); i += 2 {
			m.Columns = append(m.Columns, model.Sent{Header: to[i], Field: to[i+1]})
		}
		return m
	}
	p := everything(t)
	base := known(p, of("transactions", []string{"won"}, "Deal", "date", "Sum", "amount"))
	mine := known(p, of("transactions", []string{"won", "paid"}, "Deal", "-", "Sum", "amount"), of("accounts", nil, "Firm", "name"))
	theirs := known(p, of("transactions", []string{"closed"}, "Deal", "+", "Sum", "amount", "More", "offering"))
	m := merged(t, base, mine, theirs)
	c := onlyClash(t, m)
	if c.Subject != "Deal" || c.Mine != "-" || c.Theirs != "+" {
		t.Errorf("the conflict is %+v", c)
	}
	got := m.Result().Programme().Mappings
	if len(got) != 2 {
		t.Fatalf("%+v", got)
	}
	won := strings.Join(got[0].Won, " ")
	if len(got[0].Columns) != 3 || won != "paid closed" {
		t.Errorf("%+v", got)
	}
}
