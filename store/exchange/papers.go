package exchange

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"encoding/csv"
	"encoding/json"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"

	"accord/model/report"
)

// The formats of papers that are none of a report.
const (
	FormatPortfolio = "portfolio" // everything, as JSON
	FormatPack      = "pack"      // a method pack
	FormatSVG       = "svg"
)

// papers tell a paper that Accord wrote from any other file of its format, by what
// stands in it. An edited one may be taken for somebody's own, which is the safe side.
var papers = map[string]struct {
	name string // in sentences
	ours func(head []byte) bool
}{
	"html":          {"HTML page", oursHTML},
	"md":            {"Markdown text", oursMarkdown},
	"csv":           {"CSV table", oursCSV},
	"xlsx":          {"workbook", nil}, // by its parts
	"ics":           {"calendar", oursCalendar},
	"json":          {"JSON document of this kind", oursReportJSON},
	FormatPortfolio: {"JSON export of everything", func(head []byte) bool { return bytes.HasPrefix(head, []byte(`{"accord":"portfolio",`)) }},
	FormatPack:      {"method pack", oursPack},
	FormatSVG:       {"SVG picture", oursSVG},
}

func paperName(format string) string {
	if p, ok := papers[format]; ok {
		return p.name
	}
	return "paper"
}

// paperHead is how much of a file is looked at; a method pack is read as a whole.
const paperHead = 4 << 20

func isPaper(f *os.File, size int64, format string) bool {
	if format == "xlsx" {
		return oursBook(f, size)
	}
	p, ok := papers[format]
	if !ok {
		return false
	}
	head := make([]byte, min(size, paperHead))
	n, _ := f.ReadAt(head, 0)
	return p.ours(head[:n])
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

func oursHTML(head []byte) bool {
	return bytes.HasPrefix(head, []byte("<!doctype html>\n<html lang=\"")) && kindInHead.Match(head)
}

// kindInHead is the head of a page, whichever of what it is and whom it is about comes first.
var kindInHead = regexp.MustCompile(`<header>\n(?:<h1><bdi>[^\n]*\n)?<p class="kind"><bdi>`)

func oursSVG(head []byte) bool {
	first, _, _ := bytes.Cut(head, []byte("\n"))
	return bytes.HasPrefix(first, []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="`)) &&
		bytes.HasSuffix(first, []byte(`font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="14">`))
}

func oursCalendar(head []byte) bool {
	return bytes.HasPrefix(head, []byte("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Accord//"))
}

// dayAtEnd is how the second line of every report ends: of whom, where the title does
// not say it, and the day.
var dayAtEnd = regexp.MustCompile(`(?:^|, )\d{1,2} [A-Z][a-z]{2} \d{4}$`)

func oursMarkdown(head []byte) bool {
	lines := strings.SplitN(string(head), "\n", 4)
	return len(lines) == 4 && strings.HasPrefix(lines[0], "# ") && isTitle(lines[0][2:], mdText) && lines[1] == "" && dayAtEnd.MatchString(lines[2])
}

// isTitle reports whether a text is the title of a report, as a format writes it; for
// the customer it follows their name.
func isTitle(text string, written func(string) string) bool {
	return slices.ContainsFunc(append(report.Titles(), exportTitle), func(t string) bool {
		return written(t) == text || strings.HasSuffix(text, written(": "+t))
	})
}

func oursCSV(head []byte) bool {
	head = bytes.TrimPrefix(head, []byte("\ufeff"))
	if i := bytes.IndexByte(head, '\n'); i < 1 || head[i-1] != '\r' {
		return false
	}
	r := csv.NewReader(bytes.NewReader(head))
	r.FieldsPerRecord = -1
	first, err := r.Read()
	if err != nil {
		return false
	}
	if len(first) == 1 && isTitle(first[0], func(s string) string { return harmless(printable(s)) }) {
		second, err := r.Read()
		return err == nil && len(second) == 1 && dayAtEnd.MatchString(second[0])
	}
	return slices.Equal(first, problemHeads) || slices.Equal(first, contactTable(nil).header()) || slices.Equal(first, actionTable(nil).header()) ||
		first[0] == accountHead && slices.Contains(first, scoreHead+"strategic")
}

var reportJSONHead = regexp.MustCompile(`^\{\n  "title": "(?:[^"\\]|\\.)*",\n  "subtitle": "(?:[^"\\]|\\.)*",\n  "about": "`)

func oursReportJSON(head []byte) bool { return reportJSONHead.Match(head) }

func oursPack(head []byte) bool {
	var p struct {
		Name        string            `json:"name"`
		Instruments []json.RawMessage `json:"instruments"`
	}
	return bytes.HasPrefix(head, []byte("{\n \"name\": ")) && json.Unmarshal(head, &p) == nil && len(p.Instruments) > 0
}

// oursBook knows a workbook by its parts: other programs write more, and in another order.
func oursBook(f *os.File, size int64) bool {
	z, err := zip.NewReader(f, size)
	if err != nil || len(z.File) <= len(bookParts) {
		return false
	}
	for i, name := range bookParts {
		if z.File[i].Name != name {
			return false
		}
	}
	part, err := z.File[1].Open()
	if err != nil {
		return false
	}
	defer func() { _ = part.Close() }()
	text, err := io.ReadAll(io.LimitReader(part, 1<<12))
	return err == nil && string(text) == xmlHead+bookRelations
}
