package store

import (
	"encoding/json"
	"errors"
	"strconv"
	"sync"

	bolt "go.etcd.io/bbolt"
)

// tries is how often a passphrase is asked for.
const tries = 3

// Keys are the keys of the protected files that were opened in this run, and the
// way to ask for what opens another. The copies of a file have its key.
type Keys struct {
	// Ask gives what opens a file: its passphrase or its recovery key. try counts
	// from 1. An error is the answer of whoever wanted the file.
	Ask func(path string, try int) (string, error)

	mu   sync.Mutex
	open map[string]*vault // by the id of the data key
	of   map[string]*vault // by the path of a file that was opened
}

// SecretError says that a file is protected and was not opened.
type SecretError struct {
	Path  string
	Wrong bool  // something was given, and it was not the passphrase
	Err   error // why nothing could be asked, nil for that nobody was there to ask
}

func (e *SecretError) Error() string {
	switch {
	case e.Err != nil:
		return e.Err.Error()
	case e.Wrong:
		return "this passphrase does not open " + e.Path + ". Try again, or type the recovery key; without one of the two nobody can read the file"
	}
	return e.Path + " is protected by a passphrase. On a terminal it is asked for; for scripts ACCORD_PASSPHRASE_FILE names a file with it"
}

func (e *SecretError) Unwrap() error { return e.Err }

// vault gives the vault of a file, asking when it has to.
func (k *Keys) vault(path string, c crypt) (*vault, error) {
	if k == nil {
		return nil, &SecretError{Path: path}
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if v := k.open[c.ID]; v != nil {
		return k.opened(path, newVaultOf(v, c)), nil
	}
	if k.Ask == nil {
		return nil, &SecretError{Path: path}
	}
	for try := 1; try <= tries; try++ {
		phrase, err := k.Ask(path, try)
		if errors.Is(err, ErrNoAnswer) {
			return nil, &SecretError{Path: path, Wrong: try > 1}
		}
		if err != nil {
			return nil, &SecretError{Path: path, Err: err}
		}
		key, err := c.open(phrase)
		if errors.Is(err, errWrong) {
			continue
		}
		if err != nil {
			return nil, &DamagedError{path, err.Error(), takeBackup}
		}
		v, err := newVault(key, c)
		if err == nil {
			k.know(v)
			k.opened(path, v)
		}
		return v, err
	}
	return nil, &SecretError{Path: path, Wrong: true}
}

// known is the vault of a data key that was used in this run, nil without asking.
func (k *Keys) known(id string) *vault {
	if k == nil {
		return nil
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.open[id]
}

// newVaultOf is a vault with the same data key, for a file that may wrap it by
// another passphrase.
func newVaultOf(v *vault, c crypt) *vault {
	return &vault{aead: v.aead, names: v.names, count: v.count, crypt: c}
}

func (k *Keys) know(v *vault) {
	if k.open == nil {
		k.open = map[string]*vault{}
	}
	k.open[v.crypt.ID] = v
}

// ErrNoAnswer is the answer of Ask when there is none: the file stays shut, and
// that is all there is to say.
var ErrNoAnswer = errors.New("no passphrase was given")

func (k *Keys) opened(path string, v *vault) *vault {
	if k.of == nil {
		k.of = map[string]*vault{}
	}
	k.of[path] = v
	return v
}

// Protects reports whether a file that was opened in this run is protected.
func (k *Keys) Protects(path string) bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.of[path] != nil
}

// Opens reports whether a phrase is the passphrase or the recovery key of a file
// that was opened in this run. It costs what trying a passphrase costs.
func (k *Keys) Opens(path, phrase string) bool {
	k.mu.Lock()
	v := k.of[path]
	k.mu.Unlock()
	if v == nil {
		return true
	}
	_, err := v.crypt.open(phrase)
	return err == nil
}

// keep keeps the key of an open file, so that its copies open without asking.
func (k *Keys) keep(v *vault) {
	if k == nil || v == nil {
		return
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	k.know(v)
}

func one(keys []*Keys) *Keys {
	if len(keys) > 0 {
		return keys[0]
	}
	return nil
}

// unlock finds the vault of an open database, which may be a copy of another. A file of a format that this program
// does not know is left to who looks at formats.
func (f *File) unlock(of string, k *Keys) error {
	v, err := f.format()
	if err != nil || v.schema > sealedSchema || v.crypt == nil {
		return nil
	}
	c, err := parseCrypt(v.crypt)
	if err != nil {
		return &DamagedError{f.path, err.Error(), takeBackup}
	}
	vt, err := k.vault(of, c)
	if err == nil {
		f.vault = newVaultOf(vt, c) // each file counts its own
	}
	return err
}

// Protected reports whether the file is sealed.
func (f *File) Protected() bool { return f.vault != nil }

// Guard are the settings of a protected file that guard its user.
type Guard struct {
	Lock   int  `json:"lock,omitzero"`   // minutes without a key until the screen is covered; 0 is never
	Editor bool `json:"editor,omitzero"` // text may be handed to $EDITOR, which needs it in a file
}

const metaGuard = "guard"

// Guard gives the settings of the file.
func (f *File) Guard() (g Guard, err error) {
	if f.vault == nil {
		return Guard{Editor: true}, nil
	}
	err = f.view(func(tx *bolt.Tx) error {
		k := []byte(metaGuard)
		value := tx.Bucket([]byte(bucketMeta)).Get(k)
		if value == nil {
			return nil
		}
		g, err = f.vault.guard(value)
		return err
	})
	return g, err
}

// guard reads the settings out of their seal.
func (v *vault) guard(value []byte) (g Guard, err error) {
	_, content, _, err := v.take(envelopePlain, bucketMeta, []byte(metaGuard), value)
	if err == nil {
		err = json.Unmarshal(content, &g)
	}
	return g, err
}

func putGuard(tx *bolt.Tx, v *vault, g Guard) error {
	text, err := json.Marshal(g)
	if err != nil {
		return err
	}
	k, value := v.put(envelopePlain, bucketMeta, metaGuard, 0, text)
	return v.place(tx.Bucket([]byte(bucketMeta)), k, value)
}

// SetGuard changes the settings of the file.
func (f *File) SetGuard(g Guard) error {
	if f.vault == nil {
		return errPlain
	}
	return f.w.run1(func(tx *bolt.Tx) error { return putGuard(tx, f.vault, g) })
}

const metaCrypt = "crypt"

var errPlain = errors.New("the file is not protected by a passphrase")

// declare writes into a new file how it is protected, and the format that says so.
func (v *vault) declare(tx *bolt.Tx) error {
	if v == nil {
		return nil
	}
	text, err := json.Marshal(v.crypt)
	if err != nil {
		return err
	}
	b := tx.Bucket([]byte(bucketMeta))
	return errors.Join(b.Put([]byte(metaCrypt), text), b.Put([]byte("schema"), []byte(strconv.Itoa(sealedSchema))), b.Put([]byte("minor"), []byte(strconv.Itoa(sealedMinor))))
}

// Sealed reports whether the file at path is protected, without asking for what
// opens it.
func Sealed(path string) (bool, error) {
	f, err := Open(path, Options{})
	var secret *SecretError
	switch {
	case errors.As(err, &secret):
		return true, nil
	case err != nil:
		return false, err
	}
	return false, f.Close(0)
}

// Guarded changes the settings of a protected file that nobody has open.
func Guarded(path string, change func(*Guard), o Options) (g Guard, err error) {
	err = alone(path, o, func(f *File) error {
		if g, err = f.Guard(); err != nil {
			return err
		}
		change(&g)
		return f.SetGuard(g)
	})
	return g, err
}
