package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"accord/model"
	"accord/model/session"
	"accord/store/place"
)

// event is one thing that was done to a file, or said to be done.
type event struct {
	kind  byte // w write, t change of length, s sync; a acknowledged: off is the last step saved
	off   int64
	path  string
	bytes []byte
}

func readTrace(t *testing.T, name string) (out []event) {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for len(b) > 0 {
		e := event{kind: b[0], off: int64(binary.BigEndian.Uint64(b[1:]))}
		n := int(binary.BigEndian.Uint32(b[9:]))
		e.path = string(b[13 : 13+n])
		b = b[13+n:]
		n = int(binary.BigEndian.Uint32(b))
		e.bytes = b[4 : 4+n]
		b = b[4+n:]
		out = append(out, e)
	}
	return out
}

// acknowledge writes into the trace that everything up to a step was said to be
// saved.
func acknowledge(seq uint64) {
	out := binary.BigEndian.AppendUint64([]byte{'a'}, seq)
	out = append(out, make([]byte, 8)...)
	f, err := os.OpenFile(os.Getenv("ACCORD_SEAM_TRACE"), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err == nil {
		_, err = f.Write(out)
		err = errors.Join(err, f.Close())
	}
	if err != nil {
		panic(err)
	}
}

// recordedSession is what is recorded: a new file, edits, snapshots, leaving, and
// all of it again on the file that is there.
func recordedSession(path string) int {
	saved := make(chan State, 100)
	o := Options{OnState: func(s State) { acknowledge(s.Saved); saved <- s }}
	f, err := Create(path, model.EmptyPortfolio(), o)
	if err == nil {
		err = recordedRound(f, saved)
	}
	if err == nil {
		f, err = Open(path, o)
	}
	if err == nil {
		err = recordedRound(f, saved)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

func recordedRound(f *File, saved chan State) error {
	p, seq, err := f.Load()
	if err != nil {
		return err
	}
	s := session.New(p, loadDay, seq, place.NewID)
	s.Remember(f)
	for i := range 20 {
		f.Save(loadStep(s))
		if i%4 == 3 {
			continue // two in one transaction, perhaps
		}
		for (<-saved).Saved < s.Seq() {
		}
		if i%6 == 5 {
			if _, err := f.Keep(s.Portfolio(), "kept", loadDay, s.Seq()); err != nil {
				return err
			}
		}
	}
	return f.Close(0)
}

// crashed rebuilds files as a power cut may leave them.
type crashed struct {
	r       *rand.Rand
	durable []byte  // what is on the disk for sure
	pending []event // what was written since, of which any part may be there
}

func (c *crashed) take(e event) {
	if e.kind != 's' {
		c.pending = append(c.pending, e)
		return
	}
	for _, p := range c.pending {
		c.durable = laid(c.durable, p, nil)
	}
	c.pending = nil
}

// laid is an image with one event done to it; torn says which sectors of a write
// arrive, nil is all of them.
func laid(image []byte, e event, torn func() bool) []byte {
	const sector = 512
	need := int(e.off) + len(e.bytes)
	if e.kind == 't' {
		need = int(e.off)
	}
	if len(image) < need {
		image = append(image, make([]byte, need-len(image))...)
	}
	for at := 0; at < len(e.bytes); at += sector {
		if torn == nil || torn() {
			copy(image[int(e.off)+at:], e.bytes[at:min(at+sector, len(e.bytes))])
		}
	}
	return image
}

// image is one of the files that a power cut now may leave.
func (c *crashed) image(how int) []byte {
	out := slices.Clone(c.durable)
	for _, e := range c.pending {
		switch how {
		case 0: // nothing of it
		case 1: // all of it, as after kill -9
			out = laid(out, e, nil)
		case 2: // some of it, in any order
			if c.r.IntN(2) == 0 {
				out = laid(out, e, nil)
			}
		default: // some of it, torn
			if n := c.r.IntN(3); n > 0 {
				out = laid(out, e, func() bool { return n == 1 || c.r.IntN(2) == 0 })
			}
		}
	}
	return out
}

// The power is cut at every point of a recorded session. Whatever part of what was
// not synced arrives, and however torn: the file opens by itself, with every
// acknowledged edit, as it was after one of its steps.
func TestPowerCuts(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path, trace := filepath.Join(dir, "accord.db"), filepath.Join(dir, "trace")
	if out, err := seamed(t, "record "+path, "ACCORD_SEAM_TRACE="+trace).Output(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	events := readTrace(t, trace)
	mirror := session.New(model.EmptyPortfolio(), loadDay, 0, place.NewID)
	states := []*model.Portfolio{mirror.Portfolio()}
	for mirror.Seq() < 40 {
		loadStep(mirror)
		states = append(states, mirror.Portfolio())
	}
	over := spent()
	c := &crashed{r: newRand(21)}
	p := powerCut{states: states, path: filepath.Join(dir, "cut.db")}
	kinds := map[byte]int{}
	made := false
	for i, e := range events {
		kinds[e.kind]++
		switch {
		case e.kind == 'a':
			p.acknowledged = uint64(e.off)
			continue
		case e.path == path:
			made = true // it got its name when all of it was on the disk
		case !strings.HasPrefix(e.path, path+".new-"):
			continue // a private copy of something
		}
		c.take(e)
		every, variants := 9, 4
		if *long && !over() {
			every, variants = 1, 14
		}
		if i%every != 0 {
			continue
		}
		for how := range variants {
			c.r = newRand(uint64(21 + i*64 + how)) // the same whichever others there were
			if made {
				p.open(t, c.image(how), i)
			} else {
				p.unborn(t, c.image(how), i)
			}
		}
	}
	t.Logf("%d writes, %d changes of length, %d syncs and %d acknowledgements recorded; %d images of power cuts, %d of them while the file was being made; in %d an edit had arrived of which nothing was said yet; 0 lost, 0 damaged",
		kinds['w'], kinds['t'], kinds['s'], kinds['a'], p.images, p.unmade, p.landed)
	if kinds['s'] < 60 || kinds['a'] < 25 || p.acknowledged != 40 || p.unmade == 0 {
		t.Errorf("the session was not recorded whole: %v, up to %d", kinds, p.acknowledged)
	}
}

// powerCut opens images and counts.
type powerCut struct {
	states                 []*model.Portfolio
	acknowledged           uint64
	path                   string
	images, unmade, landed int
}

// open holds an image against what was acknowledged when the power went.
func (p *powerCut) open(t *testing.T, image []byte, at int) {
	t.Helper()
	p.images++
	if err := os.WriteFile(p.path, image, 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := Open(p.path, Options{})
	if err != nil {
		t.Fatalf("power cut after event %d: %v", at, err)
	}
	got, seq, err := f.Load()
	if err != nil || seq < p.acknowledged || seq >= uint64(len(p.states)) {
		t.Fatalf("power cut after event %d: %v; step %d, acknowledged was %d", at, err, seq, p.acknowledged)
	}
	if !sameContent(got, p.states[seq]) {
		t.Fatalf("power cut after event %d: step %d is not whole", at, seq)
	}
	inOrderToTheFirst(t, f, seq)
	if seq > p.acknowledged {
		p.landed++
	}
	if p.images%5 == 0 { // and it can be written to
		s := session.New(got, loadDay, seq, place.NewID)
		s.Remember(f)
		f.Save(loadStep(s))
	}
	shut(t, f)
	if p.images%5 == 0 {
		if r, err := Check(p.path); err != nil || len(r.Bad) > 0 || r.Steps != int(seq)+1 {
			t.Fatalf("power cut after event %d, then an edit: %v %v", at, r.Bad, err)
		}
	}
}

// unborn is a power cut before the new file got its name: there is none, and what
// lies aside is in nobody's way.
func (p *powerCut) unborn(t *testing.T, image []byte, at int) {
	t.Helper()
	p.images++
	p.unmade++
	path := filepath.Join(filepath.Dir(p.path), "unborn.db")
	aside := fmt.Sprintf("%s.new-%d", path, os.Getpid())
	if err := os.WriteFile(aside, image, 0o600); err != nil {
		t.Fatal(err)
	}
	var missing *place.MissingError
	if _, err := Open(path, Options{}); !errors.As(err, &missing) {
		t.Fatalf("power cut after event %d: %v", at, err)
	}
	f, err := Create(path, model.EmptyPortfolio(), Options{})
	if err != nil {
		t.Fatalf("power cut after event %d: a new file cannot be made: %v", at, err)
	}
	shut(t, f)
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
}
