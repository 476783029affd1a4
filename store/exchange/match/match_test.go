package match

import (
	"fmt"
	"testing"

	"accord/model"
)

func TestNearNames(t *testing.T) {
	var all []*model.Account
	for i, name := range []string{"Halden Energy", "Meridian Foods Ltd.", "SAP", "Plant 1 of Titan", "דוד ובניו בע״מ", "Zoë Motors", "North Sea Oil"} {
		all = append(all, &model.Account{ID: model.AccountID(fmt.Sprintf("a%d", i)), Name: name})
	}
	all[0].Website = "https://www.halden.example.no/"
	p, err := model.NewPortfolio(model.NewProgramme(), all)
	if err != nil {
		t.Fatal(err)
	}
	n := newNearNames(p)
	for _, c := range []struct{ name, host, want string }{
		{"Halden Energy AS", "", "Halden Energy"}, {"halden energy, inc.", "", "Halden Energy"}, {"Energy Halden GmbH & Co. KG", "", "Halden Energy"},
		{"Hladen Energy", "", "Halden Energy"}, {"Halden Enrgy", "", "Halden Energy"}, {"Haldenn Energy", "", "Halden Energy"}, {"Holden Energy", "", "Halden Energy"},
		{"Hulden Enorgy", "", ""}, {"The Meridian Foods", "", "Meridian Foods Ltd."}, {"MeridianFoods S.A.", "", "Meridian Foods Ltd."}, {"SAS", "", ""}, {"SAP SE", "", "SAP"},
		{"Plant 2 of Titan", "", ""}, {"Plant 11 of Titan", "", ""}, {`דוד ובניו בע"מ`, "", "דוד ובניו בע״מ"}, {"דוד ובניו", "", "דוד ובניו בע״מ"}, {"Zoe Motors LLC", "", "Zoë Motors"},
		{"Norsk Kraft", "halden.example.no", "Halden Energy"}, {"Norsk Kraft", "", ""}, {"Ltd", "", ""}, {"", "", ""}, {"Sea North Oil", "", "North Sea Oil"},
	} {
		id, why := n.near(c.name, c.host)
		got := ""
		if id != "" {
			got = p.Account(id).Name
		}
		if got != c.want || (why == "") != (got == "") {
			t.Errorf("%q is near %q (%s), want %q", c.name, got, why, c.want)
		}
	}
	for site, want := range map[string]string{"HTTPS://WWW.Acme.com/about": "acme.com", "acme.com": "acme.com", "linkedin.com/company/x": "", "none": "", "": "", "http://[::1": ""} {
		if got := hostOf(site); got != want {
			t.Errorf("host of %q is %q", site, got)
		}
	}
}

func TestSourceKeys(t *testing.T) {
	for _, same := range [][2]string{
		{"0015g00000ABCde", "0015g00000ABCde" + checksum("0015g00000ABCde")},
		{"001A000001abcDE", "001A000001abcDEAAA"},
		{"{0B8F1E2A-1111-2222-3333-444455556666}", "0b8f1e2a-1111-2222-3333-444455556666"},
	} {
		if SourceKey(same[0]) != SourceKey(same[1]) {
			t.Errorf("%q and %q differ", same[0], same[1])
		}
	}
	for _, other := range [][2]string{{"0015g00000ABCde", "0015g00000abcde"}, {"INV202500000000001", "INV202500000000002"}, {"123456789012345678", "123456789012345679"}} {
		if SourceKey(other[0]) == SourceKey(other[1]) {
			t.Errorf("%q and %q are the same", other[0], other[1])
		}
	}
}
