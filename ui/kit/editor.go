package kit

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	tea "charm.land/bubbletea/v2"

	"accord/model/edit"
	"accord/model/words"
	"accord/ui/widget"
)

// ExternalEdit asks for a text to be written in the user's own editor.
type ExternalEdit struct {
	Ref  edit.Ref
	Key  string
	Text string
}

// EditorDoneMsg comes when the editor has ended.
type EditorDoneMsg struct {
	Edit ExternalEdit
	Path string
	Name string // of the editor
	Err  error
}

// Files for the editor are called so, that leftovers of a crash can be found.
const (
	textPrefix = "accord-text-"
	maxText    = 1 << 20
)

// Do writes the text to a file that only this user can read and gives the terminal to
// the editor.
func (e *ExternalEdit) Do(h Host) tea.Cmd {
	guard := h.Context().Guard
	if guard.Protected && !guard.Editor {
		return h.Apply(Refuse(words.T("kit.file-protected-editor-needs-text")))
	}
	path, err := WriteText(h.Doors().TextDir, e.Text)
	if err != nil {
		h.Tell(words.T("kit.text-could-not-handed-your", Sentence(err)), true)
		return nil
	}
	cmd := EditorCommand(os.Getenv, path)
	job := *e
	return tea.ExecProcess(cmd, func(err error) tea.Msg {
		return EditorDoneMsg{Edit: job, Path: path, Name: filepath.Base(cmd.Path), Err: err}
	})
}

// WriteText makes the file; without a directory of ours one is made for it.
func WriteText(dir, text string) (path string, err error) {
	if dir == "" {
		dir, err = os.MkdirTemp("", textPrefix)
	} else {
		err = os.MkdirAll(dir, 0o700)
	}
	if err != nil {
		return "", err
	}
	f, err := os.CreateTemp(dir, textPrefix+"*.txt") // 0600
	if err != nil {
		return "", err
	}
	if text != "" && !strings.HasSuffix(text, "\n") {
		text += "\n"
	}
	_, err = f.WriteString(text)
	if err = errors.Join(err, f.Close()); err != nil {
		removeText(f.Name())
		return "", err
	}
	return f.Name(), nil
}

// EditorCommand is $VISUAL, else $EDITOR, else what every system has. They may
// carry arguments, such as "code --wait".
func EditorCommand(env func(string) string, path string) *exec.Cmd {
	wording := strings.Fields(env("VISUAL"))
	if len(wording) == 0 {
		wording = strings.Fields(env("EDITOR"))
	}
	if len(wording) == 0 {
		wording = []string{words.T("kit.vi")}
		if runtime.GOOS == "windows" {
			wording = []string{words.T("kit.notepad")}
		}
	}
	return exec.Command(wording[0], append(wording[1:], path)...)
}

// Arrive takes what the editor saved as one edit. When the editor failed or the
// file is gone the plan stays as it was.
func (m EditorDoneMsg) Arrive(h Host) tea.Cmd {
	h.Tick()
	text, err := readText(m.Path)
	removeText(m.Path)
	same := text == strings.TrimRight(widget.NewProse(m.Edit.Text).Text(), " \n\t")
	switch {
	case err != nil:
		h.Tell(words.T("kit.text-did-not-come-back", m.Name, Sentence(err)), true)
	case m.Err != nil && same:
		h.Tell(words.T("kit.ended-plan-as-visual-or", m.Name, Sentence(m.Err)), true)
	case same:
		h.Tell(words.T("kit.nothing-changed", m.Name), false)
	case h.Change([]edit.Change{edit.SetField{Ref: m.Edit.Ref, Key: m.Edit.Key, Value: text}}, false):
		h.Tell(words.T("kit.took-text-from-u-takes", m.Name), false)
		if m.Err != nil {
			h.Tell(words.T("kit.ended-what-saved-taken-u", m.Name, Sentence(m.Err)), false)
		}
		if p, ok := TopOf(h).(*Prose); ok && p.Ref == m.Edit.Ref && p.Field.Key == m.Edit.Key {
			p.text.SetText(text)
		}
	}
	return h.Apply(Done())
}

// readText reads the file as the plan keeps text: no control characters, no
// blank lines at the end.
func readText(path string) (string, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return "", words.Fail("kit.file-gone")
	case info.Size() > maxText:
		return "", words.Fail("kit.longer-than-1-mb")
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	return strings.TrimRight(widget.NewProse(string(raw)).Text(), " \n\t"), nil
}

// removeText removes the file, and the directory when it was made for it alone.
func removeText(path string) {
	_ = os.Remove(path)
	if dir := filepath.Dir(path); strings.HasPrefix(filepath.Base(dir), textPrefix) {
		_ = os.Remove(dir)
	}
}

// CleanTextDir removes texts that a crash left behind. Other files stay. Only who
// holds the plan's file may call it: another window's editor may be open.
func CleanTextDir(dir string) {
	if dir == "" {
		return
	}
	left, err := filepath.Glob(filepath.Join(dir, textPrefix+"*.txt"))
	if err != nil {
		return
	}
	for _, path := range left {
		_ = os.Remove(path)
	}
	_ = os.Remove(dir) // only when it is empty
}

func (EditorDoneMsg) Quietly() {}
