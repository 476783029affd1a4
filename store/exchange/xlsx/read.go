package xlsx

import (
	"bytes"
	"strings"

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
		return "", "", cells.Refuse(name, "Open it in a spreadsheet and save it as XLSX or CSV.", "this is no workbook that can be read: %v", err)
	}
	var others []string
	for i, s := range w.sheets {
		if text, err = w.text(s.part); err != nil {
			return "", "", cells.Refuse(name, "Open it in a spreadsheet and save it as CSV.", "the sheet %s cannot be read: %v", cells.Quote(s.name), err)
		}
		if strings.TrimSpace(text) != "" {
			for _, o := range w.sheets[i+1:] {
				others = append(others, o.name)
			}
			break
		}
	}
	if strings.TrimSpace(text) == "" {
		return "", "", cells.Refuse(name, "Look whether what you want is on a hidden sheet.", "the file is empty")
	}
	if len(others) > 0 {
		note = "Only the first sheet was read; not " + strings.Join(others, ", ") + ". Save those as files of their own to import them."
	}
	if w.hidden > 0 {
		note = strings.TrimSpace(note + " " + cells.Count(w.hidden, "hidden column") + " left out.")
	}
	return text, note, nil
}
