package exchange

import (
	"fmt"
	"io"
	"strings"

	"accord/model/report"
)

// WriteReport writes a report in one of the ReportFormats. It knows nothing but the
// report, so that what is left out of one is in none of its formats.
func WriteReport(w io.Writer, format string, r *report.Report) error {
	switch format {
	case "md":
		return WriteMarkdown(w, r)
	case "html":
		return WriteHTML(w, r)
	case "xlsx":
		return WriteXLSX(w, r)
	case "csv":
		return WriteReportCSV(w, r, true)
	case "json":
		return WriteReportJSON(w, r)
	case "ics":
		return WriteCalendar(w, r)
	}
	return fmt.Errorf("there is no format %q; choose %s", format, strings.Join(ReportFormats(), ", "))
}
