package report

import (
	"math"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"accord/model"
	"accord/model/edit"
	"accord/model/sample"
	"accord/model/score"
)

var today = model.NewDate(2026, 11, 24)

// said is everything a report says, in a line.
func said(r *Report) string {
	var b strings.Builder
	b.WriteString(r.Title + " " + r.Subtitle + " " + r.Foot + " ")
	for _, n := range r.Nodes {
		b.WriteString(n.Text + " " + strings.Join(n.Items, " ") + " " + strings.Join(n.Table.Head, " ") + " " + n.SVG + " ")
		for _, row := range n.Table.Rows {
			for _, c := range row {
				b.WriteString(c.Text + " ")
			}
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

// What is not meant for the customer stays with us, though others of its sort are
// shown: what nobody shared, what is not agreed, not confirmed, or flows our way.
func TestOnlyWhatIsMeantForTheCustomerReachesThem(t *testing.T) {
	due := model.NewDate(2026, 12, 1)
	a := &model.Account{ID: "a", Name: "A",
		Objectives: []model.Objective{{ID: "1", Text: "yes objective", Shared: true}, {ID: "2", Text: "no objective", Goal: "no goal", Due: due}, {ID: "3", Text: "no dropped", Shared: true, Status: model.ObjectiveDropped}},
		Actions:    []model.Action{{ID: "1", Text: "yes action", Shared: true, Due: due}, {ID: "2", Text: "no action", Objective: "1", Due: due}, {ID: "3", Text: "no dropped", Shared: true, Status: model.ActionDropped, Due: due}},
		Insights: []model.Insight{{ID: "1", Text: "yes their goal", Confirmed: true, Shared: model.IsShared}, {ID: "2", Text: "no guess", Shared: model.IsShared}, {ID: "3", Kind: model.Pressure, Text: "no pressure", Confirmed: true, Shared: model.IsShared},
			{ID: "4", Text: "no goal nobody shared", Confirmed: true}, {ID: "5", Text: "no goal kept", Confirmed: true, Shared: model.NotShared}},
		Values: []model.ValueLine{{ID: "1", Text: "yes agreed", Status: model.ValueAgreed, Shared: model.IsShared}, {ID: "2", Text: "yes verified", Status: model.ValueVerified, Shared: model.IsShared}, {ID: "3", Text: "no hypothesis", Shared: model.IsShared},
			{ID: "4", Text: "no received", Direction: model.ValueReceived, Status: model.ValueVerified, Shared: model.IsShared}, {ID: "5", Text: "no value nobody shared", Status: model.ValueVerified, Money: model.NewMoney(777, "EUR")},
			{ID: "6", Text: "no value kept", Status: model.ValueVerified, Shared: model.NotShared}},
		Decisions: []model.Decision{{ID: "1", Text: "yes decision", Owner: "no owner", Date: due, Shared: model.IsShared}, {ID: "2", Text: "no decision nobody shared"}, {ID: "3", Text: "no decision kept", Shared: model.NotShared}},
		Reviews:   []model.Review{{ID: "1", Text: "no review", Date: due}}}
	b := &model.Account{ID: "b", Name: "no other customer", Actions: []model.Action{{ID: "1", Text: "no action of others", Shared: true, Due: due}}}
	p, err := model.NewPortfolio(model.NewProgramme(), []*model.Account{a, b})
	if err != nil {
		t.Fatal(err)
	}
	all := ""
	for _, k := range Kinds() {
		if !k.For(Customer) {
			continue
		}
		r, _ := Build(k.Key, Customer, score.Of(p, today), "a")
		all += said(r)
		if len(r.Days) != 1 || r.Days[0].Text != "A: yes action" {
			t.Errorf("the calendar of %s has %+v", k.Key, r.Days)
		}
	}
	if strings.Contains(all, "no ") {
		t.Errorf("the customer reads what is not for them: %s", all)
	}
	for _, want := range []string{"yes objective", "yes action", "yes their goal", "yes agreed", "yes verified", "yes decision"} {
		if !strings.Contains(all, want) {
			t.Errorf("the customer never reads %q", want)
		}
	}
}

// Every field of the registry is shareable or ours, never neither and never both,
// and no list names a field that does not exist.
func TestEveryFieldIsClassified(t *testing.T) {
	g := model.NewProgramme()
	instrument := func(key string) bool { return g.MethodPack().Instrument(key) != nil }
	used := map[string]bool{}
	for _, f := range edit.Fields(g) {
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
	s := score.Of(p, today)
	for _, k := range Kinds() {
		for _, a := range p.Accounts() {
			r, ok := Build(k.Key, Us, s, a.ID)
			again, _ := Build(k.Key, Us, score.Of(p, today), a.ID)
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
	if _, ok := Build("plan", Us, s, "nobody"); ok {
		t.Error("a plan of nobody")
	}
	if _, ok := Build("moon", Us, s, ""); ok {
		t.Error("a report that is none")
	}
	north, _ := p.Find("Northgate Steel")
	r, _ := Build("plan", Us, s, north.ID)
	for _, words := range []string{"Northgate Steel, 24 Nov 2026", score.Print(s.Local(north.ID).Strategic), north.Charter, north.Objectives[0].Text} {
		if !strings.Contains(said(r), words) {
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
	s := score.Of(p, today)
	r, _ := Build("questions", Us, s, "")
	want, got := 0, map[string]int{}
	for _, row := range r.Nodes[3].Table.Rows {
		got[row[0].Text]++
	}
	for _, a := range p.Accounts() {
		n := len(s.FindOut(a.ID)) + len(score.Assumed(a))
		if want += n; got[a.Name] != n {
			t.Errorf("%s: %d questions, want %d", a.Name, got[a.Name], n)
		}
	}
	if first := p.At(int(s.Order[0])).Name; want < 50 || r.Nodes[1].Table.Rows[0][0].Text != first || len(r.Nodes[1].Table.Rows) != p.Len() {
		t.Errorf("%d questions, the first of %s", want, r.Nodes[1].Table.Rows[0][0].Text)
	}
}

// Every number is printed as what it is: rounded to its decimals, it is its text.
func TestNumbersAreWhatTheyPrint(t *testing.T) {
	p, err := sample.Portfolio(today)
	if err != nil {
		t.Fatal(err)
	}
	s := score.Of(p, today)
	seen, doubts := map[CellKind]int{}, 0
	for _, k := range Kinds() {
		for _, a := range p.Accounts() {
			r, _ := Build(k.Key, Us, s, a.ID)
			for i := range r.Nodes {
				for _, row := range r.Nodes[i].Data().Rows {
					for _, c := range row {
						seen[c.Kind]++
						if strings.HasSuffix(c.Text, "~") {
							doubts++
						}
						if shown, ok := printed(c); !ok || shown != strings.TrimSuffix(c.Text, "~") { // ~ says that not all of it is known
							t.Fatalf("%s of %s: %+v prints as %q", k.Key, a.Name, c, shown)
						}
					}
				}
			}
		}
	}
	if doubts < 20 {
		t.Errorf("%d numbers say that not all of it is known", doubts)
	}
	if seen[Number] < 500 || seen[Share] < 100 || seen[OnDay] < 50 || seen[Plain] < 100 {
		t.Errorf("%v", seen)
	}
}

// printed is the text of a cell made anew from its value.
func printed(c Cell) (string, bool) {
	out := ""
	switch {
	case c.Kind == Words:
		return c.Text, !c.Num.Known && !c.Day.Known()
	case c.Kind == OnDay:
		return day(c.Day).Text, true
	case !c.Num.Known:
		return c.Text, c.Text == "" || c.Text == "–"
	case c.Kind == Share:
		return share(c.Num, c.Decimals).Text, true
	case c.Kind == Score:
		out = scoreCell(c.Num).Text
	case c.Decimals == 0:
		out = score.Thousands(c.Num)
	case c.Decimals == 2:
		out = score.Print2(c.Num)
	default:
		scale := math.Pow10(c.Decimals)
		out = strconv.FormatFloat(math.Round(c.Num.V*scale)/scale, 'f', c.Decimals, 64)
	}
	if c.Kind == Plain {
		out = strings.ReplaceAll(out, ",", "")
	}
	if strings.HasPrefix(c.Text, "+") {
		out = "+" + out
	}
	if c.Currency != "" {
		out += " " + string(c.Currency)
	}
	return out, true
}
