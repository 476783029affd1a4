package store

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/store/journal"
	"accord/store/seal"
)

// Whatever was done, every moment comes back as it was: from the newest, and from
// moments in between.
func TestEveryMomentComesBack(t *testing.T) {
	t.Parallel()
	const steps = 40
	for seed := range uint64(4) {
		m := newMemory(seed)
		f := create(t, m.portfolio(t), Options{})
		moments := []*model.Portfolio{m.portfolio(t)}
		for range steps {
			f.Save(m.step())
			moments = append(moments, m.portfolio(t))
		}
		shut(t, f)
		f = open(t, f.Path(), Options{})
		for seq := range steps {
			for _, of := range []int{steps, min(steps, seq+7)} {
				p, err := f.At(moments[of], uint64(of), uint64(seq))
				if err != nil {
					t.Fatal(err)
				}
				if want := moments[seq]; !sameContent(p, want) {
					t.Fatalf("seed %d, step %d from %d:\n%s\n%s", seed, seq, of, difference(want.Accounts(), p.Accounts()), difference(want.Programme(), p.Programme()))
				}
			}
		}
		shut(t, f)
	}
}

func sameContent(a, b *model.Portfolio) bool {
	return slices.EqualFunc(a.Accounts(), b.Accounts(), func(x, y *model.Account) bool { return reflect.DeepEqual(x, y) }) &&
		reflect.DeepEqual(a.Programme(), b.Programme())
}

func TestAMomentThatCanNotBeReachedSaysWhy(t *testing.T) {
	m := newMemory(6)
	f := create(t, m.portfolio(t), Options{})
	p := &edit.Patch{Seq: 1, Kind: edit.StepImport, Label: words.Plain("import everything")}
	for i := range 170 {
		p.Before, p.After = append(p.Before, nil), append(p.After, rich(m.r, i))
	}
	m.apply(p)
	m.seq = 1
	f.Save(p)
	after := m.portfolio(t)
	f.Save(m.step())
	shut(t, f)
	f = open(t, f.Path(), Options{})
	var far *journal.TooFarError
	if _, err := f.At(m.portfolio(t), 2, 0); !errors.As(err, &far) || far.Step.Label.String() != "import everything" || far.Gone {
		t.Error(err)
	}
	if got, err := f.At(m.portfolio(t), 2, 1); err != nil || !reflect.DeepEqual(got, after) {
		t.Error("up to the import:", err)
	}
	if _, err := f.At(m.portfolio(t), 3, 1); !errors.Is(err, errPending) {
		t.Error("a step that is not on the disk:", err)
	}
	if err := f.update(func(tx *bolt.Tx) error { return tx.Bucket([]byte(seal.BucketJournal)).Delete(seal.SeqKey(1)) }); err != nil {
		t.Fatal(err)
	}
	if _, err := f.At(m.portfolio(t), 2, 0); !errors.As(err, &far) || !far.Gone || far.First != 2 {
		t.Error("a trimmed journal:", err)
	}
}

func TestSnapshotsComeBackAndGoAway(t *testing.T) {
	m := newMemory(3)
	f := create(t, m.portfolio(t), Options{})
	var kept []*model.Portfolio
	for i := range 5 {
		for range 4 {
			f.Save(m.step())
		}
		kept = append(kept, m.portfolio(t))
		s, err := f.Keep(m.portfolio(t), fmt.Sprint(" before QBR ", i), model.NewDate(2026, 11, 1+i), m.seq)
		if err != nil || s.Name != fmt.Sprint("before QBR ", i) || s.Seq != m.seq || s.Accounts != len(m.accounts) {
			t.Fatal(s, err)
		}
	}
	blobs := contents(t, f)
	again, err := f.Keep(m.portfolio(t), "the same again", model.Date{}, m.seq)
	if err != nil || contents(t, f) != blobs {
		t.Errorf("a snapshot of what is kept already adds %d contents, %v", contents(t, f)-blobs, err)
	}
	shut(t, f)
	f = open(t, f.Path(), Options{})
	list, err := f.Snapshots()
	if err != nil || len(list) != 6 || list[0].ID != again.ID || list[1].Day != model.NewDate(2026, 11, 5) {
		t.Fatal(list, err)
	}
	for i, want := range kept {
		if got, err := f.Snapshot(list[5-i].ID); err != nil || !sameContent(got, want) {
			t.Errorf("snapshot %d is something else, %v", i, err)
		}
	}
	if r, err := Check(f.Path()); err != nil || r.Snapshots != 6 || len(r.Bad) > 0 {
		t.Error(r, err)
	}
	for _, s := range list[1:] {
		if err := f.Forget(s.ID); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := f.Snapshot(again.ID); err != nil || !sameContent(got, kept[4]) {
		t.Error("what was left is something else:", err)
	}
	if n := contents(t, f); n != len(m.accounts)+1 {
		t.Errorf("%d contents for %d accounts and the settings", n, len(m.accounts))
	}
	if _, err := f.Snapshot(list[1].ID); err == nil {
		t.Error("a deleted snapshot is there")
	}
	if err := f.Forget(again.ID); err != nil || contents(t, f) != 0 {
		t.Error(contents(t, f), err)
	}
}

func contents(t *testing.T, f *File) (n int) {
	t.Helper()
	if err := f.view(func(tx *bolt.Tx) error {
		n = tx.Bucket([]byte(seal.BucketContents)).Stats().KeyN
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return n
}

func TestDamagedSnapshotIsToldByCheck(t *testing.T) {
	m := newMemory(3)
	f := create(t, m.portfolio(t), Options{})
	m.step()
	if _, err := f.Keep(m.portfolio(t), "one", model.Date{}, 0); err != nil {
		t.Fatal(err)
	}
	if err := f.update(func(tx *bolt.Tx) error {
		b := tx.Bucket([]byte(seal.BucketContents))
		k, v := b.Cursor().First()
		v = bytes.Clone(v)
		v[len(v)-1] ^= 1
		return b.Put(bytes.Clone(k), v)
	}); err != nil {
		t.Fatal(err)
	}
	shut(t, f)
	if r, err := Check(f.Path()); err != nil || len(r.Bad) != 1 || !strings.Contains(r.Bad[0], `snapshot "one"`) {
		t.Error(r.Bad, err)
	}
}

// A snapshot waits with the steps before it while the disk refuses, and is given
// up with them.
func TestSnapshotOnADiskThatFails(t *testing.T) {
	m := newMemory(4)
	s := newStates()
	f := create(t, m.portfolio(t), Options{OnState: s.on})
	fail := failing(f)
	fail.Store(&diskError{errors.New("no")})
	f.Save(m.step())
	s.until(t, "refused", func(st State) bool { return st.Err != nil })
	done := make(chan error)
	go func() {
		_, err := f.Keep(m.portfolio(t), "later", model.Date{}, m.seq)
		done <- err
	}()
	fail.Store(errNone)
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	if list, err := f.Snapshots(); err != nil || len(list) != 1 || list[0].Seq != 1 {
		t.Error(list, err)
	}
	shut(t, f)
	if _, err := f.Keep(m.portfolio(t), "too late", model.Date{}, m.seq); !errors.Is(err, errClosed) {
		t.Error(err)
	}
}
