package exchange

import (
	"fmt"
	"io"
	"strings"

	"accord/model"
	"accord/model/report"
)

// WriteReport writes a report in one of the ReportFormats. A calendar has the days
// of the account, or of all without one.
func WriteReport(w io.Writer, format string, r *report.Report, s *model.Scores, account model.AccountID) error {
	switch format {
	case "md":
		return WriteMarkdown(w, r)
	case "html":
		return WriteHTML(w, r)
	case "xlsx":
		return WriteXLSX(w, r)
	case "ics":
		return WriteCalendar(w, s, account)
	}
	return fmt.Errorf("there is no format %q; choose %s", format, strings.Join(ReportFormats(), ", "))
}
