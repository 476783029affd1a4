package merge3

import (
	"slices"
	"strings"
	"testing"

	"accord/model"
	"accord/model/edit"
	"accord/model/modeltest"
	"accord/model/sessiontest"
	"accord/model/words"
)

// after makes changes to a portfolio.
func after(t *testing.T, p *model.Portfolio, list ...edit.Change) *model.Portfolio {
	t.Helper()
	s := sessiontest.New(p)
	for _, c := range list {
		if _, err := s.Do(c, modeltest.Now); err != nil {
			t.Fatalf("%s: %v", c.Label(), err)
		}
	}
	return s.Portfolio()
}

// resolved answers every conflict with one side.
func resolved(t *testing.T, m *Merging, side MergeSide) *model.Portfolio {
	t.Helper()
	answers := map[string]Resolution{}
	for _, c := range m.Conflicts() {
		answers[c.Key] = Resolution{Side: side}
	}
	p, _, err := m.Resolve(answers)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func onlyClash(t *testing.T, m *Merging) Clash {
	t.Helper()
	if len(m.Conflicts()) != 1 {
		t.Fatalf("%d conflicts: %+v", len(m.Conflicts()), m.Conflicts())
	}
	return m.Conflicts()[0]
}

func setFact(account, key, value string) edit.Change {
	return edit.SetField{Ref: edit.AccountRef(model.AccountID(account)), Key: key, Value: value}
}

func TestAClashReadsAsTheRegistryHasIt(t *testing.T) {
	base := after(t, everything(t), setFact("a", "tier", "key"))
	mine := after(t, base, setFact("a", "tier", "strategic"), edit.SetRating{Account: "a", Factor: "importance.capacity", Verified: false, Level: model.LevelOf(4)}, edit.SetField{Ref: edit.Ref{Account: "a", Of: edit.OfAction, ID: "x1"}, Key: "action.due", Value: "2026-12-01"}, setFact("a", "notes", "ours"), setFact("a", "figures.2024.revenue", "200"))
	theirs := after(t, base, setFact("a", "tier", "maintain"), edit.SetRating{Account: "a", Factor: "importance.capacity", Verified: false, Level: model.LevelOf(2)}, edit.SetField{Ref: edit.Ref{Account: "a", Of: edit.OfAction, ID: "x1"}, Key: "action.due", Value: "2026-12-24"}, setFact("a", "city", "Lyon"), setFact("a", "figures.2024.revenue", "300"))
	m := merged(t, base, mine, theirs)
	var got []string
	for _, c := range m.Conflicts() {
		got = append(got, c.What()+" | "+c.Base+" | "+c.Mine+" | "+c.Theirs)
	}
	slices.Sort(got)
	want := "Account a, call: Due |  | 2026-12-01 | 2026-12-24\nAccount a: Capacity |  | 4 | 2\nAccount a: Revenue 2024 | 100 | 200 | 300\nAccount a: Tier | key | strategic | maintain"
	if strings.Join(got, "\n") != want {
		t.Errorf("%s", strings.Join(got, "\n"))
	}
	if a := m.Result().Account("a"); a.City != "Lyon" || a.Notes != "ours" || a.Tier != model.Strategic {
		t.Errorf("%+v", a)
	}
	if a := resolved(t, m, TakeTheirs).Account("a"); a.City != "Lyon" || a.Notes != "ours" || a.Tier != model.Maintain || a.Ratings["importance.capacity"].Ours != model.LevelOf(2) || a.Years[0].Revenue.Minor != 30000 {
		t.Errorf("%+v", a)
	}
}

func TestATextIsWrittenByHand(t *testing.T) {
	base := everything(t)
	m := merged(t, base, after(t, base, setFact("a", "notes", "ours")), after(t, base, setFact("a", "notes", "theirs")))
	c := onlyClash(t, m)
	p, _, err := m.Resolve(map[string]Resolution{c.Key: {ByHand: true, Own: "ours and theirs\n"}})
	if err != nil || !c.Text || p.Account("a").Notes != "ours and theirs" {
		t.Errorf("%+v %v", c, err)
	}
	m = merged(t, base, after(t, base, setFact("a", "city", "One")), after(t, base, setFact("a", "city", "Two")))
	if p, _, _ := m.Resolve(map[string]Resolution{onlyClash(t, m).Key: {ByHand: true, Own: "New \n York"}}); p.Account("a").City != "New York" {
		t.Errorf("a city of two lines: %q", p.Account("a").City)
	}
	m = merged(t, base, after(t, base, setFact("a", "name", "One")), after(t, base, setFact("a", "name", "Two")))
	if p, _, _ := m.Resolve(map[string]Resolution{onlyClash(t, m).Key: {ByHand: true, Own: " "}}); p.Account("a").Name != "One" {
		t.Errorf("an account is called %q", p.Account("a").Name)
	}
}

func TestDeletedHereChangedThere(t *testing.T) {
	base := everything(t)
	for name, c := range map[string]struct {
		deletes, changes edit.Change
		there            func(*model.Portfolio) bool
	}{
		"an account":                          {edit.RemoveAccount{Account: "a", Name: ""}, setFact("a", "city", "Lyon"), func(p *model.Portfolio) bool { return p.Account("a") != nil }},
		"an account that another hangs under": {edit.RemoveAccount{Account: "a", Name: ""}, setFact("b", "parent", "Account a"), func(p *model.Portfolio) bool { return p.Account("a") != nil && p.Account("b").Parent == "a" }},
		"an action":                           {edit.RemoveAction{Account: "a", ID: "x1"}, edit.SetField{Ref: edit.Ref{Account: "a", Of: edit.OfAction, ID: "x1"}, Key: "action.owner", Value: "Dana"}, func(p *model.Portfolio) bool { return p.Account("a").Action("x1") != nil }},
		"an action waited for": {edit.RemoveAction{Account: "a", ID: "x1"}, edit.SetField{Ref: edit.Ref{Account: "a", Of: edit.OfAction, ID: "x2"}, Key: "action.after", Value: "call"}, func(p *model.Portfolio) bool {
			a := p.Account("a")
			return a.Action("x1") != nil && a.Action("x2").After == "x1"
		}},
		"a person newly tied to": {edit.RemoveSeat{Account: "a", Seat: "s2"}, edit.SetTie{Account: "a", ID: "t9", Ours: "m2", Theirs: "p2", Level: model.Vendor, Touch: false}, func(p *model.Portfolio) bool {
			a := p.Account("a")
			return a.Person("p2") != nil && a.Tie("m2", "p2") != nil
		}},
		"a member newly in charge": {edit.RemoveMember{ID: "m2", Name: ""}, setFact("b", "manager", "Avi"), func(p *model.Portfolio) bool {
			return p.Programme().Member("m2") != nil && p.Account("b").Manager == "m2"
		}},
	} {
		gone, kept := after(t, base, c.deletes), after(t, base, c.changes)
		m := merged(t, base, gone, kept)
		if k := m.Conflicts(); len(k) == 0 || k[0].Kind != ConflictDeleted || k[0].Mine != "deleted" || k[0].Theirs == "deleted" {
			t.Errorf("%s: %+v", name, k)
		}
		other := merged(t, base, kept, gone)
		if c.there(m.Result()) || !c.there(resolved(t, m, TakeTheirs)) || !c.there(other.Result()) || c.there(resolved(t, other, TakeTheirs)) {
			t.Errorf("%s: is there when it should be gone, or gone when it should be there", name)
		}
		for _, p := range []*model.Portfolio{m.Result(), resolved(t, m, TakeTheirs), other.Result(), resolved(t, other, TakeTheirs)} {
			if bad := sound(p); len(bad) > 0 {
				t.Errorf("%s: %v", name, bad)
			}
		}
	}
}

func TestOrdersOfAList(t *testing.T) {
	list := func(ids string) *model.Portfolio {
		a := &model.Account{ID: "a", Name: "A"}
		for _, id := range strings.Fields(ids) {
			a.Actions = append(a.Actions, model.Action{ID: model.ActionID(id), Text: "do " + id})
		}
		return modeltest.PortfolioOf(t, a)
	}
	for _, c := range []struct {
		base, mine, theirs, want string
		clash                    bool
	}{
		{"1 2 3", "3 1 2", "1 2 3", "3 1 2", false},
		{"1 2 3", "1 2 3", "2 1 3", "2 1 3", false},
		{"1 2 3", "3 2 1", "3 2 1", "3 2 1", false},
		{"1 2 3", "1 4 2 3", "1 2 5 3", "1 4 2 5 3", false},
		{"1 2 3", "1 2 3 4", "1 2 3 5 6", "1 2 3 4 5 6", false},
		{"1 2 3", "3 1 2", "1 2 9 3", "3 1 2 9", false},
		{"1 2 3", "3 1 2", "1 3", "3 1", false},
		{"1 2 3", "3 1 2", "2 1 3", "3 1 2", true},
	} {
		m := merged(t, list(c.base), list(c.mine), list(c.theirs))
		if got := strings.Join(listIDs(m.Result().Account("a").Actions), " "); got != c.want || (len(m.Conflicts()) == 1) != c.clash {
			t.Errorf("%+v: %s, %+v", c, got, m.Conflicts())
		}
		if c.clash {
			if k := onlyClash(t, m); k.Kind != ConflictOrder || k.Field != "order of actions" || k.Theirs != "do 2, do 1, do 3" || strings.Join(listIDs(resolved(t, m, TakeTheirs).Account("a").Actions), " ") != c.theirs {
				t.Errorf("%+v", k)
			}
		}
	}
}

func TestWhatBothAddedIsOne(t *testing.T) {
	base := everything(t)
	mine := after(t, base, edit.AddAccount{ID: "m1", Name: "Halden Energy AG"}, setFact("m1", "city", "Ulm"), edit.AddSeat{Account: "m1", ID: "ms", Title: "CEO", ReportsTo: "", Person: "mp", Name: "Stefan Roth"}, edit.AddMember{ID: "mm", Name: "Kim", Function: model.Sales}, edit.SetTie{Account: "m1", ID: "mt", Ours: "mm", Theirs: "mp", Level: model.Vendor, Touch: false}, setFact("m1", "manager", "Kim"),
		edit.AddSeat{Account: "a", ID: "ns", Title: "Buyer", ReportsTo: "s1", Person: "np", Name: "Eva Lang"}, edit.AddCell{Account: "a", ID: "nc", Unit: "Ulm", Offering: "training"})
	theirs := after(t, base, edit.AddAccount{ID: "t1", Name: "halden energy, AG"}, setFact("t1", "city", "Bonn"), setFact("t1", "country", "DE"), edit.AddSeat{Account: "t1", ID: "ts", Title: "CEO", ReportsTo: "", Person: "tp", Name: "Stefan  Roth"}, edit.AddMember{ID: "tm", Name: "KIM", Function: model.Sales}, edit.SetTie{Account: "t1", ID: "tt", Ours: "tm", Theirs: "tp", Level: model.CredibleSource, Touch: false},
		edit.AddAccount{ID: "t2", Name: "Below", Parent: "t1"}, setFact("t2", "manager", "KIM"), edit.AddSeat{Account: "a", ID: "os", Title: "Buyer", ReportsTo: "s1", Person: "op", Name: "Eva Lang"}, edit.AddCell{Account: "a", ID: "oc", Unit: "ulm", Offering: "Training"})
	m := merged(t, base, mine, theirs)
	p := m.Result()
	a := p.Account("m1")
	if p.Len() != base.Len()+2 || a == nil || a.City != "Ulm" || a.Country != "DE" || len(a.Seats) != 1 || len(a.Persons) != 1 || len(a.Ties) != 1 || len(p.Programme().Team) != 3 {
		t.Fatalf("%d accounts, %+v, team %v", p.Len(), a, p.Programme().Team)
	}
	if b := p.Account("t2"); b.Parent != "m1" || b.Manager != "mm" {
		t.Errorf("%+v", b)
	}
	if b := p.Account("a"); len(b.Persons) != 3 || len(b.Seats) != 3 || len(b.Cells) != 2 {
		t.Errorf("%d people, %d seats, %d cells", len(b.Persons), len(b.Seats), len(b.Cells))
	}
	if len(m.Notes()) != 1 || !strings.Contains(m.Notes()[0], "Halden Energy AG") {
		t.Error(m.Notes())
	}
	if bad := sound(p); len(bad) > 0 {
		t.Error(bad)
	}
	// by what another system calls it, whatever its name
	x := after(t, base, edit.ImportAccounts{Base: base, Accounts: []*model.Account{{ID: "m9", Name: "Old name", Sources: []model.SourceID{{System: "salesforce", ID: "0015000000AbCdE"}}}}, Title: words.Plain("import")})
	y := after(t, base, edit.ImportAccounts{Base: base, Accounts: []*model.Account{{ID: "t9", Name: "New name", Sources: []model.SourceID{{System: "salesforce", ID: "0015000000AbCdE"}}}}, Title: words.Plain("import")})
	m = merged(t, base, x, y)
	if k := onlyClash(t, m); k.Field != "Name" || m.Result().Len() != base.Len()+1 || resolved(t, m, TakeTheirs).Account("m9").Name != "New name" {
		t.Errorf("%+v", k)
	}
}

func TestOneNameIsOneAccounts(t *testing.T) {
	base := everything(t)
	mine, theirs := after(t, base, setFact("a", "name", "Polaris")), after(t, base, setFact("b", "name", "polaris"))
	m := merged(t, base, mine, theirs)
	k := onlyClash(t, m)
	if p := m.Result(); k.Kind != ConflictName || p.Account("a").Name != "Polaris" || p.Account("b").Name != "Polaris (2)" {
		t.Errorf("%+v: %q %q", k, p.Account("a").Name, p.Account("b").Name)
	}
	if p := resolved(t, m, TakeTheirs); p.Account("b").Name != "polaris" || p.Account("a").Name != "Polaris (2)" {
		t.Errorf("%q %q", p.Account("a").Name, p.Account("b").Name)
	}
	if p, _, _ := m.Resolve(map[string]Resolution{k.Key: {ByHand: true, Own: "Polaris South"}}); p.Account("b").Name != "Polaris South" {
		t.Errorf("%q", p.Account("b").Name)
	}
}

func TestNobodyReportsToThemselves(t *testing.T) {
	base := after(t, everything(t), edit.AddSeat{Account: "a", ID: "s3", Title: "COO", ReportsTo: "s1", Person: "p3", Name: "Cleo"})
	mine, theirs := after(t, base, edit.MoveSeat{Account: "a", Seat: "s2", To: "s3"}), after(t, base, edit.MoveSeat{Account: "a", Seat: "s3", To: "s2"})
	m := merged(t, base, mine, theirs)
	k := onlyClash(t, m)
	if a := m.Result().Account("a"); k.Kind != ConflictCircle || k.Mine != "CFO to COO, COO to CEO" || a.Seat("s2").ReportsTo != "s3" || a.Seat("s3").ReportsTo != "s1" {
		t.Errorf("%+v", k)
	}
	if a := resolved(t, m, TakeTheirs).Account("a"); a.Seat("s2").ReportsTo != "s1" || a.Seat("s3").ReportsTo != "s2" {
		t.Errorf("%+v", a.Seats)
	}
	m = merged(t, base, after(t, base, setFact("a", "parent", "Account b")), after(t, base, setFact("b", "parent", "Account a")))
	k = onlyClash(t, m)
	if p := m.Result(); k.Kind != ConflictCircle || p.Account("a").Parent != "b" || p.Account("b").Parent != "" {
		t.Errorf("%+v", k)
	}
	if p := resolved(t, m, TakeTheirs); p.Account("a").Parent != "" || p.Account("b").Parent != "a" {
		t.Errorf("%+v %+v", p.Account("a"), p.Account("b"))
	}
}

// Rates lead into one currency: they go with it.
func TestRatesGoWithTheirCurrency(t *testing.T) {
	base := after(t, everything(t), edit.SetRate{Currency: "EUR", Year: 2025, Value: model.Some(1.1)})
	euro := after(t, base, edit.SetField{Ref: edit.Ref{Of: edit.OfProgramme}, Key: "programme.currency", Value: "EUR"}, edit.SetRate{Currency: "USD", Year: 2025, Value: model.Some(0.9)})
	m := merged(t, base, base, euro)
	if g := m.Result().Programme(); g.Currency != "EUR" || len(g.Rates) != 1 || g.Rates[0].Currency != "USD" || len(m.Conflicts()) > 0 {
		t.Errorf("%+v", g)
	}
	m = merged(t, base, after(t, base, edit.SetRate{Currency: "ILS", Year: 2025, Value: model.Some(0.3)}), euro)
	if g := m.Result().Programme(); onlyClash(t, m).Field != "Reporting currency" || g.Currency != "USD" || len(g.Rates) != 2 {
		t.Errorf("%+v", g)
	}
	if g := resolved(t, m, TakeTheirs).Programme(); g.Currency != "EUR" || len(g.Rates) != 1 {
		t.Errorf("%+v", g)
	}
	m = merged(t, base, after(t, base, edit.SetRate{Currency: "ILS", Year: 2025, Value: model.Some(0.3)}), after(t, base, edit.SetRate{Currency: "GBP", Year: 2025, Value: model.Some(1.3)}))
	if g := m.Result().Programme(); len(g.Rates) != 3 || len(m.Conflicts()) > 0 {
		t.Errorf("%+v", g)
	}
}

func TestAnotherPortfolioIsNotMerged(t *testing.T) {
	other := modeltest.PortfolioOf(t, &model.Account{ID: "zz", Name: "Else"})
	if _, err := Merge(everything(t), other, everything(t)); err == nil {
		t.Error("two portfolios without a common beginning were merged")
	}
	m := merged(t, everything(t), everything(t), everything(t))
	if m.Change(m.Result(), words.Plain("merge")) != nil {
		t.Error("a merge that changes nothing is a change")
	}
}

// What came since the files were compared is not overwritten.
func TestAMergeIsForThePortfolioItWasMadeFor(t *testing.T) {
	base := everything(t)
	m := merged(t, base, base, after(t, base, setFact("a", "city", "Lyon")))
	s := sessiontest.New(base)
	if _, err := s.Do(setFact("b", "city", "Ulm"), modeltest.Now); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Do(m.Change(m.Result(), words.Plain("merge")), modeltest.Now); err == nil {
		t.Error("a merge of an older state was taken")
	}
}
