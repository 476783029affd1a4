package xlsx

import (
	"math"
	"strconv"
	"strings"
	"time"

	"accord/store/exchange/cells"
)

// columnOf is the column of a cell such as AB12, from 0.
func columnOf(at string) (n int, ok bool) {
	for _, r := range at {
		if r < 'A' || r > 'Z' || n > cells.MaxColumns {
			break
		}
		n = n*26 + int(r-'A') + 1
	}
	return n - 1, n > 0
}

// value is a cell as text that reads the same everywhere.
func (w *workbook) value(c *sheetCell) string {
	switch c.Type {
	case "s":
		if i, err := strconv.Atoi(c.Value); err == nil && i >= 0 && i < len(w.shared) {
			return w.shared[i]
		}
		return ""
	case "inlineStr":
		return c.Inline.String()
	case "str", "e":
		return c.Value
	case "b":
		return map[string]string{"1": "TRUE", "0": "FALSE"}[c.Value]
	}
	n, err := strconv.ParseFloat(c.Value, 64)
	if err != nil || math.IsInf(n, 0) || math.IsNaN(n) {
		return c.Value
	}
	if c.Style >= 0 && c.Style < len(w.days) && w.days[c.Style] && n > 0 && n < 3_000_000 {
		return w.day(n)
	}
	s := strconv.FormatFloat(n, 'f', -1, 64)
	if _, fraction, ok := strings.Cut(s, "."); ok && len(fraction) == 3 {
		s += "0" // 1.234 would read as one thousand and so many in half of Europe
	}
	return s
}

// day is a day from its number: 1 is the first of January 1900, and 60 is a 29
// February that there never was.
func (w *workbook) day(n float64) string {
	from := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case w.from04:
		from = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case n < 60:
		n++
	}
	return from.AddDate(0, 0, int(n)).Format(time.DateOnly)
}

// tsvCell keeps a cell on its line and in its column.
func tsvCell(s string) string {
	s = strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' || r == '\t' }), " ")
	if strings.HasPrefix(s, `"`) {
		return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
	}
	return s
}

// sheetCell is a cell as it lies in the file.
type sheetCell struct {
	At     string   `xml:"r,attr"`
	Type   string   `xml:"t,attr"`
	Style  int      `xml:"s,attr"`
	Value  string   `xml:"v"`
	Inline richText `xml:"is"`
}
