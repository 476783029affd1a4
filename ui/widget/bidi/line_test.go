package bidi

import "testing"

func TestLayoutShowsWhatAReaderExpects(t *testing.T) {
	for _, c := range []struct {
		in   string
		dir  Dir
		want string
	}{
		{"שלום", LTR, "םולש"},
		{"שָׁלוֹם", LTR, "םוֹלשָׁ"},
		{"חברה 2024", LTR, "2024 הרבח"},
		{"ab שלום cd", LTR, "ab םולש cd"},
		{"אלון (ישראל)", RTL, "(לארשי) ןולא"},
		{"plain", RTL, "plain"},
		{"ש 12%", RTL, "12% ש"},
		{"ع 12%", RTL, "%12 ع"}, // after Arabic letters a number leaves its sign
		{"ש 1-2", LTR, "1-2 ש"},
		{"מחיר 1,200 ₪", RTL, "₪ 1,200 ריחמ"},
	} {
		if got := Layout(c.in, c.dir).String(); got != c.want {
			t.Errorf("%q: %q, want %q", c.in, got, c.want)
		}
	}
}

func TestCursorStaysBesideTheLetterBeforeIt(t *testing.T) {
	l := Layout("ab שלום cd", LTR)
	want := []int{0, 1, 2, 3, 6, 5, 4, 3, 8, 9, 10}
	for i, x := range want {
		if got := l.CursorX(i); got != x {
			t.Errorf("caret %d at cell %d, want %d", i, got, x)
		}
	}
	for x, i := range []int{0, 1, 2, 6, 5, 4, 3, 7, 8, 9, 10} {
		if got := l.At(x); got != i {
			t.Errorf("cell %d holds cluster %d, want %d", x, got, i)
		}
	}
}

func TestTailStandsWhereReadingStops(t *testing.T) {
	if got := Layout("שלום", LTR).WithTail("…", 1).String(); got != "…םולש" {
		t.Errorf("Hebrew: %q", got)
	}
	if got := Layout("שלום ab", LTR).WithTail("…", 1).String(); got != "םולש ab…" {
		t.Errorf("mixed: %q", got)
	}
}

func TestHas(t *testing.T) {
	for s, want := range map[string]bool{"": false, "Zürich 田中 ●": false, "ש": true, "a\u200fb": true, "مرحبا": true} {
		if Has(s) != want {
			t.Errorf("Has(%q) = %v", s, !want)
		}
	}
}

func BenchmarkLayoutHebrew(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Layout("Deal עם חברת אלון 2024 (USD 1,200) ok", LTR)
	}
}
