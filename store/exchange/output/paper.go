package output

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"encoding/json"
	"io"
	"os"
	"slices"

	"accord/model/words"
	"accord/store/exchange"
	"accord/store/exchange/csv"
	"accord/store/exchange/export"
	"accord/store/exchange/papers"
	"accord/store/exchange/xlsx"
)

// The formats of papers that are none of a report.
const (
	FormatPortfolio = "portfolio" // everything, as JSON
	FormatPack      = "pack"      // a method pack
	FormatSVG       = "svg"
)

// others are the papers that are no report, with what they are called in sentences and
// what tells one that Accord wrote.
var others = words.Table(func() map[string]struct {
	name  string
	wrote func(head []byte) bool
} {
	return map[string]struct {
		name  string
		wrote func(head []byte) bool
	}{
		FormatPortfolio: {words.T("output.json-export-everything"), func(head []byte) bool { return bytes.HasPrefix(head, []byte(`{"accord":"portfolio",`)) }},
		FormatPack:      {words.T("output.method-pack"), wrotePack},
		FormatSVG:       {words.T("output.svg-picture"), wroteSVG},
		"csv":           {papers.Name("csv"), wroteCSV}, // also of lists
	}
})

func paperName(format string) string {
	return cmp.Or(others()[format].name, papers.Name(format), words.T("output.paper"))
}

// paperHead is how much of a file is looked at; a method pack is read as a whole.
const paperHead = 4 << 20

func isPaper(f *os.File, size int64, format string) bool {
	if format == "xlsx" {
		return xlsx.Wrote(f, size)
	}
	head := make([]byte, min(size, paperHead))
	n, _ := f.ReadAt(head, 0)
	if p, ok := others()[format]; ok {
		return p.wrote(head[:n])
	}
	return papers.Wrote(format, head[:n])
}

// isPortfolio reports whether a file is a database, sealed or not, by the mark in
// either of its headers; a damaged one may have kept only the second, whose place
// depends on the size of its pages. Edits that were not saved are one too.
func isPortfolio(f io.ReaderAt) bool {
	const mark, head = 0xED0CDAED, 16
	b := make([]byte, 64)
	marked := func(at int64) bool {
		n, _ := f.ReadAt(b[:4], at+head)
		return n == 4 && binary.LittleEndian.Uint32(b) == mark
	}
	if marked(0) {
		return true
	}
	for page := int64(1 << 9); page <= 1<<16; page <<= 1 {
		if marked(page) {
			return true
		}
	}
	n, _ := f.ReadAt(b, 0)
	return bytes.HasPrefix(b[:n], []byte(`{"accord_rescue":`))
}

// wroteCSV knows the tables of a report, those of an export and the list of problems.
func wroteCSV(head []byte) bool {
	first, second, ok := csv.FirstRecords(head)
	return ok && (papers.WroteCSV(first, second) || export.Wrote(first) || slices.Equal(first, exchange.ProblemHeads))
}

func wroteSVG(head []byte) bool {
	first, _, _ := bytes.Cut(head, []byte("\n"))
	return bytes.HasPrefix(first, []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="`)) &&
		bytes.HasSuffix(first, []byte(`font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="14">`))
}

func wrotePack(head []byte) bool {
	var p struct {
		Name        string            `json:"name"`
		Instruments []json.RawMessage `json:"instruments"`
	}
	return bytes.HasPrefix(head, []byte("{\n \"name\": ")) && json.Unmarshal(head, &p) == nil && len(p.Instruments) > 0
}
