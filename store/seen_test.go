package store

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// An older state of a whole sealed file is told where a newer one was seen, and
// nowhere else; a copy that is restored is meant to be older.
func TestAnOlderStateIsToldWhereANewerOneWasSeen(t *testing.T) {
	here, elsewhere := t.TempDir(), t.TempDir()
	t.Setenv("ACCORD_STATE_DIR", here)
	path, states := attacked(t)
	newest, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	put := func(content string) {
		t.Helper()
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	said := func() (opening, reading, checking string) {
		t.Helper()
		o := Options{Keys: asked(nil), OnOlder: func(told string) { reading = told }}
		if _, _, err := OpenReadOnly(path, o); err != nil {
			t.Fatal(err)
		}
		r, err := Check(path, asked(nil))
		if err != nil || len(r.Bad) > 0 {
			t.Fatal(r, err)
		}
		f := open(t, path, o)
		defer shut(t, f)
		return f.Older(), reading, r.Warning
	}
	if a, b, c := said(); a+b+c != "" {
		t.Errorf("the newest state is called old: %q %q %q", a, b, c)
	}
	put(states[4])
	for range 2 { // it is said until somebody does something about it
		a, b, c := said()
		for _, s := range []string{a, b, c} {
			if !strings.Contains(s, "ends at step 4, and there was a step 7") {
				t.Errorf("%q", s)
			}
		}
	}
	t.Setenv("ACCORD_STATE_DIR", elsewhere)
	if a, b, c := said(); a+b+c != "" {
		t.Error("another computer cannot know it:", a, b, c)
	}
	t.Setenv("ACCORD_STATE_DIR", here)
	put(string(newest))
	older := filepath.Join(t.TempDir(), "older.db")
	if err := os.WriteFile(older, []byte(states[5]), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err = Restore(path, older, Options{Keys: asked(nil)})
	if a, b, c := said(); err != nil || a+b+c != "" {
		t.Error("a copy that was restored is meant to be older:", a, b, c, err)
	}
	text, err := os.ReadFile(filepath.Join(here, "seen"))
	st, err2 := os.Stat(filepath.Join(here, "seen"))
	if errors.Join(err, err2) != nil || len(strings.Fields(string(text))) != 3 || modesWork && st.Mode().Perm() != 0o600 {
		t.Errorf("%q, %v", text, err)
	}
}

// The state of one copy says nothing of another: who reads the newer version of a
// colleague, or a copy, is not told that his own file was put back.
func TestAnotherCopyOfTheFileIsNoNewerState(t *testing.T) {
	t.Setenv("ACCORD_STATE_DIR", t.TempDir())
	path, states := attacked(t)
	mine, theirs := filepath.Join(t.TempDir(), "mine.db"), filepath.Join(t.TempDir(), "theirs.db")
	newest, err := os.ReadFile(path)
	if err := errors.Join(err, os.WriteFile(theirs, newest, 0o600), os.WriteFile(mine, []byte(states[4]), 0o600)); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{mine, theirs, mine} {
		o := Options{Keys: asked(nil), OnOlder: func(told string) { t.Error("reading:", told) }}
		if _, _, err := OpenReadOnly(name, o); err != nil {
			t.Fatal(err)
		}
		r, err := Check(name, asked(nil))
		if err != nil || r.Warning != "" {
			t.Error("checking:", r.Warning, err)
		}
		f := open(t, name, o)
		if f.Older() != "" {
			t.Error("opening:", f.Older())
		}
		shut(t, f)
	}
}
