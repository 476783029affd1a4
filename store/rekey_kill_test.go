package store

import (
	"errors"
	"os"
	"os/exec"
	"reflect"
	"strings"
	"testing"
	"time"

	"accord/store/seal"
)

// recodeChild writes a protected file anew until it is killed: without protection,
// or with another passphrase.
func recodeChild(how, path string) int {
	o := Options{Keys: &seal.Keys{Ask: func(string, int) (string, error) { return phrase, nil }}}
	var err error
	if how == "unprotect" {
		err = Unprotect(path, o)
	} else {
		_, err = ChangePassphrase(path, phrase, "another one here", o)
	}
	if err != nil {
		return 1
	}
	return 0
}

// Whoever is killed while a file is written anew leaves the old file or the new one,
// whole; what lies beside it is gone, and told, after the next look.
func TestAKilledRecodingLeavesOneWholeFile(t *testing.T) {
	t.Parallel()
	f := sealed(t, richPortfolio(t, 60), new(seal.Keys))
	want := loaded(t, f)
	path := f.Path()
	shut(t, f)
	begin, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	left := 0
	for _, how := range []string{"unprotect", "passphrase"} {
		for n := range 8 {
			if err := os.WriteFile(path, begin, 0o600); err != nil {
				t.Fatal(err)
			}
			killAt(t, spawn(t, "recode "+how+" "+path), path, int64(n)*100_000)
			found := len(leftAside(path))
			told := Abandoned(path, Options{})
			if len(told) != found || len(leftAside(path)) > 0 {
				t.Fatalf("%s: %d left, told %v", how, found, told)
			}
			left += found
			either := &seal.Keys{Ask: func(_ string, try int) (string, error) {
				return []string{phrase, "another one here"}[min(try, 2)-1], nil
			}}
			if r, err := Check(path, either); err != nil || len(r.Bad) > 0 {
				t.Fatal(how, r, err)
			}
			if p, err := opened(path, either); err != nil || !reflect.DeepEqual(p, want) {
				t.Fatalf("%s: %v", how, err)
			}
		}
	}
	if left == 0 {
		t.Error("no process was killed in the middle")
	}
}

// killAt kills a process once what it writes aside is so large, or when it ends first.
func killAt(t *testing.T, cmd *exec.Cmd, path string, size int64) {
	t.Helper()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	look := time.NewTicker(time.Millisecond / 4)
	defer look.Stop()
	late := time.After(time.Minute)
	for {
		for _, name := range leftAside(path) {
			if st, err := os.Stat(name); err == nil && st.Size() >= size {
				if err := cmd.Process.Kill(); err != nil && !errors.Is(err, os.ErrProcessDone) {
					t.Fatal(err)
				}
				<-ended //nolint:errcheck // killed, so it does not end well
				return
			}
		}
		select {
		case err := <-ended:
			if err != nil && !strings.Contains(err.Error(), "killed") {
				t.Fatal(err)
			}
			return
		case <-late:
			_ = cmd.Process.Kill()
			t.Fatal("it did not end")
		case <-look.C:
		}
	}
}
