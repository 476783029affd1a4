package store

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"

	"accord/model"
	"accord/model/edit"
	"accord/store/copies"
	"accord/store/pages"
	"accord/store/place"
	"accord/store/seal"
)

// linked is a file of two accounts behind a chain of links in other folders, by
// relative and absolute names.
func linked(t *testing.T) (link, real string) {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"data", "away/deep", "here"} {
		if err := os.MkdirAll(filepath.Join(dir, name), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	real, link = filepath.Join(dir, "data", "real.db"), filepath.Join(dir, "here", "plan.db")
	f, err := Create(real, richPortfolio(t, 2), Options{})
	if err != nil {
		t.Fatal(err)
	}
	shut(t, f)
	middle := filepath.Join(dir, "away", "deep", "middle")
	// The folder in between is a link too: what is relative must not be reckoned by its name.
	err = errors.Join(os.Symlink("../../data/real.db", middle), os.Symlink(filepath.Join(dir, "away", "deep"), filepath.Join(dir, "here", "short")),
		os.Symlink("short/middle", link), os.Chmod(real, 0o700))
	if err != nil {
		t.Fatal(err)
	}
	return link, real
}

// isLink checks that a link is one still, and that the file behind it is sealed or
// is not, with the rights it had and nothing of its kind beside the link.
func isLink(t *testing.T, when, link, real string, sealedNow bool) {
	t.Helper()
	if st, err := os.Lstat(link); err != nil || st.Mode()&os.ModeSymlink == 0 {
		t.Fatalf("%s: the link is none any more, %v", when, err)
	}
	st, err := os.Lstat(real)
	if err != nil || !st.Mode().IsRegular() || modesWork && st.Mode().Perm() != 0o700 {
		t.Errorf("%s: the file behind the link: %v, %v", when, st.Mode(), err)
	}
	if got := pages.CryptedIn(real) != nil; got != sealedNow {
		t.Errorf("%s: sealed %t", when, got)
	}
}

// What writes a file anew works on the one behind the links, and leaves them.
func TestRecodingWorksOnTheFileBehindLinks(t *testing.T) {
	link, real := linked(t)
	keys := asked(nil)
	o := Options{Keys: keys}
	if _, err := Protect(link, phrase, seal.Guard{Lock: 7}, o); err != nil {
		t.Fatal(err)
	}
	isLink(t, "protect", link, real, true)
	if _, err := ChangePassphrase(link, phrase, "another one here", o); err != nil {
		t.Fatal(err)
	}
	isLink(t, "passphrase", link, real, true)
	o.Keys = &seal.Keys{Ask: func(string, int) (string, error) { return "another one here", nil }}
	if g, err := Guarded(link, func(*seal.Guard) {}, o); err != nil || g.Lock != 7 {
		t.Error("the settings that guard the user are lost:", g, err)
	}
	saved := filepath.Join(t.TempDir(), "copy.db")
	if err := BackupFile(link, saved, o.Keys); err != nil {
		t.Fatal(err)
	}
	if err := Unprotect(link, o); err != nil {
		t.Fatal(err)
	}
	isLink(t, "unprotect", link, real, false)
	r, err := Restore(link, saved, o)
	if err != nil || r.Told == "" || filepath.Dir(r.Aside) != filepath.Dir(real) {
		t.Fatal(r, err)
	}
	isLink(t, "restore", link, real, true)
	listed := false
	for _, c := range copies.List(t.TempDir(), link, o.Keys) {
		listed = listed || c.Path == r.Aside
	}
	if !listed {
		t.Error("what was there before the restore is not listed by the name of the link")
	}
	if err := errors.Join(os.Remove(real), os.Remove(r.Aside)); err != nil {
		t.Fatal(err)
	}
	if _, err := Restore(link, saved, o); err != nil {
		t.Fatal("the link leads to nothing, and the copy was not put there:", err)
	}
	if p, err := opened(link, o.Keys); err != nil || p.Len() != 2 {
		t.Error(err)
	}
	if st, err := os.Lstat(link); err != nil || st.Mode()&os.ModeSymlink == 0 {
		t.Error("the link is none any more", err)
	}
}

// A file with a second name is not sealed under one of them: the other would keep
// the plain text.
func TestAFileOfSeveralNamesIsNotRecoded(t *testing.T) {
	_, real := linked(t)
	other := filepath.Join(filepath.Dir(real), "other name.db")
	if err := os.Link(real, other); err != nil {
		t.Fatal(err)
	}
	st, err := os.Stat(real)
	if err != nil || place.HardLinks(st) < 2 {
		return // this system does not tell how many names a file has
	}
	before, _ := os.ReadFile(real)
	_, err = Protect(real, phrase, seal.Guard{}, Options{Keys: asked(nil)})
	var several *place.NamesError
	if !errors.As(err, &several) || !strings.Contains(err.Error(), other) {
		t.Fatal(err)
	}
	if pages.CryptedIn(real) != nil || pages.CryptedIn(other) != nil || len(before) == 0 {
		t.Error("something was changed")
	}
	if err := os.Remove(other); err != nil {
		t.Fatal(err)
	}
	if _, err := Protect(real, phrase, seal.Guard{}, Options{Keys: asked(nil)}); err != nil {
		t.Error(err)
	}
	saved := filepath.Join(t.TempDir(), "copy.db")
	if err := errors.Join(BackupFile(real, saved, asked(nil)), os.Link(real, other)); err != nil {
		t.Fatal(err)
	}
	if r, err := Restore(real, saved, Options{Keys: asked(nil)}); err != nil || !strings.Contains(r.Told, "another name") {
		t.Error(r.Told, err)
	}
}

// A copy takes over how the file is protected whose place it takes.
func TestARestoredCopyIsProtectedAsTheFileWas(t *testing.T) {
	dir := t.TempDir()
	path, plain, older := filepath.Join(dir, "accord.db"), filepath.Join(dir, "plain.db"), filepath.Join(dir, "older.db")
	f, err := Create(path, richPortfolio(t, 2), Options{})
	if err != nil {
		t.Fatal(err)
	}
	shut(t, f)
	keys := asked(nil)
	o := Options{Keys: keys}
	if err := BackupFile(path, plain); err != nil {
		t.Fatal(err)
	}
	if _, err := Protect(path, phrase, seal.Guard{Lock: 9}, o); err != nil {
		t.Fatal(err)
	}
	if err := BackupFile(path, older, keys); err != nil {
		t.Fatal(err)
	}

	var secret *seal.SecretError
	before, _ := os.ReadFile(path)
	for _, nobody := range []*seal.Keys{new(seal.Keys), {Ask: func(string, int) (string, error) { return "not the passphrase", nil }}} {
		if _, err := Restore(path, plain, Options{Keys: nobody}); !errors.As(err, &secret) || !strings.Contains(err.Error(), "nothing was changed") {
			t.Error("a plain copy took the place of a sealed file without its passphrase:", err)
		}
	}
	if now, _ := os.ReadFile(path); string(now) != string(before) {
		t.Error("the file was touched")
	}
	r, err := Restore(path, plain, Options{Keys: asked(nil)})
	if err != nil || !strings.Contains(r.Told, "sealed now") || pages.CryptedIn(path) == nil {
		t.Fatal(r.Told, err)
	}
	if g, err := Guarded(path, func(*seal.Guard) {}, Options{Keys: asked(nil)}); err != nil || g.Lock != 9 {
		t.Error("the settings that guard the user are lost:", g, err)
	}

	if _, err := ChangePassphrase(path, phrase, "another one here", Options{Keys: new(seal.Keys)}); err != nil {
		t.Fatal(err)
	}
	phrases := &seal.Keys{Ask: func(of string, _ int) (string, error) {
		if of == older {
			return phrase, nil
		}
		return "another one here", nil
	}}
	if _, err := Restore(path, older, Options{Keys: &seal.Keys{Ask: func(string, int) (string, error) { return "another one here", nil }}}); !errors.As(err, &secret) || !strings.Contains(err.Error(), "under another passphrase") {
		t.Error(err)
	}
	if r, err = Restore(path, older, Options{Keys: phrases}); err != nil || !strings.Contains(r.Told, "another passphrase") {
		t.Fatal(r.Told, err)
	}
	if _, err := opened(path, asked(nil)); !errors.As(err, &secret) {
		t.Error("the old passphrase came back with the old copy:", err)
	}
	if p, err := opened(path, phrases); err != nil || p.Len() != 2 {
		t.Error(err)
	}
	if r, err = Restore(path, older, Options{Keys: asked(nil)}); err != nil || !strings.Contains(r.Told, "opens with that one") {
		t.Error("that the copy has another passphrase is not said:", r.Told, err)
	}
	if err := Unprotect(path, Options{Keys: asked(nil)}); err != nil {
		t.Fatal(err)
	}
	if r, err = Restore(path, older, Options{Keys: asked(nil)}); err != nil || !strings.Contains(r.Told, "was plain text") {
		t.Error(r.Told, err)
	}
}

// A sealed file that is damaged, even where it says how it is protected, does not
// become plain text by a plain copy.
func TestAPlainCopyOfADamagedSealedFileIsSealed(t *testing.T) {
	for name, spoil := range map[string]func(content []byte){
		"headers": func(b []byte) { clear(b[:2*pages.PageSize]) },
		"a page": func(b []byte) {
			h, _ := pages.NewestHeader(strings.NewReader(string(b)))
			clear(b[h.Root*pages.PageSize : h.Root*pages.PageSize+8])
		},
	} {
		f, s, dir := sealedFile(t, Options{})
		shut(t, f)
		plain := filepath.Join(dir, "plain.db")
		if err := errors.Join(copyFile(f.Path(), plain), Unprotect(plain, Options{Keys: asked(nil)})); err != nil {
			t.Fatal(err)
		}
		content, err := os.ReadFile(f.Path())
		if err != nil {
			t.Fatal(err)
		}
		spoil(content)
		if err := os.WriteFile(f.Path(), content, 0o600); err != nil {
			t.Fatal(err)
		}
		if r, err := Restore(f.Path(), plain, Options{Keys: asked(nil)}); err != nil || pages.CryptedIn(f.Path()) == nil {
			t.Errorf("%s: %q, %v", name, r.Told, err)
		}
		if err := os.Remove(plain); err != nil {
			t.Fatal(err)
		}
		s.clean(t, name, dir, 1)
	}
}

func copyFile(from, to string) error {
	b, err := os.ReadFile(from)
	return errors.Join(err, os.WriteFile(to, b, 0o600))
}

// After a new passphrase nothing that the old one opened helps with what is written
// from then on: not the old passphrase, not the old recovery key, not the data key
// that an old copy holds.
func TestANewPassphraseIsANewKey(t *testing.T) {
	f, _, dir := sealedFile(t, Options{})
	shut(t, f)
	if err := Unprotect(f.Path(), Options{Keys: asked(nil)}); err != nil {
		t.Fatal(err)
	}
	recovery, err := Protect(f.Path(), phrase, seal.Guard{Lock: 5}, Options{Keys: new(seal.Keys)})
	if err != nil {
		t.Fatal(err)
	}
	old := filepath.Join(dir, "old.db")
	if err := copyFile(f.Path(), old); err != nil {
		t.Fatal(err)
	}
	keys := new(seal.Keys)
	again, err := ChangePassphrase(f.Path(), phrase, "another one here", Options{Keys: keys})
	if err != nil || again == "" || again == recovery {
		t.Fatal(again, err)
	}
	g := open(t, f.Path(), Options{Keys: keys})
	g.Save(&edit.Patch{Seq: 1, Before: []*model.Account{nil}, After: []*model.Account{{ID: "late", Name: "Written later"}}})
	if err := g.w.run1(func(*bolt.Tx) error { return nil }); err != nil {
		t.Fatal(err)
	}
	now := g.vault
	shut(t, g)
	for _, text := range []string{phrase, recovery} {
		if _, err := now.Crypt.Open(text); !errors.Is(err, seal.ErrWrong) {
			t.Errorf("%q opens the file still: %v", text, err)
		}
	}
	was, err := seal.ParseCrypt(pages.CryptedIn(old))
	if err != nil {
		t.Fatal(err)
	}
	key, err := was.Open(phrase)
	if err != nil {
		t.Fatal("an old copy opens no more:", err)
	}
	v, err := seal.NewVault(key, was)
	if err != nil {
		t.Fatal(err)
	}
	opens, all := 0, 0
	h := open(t, f.Path(), Options{Keys: keys})
	err = h.view(func(tx *bolt.Tx) error {
		for _, bucket := range []string{seal.BucketEntities, seal.BucketSettings, seal.BucketJournal} {
			_ = tx.Bucket([]byte(bucket)).ForEach(func(k, value []byte) error {
				if all++; second3(v.Take(seal.EnvelopePlain, bucket, k, value)) == nil {
					opens++
				}
				return nil
			})
		}
		return nil
	})
	if err != nil || opens > 0 || all < 10 {
		t.Errorf("the key of an old copy opens %d of %d values, %v", opens, all, err)
	}
	if err := SealCopy(old, f.Path(), Options{Keys: keys}); err != nil {
		t.Error(err)
	}
	if p, err := opened(old, &seal.Keys{Ask: func(string, int) (string, error) { return "another one here", nil }}); err != nil || p.Len() != 6 {
		t.Error("an old copy that was sealed anew does not open with the new passphrase:", err)
	}
}

func second3(_, _ []byte, _ uint64, err error) error { return err }
