package shell

import (
	"strings"
	"testing"

	"accord/model"
	"accord/ui/kit"
)

// atSection opens a section of the plan by name.
func atSection(t *testing.T, name string) *harness {
	return planOf(t, three(t), "Meridian").Keys("p '" + strings.TrimSpace((name + "  ")[:6]) + "' enter").sees("3 Plan ─ " + name)
}

func TestTheCustomersViewIsWrittenAndConfirmed(t *testing.T) {
	x := atSection(t, "customer's view").sees("The customer's own view is empty")
	x.Keys("a 'goal: one platform for twelve plants' enter 'kpi: energy per ton' enter 'they hate surprises' enter esc")
	x.sees("one platform for twelve plants", "goal", "kpi", "3, 0 confirmed", "assumed")
	if got := x.account().Insights[1]; got.Kind != model.KPI || got.Text != "energy per ton" {
		t.Fatalf("%+v", got)
	}
	before := x.session().Scores().Local("a2").Insight // goal and kpi assumed today: 100·0.8/5
	if before != model.Some(16.0) {
		t.Errorf("insight %v", before)
	}
	x.Keys("home d").sees("confirmed by the customer", "3, 1 confirmed", "✓ one platform")
	if got := x.session().Scores().Local("a2").Insight; got != model.Some(28.0) {
		t.Errorf("insight %v", got)
	}
	x.Keys("i").sees("Insight I", "one platform for twelve plants").Keys("esc o").sees("Customer's view: one platform", "Told by").Keys("esc")
	x.Keys("X").sees("deleted; u undoes it").Keys("u u").sees("3, 0 confirmed")
	undoAll(t, x, three(t))
}

func TestAValueLineClimbsItsLadder(t *testing.T) {
	x := atSection(t, "value scorecard").Keys("a 'vendor-managed stock' enter 'received: pilot plant for our trials' enter esc")
	if v := x.account().Values; len(v) != 2 || v[1].Direction != model.ValueReceived || v[1].Text != "pilot plant for our trials" {
		t.Fatalf("%+v", v)
	}
	x.Keys("home right right enter '60k' esc right right enter 'process' enter").sees("60,000").Keys("home d").sees("now agreed")
	if v := x.session().Scores().Local("a2").Value.Score; v.V != 30 { // 30·beyond product: nothing is in delivery yet
		t.Errorf("value %v", v)
	}
	x.Keys("d d d").sees("now customer-verified", "1 of 1 realised, 1 verified").Keys("d").sees("no higher status")
	undoAll(t, x, three(t))
}

func TestSWOTRisksAndReviews(t *testing.T) {
	x := atSection(t, "SWOT").Keys("a 'strength: we certify line 3' enter 'weakness: nobody knows the CFO' enter 'opportunity: new plant' enter 'threat: tender' enter esc")
	x.sees("4 of 4 corners", "no objective answers it yet")
	x.Keys("p 'objectives' enter a 'Meet the CFO' enter esc o").sees("Objective: Meet the CFO")
	for range 20 {
		if f, _, _ := x.app.top().(*kit.Sheet).Focused(x.app.c); f.Key == "objective.cites" {
			break
		}
		x.Keys("down")
	}
	x.Keys("enter 'nobody' enter esc p 'swot' enter home down").sees("1 objective answers it")
	x.Keys("p 'risks' enter a 'a new owner' enter esc").sees("still needs how likely").Keys("right enter '4' tab '5' enter").sees("likely 4 × impact 5 = 20 of 25")
	x.Keys("p 'reviews' enter a 'spring review' enter esc right enter '+2w' enter").sees("8 Dec 2026", "0 held, 1 planned", "d held").Keys("d").sees("1 held, 0 planned", "reviews ✓")
	x.Keys("p 'plan quality' enter end").sees("✓ SWOT complete, and answered", "✗ A risk with an owner")
	undoAll(t, x, three(t))
}

func TestTheWhitespaceGridAddsUp(t *testing.T) {
	x := atSection(t, "whitespace").Keys("a 'Lyon: pumps' enter 'Lyon: seals' enter 'lyon: Pumps' enter").sees("is on the grid already").Keys("esc")
	x.Keys("v home right right enter 'current' enter right enter '100' tab '150' tab '50' esc").sees("100 %", "25 future potential").Keys("")
	if g := model.Whitespace(x.account(), x.session().Portfolio().Programme(), 2025); g.Total.Current != 100 || g.Total.Future != 125 || g.Total.Gap != 50 {
		t.Errorf("%+v", g.Total)
	}
	x.Keys("i").sees("Whitespace", "Lyon").Keys("esc down d").sees("now not applicable")
}

func TestQualityCoachesAndLeadsThere(t *testing.T) {
	x := atSection(t, "plan quality").sees("✗ A charter in one sentence", "State in one sentence what you want to be", "(enter go")
	x.Keys("enter").sees("3 Plan ─ charter", "No charter yet").Keys("enter 'The partner who makes their plants run' esc").sees("[charter ✓]")
	x.Keys("p 'plan quality' enter").sees("✓ A charter in one sentence", "met: five points")
	for range 13 {
		x.Keys("down")
	}
	x.sees("Meet one of those who decide").Keys("enter").sees("━ 2 Relationship map")
	x.Keys("tab i").sees("Plan quality", "A charter in one sentence")
}

func TestAnActionComesAgainAndWaits(t *testing.T) {
	x := atSection(t, "actions").Keys("a 'report to them' enter 'ask for data' enter esc home right right enter '30.11.' esc")
	x.Keys("right right right enter 'monthly' enter").sees("repeats monthly").Keys("right enter 'ask' enter").sees("waits for: ask for data")
	before := len(x.patches)
	x.Keys("d").sees("done: report to them")
	a := x.account().Actions
	if len(x.patches) != before+1 || len(a) != 3 || a[2].Text != "report to them" || a[2].Due != model.NewDate(2026, 12, 30) || a[2].Status != model.ActionOpen || a[0].Status != model.ActionDone {
		t.Fatalf("%d steps, %+v", len(x.patches)-before, a)
	}
	x.Keys("u")
	if a := x.account().Actions; len(a) != 2 || a[0].Status != model.ActionOpen {
		t.Fatalf("%+v", a)
	}
	undoAll(t, x, three(t))
}

func TestTheTOWSBridgeShowsWhatIsJoined(t *testing.T) {
	x := atSection(t, "SWOT").Keys("a 'strength: we know line 3' enter 'opportunity: the new plant' enter 'threat: the tender' enter esc v")
	x.sees("TOWS bridge", "no objective yet, over 1 strength and 1 opportunity", "one of the two corners is empty").Keys("enter").sees("3 Plan ─ objectives")
	x.Keys("a 'Equip the new plant' enter esc o")
	for _, link := range []string{"objective.cites new", "objective.uses know"} {
		key, word, _ := strings.Cut(link, " ")
		for range 20 {
			if f, _, _ := x.app.top().(*kit.Sheet).Focused(x.app.c); f.Key == key {
				break
			}
			x.Keys("down")
		}
		x.Keys("enter '" + word + "' enter")
	}
	x.Keys("esc p 'swot' enter v").sees("Equip the new plant", "we know line 3 → the new plant", "no objective yet, over 1 strength and 1 threat")
}

func TestInformationGapsAreQuestionsThatLeadToTheirPlace(t *testing.T) {
	x := atSection(t, "customer's view").Keys("a 'goal: waste down' enter esc p 'information' enter").sees("to find out: ", "unknown, 1 assumed")
	x.Keys("end").sees("to confirm: goal: waste down").Keys("enter").sees("3 Plan ─ customer's view").Keys("d p 'information' enter").sees("unknown, 0 assumed")
	x.Keys("home enter").seesNot("3 Plan ─ information gaps")
	x.Keys("p 'information' enter y").sees("copied: - to find out: ")
}
