package shell

import (
	"errors"
	"strings"
	"testing"

	"accord/model"
	"accord/ui/kit"
)

// Sentences about the disk name the file and its folder, which are often called like
// a customer: not while names are hidden.
func TestSentencesAboutTheDiskNameNoFileWhileNamesAreHidden(t *testing.T) {
	x := start(t, three(t), 120, 40)
	x.app.ports.Path = "/home/al/Halden Energy/Halden plan.db"
	x.send(kit.SavedMsg{Note: "no copy could be made in /home/al/Halden Energy/backups: permission denied"})
	x.sees("Halden Energy/backups")
	x.Keys("f6").send(kit.SavedMsg{Note: "no copy of Halden plan.db in /home/al/Halden Energy/backups: permission denied"})
	x.sees("permission denied").seesNot("Halden")
	x.send(kit.SavedMsg{Queued: 1, Err: errors.New("/home/al/Halden Energy/Halden plan.db: disk full")})
	x.sees("NOT SAVED", "disk full").seesNot("Halden")
	x.app.ports.Path = "/home/al/plans/accord.db"
	x.send(kit.SavedMsg{Queued: 1, Err: errors.New("/home/al/plans/accord.db: disk full; `accord doctor` says where it lies")})
	x.sees("the file: disk full; `accord doctor` says").seesNot("plans")
	x.app.ports.Path = "/home/al/Halden Energy/Halden plan.db"
	y := start(t, three(t), 120, 40)
	y.app.ports.Path = x.app.ports.Path
	y.session().Freeze("/home/al/Halden Energy/Halden plan.db can only be read")
	y.Keys("f6 esc").sees("can only be read").seesNot("Halden")
}

// A line that names an account by its stand-in is kept without it.
func TestNoStandInIsKeptInALine(t *testing.T) {
	x := start(t, three(t), 120, 40).Keys("j g w 1 f6")
	w := x.session().Portfolio().Programme().Workshop
	id := w.Accounts[0]
	name := x.app.c.Portfolio().Account(id).Name
	x.Keys("f8 '! we send " + name + ", and soon, the prices' enter")
	line := x.session().Portfolio().Programme().Workshop.Parked[0]
	if line.Account != id || strings.Contains(line.Text, name) || line.Text != "we send them, and soon, the prices" {
		t.Errorf("%+v while %s stands for it", line, name)
	}
	if line.Kind != model.ParkedDecision {
		t.Error(line.Kind)
	}
}
