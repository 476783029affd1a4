package doors

import (
	"sync/atomic"
	"time"

	"accord/model"
	"accord/model/edit"
	"accord/store"
	"accord/store/place"
	"accord/ui/cli"
	"accord/ui/kit"
	"accord/ui/shell"
)

// bench is one run of the workbench on a file.
type bench struct {
	start   cli.Start
	file    atomic.Pointer[store.File] // nil before the first run made one, and when read-only
	program *shell.Program
	states  chan store.State // at most one: the newest
	room    place.RoomNotes  // what a room may see, as this machine knows it
	phrase  string           // typed on the first page, while it is tried
}

func (b *bench) textDir() string { return b.start.Path + ".text" }

// now is the clock; --today moves its day.
func (b *bench) now() time.Time {
	t, d := time.Now(), b.start.Today()
	return time.Date(
		int(d.Year),
		time.Month(d.Month),
		int(d.Day),
		t.Hour(),
		t.Minute(),
		t.Second(),
		t.Nanosecond(),
		t.Location(),
	)
}

func (b *bench) begin(p *model.Portfolio) error {
	f, err := store.Create(b.start.Path, p, options(b.start.Path, b.saved))
	if err == nil {
		b.file.Store(f)
	}
	return err
}

func (b *bench) save(p *edit.Patch) {
	if f := b.file.Load(); f != nil {
		f.Save(p)
	}
}

// hide notes in the file whether names are hidden.
func (b *bench) hide(state string) {
	f := b.file.Load()
	if f != nil {
		f.Hide(state)
	}
	if f == nil || b.start.Demo || state == "" { // where the file keeps it, the file alone does
		r := b.room.Of(b.roomName())
		r.Hidden = state != ""
		b.room.Note(b.roomName(), r)
	}
}

// project notes that the screen is a room's, or no more: in the file, and for one
// that cannot be written or read, on this machine.
func (b *bench) project(on bool) {
	if f := b.file.Load(); f != nil {
		f.Project(on)
	}
	r := b.room.Of(b.roomName())
	r.Projector = on
	b.room.Note(b.roomName(), r)
}

// roomName is what the machine's notes call the file.
func (b *bench) roomName() string {
	if b.start.Demo {
		return place.DemoRoom
	}
	return b.start.Path
}

// readRoom is what the machine's notes say; the file may have said more.
func (b *bench) readRoom(o *shell.Options) {
	r := b.room.Of(b.roomName())
	o.Projector, o.HideNow = o.Projector || r.Projector, o.HideNow || r.Hidden
}

// saved leaves the state of the file for the screen. The writer must never wait
// for the screen, so only the newest state is kept, and tell passes it on.
func (b *bench) saved(s store.State) {
	for {
		select {
		case b.states <- s:
			return
		default:
		}
		select {
		case <-b.states: // an older one nobody took
		default:
		}
	}
}

// tell passes states to the screen until the program ends.
func (b *bench) tell(ended <-chan struct{}) {
	for {
		select {
		case s := <-b.states:
			b.program.Saved(
				kit.SavedMsg{Queued: s.Queued, Saved: s.Saved, Err: s.Err, Rescue: s.Rescue, Whole: s.Whole, Note: s.Note},
			)
		case <-ended:
			return
		}
	}
}

func (b *bench) close(limit time.Duration) error {
	if f := b.file.Swap(nil); f != nil {
		return f.Close(limit)
	}
	return nil
}
