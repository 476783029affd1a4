package store

import (
	"bytes"
	"errors"
	"os"

	bolt "go.etcd.io/bbolt"

	"accord/model/words"
	"accord/store/copies"
	"accord/store/pages"
	"accord/store/place"
	"accord/store/seal"
)

// A copy that takes the place of a file takes over how that one is protected:
// whoever sealed a file wants it sealed, whatever is put in its place.

// protectedAs is what a file says of how it is protected. sealed without a text is
// one whose own words about that are damaged, and whose copies do not have them.
func protectedAs(path string, o Options) (text []byte, sealed bool) {
	in, err := os.Open(path)
	if err != nil {
		return nil, false
	}
	defer in.Close()
	st, err := in.Stat()
	if err != nil || !st.Mode().IsRegular() {
		return nil, false
	}
	h, _ := pages.NewestHeader(in)
	headers := h.Ok
	if !h.Ok {
		h = pages.Header{PageSize: pages.PageSize, Used: uint64(st.Size()) / pages.PageSize}
	}
	if most := uint64(st.Size())/uint64(h.PageSize) + 1; h.Used > most { // it was cut off
		h.Used = most
	}
	return pages.ProtectionIn(in, h, headers, copies.Backups(o.BackupDir, path))
}

// protectAs gives a copy that lies ready in aside the protection of the file whose
// place it takes, and says in a sentence what became of it; "" is nothing new.
func (r *Restored) protectAs(path, from, aside string, o Options) (told string, err error) {
	here, sealed := protectedAs(path, o)
	there := pages.CryptedIn(aside)
	switch {
	case !sealed && there == nil:
		return "", nil
	case !sealed && !place.Exists(path):
		return "", nil
	case !sealed:
		return words.T("store.plain-text-sealed-now-opens", path, from), nil
	case there == nil:
		return words.T("store.plain-text-sealed-now-as"), r.sealPlain(path, from, aside, here, o)
	}
	is, err := seal.ParseCrypt(there)
	if err != nil {
		return "", place.Damaged(from, err.Error(), "")
	}
	if was, err := seal.ParseCrypt(here); err == nil && was.ID == is.ID {
		return rewrapped(path, from, aside, here, there, o)
	}
	return r.sealAnew(path, from, aside, here, is, o)
}

// sealPlain seals a copy that is plain text.
func (r *Restored) sealPlain(path, from, aside string, here []byte, o Options) error {
	c, err := seal.ParseCrypt(here)
	if err != nil {
		return place.Damaged(path, words.T("store.sealed-but-what-passphrase-opens", from),
			words.T("store.move-file-away-first-copy"))
	}
	v, err := o.Keys.Vault(path, c)
	if err != nil {
		return words.Wrap(err, "store.sealed-plain-text-put-place", path, from)
	}
	g := guardIn(path, v)
	return resealed(aside, from, v, &g, o)
}

// guardIn are the settings of a file that may be damaged, the strictest where they
// cannot be read.
func guardIn(path string, v *seal.Vault) (g seal.Guard) {
	in, err := os.Open(path)
	if err != nil {
		return g
	}
	defer in.Close()
	h, _ := pages.NewestHeader(in)
	if !h.Ok {
		return g
	}
	w := pages.NewWalker(in, h)
	w.Only = seal.BucketMeta
	w.Bad = func(error) bool { return true }
	w.Record = func(bucket string, key, value []byte) {
		if bucket == seal.BucketMeta && string(key) == seal.MetaGuard {
			g, _ = v.Guard(value)
		}
	}
	w.Page(h.Root, nil, nil)
	return g
}

// rewrapped gives a copy with the same data key the passphrase that the file has now:
// an older one must not come back with an older copy. The head says what stands there,
// so a copy that has one, or must have one then, is left as it is without the key.
func rewrapped(path, from, aside string, here, there []byte, o Options) (told string, err error) {
	if bytes.Equal(here, there) {
		return "", nil
	}
	f, err := openPrivate(aside)
	if err != nil {
		return "", named(err, aside, from)
	}
	defer f.shut()
	is, err := seal.ParseCrypt(here)
	if err != nil {
		return "", err
	}
	if v := o.Keys.Known(is.ID); v != nil {
		f.vault = seal.NewVaultOf(v, is)
	}
	headed := is.Head
	err = f.update(func(tx *bolt.Tx) error {
		b := tx.Bucket([]byte(seal.BucketMeta))
		if headed = headed || b.Get([]byte(seal.MetaHead)) != nil; headed && f.vault == nil {
			return nil
		}
		if err := b.Put([]byte(seal.MetaCrypt), here); err != nil || !headed {
			return err
		}
		h, there, err := f.vault.Head(tx)
		if err != nil || !there {
			return errors.Join(err, f.vault.SettleWhole(tx))
		}
		return f.vault.PutHead(tx, h)
	})
	switch {
	case err != nil:
		return "", named(err, aside, from)
	case headed && f.vault == nil:
		return words.T("store.opens-passphrase-made-under-not", path), nil
	}
	told = words.T("store.opens-passphrase-now-not-one", path)
	return told, named(f.values(), aside, from)
}

// sealAnew seals a copy that has another key than the file with the file's own, when
// both can be opened. Else it stays as it is, and that is said.
func (r *Restored) sealAnew(path, from, aside string, here []byte, is seal.Crypt, o Options) (told string, err error) {
	stays := words.T("store.sealed-under-another-passphrase-than", from)
	c, err := seal.ParseCrypt(here)
	if err != nil || o.Keys.Known(is.ID) == nil { // nobody was there to be asked for it
		return stays, nil
	}
	v, err := o.Keys.Vault(path, c)
	var secret *seal.SecretError
	if errors.As(err, &secret) {
		return stays, nil
	}
	if err != nil {
		return "", err
	}
	return words.T("store.sealed-under-another-passphrase-sealed"), resealed(aside, from, v, nil, o)
}

// ofAnotherKey says of a copy that could not be opened that its passphrase is not the
// file's, where that is so.
func ofAnotherKey(path, from string, err error) error {
	var secret *seal.SecretError
	here, errHere := seal.ParseCrypt(pages.CryptedIn(path))
	there, errThere := seal.ParseCrypt(pages.CryptedIn(from))
	if errors.As(err, &secret) && errors.Join(errHere, errThere) == nil && here.ID != there.ID {
		return words.Wrap(err, "store.sealed-under-another-passphrase-than-now", from, path)
	}
	return err
}

// Restored says what restoring did.
type Restored struct {
	copies.Copy
	Aside   string   // where the file that was there is now, "" when there was none
	Told    string   // what became of how the copy, or the file, was protected; "" for nothing new
	Merged  bool     // the file had moved on: its edits were merged into it instead
	Clashes []string // what of them did not come in, because it was changed in the file too
	Kept    string   // where the rescue file is now that its edits are in the file, "" for where it was
}
