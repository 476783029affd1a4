package doors

import (
	"errors"
	"io"
	"os"

	"accord/model"
	"accord/store"
	"accord/store/copies"
	"accord/store/exchange"
	"accord/store/exchange/match"
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

func protect(path, phrase string, g cli.Guard) (string, error) {
	return store.Protect(path, phrase, seal.Guard(g), options(path, nil))
}

func guard(path string, change func(*cli.Guard)) (cli.Guard, error) {
	g, err := store.Guarded(path, func(g *seal.Guard) { change((*cli.Guard)(g)) }, options(path, nil))
	return cli.Guard(g), err
}

func exitCode(err error) int {
	var locked *place.LockedError
	var mapping *exchange.MapError
	var same *match.SameError
	var refused *output.RefusedError
	switch {
	case errors.As(err, &locked):
		return cli.ExitInUse
	case errors.As(err, &mapping), errors.As(err, &same), errors.As(err, &refused):
		return cli.ExitUsage
	}
	return cli.ExitFailed
}

func check(path string) (cli.Checked, error) {
	r, err := store.Check(path, keys)
	return checked(&r), err
}

func checked(r *store.Report) cli.Checked {
	return cli.Checked{
		Path:      r.Path,
		Bytes:     r.Bytes,
		Format:    r.Schema,
		Accounts:  r.Accounts,
		Records:   r.Records,
		Steps:     r.Steps,
		Snapshots: r.Snapshots,
		Warning:   r.Warning,
		Damage:    r.Bad,
	}
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
	out := cli.Copy{
		Path:     c.Path,
		Kind:     string(c.Kind),
		At:       c.At,
		Bytes:    c.Bytes,
		Accounts: c.Accounts,
		Steps:    c.Steps,
		Edits:    c.Edits,
		Verified: c.Err == nil,
		Sealed:   c.Sealed,
		Other:    c.Other,
	}
	if c.Err != nil {
		out.Problem = c.Err.Error()
	}
	return out
}

func restore(path, from string) (cli.Restored, error) {
	r, err := store.Restore(path, from, options(path, nil))
	return cli.Restored{
		Copy:    copyOut(r.Copy),
		Aside:   r.Aside,
		Told:    r.Told,
		Merged:  r.Merged,
		Clashes: r.Clashes,
		Kept:    r.Kept,
	}, err
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
