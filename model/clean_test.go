package model

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestCleanTakesWhatNobodySeesAndLeavesWhatScriptsNeed(t *testing.T) {
	for in, want := range map[string]string{
		"Ac\u200bme": "Acme", "\ufeffAcme": "Acme", "Ac\u00adme": "Acme", "Ac\u2060me\u2061\u2062\u2063\u2064": "Acme", "\u202eAcme\u202c": "Acme",
		"\u2066Acme\u2069\u200e\u200f\u061c": "Acme", "Acme\u3164\uffa0\u115f\u1160": "Acme", "Acme\ufe0f": "Acme", "1\ufe0f": "1", "Acme\U000e0041\U000e0042": "Acme",
		"Ac\U000e0001me": "Acme", "Ac\ufdd0me\uffff\U0001fffe\U0010ffff": "Acme", "Ac\u200dme\u200c": "Acme", "A\u034fcme": "Acme", "Acme\ufff9x\ufffb": "Acmex",
		"a\xffb": "a\ufffdb", "\xed\xa0\x80": "\ufffd", "A\u2800B": "A B", "a\x00\x1b[31mb\u009b": "a[31mb", "two\nlines\tand": "two\nlines\tand", "אב\u200dג": "אבג",
		// flags: England's has its tags, another country's letters have none
		"\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f":           "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
		"\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067":                     "\U0001f3f4",
		"\U0001f3f4\U000e0068\U000e0069\U000e007f":                                         "\U0001f3f4",
		"\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f\U000e0041": "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
		"\U000e0067\U000e0062": "",
		// what languages and pictures need
		"می\u200cخواهم": "می\u200cخواهم", "क्\u200dष": "क्\u200dष", "ന്\u200d": "ന്\u200d", "ශ්\u200dරී": "ශ්\u200dරී", "ه\u200d.": "ه\u200d.",
		"می\u200c\u200cخواهم": "می\u200cخواهم", "می\u200c": "می",
		"👩\u200d💻": "👩\u200d💻", "👨🏽\u200d🚀": "👨🏽\u200d🚀", "🏳\ufe0f\u200d🌈": "🏳\ufe0f\u200d🌈", "👩\u200d": "👩", "☎\ufe0f": "☎\ufe0f", "☎\ufe0f\ufe0f": "☎\ufe0f", "1\ufe0f\u20e3": "1\ufe0f\u20e3",
		"葛\U000e0100城": "葛\U000e0100城", "葛\U000e0100\U000e0101城": "葛\U000e0100城", "A\U000e0100": "A", "ᠠ\u180b": "ᠠ\u180b", "שָׁלוֹם": "שָׁלוֹם", "יְרוּשָׁלִַם": "יְרוּשָׁלִַם", "1\u00a0234": "1\u00a0234",
	} {
		if got := Clean(in); got != want {
			t.Errorf("Clean(%+q) = %+q, want %+q", in, got, want)
		}
	}
	if got := CleanLine(" a\r\nb\u2028c\u200b "); got != "a b c" {
		t.Errorf("%q", got)
	}
	if got := CleanText(" a\r\nb\rc\u2029d \u200b"); got != "a\nb\nc\nd" {
		t.Errorf("%q", got)
	}
}

// FuzzClean asks of any text that cleaning it once is enough, and leaves text.
func FuzzClean(f *testing.F) {
	for _, s := range []string{"Acme", "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "می\u200cخواهم", "👩\u200d💻\ufe0f", "\xff\u200b\u034f", "葛\U000e0100", "अ\u200d\u200cब", "☎\u034f\ufe0f"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := Clean(s)
		if !utf8.ValidString(once) || Clean(once) != once {
			t.Fatalf("%+q: %+q, then %+q", s, once, Clean(once))
		}
		if line := CleanLine(s); CleanLine(line) != line || strings.ContainsAny(line, "\n\r\t\v\f\u2028\u2029") {
			t.Fatalf("%+q: %+q", s, line)
		}
		for _, r := range once {
			if r != '\n' && r != '\t' && Invisible(r) {
				t.Fatalf("%+q keeps %+q", s, r)
			}
		}
		if once = CleanLine(s); SameName(once) != SameName(s) {
			t.Fatalf("%+q and %+q are two names", s, once)
		}
	})
}
