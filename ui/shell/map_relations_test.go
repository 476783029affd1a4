package shell

import (
	"strings"
	"testing"

	"accord/model"
	"accord/model/edit"
	"accord/model/score"
	"accord/ui/relmap"
	"accord/ui/theme"
)

// Influence and conflict are set by keys, shown in words, change the way in, and
// are taken back by the same key or by undo.
func TestRelationsAndTheWayIn(t *testing.T) {
	x := onMap(t, organisation(t), 120, 40)
	start := x.session().Portfolio()
	x.On("COO").Keys("I").sees("Peter Okafor influences").Keys("'Anna' enter").sees("Peter Okafor influences Anna Levi")
	a := x.account()
	if len(a.Edges) != 1 || a.Edges[0].Kind != model.Influences {
		t.Fatalf("%+v", a.Edges)
	}
	x.On("CEO").sees("swayed by Peter Okafor")
	x.Keys("C 'Okafor' enter").sees("is in conflict with").On("COO").sees("in conflict with Anna Levi", "influences Anna Levi")
	x.Keys("C").sees("choosing it clears it").Keys("'Anna' enter").sees("removed: Peter Okafor is in conflict with Anna Levi")
	if len(x.account().Edges) != 1 {
		t.Fatalf("%+v", x.account().Edges)
	}
	x.On("CFO").Keys("I").sees("Name the person first")
	x.Keys("u u u")
	if x.account() != start.Account(a.ID) && len(x.account().Edges) != 0 {
		t.Errorf("%+v", x.account().Edges)
	}
}

func TestThePathsLookNamesTheWayAndWhoHoldsIt(t *testing.T) {
	x := onMap(t, organisation(t), 120, 40).Keys("v v v").sees("[paths]", "CFO ? unknown   costs", "knows", "reports to")
	g := score.NewGraph(x.account(), x.session().Portfolio().Programme(), x.session().Today())
	for _, w := range g.Accesses() {
		x.sees(score.Print2(model.Some(w.Cost)))
	}
	for _, gate := range g.Gatekeepers() {
		x.sees("gatekeeper: " + x.app.bench.relmap.Facts.SeatWords(gate.Seat))
	}
	x.Keys("down").sees("▸ ")
	if s := x.app.bench.relmap.Seat; s != g.Accesses()[0].To {
		t.Errorf("the cursor is on %s", s)
	}
}

func TestTheZipperLookSaysWhoJoinsWhat(t *testing.T) {
	x := onMap(t, organisation(t), 120, 40).Keys("v v").sees("[zipper]", "not required")
	x.Keys("g 1 t 'strategic' enter g m").sees("nobody yet: required for this tier")
}

// The page of a leaving shows what leave computes, for theirs and for ours.
func TestIfThisPersonLeaves(t *testing.T) {
	x := onMap(t, organisation(t), 120, 40)
	x.On("CEO").Keys("L").sees("If Anna Levi leaves", "before", "after", "relationship R", "nothing is changed")
	p := x.account().SeatOf(x.account().Persons[0].ID)
	l, ok := x.session().Scores().LeavePerson(x.account().ID, p.Person)
	if !ok {
		t.Fatal("nobody leaves")
	}
	x.Keys("esc").On(p.Title).Keys("L").sees(score.Print(l.Before.Score), score.Print(l.After.Score), score.Print(l.HealthAfter)).Keys("esc")
	x.On("CFO").Keys("L").sees("so nobody can leave")
	x.On("CEO").Keys("v L").sees("tab: the other side").Keys("tab").sees("(ours) leaves", "threads").Keys("esc").seesNot("before")
}

// On a wide map the panel tells what is known of the one in focus.
func TestTheSidePanelTellsOfThePersonInFocus(t *testing.T) {
	x := start(t, samplePortfolio(t), 140, 40)
	x.Keys("/ 'Northgate' enter tab z").sees("cares about: carbon price", "ties", "strength", "their view", "goal: a third less carbon").On("COO").sees("cares about: unplanned stops", "kpi: unplanned stops per month")
	x.Keys("v v v v").sees("cares about: unplanned stops").Keys("x g m").sees("sat here before", "Peter Okafor, until 24 Nov")
	start(t, samplePortfolio(t), 100, 30).Keys("/ 'Northgate' enter tab z").seesNot("cares about")
}

// The page of our load says who is the single thread everywhere, and leads there.
func TestOurLoadOverAllAccounts(t *testing.T) {
	x := start(t, samplePortfolio(t), 120, 40)
	x.Keys("g u").sees("Team load: what depends on each", "Tomás Rey", "nearly alone in")
	for _, l := range x.session().Scores().Loads() {
		threads := 0
		for _, a := range x.session().Portfolio().Accounts() {
			for _, tie := range a.Ties {
				s := a.SeatOf(tie.Theirs)
				if tie.Ours == l.Member && s != nil && score.TieStrength(tie, s.Executive(), x.session().Portfolio().Programme().Settings(), x.session().Today()) >= 0.3 {
					threads++
				}
			}
		}
		if l.Ties != threads || l.Accounts > l.Ties {
			t.Errorf("%s: %+v, counted %d threads", l.Member, l, threads)
		}
	}
	x.Keys("down") // Tomás
	alone := x.session().Scores().Loads()[1].Alone
	if len(alone) == 0 {
		t.Fatal("nothing hangs on Tomás alone")
	}
	x.Keys("enter")
	if x.app.c.Account != alone[0] || x.app.top() != nil {
		t.Errorf("went to %s", x.app.c.Account)
	}
}

// Yes and no lead to a level; nothing is set before the end, and esc sets nothing.
func TestHelpMeJudge(t *testing.T) {
	x := onMap(t, organisation(t), 120, 40)
	seat := func() *model.Seat { return x.titled("COO") }
	before := seat().Influence
	x.On("COO").Keys("H 'infl' enter").sees("Help me judge", "gone against what this person").Keys("y").sees("change their minds").Keys("left n").sees("inner circle: what they want happens")
	if seat().Influence != before {
		t.Error("set before the end")
	}
	x.Keys("esc")
	if seat().Influence != before {
		t.Error("esc set it")
	}
	x.Keys("H 'infl' enter y n enter").sees("outside")
	if seat().Influence != model.Outside {
		t.Errorf("%s", seat().Influence)
	}
	x.Keys("H 'supp' enter n y y enter")
	if p := x.account().Person(seat().Person); p.Support != model.Some(-2) {
		t.Errorf("%+v", p.Support)
	}
	x.On("CFO").Keys("H").sees("influence").seesNot("support to", "coverage\n").Keys("esc u u")
	if seat().Influence != before {
		t.Error("undo")
	}
	for _, j := range relmap.Judgements() { // every way ends at a choice of the field
		ends(t, x, j.Tree)
	}
}

func ends(t *testing.T, x *harness, q *relmap.Question) {
	t.Helper()
	f, err := edit.FieldByKey(x.session().Portfolio().Programme(), q.Key)
	if err != nil {
		t.Fatal(err)
	}
	if q.Level == "" {
		ends(t, x, q.Yes)
		ends(t, x, q.No)
		return
	}
	for _, w := range f.Choices {
		if w == q.Level {
			return
		}
	}
	t.Errorf("%s has no choice %q", q.Key, q.Level)
}

func TestMergingTwoEntriesByKeys(t *testing.T) {
	x := onMap(t, organisation(t), 120, 40)
	n := len(x.account().Persons)
	x.On("CEO").Keys("M").sees("Who else is Anna Levi?").Keys("'Peter' enter").sees("merged; u undoes it")
	if len(x.account().Persons) != n-1 {
		t.Errorf("%d people", len(x.account().Persons))
	}
	x.Keys("u")
	if len(x.account().Persons) != n {
		t.Errorf("%d people after undo", len(x.account().Persons))
	}
}

// A filter fades and never hides.
func TestTheMapFadesRatherThanHides(t *testing.T) {
	x := onMap(t, organisation(t), 140, 40).On("CEO")
	all := []string{"Peter Okafor", "Sven", "? unknown", "vacant"}
	x.sees(all...)
	for f := relmap.KeyPlayers; f < relmap.FilterCount; f++ {
		x.Keys("&").sees(relmap.FilterWords()[f]).sees(all...)
		faded := 0
		m := x.app.bench.relmap
		for i := range m.Facts.Rows {
			if !f.Keeps(m.Facts, &m.Facts.Rows[i]) {
				faded++
			}
		}
		x.sees(f.Words(m.Facts))
		if faded == len(m.Facts.Rows) && f != relmap.AssumedOnly {
			t.Errorf("%s keeps nobody", relmap.FilterWords()[f])
		}
	}
	if mono := theme.New(theme.Mono); !strings.Contains(x.app.frame().Render(mono), mono.SGR(theme.Plain, theme.FadeMark)) {
		t.Error("nothing is drawn faded")
	}
	x.Keys("&").sees("highlighted: everyone").seesNot("key players 4")
}

func TestMoreOfAPersonByKeys(t *testing.T) {
	x := start(t, samplePortfolio(t), 150, 40)
	x.Keys("/ 'Northgate' enter tab z").On("COO").Keys("p p d = ")
	p := x.account().Person(x.titled("COO").Person)
	if p.Adaptability != model.Conservative || p.Orientation != model.OrientationFinancial || !p.Confirmed || !x.titled("COO").Confirmed {
		t.Errorf("%+v", p)
	}
	x.Keys("=")
	if x.titled("COO").Confirmed {
		t.Error("= does not take it back")
	}
	x.Keys("G").sees("What is Peter Okafor's?").Keys("'electric' enter").sees("theirs now: Peter Okafor", "initiative: electric arc")
	x.On("COO").Keys("A 'President: Jane Roe' enter").sees("Jane Roe")
	boss := x.titled("President")
	if x.titled("COO").ReportsTo != boss.ID || boss.ReportsTo != x.titled("CEO").ID {
		t.Errorf("%+v", boss)
	}
	n := len(x.account().Seats)
	if x.Keys("u"); len(x.account().Seats) != n-1 || x.titled("COO").ReportsTo != x.titled("CEO").ID {
		t.Error("one undo does not take the seat above back")
	}
	x.On("CEO").Keys("v v v v").sees("[map]")
	m := x.app.bench.relmap
	wide := m.Fit(150, 40).BoxW
	x.Keys("<")
	if small := m.Fit(150, 40).BoxW; small >= wide {
		t.Errorf("boxes of %d after %d", small, wide)
	}
	x.Keys("> v >").sees("Only the drawn map has sizes")
}
