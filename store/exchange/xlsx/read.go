package xlsx

import (
	"bytes"
	"strings"

	"accord/model/words"
	"accord/store/exchange/cells"
)

// Workbooks are read and written with the standard library: the libraries for them
// bring a network client into the binary, and Accord promises to have none.

// Looks reports whether a file is a workbook, by its first bytes: what
// it is called says little.
func Looks(data []byte) bool { return bytes.HasPrefix(data, []byte("PK\x03\x04")) }

// Text is the first sheet with content of a workbook, as rows of text
// between tabs, a row a line, and what was left out. Hidden sheets and columns are
// left out.
func Text(data []byte, name string) (text, note string, err error) {
	w := workbook{}
	if err := w.open(data); err != nil {
		return "", "", cells.Refuse(
			name,
			words.T("xlsx.open-spreadsheet-save-as-xlsx"),
			words.T("xlsx.this-no-workbook-can-read", err),
		)
	}
	var others []string
	for i, s := range w.sheets {
		if text, err = w.text(s.part); err != nil {
			return "", "", cells.Refuse(
				name,
				words.T("xlsx.open-spreadsheet-save-as-csv"),
				words.T("xlsx.sheet-cannot-read", cells.Quote(s.name), err),
			)
		}
		if strings.TrimSpace(text) != "" {
			for _, o := range w.sheets[i+1:] {
				others = append(others, o.name)
			}
			break
		}
	}
	if strings.TrimSpace(text) == "" {
		return "", "", cells.Refuse(name, words.T("xlsx.look-whether-what-you-want"), words.T("xlsx.file-empty"))
	}
	switch list := strings.Join(others, ", "); {
	case len(others) > 0 && w.hidden > 0:
		note = words.T("xlsx.only-first-sheet-read-hidden-left-out", list, w.hidden)
	case len(others) > 0:
		note = words.T("xlsx.only-first-sheet-read-not", list)
	case w.hidden > 0:
		note = words.T("xlsx.left-out", w.hidden)
	}
	return text, note, nil
}
