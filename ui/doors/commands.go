package doors

import (
	"errors"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	"accord/model"
	"accord/store"
	"accord/store/copies"
	"accord/store/exchange"
	"accord/store/exchange/output"
	"accord/store/exchange/papers"
	"accord/store/place"
	"accord/store/seal"
	"accord/ui/cli"
	"accord/ui/relmap"
)

// Commands are the store as the command line needs it.
func Commands() cli.Doors {
	return cli.Doors{
		DefaultPath: place.DefaultPath,
		Known:       place.Known,
		NewID:       place.NewID,
		Open:        func(path string) (cli.Keeper, error) { return keep(store.Open(path, options(path, nil))) },
		Create: func(path string, p *model.Portfolio) (cli.Keeper, error) {
			return keep(store.Create(path, p, options(path, nil)))
		},
		Read:      read,
		History:   history,
		Check:     check,
		Repair:    repair,
		Hides:     func(path string) bool { return store.MayHide(path, keys) },
		Keep:      keepSnapshot,
		Browse:    browse,
		Backup:    func(path, dest string) error { return store.BackupFile(path, dest, keys) },
		Backups:   func(path string) []string { return copies.Backups(backupsOf(path), path) },
		CanBackUp: func(path string) error { return copies.CanBackUp(backupsOf(path)) },
		Copies:    copyList,
		LookAt:    lookAt,
		Restore:   restore,
		Preview:   previewForCommands,
		Gather:    gatherForCommands,
		Kinds:     kindsForCommands(),
		Template:  func(kind string) ([]byte, error) { return exchange.Template(exchange.Kind(kind), model.NewProgramme()) },
		MapLooks:  relmap.MapLooks(),
		DrawMap:   relmap.DrawMap,
		PaperMap:  relmap.PaperMap,
		Report:    papers.Write,
		Formats:   papers.Formats(),
		ReadText:  readText,
		MayWrite:  func(o cli.Output) error { return olderForCommands(outputOf(o).Check()) },
		WriteText: func(o cli.Output, text []byte) error { return olderForCommands(outputOf(o).Write(just(text))) },
		Export:    exportTables,
		ExportAll: exportAll,
		Revive:    revive,
		Version:   versionOf,
		Exit:      exitCode,

		Rescues:    func(met func(string, string)) { rescueMet = met },
		Asks:       func(ask func(string, int) (string, error)) { keys.Ask = ask },
		Sealed:     store.Sealed,
		Protects:   keys.Protects,
		GoodPhrase: seal.GoodPhrase,
		Protect:    protect,
		Unprotect:  func(path string) error { return store.Unprotect(path, options(path, nil)) },
		Passphrase: func(path, now, then string) (string, error) {
			return store.ChangePassphrase(path, now, then, options(path, nil))
		},
		Guard:     guard,
		Leftovers: func(path string) []string { return store.Leftovers(path, options(path, nil).BackupDir) },
		Tells:     func(say func(string)) { tell = say },
		Older:     func(path string) []string { return store.OlderCopies(path, options(path, nil).BackupDir) },
		Abandoned: func(path string) []string { return store.Abandoned(path, options(path, nil)) },
		Seal:      func(old, path string) error { return store.SealCopy(old, path, options(path, nil)) },
	}
}

// tell says on the command line what reading a file noticed.
var tell func(string)

func protect(path, phrase string, g cli.Guard) (string, error) {
	return store.Protect(path, phrase, seal.Guard(g), options(path, nil))
}

func guard(path string, change func(*cli.Guard)) (cli.Guard, error) {
	g, err := store.Guarded(path, func(g *seal.Guard) { change((*cli.Guard)(g)) }, options(path, nil))
	return cli.Guard(g), err
}

// rescueMet hears of rescue files that a command meets; the workbench tells them on
// its screen.
var rescueMet func(path, sentence string)

func onRescue(r store.Rescue) {
	if rescueMet != nil {
		rescueMet(r.Path, r.String())
	}
}

func options(path string, onState func(store.State)) store.Options {
	return store.Options{Now: time.Now, Program: "accord " + Version(), OnState: onState, BackupDir: backupsOf(path), Keys: keys, OnRescue: onRescue, Interrupts: interrupts}
}

// interrupts are the signals that ask the program to end, for work that leaves
// nothing behind when it is.
func interrupts() (stop <-chan os.Signal, end func()) {
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	return asked, func() { signal.Stop(asked) }
}

// backupsOf is the folder that the copies of a file lie in.
func backupsOf(path string) string { return filepath.Join(filepath.Dir(path), "backups") }

// keeper is a file whose Close waits until everything is on the disk.
type keeper struct{ *store.File }

func (k keeper) Close() error { return k.File.Close(0) }

// Note is what people should know of saving besides, once all is saved.
func (k keeper) Note() string { return k.State().Note }

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
	var locked *place.LockedError
	var mapping *exchange.MapError
	var same *exchange.SameError
	var refused *output.RefusedError
	switch {
	case errors.As(err, &locked):
		return cli.ExitInUse
	case errors.As(err, &mapping), errors.As(err, &same), errors.As(err, &refused):
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
	o.OnHidden, o.OnOlder = func(string) { hidden = true }, tell
	p, _, err := store.OpenReadOnly(path, o)
	if err == nil && hidden {
		err = cli.ErrHidden
	}
	return p, err
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

func copyList(path string) (out []cli.Copy) {
	for _, c := range copies.List(backupsOf(path), path, keys) {
		out = append(out, copyOut(c))
	}
	return out
}

func lookAt(path, from string) cli.Copy {
	c := copyOut(copies.For(backupsOf(path), path, from, keys))
	c.Merges = c.Verified && store.MovedOn(path, from, options(path, nil))
	return c
}

func copyOut(c copies.Copy) cli.Copy {
	out := cli.Copy{Path: c.Path, Kind: string(c.Kind), At: c.At, Bytes: c.Bytes, Accounts: c.Accounts, Steps: c.Steps, Edits: c.Edits, Verified: c.Err == nil, Sealed: c.Sealed, Other: c.Other}
	if c.Err != nil {
		out.Problem = c.Err.Error()
	}
	return out
}

func restore(path, from string) (cli.Restored, error) {
	r, err := store.Restore(path, from, options(path, nil))
	return cli.Restored{Copy: copyOut(r.Copy), Aside: r.Aside, Told: r.Told, Merged: r.Merged, Clashes: r.Clashes, Kept: r.Kept}, err
}

// readText reads a small text file. One larger than a method pack may be is not read
// to its end: what is there is enough to refuse it.
func readText(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, model.MaxPack+1))
}
