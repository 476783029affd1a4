package seal

import (
	"errors"
	"sync"

	"accord/model/words"
	"accord/store/place"
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
	open map[string]*Vault // by the id of the data key
	of   map[string]*Vault // by the path of a file that was opened
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
		return words.T("seal.this-passphrase-does-not-open", e.Path)
	}
	return words.T("seal.protected-by-passphrase-terminal-asked", e.Path)
}

func (e *SecretError) Unwrap() error { return e.Err }

// Vault gives the vault of a file, asking when it has to.
func (k *Keys) Vault(path string, c Crypt) (*Vault, error) {
	if k == nil {
		return nil, &SecretError{Path: path}
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if v := k.open[c.ID]; v != nil {
		return k.opened(path, NewVaultOf(v, c)), nil
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
		key, err := c.Open(phrase)
		if errors.Is(err, ErrWrong) {
			continue
		}
		if err != nil {
			return nil, place.Damaged(path, err.Error(), place.TakeBackup())
		}
		v, err := NewVault(key, c)
		if err == nil {
			k.know(v)
			k.opened(path, v)
		}
		return v, err
	}
	return nil, &SecretError{Path: path, Wrong: true}
}

// Known is the vault of a data key that was used in this run, nil without asking.
func (k *Keys) Known(id string) *Vault {
	if k == nil {
		return nil
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.open[id]
}

// NewVaultOf is a vault with the same data key, for a file that may wrap it by
// another passphrase.
func NewVaultOf(v *Vault, c Crypt) *Vault {
	return &Vault{aead: v.aead, names: v.names, count: v.count, Crypt: c}
}

func (k *Keys) know(v *Vault) {
	if k.open == nil {
		k.open = map[string]*Vault{}
	}
	k.open[v.Crypt.ID] = v
}

// ErrNoAnswer is the answer of Ask when there is none: the file stays shut, and
// that is all there is to say.
var ErrNoAnswer = words.Fail("seal.no-passphrase-given")

func (k *Keys) opened(path string, v *Vault) *Vault {
	if k.of == nil {
		k.of = map[string]*Vault{}
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
	_, err := v.Crypt.Open(phrase)
	return err == nil
}

// Keep keeps the key of an open file, so that its copies open without asking.
func (k *Keys) Keep(v *Vault) {
	if k == nil || v == nil {
		return
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	k.know(v)
}

// One is the keys that were given, nil for none.
func One(keys []*Keys) *Keys {
	if len(keys) > 0 {
		return keys[0]
	}
	return nil
}
