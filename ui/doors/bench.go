package doors

import (
	"errors"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"github.com/charmbracelet/x/term"

	"accord/model"
	"accord/model/edit"
	"accord/model/sample"
	"accord/model/session"
	"accord/store"
	"accord/store/exchange/papers"
	"accord/store/place"
	"accord/store/seal"
	"accord/ui/cli"
	"accord/ui/kit"
	"accord/ui/shell"
	"accord/ui/theme"
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

// Workbench opens the screen and leaves nothing unsaved behind.
func Workbench(s cli.Start) (err error) {
	if !term.IsTerminal(os.Stdin.Fd()) || !term.IsTerminal(os.Stdout.Fd()) {
		return errors.New("the workbench needs a terminal; `accord --help` lists the commands that do not")
	}
	rescueMet = nil
	b := &bench{start: s, states: make(chan store.State, 1), room: place.MachineRoom()}
	if s.Demo {
		dir, err := os.MkdirTemp("", "accord-demo-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir)
		b.start.Path = filepath.Join(dir, "demo.db")
		if err := os.Setenv("ACCORD_STATE_DIR", dir); err != nil { // the list of known files is not for this one
			return err
		}
	}
	o, err := b.options()
	if err != nil {
		return err
	}
	b.program = shell.NewProgram(o, func() { _ = b.close(3 * time.Second) })
	ended := make(chan struct{})
	go b.tell(ended)
	err = b.program.Run()
	close(ended)
	return errors.Join(err, b.close(0))
}

// options opens the file and says how the workbench starts on it.
func (b *bench) options() (shell.Options, error) {
	o := shell.Options{Theme: theme.Name(os.Getenv("ACCORD_THEME")), ASCII: os.Getenv("TERM") == "linux" || os.Getenv("ACCORD_ASCII") != "",
		Ports: kit.Ports{Save: b.save, Hide: b.hide, Project: b.project, Begin: b.begin, Preview: previewForScreen, Gather: gatherForScreen, Kinds: kindsForScreen(), Sample: sample.Portfolio, Now: b.now, NewID: place.NewID, Path: b.start.Path,
			TextDir: b.textDir(), Unlock: b.unlock, Protect: b.protect, Rehearse: rehearse, Version: versionOf,
			Opens: func(phrase string) bool { return keys.Opens(b.start.Path, phrase) }, Memory: b.memory(), Copies: b.copies(), Report: papers.Write, MayWrite: b.mayWrite, Write: b.write}}
	if os.Getenv("ACCORD_PASSPHRASE_FILE") == "" {
		keys.Ask = b.typed
	}
	err := b.session(&o)
	b.readRoom(&o)
	var secret *seal.SecretError
	if errors.As(err, &secret) && secret.Err == nil {
		o.Locked, o.Session = true, session.New(model.EmptyPortfolio(), b.start.Today(), 0, place.NewID)
		return o, nil
	}
	return o, err
}

// session opens the file and begins on its content.
func (b *bench) session(o *shell.Options) error {
	p, seq, err := b.load(o)
	if err != nil {
		return err
	}
	o.Session = session.New(p, b.start.Today(), seq, place.NewID)
	f := b.file.Load()
	if f == nil && !o.Welcome && o.Trouble == "" {
		o.Session.Freeze(o.Notice)
		o.Guard.Protected = keys.Protects(b.start.Path)
	}
	if f != nil { // else another window's editor may have a text open there
		o.Session.Remember(f)
		kit.CleanTextDir(b.textDir())
		g, err := f.Guard()
		o.Guard = kit.Guard{Protected: f.Protected(), Lock: time.Duration(g.Lock) * time.Minute, Editor: g.Editor}
		return err
	}
	return nil
}

func (b *bench) textDir() string { return b.start.Path + ".text" }

// now is the clock; --today moves its day.
func (b *bench) now() time.Time {
	t, d := time.Now(), b.start.Today()
	return time.Date(int(d.Year), time.Month(d.Month), int(d.Day), t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), t.Location())
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
			b.program.Saved(kit.SavedMsg{Queued: s.Queued, Saved: s.Saved, Err: s.Err, Rescue: s.Rescue, Whole: s.Whole, Note: s.Note})
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

// rehearse is the sample workshop for the screen.
func rehearse(today model.Date) (*kit.Rehearsal, error) {
	r, err := sample.Workshop(today)
	if err != nil {
		return nil, err
	}
	return &kit.Rehearsal{Portfolio: r.Portfolio, Recorded: r.Recorded, Lines: r.Lines, Mark: sample.Mark}, nil
}
