package exchange

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"accord/model"
	"accord/model/words"
	"accord/store/exchange/cells"
)

// Read reads a file and says what it would change in p. name is what the user
// calls the file. The error is for a file that cannot be read as a whole.
func Read(r io.Reader, name string, p *model.Portfolio, o Options) (*Preview, error) {
	if o.NewID == nil {
		return nil, cells.Refuse(name, "", words.T("exchange.no-source-identifiers-given"))
	}
	data, err := io.ReadAll(io.LimitReader(r, cells.MaxSize+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(data) > cells.MaxSize {
		return nil, cells.Refuse(
			name,
			words.T("exchange.split-into-several-files"),
			words.T("exchange.file-larger-than-mb", cells.MaxSize>>20),
		)
	}
	return read(data, name, p, o)
}

// ReadFile is Read for a file on disk.
func ReadFile(path string, p *model.Portfolio, o Options) (*Preview, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, cells.Refuse(
			filepath.Base(path),
			words.T("exchange.check-name-folder"),
			fmt.Sprintf("%v", cells.Reason(err)),
		)
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, cells.Refuse(filepath.Base(path), words.T("exchange.name-file"), words.T("exchange.this-folder"))
	}
	return Read(f, filepath.Base(path), p, o)
}
