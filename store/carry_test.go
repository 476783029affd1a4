package store

import (
	"encoding/json"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"accord/model"
	"accord/store/seal"
)

// lived is a file with steps and snapshots, and what was at each moment.
func lived(t *testing.T, seed uint64) (f *File, moments []*model.Portfolio) {
	t.Helper()
	m := newMemory(seed)
	f = create(t, m.portfolio(t), Options{})
	moments = append(moments, m.portfolio(t))
	for i := range 14 {
		f.Save(m.step())
		moments = append(moments, m.portfolio(t))
		if i%5 == 0 {
			if _, err := f.Keep(m.portfolio(t), text(m.r, 8)+"n", day(m.r), uint64(i+1)); err != nil {
				t.Fatal(err)
			}
		}
	}
	shut(t, f)
	return f, moments
}

// The past of a file goes on in another one: every step and snapshot is there,
// every moment can be reached, and undo takes back what it would have.
func TestThePastGoesOnInANewFile(t *testing.T) {
	for seed := range uint64(2) {
		f, moments := lived(t, seed)
		p, c, err := CarryOf(f.Path(), Options{})
		if err != nil {
			t.Fatal(err)
		}
		text, err := json.Marshal(c.Steps) // as a document takes them along
		if err == nil {
			c.Steps = nil
			err = json.Unmarshal(text, &c.Steps)
		}
		if err != nil {
			t.Fatal(err)
		}
		g, err := CreateWith(filepath.Join(t.TempDir(), "new.db"), p, c, Options{})
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = g.Close(0) }()
		last := len(moments) - 1
		got, seq, err := g.Load()
		if err != nil || seq != uint64(last) || !sameContent(got, moments[last]) {
			t.Fatalf("seed %d: %v, step %d, content equal %v", seed, err, seq, sameContent(got, moments[last]))
		}
		for seq, want := range moments {
			if was, err := g.At(got, uint64(last), uint64(seq)); err != nil || !sameContent(was, want) {
				t.Fatalf("seed %d, step %d: %v", seed, seq, err)
			}
		}
		shut(t, g)
		f, g = open(t, f.Path(), Options{}), open(t, g.Path(), Options{})
		for name, ask := range map[string]func(*File) (any, error){
			"history":           func(f *File) (any, error) { return f.History(0, "") },
			"one account's":     func(f *File) (any, error) { return f.History(0, moments[last].At(0).ID) },
			"snapshots":         func(f *File) (any, error) { return f.Snapshots() },
			"undo":              func(f *File) (any, error) { u, r, err := f.Stacks(uint64(last)); return []any{u, r}, err },
			"the past, carried": func(f *File) (any, error) { c, err := f.carried(); return c, err },
		} {
			a, errA := ask(f)
			b, errB := ask(g)
			if errA != nil || errB != nil || !reflect.DeepEqual(a, b) {
				t.Errorf("seed %d, %s: %v %v\n%s", seed, name, errA, errB, difference(a, b))
			}
		}
		kept, _ := g.Snapshots()
		for _, s := range kept {
			if p, err := g.Snapshot(s.ID); err != nil || !sameContent(p, moments[s.Seq]) {
				t.Errorf("seed %d, snapshot %q: %v", seed, s.Name, err)
			}
		}
		if r, err := Check(g.Path()); err != nil || len(r.Bad) > 0 {
			t.Errorf("the new file is damaged: %v %v", err, r.Bad)
		}
	}
}

func TestAPastThatIsNoneMakesNoFile(t *testing.T) {
	step := func(s string) []json.RawMessage { return []json.RawMessage{json.RawMessage(s)} }
	for name, c := range map[string]*Carried{
		"another format":      {Format: seal.Schema + 1},
		"a step of no kind":   {Format: seal.Schema, Steps: step(`{"seq":1,"kind":"x"}`)},
		"a step of no number": {Format: seal.Schema, Steps: step(`{"kind":"edit"}`)},
		"a gap":               {Format: seal.Schema, Steps: append(step(`{"seq":1,"kind":"edit"}`), step(`{"seq":3,"kind":"edit"}`)...)},
		"no step":             {Format: seal.Schema, Steps: step(`7`)},
		"another bucket":      {Format: seal.Schema, Steps: step(`{"seq":1,"kind":"edit","changes":[{"bucket":"meta","key":"app"}]}`)},
	} {
		path := filepath.Join(t.TempDir(), "new.db")
		f, err := CreateWith(path, model.EmptyPortfolio(), c, Options{})
		if err == nil {
			shut(t, f)
			t.Errorf("%s made a file", name)
		} else if !strings.Contains(err.Error(), "histor") && !strings.Contains(err.Error(), "step") {
			t.Errorf("%s: %v", name, err)
		}
		if left, _ := filepath.Glob(path + "*"); len(left) > 0 {
			t.Errorf("%s left %v behind", name, left)
		}
	}
}
