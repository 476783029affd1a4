package output

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"accord/model"
	"accord/model/report"
	"accord/model/sample"
	"accord/model/score"
	"accord/model/words/wordstest"
	"accord/store/exchange/papers"
)

// What a program reads is of no language: documents, tables, the days of calendars by
// their ids. What people read is: a report.
func TestFilesForProgramsAreOfNoLanguage(t *testing.T) {
	p, err := sample.Portfolio(model.NewDate(2026, 11, 24))
	if err != nil {
		t.Fatal(err)
	}
	wordstest.InLanguages(t, func(t *testing.T) string {
		s := score.Of(p, model.NewDate(2026, 11, 24))
		all := writers(s)
		var out strings.Builder
		for _, name := range []string{"everything.json", "accounts.csv", "contacts.csv", "actions.csv"} {
			var b bytes.Buffer
			if err := all[name](&b); err != nil {
				t.Fatal(name, err)
			}
			fmt.Fprintln(&out, name)
			out.Write(b.Bytes())
		}
		days := 0
		for _, kind := range report.Kinds() {
			r, ok := report.Build(kind.Key, report.Us, s, p.At(0).ID)
			if !ok || len(r.Days) == 0 {
				continue
			}
			var b bytes.Buffer
			if err := papers.Write(&b, "ics", r); err != nil {
				t.Fatal(err)
			}
			for line := range strings.SplitSeq(b.String(), "\r\n") {
				if strings.HasPrefix(line, "UID:") {
					fmt.Fprintln(&out, line)
					days++
				}
			}
		}
		if days == 0 {
			t.Fatal("no calendar has a day")
		}
		return out.String()
	})
}
