package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"accord/model"
)

// sink is stdout that keeps its first error, so that no command has to look at
// every line it prints.
type sink struct {
	w   io.Writer
	err error
}

func (s *sink) Write(b []byte) (int, error) {
	if s.err == nil {
		_, s.err = s.w.Write(b)
	}
	return len(b), nil
}

// document writes one JSON document.
func (f *face) document(v any) error {
	e := json.NewEncoder(f.Stdout)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
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
		if r < ' ' && r != '\n' || r == 0x7f || r >= 0x80 && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			return -1
		}
		return r
	}, s)
}
