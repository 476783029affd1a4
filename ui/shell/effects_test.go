package shell

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"accord/model"
	"accord/model/edit"
	"accord/ui/kit"
)

// farWork is work that answers with a message.
type farWork string

func (b farWork) Do(kit.Host) tea.Cmd { return func() tea.Msg { return b } }

// TestEveryEffectIsDone asks for several things that reach outside at once: a wide
// outcome did the first and dropped the rest.
func TestEveryEffectIsDone(t *testing.T) {
	x := start(t, model.EmptyPortfolio(), 100, 30)
	cmd := x.app.apply(kit.Doing(farWork("one"), kit.Copying{Text: "a text"}, farWork("two"), kit.Saying{Text: "said"}))
	got := map[tea.Msg]bool{}
	for _, c := range cmd().(tea.BatchMsg) {
		if c != nil {
			got[c()] = true
		}
	}
	if !got[farWork("one")] || !got[farWork("two")] || len(got) != 3 {
		t.Errorf("of three only %v was done", got)
	}
	if !strings.HasPrefix(x.app.status.text, "copied") {
		t.Errorf("the status line says %q", x.app.status.text)
	}
}

// TestNothingAfterARefusal demands that what follows a refused change is not done.
func TestNothingAfterARefusal(t *testing.T) {
	x := start(t, model.EmptyPortfolio(), 100, 30)
	out := kit.Open(kit.NewMessage("x", "y"))
	out.Change(edit.SetField{Ref: edit.AccountRef("nobody"), Key: "name", Value: "z"})
	out.Add(farWork("one"))
	if cmd := x.app.apply(out); cmd != nil && cmd() != nil || x.app.top() != nil || !x.app.status.bad {
		t.Errorf("a refused change was followed by %v", x.app.top())
	}
}

// TestNotMineIsNotDone keeps the two empty answers apart.
func TestNotMineIsNotDone(t *testing.T) {
	if (kit.Outcome{}).Done || !kit.Done().Done || len(kit.Done().Effects) != 0 {
		t.Error("not mine and nothing to do are the same")
	}
	var out kit.Outcome
	out.Say("x")
	if !out.Done {
		t.Error("an outcome with an effect is not done")
	}
}
