package words

import (
	"fmt"
	"strings"
	"testing"
)

// many is a file with so many entries, as long as those of the program.
func many(n int) string {
	var b strings.Builder
	b.WriteString(englishLike)
	for i := range n {
		if i%200 == 0 {
			fmt.Fprintf(&b, "\n# what the next ones are for\n[room%d]\n", i/200)
		}
		fmt.Fprintf(&b, "a-sentence-of-a-page-%d = This is sentence {0} of %d, about as long as one is.\n", i, i)
	}
	return b.String()
}

var sink string

func BenchmarkRead4000(b *testing.B) {
	file := many(4000)
	b.ReportAllocs()
	b.SetBytes(int64(len(file)))
	for b.Loop() {
		l := Language{Code: "en", file: file}
		l.once.Do(l.load)
	}
}

func BenchmarkT(b *testing.B) {
	l := made("en", many(4000)+"[t]\nplain = No account is open.\none = {0} is not a date.\ntwo = {0} of {1} rated\nplural = {0|one account|# accounts}\n")
	defer Speak(nil)
	Speak(l)
	name := strings.Repeat("x", 8)
	for n, f := range map[string]func() string{
		"plain":  func() string { return T("t.plain") },
		"text":   func() string { return T("t.one", name) },
		"counts": func() string { return T("t.two", 3, 12) },
		"plural": func() string { return T("t.plural", 14) },
	} {
		b.Run(n, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				sink = f()
			}
		})
	}
}
