package exchange

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"accord/model"
	"accord/store/exchange/cells"
)

// Options say how to read a file.
type Options struct {
	Kind Kind
	// Map sends a header to a field, whatever the header says: "Firma" to
	// "account.name". Sending it to "-" leaves the column out, to "+" keeps it as a
	// custom field of accounts.
	Map map[string]string
	// Headings is the line of the file that has the headings; 0 finds it.
	Headings int
	// Won are the status values of transactions that count; empty are the known
	// words (won, closed won, invoiced, posted, paid).
	Won []string
	// NewID gives fresh identifiers.
	NewID func() string
	// Exact says that Map is all there is: what was said about the columns of an
	// earlier file with the same headings is left aside.
	Exact bool
	// Same answers the questions a preview asks: a name in the file, and the account
	// it is, by name or id, or "-" for a new one.
	Same map[string]string
	// Today is the day new accounts are created on.
	Today model.Date
	// Progress hears how much of the work is done, in units of its own; false
	// cancels. It may be nil.
	Progress func(done, total int64) bool
	// KeepUnknown keeps columns that no field takes as custom fields of accounts.
	KeepUnknown bool

	recalled *model.Mapping
}

// ErrCancelled is what Read returns when Progress said stop.
var ErrCancelled = errors.New("the import was cancelled; nothing was changed")

// Read reads a file and says what it would change in p. name is what the user
// calls the file. The error is for a file that cannot be read as a whole.
func Read(r io.Reader, name string, p *model.Portfolio, o Options) (*Preview, error) {
	if o.NewID == nil {
		return nil, cells.Refuse(name, "", "no source of identifiers was given")
	}
	data, err := io.ReadAll(io.LimitReader(r, cells.MaxSize+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(data) > cells.MaxSize {
		return nil, cells.Refuse(name, "Split it into several files.", "the file is larger than %d MB", cells.MaxSize>>20)
	}
	return read(data, name, p, o)
}

// ReadFile is Read for a file on disk.
func ReadFile(path string, p *model.Portfolio, o Options) (*Preview, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, cells.Refuse(filepath.Base(path), "Check the name and the folder.", "%v", cells.Reason(err))
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, cells.Refuse(filepath.Base(path), "Name a file in it.", "this is a folder")
	}
	return Read(f, filepath.Base(path), p, o)
}
