package shell

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"accord/model/edit"
	"accord/ui/kit"
)

// handed is a text as it lies before the editor.
func handed(t *testing.T, x *harness, text string) kit.EditorDoneMsg {
	t.Helper()
	path, err := kit.WriteText(filepath.Join(t.TempDir(), "text"), text)
	if err != nil {
		t.Fatal(err)
	}
	return kit.EditorDoneMsg{Edit: kit.ExternalEdit{Ref: edit.AccountRef(x.account().ID), Key: "notes", Text: text}, Path: path, Name: "vi"}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestExternalTextIsTakenAsOneEdit(t *testing.T) {
	x := notes(t, three(t), "Meridian").Keys("enter 'draft'")
	m := handed(t, x, "draft")
	if info, err := os.Stat(m.Path); err != nil || info.Mode().Perm() != 0o600 {
		t.Fatalf("%v, %v", info.Mode(), err)
	}
	if info, err := os.Stat(filepath.Dir(m.Path)); err != nil || info.Mode().Perm() != 0o700 {
		t.Fatalf("%v, %v", info.Mode(), err)
	}
	write(t, m.Path, "draft\r\nand \x1b[31mmore\n\n")
	x.send(m)
	if got := x.account().Notes; got != "draft\nand [31mmore" {
		t.Fatalf("%q", got)
	}
	x.sees("took the text from vi", "and [31mmore").Keys("'!'")
	if _, err := os.Stat(m.Path); !errors.Is(err, os.ErrNotExist) {
		t.Fatal("the file was left behind")
	}
	if x.Keys("esc u u"); x.account().Notes != "draft" {
		t.Fatalf("%q", x.account().Notes)
	}
}

func TestExternalEditorThatFailsLosesNothing(t *testing.T) {
	x := notes(t, three(t), "Meridian").Keys("enter 'draft' esc")
	m := handed(t, x, "draft")
	m.Err = errors.New("exit status 1")
	x.send(m)
	x.sees("the plan is unchanged", "exit status 1")
	m = handed(t, x, "draft")
	m.Err = errors.New("killed")
	write(t, m.Path, "draft, saved before the crash")
	x.send(m)
	if got := x.account().Notes; got != "draft, saved before the crash" {
		t.Fatalf("%q", got)
	}
	m = handed(t, x, "draft")
	if err := os.Remove(m.Path); err != nil {
		t.Fatal(err)
	}
	x.send(m)
	x.sees("the file no longer exists", "the plan is unchanged")
	m = handed(t, x, x.account().Notes)
	x.send(m)
	x.sees("nothing was changed")
}

func TestExternalEditorIsStartedFromNotes(t *testing.T) {
	x := notes(t, three(t), "Meridian")
	dir := filepath.Join(t.TempDir(), "text")
	x.app.ports.TextDir = dir
	x.Keys("ctrl+e")
	left, _ := filepath.Glob(filepath.Join(dir, "*"))
	if len(left) != 1 {
		t.Fatalf("%v", left)
	}
	write(t, filepath.Join(dir, "mine.txt"), "kept")
	kit.CleanTextDir(dir)
	left, _ = filepath.Glob(filepath.Join(dir, "*"))
	if len(left) != 1 || filepath.Base(left[0]) != "mine.txt" {
		t.Fatalf("%v", left)
	}
}

func TestExternalEditorCommand(t *testing.T) {
	for _, e := range []struct {
		env  map[string]string
		want []string
	}{
		{map[string]string{"VISUAL": "code --wait", "EDITOR": "ed"}, []string{"code", "--wait", "f"}},
		{map[string]string{"EDITOR": "nano"}, []string{"nano", "f"}},
	} {
		got := kit.EditorCommand(func(k string) string { return e.env[k] }, "f").Args
		if len(got) != len(e.want) || got[0] != e.want[0] || got[len(got)-1] != "f" {
			t.Errorf("%v, want %v", got, e.want)
		}
	}
	if got := kit.EditorCommand(func(string) string { return " " }, "f").Args; len(got) != 2 {
		t.Errorf("%v", got)
	}
}
