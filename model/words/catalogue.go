package words

import (
	"fmt"
	"strings"
	"sync/atomic"
)

// entry is a text of a catalogue. It is taken to pieces when it is first said, since
// a run of the program says only a few of them.
type entry struct {
	id     string
	text   string
	pieces atomic.Pointer[template]
}

// catalogue is a file of texts.
type catalogue struct {
	entries []entry
	index   map[string]*entry
	faults  []string // what is wrong with the file, which a test demands to be nothing
}

// read finds the entries of a file. It runs before the first frame: the ids are parts
// of one string, so that a file costs a handful of allocations.
func read(file string) *catalogue {
	n := strings.Count(file, "\n") + 1
	c := &catalogue{entries: make([]entry, 0, n)}
	ids, ends := make([]byte, 0, len(file)), make([]int, 0, n)
	section := ""
	for line := 1; file != ""; line++ {
		text, rest, _ := strings.Cut(file, "\n")
		file = rest
		for text != "" && text[len(text)-1] <= ' ' {
			text = text[:len(text)-1]
		}
		switch {
		case text == "" || text[0] == '#':
		case text[0] == '[':
			section = strings.Trim(text, "[]") + "."
		case text[0] <= ' ':
			c.goOn(strings.TrimLeft(text, " \t"), line)
		default:
			slug, said, ok := strings.Cut(text, "=")
			if slug = strings.TrimSpace(slug); !ok || slug == "" || section == "" {
				c.faults = append(c.faults, fmt.Sprintf("line %d is no entry", line))
				continue
			}
			ids = append(append(ids, section...), slug...)
			ends = append(ends, len(ids))
			c.entries = append(c.entries, entry{text: strings.TrimLeft(said, " \t")})
		}
	}
	c.number(string(ids), ends)
	return c
}

// number gives the entries their ids, which stand one behind the other.
func (c *catalogue) number(ids string, ends []int) {
	c.index = make(map[string]*entry, len(c.entries))
	from := 0
	for i, end := range ends {
		e := &c.entries[i]
		e.id, from = ids[from:end], end
		if c.index[e.id] != nil {
			c.faults = append(c.faults, e.id+" is there twice")
		}
		c.index[e.id] = e
	}
}

// goOn lengthens the last entry.
func (c *catalogue) goOn(text string, line int) {
	if len(c.entries) == 0 {
		c.faults = append(c.faults, fmt.Sprintf("line %d goes on with nothing", line))
		return
	}
	e := &c.entries[len(c.entries)-1]
	if e.text != "" && !strings.HasSuffix(e.text, `\n`) {
		e.text += " "
	}
	e.text += text
}

// template is the entry in pieces; a text that is wrong shows as it is.
func (e *entry) template(twist func(*template)) *template {
	if t := e.pieces.Load(); t != nil {
		return t
	}
	t, err := parse(e.text)
	if err != nil {
		t = &template{parts: []part{{lit: e.text}}}
	}
	if twist != nil {
		twist(t)
	}
	e.pieces.Store(t)
	return t
}
