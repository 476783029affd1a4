package store

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"accord/model"
	"accord/store/place"
)

// asNobody runs fn with the rights of an ordinary user even for root, for whom
// modes do not count. The change holds for files and for this thread only.
func asNobody(fn func()) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if os.Geteuid() == 0 {
		const nobody = 65534
		_, _, _ = syscall.RawSyscall(syscall.SYS_SETFSUID, nobody, 0, 0)
		defer func() { _, _, _ = syscall.RawSyscall(syscall.SYS_SETFSUID, 0, 0, 0) }()
	}
	fn()
}

func TestNoPermission(t *testing.T) {
	f := create(t, richPortfolio(t, 1), Options{})
	shut(t, f)
	dir := filepath.Dir(f.Path())
	for d := dir; d != os.TempDir() && d != "/"; d = filepath.Dir(d) {
		_ = os.Chmod(d, 0o555)
		defer func() { _ = os.Chmod(d, 0o700) }()
	}
	if err := os.Chmod(f.Path(), 0o400); err != nil {
		t.Fatal(err)
	}
	asNobody(func() {
		_, openErr := Open(f.Path(), Options{})
		_, createErr := Create(filepath.Join(dir, "new.db"), model.EmptyPortfolio(), Options{})
		_, deepErr := Create(filepath.Join(dir, "deep", "new.db"), model.EmptyPortfolio(), Options{})
		for what, err := range map[string]error{"open": openErr, "create": createErr, "create deep": deepErr} {
			var access *place.AccessError
			if !errors.As(err, &access) || !strings.Contains(err.Error(), "no permission") || !strings.Contains(err.Error(), dir) {
				t.Errorf("%s: %v", what, err)
			}
		}
	})
}

// A file of ours in a folder that may not be written to opens: what lies beside it
// is only advice.
func TestReadOnlyFolder(t *testing.T) {
	f := create(t, richPortfolio(t, 1), Options{})
	shut(t, f)
	dir := filepath.Dir(f.Path())
	for d := dir; d != os.TempDir() && d != "/"; d = filepath.Dir(d) {
		_ = os.Chmod(d, 0o555)
		defer func() { _ = os.Chmod(d, 0o700) }()
	}
	if os.Geteuid() == 0 {
		if err := os.Chown(f.Path(), 65534, -1); err != nil {
			t.Fatal(err)
		}
	}
	asNobody(func() {
		g, err := Open(f.Path(), Options{})
		if err != nil {
			t.Error(err)
			return
		}
		if p, _, err := g.Load(); err != nil || p.Len() != 1 {
			t.Error(err)
		}
		if err := g.Close(0); err != nil {
			t.Error(err)
		}
	})
}
