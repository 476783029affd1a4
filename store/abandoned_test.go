package store

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"accord/store/pages"
	"accord/store/place"
	"accord/store/seal"
)

// nobodysPID is the number of a process that has ended.
func nobodysPID(t *testing.T) int {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(self, "-test.run=^$")
	if err := c.Run(); err != nil {
		t.Fatal(err)
	}
	return c.Process.Pid
}

// What runs that were ended half-way left of a file is removed and told; what another
// process may be writing, what belongs to another file and everything else stays.
func TestWhatWasLeftHalfWayIsRemoved(t *testing.T) {
	f, _, dir := sealedFile(t, Options{})
	path, backups := f.Path(), filepath.Join(dir, "backups")
	plain, other := filepath.Join(dir, "unsealed.db"), filepath.Join(dir, "other.db")
	shut(t, f)
	g, err := Create(other, richPortfolio(t, 1), Options{})
	if err != nil {
		t.Fatal(err)
	}
	shut(t, g)
	if err := errors.Join(copyFile(path, plain), Unprotect(plain, Options{Keys: asked(nil)}), os.Mkdir(backups, 0o700)); err != nil {
		t.Fatal(err)
	}
	pid, alive := nobodysPID(t), os.Getppid()
	long := time.Now().Add(-time.Hour)
	private := func(word, of string, at time.Time) string {
		folder, err := os.MkdirTemp("", word)
		name := filepath.Join(folder, filepath.Base(path))
		if err := errors.Join(err, copyFile(of, name), os.Chtimes(name, at, at)); err != nil {
			t.Fatal(err)
		}
		return name
	}
	gone := []string{fmt.Sprintf("%s.recoding-%d", path, pid), fmt.Sprintf("%s.recoding-%d", path, alive), fmt.Sprintf("%s.new-%d", path, pid), fmt.Sprintf("%s.repaired-20261130-101010.new-%d", path, pid),
		filepath.Join(backups, fmt.Sprintf("accord-2026-11-30T101010.db.tmp-%d", pid)), filepath.Join(backups, fmt.Sprintf("accord-2026-11-30T101011.db.recoding-%d", pid)),
		private("accord-copy-", plain, long), private("accord-check-", path, long)}
	stays := []string{fmt.Sprintf("%s.new-%d", path, alive), path + ".replaced-20261130-101010", filepath.Join(backups, "accord-2026-11-30T101012.db"),
		fmt.Sprintf("%s.recoding-%d", other, pid), path + ".recoding-notes", private("accord-copy-", plain, time.Now()), private("accord-copy-", other, long)}
	for _, name := range append(slices.Clone(gone[:6]), stays[:5]...) {
		if err := copyFile(plain, name); err != nil {
			t.Fatal(err)
		}
	}
	half, err := os.ReadFile(plain)
	if err != nil {
		t.Fatal(err)
	}
	clear(half[:2*pages.PageSize]) // as a commit that was cut off leaves it
	if err := os.WriteFile(gone[0], half, 0o600); err != nil {
		t.Fatal(err)
	}

	h := open(t, path, Options{Keys: asked(nil)})
	if told := Abandoned(path, Options{BackupDir: backups}); told != nil {
		t.Error("somebody has the file, and may be writing:", told)
	}
	shut(t, h)
	content, _ := os.ReadFile(path)
	if err := os.WriteFile(path, content[:3*pages.PageSize], 0o600); err != nil {
		t.Fatal(err)
	}
	if told := Abandoned(path, Options{BackupDir: backups}); told != nil {
		t.Error("the file is not whole, and what may be all there is went:", told)
	}
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}

	told := Abandoned(path, Options{BackupDir: backups})
	said := strings.Join(told, "\n")
	for _, name := range gone {
		if place.Exists(name) || !strings.Contains(said, name) {
			t.Errorf("%s is there: %t", name, place.Exists(name))
		}
	}
	if place.Exists(filepath.Dir(gone[6])) {
		t.Error("the folder of a private copy stayed")
	}
	for _, name := range stays {
		if !place.Exists(name) {
			t.Error("removed:", name)
		}
	}
	if n := strings.Count(said, "in plain text"); len(told) != len(gone) || n != len(gone)-1 {
		t.Errorf("%d sentences, %d of plain text:\n%s", len(told), n, said)
	}
	if told := Abandoned(path, Options{BackupDir: backups}); told != nil {
		t.Error("told again:", told)
	}
}

// protect lists whatever is there from before in plain text, by the name of a link
// too, and nothing that is sealed or another file's.
func TestLeftoversAreFoundWhereverTheyLie(t *testing.T) {
	f, _, dir := sealedFile(t, Options{})
	path, plain, backups := f.Path(), filepath.Join(dir, "unsealed.db"), filepath.Join(dir, "backups")
	shut(t, f)
	link := filepath.Join(dir, "plan.db")
	if err := errors.Join(copyFile(path, plain), Unprotect(plain, Options{Keys: asked(nil)}), os.Mkdir(backups, 0o700), os.Symlink("accord.db", link), os.Mkdir(path+".text", 0o700)); err != nil {
		t.Fatal(err)
	}
	want := []string{path + ".before-repair", path + ".recoding-7", path + ".new-7", path + ".replaced-1", path + ".damaged-1", path + ".rescued-1.db", link + ".pre-schema-2",
		filepath.Join(backups, "accord-2026-11-30T101010.db"), filepath.Join(backups, "accord-2026-11-30T101010.db.tmp-7")}
	for i, name := range want {
		if err := copyFile(plain, name); err != nil {
			t.Fatal(err)
		}
		if err := copyFile(path, fmt.Sprintf("%s.replaced-sealed-%d", path, i)); err != nil {
			t.Fatal(err)
		}
	}
	texts := []string{path + ".rescued-2.jsonl", filepath.Join(path+".text", "accord-text-1.txt"), filepath.Join(os.TempDir(), "accord.db.rescued-3.jsonl")}
	for _, name := range texts {
		if err := os.WriteFile(name, []byte("a plan in plain words\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	folder, err := os.MkdirTemp("", "accord-copy-")
	private := filepath.Join(folder, "accord.db")
	if err := errors.Join(err, copyFile(plain, private), os.WriteFile(path+".rescued-4.jsonl", []byte(`{"sealed":"AA=="}`), 0o600)); err != nil {
		t.Fatal(err)
	}
	want = append(append(want, texts...), private)
	slices.Sort(want)
	if got := Leftovers(link, backups); !slices.Equal(got, want) {
		t.Errorf("it lists\n%s\nand not\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if got := OlderCopies(link, backups); got != nil {
		t.Error("copies under the same key are called older:", got)
	}
	if _, err := ChangePassphrase(link, phrase, "another one here", Options{Keys: new(seal.Keys)}); err != nil {
		t.Fatal(err)
	}
	if got := OlderCopies(link, backups); len(got) != 9 {
		t.Error(got)
	}
}

// Whoever is asked to end in the middle of a recoding leaves the file as it was and
// nothing beside it.
func TestAnInterruptedRecodingLeavesNothing(t *testing.T) {
	for name, recode := range map[string]func(path string, o Options) error{
		"unprotect": Unprotect,
		"passphrase": func(path string, o Options) error {
			return second(ChangePassphrase(path, phrase, "another one here", o))
		},
		"old copy": func(path string, o Options) error {
			if err := copyFile(path, path+".replaced-1"); err != nil {
				return err
			}
			defer os.Remove(path + ".replaced-1")
			return SealCopy(path+".replaced-1", path, o)
		},
	} {
		f, _, dir := sealedFile(t, Options{})
		shut(t, f)
		before := snapshotOf(t, f.Path())
		asked := asked(nil)
		o := Options{Keys: asked, Interrupts: func() (<-chan os.Signal, func()) {
			c := make(chan os.Signal, 1)
			c <- os.Interrupt
			return c, func() {}
		}}
		if err := recode(f.Path(), o); !errors.Is(err, errStopped) || !strings.Contains(err.Error(), "nothing was changed") {
			t.Errorf("%s: %v", name, err)
		}
		if got := snapshotOf(t, f.Path()); got != before {
			t.Errorf("%s: the file is another", name)
		}
		entries, err := os.ReadDir(dir)
		if err != nil || len(entries) != 2 { // the file and the folder for temporary ones
			t.Errorf("%s: something is left: %v, %v", name, entries, err)
		}
	}
}

// snapshotOf is how a protected file lies on the disk, apart from whether it is open.
func snapshotOf(t *testing.T, path string) (out string) {
	t.Helper()
	db, err := bolt.Open(path, 0o600, &bolt.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	err = db.View(func(tx *bolt.Tx) error {
		return tx.ForEach(func(name []byte, b *bolt.Bucket) error {
			return b.ForEach(func(k, v []byte) error { out += fmt.Sprintf("%s %x %x\n", name, k, v); return nil })
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// A whole file may be somebody's own, whatever it is called: it is named and stays. What
// is broken goes, and what is plain while the file is sealed.
func TestAWholeFileIsNotTakenForAbandoned(t *testing.T) {
	for _, sealed := range []bool{false, true} {
		f, _, dir := sealedFile(t, Options{})
		path, other := f.Path(), filepath.Join(dir, "other.db")
		shut(t, f)
		pid := nobodysPID(t)
		g, err := Create(other, richPortfolio(t, 1), Options{})
		if err != nil {
			t.Fatal(err)
		}
		shut(t, g)
		if !sealed {
			if err := Unprotect(path, Options{Keys: asked(nil)}); err != nil {
				t.Fatal(err)
			}
		}
		content, err := os.ReadFile(path)
		broken, own, text := fmt.Sprintf("%s.new-%d", path, pid), []string{path + ".new-99999991", path + ".tmp-99999992", path + ".new-99999993"}, path+".tmp-99999994"
		if err := errors.Join(err, os.WriteFile(broken, content[:3*pages.PageSize], 0o600), copyFile(path, own[0]), copyFile(path, own[1]), copyFile(other, own[2]), os.WriteFile(text, []byte("my own words\n"), 0o600)); err != nil {
			t.Fatal(err)
		}
		told := strings.Join(Abandoned(path, Options{}), "\n")
		for _, name := range own {
			if !place.Exists(name) || !strings.Contains(told, name) {
				t.Errorf("sealed %t: %s is there: %t; %s", sealed, name, place.Exists(name), told)
			}
		}
		if place.Exists(broken) || !place.Exists(text) || strings.Contains(told, text) {
			t.Errorf("sealed %t: broken %t, text %t; %s", sealed, place.Exists(broken), place.Exists(text), told)
		}
	}
}
