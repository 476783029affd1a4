package exchange

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"accord/model"
)

// WriteCalendar writes open actions and planned reviews that have a day as an
// iCalendar file (RFC 5545), each with an identifier that stays.
func WriteCalendar(w io.Writer, s *model.Scores, account model.AccountID) error {
	var b strings.Builder
	line := func(name, value string) { b.WriteString(folded(name + ":" + value)) }
	line("BEGIN", "VCALENDAR")
	line("VERSION", "2.0")
	line("PRODID", "-//Accord//Accord//EN")
	stamp := strings.ReplaceAll(s.Today().String(), "-", "") + "T000000Z"
	for _, d := range s.Agenda() {
		if !d.Day.Known() || account != "" && d.Account != account || d.Kind != model.DueAction && d.Kind != model.DueReview {
			continue
		}
		a := s.Portfolio().Account(d.Account)
		line("BEGIN", "VEVENT")
		line("UID", icsText(fmt.Sprintf("%s-%s-%s@accord", d.Kind, d.Account, d.ID)))
		line("DTSTAMP", stamp)
		line("DTSTART;VALUE=DATE", strings.ReplaceAll(d.Day.String(), "-", ""))
		line("SUMMARY", icsText(a.Name+": "+d.Text))
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

func icsText(s string) string { return icsEscape.Replace(printable(s)) }

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

// ReportFormats are the formats WriteReport knows, by the end of a file's name.
func ReportFormats() []string { return []string{"md", "html", "xlsx", "ics"} }
