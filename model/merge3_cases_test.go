package model

import (
	"slices"
	"strings"
	"testing"
)

// after makes changes to a portfolio.
func after(t *testing.T, p *Portfolio, list ...Change) *Portfolio {
	t.Helper()
	s := newTestSession(p)
	for _, c := range list {
		if _, err := s.Do(c, testNow); err != nil {
			t.Fatalf("%s: %v", c.Label(), err)
		}
	}
	return s.Portfolio()
}

// resolved answers every conflict with one side.
func resolved(t *testing.T, m *Merging, side MergeSide) *Portfolio {
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

func setFact(account, key, value string) Change {
	return SetField{Ref: AccountRef(AccountID(account)), Key: key, Value: value}
}

func TestAClashReadsAsTheRegistryHasIt(t *testing.T) {
	base := after(t, everything(t), setFact("a", "tier", "key"))
	mine := after(t, base, setFact("a", "tier", "strategic"), SetRating{"a", "importance.capacity", false, LevelOf(4)}, SetField{Ref: Ref{"a", OfAction, "x1"}, Key: "action.due", Value: "2026-12-01"}, setFact("a", "notes", "ours"), setFact("a", "figures.2024.revenue", "200"))
	theirs := after(t, base, setFact("a", "tier", "maintain"), SetRating{"a", "importance.capacity", false, LevelOf(2)}, SetField{Ref: Ref{"a", OfAction, "x1"}, Key: "action.due", Value: "2026-12-24"}, setFact("a", "city", "Lyon"), setFact("a", "figures.2024.revenue", "300"))
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
	if a := m.Result().Account("a"); a.City != "Lyon" || a.Notes != "ours" || a.Tier != Strategic {
		t.Errorf("%+v", a)
	}
	if a := resolved(t, m, TakeTheirs).Account("a"); a.City != "Lyon" || a.Notes != "ours" || a.Tier != Maintain || a.Ratings["importance.capacity"].Ours != LevelOf(2) || a.Years[0].Revenue.Minor != 30000 {
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
		deletes, changes Change
		there            func(*Portfolio) bool
	}{
		"an account":                          {RemoveAccount{"a", ""}, setFact("a", "city", "Lyon"), func(p *Portfolio) bool { return p.Account("a") != nil }},
		"an account that another hangs under": {RemoveAccount{"a", ""}, setFact("b", "parent", "Account a"), func(p *Portfolio) bool { return p.Account("a") != nil && p.Account("b").Parent == "a" }},
		"an action":                           {RemoveAction{"a", "x1"}, SetField{Ref: Ref{"a", OfAction, "x1"}, Key: "action.owner", Value: "Dana"}, func(p *Portfolio) bool { return p.Account("a").Action("x1") != nil }},
		"an action waited for": {RemoveAction{"a", "x1"}, SetField{Ref: Ref{"a", OfAction, "x2"}, Key: "action.after", Value: "call"}, func(p *Portfolio) bool {
			a := p.Account("a")
			return a.Action("x1") != nil && a.Action("x2").After == "x1"
		}},
		"a person newly tied to":   {RemoveSeat{"a", "s2"}, SetTie{"a", "t9", "m2", "p2", Vendor, false}, func(p *Portfolio) bool { a := p.Account("a"); return a.Person("p2") != nil && a.Tie("m2", "p2") != nil }},
		"a member newly in charge": {RemoveMember{"m2", ""}, setFact("b", "manager", "Avi"), func(p *Portfolio) bool { return p.programme.Member("m2") != nil && p.Account("b").Manager == "m2" }},
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
		for _, p := range []*Portfolio{m.Result(), resolved(t, m, TakeTheirs), other.Result(), resolved(t, other, TakeTheirs)} {
			if bad := sound(p); len(bad) > 0 {
				t.Errorf("%s: %v", name, bad)
			}
		}
	}
}

func TestOrdersOfAList(t *testing.T) {
	list := func(ids string) *Portfolio {
		a := &Account{ID: "a", Name: "A"}
		for _, id := range strings.Fields(ids) {
			a.Actions = append(a.Actions, Action{ID: ActionID(id), Text: "do " + id})
		}
		return portfolioOf(t, a)
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
	mine := after(t, base, AddAccount{ID: "m1", Name: "Halden Energy AG"}, setFact("m1", "city", "Ulm"), AddSeat{"m1", "ms", "CEO", "", "mp", "Stefan Roth"}, AddMember{"mm", "Kim", Sales}, SetTie{"m1", "mt", "mm", "mp", Vendor, false}, setFact("m1", "manager", "Kim"),
		AddSeat{"a", "ns", "Buyer", "s1", "np", "Eva Lang"}, AddCell{"a", "nc", "Ulm", "training"})
	theirs := after(t, base, AddAccount{ID: "t1", Name: "halden energy, AG"}, setFact("t1", "city", "Bonn"), setFact("t1", "country", "DE"), AddSeat{"t1", "ts", "CEO", "", "tp", "Stefan  Roth"}, AddMember{"tm", "KIM", Sales}, SetTie{"t1", "tt", "tm", "tp", CredibleSource, false},
		AddAccount{ID: "t2", Name: "Below", Parent: "t1"}, setFact("t2", "manager", "KIM"), AddSeat{"a", "os", "Buyer", "s1", "op", "Eva Lang"}, AddCell{"a", "oc", "ulm", "Training"})
	m := merged(t, base, mine, theirs)
	p := m.Result()
	a := p.Account("m1")
	if p.Len() != base.Len()+2 || a == nil || a.City != "Ulm" || a.Country != "DE" || len(a.Seats) != 1 || len(a.Persons) != 1 || len(a.Ties) != 1 || len(p.programme.Team) != 3 {
		t.Fatalf("%d accounts, %+v, team %v", p.Len(), a, p.programme.Team)
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
	x := after(t, base, ImportAccounts{Base: base, Accounts: []*Account{{ID: "m9", Name: "Old name", Sources: []SourceID{{"salesforce", "0015000000AbCdE"}}}}, Title: "import"})
	y := after(t, base, ImportAccounts{Base: base, Accounts: []*Account{{ID: "t9", Name: "New name", Sources: []SourceID{{"salesforce", "0015000000AbCdE"}}}}, Title: "import"})
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
	base := after(t, everything(t), AddSeat{"a", "s3", "COO", "s1", "p3", "Cleo"})
	mine, theirs := after(t, base, MoveSeat{"a", "s2", "s3"}), after(t, base, MoveSeat{"a", "s3", "s2"})
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
	base := after(t, everything(t), SetRate{"EUR", 2025, Some(1.1)})
	euro := after(t, base, SetField{Ref: Ref{Of: OfProgramme}, Key: "programme.currency", Value: "EUR"}, SetRate{"USD", 2025, Some(0.9)})
	m := merged(t, base, base, euro)
	if g := m.Result().programme; g.Currency != "EUR" || len(g.Rates) != 1 || g.Rates[0].Currency != "USD" || len(m.Conflicts()) > 0 {
		t.Errorf("%+v", g)
	}
	m = merged(t, base, after(t, base, SetRate{"ILS", 2025, Some(0.3)}), euro)
	if g := m.Result().programme; onlyClash(t, m).Field != "Reporting currency" || g.Currency != "USD" || len(g.Rates) != 2 {
		t.Errorf("%+v", g)
	}
	if g := resolved(t, m, TakeTheirs).programme; g.Currency != "EUR" || len(g.Rates) != 1 {
		t.Errorf("%+v", g)
	}
	m = merged(t, base, after(t, base, SetRate{"ILS", 2025, Some(0.3)}), after(t, base, SetRate{"GBP", 2025, Some(1.3)}))
	if g := m.Result().programme; len(g.Rates) != 3 || len(m.Conflicts()) > 0 {
		t.Errorf("%+v", g)
	}
}

func TestAnotherPortfolioIsNotMerged(t *testing.T) {
	other := portfolioOf(t, &Account{ID: "zz", Name: "Else"})
	if _, err := Merge3(everything(t), other, everything(t)); err == nil {
		t.Error("two portfolios without a common beginning were merged")
	}
	m := merged(t, everything(t), everything(t), everything(t))
	if m.Change(m.Result(), "merge") != nil {
		t.Error("a merge that changes nothing is a change")
	}
}

// What came since the files were compared is not overwritten.
func TestAMergeIsForThePortfolioItWasMadeFor(t *testing.T) {
	base := everything(t)
	m := merged(t, base, base, after(t, base, setFact("a", "city", "Lyon")))
	s := newTestSession(base)
	if _, err := s.Do(setFact("b", "city", "Ulm"), testNow); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Do(m.Change(m.Result(), "merge"), testNow); err == nil {
		t.Error("a merge of an older state was taken")
	}
}
