package ui

import (
	"strings"
	"testing"

	"accord/model"
)

// atSection opens a section of the plan by name.
func atSection(t *testing.T, name string) *harness {
	return planOf(t, three(t), "Meridian").keys("p '" + strings.TrimSpace((name + "  ")[:6]) + "' enter").sees("3 Plan ─ " + name)
}

func TestTheCustomersViewIsWrittenAndConfirmed(t *testing.T) {
	x := atSection(t, "customer's view").sees("Nothing of the customer's own view yet")
	x.keys("a 'goal: one platform for twelve plants' enter 'kpi: energy per ton' enter 'they hate surprises' enter esc")
	x.sees("one platform for twelve plants", "goal", "kpi", "3, 0 confirmed", "assumed")
	if got := x.account().Insights[1]; got.Kind != model.KPI || got.Text != "energy per ton" {
		t.Fatalf("%+v", got)
	}
	before := x.session().Scores().Local("a2").Insight // goal and kpi assumed today: 100·0.8/5
	if before != 16 {
		t.Errorf("insight %v", before)
	}
	x.keys("home d").sees("confirmed by the customer", "3, 1 confirmed", "✓ one platform")
	if got := x.session().Scores().Local("a2").Insight; got != 28 {
		t.Errorf("insight %v", got)
	}
	x.keys("i").sees("Insight I", "one platform for twelve plants").keys("esc o").sees("Customer's view: one platform", "Told by").keys("esc")
	x.keys("X").sees("deleted; u brings it back").keys("u u").sees("3, 0 confirmed")
	undoAll(t, x, three(t))
}

func TestAValueLineClimbsItsLadder(t *testing.T) {
	x := atSection(t, "value scorecard").keys("a 'vendor-managed stock' enter 'received: pilot plant for our trials' enter esc")
	if v := x.account().Values; len(v) != 2 || v[1].Direction != model.ValueReceived || v[1].Text != "pilot plant for our trials" {
		t.Fatalf("%+v", v)
	}
	x.keys("home right right enter '60k' esc right right enter 'process' enter").sees("60,000").keys("home d").sees("now agreed")
	if v := x.session().Scores().Local("a2").Value.Score; v.V < 44.999 || v.V > 45.001 { // 30·beyond product + 30·half, for it has no date
		t.Errorf("value %v", v)
	}
	x.keys("d d d").sees("now customer-verified", "1 of 1 realised, 1 verified").keys("d").sees("no rung above")
	undoAll(t, x, three(t))
}

func TestSWOTRisksAndReviews(t *testing.T) {
	x := atSection(t, "SWOT").keys("a 'strength: we certify line 3' enter 'weakness: nobody knows the CFO' enter 'opportunity: new plant' enter 'threat: tender' enter esc")
	x.sees("4 of 4 corners", "no objective answers it yet")
	x.keys("p 'objectives' enter a 'Meet the CFO' enter esc o").sees("Objective: Meet the CFO")
	for range 20 {
		if f, _, _ := x.app.top().(*sheet).focused(x.app.c); f.Key == "objective.cites" {
			break
		}
		x.keys("down")
	}
	x.keys("enter 'nobody' enter esc p 'swot' enter home down").sees("1 objective answers it")
	x.keys("p 'risks' enter a 'a new owner' enter esc").sees("still needs how likely").keys("right enter '4' tab '5' enter").sees("likely 4 × impact 5 = 20 of 25")
	x.keys("p 'reviews' enter a 'spring review' enter esc right enter '+2w' enter").sees("8 Dec 2026", "0 held, 1 planned", "d held").keys("d").sees("1 held, 0 planned", "reviews ✓")
	x.keys("p 'plan quality' enter end").sees("✓ SWOT complete, and answered", "✗ A risk with an owner")
	undoAll(t, x, three(t))
}

func TestTheWhitespaceGridAddsUp(t *testing.T) {
	x := atSection(t, "whitespace").keys("a 'Lyon: pumps' enter 'Lyon: seals' enter 'lyon: Pumps' enter").sees("is on the grid already").keys("esc")
	x.keys("v home right right enter 'current' enter right enter '100' tab '150' tab '50' esc").sees("100 %", "25 future potential").keys("")
	if g := model.Whitespace(x.account(), x.session().Portfolio().Programme(), 2025); g.Total.Current != 100 || g.Total.Future != 125 || g.Total.Gap != 50 {
		t.Errorf("%+v", g.Total)
	}
	x.keys("i").sees("Whitespace", "Lyon").keys("esc down d").sees("now not applicable")
}

func TestQualityCoachesAndLeadsThere(t *testing.T) {
	x := atSection(t, "plan quality").sees("✗ A charter in one sentence", "Say in one sentence what you want to be", "(enter go")
	x.keys("enter").sees("3 Plan ─ charter", "No charter yet").keys("enter 'The partner who makes their plants run' esc").sees("[charter ✓]")
	x.keys("p 'plan quality' enter").sees("✓ A charter in one sentence", "met: five points")
	for range 13 {
		x.keys("down")
	}
	x.sees("Meet one of those who decide").keys("enter").sees("━ 2 Relationship map")
	x.keys("tab i").sees("Plan quality", "A charter in one sentence")
}

func TestAnActionComesAgainAndWaits(t *testing.T) {
	x := atSection(t, "actions").keys("a 'report to them' enter 'ask for data' enter esc home right right enter '30.11.' esc")
	x.keys("right right right enter 'monthly' enter").sees("comes again monthly").keys("right enter 'ask' enter").sees("waits for: ask for data")
	before := len(x.patches)
	x.keys("d").sees("done: report to them")
	a := x.account().Actions
	if len(x.patches) != before+1 || len(a) != 3 || a[2].Text != "report to them" || a[2].Due != model.NewDate(2026, 12, 30) || a[2].Status != model.ActionOpen || a[0].Status != model.ActionDone {
		t.Fatalf("%d steps, %+v", len(x.patches)-before, a)
	}
	x.keys("u")
	if a := x.account().Actions; len(a) != 2 || a[0].Status != model.ActionOpen {
		t.Fatalf("%+v", a)
	}
	undoAll(t, x, three(t))
}

func TestTheTOWSBridgeShowsWhatIsJoined(t *testing.T) {
	x := atSection(t, "SWOT").keys("a 'strength: we know line 3' enter 'opportunity: the new plant' enter 'threat: the tender' enter esc v")
	x.sees("TOWS bridge", "no objective yet, over 1 strength and 1 opportunity", "one of the two corners is empty").keys("enter").sees("3 Plan ─ objectives")
	x.keys("a 'Equip the new plant' enter esc o")
	for _, link := range []string{"objective.cites new", "objective.uses know"} {
		key, word, _ := strings.Cut(link, " ")
		for range 20 {
			if f, _, _ := x.app.top().(*sheet).focused(x.app.c); f.Key == key {
				break
			}
			x.keys("down")
		}
		x.keys("enter '" + word + "' enter")
	}
	x.keys("esc p 'swot' enter v").sees("Equip the new plant", "we know line 3 → the new plant", "no objective yet, over 1 strength and 1 threat")
}

func TestInformationGapsAreQuestionsThatLeadToTheirPlace(t *testing.T) {
	x := atSection(t, "customer's view").keys("a 'goal: waste down' enter esc p 'information' enter").sees("to find out: ", "unknown, 1 assumed")
	x.keys("end").sees("to confirm: goal: waste down").keys("enter").sees("3 Plan ─ customer's view").keys("d p 'information' enter").sees("unknown, 0 assumed")
	x.keys("home enter").seesNot("3 Plan ─ information gaps")
	x.keys("p 'information' enter y").sees("copied: - to find out: ")
}
