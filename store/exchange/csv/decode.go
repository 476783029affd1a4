package csv

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"accord/model/words"
	"accord/store/exchange/cells"
)

// magic names the files that people try first although they are no text.
var magic = words.Table(func() []struct{ head, what, hint string } {
	return []struct{ head, what, hint string }{
		{"\xd0\xcf\x11\xe0", words.T("csv.old-excel-workbook-or-one"), words.T("csv.open-save-as-xlsx-without")},
		{"\x1f\x8b", words.T("csv.compressed-file"), words.T("csv.unpack-first")},
		{"%PDF", words.T("csv.a-pdf"), words.T("csv.export-table-itself-as-csv")},
	}
})

// Decode turns the bytes of a file into text. note is a sentence about it when
// the encoding had to be guessed.
func Decode(data []byte, name string) (text, note string, err error) {
	for _, m := range magic() {
		if bytes.HasPrefix(data, []byte(m.head)) {
			return "", "", cells.Refuse(name, m.hint, words.T("csv.this-not-text-file", m.what))
		}
	}
	switch order := utf16Order(data); {
	case order != nil:
		text = decodeUTF16(data, order)
	case utf8.Valid(data):
		text = string(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")))
	default:
		text, note = decodeBytes(data)
	}
	if !isText(text) {
		return "", "", cells.Refuse(name, words.T("csv.export-table-as-csv-import"), words.T("csv.this-not-text-file-2"))
	}
	if !strings.Contains(text, "\n") {
		text = strings.ReplaceAll(text, "\r", "\n") // lines of an old Macintosh
	}
	return text, note, nil
}

// utf16Order finds the byte order of UTF-16, by its mark or, without one, by the
// zero bytes that separators and digits leave on one side. nil: not UTF-16.
func utf16Order(data []byte) binary.ByteOrder {
	switch {
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}):
		return binary.LittleEndian
	case bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		return binary.BigEndian
	}
	var zeros [2]int
	sample := data[:min(len(data), 4096)]
	for i, c := range sample {
		if c == 0 {
			zeros[i%2]++
		}
	}
	enough := max(2, len(sample)/40)
	switch {
	case zeros[1] >= enough && zeros[0] <= zeros[1]/10:
		return binary.LittleEndian
	case zeros[0] >= enough && zeros[1] <= zeros[0]/10:
		return binary.BigEndian
	}
	return nil
}

func decodeUTF16(data []byte, order binary.ByteOrder) string {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	return strings.TrimPrefix(string(utf16.Decode(units)), "\ufeff")
}

// decodeBytes reads text that is not UTF-8 as a whole: UTF-8 with a few broken
// bytes, Hebrew Windows or Western Windows.
func decodeBytes(data []byte) (text, note string) {
	good, bad := 0, 0
	for rest := data; len(rest) > 0; {
		r, n := utf8.DecodeRune(rest)
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good++
		}
		rest = rest[n:]
	}
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if good > 4*bad {
		return strings.ToValidUTF8(string(data), "\ufffd"), words.T("csv.some-bytes-file-broken-they")
	}
	page, named := charmap.Windows1252, words.T("csv.western-windows-1252")
	if hebrew(data) {
		page, named = charmap.Windows1255, words.T("csv.hebrew-windows-1255")
	}
	out, err := page.NewDecoder().Bytes(data)
	if err != nil {
		return strings.ToValidUTF8(string(data), "\ufffd"), ""
	}
	return string(out), words.T("csv.file-read-encoding", named)
}

// hebrew tells Hebrew words from accented Western letters, which share bytes: in
// Hebrew they stand next to each other, in Western text between plain letters.
func hebrew(data []byte) bool {
	together, alone := 0, 0
	high := func(i int) bool { return i >= 0 && i < len(data) && data[i] >= 0xe0 && data[i] <= 0xfa }
	plain := func(i int) bool {
		return i >= 0 && i < len(data) && (data[i]|0x20) >= 'a' && (data[i]|0x20) <= 'z'
	}
	for i := range data {
		switch {
		case !high(i):
		case high(i-1) || high(i+1):
			together++
		case plain(i-1) || plain(i+1):
			alone++
		}
	}
	return together > alone
}

// isText refuses text with zeros or mostly control characters.
func isText(s string) bool {
	control := 0
	head := s[:min(len(s), 1<<16)]
	for i := range len(head) {
		switch c := head[i]; {
		case c == 0:
			return false
		case c < ' ' && c != '\n' && c != '\r' && c != '\t':
			control++
		}
	}
	return control*10 <= len(head)
}
