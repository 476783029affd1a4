package papers

import (
	"io"
	"strings"
	"unicode/utf8"

	"accord/model"
	"accord/model/report"
	"accord/model/words"
	"accord/store/exchange/cells"
)

var errNoDays = words.Fail("exchange-papers.nothing-this-report-day-there")

// writeCalendar writes the days of a report as an iCalendar file (RFC 5545), each
// with an identifier that stays.
func writeCalendar(w io.Writer, r *report.Report) error {
	if len(r.Days) == 0 {
		return errNoDays // a calendar without an entry is none
	}
	var b strings.Builder
	line := func(name, value string) { b.WriteString(folded(name + ":" + value)) }
	date := func(d model.Date) string { return strings.ReplaceAll(d.String(), "-", "") }
	line("BEGIN", "VCALENDAR")
	line("VERSION", "2.0")
	line("PRODID", "-//Accord//Accord//EN")
	for _, d := range r.Days {
		line("BEGIN", "VEVENT")
		line("UID", icsText(d.ID))
		line("DTSTAMP", date(r.Today)+"T000000Z")
		line("DTSTART;VALUE=DATE", date(d.Day))
		line("SUMMARY", icsText(d.Text))
		if d.Owner != "" {
			line("DESCRIPTION", icsText(d.Owner))
		}
		line("TRANSP", "TRANSPARENT")
		line("END", "VEVENT")
	}
	line("END", "VCALENDAR")
	_, err := io.WriteString(w, b.String())
	return err
}

var icsEscape = strings.NewReplacer("\\", "\\\\", ";", "\\;", ",", "\\,", "\n", "\\n")

func icsText(s string) string { return icsEscape.Replace(cells.Printable(s)) }

// folded breaks a line after at most 75 octets, between letters; what goes on
// begins with a blank.
func folded(s string) string {
	var b strings.Builder
	room := 75
	for len(s) > room {
		cut := room
		for cut > 0 && !utf8.RuneStart(s[cut]) {
			cut--
		}
		b.WriteString(s[:cut] + "\r\n ")
		s, room = s[cut:], 74
	}
	return b.String() + s + "\r\n"
}
