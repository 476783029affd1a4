package theme

import (
	"reflect"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

func TestSequencesBeginWithAReset(t *testing.T) {
	for _, n := range Names() {
		th := New(n)
		for s := range styleCount {
			for m := range markCount {
				if q := th.SGR(s, m); !strings.HasPrefix(q, "\x1b[0") || !strings.HasSuffix(q, "m") || strings.Contains(q, ";;") {
					t.Errorf("%s %d %d: %q", n, s, m, q)
				}
			}
		}
		if th.SGR(200, 200) != th.SGR(Plain, NoMark) {
			t.Errorf("%s: unknown style", n)
		}
	}
	if New("no such").Name() != Auto {
		t.Error("unknown theme is not Auto")
	}
}

func TestMonoUsesNoColour(t *testing.T) {
	th := New(Mono)
	for s := range styleCount {
		for m := range markCount {
			q := strings.TrimSuffix(strings.TrimPrefix(th.SGR(s, m), "\x1b["), "m")
			for _, p := range strings.Split(q, ";") {
				if !strings.Contains(" 0 1 2 4 7 ", " "+p+" ") && !(p == "3") {
					t.Errorf("style %d mark %d uses %q", s, m, p)
				}
			}
		}
	}
}

// Meanings that stand side by side must differ in every theme.
func TestMeaningsDiffer(t *testing.T) {
	for _, n := range Names() {
		th := New(n)
		for _, p := range [][2]Style{{Plain, Quiet}, {Plain, Strong}, {Plain, Good}, {Plain, Bad}, {Good, Bad}, {Warn, Bad}, {Plain, Ghost}, {Border, BorderFocus}, {Plain, Inverse}, {Bad, Alarm}} {
			if th.SGR(p[0], NoMark) == th.SGR(p[1], NoMark) && !(n == Mono && p[0] == Plain && p[1] == Good) {
				t.Errorf("%s: styles %d and %d look alike", n, p[0], p[1])
			}
		}
		for a := range markCount {
			for b := range a {
				if th.SGR(Plain, a) == th.SGR(Plain, b) {
					t.Errorf("%s: marks %d and %d look alike", n, a, b)
				}
			}
		}
	}
}

func TestGlyphsAreOneCell(t *testing.T) {
	for _, ascii := range []bool{false, true} {
		v := reflect.ValueOf(GlyphSet(ascii))
		checkGlyphs(t, v, ascii)
	}
}

func checkGlyphs(t *testing.T, v reflect.Value, ascii bool) {
	t.Helper()
	switch v.Kind() {
	case reflect.String:
		s := v.String()
		if ansi.StringWidthWc(s) != 1 || ascii && len(s) != 1 {
			t.Errorf("glyph %q", s)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			checkGlyphs(t, v.Field(i), ascii)
		}
	case reflect.Array:
		for i := range v.Len() {
			checkGlyphs(t, v.Index(i), ascii)
		}
	}
}
