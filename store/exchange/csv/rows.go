package csv

import (
	"strings"

	"accord/model/words"
	"accord/store/exchange/cells"
)

// Row is one record of a table and the line of the file it begins on.
type Row struct {
	Line  int
	Cells []string
	Fault string // what was wrong with its quotes; the cells are the best reading
}

// Blank reports whether no cell says anything.
func (r Row) Blank() bool { return r.Filled() == 0 }

// Filled counts the cells that say something.
func (r Row) Filled() int {
	n := 0
	for _, c := range r.Cells {
		if strings.TrimSpace(c) != "" {
			n++
		}
	}
	return n
}

// longCell bounds a cell over several lines, so that a quote that never closes
// costs little. It is twice what CRM systems allow.
const longCell = 1 << 18

// Reader splits delimited text into records. Quotes work as in RFC 4180; a
// record whose quotes are broken is read again as the one line it begins on.
type Reader struct {
	text  string
	pos   int
	line  int
	delim byte
	width int
	spent int // bytes looked at for records whose quotes turned out to be broken
}

func NewReader(text string, delim byte, line int) *Reader {
	return &Reader{text: text, delim: delim, line: line}
}

func (t *Reader) Expect(width int) { t.width = width }
func (t *Reader) Done() int64      { return int64(t.pos) }

func (t *Reader) Next() (Row, bool) {
	if t.pos >= len(t.text) {
		return Row{}, false
	}
	r := Row{Line: t.line}
	end := strings.IndexByte(t.text[t.pos:], '\n')
	if end < 0 {
		end = len(t.text) - t.pos
	}
	one := t.text[t.pos : t.pos+end]
	if strings.IndexByte(one, '"') < 0 {
		r.Cells = t.split(strings.TrimSuffix(one, "\r"))
		t.advance(end + 1)
		return r, true
	}
	if t.spent <= 4*len(t.text)+longCell { // a file made to be slow is read line by line in the end
		cells, n, ok := t.quoted()
		if ok {
			r.Cells = cells
			t.advance(n)
			return r, true
		}
		t.spent += n
	}
	r.Cells = t.repair(strings.TrimSuffix(one, "\r"))
	r.Fault = words.T("csv.quotes-do-not-close")
	t.advance(end + 1)
	return r, true
}

func (t *Reader) advance(n int) {
	end := min(t.pos+n, len(t.text))
	t.line += strings.Count(t.text[t.pos:end], "\n")
	t.pos = end
}

// most is how many cells of a record are told apart; what follows stays together
// in the last one, because nothing has so many.
func (t *Reader) most() int { return max(cells.MaxColumns, 2*t.width) }

func (t *Reader) split(line string) []string {
	cells := make([]string, 0, min(t.most()+1, max(t.width, 1+strings.Count(line, string(t.delim)))))
	for {
		i := strings.IndexByte(line, t.delim)
		if i < 0 || len(cells) == t.most() {
			return append(cells, line)
		}
		cells, line = append(cells, line[:i]), line[i+1:]
	}
}

// quoted reads one record by the rules and says how many bytes it looked at; not
// ok when its quotes are broken.
func (t *Reader) quoted() (cells []string, n int, ok bool) {
	s := t.text[t.pos:]
	for {
		cell, used, ok := t.cell(s[n:])
		if !ok || len(cells) > t.most() {
			return nil, n + used, false
		}
		cells, n = append(cells, cell), n+used
		switch {
		case n >= len(s):
			return cells, n, true
		case s[n] == t.delim:
			n++
		default: // the end of the line
			return cells, n + strings.IndexByte(s[n:], '\n') + 1, true
		}
	}
}

// cell reads one cell at the start of s, up to its separator or line end.
func (t *Reader) cell(s string) (cell string, used int, ok bool) {
	lead := len(s) - len(strings.TrimLeft(s, " "))
	if lead >= len(s) || s[lead] != '"' {
		end := strings.IndexAny(s, string(t.delim)+"\n")
		if end < 0 {
			end = len(s)
		}
		return strings.TrimSuffix(s[:end], "\r"), end, true
	}
	start := lead + 1
	for i := start; ; {
		q := strings.IndexByte(s[i:min(len(s), start+longCell)], '"')
		if q < 0 {
			return "", min(len(s), start+longCell), false
		}
		i += q
		if i+1 < len(s) && s[i+1] == '"' {
			i += 2
			continue
		}
		after := i + 1 + len(s[i+1:]) - len(strings.TrimLeft(s[i+1:], " \r"))
		if after < len(s) && s[after] != t.delim && s[after] != '\n' {
			return "", after, false
		}
		return strings.ReplaceAll(s[start:i], `""`, `"`), after, true
	}
}

// repair reads a line whose quotes are broken in the ways people break them, and
// takes the first reading that has as many cells as the header.
func (t *Reader) repair(line string) []string {
	lazy := t.lazy(line)
	if t.width == 0 || len(lazy) == t.width {
		return lazy
	}
	simple := t.split(line)
	if len(simple) != t.width {
		return lazy
	}
	for i, c := range simple {
		c = strings.TrimSpace(c)
		if strings.Count(c, `"`) == 1 {
			c = strings.Trim(c, `"`)
		}
		simple[i] = c
	}
	return simple
}

// lazy lets a quoted cell hold bare quotes: it ends at the first quote before a
// separator or the line's end, or else at the next separator.
func (t *Reader) lazy(line string) (cells []string) {
	for {
		if !strings.HasPrefix(line, `"`) {
			i := strings.IndexByte(line, t.delim)
			if i < 0 || len(cells) >= t.most() {
				return append(cells, line)
			}
			cells, line = append(cells, line[:i]), line[i+1:]
			continue
		}
		end := strings.Index(line[1:], `"`+string(t.delim))
		switch {
		case end >= 0:
			cells, line = append(cells, strings.ReplaceAll(line[1:1+end], `""`, `"`)), line[end+3:]
		case len(line) > 1 && strings.HasSuffix(line, `"`):
			return append(cells, strings.ReplaceAll(line[1:len(line)-1], `""`, `"`))
		default:
			line = line[1:]
		}
	}
}
