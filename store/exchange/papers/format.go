package papers

import (
	"io"
	"strings"

	"accord/model/report"
	"accord/model/words"
)

// format is one way to write a report.
type format struct {
	ending string // of a file's name
	name   string // in sentences
	write  func(io.Writer, *report.Report) error
	wrote  func(head []byte) bool // tells an older one of ours by how it begins; nil is told elsewhere
}

// formats are all of them: a new one is its file and its row.
var formats = words.Table(func() []format {
	return []format{
		{"md", words.T("exchange-papers.markdown-text"), writeMarkdown, wroteMarkdown},
		{"html", words.T("exchange-papers.html-page"), writeHTML, wroteHTML},
		{"xlsx", "workbook", writeXLSX, nil},
		{"csv", words.T("exchange-papers.csv-table"), writeReportCSV, nil},
		{"ics", "calendar", writeCalendar, wroteCalendar},
		{"json", words.T("exchange-papers.json-document-this-kind"), writeReportJSON, wroteReportJSON},
	}
})

// Formats are the formats Write knows, by the end of a file's name.
func Formats() []string {
	var out []string
	for _, f := range formats() {
		out = append(out, f.ending)
	}
	return out
}

// Write writes a report in one of the Formats. It knows nothing but the
// report, so that what is left out of one is in none of its formats.
func Write(w io.Writer, ending string, r *report.Report) error {
	for _, f := range formats() {
		if f.ending == ending {
			return f.write(w, r)
		}
	}
	return words.Fail("exchange-papers.there-no-format-choose", ending, strings.Join(Formats(), ", "))
}

// Name is what a format is called in sentences, "" for none of a report.
func Name(ending string) string {
	for _, f := range formats() {
		if f.ending == ending {
			return f.name
		}
	}
	return ""
}

// Wrote tells an older report of ours from any other file of its format, by how
// it begins. An edited one may be taken for somebody's own, which is the safe side.
func Wrote(ending string, head []byte) bool {
	for _, f := range formats() {
		if f.ending == ending && f.wrote != nil {
			return f.wrote(head)
		}
	}
	return false
}
