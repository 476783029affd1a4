package store

import (
	"path/filepath"
	"testing"
)

// That names are hidden is a state of the file: no step, there after a restart, in a
// copy, and told to who reads it while somebody else has it open.
func TestHiddenIsAStateOfTheFile(t *testing.T) {
	m := newMemory(7)
	f, err := Create(filepath.Join(t.TempDir(), "a.db"), m.portfolio(t), Options{})
	if err != nil {
		t.Fatal(err)
	}
	f.Hide("0.5 key")
	f.Save(m.step())
	if err := f.Close(0); err != nil {
		t.Fatal(err)
	}
	if f, err = Open(f.Path(), Options{}); err != nil {
		t.Fatal(err)
	}
	if state, err := f.Hidden(); state != "0.5 key" || err != nil {
		t.Errorf("after a restart %q, %v", state, err)
	}
	told := ""
	if _, _, err := OpenReadOnly(f.Path(), Options{OnHidden: func(s string) { told = s }}); err != nil || told != "0.5 key" {
		t.Errorf("a reader is told %q, %v", told, err)
	}
	if steps, err := f.History(10, ""); err != nil || len(steps) != 1 {
		t.Errorf("%d steps, %v", len(steps), err)
	}
	f.Hide("")
	if err := f.Close(0); err != nil {
		t.Fatal(err)
	}
	if f, err = Open(f.Path(), Options{}); err != nil {
		t.Fatal(err)
	}
	defer f.Close(0) //nolint:errcheck // only read
	if state, err := f.Hidden(); state != "" || err != nil {
		t.Errorf("shown again, the file says %q, %v", state, err)
	}
	if state, err := f.StandIns(); state != "0.5 key" || err != nil {
		t.Errorf("shown again, the stand-ins are drawn from %q, %v", state, err)
	}
}
