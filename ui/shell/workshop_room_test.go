package shell

import (
	"encoding/json"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"accord/model"
	"accord/model/edit"
	"accord/model/report"
	"accord/model/session"
	"accord/ui/kit"
)

// Everybody keeps the stand-in they had, however often names are shown in between,
// and after a restart.
func TestStandInsStayTheSame(t *testing.T) {
	x := start(t, three(t), 120, 40)
	state := ""
	x.app.ports.Hide = func(s string) {
		if s != "" { // as the file keeps it
			state = s
		}
	}
	name := func(x *harness) string { return x.app.c.Portfolio().Account("a2").Name }
	first := name(x.Keys("f6"))
	for range 3 {
		x.Keys("f6 'reveal' enter").sees("Meridian Foods")
		if again := name(x.Keys("f6")); again != first || first == "Meridian Foods" {
			t.Fatalf("%s was %s", again, first)
		}
	}
	later := New(Options{Session: session.New(x.session().Portfolio(), model.DateOf(testNow), 0, counterIDs()), Ports: x.app.ports, StandIns: state})
	if later.c.Session.Hidden() {
		t.Fatal("names that were shown again are hidden after a restart")
	}
	y := &harness{TB: t, now: testNow, app: later}
	y.send(tea.WindowSizeMsg{Width: 120, Height: 40})
	if again := name(y.Keys("f6")); again != first {
		t.Errorf("after a restart %s was %s", again, first)
	}
	other := start(t, three(t), 120, 40)
	other.app.ports.NewID = func() string { return "another file" }
	if name(other.Keys("f6")) == first {
		t.Error("in another file the same name has the same stand-in: it could be looked up")
	}
}

// On a projector notes stay with us: of a step, and of why; and rows stand apart.
func TestTheProjectorKeepsTheNotesOfAWorkshop(t *testing.T) {
	x := start(t, three(t), 120, 40).Keys("j g w 1 o ctrl+u 'mind the CFO' enter").sees("mind the CFO").Keys("f5").seesNot("mind the CFO")
	x.Keys("o").sees("F12 shows it").seesNot("Note for the step")
	at := map[string]int{}
	for y, l := range strings.Split(x.screen(), "\n") {
		for _, word := range []string{"Welcome", "The state of the account"} {
			if strings.Contains(l, word) {
				at[word] = y
			}
		}
	}
	if at["The state of the account"]-at["Welcome"] != 2 {
		t.Errorf("rows do not stand apart:\n%s", x.screen())
	}
	x.Keys("esc tab tab tab").sees("Meridian Foods").seesNot("candidate").Keys("f12").sees("candidate").Keys("f12 tab")
	x.Keys("f12").sees("mind the CFO").Keys("o").sees("Note for the step").Keys("f12").seesNot("mind the CFO")
	x.Keys("esc f5 g w tab tab tab a 'AL' enter esc b enter enter enter end enter enter").sees("the result").Keys("3 home e 'too kind' enter").sees("why: too kind")
	x.Keys("f5").seesNot("too kind").Keys("e").sees("Not shown in projector mode").Keys("f12").sees("why: too kind").Keys("e f12").seesNot("too kind")
}

// While names are hidden what cannot be kept is refused before it is typed.
func TestHiddenWordsAreNotEdited(t *testing.T) {
	x := start(t, three(t), 120, 40).Keys("j g w 1 tab tab tab a 'AL' enter esc b enter enter enter end enter enter 3 home e 'too kind' enter f6 e").sees("is hidden in anonymous mode and cannot be edited")
	x.Keys("esc f8 '? who' enter g w tab home e").sees("in anonymous mode").seesNot("Park an item")
}

// Why is told of what was agreed in the workshop, not of what stood before, and once.
func TestTheMinutesTellWhyItWasAgreedNow(t *testing.T) {
	p := build(t, edit.AddAccount{ID: "a", Name: "Alpha"}, set("a", "importance.capacity.note", "an old reason"), set("a", "importance.profitability.note", "another old reason"))
	then := p
	ids := counterIDs()
	s := session.New(p, model.DateOf(testNow), 0, ids)
	w := model.ReadyAgendas()[0].Workshop("Review of Alpha", model.DateOf(testNow), ids)
	w.Accounts, w.People = []model.AccountID{"a"}, []model.Participant{{Initials: "AL", Function: "sales"}}
	changes := []edit.Change{edit.BeginWorkshop{Workshop: w}, edit.BeginStep{ID: w.Steps[0].ID, At: 60_000}, edit.BeginStep{ID: w.Steps[1].ID, At: 60_000 + 7*60}, edit.SetStep{Step: model.AgendaStep{ID: w.Steps[2].ID, Name: "x", Note: "qznote"}}}
	for i, theirs := range []bool{false, true} {
		id := model.BallotID(string(rune('1' + i)))
		changes = append(changes, edit.OpenBallot{ID: id, Accounts: []model.AccountID{"a"}, Instrument: "importance", Verified: theirs, Raters: []string{"AL"}}, edit.PassBallot{},
			edit.Agree{Ballot: id, Account: "a", Factor: "importance.capacity", Level: model.LevelOf(3)}, edit.Agree{Ballot: id, Account: "a", Factor: "importance.profitability", Level: model.LevelOf(2)})
	}
	changes = append(changes, set("a", "importance.capacity.note", "a new reason"), edit.Park{Parked: model.Parked{ID: "q", Text: "who pays?", Account: "a"}}, edit.Park{Parked: model.Parked{ID: "d", Kind: model.ParkedDecision, Text: "plan B it is", Account: "a"}},
		edit.TurnParked{ID: "d", Into: model.BecameDecision, Made: "r"})
	for _, c := range changes {
		if _, err := s.Do(c, testNow); err != nil {
			t.Fatalf("%T: %v", c, err)
		}
	}
	said := func(r *report.Report) string {
		out := r.About + "\n"
		for _, n := range r.Nodes {
			out += n.Text + "\n" + strings.Join(n.Items, "\n") + strings.Join(n.Table.Head, "|") + "\n"
			for _, row := range n.Table.Rows {
				for _, cell := range row {
					out += cell.Text + "|"
				}
				out += "\n"
			}
		}
		for strings.Contains(out, "\n\n") {
			out = strings.ReplaceAll(out, "\n\n", "\n")
		}
		return out
	}
	text := said(report.Minutes(s.Scores(), then, 60_000+17*60))
	for _, words := range []string{"Review of Alpha\n", "AL|sales|ours|", "5|7|", "10|10|", "Questions still undecided\nAlpha: who pays?", "Alpha: plan B it is"} {
		if !strings.Contains(text, words) {
			t.Errorf("%q is not told:\n%s", words, text)
		}
	}
	if strings.Contains(text, "old reason") || strings.Count(text, "a new reason") != 1 || strings.Contains(text, "qznote") {
		t.Errorf("what is said of why:\n%s", text)
	}
	if text := said(report.Changed(model.Snapshot{Portfolio: then, Date: model.DateOf(testNow)}, s.Scores())); !strings.Contains(text, "Decided\nAlpha: plan B it is") {
		t.Errorf("what was decided is not in what changed:\n%s", text)
	}
}

// inFolder keeps what a workbench writes, by the name of the file.
func inFolder(x *harness) map[string]string {
	out := map[string]string{}
	x.app.ports.Report = func(w io.Writer, _ string, r *report.Report) error { return json.NewEncoder(w).Encode(r) }
	x.app.ports.Write = func(o kit.Output, text []byte) error {
		out[filepath.Base(o.Path)] = string(text)
		return nil
	}
	return out
}

// Two customers in one workshop: the people of each get the page of their account, and
// in it what was shared with them alone. Who is of none gets no page, and is asked about.
func TestEachCustomersPeopleGetTheirPage(t *testing.T) {
	x := start(t, three(t), 120, 40)
	remember(x)
	files := inFolder(x)
	dir := filepath.Join(t.TempDir(), "papers")
	x.Keys("j g w 3 f8 '! Meridian: plan B it is' enter f8 '! Meridian: no discount before May' enter f8 '! Northgate: the old price stays' enter f8 '! nobody pays' enter f8 'Northgate: AL sends the list' enter")
	x.Keys("tab home 3 o").sees("shared with Meridian Foods: plan B it is").Keys("down 3 down 3 o").sees("shared with Northgate").Keys("down").sees("no account").Keys("3").sees("No account chosen yet").Keys("o").sees("first").Keys("down 1")
	x.Keys("tab tab a 'AL sales' enter 'PO operations theirs Merid'").sees("people of Meridian Foods").Keys("enter 'GR buying theirs of north'").sees("people of Northgate").Keys("enter 'XX theirs'").sees("Whose?").Keys("enter").sees("Whose?", "XX theirs").Keys("ctrl+u esc")
	x.Keys("f ctrl+u '"+dir+"' enter").sees("Written", "Meridian Foods: 1 decision not decided; it is left out.")
	if len(files) < 6 || files["for Meridian Foods.html"] == "" || files["for Northgate Steel.html"] == "" {
		t.Fatalf("%v", slices.Sorted(maps.Keys(files)))
	}
	for name, words := range map[string][2][]string{
		"for Meridian Foods.html":  {{"Meridian Foods: What we agreed", "plan B it is"}, {"no discount", "Northgate", "old price", "nobody pays", "AL", "PO", "GR", "sends the list", "Internal"}},
		"for Northgate Steel.html": {{"Northgate Steel: What we agreed", "the old price stays"}, {"no discount", "Meridian", "plan B", "nobody pays", "PO", "GR", "sends the list", "Internal"}},
	} {
		for _, w := range words[0] {
			if !strings.Contains(files[name], w) {
				t.Errorf("%s lacks %q: %s", name, w, files[name])
			}
		}
		for _, w := range words[1] {
			if strings.Contains(files[name], w) {
				t.Errorf("%s tells %q: %s", name, w, files[name])
			}
		}
	}
	if p := x.session().Portfolio().Programme().Workshop.Parked[3]; p.Account != "" {
		t.Errorf("a line that names none is about %q", p.Account)
	}
	for range 2 { // o takes it back
		x.Keys("esc esc g w tab home o")
	}
	x.sees("shared with Meridian Foods")
}

// Somebody of theirs of whom an older file does not say whose people they are has no
// page, and is asked about before the files are written.
func TestWhoIsOfNoAccountIsAskedAbout(t *testing.T) {
	w := model.ReadyAgendas()[2].Workshop("Review", model.DateOf(testNow), counterIDs())
	w.Accounts, w.People = []model.AccountID{"a", "b"}, []model.Participant{{Initials: "PO", Theirs: true}, {Initials: "GR", Theirs: true}}
	w.Parked = []model.Parked{{ID: "1", Kind: model.ParkedDecision, Text: "plan B it is", Account: "a", End: model.BecameDecision, Made: "d"}}
	x := start(t, build(t, edit.AddAccount{ID: "a", Name: "Alpha"}, edit.AddAccount{ID: "b", Name: "Beta"}, edit.AddItem{Account: "a", Of: edit.OfDecision, ID: "d", Text: "plan B it is"},
		edit.SetField{Ref: edit.Ref{Account: "a", Of: edit.OfDecision, ID: "d"}, Key: "decision.shared", Value: "yes"}, edit.BeginWorkshop{Workshop: w}), 120, 40)
	remember(x)
	files := inFolder(x)
	x.Keys("g w f").sees("PO is of which customer?").Keys("down down enter ctrl+u '"+filepath.Join(t.TempDir(), "one")+"' enter").sees("Written", "PO is from a customer, but it is not recorded which", "GR is from a customer")
	if files["plan Alpha.html"] == "" || files["for Alpha.html"] != "" {
		t.Fatalf("%v", slices.Sorted(maps.Keys(files)))
	}
	x.Keys("esc g w f enter").sees("GR is of which customer?").Keys("down enter ctrl+u '"+filepath.Join(t.TempDir(), "two")+"' enter").sees("Written", "Beta: nothing is shared with them")
	if !strings.Contains(files["for Alpha.html"], "plan B it is") || files["for Beta.html"] != "" {
		t.Errorf("%v", slices.Sorted(maps.Keys(files)))
	}
	x.Keys("esc g w tab tab tab home").sees("people of Alpha").Keys("t").sees("people of Beta").Keys("t").sees("our people").Keys("t").sees("people of Alpha")
}

// What nobody decided stands beside the preview of a report for the customer, and not
// in what is written.
func TestThePreviewTellsWhatNobodyDecided(t *testing.T) {
	x := start(t, build(t, edit.AddAccount{ID: "a", Name: "Alpha"}, edit.AddAccount{ID: "b", Name: "Beta Works"}, edit.AddObjective{Account: "a", ID: "o", Text: "half the stops, as at Beta Works"},
		edit.SetField{Ref: edit.Ref{Account: "a", Of: edit.OfObjective, ID: "o"}, Key: "objective.shared", Value: "yes"}, edit.AddItem{Account: "a", Of: edit.OfValue, ID: "v", Text: "less scrap"},
		edit.SetField{Ref: edit.Ref{Account: "a", Of: edit.OfValue, ID: "v"}, Key: "value.status", Value: "agreed"}), 120, 40)
	files := inFolder(x)
	x.Keys("/ 'Alpha' enter g r").seesNot("Before it goes out").Keys("c").sees("1 value line not decided; it is left out", "o on the line in the plan", "names Beta Works, another account").seesNot("less scrap")
	x.Keys("f ctrl+u '" + filepath.Join(t.TempDir(), "x.html") + "' enter")
	if len(files) != 1 || strings.Contains(files["x.html"], "not decided") || strings.Contains(files["x.html"], "another account") || !strings.Contains(files["x.html"], "half the stops") {
		t.Errorf("%v", files)
	}
	x.Keys("esc g 3 p 'value' enter home").sees("not decided yet whether the customer may read it").Keys("o end enter 'yes' enter esc").sees("the customer may read it").Keys("g r c").sees("less scrap").seesNot("not decided")
}
