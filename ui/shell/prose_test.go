package shell

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"accord/model"
	"accord/model/edit"
	"accord/ui/kit"
)

func notes(t testing.TB, p *model.Portfolio, account string) *harness {
	return planOf(t, p, account).Keys("p 'notes' enter")
}

func TestProseNotesAreKeptAsTheyAreTyped(t *testing.T) {
	x := notes(t, three(t), "Meridian").sees("No notes yet")
	x.Keys("enter").sees("Notes · Meridian Foods", "kept as you type").Keys("'quiet quarter' enter 'second line'")
	if got := x.account().Notes; got != "quiet quarter\nsecond line" {
		t.Fatalf("%q", got)
	}
	x.Keys("esc").sees("quiet quarter", "second line", "[notes ✓]").Keys("enter ' more' esc").sees("second line more")
	if x.Keys("u"); x.account().Notes != "quiet quarter\nsecond line" {
		t.Fatalf("%q after one undo", x.account().Notes)
	}
	x.Keys("u").sees("No notes yet")
	if x.quit || x.account().Notes != "" {
		t.Fatalf("%q", x.account().Notes)
	}
}

func TestProseTakesPastedLines(t *testing.T) {
	x := notes(t, three(t), "Meridian").Keys("enter")
	x.send(tea.PasteMsg{Content: "one\r\ntwo\nthree"})
	if got := x.account().Notes; got != "one\ntwo\nthree" {
		t.Fatalf("%q", got)
	}
	x.sees("one", "two", "three")
}

func TestProseOfAPersonFillsTheScreen(t *testing.T) {
	p := build(t, edit.AddAccount{ID: "a1", Name: "Meridian Foods"}, edit.AddSeat{Account: "a1", ID: "s", Title: "CFO", Name: "Anna", Person: "p"})
	x := start(t, p, 80, 24)
	f, err := edit.FieldByKey(p.Programme(), "person.cares")
	if err != nil {
		t.Fatal(err)
	}
	x.app.push(kit.NewProse(x.app.c, edit.Ref{Account: "a1", Of: edit.OfPerson, ID: "p"}, f))
	x.sees("Cares about").Text("cash").Keys("esc")
	if got := x.account().Persons[0].Cares; got != "cash" {
		t.Fatalf("%q", got)
	}
}

func TestProseReadOnlyKeepsTheText(t *testing.T) {
	x := notes(t, three(t), "Meridian").Keys("enter 'a'")
	x.session().Freeze("the file is read-only")
	x.Keys("b").sees("the file is read-only", "1 word").seesNot(" ab ")
	if x.account().Notes != "a" {
		t.Fatalf("%q", x.account().Notes)
	}
}

// BenchmarkProseKey is a key in a text of 20 KB, in lines and in one paragraph.
func BenchmarkProseKey(b *testing.B) {
	words := strings.Repeat("A sentence about the customer and its plants. ", 12)
	for name, long := range map[string]string{"lines": strings.Repeat(words+"\n", 36), "one_paragraph": strings.Repeat(words, 36)} {
		b.Run(name, func(b *testing.B) {
			x := notes(b, build(b, edit.AddAccount{ID: "a1", Name: "Meridian Foods"}, set("a1", "notes", long)), "Meridian").Keys("enter")
			b.ReportAllocs()
			for b.Loop() {
				x.Keys("x backspace")
				_ = x.app.View()
			}
		})
	}
}
