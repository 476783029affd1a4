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
	"strconv"
	"strings"
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
		Args: os.Args[1:], Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, StdinTTY: term.IsTerminal(os.Stdin.Fd()), StderrTTY: term.IsTerminal(os.Stderr.Fd()),
		Getenv: os.Getenv, Now: time.Now, Version: version(),
		Secret: typedSecret,
	}, doors(), workbench))
}

// keys are what opens the protected files of this run: one process, one user.
var keys = new(store.Keys)

// typedSecret is a line typed without echo.
func typedSecret() (string, error) {
	b, err := term.ReadPassword(os.Stdin.Fd())
	return string(b), err
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
		Repair:    repair,
		Keep:      keepSnapshot,
		Browse:    browse,
		Backup:    func(path, dest string) error { return store.BackupFile(path, dest, keys) },
		Copies:    copies,
		LookAt:    func(path string) cli.Copy { return copyOut(store.LookAt(path, keys)) },
		Restore:   restore,
		Preview:   previewForCommands,
		Gather:    gatherForCommands,
		MapLooks:  ui.MapLooks(),
		DrawMap:   ui.DrawMap,
		PaperMap:  ui.PaperMap,
		Report:    exchange.WriteReport,
		Formats:   exchange.ReportFormats(),
		ReadText:  os.ReadFile,
		WriteText: writeText,
		Export:    export,
		ExportAll: exportAll,
		Revive:    revive,
		Version:   versionOf,
		Exit:      exitCode,

		Asks:       func(ask func(string, int) (string, error)) { keys.Ask = ask },
		Sealed:     store.Sealed,
		Protects:   keys.Protects,
		Protect:    protect,
		Unprotect:  func(path string) error { return store.Unprotect(path, options(path, nil)) },
		Passphrase: func(path, now, then string) error { return store.ChangePassphrase(path, now, then, options(path, nil)) },
		Guard:      guard,
		Leftovers:  func(path string) []string { return store.Leftovers(path, options(path, nil).BackupDir) },
		Seal:       func(old, path string) error { return store.SealCopy(old, path, options(path, nil)) },
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

func protect(path, phrase string, g cli.Guard) (string, error) {
	return store.Protect(path, phrase, store.Guard(g), options(path, nil))
}

func guard(path string, change func(*cli.Guard)) (cli.Guard, error) {
	g, err := store.Guarded(path, func(g *store.Guard) { change((*cli.Guard)(g)) }, options(path, nil))
	return cli.Guard(g), err
}

func writeText(path string, text []byte) error {
	return exchange.WriteFile(path, func(w io.Writer) error {
		_, err := w.Write(text)
		return err
	})
}

func options(path string, onState func(store.State)) store.Options {
	return store.Options{Now: time.Now, Program: "accord " + version(), OnState: onState, BackupDir: backupsOf(path), Keys: keys}
}

// backupsOf is the folder that the copies of a file lie in.
func backupsOf(path string) string { return filepath.Join(filepath.Dir(path), "backups") }

// keeper is a file whose Close waits until everything is on the disk.
type keeper struct{ *store.File }

func (k keeper) Close() error { return k.File.Close(0) }

// Load gives the content, and says so when its names are hidden.
func (k keeper) Load() (*model.Portfolio, uint64, error) {
	p, seq, err := k.File.Load()
	if err != nil {
		return p, seq, err
	}
	state, err := k.Hidden()
	if err == nil && state != "" {
		err = cli.ErrHidden
	}
	return p, seq, err
}

func keep(f *store.File, err error) (cli.Keeper, error) {
	if err != nil {
		return nil, err
	}
	return keeper{f}, nil
}

func exitCode(err error) int {
	var locked *store.LockedError
	var mapping *exchange.MapError
	var same *exchange.SameError
	switch {
	case errors.As(err, &locked):
		return cli.ExitInUse
	case errors.As(err, &mapping), errors.As(err, &same):
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
	hidden := false
	o.OnHidden = func(string) { hidden = true }
	p, _, err := store.OpenReadOnly(path, o)
	if err == nil && hidden {
		err = cli.ErrHidden
	}
	return p, err
}

func history(path string, limit int, account model.AccountID) ([]cli.Step, error) {
	steps, err := store.HistoryOf(path, limit, account, keys)
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
	r, err := store.Check(path, keys)
	return checked(&r), err
}

func checked(r *store.Report) cli.Checked {
	return cli.Checked{Path: r.Path, Bytes: r.Bytes, Format: r.Schema, Accounts: r.Accounts, Records: r.Records, Steps: r.Steps, Snapshots: r.Snapshots, Warning: r.Warning, Damage: r.Bad}
}

func repair(path string) (cli.Repaired, error) {
	r, err := store.Repair(path, options(path, nil))
	if err != nil {
		return cli.Repaired{}, err
	}
	return cli.Repaired{File: r.Path, Whole: r.Whole, Missing: r.Lost, Read: checked(&r.Check)}, nil
}

func copies(path string) (out []cli.Copy) {
	for _, c := range store.Copies(backupsOf(path), path, keys) {
		out = append(out, copyOut(c))
	}
	return out
}

func copyOut(c store.Copy) cli.Copy {
	out := cli.Copy{Path: c.Path, Kind: string(c.Kind), At: c.At, Bytes: c.Bytes, Accounts: c.Accounts, Steps: c.Steps, Edits: c.Edits, Verified: c.Err == nil, Sealed: c.Sealed}
	if c.Err != nil {
		out.Problem = c.Err.Error()
	}
	return out
}

func restore(path, from string) (cli.Restored, error) {
	r, err := store.Restore(path, from, options(path, nil))
	return cli.Restored{Copy: copyOut(r.Copy), Aside: r.Aside}, err
}

// keepSnapshot keeps what is in a file now under a name.
func keepSnapshot(path, name string, day model.Date) (model.Moment, error) {
	f, err := store.Open(path, options(path, nil))
	if err != nil {
		return model.Moment{}, err
	}
	p, seq, err := f.Load()
	var s store.Snapshot
	if err == nil {
		s, err = f.Keep(p, name, day, seq)
	}
	return snapshotMoment(s), errors.Join(err, f.Close(0))
}

func snapshotMoment(s store.Snapshot) model.Moment {
	return model.Moment{Seq: s.Seq, Snapshot: s.ID, Name: s.Name, At: s.At, Day: s.Day, Accounts: s.Accounts}
}

// browse looks into the past of a file.
func browse(path string, look func(cli.Past) error) error {
	var said error // of the one who looks; any other is one of the file
	err := store.Browse(path, keys, func(f *store.File, now *model.Portfolio, seq uint64) error {
		kept, err := f.Snapshots()
		if err != nil {
			return err
		}
		state, err := f.Hidden()
		if err != nil {
			return err
		}
		past := cli.Past{Now: now, Snapshot: f.Snapshot, Hidden: state != ""}
		for _, s := range kept {
			past.Snapshots = append(past.Snapshots, snapshotMoment(s))
		}
		past.EndOf = func(day model.Date) (*model.Portfolio, error) {
			steps, err := f.History(0, "")
			if err != nil {
				return nil, err
			}
			after := uint64(0)
			for _, s := range steps {
				if !day.Before(model.DateOf(s.At.Local())) {
					after = max(after, s.Seq)
				}
			}
			return f.At(now, seq, after)
		}
		said = look(past)
		return nil
	})
	if said != nil {
		return said
	}
	return err
}

func export(e cli.Export) error {
	return exchange.WriteFile(e.Path, func(w io.Writer) error {
		return exchange.WriteExport(w, strings.ToLower(strings.TrimPrefix(filepath.Ext(e.Path), ".")), exchange.Export{What: e.What, Scores: e.Scores, Of: e.Account, NoBOM: e.NoBOM})
	})
}

// exportAll writes everything and its past; one whose names are hidden only when
// that is asked for.
func exportAll(path, dest string, reveal bool) (string, error) {
	o, hidden := options(path, nil), false
	o.OnHidden = func(string) { hidden = true }
	p, c, err := store.CarryOf(path, o)
	if err != nil {
		return "", err
	}
	if hidden && !reveal {
		return "", cli.ErrHidden
	}
	h := &exchange.History{Format: c.Format, Steps: c.Steps}
	for _, k := range c.Snapshots {
		h.Snapshots = append(h.Snapshots, exchange.Kept(k))
	}
	return h.Words(), exchange.WriteFile(dest, func(w io.Writer) error { return exchange.WriteJSONWithHistory(w, p, h) })
}

// revive makes a new file from what exportAll wrote.
func revive(path, from string) (cli.Keeper, error) {
	doc, err := os.Open(from)
	if err != nil {
		return nil, err
	}
	defer doc.Close()
	p, h, err := exchange.ReadJSONWithHistory(doc)
	if err != nil {
		return nil, err
	}
	c := &store.Carried{Format: h.Format, Steps: h.Steps}
	for _, k := range h.Snapshots {
		c.Snapshots = append(c.Snapshots, store.Kept(k))
	}
	return keep(store.CreateWith(path, p, c, options(path, nil)))
}

// versionOf reads another version of a portfolio: an export, or a file of ours.
func versionOf(path string) (*model.Portfolio, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, &model.Problem{Field: path, Sentence: "can not be read: " + reason(err).Error(), Hint: "Check the name and the folder."}
	}
	defer f.Close()
	head := make([]byte, 1)
	if _, err := f.ReadAt(head, 0); err == nil && head[0] == 0 { // a database begins with the number of its first page
		return read(path)
	}
	p, err := exchange.ReadJSON(f)
	var problem *model.Problem
	if errors.As(err, &problem) {
		problem.Field = filepath.Base(path) + ": " + problem.Field
	}
	return p, err
}

// reason strips the path from a file error; the user knows it already.
func reason(err error) error {
	var p *os.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// bench is one run of the workbench on a file.
type bench struct {
	start   cli.Start
	file    atomic.Pointer[store.File] // nil before the first run made one, and when read-only
	program *ui.Program
	states  chan store.State // at most one: the newest
	phrase  string           // typed on the first page, while it is tried
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
		Ports: ui.Ports{Save: b.save, Hide: b.hide, Begin: b.begin, Preview: previewForScreen, Gather: gatherForScreen, Sample: sample.Portfolio, Now: b.now, NewID: store.NewID, Path: b.start.Path,
			TextDir: b.textDir(), Unlock: b.unlock, Protect: b.protect, Rehearse: rehearse, Version: versionOf,
			Opens: func(phrase string) bool { return keys.Opens(b.start.Path, phrase) }, Memory: b.memory(), Copies: b.copies(), Report: exchange.WriteReport, Write: writeText}}
	if os.Getenv("ACCORD_PASSPHRASE_FILE") == "" {
		keys.Ask = b.typed
	}
	err := b.session(&o)
	var secret *store.SecretError
	if errors.As(err, &secret) && secret.Err == nil {
		o.Locked, o.Session = true, model.NewSession(model.EmptyPortfolio(), b.start.Today(), 0, store.NewID)
		return o, nil
	}
	return o, err
}

// session opens the file and begins on its content.
func (b *bench) session(o *ui.Options) error {
	p, seq, err := b.load(o)
	if err != nil {
		return err
	}
	o.Session = model.NewSession(p, b.start.Today(), seq, store.NewID)
	f := b.file.Load()
	if f == nil && !o.Welcome && o.Trouble == "" {
		o.Session.Freeze(o.Notice)
		o.Guard.Protected = keys.Protects(b.start.Path)
	}
	if f != nil { // else another window's editor may have a text open there
		o.Session.Remember(f)
		ui.CleanTextDir(b.textDir())
		g, err := f.Guard()
		o.Guard = ui.Guard{Protected: f.Protected(), Lock: time.Duration(g.Lock) * time.Minute, Editor: g.Editor}
		return err
	}
	return nil
}

func (b *bench) textDir() string { return b.start.Path + ".text" }

// typed answers with what was typed on the first page, once.
func (b *bench) typed(_ string, try int) (string, error) {
	if b.phrase == "" || try > 1 {
		return "", store.ErrNoAnswer
	}
	return b.phrase, nil
}

// unlock opens the protected file with what was typed on the first page.
func (b *bench) unlock(phrase string) (*ui.Opened, error) {
	b.phrase = phrase
	defer func() { b.phrase = "" }()
	return b.opened()
}

// protect is begin for a file with a passphrase.
func (b *bench) protect(p *model.Portfolio, phrase string) (string, error) {
	f, recovery, err := store.CreateProtected(b.start.Path, p, phrase, store.Guard{}, options(b.start.Path, b.saved))
	if err == nil {
		b.file.Store(f)
	}
	return recovery, err
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
		read := options(b.start.Path, nil)
		read.OnHidden = func(state string) { o.Hidden = state }
		p, moment, readErr := store.OpenReadOnly(b.start.Path, read)
		o.Notice = "read-only, as of " + moment.Format("15:04:05") + ": " + locked.Error()
		return p, 0, readErr
	}
	if err != nil {
		return troubled(o, err)
	}
	b.file.Store(f)
	o.Notice = f.Warning()
	if o.Hidden, err = f.Hidden(); err != nil {
		_ = b.close(0)
		return nil, 0, err
	}
	p, seq, err := f.Load()
	if err != nil {
		_ = b.close(0)
		return troubled(o, err)
	}
	go debug.FreeOSMemory() // reading left as much garbage as data
	return p, seq, err
}

// troubled opens the workbench on the copies of a file that is damaged, gone or of
// a newer version; any other trouble ends the program with its sentence.
func troubled(o *ui.Options, err error) (*model.Portfolio, uint64, error) {
	var damaged *store.DamagedError
	var missing *store.MissingError
	var newer *store.NewerError
	if errors.As(err, &damaged) || errors.As(err, &missing) || errors.As(err, &newer) {
		o.Trouble = err.Error()
		return model.EmptyPortfolio(), 0, nil
	}
	return nil, 0, err
}

// copies are the files to go back to.
func (b *bench) copies() ui.Copies {
	path := b.start.Path
	return ui.Copies{
		List: func() (out []ui.CopyInfo) {
			for _, c := range store.Copies(backupsOf(path), path, keys) {
				x := ui.CopyInfo{Path: c.Path, Name: filepath.Base(c.Path), Kind: string(c.Kind), At: c.At, Bytes: c.Bytes, Accounts: c.Accounts, Edits: c.Edits, Sealed: c.Sealed}
				if c.Err != nil {
					x.Problem = c.Err.Error()
				}
				out = append(out, x)
			}
			return out
		},
		Restore: b.restore,
		Repair: func() ([]string, error) {
			r, err := store.Repair(path, options(path, nil))
			var secret *store.SecretError
			if errors.As(err, &secret) {
				return nil, errors.New("the file is protected by a passphrase: `accord check --repair` asks for it")
			}
			if err != nil {
				return nil, err
			}
			told := []string{"Everything that can be read is in " + filepath.Base(r.Path) + ", the newest of the copies. The damaged file is as it was.",
				strconv.Itoa(r.Whole) + " of " + strconv.Itoa(r.Check.Accounts) + " accounts are whole."}
			return append(told, r.Lost...), nil
		},
	}
}

// restore puts a copy in place and opens it. Of a protected one it gives nil: the
// passphrase is asked for first.
func (b *bench) restore(from string) (*ui.Opened, string, error) {
	path := b.start.Path
	r, err := store.Restore(path, from, options(path, nil))
	if err != nil {
		return nil, "", err
	}
	told := filepath.Base(from) + " is in place"
	if r.Aside != "" {
		told += "; what was there is in " + filepath.Base(r.Aside)
	}
	o, err := b.opened()
	var secret *store.SecretError
	if errors.As(err, &secret) && secret.Err == nil {
		return nil, told, nil
	}
	return o, told, err
}

// opened opens the file for a workbench that runs already.
func (b *bench) opened() (*ui.Opened, error) {
	var o ui.Options
	if err := b.session(&o); err != nil {
		return nil, err
	}
	if o.Trouble != "" {
		return nil, errors.New(o.Trouble)
	}
	return &ui.Opened{Session: o.Session, Hidden: o.Hidden, Guard: o.Guard, Notice: o.Notice}, nil
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
					out = append(out, snapshotMoment(s))
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

// hide notes in the file whether names are hidden.
func (b *bench) hide(state string) {
	if f := b.file.Load(); f != nil {
		f.Hide(state)
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

// previewForCommands reads a file for the command line.
func previewForCommands(r cli.ImportRequest) (*cli.ImportPreview, error) {
	v, err := exchange.ReadFile(r.Path, r.Portfolio, optionsForCommands(r))
	if err != nil {
		return nil, err
	}
	out := &cli.ImportPreview{File: v.File, Kind: string(v.Kind), Rows: v.Rows, NotWon: v.NotWon, New: len(v.New), Changed: len(v.Changed), Unchanged: len(v.Unchanged),
		Summary: v.Summary(), Details: v.Details(), Problems: v.ProblemLines(), Change: v.Change, History: v.History, Faults: v.ProblemsCSV}
	for _, c := range v.Columns {
		out.Columns = append(out.Columns, cli.ImportColumn{Header: c.Header, Field: c.Field, Why: c.Why})
	}
	for _, q := range v.Questions {
		out.Questions = append(out.Questions, cli.ImportQuestion{Name: q.Name, Account: q.Whose, Why: q.Why, Answer: [...]string{"", "same", "new"}[q.Answer]})
	}
	return out, nil
}

func optionsForCommands(r cli.ImportRequest) exchange.Options {
	return exchange.Options{Kind: exchange.Kind(r.Kind), Map: r.Map, Won: r.Won, Same: r.Same, NewID: store.NewID, Today: r.Today, KeepUnknown: r.KeepUnknown, Progress: r.Progress}
}

func gatherForCommands(paths []string, r cli.ImportRequest) (files, left []string, err error) {
	return exchange.Gather(paths, r.Portfolio, optionsForCommands(r))
}

// previewForScreen reads a file for the workbench. A file whose headings tell too
// little gives its columns, and the sentence that says so.
func previewForScreen(r ui.ImportRequest) (*ui.ImportPreview, error) {
	v, err := exchange.ReadFile(r.Path, r.Portfolio, optionsForScreen(r))
	var unread *exchange.UnreadError
	switch {
	case errors.As(err, &unread):
		return &ui.ImportPreview{Kind: string(unread.Kind), Unread: unread.Error(), Columns: columnsForScreen(unread.Columns), Targets: targetsForScreen(unread.Targets)}, nil
	case err != nil:
		return nil, err
	}
	if v.History != "" {
		v.Notes = append(v.Notes, "The document carries "+v.History+" of history. They are only taken into a new file: accord --file NEW.db import FILE")
	}
	out := &ui.ImportPreview{Title: v.File + ": " + string(v.Kind), Kind: string(v.Kind), Summary: v.Summary(), Unchanged: len(v.Unchanged), Change: v.Change,
		Columns: columnsForScreen(v.Columns), Targets: targetsForScreen(v.Targets), Faults: v.ProblemsCSV}
	for _, s := range v.Mapping {
		out.Said = append(out.Said, ui.ImportSaid{Header: s.Header, Field: s.Field})
	}
	for _, d := range v.New {
		out.Accounts = append(out.Accounts, accountForScreen(d, true))
	}
	for _, d := range v.Changed {
		out.Accounts = append(out.Accounts, accountForScreen(d, false))
	}
	for _, s := range v.Statuses {
		out.Statuses = append(out.Statuses, ui.ImportStatus(s))
	}
	for _, q := range v.Questions {
		out.Questions = append(out.Questions, ui.ImportQuestion{Name: q.Name, ID: q.With, Account: q.Whose, Why: q.Why, Facts: factsForScreen(q.Facts)})
	}
	for _, p := range v.Problems {
		out.Problems = append(out.Problems, ui.ImportProblem(p))
	}
	return out, nil
}

func optionsForScreen(r ui.ImportRequest) exchange.Options {
	if r.Usual {
		r.Won = exchange.UsualWon()
	}
	return exchange.Options{Kind: exchange.Kind(r.Kind), Map: r.Map, Won: r.Won, Exact: r.Exact, Same: r.Same, NewID: store.NewID, Today: r.Today, KeepUnknown: true, Progress: r.Progress}
}

func gatherForScreen(paths []string, r ui.ImportRequest) (files, left []string, err error) {
	return exchange.Gather(paths, r.Portfolio, optionsForScreen(r))
}

func accountForScreen(d exchange.AccountDiff, isNew bool) ui.ImportAccount {
	return ui.ImportAccount{Name: d.Name, New: isNew, Facts: factsForScreen(d.Fields), Contacts: d.NewContacts + d.ChangedContacts, Transactions: d.NewTransactions + d.ChangedTransactions}
}

func factsForScreen(list []exchange.FieldDiff) []ui.ImportFact {
	out := make([]ui.ImportFact, len(list))
	for i, f := range list {
		out[i] = ui.ImportFact(f)
	}
	return out
}

func columnsForScreen(list []exchange.Column) []ui.ImportColumn {
	out := make([]ui.ImportColumn, len(list))
	for i, c := range list {
		out[i] = ui.ImportColumn(c)
	}
	return out
}

func targetsForScreen(list []exchange.Target) []ui.ImportTarget {
	out := make([]ui.ImportTarget, len(list))
	for i, t := range list {
		out[i] = ui.ImportTarget(t)
	}
	return out
}
