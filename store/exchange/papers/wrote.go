package papers

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"accord/model/report"
	"accord/store/exchange/cells"
)

// ExportTitle is the title of tables that are written as a document.
const ExportTitle = "Export"

func wroteHTML(head []byte) bool {
	return bytes.HasPrefix(head, []byte("<!doctype html>\n<html lang=\"")) && kindInHead.Match(head)
}

// kindInHead is the head of a page, whichever of what it is and whom it is about comes first.
var kindInHead = regexp.MustCompile(`<header>\n(?:<h1><bdi>[^\n]*\n)?<p class="kind"><bdi>`)

func wroteCalendar(head []byte) bool {
	return bytes.HasPrefix(head, []byte("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Accord//"))
}

// dayAtEnd is how the second line of every report ends: of whom, where the title does
// not say it, and the day.
var dayAtEnd = regexp.MustCompile(`(?:^|, )\d{1,2} [A-Z][a-z]{2} \d{4}$`)

func wroteMarkdown(head []byte) bool {
	lines := strings.SplitN(string(head), "\n", 4)
	return len(lines) == 4 && strings.HasPrefix(lines[0], "# ") && isTitle(lines[0][2:], mdText) && lines[1] == "" &&
		dayAtEnd.MatchString(lines[2])
}

// isTitle reports whether a text is the title of a report, as a format writes it; for
// the customer it follows their name.
func isTitle(text string, written func(string) string) bool {
	return slices.ContainsFunc(append(report.Titles(), ExportTitle), func(t string) bool {
		return written(t) == text || strings.HasSuffix(text, written(": "+t))
	})
}

// WroteCSV reports whether the first two records of a table are those of a report.
func WroteCSV(first, second []string) bool {
	return len(first) == 1 && isTitle(first[0], func(s string) string { return cells.Harmless(cells.Printable(s)) }) &&
		len(second) == 1 && dayAtEnd.MatchString(second[0])
}

// reportJSONHead is the beginning of a report for programs; those of the first edition of
// the method do not say an edition.
var reportJSONHead = regexp.MustCompile(`^\{\n(?:  "edition": \d+,\n)?  "title": "(?:[^"\\]|\\.)*",\n  "subtitle": "(?:[^"\\]|\\.)*",\n  "about": "`)

func wroteReportJSON(head []byte) bool { return reportJSONHead.Match(head) }
