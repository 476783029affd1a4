package shell

import (
	"testing"

	"accord/model"
	"accord/ui/kit"
)

func TestParseDay(t *testing.T) {
	today := model.NewDate(2026, 11, 24) // a Tuesday
	for text, want := range map[string]string{
		"": "", "-": "", " ": "",
		"2026-11-24": "2026-11-24", "2027-02-28": "2027-02-28",
		"today": "2026-11-24", "Today ": "2026-11-24", "tomorrow": "2026-11-25", "yesterday": "2026-11-23",
		"+3d": "2026-11-27", "+2w": "2026-12-08", "+1m": "2026-12-24", "+3m": "2027-02-24", "+1y": "2027-11-24", "-1w": "2026-11-17",
		"fri": "2026-11-27", "Friday": "2026-11-27", "tue": "2026-12-01", "mon": "2026-11-30", "next wed": "2026-11-25",
		"30.11": "2026-11-30", "30.11.": "2026-11-30", "24.11": "2026-11-24", "23.11": "2027-11-23", "1.2": "2027-02-01",
		"30.11.2027": "2027-11-30", "30.11.27": "2027-11-30", "29.2": "2028-02-29",
		"30 Nov": "2026-11-30", "nov 30": "2026-11-30", "3 march 2027": "2027-03-03", "24 Nov 2026": "2026-11-24", "March 3, 2027": "2027-03-03",
		"q1": "2027-03-31", "q4": "2026-12-31", "Q2 2028": "2028-06-30", "q3 27": "2027-09-30",
	} {
		got, err := kit.ParseDay(text, today)
		if err != nil || got.String() != want {
			t.Errorf("%q is %q, %v; want %q", text, got, err, want)
		}
	}
	for _, text := range []string{"3", "x", "31.2", "32.1", "0.1", "1.13", "3/4", "q5", "q", "+2", "+w", "30.11.202", "2026-13-01", "noon", "30 smarch", "+99999d", "fr", "1.1.1.1"} {
		if got, err := kit.ParseDay(text, today); err == nil {
			t.Errorf("%q was taken as %s", text, got)
		}
	}
	if d, err := kit.ParseDay("+1m", model.NewDate(2027, 1, 31)); err != nil || d != model.NewDate(2027, 2, 28) {
		t.Errorf("a month after 31 January is %v, %v", d, err)
	}
}
