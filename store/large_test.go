package store

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"reflect"
	"strconv"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/store/seal"
)

// small makes a few accounts a large step, of several parts.
var small = bounds{step: 1, part: 3000}

// largePatch is an import into a portfolio: the first accounts change, one goes,
// others are new, and so are the settings.
func largePatch(p *model.Portfolio, seq uint64) *edit.Patch {
	out := &edit.Patch{Seq: seq, Kind: edit.StepImport, Label: words.Plain("import transactions from big.csv")}
	for i, a := range p.Accounts() {
		b := *a
		b.Notes = strings.Repeat("imported ", 20)
		b.Transactions = []model.Transaction{{Key: "k", Date: model.NewDate(2026, 1, 2), Amount: model.NewMoney(5, "EUR")}}
		after := &b
		if i == 1 {
			after = nil
		}
		out.Before, out.After = append(out.Before, a), append(out.After, after)
	}
	for i := range 12 {
		out.Before = append(out.Before, nil)
		out.After = append(out.After, &model.Account{ID: model.AccountID(fmt.Sprintf("new%02d", i)), Name: fmt.Sprint("New ", i), Notes: strings.Repeat("n", 700)})
	}
	g := *p.Programme()
	g.Title = "after the import"
	out.ProgrammeBefore, out.ProgrammeAfter = p.Programme(), &g
	return out
}

// stopAtPart imports, and hangs in the middle of a part until it is killed.
func stopAtPart(at, path string) int {
	f, err := Open(path, Options{Keys: asked(nil)})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	p, seq, err := f.Load()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	f.bounds = small
	n, stop := 0, 0
	if stop, err = strconv.Atoi(at); err != nil {
		return 1
	}
	f.disk = func(*bolt.Tx) error {
		if n++; n == stop {
			fmt.Println("here")
			never, _, _ := os.Pipe()
			_, _ = never.Read(make([]byte, 1)) // until it is killed
		}
		return nil
	}
	f.Save(largePatch(p, seq+1))
	if err := f.Close(0); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	fmt.Println("done", n)
	return 0
}

// killedAt runs a large import and kills it in its n-th transaction; over says that
// there are not so many, and that the import came to its end.
func killedAt(t *testing.T, path string, n int) (over bool) {
	t.Helper()
	cmd := spawn(t, fmt.Sprintf("large %d %s", n, path))
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	in := bufio.NewScanner(out)
	if !in.Scan() {
		t.Fatal("the importing process said nothing")
	}
	over = in.Text() != "here"
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
	return over
}

// A large import that is killed between its parts is gone at the next start, which
// says so; then it can be done again.
func TestKilledInTheMiddleOfALargeStep(t *testing.T) {
	t.Parallel()
	f := create(t, richPortfolio(t, 3), Options{})
	p, _, err := f.Load()
	if err != nil {
		t.Fatal(err)
	}
	f.Save(&edit.Patch{Seq: 1, Label: words.Plain("before"), Before: []*model.Account{nil}, After: []*model.Account{{ID: "early", Name: "Early"}}})
	shut(t, f)
	f = open(t, f.Path(), Options{})
	before, _, err := f.Load()
	if err != nil || before.Len() != p.Len()+1 {
		t.Fatal(err)
	}
	shut(t, f)
	parts := 0
	for n := 1; !killedAt(t, f.Path(), n); n++ {
		parts = n
		if n > 100 {
			t.Fatal("there is no end to the parts")
		}
		if r, err := Check(f.Path()); err != nil || len(r.Bad) > 0 || (n > 1) != (r.Warning != "") {
			t.Fatal(n, r, err)
		}
		if seen, _, err := OpenReadOnly(f.Path(), Options{}); err != nil || !equalPortfolios(seen, before) {
			t.Fatalf("killed at part %d, another process sees half an import: %v", n, err)
		}
		g := open(t, f.Path(), Options{})
		after, seq, err := g.Load()
		if err != nil || seq != 1 || !g.Crashed() || !equalPortfolios(after, before) {
			t.Fatalf("killed at part %d: step %d, crash noticed %v, as before %v: %v", n, seq, g.Crashed(), err == nil && equalPortfolios(after, before), err)
		}
		if told := g.TakenBack(); (n > 1) != strings.Contains(told, "big.csv\" was not finished") || g.Warning() != told {
			t.Fatalf("killed at part %d: %q, %q", n, told, g.Warning())
		}
		if steps, err := g.History(0, "early"); err != nil || len(steps) != 1 {
			t.Fatalf("killed at part %d: steps of an account %+v %v", n, steps, err)
		}
		leftovers(t, g)
		shut(t, g)
		if r, err := Check(f.Path()); err != nil || len(r.Bad) > 0 || r.Warning != "" {
			t.Fatal(n, r, err)
		}
	}
	if parts < 5 {
		t.Errorf("only %d transactions", parts)
	}
	g := open(t, f.Path(), Options{})
	defer shut(t, g)
	after, seq, err := g.Load()
	if err != nil || seq != 2 || !equalPortfolios(after, largePatch(before, 2).Apply(before)) {
		t.Fatalf("the import that was let be is not there: step %d, %v", seq, err)
	}
	if steps, err := g.History(0, ""); err != nil || len(steps) != 2 || steps[0].Records < 20 || len(steps[0].Account) != 16 {
		t.Errorf("%+v %v", steps, err)
	}
	leftovers(t, g)
}

func leftovers(t *testing.T, f *File) {
	t.Helper()
	_ = f.view(func(tx *bolt.Tx) error {
		if tx.Bucket([]byte(seal.BucketPending)) != nil || tx.Bucket([]byte(seal.BucketMeta)).Get([]byte(seal.MetaPending)) != nil {
			t.Error("the mark of a pending step is left")
		}
		last, err := seal.LastStep(tx)
		if err != nil {
			return err
		}
		return tx.Bucket([]byte(seal.BucketByAcc)).ForEach(func(k, _ []byte) error {
			if strings.Compare(string(k[len(k)-8:]), string(seal.SeqKey(last))) > 0 {
				t.Errorf("the index has a step that is not there: %q", k)
			}
			return nil
		})
	})
}

func equalPortfolios(a, b *model.Portfolio) bool {
	return reflect.DeepEqual(a.Accounts(), b.Accounts()) && reflect.DeepEqual(a.Programme(), b.Programme())
}

// A disk that refuses a part holds the step up, and nothing else comes between.
func TestALargeStepOnAFailingDisk(t *testing.T) {
	states := make(chan State, 100)
	f := create(t, richPortfolio(t, 2), Options{OnState: func(s State) { states <- s }})
	before, _, err := f.Load()
	if err != nil {
		t.Fatal(err)
	}
	f.bounds = small
	errNo := errors.New("no space left on device")
	n := 0
	f.disk = func(tx *bolt.Tx) error {
		n++
		first := string(tx.Bucket([]byte(seal.BucketMeta)).Get([]byte(seal.MetaPending))) == "1"
		if first && tx.Bucket([]byte(seal.BucketEntities)).Get([]byte("later/a")) != nil {
			t.Error("a later step was written in the middle of a large one")
		}
		if n == 1 || n == 4 || n == 9 {
			return errNo
		}
		return nil
	}
	large := largePatch(before, 1)
	f.Save(large)
	f.Save(&edit.Patch{Seq: 2, Label: words.Plain("later"), Before: []*model.Account{nil}, After: []*model.Account{{ID: "later", Name: "Later"}}})
	failed := 0
	for s := range states {
		if s.Err != nil {
			failed++
		}
		if s.Saved == 2 {
			break
		}
	}
	shut(t, f)
	if failed == 0 {
		t.Error("the disk never refused")
	}
	g := open(t, f.Path(), Options{})
	defer shut(t, g)
	after, seq, err := g.Load()
	if err != nil || seq != 2 || g.TakenBack() != "" || after.Len() != large.Apply(before).Len()+1 || after.Account("later") == nil {
		t.Fatalf("step %d, %d accounts: %v", seq, after.Len(), err)
	}
	leftovers(t, g)
}

// In a protected file what a large step keeps aside is sealed like all else.
func TestALargeStepOfAProtectedFile(t *testing.T) {
	f, _, _ := sealedFile(t, Options{Keys: asked(nil)})
	before, seq, err := f.Load()
	if err != nil {
		t.Fatal(err)
	}
	shut(t, f)
	for _, n := range []int{2, 4} {
		if killedAt(t, f.Path(), n) {
			t.Fatal("there are too few parts")
		}
		raw, err := os.ReadFile(f.Path())
		if err != nil || strings.Contains(string(raw), "imported imported") || strings.Contains(string(raw), "big.csv") {
			t.Fatalf("killed at part %d, it lies there in plain text: %v", n, err)
		}
		seen, _, err := OpenReadOnly(f.Path(), Options{Keys: asked(nil)})
		if err != nil || !equalPortfolios(seen, before) {
			t.Fatalf("killed at part %d, another process sees half an import: %v", n, err)
		}
		g := open(t, f.Path(), Options{Keys: asked(nil)})
		after, now, err := g.Load()
		if err != nil || now != seq || !equalPortfolios(after, before) || !strings.Contains(g.TakenBack(), "big.csv") {
			t.Fatalf("killed at part %d: step %d, %q, %v", n, now, g.TakenBack(), err)
		}
		leftovers(t, g)
		shut(t, g)
	}
}
