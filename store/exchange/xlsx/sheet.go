package xlsx

import (
	"encoding/xml"
	"strconv"
	"strings"

	"accord/store/exchange/cells"
)

// text writes a sheet as text. Cells are what is in them, not what is shown,
// because a format may round; numbers that are shown as days are days.
func (w *workbook) text(part string) (string, error) {
	f, err := w.zip.Open(part)
	if err != nil {
		return "", err
	}
	defer func() { _ = f.Close() }()
	w.hidden = 0
	s := sheetText{w: w, hide: map[int]bool{}, line: 1}
	if err := walk(w.unpacked(f, maxPart), s.token); err != nil {
		return "", err
	}
	return s.b.String(), nil
}

// sheetText is a sheet on its way to text.
type sheetText struct {
	w     *workbook
	b     strings.Builder
	hide  map[int]bool
	line  int // of the row to come
	at    int // column of the cell to come
	told  int // how often columns were told of
	first bool
}

func (s *sheetText) token(d *xml.Decoder, token xml.Token) (whole bool, err error) {
	switch x := token.(type) {
	case xml.EndElement:
		if x.Name.Local == "row" {
			s.b.WriteByte('\n')
			s.line++
		}
	case xml.StartElement:
		switch x.Name.Local {
		case "col":
			s.column(x.Attr)
		case "row":
			s.row(x.Attr)
		case "c":
			var c sheetCell
			if err := d.DecodeElement(&c, &x); err != nil {
				return false, err
			}
			s.cell(&c)
			whole = true
		}
	}
	if s.b.Len() > maxText {
		return whole, tooLarge()
	}
	return whole, nil
}

// column notes columns that are hidden.
func (s *sheetText) column(attrs []xml.Attr) {
	from, _ := strconv.Atoi(attr(attrs, "min"))
	to, _ := strconv.Atoi(attr(attrs, "max"))
	hidden, _ := strconv.ParseBool(attr(attrs, "hidden"))
	if s.told++; s.told > cells.MaxColumns {
		return // more than there are columns: each is hidden by now, or shown
	}
	for i := max(1, from); hidden && i <= min(to, cells.MaxColumns); i++ {
		s.hide[i-1] = true
	}
}

// row begins a row, after those that are not there.
func (s *sheetText) row(attrs []xml.Attr) {
	n, _ := strconv.Atoi(attr(attrs, "r"))
	for ; s.line < n && s.line < maxRows; s.line++ {
		s.b.WriteByte('\n')
	}
	s.at, s.first = 0, true
}

func attr(attrs []xml.Attr, name string) string {
	for _, a := range attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// kept begins the headings of hidden columns that are read all the same: the ids
// that Dynamics needs to know its own rows again.
const kept = "(Do Not Modify)"

func (s *sheetText) cell(c *sheetCell) {
	if n, ok := columnOf(c.At); ok {
		for ; s.at < n && s.at < cells.MaxColumns; s.at++ {
			s.next()
		}
	}
	value := s.w.value(c)
	if s.hide[s.at] && strings.HasPrefix(value, kept) {
		delete(s.hide, s.at) // from its heading on
	}
	if s.hide[s.at] {
		s.w.hidden = max(s.w.hidden, len(s.hide))
	} else {
		s.next()
		s.b.WriteString(tsvCell(value))
	}
	s.at++
}

// next puts a separator before every cell that is shown but the first.
func (s *sheetText) next() {
	if s.hide[s.at] {
		return
	}
	if !s.first {
		s.b.WriteByte('\t')
	}
	s.first = false
}
