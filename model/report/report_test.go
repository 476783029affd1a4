package report

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"accord/model"
	"accord/model/sample"
)

var today = model.NewDate(2026, 11, 24)

// text is everything a report says, in a line.
func text(r *Report) string {
	var b strings.Builder
	b.WriteString(r.Title + " " + r.Subtitle + " ")
	for _, n := range r.Nodes {
		b.WriteString(n.Text + " " + strings.Join(n.Items, " ") + " " + strings.Join(n.Table.Head, " ") + " " + n.SVG + " ")
		for _, row := range n.Table.Rows {
			b.WriteString(strings.Join(row, " ") + " ")
		}
		for _, d := range n.Points.Dots {
			b.WriteString(d.Label + " ")
		}
	}
	for _, d := range r.Days {
		b.WriteString(d.ID + " " + d.Text + " " + d.Owner + " " + d.Day.Short() + " ")
	}
	return b.String()
}

// marked is an account with one of everything, in which every text, amount and day
// of the registry says which field it is of.
func marked(t *testing.T) (s *model.Scores, secret, open map[string]string) {
	t.Helper()
	id := 0
	session := model.NewSession(model.EmptyPortfolio(), today, 0, func() string { id++; return fmt.Sprint("id", id) })
	do := func(c model.Change) {
		t.Helper()
		if _, err := session.Do(c, time.Time{}); err != nil {
			t.Fatalf("%+v: %v", c, err)
		}
	}
	for _, c := range []model.Change{
		model.AddMember{ID: "m", Name: "ourmember"}, model.AddAccount{ID: "a", Name: "Theircompany"},
		model.AddSeat{Account: "a", ID: "s", Title: "t", Name: "n", Person: "p"}, model.SetTie{Account: "a", ID: "tie", Ours: "m", Theirs: "p", Level: model.Vendor},
		model.AddObjective{Account: "a", ID: "o", Text: "x"}, model.AddAction{Account: "a", ID: "x", Text: "x", Objective: "o"},
		model.AddItem{Account: "a", Of: model.OfInsight, ID: "i", Text: "x"}, model.AddItem{Account: "a", Of: model.OfValue, ID: "v", Text: "x"}, model.AddItem{Account: "a", Of: model.OfPoint, ID: "w", Text: "x"},
		model.AddItem{Account: "a", Of: model.OfRisk, ID: "r", Text: "x"}, model.AddItem{Account: "a", Of: model.OfReview, ID: "q", Text: "x"}, model.AddCell{Account: "a", ID: "g", Unit: "u", Offering: "o"},
	} {
		do(c)
	}
	ids := map[model.EntityKind]string{model.OfMember: "m", model.OfSeat: "s", model.OfPerson: "p", model.OfTie: "tie", model.OfObjective: "o", model.OfAction: "x", model.OfInsight: "i", model.OfValue: "v", model.OfPoint: "w",
		model.OfRisk: "r", model.OfReview: "q", model.OfCell: "g"}
	secret, open = map[string]string{}, map[string]string{}
	for n, f := range model.Fields(session.Portfolio().Programme()) {
		ref := model.Ref{Account: "a", Of: f.Of, ID: ids[f.Of]}
		if f.Key == "name" || f.Key == "member.name" || strings.HasPrefix(f.Key, "pack.") && f.Key != "pack.name" {
			continue // the account and our member have names of their own; the method's words are in no file of the customer's
		}
		key, value, shown := strings.Replace(f.Key, "YEAR", "2025", 1), "", ""
		switch f.Kind {
		case model.Text, model.LongText, model.Tags:
			value = fmt.Sprintf("qword%07d", n)
			shown = value
		case model.Amount:
			value = fmt.Sprint(900_000_000 + n*1_001)
			shown = model.Thousands(model.Some(float64(900_000_000 + n*1_001)))
		case model.Day:
			d := model.NewDate(2031, 1, 1+n)
			value, shown = d.String(), d.Short()
		default:
			continue
		}
		if f.Key == "programme.currency" || f.Key == "programme.rates" {
			continue
		}
		do(model.SetField{Ref: ref, Key: key, Value: value})
		if Shareable(f.Key) {
			open[f.Key] = shown
		} else {
			secret[f.Key] = shown
		}
	}
	for key, value := range map[string]string{"insight.confirmed": "yes", "insight.kind": "goal", "value.status": "realised", "objective.shared": "yes", "action.shared": "yes", "person.support": "enemy", "seat.influence": "inner circle"} {
		of := map[string]model.EntityKind{"insight": model.OfInsight, "objective": model.OfObjective, "action": model.OfAction, "value": model.OfValue, "person": model.OfPerson, "seat": model.OfSeat}[key[:strings.Index(key, ".")]]
		do(model.SetField{Ref: model.Ref{Account: "a", Of: of, ID: ids[of]}, Key: key, Value: value})
	}
	return session.Scores(), secret, open
}

// Nothing of ours alone reaches the customer; what may, does.
func TestNothingOfOursReachesTheCustomer(t *testing.T) {
	s, secret, open := marked(t)
	if len(secret) < 80 || len(open) < 15 {
		t.Fatalf("%d secret and %d open fields", len(secret), len(open))
	}
	all := ""
	for _, k := range Kinds() {
		if !k.Customer {
			continue
		}
		r, ok := Build(k.Key, s, "a")
		if !ok {
			t.Fatal(k.Key)
		}
		said := text(r)
		all += said
		for key, word := range secret {
			if strings.Contains(said, word) {
				t.Errorf("%s tells the customer %s", k.Key, key)
			}
		}
		for _, word := range []string{"enemy", "inner circle", "ourmember", "strategic", "quadrant", "asymmetry"} {
			if strings.Contains(strings.ToLower(said), word) {
				t.Errorf("%s tells the customer %q", k.Key, word)
			}
		}
	}
	for _, key := range []string{"objective.text", "objective.goal", "action.text", "value.text", "value.money", "value.evidence", "insight.text"} {
		if !strings.Contains(all, open[key]) {
			t.Errorf("the customer never reads %s, %s", key, open[key])
		}
	}
	// The full plan, ours, does tell: the words are really there to be found.
	r, _ := Build("full", s, "a")
	told := 0
	for _, word := range secret {
		if strings.Contains(text(r), word) {
			told++
		}
	}
	if told < 25 {
		t.Errorf("our own full plan tells only %d of our words", told)
	}
}

// What is not meant for the customer stays with us, though others of its sort are
// shown: what nobody shared, what is not agreed, not confirmed, or flows our way.
func TestOnlyWhatIsMeantForTheCustomerReachesThem(t *testing.T) {
	due := model.NewDate(2026, 12, 1)
	a := &model.Account{ID: "a", Name: "A",
		Objectives: []model.Objective{{ID: "1", Text: "yes objective", Shared: true}, {ID: "2", Text: "no objective", Goal: "no goal", Due: due}, {ID: "3", Text: "no dropped", Shared: true, Status: model.ObjectiveDropped}},
		Actions:    []model.Action{{ID: "1", Text: "yes action", Shared: true, Due: due}, {ID: "2", Text: "no action", Objective: "1", Due: due}, {ID: "3", Text: "no dropped", Shared: true, Status: model.ActionDropped, Due: due}},
		Insights:   []model.Insight{{ID: "1", Text: "yes their goal", Confirmed: true}, {ID: "2", Text: "no guess"}, {ID: "3", Kind: model.Pressure, Text: "no pressure", Confirmed: true}},
		Values: []model.ValueLine{{ID: "1", Text: "yes agreed", Status: model.ValueAgreed}, {ID: "2", Text: "yes verified", Status: model.ValueVerified}, {ID: "3", Text: "no hypothesis"},
			{ID: "4", Text: "no received", Direction: model.ValueReceived, Status: model.ValueVerified}},
		Reviews: []model.Review{{ID: "1", Text: "no review", Date: due}}}
	b := &model.Account{ID: "b", Name: "no other customer", Actions: []model.Action{{ID: "1", Text: "no action of others", Shared: true, Due: due}}}
	p, err := model.NewPortfolio(model.NewProgramme(), []*model.Account{a, b})
	if err != nil {
		t.Fatal(err)
	}
	all := ""
	for _, k := range Kinds() {
		if k.Customer {
			r, _ := Build(k.Key, model.Score(p, today), "a")
			all += text(r)
			if len(r.Days) != 1 || r.Days[0].Text != "A: yes action" {
				t.Errorf("the calendar of %s has %+v", k.Key, r.Days)
			}
		}
	}
	if strings.Contains(all, "no ") {
		t.Errorf("the customer reads what is not for them: %s", all)
	}
	for _, said := range []string{"yes objective", "yes action", "yes their goal", "yes agreed", "yes verified"} {
		if !strings.Contains(all, said) {
			t.Errorf("the customer never reads %q", said)
		}
	}
}

// Every field of the registry is shareable or ours, never neither and never both,
// and no list names a field that does not exist.
func TestEveryFieldIsClassified(t *testing.T) {
	g := model.NewProgramme()
	instrument := func(key string) bool { return g.MethodPack().Instrument(key) != nil }
	used := map[string]bool{}
	for _, f := range model.Fields(g) {
		if Shareable(f.Key) == isOurs(f.Key, instrument) {
			t.Errorf("%s: shareable %v, ours %v; put it in one list of audience.go", f.Key, Shareable(f.Key), isOurs(f.Key, instrument))
		}
		used[f.Key] = true
		if family, _, ok := strings.Cut(f.Key, "."); ok {
			used[family+"."] = true
		}
	}
	for key := range shareable {
		if !used[key] {
			t.Errorf("there is no field %s", key)
		}
	}
	for _, key := range ours {
		if !used[key] {
			t.Errorf("there is no field %s", key)
		}
	}
}

func TestReportsOfTheSample(t *testing.T) {
	p, err := sample.Portfolio(today)
	if err != nil {
		t.Fatal(err)
	}
	s := model.Score(p, today)
	for _, k := range Kinds() {
		for _, a := range p.Accounts() {
			r, ok := Build(k.Key, s, a.ID)
			again, _ := Build(k.Key, model.Score(p, today), a.ID)
			if !ok || len(r.Nodes) == 0 || !reflect.DeepEqual(r, again) {
				t.Fatalf("%s of %s: built %v, the same again %v", k.Key, a.Name, ok, reflect.DeepEqual(r, again))
			}
			for i, n := range r.Nodes {
				if n.Kind == Heading && (i+1 == len(r.Nodes) || r.Nodes[i+1].Kind == Heading) {
					t.Errorf("%s of %s: nothing stands under %q", k.Key, a.Name, n.Text)
				}
				for _, row := range n.Table.Rows {
					if len(row) != len(n.Table.Head) || len(row) != len(n.Table.Right) {
						t.Fatalf("%s of %s: a row of %d under %d headings", k.Key, a.Name, len(row), len(n.Table.Head))
					}
				}
			}
			if !k.Account {
				break
			}
		}
	}
	if _, ok := Build("plan", s, "nobody"); ok {
		t.Error("a plan of nobody")
	}
	if _, ok := Build("moon", s, ""); ok {
		t.Error("a report that is none")
	}
	north, _ := p.Find("Northgate Steel")
	r, _ := Build("plan", s, north.ID)
	for _, words := range []string{"Northgate Steel, 24 Nov 2026", model.Print2(s.Local(north.ID).Strategic), north.Charter, north.Objectives[0].Text} {
		if !strings.Contains(text(r), words) {
			t.Errorf("the plan does not say %q", words)
		}
	}
}

// The questions over all accounts are those of each, nothing left out.
func TestQuestionsOfAllAreThoseOfEach(t *testing.T) {
	p, err := sample.Portfolio(today)
	if err != nil {
		t.Fatal(err)
	}
	s := model.Score(p, today)
	r, _ := Build("questions", s, "")
	want, got := 0, map[string]int{}
	for _, row := range r.Nodes[3].Table.Rows {
		got[row[0]]++
	}
	for _, a := range p.Accounts() {
		n := len(s.FindOut(a.ID)) + len(model.Assumed(a))
		if want += n; got[a.Name] != n {
			t.Errorf("%s: %d questions, want %d", a.Name, got[a.Name], n)
		}
	}
	if first := p.At(int(s.Order[0])).Name; want < 50 || r.Nodes[1].Table.Rows[0][0] != first || len(r.Nodes[1].Table.Rows) != p.Len() {
		t.Errorf("%d questions, the first of %s", want, r.Nodes[1].Table.Rows[0][0])
	}
}
