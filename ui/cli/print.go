package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"accord/model"
	"accord/model/words"
)

// sink is stdout or stderr. It keeps its first error, so that no command has to
// look at every line it prints, and lets nothing through that a terminal obeys.
type sink struct {
	w    io.Writer
	err  error
	held *bytes.Buffer // what is told once the disk has what it tells of; nil tells at once
}

func (s *sink) Write(b []byte) (int, error) {
	if s.held != nil {
		return s.held.Write(b)
	}
	if s.err == nil {
		_, s.err = io.WriteString(s.w, safe(string(b)))
	}
	return len(b), nil
}

// hold keeps what is told until settle: what tells that something was done must not
// be told when it was not.
func (s *sink) hold() { s.held = new(bytes.Buffer) }

// settle tells what was held, or forgets it.
func (s *sink) settle(tell bool) {
	held := s.held
	if s.held = nil; tell && held != nil {
		_, _ = s.Write(held.Bytes()) // s keeps the error
	}
}

// whole writes a document as it is: the writers of documents clean what they
// write, and a workbook is no text.
func (f *face) whole(b []byte) error {
	out, ok := f.Stdout.(*sink)
	if !ok {
		_, err := f.Stdout.Write(b)
		return err
	}
	if out.err == nil {
		_, out.err = out.w.Write(b)
	}
	return nil
}

// safe is plain for whole lines of output: whatever a command forgot to clean
// stops here.
func safe(s string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && r != '\t' && commanding(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
}

// commanding characters are obeyed by a terminal, or turn letters round, instead of
// being seen.
func commanding(r rune) bool {
	return r < ' ' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
}

// document writes one JSON document.
func (f *face) document(v any) error {
	text, err := indented(v)
	if err != nil {
		return err
	}
	if bytes.HasPrefix(text, []byte("{\n")) && len(f.rescues) > 0 { // beside what the document has itself
		more, err := indented(map[string][]string{"rescue_files": f.rescues})
		if err != nil {
			return err
		}
		text = append(append(bytes.TrimSuffix(more, []byte("\n}\n")), ",\n"...), text[2:]...)
	}
	_, err = f.Stdout.Write(model.EscapeJSON(text))
	return err
}

func indented(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(v)
	return b.Bytes(), err
}

// rescueMet says that there are edits of an earlier run that are not in the file.
func (f *face) rescueMet(path, sentence string) {
	for _, known := range f.rescues {
		if known == path {
			return
		}
	}
	f.rescues = append(f.rescues, path)
	fmt.Fprintln(f.Stderr, words.T("cli.accord", plain(sentence)))
}

// table writes rows aligned by columns; right lists the columns of numbers.
func table(w io.Writer, rows [][]string, right ...int) {
	if len(rows) == 0 {
		return
	}
	widths := make([]int, len(rows[0]))
	for _, r := range rows {
		for i, c := range r {
			widths[i] = max(widths[i], width(c))
		}
	}
	isRight := map[int]bool{}
	for _, i := range right {
		isRight[i] = true
	}
	for _, r := range rows {
		var b strings.Builder
		for i, c := range r {
			pad := strings.Repeat(" ", widths[i]-width(c))
			if isRight[i] {
				b.WriteString(pad + c)
			} else {
				b.WriteString(c + pad)
			}
			b.WriteString("  ")
		}
		fmt.Fprintln(w, strings.TrimRight(b.String(), " "))
	}
}

// width counts letters: enough for aligned columns on any terminal that shows
// them one cell each, and harmless elsewhere.
func width(s string) int { return len([]rune(s)) }

// dash shows an unknown value.
func dash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

// plain keeps control characters of the data away from the terminal.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && commanding(r) {
			return -1
		}
		return r
	}, s)
}
