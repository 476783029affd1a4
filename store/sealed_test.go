package store

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/store/seal"
)

const phrase = "four words in a row"

// asked are keys that give the passphrase, and count how often.
func asked(n *int) *seal.Keys {
	return &seal.Keys{Ask: func(string, int) (string, error) {
		if n != nil {
			*n++
		}
		return phrase, nil
	}}
}

// secrets makes values that are found wherever they lie in plain text: every text
// is a word of 16 letters and every number one of nine digits, each used once.
type secrets struct {
	r     *rand.Rand
	known map[string]string // word or number → where it stands
}

func newSecrets(seed uint64) *secrets { return &secrets{newRand(seed), map[string]string{}} }

func (s *secrets) word(where string) string {
	b := make([]byte, 16)
	for i := range b {
		b[i] = byte('a' + s.r.IntN(26))
	}
	s.known[string(b)] = where
	return string(b)
}

func (s *secrets) number(where string) int64 {
	n := 100_000_000 + s.r.Int64N(900_000_000)
	s.known[fmt.Sprint(n)] = where
	return n
}

// fill gives every member of a value a secret.
func (s *secrets) fill(v reflect.Value, where string) {
	switch v.Interface().(type) {
	case model.Date, *model.Pack, model.Rate:
		fillValue(v, s.r)
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(s.word(where))
	case reflect.Int, reflect.Int64:
		v.SetInt(s.number(where))
	case reflect.Float64:
		v.SetFloat(float64(s.number(where)) / 1e9)
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				s.fill(v.Field(i), where+"."+f.Name)
			}
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			s.fill(v.Index(i), where)
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		s.fill(v.Elem(), where)
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for range 2 {
			key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
			s.fill(key, where)
			s.fill(value, where)
			v.SetMapIndex(key, value)
		}
	default:
		fillValue(v, s.r)
	}
}

func (s *secrets) account() *model.Account {
	a := new(model.Account)
	s.fill(reflect.ValueOf(a).Elem(), "account")
	return a
}

func (s *secrets) portfolio(t *testing.T, n int) *model.Portfolio {
	t.Helper()
	g := model.NewProgramme()
	s.fill(reflect.ValueOf(g).Elem(), "programme")
	pack := *model.DefaultPack()
	pack.Name = s.word("pack")
	pack.Instruments = slices.Clone(pack.Instruments)
	for i := range pack.Instruments {
		pack.Instruments[i].Name, pack.Instruments[i].Question = s.word("pack"), s.word("pack")
	}
	g.Pack = &pack
	var list []*model.Account
	for range n {
		list = append(list, s.account())
	}
	p, err := model.NewPortfolio(g, list)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// found lists the secrets that lie in plain text in a folder, with file and kind.
func (s *secrets) found(t *testing.T, dir string) (out []string, files int) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files++
		b, err := os.ReadFile(path)
		for _, hit := range s.in(b) {
			out = append(out, filepath.Base(path)+": "+hit)
		}
		for _, hit := range s.in([]byte(path)) {
			out = append(out, "the name of "+path+": "+hit)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out, files
}

// in lists the secrets in bytes.
func (s *secrets) in(b []byte) (out []string) {
	letters, digits := 0, 0
	for i, c := range b {
		letters, digits = letters+1, digits+1
		if c < 'a' || c > 'z' {
			letters = 0
		}
		if c < '0' || c > '9' {
			digits = 0
		}
		for _, n := range []int{16, 9} {
			if run := max(letters, digits); run >= n {
				if where, there := s.known[string(b[i+1-n:i+1])]; there {
					out = append(out, where)
				}
			}
		}
	}
	return out
}

func (s *secrets) clean(t *testing.T, when, dir string, atLeast int) {
	t.Helper()
	found, files := s.found(t, dir)
	if len(found) > 0 {
		t.Errorf("%s: %d places in plain text, such as %v", when, len(found), found[:min(5, len(found))])
	}
	if files < atLeast {
		t.Errorf("%s: only %d files were searched", when, files)
	}
}

// sealedFile makes a protected file full of secrets in a folder of its own, which
// has the folder for temporary files too, and that for copies where one is named.
func sealedFile(t *testing.T, o Options) (*File, *secrets, string) {
	t.Helper()
	dir := t.TempDir()
	tmp := filepath.Join(dir, "tmp")
	if err := os.Mkdir(tmp, 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("TMPDIR", tmp)
	if o.BackupDir != "" {
		o.BackupDir = filepath.Join(dir, o.BackupDir)
	}
	s := newSecrets(9)
	f, recovery, err := CreateProtected(filepath.Join(dir, "accord.db"), s.portfolio(t, 6), phrase, seal.Guard{Lock: 5}, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close(0) })
	if len(recovery) != 8*5-1 || seal.Unprinted(recovery) == nil {
		t.Fatalf("the recovery key is %q", recovery)
	}
	return f, s, dir
}

// edits are steps with new secrets: an edit, its undo, an import of an account
// and of settings.
func (s *secrets) edits(t *testing.T, p *model.Portfolio, seq uint64) (steps []*edit.Patch, now *model.Portfolio) {
	t.Helper()
	before := p.At(0)
	after := *before
	s.fill(reflect.ValueOf(&after).Elem(), "edit")
	after.ID = before.ID
	settings := *p.Programme()
	settings.Title, settings.Team = s.word("edit"), slices.Clone(settings.Team)
	settings.Team[0].Name = s.word("edit")
	step := func(n uint64, kind edit.StepKind, was, is *model.Account) *edit.Patch {
		return &edit.Patch{Seq: seq + n, Kind: kind, Label: words.Plain(s.word("label")), Place: edit.Place{Account: before.ID, Field: s.word("place")}, Programme: p.Programme(),
			Before: []*model.Account{was}, After: []*model.Account{is}}
	}
	imported := s.account()
	imported.ID = "~" + imported.ID // after the others, so that the second round edits the same account
	steps = []*edit.Patch{step(1, edit.StepEdit, before, &after), step(2, edit.StepUndo, &after, before), step(3, edit.StepRedo, before, &after), step(4, edit.StepImport, nil, imported)}
	steps = append(steps, &edit.Patch{Seq: seq + 5, Label: words.Plain(s.word("label")), ProgrammeBefore: p.Programme(), ProgrammeAfter: &settings})
	now = p
	for _, step := range steps {
		now = step.Apply(now)
	}
	return steps, now
}

// Bar 2 of the promise: nothing that was typed lies in plain text anywhere.
func TestNothingOfAProtectedFileLiesInPlainText(t *testing.T) {
	st := newStates()
	f, s, dir := sealedFile(t, Options{OnState: st.on, BackupDir: "backups"})
	p := loaded(t, f)
	s.clean(t, "made", dir, 2)

	steps, now := s.edits(t, p, 0)
	for _, step := range steps {
		f.Save(step)
	}
	st.saved(t, 5)
	s.clean(t, "after edits, undo and an import, which made copies", dir, 3)

	kept, err := f.Keep(now, s.word("snapshot"), model.DateOf(f.options.now()), 5)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := f.Snapshot(kept.ID); err != nil || !reflect.DeepEqual(got, now) {
		t.Fatalf("the snapshot is something else: %v", err)
	}
	if err := f.Backup(filepath.Join(dir, "by-hand.db")); err != nil {
		t.Fatal(err)
	}
	s.clean(t, "after a snapshot and a copy by hand", dir, 4)

	err = withCopy(f.Path(), asked(nil), func(c *File, _ time.Time) error { // it may have no name to be found by
		at := filepath.Join(dir, "private")
		try(t, os.WriteFile(at, bytesOf(t, c.path), 0o600))
		s.clean(t, "while a private copy is read", dir, 5)
		return os.Remove(at)
	})
	if err != nil {
		t.Fatal(err)
	}
	s.rescue(t, f, st, now, dir)
}

// rescue lets the disk fail and takes the rescue file back.
func (s *secrets) rescue(t *testing.T, f *File, st states, now *model.Portfolio, dir string) {
	t.Helper()
	failing(f).Store(&diskError{errors.New("the disk is on fire")})
	steps, then := s.edits(t, now, 5)
	for _, step := range steps {
		f.Save(step)
	}
	st.until(t, "red", func(x State) bool { return x.Err != nil })
	var unsaved *UnsavedError
	if err := f.Close(0); !errors.As(err, &unsaved) || unsaved.Rescue == "" {
		t.Fatal(err)
	}
	s.clean(t, "with a rescue file", dir, 4)
	g := open(t, f.Path(), Options{Keys: asked(nil)})
	if n, err := g.Recover(unsaved.Rescue); n != 5 || err != nil {
		t.Fatal(n, err)
	}
	if got := loaded(t, g); !reflect.DeepEqual(got, then) {
		t.Fatal("the rescued steps lead elsewhere")
	}
	if back, err := g.At(then, 10, 0); err != nil || back.Len() != 6 {
		t.Fatal("walking back to the start:", err)
	}
	if own, err := g.History(0, now.At(0).ID); err != nil || len(own) != 6 {
		t.Fatalf("%d steps of one account: %v", len(own), err)
	}
	s.clean(t, "after taking the rescue file back", dir, 5)
	shut(t, g)
	if r, err := Check(f.Path(), asked(nil)); err != nil || len(r.Bad) > 0 || r.Accounts != 8 || r.Steps != 10 || r.Snapshots != 1 {
		t.Fatalf("%+v %v", r, err)
	}
}

// A process that is killed while it edits leaves nothing in plain text, and
// nothing of what it acknowledged is lost.
func TestAKilledProcessLeavesNothingInPlainText(t *testing.T) {
	f, s, dir := sealedFile(t, Options{})
	shut(t, f)
	counter := newSecrets(1)
	for range 3 {
		told := killedWhileEditing(t, f.Path(), 25)
		for n := range told + 100 {
			counter.known[secretStep(n).Name] = "step"
			counter.known[secretStep(n).Notes] = "step"
		}
		counter.clean(t, "after kill -9", dir, 2)
		s.clean(t, "after kill -9", dir, 2)
		g := open(t, f.Path(), Options{Keys: asked(nil)})
		p, seq, err := g.Load()
		if err != nil || seq < told || p.Account("counter").Name != secretStep(seq).Name {
			t.Fatal(seq, told, err)
		}
		shut(t, g)
	}
}

// secretStep is the account that the killed process writes in a step: words of 16
// letters that the test can work out too.
func secretStep(seq uint64) *model.Account {
	s := newSecrets(1000 + seq)
	return &model.Account{ID: "counter", Name: s.word(""), Notes: s.word("")}
}

// Every value of every bucket is sealed, so that packing hides nothing from the
// search above, and no key tells an id, a year or a checksum.
func TestEveryValueIsSealedAndKeysTellNothing(t *testing.T) {
	f, s, _ := sealedFile(t, Options{})
	p := loaded(t, f)
	steps, now := s.edits(t, p, 0)
	for _, step := range steps {
		f.Save(step)
	}
	if _, err := f.Keep(now, "x", model.Date{}, 5); err != nil {
		t.Fatal(err)
	}
	years := 0
	err := f.view(func(tx *bolt.Tx) error {
		return tx.ForEach(func(name []byte, b *bolt.Bucket) error {
			return b.ForEach(func(k, v []byte) error {
				bucket := string(name)
				plain := bucket == seal.BucketByAcc || bucket == seal.BucketMeta && string(k) != seal.MetaGuard
				if !plain && v[0] != seal.EnvelopeSealed && v[0] != seal.EnvelopeSealedPacked {
					t.Errorf("%s/%q is in an envelope of kind %d", bucket, k, v[0])
				}
				if bucket == seal.BucketEntities && (len(k) != 49 || k[24] != '/') || bucket == seal.BucketSettings && len(k) != 24 || bucket == seal.BucketContents && len(k) != 24 ||
					bucket == seal.BucketByAcc && len(k) != 24+1+8 {
					t.Errorf("%s has the key %q", bucket, k)
				}
				years++
				return nil
			})
		})
	})
	if err != nil || years < 200 {
		t.Fatal(years, err)
	}
}
