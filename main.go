// Accord is a workbench for strategic account planning in the terminal: one
// binary, one file. main opens the doors between the face and the file; nothing
// else here knows both.
package main

import (
	"errors"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"runtime/debug"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/charmbracelet/x/term"

	"accord/model"
	"accord/model/sample"
	"accord/store"
	"accord/store/exchange"
	"accord/ui"
	"accord/ui/cli"
	"accord/ui/theme"
)

func main() {
	// With this a pipe whose reader has gone, as in `accord score | head -1`, is an
	// error of writing like any other, and no death in the middle of a command.
	signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE)
	os.Exit(cli.Run(cli.Env{
		Args: os.Args[1:], Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, StdinTTY: term.IsTerminal(os.Stdin.Fd()),
		Getenv: os.Getenv, Now: time.Now, Version: version(),
	}, doors(), workbench))
}

// version is what the build says of itself.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}

// doors are the store as the command line needs it.
func doors() cli.Doors {
	return cli.Doors{
		DefaultPath: store.DefaultPath,
		Known:       store.Known,
		NewID:       store.NewID,
		Open:        func(path string) (cli.Keeper, error) { return keep(store.Open(path, options(path, nil))) },
		Create: func(path string, p *model.Portfolio) (cli.Keeper, error) {
			return keep(store.Create(path, p, options(path, nil)))
		},
		Read:      read,
		History:   history,
		Check:     check,
		Backup:    store.BackupFile,
		Preview:   previewForCommands,
		MapLooks:  ui.MapLooks(),
		DrawMap:   ui.DrawMap,
		PaperMap:  ui.PaperMap,
		Report:    exchange.WriteReport,
		Formats:   exchange.ReportFormats(),
		ReadText:  os.ReadFile,
		WriteText: writeText,
		Export:    export,
		Exit:      exitCode,
	}
}

// rehearse is the sample workshop for the screen.
func rehearse(today model.Date) (*ui.Rehearsal, error) {
	r, err := sample.Workshop(today)
	if err != nil {
		return nil, err
	}
	return &ui.Rehearsal{Portfolio: r.Portfolio, Recorded: r.Recorded, Lines: r.Lines, Mark: sample.Mark}, nil
}

func writeText(path string, text []byte) error {
	return exchange.WriteFile(path, func(w io.Writer) error {
		_, err := w.Write(text)
		return err
	})
}

func options(path string, onState func(store.State)) store.Options {
	return store.Options{Now: time.Now, Program: "accord " + version(), OnState: onState, BackupDir: filepath.Join(filepath.Dir(path), "backups")}
}

// keeper is a file whose Close waits until everything is on the disk.
type keeper struct{ *store.File }

func (k keeper) Close() error { return k.File.Close(0) }

func keep(f *store.File, err error) (cli.Keeper, error) {
	if err != nil {
		return nil, err
	}
	return keeper{f}, nil
}

func exitCode(err error) int {
	var locked *store.LockedError
	var mapping *exchange.MapError
	switch {
	case errors.As(err, &locked):
		return cli.ExitInUse
	case errors.As(err, &mapping):
		return cli.ExitUsage
	}
	return cli.ExitFailed
}

// read gives the content of a file for a command. The workbench shows a backup,
// and says so, when the file itself is beyond reading; a command does not: whoever
// reads its output may be a script, and would take old figures for today's.
func read(path string) (*model.Portfolio, error) {
	o := options(path, nil)
	o.BackupDir = ""
	p, _, err := store.OpenReadOnly(path, o)
	return p, err
}

func history(path string, limit int, account model.AccountID) ([]cli.Step, error) {
	steps, err := store.HistoryOf(path, limit, account)
	var out []cli.Step
	for _, s := range steps {
		out = append(out, cli.Step{Seq: s.Seq, At: s.At, Kind: s.Kind.String(), Label: s.Label, Field: s.Place.Field, Facts: s.Facts, Accounts: s.Account})
		if s.Facts > 0 {
			out[len(out)-1].Fact = s.Fact.String()
		}
	}
	return out, err
}

func check(path string) (cli.Checked, error) {
	r, err := store.Check(path)
	return cli.Checked{Path: r.Path, Bytes: r.Bytes, Format: r.Schema, Accounts: r.Accounts, Records: r.Records, Steps: r.Steps, Warning: r.Warning, Damage: r.Bad}, err
}

// previewForCommands reads a file for the command line.
func previewForCommands(r cli.ImportRequest) (*cli.ImportPreview, error) {
	v, err := exchange.ReadFile(r.Path, r.Portfolio, exchange.Options{Kind: exchange.Kind(r.Kind), Map: r.Map, Won: r.Won, NewID: store.NewID, Today: r.Today, KeepUnknown: r.KeepUnknown})
	if err != nil {
		return nil, err
	}
	return &cli.ImportPreview{File: v.File, Kind: string(v.Kind), Rows: v.Rows, NotWon: v.NotWon, New: len(v.New), Changed: len(v.Changed), Unchanged: len(v.Unchanged),
		Summary: v.Summary(), Details: v.Details(), Problems: v.ProblemLines(), Change: v.Change}, nil
}

// previewForScreen reads a file for the workbench.
func previewForScreen(r ui.ImportRequest) (*ui.ImportPreview, error) {
	o := exchange.Options{Kind: exchange.Kind(r.Kind), NewID: store.NewID, Today: r.Today, KeepUnknown: true}
	if r.Won != "" {
		o.Won = []string{r.Won}
	}
	v, err := exchange.ReadFile(r.Path, r.Portfolio, o)
	if err != nil {
		return nil, err
	}
	return &ui.ImportPreview{Title: v.File + ": " + string(v.Kind), Summary: v.Summary(), Details: v.Details(), Problems: v.ProblemLines(), Change: v.Change}, nil
}

func export(path, what string, p *model.Portfolio, s *model.Scores) error {
	return exchange.WriteFile(path, func(w io.Writer) error {
		if what == "everything" {
			return exchange.WriteJSON(w, p)
		}
		return exchange.WriteCSV(w, p, s, what, true)
	})
}

// bench is one run of the workbench on a file.
type bench struct {
	start   cli.Start
	file    atomic.Pointer[store.File] // nil before the first run made one, and when read-only
	program *ui.Program
	states  chan store.State // at most one: the newest
}

// workbench opens the screen and leaves nothing unsaved behind.
func workbench(s cli.Start) (err error) {
	if !term.IsTerminal(os.Stdin.Fd()) || !term.IsTerminal(os.Stdout.Fd()) {
		return errors.New("the workbench needs a terminal; `accord --help` lists the commands that do not")
	}
	b := &bench{start: s, states: make(chan store.State, 1)}
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
	b.program = ui.NewProgram(o, func() { _ = b.close(3 * time.Second) })
	ended := make(chan struct{})
	go b.tell(ended)
	err = b.program.Run()
	close(ended)
	return errors.Join(err, b.close(0))
}

// options opens the file and says how the workbench starts on it.
func (b *bench) options() (ui.Options, error) {
	o := ui.Options{Theme: theme.Name(os.Getenv("ACCORD_THEME")), ASCII: os.Getenv("TERM") == "linux" || os.Getenv("ACCORD_ASCII") != "",
		Ports: ui.Ports{Save: b.save, Begin: b.begin, Preview: previewForScreen, Sample: sample.Portfolio, Now: b.now, NewID: store.NewID, Path: b.start.Path,
			TextDir: b.start.Path + ".text", Rehearse: rehearse, Memory: b.memory(), Report: exchange.WriteReport, Write: writeText}}
	p, seq, err := b.load(&o)
	if err != nil {
		return o, err
	}
	o.Session = model.NewSession(p, b.start.Today(), seq, store.NewID)
	f := b.file.Load()
	if f == nil && !o.Welcome {
		o.Session.Freeze(o.Notice)
	}
	if f != nil { // else another window's editor may have a text open there
		o.Session.Remember(f)
		ui.CleanTextDir(o.Ports.TextDir)
	}
	return o, nil
}

// load gives the content of the file: its own, the sample for a demo, nothing on
// the first run, or a checked copy while another window has it.
func (b *bench) load(o *ui.Options) (*model.Portfolio, uint64, error) {
	if b.start.Demo {
		p, err := sample.Portfolio(b.start.Today())
		if err == nil {
			err = b.begin(p)
		}
		return p, 0, err
	}
	_, err := os.Stat(b.start.Path)
	if errors.Is(err, os.ErrNotExist) && !store.Known(b.start.Path) {
		o.Welcome = true
		return model.EmptyPortfolio(), 0, nil
	}
	f, err := store.Open(b.start.Path, options(b.start.Path, b.saved))
	var locked *store.LockedError
	if errors.As(err, &locked) {
		p, moment, readErr := store.OpenReadOnly(b.start.Path, options(b.start.Path, nil))
		o.Notice = "read-only, as of " + moment.Format("15:04:05") + ": " + locked.Error()
		return p, 0, readErr
	}
	if err != nil {
		return nil, 0, err
	}
	b.file.Store(f)
	o.Notice = f.Warning()
	p, seq, err := f.Load()
	if err != nil {
		_ = b.close(0)
	}
	go debug.FreeOSMemory() // reading left as much garbage as data
	return p, seq, err
}

// now is the clock; --today moves its day.
func (b *bench) now() time.Time {
	t, d := time.Now(), b.start.Today()
	return time.Date(int(d.Year), time.Month(d.Month), int(d.Day), t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), t.Location())
}

// memory is what the file remembers, asked of the one that is open then: a first
// run has none yet.
func (b *bench) memory() ui.Memory {
	with := func(use func(*store.File) error) error {
		if f := b.file.Load(); f != nil {
			return use(f)
		}
		return errNoFile
	}
	return ui.Memory{
		Moments: func(limit int, account model.AccountID) (out []model.Moment, err error) {
			err = with(func(f *store.File) error {
				steps, err := f.History(limit, account)
				for _, s := range steps {
					out = append(out, model.Moment{Seq: s.Seq, At: s.At, Day: model.DateOf(s.At.Local()), Kind: s.Kind, Label: s.Label, Place: s.Place, Group: s.Group, Fact: s.Fact, Facts: s.Facts, Accounts: len(s.Account)})
				}
				return err
			})
			return out, err
		},
		Snapshots: func() (out []model.Moment, err error) {
			err = with(func(f *store.File) error {
				kept, err := f.Snapshots()
				for _, s := range kept {
					out = append(out, model.Moment{Seq: s.Seq, Snapshot: s.ID, Name: s.Name, At: s.At, Day: s.Day, Accounts: s.Accounts})
				}
				return err
			})
			return out, err
		},
		Alone: func(id uint64, account model.AccountID) (p *model.Portfolio, err error) {
			err = with(func(f *store.File) (err error) { p, err = f.Alone(id, account); return err })
			return p, err
		},
		At: func(now *model.Portfolio, of uint64, m model.Moment) (p *model.Portfolio, err error) {
			err = with(func(f *store.File) (err error) {
				if m.Snapshot != 0 {
					p, err = f.Snapshot(m.Snapshot)
				} else {
					p, err = f.At(now, of, m.Seq)
				}
				return err
			})
			return p, err
		},
		Keep: func(p *model.Portfolio, name string, day model.Date, seq uint64) error {
			return with(func(f *store.File) error { _, err := f.Keep(p, name, day, seq); return err })
		},
		Forget: func(id uint64) error { return with(func(f *store.File) error { return f.Forget(id) }) },
	}
}

var errNoFile = errors.New("this is a private copy or nothing is saved yet, so there is no history")

func (b *bench) begin(p *model.Portfolio) error {
	f, err := store.Create(b.start.Path, p, options(b.start.Path, b.saved))
	if err == nil {
		b.file.Store(f)
	}
	return err
}

func (b *bench) save(p *model.Patch) {
	if f := b.file.Load(); f != nil {
		f.Save(p)
	}
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
			b.program.Saved(ui.SavedMsg{Queued: s.Queued, Saved: s.Saved, Err: s.Err})
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
