package store

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"accord/model"
	"accord/model/edit"
	"accord/model/session"
	"accord/model/words"
	"accord/store/copies"
	"accord/store/place"
)

var loadDay = model.NewDate(2026, 11, 24)

// loadStep is the next step of a session under load: an edit, an import, an undo
// or a redo. It depends on nothing but the state of the session, so that whoever
// knows one state knows all that follow.
func loadStep(s *session.Session) *edit.Patch {
	seq := s.Seq() + 1
	r := newRand(seq)
	switch seq % 11 {
	case 5, 6:
		if p, ok := s.Undo(); ok {
			return p
		}
	case 7:
		if p, ok := s.Redo(); ok {
			return p
		}
	}
	var c edit.Change
	id := model.AccountID(fmt.Sprint("account", r.IntN(8)))
	switch a := s.Portfolio().Account(id); {
	case seq%29 == 0:
		in := edit.ImportAccounts{Base: s.Portfolio(), Title: words.Plain(fmt.Sprint("import ", seq))}
		for i := range 12 {
			x := &model.Account{ID: model.AccountID(fmt.Sprint("import", i)), Name: fmt.Sprint("Imported ", i), Notes: prose(r, 40+r.IntN(900)), Created: loadDay}
			in.Accounts = append(in.Accounts, x)
		}
		c = in
	case a == nil:
		c = edit.AddAccount{ID: id, Name: "Name " + string(id)}
	case len(a.Actions) > 12:
		c = edit.RemoveAction{Account: id, ID: a.Actions[r.IntN(len(a.Actions))].ID}
	case r.IntN(3) == 0:
		c = edit.AddAction{Account: id, ID: model.ActionID(fmt.Sprint("action", seq)), Text: prose(r, 20+r.IntN(2000))}
	default:
		c = edit.SetRating{Account: id, Factor: "importance.capacity", Level: model.LevelOf(int(seq) % 5)}
		if a.Ratings["importance.capacity"].Ours == model.LevelOf(int(seq)%5) {
			c = edit.AddAction{Account: id, ID: model.ActionID(fmt.Sprint("action", seq)), Text: "again"}
		}
	}
	p, err := s.Do(c, loadTime(seq))
	if err != nil || p.Empty() {
		panic(fmt.Sprint("step ", seq, ": ", err))
	}
	return p
}

// loadTime puts the steps so far apart that each is an undo of its own.
func loadTime(seq uint64) time.Time {
	return time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC).Add(time.Duration(seq) * time.Minute)
}

// underLoad makes steps as fast as it can, takes snapshots and backups meanwhile,
// and tells what is done, a line each, until it is killed.
func underLoad(path string) int {
	var mu sync.Mutex
	tell := func(format string, args ...any) {
		mu.Lock()
		defer mu.Unlock()
		fmt.Printf(format+"\n", args...)
	}
	acknowledged := make(chan uint64, 1<<16)
	f, err := Open(path, Options{OnState: func(s State) { acknowledged <- s.Saved }})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	p, seq, err := f.Load()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	s := session.New(p, loadDay, seq, place.NewID)
	s.Remember(f)
	shots, turns := make(chan *session.Session, 1), make(chan int, 1)
	go copyAway(f, turns, tell)
	go snapshoot(f, shots, tell)
	for {
		for range 1 + s.Seq()%4 { // sometimes several in one transaction
			f.Save(loadStep(s))
		}
		select {
		case shots <- s.Fork():
		default:
		}
		select {
		case turns <- int(s.Seq()):
		default:
		}
		for saved := uint64(0); saved < s.Seq(); {
			saved = <-acknowledged
			tell("saved %d", saved)
		}
	}
}

// copyAway makes a backup at every third turn that it is not busy.
func copyAway(f *File, turns chan int, tell func(string, ...any)) {
	for n := range turns {
		if n%3 != 0 {
			continue
		}
		least := f.State().Saved
		dest := filepath.Join(filepath.Dir(f.Path()), fmt.Sprintf("copy-%d-%d.db", os.Getpid(), n))
		if err := f.Backup(dest); err != nil {
			tell("FAILED %v", err)
			return
		}
		tell("copied %d %s", least, dest)
	}
}

// snapshoot takes snapshots, and forgets old ones: first those that the process
// before had no time for.
func snapshoot(f *File, of chan *session.Session, tell func(string, ...any)) {
	all, err := f.Snapshots()
	for i, k := range all {
		if i >= 3 && err == nil {
			err = f.Forget(k.ID)
		}
	}
	if err != nil {
		tell("FAILED %v", err)
		return
	}
	for s := range of {
		k, err := f.Keep(s.Portfolio(), fmt.Sprint("at ", s.Seq()), loadDay, s.Seq())
		if err != nil {
			tell("FAILED %v", err)
			return
		}
		tell("kept %d %d", k.ID, s.Seq())
		if k.ID > 3 {
			tell("forgetting %d", k.ID-3)
			if err := f.Forget(k.ID - 3); err != nil {
				tell("FAILED %v", err)
				return
			}
		}
	}
}

// told is what a killed process had said was done.
type told struct {
	saved  uint64
	copies map[string]uint64 // a backup, and the step it must hold at least
	kept   map[uint64]uint64 // a snapshot, and the step it is of
	lines  int
}

// killed runs a process under load and kills it at a random moment.
func killed(t *testing.T, path string, r *rand.Rand) (out told) {
	t.Helper()
	out.copies, out.kept = map[string]uint64{}, map[uint64]uint64{}
	cmd := spawn(t, "load "+path)
	pipe, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	after, pause := 1+r.IntN(60), time.Duration(r.IntN(4000))*time.Microsecond
	in := bufio.NewScanner(pipe)
	for in.Scan() {
		if out.lines++; out.lines == after { // what it still says before it dies counts too
			time.AfterFunc(pause, func() { _ = cmd.Process.Kill() })
		}
		var a, b uint64
		var name string
		word, rest, _ := strings.Cut(in.Text(), " ")
		switch word {
		case "saved":
			_, err = fmt.Sscan(rest, &out.saved)
		case "copied":
			_, err = fmt.Sscan(rest, &a, &name)
			out.copies[name] = a
		case "kept":
			_, err = fmt.Sscan(rest, &a, &b)
			out.kept[a] = b
		case "forgetting":
			_, err = fmt.Sscan(rest, &a)
			delete(out.kept, a)
		default:
			t.Fatal(in.Text())
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	_ = cmd.Wait()
	if out.lines < after {
		t.Fatal("the process under load ended by itself")
	}
	return out
}

// A process is killed at random moments while it edits, imports, takes back, takes
// snapshots and makes copies. What it said was done is there afterwards, whole, in
// order, with all before it, and nothing else.
func TestKillsLoseNothingAcknowledged(t *testing.T) {
	t.Parallel()
	kills := 0
	var f *File
	var mirror *session.Session // what must be in the file
	var states map[uint64]*model.Portfolio
	r := newRand(13)
	var lines, landed, copied, kept, steps int
	for n := range rounds(t, 30, 500) {
		kills++
		if n%50 == 0 { // a new file, so that reading all of it stays short
			f = create(t, model.EmptyPortfolio(), Options{})
			shut(t, f)
			mirror = session.New(model.EmptyPortfolio(), loadDay, 0, place.NewID)
			states = map[uint64]*model.Portfolio{0: mirror.Portfolio()}
		}
		said := killed(t, f.Path(), r)
		c, err := Check(f.Path())
		if err != nil || len(c.Bad) > 0 || c.Warning != "" {
			t.Fatal(c, err)
		}
		g := open(t, f.Path(), Options{})
		p, seq, err := g.Load()
		if err != nil || seq < said.saved || !g.Crashed() {
			t.Fatalf("%v; %d was told as saved, %d is the last in the file; crash noticed: %v", err, said.saved, seq, g.Crashed())
		}
		for mirror.Seq() < seq {
			loadStep(mirror)
			steps++
			states[mirror.Seq()] = mirror.Portfolio()
		}
		if !sameContent(p, mirror.Portfolio()) {
			t.Fatalf("after step %d the file holds something else", seq)
		}
		inOrderToTheFirst(t, g, seq)
		for id, at := range said.kept {
			if old, err := g.Snapshot(id); err != nil || !sameContent(old, states[at]) {
				t.Fatalf("snapshot %d of step %d: %v", id, at, err)
			}
		}
		shut(t, g)
		for name, least := range said.copies {
			if c := copies.LookAt(name); c.Err != nil || c.Steps < least || c.Steps > seq {
				t.Fatalf("copy of step %d: %+v", least, c)
			}
		}
		if seq > said.saved {
			landed++
		}
		lines, copied, kept = lines+said.lines, copied+len(said.copies), kept+len(said.kept)
		left, _ := filepath.Glob(filepath.Join(filepath.Dir(f.Path()), "copy-*"))
		for _, name := range left {
			_ = os.Remove(name)
		}
	}
	t.Logf("%d kills, %d lines of acknowledgement, %d steps, %d backups and %d snapshots read back; in %d a step had landed of which nothing was said yet; 0 lost",
		kills, lines, steps, copied, kept, landed)
	if steps < kills || copied == 0 || kept == 0 {
		t.Error("there was no load")
	}
}

// inOrderToTheFirst reads the whole journal: every step once, in order.
func inOrderToTheFirst(t *testing.T, f *File, last uint64) {
	t.Helper()
	steps, err := f.History(0, "")
	if err != nil || len(steps) != int(last) {
		t.Fatalf("%d steps of %d are in the journal: %v", len(steps), last, err)
	}
	for i, s := range steps {
		if s.Seq != last-uint64(i) {
			t.Fatalf("step %d stands where %d belongs", s.Seq, last-uint64(i))
		}
	}
}
