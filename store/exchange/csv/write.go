package csv

import (
	"bytes"
	"encoding/csv"
	"io"

	"accord/store/exchange/cells"
)

// Writer writes a table as RFC 4180 has it, with the line ends of Windows; no cell
// is ever a formula.
type Writer struct{ to *csv.Writer }

// NewWriter begins a table. With bom the text begins with a byte order mark, which
// Excel needs to see that it is UTF-8.
func NewWriter(w io.Writer, bom bool) (*Writer, error) {
	if bom {
		if _, err := io.WriteString(w, "\ufeff"); err != nil {
			return nil, err
		}
	}
	c := csv.NewWriter(w)
	c.UseCRLF = true
	return &Writer{c}, nil
}

// Row writes one record.
func (w *Writer) Row(record ...string) error {
	safe := make([]string, len(record))
	for i, c := range record {
		safe[i] = cells.Harmless(c)
	}
	return w.to.Write(safe)
}

// Flush ends the table; it says whether all of it was written.
func (w *Writer) Flush() error {
	w.to.Flush()
	return w.to.Error()
}

// FirstRecords gives the first two records of a table as a Writer writes it; the second is
// nil where it cannot be read. ok is false for a table of somebody else.
func FirstRecords(head []byte) (first, second []string, ok bool) {
	head = bytes.TrimPrefix(head, []byte("\ufeff"))
	if i := bytes.IndexByte(head, '\n'); i < 1 || head[i-1] != '\r' {
		return nil, nil, false
	}
	r := csv.NewReader(bytes.NewReader(head))
	r.FieldsPerRecord = -1
	first, err := r.Read()
	if err != nil {
		return nil, nil, false
	}
	if second, err = r.Read(); err != nil {
		second = nil
	}
	return first, second, true
}
