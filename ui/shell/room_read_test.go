package shell

import (
	"strings"
	"testing"

	"accord/model/edit"
	"accord/ui/kit"
	"accord/ui/plan"
)

// Copying a cell that the room does not see says nothing of it.
func TestCopyingACellTellsARoomNothing(t *testing.T) {
	p := build(t, edit.AddAccount{ID: "a", Name: "Meridian Foods"}, set("a", "figures.2025.revenue", "900000"), set("a", "figures.2025.cost_to_serve", "643217"))
	x := start(t, p, 120, 40).Keys("tab tab p 'figures' enter")
	at := -1
	for i, row := range plan.FigureRows() {
		if row.Line == "cost_to_serve" {
			at = i
		}
	}
	figures := x.app.bench.plan.Parts[plan.FiguresSection].(*plan.FigurePart)
	figures.Row, figures.Year = at, 2025
	x.Keys("y").sees("copied: 643217")
	figures.Row = at
	x.Keys("f5 y").seesNot("643217")
	if x.app.status.text == "" {
		t.Error("y says nothing at all")
	}
}

// The order of the rows tells a figure as well as its column does: before a room the
// list stands in an order that it may see.
func TestTheOrderOfTheListTellsARoomNothing(t *testing.T) {
	x := start(t, samplePortfolio(t), 120, 40).Keys("s 'rev' enter")
	list := x.app.bench.accounts
	byRevenue := append([]int32(nil), list.Rows...)
	x.Keys("f5")
	if list.Order(x.app.c) != "s" {
		t.Fatal("the list is sorted by", list.Order(x.app.c))
	}
	last := 101.0
	for _, i := range list.Rows {
		if s := x.app.c.Scores().Local(x.app.c.Portfolio().At(int(i)).ID).Strategic; s.Known {
			if s.V > last {
				t.Fatalf("%v stands below %v", s.V, last)
			}
			last = s.V
		}
	}
	x.Keys("f5")
	for k, i := range list.Rows {
		if byRevenue[k] != i {
			t.Fatal("afterwards the order is another than before")
		}
	}
}

// Who types into whitespace when the room comes in gets out of it with esc.
func TestTypingIntoWhitespaceCanBeLeftBeforeARoom(t *testing.T) {
	p := build(t, edit.AddAccount{ID: "a", Name: "Meridian Foods"}, edit.AddCell{Account: "a", ID: "c", Unit: "Lyon", Offering: "Service"})
	x := start(t, p, 120, 40).Keys("tab tab p 'white' enter v enter")
	if !x.app.bench.plan.Typing(x.app.c) {
		t.Fatal("nothing is typed")
	}
	x.Keys("f5 'secret' esc shift+tab")
	if x.app.bench.focus == kit.PanePlan {
		t.Fatal("the plan cannot be left")
	}
}

// The recovery key is shown once: a room does not see it, and it is not lost either.
func TestTheRecoveryKeyIsNotLostBeforeARoom(t *testing.T) {
	x := start(t, build(t, edit.AddAccount{ID: "a", Name: "Meridian Foods"}), 120, 40)
	x.app.push(&recoveryPage{"KEYS-TO-WRITE-DOWN"})
	x.Keys("f5").seesNot("KEYS-TO-WRITE").Keys("esc enter ctrl+q").sees("shown only once").seesNot("KEYS-TO-WRITE")
	if _, there := x.app.top().(*recoveryPage); !there {
		t.Fatal("the recovery key is gone")
	}
	x.Keys("f5").sees("KEYS-TO-WRITE-DOWN").Keys("enter").seesNot("KEYS-TO-WRITE-DOWN")
}

// An account that has only decisions is asked about, and they are named.
func TestADeleteNamesDecisions(t *testing.T) {
	p := build(t, edit.AddAccount{ID: "a", Name: "Meridian Foods"}, edit.AddItem{Account: "a", Of: edit.OfDecision, ID: "d", Text: "We stay"})
	start(t, p, 120, 40).Keys("X").sees("Delete Meridian Foods?", "1 decision")
}

// A question whose words were taken away does not come back empty.
func TestAnEmptiedQuestionComesBackWithItsWords(t *testing.T) {
	x := start(t, build(t, edit.AddAccount{ID: "a", Name: "Meridian Foods"}), 120, 40).Keys("g w 1 T")
	p, ok := x.app.top().(*kit.Prompt)
	if !ok {
		t.Fatal("T does not ask for the title")
	}
	words := p.Input.Text()
	x.Keys("ctrl+u esc T")
	if got := x.app.top().(*kit.Prompt).Input.Text(); got != words || words == "" {
		t.Errorf("%q instead of %q", got, words)
	}
}

// A sentence that quotes an internal text is not said to a room, cut off or whole.
func TestACutQuotationIsNotSaidToARoom(t *testing.T) {
	note := "They will drop us if the price goes up once more before the summer"
	x := start(t, build(t, edit.AddAccount{ID: "a", Name: "Meridian Foods"}, set("a", "notes", note)), 120, 40).Keys("f5")
	for _, text := range []string{note, "cannot use “" + note[:30] + "…”", "gone: " + strings.ToUpper(note[:20])} {
		if x.app.c.FitSentence(text) {
			t.Errorf("%q is said", text)
		}
	}
	if !x.app.c.FitSentence("deleted Meridian Foods; they will see") {
		t.Error("a harmless sentence is not said")
	}
}
