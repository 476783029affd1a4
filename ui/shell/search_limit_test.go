package shell

import (
	"strings"
	"testing"

	"accord/model"
	"accord/ui/widget"
)

// Every kind of rune that the model takes out of a text goes out of what is typed too.
func TestWhatIsTypedHasNothingUnseen(t *testing.T) {
	for r := rune(1); r <= 0x10ffff; r++ {
		if r >= 0xd800 && r < 0xe000 || r == '\n' || r == '\t' || !model.Invisible(r) {
			continue
		}
		if got := widget.NewField("a" + string(r) + "b").Text(); strings.ContainsRune(got, r) {
			t.Fatalf("%U stays in a field: %+q", r, got)
		}
		if got := widget.NewProse("a" + string(r) + "b").Text(); strings.ContainsRune(got, r) {
			t.Fatalf("%U stays in a long text: %+q", r, got)
		}
	}
}
