package widget

import (
	"strings"
	"testing"
)

// A field takes no more than it has room for, whole pastes or none, and says so; a
// text that is longer already can be made shorter.
func TestAFieldHasALimit(t *testing.T) {
	for what, long := range map[string]string{"letters": strings.Repeat("a", 100_000), "hebrew": strings.Repeat("שלום ", 20_000), "marks": "a" + strings.Repeat("\u0301", 100_000), "wide": strings.Repeat("日", 100_000)} {
		for limit, f := range map[int]*Field{searchLimit: NewSearch(), lineLimit: NewField("")} {
			f.Apply(Insert, "before ")
			if f.Apply(Insert, long) || f.Text() != "before " || f.Full() == "" {
				t.Errorf("%s into %d: %d bytes, %q", what, limit, len(f.Text()), f.Full())
			}
			if !f.Apply(Insert, "x") || f.Text() != "before x" || f.Full() != "" {
				t.Errorf("%s into %d: %q, %q", what, limit, f.Text(), f.Full())
			}
			f.SetText(strings.Repeat("y", limit-1))
			if !f.Apply(Insert, "y") || f.Apply(Insert, "y") || len(f.Text()) != limit { // key by key
				t.Errorf("%s: %d letters went into a field of %d", what, len(f.Text()), limit)
			}
		}
	}
	f := NewField(strings.Repeat("z", lineLimit+100))
	if f.Apply(Insert, "z") || !f.Apply(Backspace, "") || len(f.Text()) != lineLimit+99 {
		t.Error("a text that is too long cannot be mended")
	}
	g := NewGrid(40, 1)
	f.Apply(Insert, "z")
	f.Draw(g.Canvas(), 0, 0, 40, 0)
	if !strings.Contains(g.Plain(), "at most 8,192 letters") {
		t.Errorf("%q", g.Plain())
	}
}
