package csv

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// Every record of any text comes, on lines that rise, and none is lost: what is not
// a separator, a quote or a line end is in some cell.
func FuzzRows(f *testing.F) {
	f.Add("a,b\n\"c\nd\",e\n", byte(','), 2)
	f.Add("\"a\"\"b;\"c\n;;;\r\n\"", byte(';'), 0)
	f.Fuzz(func(t *testing.T, text string, delim byte, width int) {
		if delim < '\t' || delim == '\n' || delim == '"' || delim == '\r' || delim == ' ' || delim >= 0x80 || len(text) > 1<<14 {
			return
		}
		source := NewReader(text, delim, 1)
		line, letters := 0, 0
		for n := 0; ; n++ {
			if n > len(text) {
				t.Fatal("there is no end to the records")
			}
			r, ok := source.Next()
			if !ok {
				break
			}
			if r.Line <= line {
				t.Fatalf("line %d comes after %d", r.Line, line)
			}
			line = r.Line
			for _, c := range r.Cells {
				letters += plainLetters(c, delim)
			}
			if n == 0 && width > 0 && width < 100 {
				source.Expect(width)
			}
		}
		if want := plainLetters(text, delim); letters != want {
			t.Fatalf("%d letters of %d are there", letters, want)
		}
	})
}

func plainLetters(s string, delim byte) (n int) {
	for i := range len(s) {
		if c := s[i]; c != delim && c != '"' && c != '\n' && c != '\r' && c != ' ' {
			n++
		}
	}
	return n
}

// Any bytes become text that is whole, or a sentence.
func FuzzDecode(f *testing.F) {
	for _, s := range []string{"", "abc", "\xff\xfea\x00", "\xfe\xff\x00a", "\xef\xbb\xbfx", "M\xfcller", "\xf9\xec\xe5\xed", "a\x00b\x00,\x00", "\xd0\xcf\x11\xe0", "\r\r"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		text, _, err := Decode(data, "x.csv")
		if err != nil && (text != "" || err.Error() == "") {
			t.Fatalf("%q and %v", text, err)
		}
		if err == nil && (!utf8.ValidString(text) || strings.Contains(text[:min(len(text), 1<<16)], "\x00") || strings.HasPrefix(text, "\ufeff\ufeff")) {
			t.Fatalf("%q", text)
		}
	})
}
