package widget

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"a\x1b[31mb": "a[31mb", "a\u200eb": "ab", "1️⃣": "1", "❤️": "❤", "👍🏽": "👍", "👨‍👩‍👧": "👨",
		"a\tb\nc": "a b c", "a\r\nb": "a b", "\u2068שלום\u2069": "שלום", "x\x80y": "x\uFFFDy", "soft\u00adhyphen\ufeff": "softhyphen", "e\u0301": "e\u0301",
	} {
		if got := Clean(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	if got := CleanText("a\r\n\nb\tc"); got != "a\n\nb c" {
		t.Errorf("CleanText: %q", got)
	}
}

func FuzzClean(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, p := range []purpose{forLine, forText, inputLine, inputText} {
			c := clean(s, p)
			if !utf8.ValidString(c) {
				t.Fatalf("invalid text %q", c)
			}
			if again := clean(c, p); again != c {
				t.Fatalf("not stable: %q then %q", c, again)
			}
			for _, r := range c {
				if dropped(r) && !(r == '\n' && p.manyLines()) {
					t.Fatalf("%U kept in %q", r, c)
				}
			}
		}
		line := Clean(s)
		if got, want := Width(s), ansi.StringWidthWc(line); got != want {
			t.Fatalf("Width(%q) = %d, the renderer counts %d", s, got, want)
		}
		if w := len(s) % 9; Width(Cut(s, w)) > w {
			t.Fatalf("Cut(%q, %d) = %q", s, w, Cut(s, w))
		}
	})
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		s    string
		w    int
		want string
	}{
		{"", 5, ""}, {"one two three", 7, "one two|three"}, {"abcdefgh", 3, "abc|def|gh"}, {"a\n\nb", 5, "a||b"},
		{"ab   cd", 3, "ab|cd"}, {"日本語の本", 4, "日本|語の|本"}, {"go abcdefgh", 4, "go|abcd|efgh"}, {"日", 1, "日"},
		{"  lead", 10, "  lead"}, {"tail\n", 5, "tail|"},
	} {
		if got := strings.Join(Wrap(c.s, c.w), "|"); got != c.want {
			t.Errorf("Wrap(%q, %d) = %q, want %q", c.s, c.w, got, c.want)
		}
	}
}

func TestWrapLosesNothing(t *testing.T) {
	visible := func(s string) string {
		return strings.NewReplacer(" ", "", "\n", "").Replace(s)
	}
	for _, s := range append(hostile, strings.Join(hostile, " "), "a\n\n b") {
		s = CleanText(s)
		for w := range 30 {
			lines := Wrap(s, w)
			if got := visible(strings.Join(lines, "")); got != visible(s) {
				t.Fatalf("width %d lost text: %q from %q", w, got, s)
			}
			for _, l := range lines {
				if Width(l) > max(2, w) {
					t.Fatalf("line of %d cells for %d: %q", Width(l), w, l)
				}
			}
			at := 0
			for _, sp := range WrapSpans(s, w) {
				if sp.From != at && !(sp.From == at+1 && s[at] == '\n') || sp.To < sp.From {
					t.Fatalf("gap before %v, expected %d", sp, at)
				}
				at = sp.To
			}
			if at != len(s) {
				t.Fatalf("spans end at %d of %d", at, len(s))
			}
		}
	}
}
