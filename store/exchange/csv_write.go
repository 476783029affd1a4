package exchange

import (
	"bytes"
	"encoding/csv"
	"io"
)

// csvWriter writes a table as RFC 4180 has it, with the line ends of Windows; no cell
// is ever a formula.
type csvWriter struct{ to *csv.Writer }

// newCSVWriter begins a table. With bom the text begins with a byte order mark, which
// Excel needs to see that it is UTF-8.
func newCSVWriter(w io.Writer, bom bool) (*csvWriter, error) {
	if bom {
		if _, err := io.WriteString(w, "\ufeff"); err != nil {
			return nil, err
		}
	}
	c := csv.NewWriter(w)
	c.UseCRLF = true
	return &csvWriter{c}, nil
}

// Row writes one record.
func (w *csvWriter) Row(cells ...string) error {
	safe := make([]string, len(cells))
	for i, c := range cells {
		safe[i] = harmless(c)
	}
	return w.to.Write(safe)
}

// Flush ends the table; it says whether all of it was written.
func (w *csvWriter) Flush() error {
	w.to.Flush()
	return w.to.Error()
}

// firstRecords gives the first two records of a table as csvWriter writes it; the second is
// nil where it cannot be read. ok is false for a table of somebody else.
func firstRecords(head []byte) (first, second []string, ok bool) {
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
