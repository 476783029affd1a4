package doors

import (
	"accord/model"
	"accord/store"
	"accord/ui/cli"
)

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
