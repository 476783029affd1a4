package shell

import (
	"testing"

	"accord/model"
)

func objectives(t testing.TB, p *model.Portfolio, account string) *harness {
	return planOf(t, p, account).Keys("p 'objectives' enter")
}

func actions(t testing.TB, p *model.Portfolio, account string) *harness {
	return planOf(t, p, account).Keys("p 'actions' enter")
}

func TestLifeOfAnObjective(t *testing.T) {
	x := objectives(t, three(t), "Meridian").sees("No objectives yet")
	x.Keys("enter").sees("press a to add the first").Keys("a 'Platform for q plants' enter 'Cost down' enter esc")
	if n := len(x.account().Objectives); n != 2 {
		t.Fatalf("%d objectives", n)
	}
	x.sees("▸   Cost down", "still needs a measure, a target, a day, an owner").Keys("up right enter 'contracts q' tab 'none' tab 'signed' tab").sees("0 of 2 measurable")
	x.Keys("'q1' tab 'Dana'  esc").sees("1 of 2 measurable", "Dana")
	o := x.account().Objectives[0]
	if o.Measure != "contracts q" || o.Baseline != "none" || o.Target != "signed" || o.Due != model.NewDate(2027, 3, 31) || o.Owner != "Dana" {
		t.Fatalf("%+v", o)
	}
	x.Keys("d").sees("done: Platform", "✓ Platform").Keys("d").sees("open again").Keys("X").sees("deleted; u undoes it").seesNot("▸   Platform")
	x.Keys("u").sees("▸   Platform")
	if len(x.account().Objectives) != 2 {
		t.Fatal("the objective did not come back")
	}
}

func TestLifeOfAnAction(t *testing.T) {
	x := objectives(t, three(t), "Meridian").Keys("a 'Platform' enter esc b 'Dana calls their CFO' enter esc").sees("1 action: 0 done, 0 overdue")
	x.Keys("]").sees("Dana calls their CFO", "Platform", "still needs an owner, a day")
	act := func() model.Action { return x.account().Actions[0] }
	x.Keys("right enter 'Dana q' tab 2 '3.11.2026' enter").sees("⚑ Dana calls", "overdue by 1 day", "1 overdue", "23 Nov 2026")
	if act().Owner != "Dana q" || act().Due != model.NewDate(2026, 11, 23) || act().Objective == "" {
		t.Fatalf("%+v", act())
	}
	x.Keys("enter 'tomorrow' enter").sees("25 Nov 2026").seesNot("⚑ Dana").Keys("+ '2w' enter").sees("8 Dec 2026").Keys("x").sees("still needs a day")
	x.Keys("d").sees("✓ Dana calls", "done 24 Nov 2026")
	if act().Status != model.ActionDone || act().Done != model.NewDate(2026, 11, 24) {
		t.Fatalf("%+v", act())
	}
	x.Keys("u").sees("1 open")
	if act().Status != model.ActionOpen {
		t.Fatal("undo did not open it again")
	}
	x.Keys("delete").sees("No actions yet").Keys("u").sees("Dana calls their CFO")
}

func TestChoicesAndLinksArePicked(t *testing.T) {
	x := actions(t, samplePortfolio(t), "Meridian Foods")
	x.Keys("right right right enter").sees("Status").Keys("'started' enter").sees("started")
	x.Keys("right enter").sees("Cost to serve below").Keys("'Cost' enter")
	a := x.account()
	if got := a.Actions[0]; got.Status != model.ActionStarted || a.Objective(got.Objective).Text != "Cost to serve below 12 % of revenue" {
		t.Fatalf("%+v", got)
	}
	x.Keys("enter end enter").sees("– ")
	x.Keys("u u").sees("⚑ Find out")
}

func TestADayThatIsNoneIsSaidAndEscLeaves(t *testing.T) {
	x := actions(t, samplePortfolio(t), "Meridian Foods")
	before := x.account().Actions[0].Due
	x.Keys("right right enter 'soonish' enter").sees("is not a day").Keys("esc").seesNot("esc back")
	if x.account().Actions[0].Due != before {
		t.Fatal("a day that is none was taken")
	}
	x.Keys("enter enter")
	if x.account().Actions[0].Due != before {
		t.Fatal("looking at a day changed it")
	}
}

func TestTextCellsTakeEveryLetterAndOneUndo(t *testing.T) {
	x := actions(t, samplePortfolio(t), "Meridian Foods")
	before := x.account().Actions[0].Text
	x.Keys("enter ' qqx5]' esc").sees("qqx5]")
	if x.quit || x.account().Actions[0].Text != before+" qqx5]" {
		t.Fatalf("%q", x.account().Actions[0].Text)
	}
	x.Keys("u")
	if x.account().Actions[0].Text != before {
		t.Fatalf("%q after one undo", x.account().Actions[0].Text)
	}
	x.Keys("enter ctrl+u esc").sees("cannot be empty").Keys("esc")
	if x.account().Actions[0].Text != before {
		t.Fatal("an action lost its words")
	}
}

func TestTheCursorStaysOnItsItem(t *testing.T) {
	x := actions(t, samplePortfolio(t), "Meridian Foods").Keys("j j").sees("▸ ◐ Charge")
	x.Keys("k X").seesTimes("Bring de Groot", 1).sees("deleted", "▸ ◐ Charge").Keys("u").sees("▸   Bring de Groot")
}

func TestItemColumnsScroll(t *testing.T) {
	x := start(t, samplePortfolio(t), 80, 24).Keys("/ 'Meridian Foods' enter enter p 'objectives' enter").seesNot("their goal")
	x.Keys("right right right right right right right").sees("their goal", "one platform")
}

func TestDetailsOfAnItem(t *testing.T) {
	actions(t, samplePortfolio(t), "Meridian Foods").Keys("o").sees("For objective", "Due")
}
