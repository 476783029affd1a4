package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"accord/model"
)

// sink is stdout or stderr. It keeps its first error, so that no command has to
// look at every line it prints, and lets nothing through that a terminal obeys.
type sink struct {
	w   io.Writer
	err error
}

func (s *sink) Write(b []byte) (int, error) {
	if s.err == nil {
		_, s.err = io.WriteString(s.w, safe(string(b)))
	}
	return len(b), nil
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
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		return err
	}
	_, err := f.Stdout.Write(model.EscapeJSON(b.Bytes()))
	return err
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

// withDoubt prints a score with ~ below full confidence.
func withDoubt(n model.Num, confidence float64) string {
	s := model.Print2(n)
	if n.Known && confidence < 1 {
		s += "~"
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
