package cli

import (
	"strings"
	"testing"

	"accord/model"
	"accord/model/edit"
)

// typed are the steps of a name typed letter by letter, and what was done around it.
func typed() []Step {
	owner := func(seq, group uint64, before, after string) Step {
		e := edit.Edit{Account: "acc1", Subject: "Halden", Field: "Owner", Before: before, After: after}
		return Step{Seq: seq, At: testNow, Kind: editKind, Label: "set owner", Accounts: []model.AccountID{"acc1"}, Group: group, Edit: e, Fact: e.String(), Facts: 1}
	}
	gone := Step{Seq: 1, At: testNow, Kind: "import", Label: "import accounts", Accounts: []model.AccountID{"buomqkj6gjth"}, Called: map[model.AccountID]string{"buomqkj6gjth": "Alpha"}}
	return []Step{owner(5, 3, "Ruth", "–"), owner(4, 2, "Re", "Ree"), owner(3, 2, "R", "Re"), owner(2, 2, "", "R"), gone}
}

func TestHistoryTellsWhatIsOneUndoInOneLine(t *testing.T) {
	m := worked(t)
	m.steps = typed()
	out, _, exit := m.run("history")
	if exit != 0 || strings.Count(out, "\n") != 3 || !strings.Contains(out, "Owner – → Ree") || strings.Contains(out, "Re → Ree") {
		t.Errorf("exit %d\n%s", exit, out)
	}
	if !strings.Contains(out, "Alpha") || strings.Contains(out, "buomqkj6gjth") {
		t.Errorf("who is gone has no name:\n%s", out)
	}
	if out, _, _ := m.run("history", "-n", "2"); strings.Count(out, "\n") != 2 || !strings.Contains(out, "Owner – → Ree") {
		t.Errorf("two lines:\n%s", out)
	}
	if out, _, _ := m.run("history", "--all"); strings.Count(out, "\n") != 5 || !strings.Contains(out, "Owner Re → Ree") {
		t.Errorf("every step:\n%s", out)
	}
	if out, _, _ := m.run("history", "--json"); strings.Count(out, `"seq"`) != 5 {
		t.Errorf("as JSON:\n%s", out)
	}
}

func TestThereMayBeNothingToTakeBack(t *testing.T) {
	for _, words := range [][]string{{"undo"}, {"undo", "--redo"}} {
		m := worked(t)
		before := len(m.steps)
		if out, errs, exit := m.run(words...); exit != ExitFailed || out != "" || !strings.Contains(errs, "there is nothing to") || len(m.steps) != before {
			t.Errorf("%v: exit %d, %s%s", words, exit, out, errs)
		}
	}
}
