package ui

import (
	"testing"

	"accord/model"
)

func objectives(t testing.TB, p *model.Portfolio, account string) *harness {
	return planOf(t, p, account).keys("p 'objectives' enter")
}

func actions(t testing.TB, p *model.Portfolio, account string) *harness {
	return planOf(t, p, account).keys("p 'actions' enter")
}

func TestLifeOfAnObjective(t *testing.T) {
	x := objectives(t, three(t), "Meridian").sees("No objectives yet")
	x.keys("enter").sees("press a to add the first").keys("a 'Platform for q plants' enter 'Cost down' enter esc")
	if n := len(x.account().Objectives); n != 2 {
		t.Fatalf("%d objectives", n)
	}
	x.sees("▸   Cost down", "still needs a measure, a target, a day, an owner").keys("up right enter 'contracts q' tab 'none' tab 'signed' tab").sees("0 of 2 measurable")
	x.keys("'q1' tab 'Dana'  esc").sees("1 of 2 measurable", "Dana")
	o := x.account().Objectives[0]
	if o.Measure != "contracts q" || o.Baseline != "none" || o.Target != "signed" || o.Due != model.NewDate(2027, 3, 31) || o.Owner != "Dana" {
		t.Fatalf("%+v", o)
	}
	x.keys("d").sees("done: Platform", "✓ Platform").keys("d").sees("open again").keys("X").sees("deleted; u brings it back").seesNot("▸   Platform")
	x.keys("u").sees("▸   Platform")
	if len(x.account().Objectives) != 2 {
		t.Fatal("the objective did not come back")
	}
}

func TestLifeOfAnAction(t *testing.T) {
	x := objectives(t, three(t), "Meridian").keys("a 'Platform' enter esc b 'Dana calls their CFO' enter esc").sees("1 action: 0 done, 0 overdue")
	x.keys("]").sees("Dana calls their CFO", "Platform", "still needs an owner, a day")
	act := func() model.Action { return x.account().Actions[0] }
	x.keys("right enter 'Dana q' tab 2 '3.11.2026' enter").sees("⚑ Dana calls", "overdue by 1 day", "1 overdue", "23 Nov 2026")
	if act().Owner != "Dana q" || act().Due != model.NewDate(2026, 11, 23) || act().Objective == "" {
		t.Fatalf("%+v", act())
	}
	x.keys("enter 'tomorrow' enter").sees("25 Nov 2026").seesNot("⚑ Dana").keys("+ '2w' enter").sees("8 Dec 2026").keys("x").sees("still needs a day")
	x.keys("d").sees("✓ Dana calls", "done 24 Nov 2026")
	if act().Status != model.ActionDone || act().Done != model.NewDate(2026, 11, 24) {
		t.Fatalf("%+v", act())
	}
	x.keys("u").sees("1 open")
	if act().Status != model.ActionOpen {
		t.Fatal("undo did not open it again")
	}
	x.keys("delete").sees("No actions yet").keys("u").sees("Dana calls their CFO")
}

func TestChoicesAndLinksArePicked(t *testing.T) {
	x := actions(t, samplePortfolio(t), "Meridian Foods")
	x.keys("right right right enter").sees("Status").keys("'started' enter").sees("started")
	x.keys("right enter").sees("Cost to serve below").keys("'Cost' enter")
	a := x.account()
	if got := a.Actions[0]; got.Status != model.ActionStarted || a.Objective(got.Objective).Text != "Cost to serve below 12 % of revenue" {
		t.Fatalf("%+v", got)
	}
	x.keys("enter end enter").sees("– ")
	x.keys("u u").sees("⚑ Find out")
}

func TestADayThatIsNoneIsSaidAndEscLeaves(t *testing.T) {
	x := actions(t, samplePortfolio(t), "Meridian Foods")
	before := x.account().Actions[0].Due
	x.keys("right right enter 'soonish' enter").sees("is not a day").keys("esc").seesNot("esc back")
	if x.account().Actions[0].Due != before {
		t.Fatal("a day that is none was taken")
	}
	x.keys("enter enter")
	if x.account().Actions[0].Due != before {
		t.Fatal("looking at a day changed it")
	}
}

func TestTextCellsTakeEveryLetterAndOneUndo(t *testing.T) {
	x := actions(t, samplePortfolio(t), "Meridian Foods")
	before := x.account().Actions[0].Text
	x.keys("enter ' qqx5]' esc").sees("qqx5]")
	if x.quit || x.account().Actions[0].Text != before+" qqx5]" {
		t.Fatalf("%q", x.account().Actions[0].Text)
	}
	x.keys("u")
	if x.account().Actions[0].Text != before {
		t.Fatalf("%q after one undo", x.account().Actions[0].Text)
	}
	x.keys("enter ctrl+u esc").sees("cannot be empty").keys("esc")
	if x.account().Actions[0].Text != before {
		t.Fatal("an action lost its words")
	}
}

func TestTheCursorStaysOnItsItem(t *testing.T) {
	x := actions(t, samplePortfolio(t), "Meridian Foods").keys("j j").sees("▸ ◐ Charge")
	x.keys("k X").seesTimes("Bring de Groot", 1).sees("deleted", "▸ ◐ Charge").keys("u").sees("▸   Bring de Groot")
}

func TestItemColumnsScroll(t *testing.T) {
	x := start(t, samplePortfolio(t), 80, 24).keys("/ 'Meridian Foods' enter enter p 'objectives' enter").seesNot("their goal")
	x.keys("right right right right right right right").sees("their goal", "one platform")
}

func TestDetailsOfAnItem(t *testing.T) {
	actions(t, samplePortfolio(t), "Meridian Foods").keys("o").sees("For objective", "Due")
}
