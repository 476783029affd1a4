package store

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"accord/model"
	"accord/model/edit"
	"accord/model/session"
)

// A file of an older minor number keeps it, so that the older program may go on with
// it, until something is written that that program would lose.
func TestAFileGoesToTheMinorNumberOfWhatIsWritten(t *testing.T) {
	content, err := os.ReadFile("testdata/november-2026.db")
	if err != nil {
		t.Fatal(err)
	}
	news := map[string]edit.Change{
		"the last 12 months":            edit.SetField{Ref: edit.Ref{Of: edit.OfProgramme}, Key: "programme.year", Value: "last 12 months"},
		"retention":                     edit.SetField{Ref: edit.Ref{Of: edit.OfAccount}, Key: "retention", Value: "90"},
		"a value line that is shared":   edit.SetField{Ref: edit.Ref{Of: edit.OfValue}, Key: "value.shared", Value: "yes"},
		"a value line that is not":      edit.SetField{Ref: edit.Ref{Of: edit.OfValue}, Key: "value.shared", Value: "no"},
		"a goal that is shared":         edit.SetField{Ref: edit.Ref{Of: edit.OfInsight}, Key: "insight.shared", Value: "yes"},
		"a current value":               edit.SetField{Ref: edit.Ref{Of: edit.OfObjective}, Key: "objective.current", Value: "41 %"},
		"an action put off":             edit.SetField{Ref: edit.Ref{Of: edit.OfAction}, Key: "action.postponed", Value: "1"},
		"a decision":                    edit.AddItem{Of: edit.OfDecision, ID: "d", Text: "plan B"},
		"whose people somebody is":      edit.SetParticipant{Participant: model.Participant{Initials: "PO", Theirs: true, Account: "x"}},
		"words that look like a member": nil,
		"somebody of ours":              nil,
	}
	for what, change := range news {
		path := filepath.Join(t.TempDir(), "accord.db")
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		f := open(t, path, Options{})
		p, seq, err := f.Load()
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		s := session.New(p, model.NewDate(2026, 11, 30), seq, func() string { n++; return fmt.Sprint("new", n) })
		do := func(c edit.Change) {
			t.Helper()
			patch, err := s.Do(c, time.Unix(0, 0))
			if err != nil {
				t.Fatalf("%s: %v", what, err)
			}
			f.Save(patch)
			if err := f.w.run1(func(*bolt.Tx) error { return nil }); err != nil {
				t.Fatal(err)
			}
		}
		a := p.At(0)
		do(edit.SetField{Ref: edit.Ref{Account: a.ID, Of: edit.OfValue, ID: string(a.Values[0].ID)}, Key: "value.text", Value: `says "shared": and "of": in words`})
		do(edit.BeginWorkshop{Workshop: model.Workshop{Title: "a meeting"}})
		do(edit.SetParticipant{Participant: model.Participant{Initials: "OUR", Function: `"of":`}})
		if got := meta(t, f, "minor"); got != "0" {
			t.Fatalf("%s: minor number %s after what the older program knows", what, got)
		}
		want := "1"
		switch c := change.(type) {
		case edit.SetField:
			if c.Ref.Of == edit.OfProgramme || c.Ref.Of == edit.OfAccount {
				want = "2"
				if c.Ref.Of == edit.OfAccount {
					c.Ref.Account = a.ID
				}
				do(c)
				break
			}
			c.Ref.Account = a.ID
			switch c.Ref.ID = string(a.Values[0].ID); c.Ref.Of {
			case edit.OfInsight:
				c.Ref.ID = string(a.Insights[0].ID)
			case edit.OfObjective:
				c.Ref.ID, want = string(a.Objectives[0].ID), "2"
			case edit.OfAction:
				c.Ref.ID, want = string(a.Actions[0].ID), "2"
			}
			do(c)
		case edit.AddItem:
			c.Account = a.ID
			do(c)
		case edit.SetParticipant:
			c.Account = a.ID
			do(c)
		default:
			want = "0"
		}
		if got := meta(t, f, "minor"); got != want {
			t.Errorf("%s: minor number %s, want %s", what, got, want)
		}
		shut(t, f)
		again, _, err := OpenReadOnly(path, Options{})
		if err != nil || again.IsOlder() != (want != "2") {
			t.Errorf("%s: read again as older: %v %v", what, again.IsOlder(), err)
		}
	}
}
