package store

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// seam is the binary of these tests with the database library built so that what
// it does to its file is recorded, or fails. It is made by the Go tool from a
// copy of the library, of which only the calls below are changed.
var seam struct {
	sync.Once
	dir, binary string
	err         error
}

// seams are the places where the library touches its file: file, what stands
// there, how often, and what stands there instead.
var seams = []struct {
	file, was string
	times     int
	is        string
}{
	{"db.go", "db.ops.writeAt = db.file.WriteAt", 1, "db.ops.writeAt = seamWriteAt(db)"},
	{"db.go", "fdatasync(db)", 2, "seamSync(db)"},
	{"tx.go", "fdatasync(tx.db)", 2, "seamSync(tx.db)"},
	{"db.go", "db.file.Truncate(int64(sz))", 1, "seamTruncate(db, int64(sz))"},
	{"db.go", "db.file.Sync()", 1, "seamFileSync(db)"},
}

func buildSeam() error {
	dir, err := os.MkdirTemp("", "accord-seam-")
	if err != nil {
		return err
	}
	seam.dir, seam.binary = dir, filepath.Join(dir, "store.test")
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "go.etcd.io/bbolt").Output()
	if err != nil {
		return err
	}
	library := filepath.Join(dir, "library")
	if err := os.CopyFS(library, os.DirFS(strings.TrimSpace(string(out)))); err != nil {
		return err
	}
	if err := changeLibrary(library); err != nil {
		return err
	}
	module, err := os.ReadFile("../go.mod")
	sums, err2 := os.ReadFile("../go.sum")
	list := filepath.Join(dir, "go.mod")
	module = append(module, "\nreplace go.etcd.io/bbolt => "+library+"\n"...)
	if err := errors.Join(err, err2, os.WriteFile(list, module, 0o600), os.WriteFile(filepath.Join(dir, "go.sum"), sums, 0o600)); err != nil {
		return err
	}
	if out, err := exec.Command("go", "test", "-c", "-trimpath", "-vet=off", "-modfile", list, "-o", seam.binary, ".").CombinedOutput(); err != nil {
		return errors.New(err.Error() + ": " + string(out))
	}
	return nil
}

// changeLibrary puts the seam into a copy of the library.
func changeLibrary(library string) error {
	for _, s := range seams {
		name := filepath.Join(library, s.file)
		b, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if strings.Count(string(b), s.was) != s.times {
			return errors.New("the library has another text now: " + s.file + " does not have " + s.was + " as often as it had")
		}
		_ = os.Remove(name) // the copy is as little writable as the original
		if err := os.WriteFile(name, []byte(strings.ReplaceAll(string(b), s.was, s.is)), 0o600); err != nil {
			return err
		}
	}
	code, err := os.ReadFile("testdata/seam.go.txt")
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(library, "seam.go"), code, 0o600)
}

// seamed is a child of these tests that is built with the seam.
func seamed(t *testing.T, job string, env ...string) *exec.Cmd {
	t.Helper()
	seam.Do(func() { seam.err = buildSeam() })
	if seam.err != nil {
		t.Fatal(seam.err)
	}
	cmd := exec.Command(seam.binary, "-test.run=^$")
	cmd.Env = append(append(os.Environ(), "ACCORD_TEST_CHILD="+job), env...)
	cmd.Stderr = os.Stderr
	return cmd
}
