package store

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"accord/model"
	"accord/model/edit"
	"accord/model/session"
	"accord/model/words"
	"accord/store/record"
	"accord/store/seal"
)

// memory is what the file must hold: a portfolio that random steps change. It
// shares what a step does not touch, as the model does.
type memory struct {
	r         *rand.Rand
	accounts  map[model.AccountID]*model.Account
	programme *model.Programme
	seq       uint64
	names     int
}

func newMemory(seed uint64) *memory {
	return &memory{r: newRand(seed), accounts: map[model.AccountID]*model.Account{}, programme: model.NewProgramme()}
}

func (m *memory) portfolio(t *testing.T) *model.Portfolio {
	t.Helper()
	var list []*model.Account
	for _, a := range m.accounts {
		list = append(list, a)
	}
	p, err := model.NewPortfolio(m.programme, list)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// step is one random patch over one to three accounts, and now and then the
// settings.
func (m *memory) step() *edit.Patch {
	m.seq++
	p := &edit.Patch{Seq: m.seq, Label: words.Plain(text(m.r, 10)), Kind: edit.StepKind(m.r.IntN(4)), Group: m.seq / 2, Of: m.seq / 3}
	for range 1 + m.r.IntN(3) {
		before, after := m.pair()
		if before == after || slices.ContainsFunc(p.Before, func(a *model.Account) bool { return a != nil && a == before }) {
			continue
		}
		p.Before, p.After = append(p.Before, before), append(p.After, after)
	}
	if m.r.IntN(5) == 0 || len(p.After) == 0 {
		p.ProgrammeBefore, p.ProgrammeAfter = m.programme, m.changedProgramme()
	}
	m.apply(p)
	return p
}

func (m *memory) apply(p *edit.Patch) {
	for i := range p.After {
		if p.After[i] == nil {
			delete(m.accounts, p.Before[i].ID)
		} else {
			m.accounts[p.After[i].ID] = p.After[i]
		}
	}
	if p.ProgrammeAfter != nil {
		m.programme = p.ProgrammeAfter
	}
}

// pair is an account before and after a random edit.
func (m *memory) pair() (before, after *model.Account) {
	if len(m.accounts) < 3 || m.r.IntN(8) == 0 {
		m.names++
		a := filled[model.Account](m.r)
		a.ID = model.AccountID(fmt.Sprintf("acc%d/%%", m.names))
		return nil, &a
	}
	ids := make([]string, 0, len(m.accounts))
	for id := range m.accounts {
		ids = append(ids, string(id))
	}
	slices.Sort(ids)
	before = m.accounts[model.AccountID(ids[m.r.IntN(len(ids))])]
	if m.r.IntN(10) == 0 {
		return before, nil
	}
	return before, m.edited(before)
}

// edited changes one member of an account at random: a list loses, gains, swaps
// or changes one of its entries, anything else gets another value.
func (m *memory) edited(a *model.Account) *model.Account {
	b := *a
	v := reflect.ValueOf(&b).Elem()
	i := 1 + m.r.IntN(v.NumField()-1) // not the id
	f := v.Field(i)
	if f.Kind() != reflect.Slice || f.Len() == 0 {
		fillValue(f, m.r)
		return &b
	}
	list := reflect.MakeSlice(f.Type(), 0, f.Len()+1)
	list = reflect.AppendSlice(list, f)
	at := m.r.IntN(f.Len())
	switch m.r.IntN(4) {
	case 0:
		list = reflect.AppendSlice(list.Slice(0, at), list.Slice(at+1, f.Len()))
		if list.Len() == 0 {
			list = reflect.Zero(f.Type()) // as the model leaves a list without entries
		}
	case 1:
		entry := reflect.New(f.Type().Elem()).Elem()
		fillValue(entry, m.r)
		list = reflect.Append(list, entry)
	case 2:
		reflect.Swapper(list.Interface())(at, m.r.IntN(f.Len()))
	default:
		entry := list.Index(at)
		if entry.Kind() == reflect.Struct { // one member, or all but the id
			fillValue(entry.Field(entry.NumField()-1), m.r)
		} else {
			fillValue(entry, m.r)
		}
	}
	f.Set(list)
	return &b
}

func (m *memory) changedProgramme() *model.Programme {
	g := *m.programme
	switch m.r.IntN(4) {
	case 0:
		return new(filled[model.Programme](m.r))
	case 1:
		g.Team = append(slices.Clone(g.Team), filled[model.Member](m.r))
	case 2:
		pack := *g.MethodPack()
		pack.Instruments = slices.Clone(pack.Instruments)
		in := &pack.Instruments[m.r.IntN(len(pack.Instruments))]
		in.Factors = slices.Clone(in.Factors)
		in.Factors[0].Weight = m.r.IntN(100)
		g.Pack = &pack
	default:
		g.Pack, g.Team = nil, nil
		g.Cut = m.r.Float64()
	}
	return &g
}

// The file equals the memory after every single step, through a fresh opening.
func TestFileEqualsMemoryAfterEveryStep(t *testing.T) {
	t.Parallel()
	for seed := range uint64(2) {
		m := newMemory(seed)
		f := create(t, m.portfolio(t), Options{})
		for range 100 {
			f.Save(m.step())
			shut(t, f)
			f = open(t, f.Path(), Options{})
			got, seq, err := f.Load()
			if err != nil || seq != m.seq {
				t.Fatalf("seed %d step %d: %v, last step %d", seed, m.seq, err, seq)
			}
			if want := m.portfolio(t); !reflect.DeepEqual(got, want) {
				t.Fatalf("seed %d step %d: the file holds something else\n%s", seed, m.seq, difference(want.Accounts(), got.Accounts()))
			}
		}
		shut(t, f)
		if r, err := Check(f.Path()); err != nil || len(r.Bad) > 0 || r.Steps != int(m.seq) || r.Accounts != len(m.accounts) {
			t.Errorf("seed %d: %+v %v", seed, r, err)
		}
	}
}

// Many steps at once are the same as one after the other, and undoing them all by
// the turned-round patches brings the first state back.
func TestManyStepsAndAllTakenBack(t *testing.T) {
	t.Parallel()
	m := newMemory(9)
	s := newStates()
	f := create(t, m.portfolio(t), Options{OnState: s.on})
	first := m.portfolio(t)
	var done []*edit.Patch
	for range 700 { // more than one transaction
		p := m.step()
		done = append(done, p)
		f.Save(p)
	}
	s.saved(t, m.seq)
	if got := loaded(t, f); !reflect.DeepEqual(got, m.portfolio(t)) {
		t.Fatal("the file holds something else after a burst")
	}
	for _, p := range slices.Backward(done) {
		m.seq++
		back := &edit.Patch{Seq: m.seq, Kind: edit.StepUndo, Of: p.Seq, Before: p.After, After: p.Before, ProgrammeBefore: p.ProgrammeAfter, ProgrammeAfter: p.ProgrammeBefore}
		m.apply(back)
		f.Save(back)
	}
	s.saved(t, m.seq)
	if got := loaded(t, f); !reflect.DeepEqual(got, first) {
		t.Fatal("taking everything back does not give the first state")
	}
}

func TestHistoryNewestFirst(t *testing.T) {
	m := newMemory(5)
	s := newStates()
	f := create(t, m.portfolio(t), Options{OnState: s.on})
	var done []*edit.Patch
	for range 40 {
		p := m.step()
		done = append(done, p)
		f.Save(p)
	}
	s.saved(t, m.seq)
	all, err := f.History(0, "")
	if err != nil || len(all) != 40 {
		t.Fatal(len(all), err)
	}
	of := map[model.AccountID]int{}
	for i, step := range all {
		p := done[len(done)-1-i]
		if step.Seq != p.Seq || !step.Label.Equal(p.Label) || step.Kind != p.Kind || step.Group != p.Group || step.Of != p.Of || step.At.IsZero() || len(step.Account) != len(p.After) {
			t.Fatalf("%+v is not %+v", step, p)
		}
		for _, id := range step.Account {
			of[id]++
		}
	}
	for id, n := range of {
		steps, err := f.History(0, id)
		if err != nil || len(steps) != n {
			t.Errorf("%s: %d steps of %d, %v", id, len(steps), n, err)
		}
		if steps, _ = f.History(1, id); len(steps) != 1 {
			t.Errorf("%s: limit 1 gives %d", id, len(steps))
		}
	}
	if some, _ := f.History(7, ""); len(some) != 7 || some[0].Seq != 40 {
		t.Error(some)
	}
	other, err := HistoryOf(f.Path(), 7, "")
	if err != nil || len(other) != 7 {
		t.Error("beside an open file:", len(other), err)
	}
}

// An account whose last tie went before the account did leaves nothing behind, and
// a file in which such a rest lies opens all the same.
func TestADeletedAccountLeavesNothingBehind(t *testing.T) {
	now := time.Date(2026, 11, 25, 9, 0, 0, 0, time.UTC)
	ids := 0
	s := session.New(model.EmptyPortfolio(), model.DateOf(now), 0, func() string { ids++; return fmt.Sprintf("id%d", ids) })
	f := create(t, s.Portfolio(), Options{})
	for _, c := range []edit.Change{
		edit.AddAccount{ID: "a", Name: "Fjord"}, edit.AddAccount{ID: "b", Name: "Halden"}, edit.AddMember{ID: "m", Name: "Dana"},
		edit.AddSeat{Account: "a", ID: "seat", Title: "CTO", Name: "Ingrid", Person: "p"},
		edit.SetTie{Account: "a", ID: "t", Ours: "m", Theirs: "p", Level: model.Vendor},
		edit.RemoveSeat{Account: "a", Seat: "seat"}, edit.RemoveAccount{Account: "a", Name: "Fjord"},
	} {
		p, err := s.Do(c, now)
		if err != nil {
			t.Fatal(err)
		}
		f.Save(p)
	}
	shut(t, f)
	f = open(t, f.Path(), Options{})
	p, seq, err := f.Load()
	if err != nil || !sameContent(p, s.Portfolio()) {
		t.Fatalf("%v %v", p, err)
	}
	err = f.view(func(tx *bolt.Tx) error {
		return tx.Bucket([]byte(seal.BucketEntities)).ForEach(func(k, _ []byte) error {
			if strings.HasPrefix(string(k), "a/") {
				t.Errorf("%s stayed behind", k)
			}
			return nil
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	if was, err := f.At(p, seq, 4); err != nil || was.Account("a") == nil || len(was.Account("a").Seats) != 1 {
		t.Errorf("the moment with the seat: %v", err)
	}
	rest := []byte("a/" + record.KindOrder)
	if err := f.update(func(tx *bolt.Tx) error {
		return tx.Bucket([]byte(seal.BucketEntities)).Put(rest, seal.Plain(rest, 0, []byte(`{"t":[]}`)))
	}); err != nil {
		t.Fatal(err)
	}
	shut(t, f)
	f = open(t, f.Path(), Options{})
	if q, _, err := f.Load(); err != nil || !sameContent(q, p) {
		t.Fatalf("a rest of a deleted account keeps the file from opening: %v", err)
	}
}
