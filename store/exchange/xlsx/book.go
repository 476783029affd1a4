package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"accord/model"
	"accord/model/words"
)

// unpacked reads a part of a workbook, up to its bound and up to that of all of them: a
// small workbook can unpack to a very large one.
func (w *workbook) unpacked(f io.Reader, most int64) io.Reader { return &unpacking{f, w, most} }

type unpacking struct {
	from io.Reader
	w    *workbook
	left int64
}

func (u *unpacking) Read(p []byte) (int, error) {
	n, err := u.from.Read(p)
	u.left -= int64(n)
	u.w.spent += int64(n)
	if u.left < 0 || u.w.spent > maxUnpack {
		return 0, words.Fail("xlsx.unpacks-more-than-any-workbook")
	}
	return n, err
}

// workbook is an open file of Excel's.
type workbook struct {
	spent  int64 // bytes unpacked
	zip    *zip.Reader
	sheets []struct{ name, part string } // those that are shown
	shared []string
	days   []bool // by style: the number is shown as a day
	from04 bool   // days count from 1904
	hidden int    // columns left out of the sheet read last
}

// part decodes one file of the package; one that is not there is empty.
func (w *workbook) part(name string, into any) error {
	f, err := w.zip.Open(name)
	if err != nil {
		return nil
	}
	defer func() { _ = f.Close() }()
	if err := xml.NewDecoder(w.unpacked(f, maxSmall)).Decode(into); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

func (w *workbook) open(data []byte) (err error) {
	if w.zip, err = zip.NewReader(bytes.NewReader(data), int64(len(data))); err != nil {
		return err
	}
	var book struct {
		Props struct {
			From04 bool `xml:"date1904,attr"`
		} `xml:"workbookPr"`
		Sheets []struct {
			Name  string `xml:"name,attr"`
			State string `xml:"state,attr"`
			ID    string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	var rels struct {
		All []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	parts := errors.Join(w.part("xl/workbook.xml", &book), w.part("xl/_rels/workbook.xml.rels", &rels))
	if err := errors.Join(parts, w.strings(), w.styles()); err != nil {
		return err
	}
	w.from04 = book.Props.From04
	if len(book.Sheets) > maxSheets {
		return tooMany(words.T("xlsx.sheets"), maxSheets)
	}
	target := make(map[string]string, len(rels.All))
	for _, r := range rels.All {
		target[r.ID] = r.Target
	}
	for _, s := range book.Sheets {
		if part, ok := target[s.ID]; ok && (s.State == "" || s.State == "visible") {
			part = strings.TrimPrefix(part, "/")
			if !strings.HasPrefix(part, "xl/") {
				part = path.Join("xl", part)
			}
			w.sheets = append(w.sheets, struct{ name, part string }{s.Name, part})
		}
	}
	if len(book.Sheets) == 0 {
		return words.Fail("xlsx.there-no-sheets")
	}
	return nil
}

// richText is a text in one piece or in several of different looks.
type richText struct {
	T    string   `xml:"t"`
	Runs []string `xml:"r>t"`
}

func (t *richText) String() string { return t.T + strings.Join(t.Runs, "") }

func (w *workbook) strings() error {
	const name = "xl/sharedStrings.xml"
	f, err := w.zip.Open(name)
	if err != nil {
		return nil // there are none
	}
	defer func() { _ = f.Close() }()
	size := 0
	err = each(w.unpacked(f, maxPart), "si", func(d *xml.Decoder, start *xml.StartElement) error {
		var t richText
		if err := d.DecodeElement(&t, start); err != nil {
			return err
		}
		w.shared = append(w.shared, t.String())
		if size += len(t.String()) + 16; size > maxText {
			return tooLarge()
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// each calls f at every beginning of an element of a name, one after the other, so
// that no more than one of them is in memory. Elements of other names are entered.
func each(r io.Reader, name string, f func(*xml.Decoder, *xml.StartElement) error) error {
	return walk(r, func(d *xml.Decoder, token xml.Token) (bool, error) {
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == name {
			return true, f(d, &start)
		}
		return false, nil
	})
}

// walk calls f with every token of a part; f says whether it read the element to its end.
func walk(r io.Reader, f func(*xml.Decoder, xml.Token) (whole bool, err error)) error {
	d := xml.NewDecoder(r)
	depth := 0
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		switch token.(type) {
		case xml.StartElement:
			if depth++; depth > model.MaxDepth {
				return words.Fail("xlsx.elements-stand-more-than-deep", model.MaxDepth)
			}
		case xml.EndElement:
			depth--
		}
		whole := false
		if err == nil {
			whole, err = f(d, token)
		}
		if err != nil {
			return err
		}
		if whole {
			depth--
		}
	}
}

func (w *workbook) styles() error {
	var all struct {
		Formats []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Cells []struct {
			Format int `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	err := w.part("xl/styles.xml", &all)
	codes := map[int]string{}
	for _, f := range all.Formats {
		codes[f.ID] = f.Code
	}
	for _, c := range all.Cells {
		n := c.Format // the numbers below 164 mean the same in every file
		built := n >= 14 && n <= 17 || n == 22 || n >= 27 && n <= 36 || n >= 50 && n <= 58
		w.days = append(w.days, built || dateFormat(codes[n]))
	}
	return err
}

// dateFormat reports whether a number format shows a day: it has a year or a day
// in it, outside of quotes and brackets.
func dateFormat(code string) bool {
	inside, bracket := false, false
	for _, r := range strings.ToLower(code) {
		switch {
		case r == '"':
			inside = !inside
		case r == '[':
			bracket = true
		case r == ']':
			bracket = false
		case !inside && !bracket && (r == 'y' || r == 'd'):
			return true
		}
	}
	return false
}
