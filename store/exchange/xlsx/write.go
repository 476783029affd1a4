package xlsx

import (
	"archive/zip"
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"accord/model"
	"accord/model/report"
	"accord/model/words"
	"accord/store/exchange/cells"
)

// The styles of a written workbook, by their place in its list of them; those of
// numbers are in numberStyles.
const (
	StyleText = iota
	StyleTitle
	StyleHead
	styleBold
	StyleQuiet
	styleFirstNumber
)

// numberStyles are how numbers and days are shown, whatever they are unrounded.
var numberStyles = []string{
	general, "0", "#,##0", "#,##0.00", "0.0", "0.0000", "0.00000", "0%", "0.0%", "0.00%", dayMonthYear,
}

// Two of them, in the words of the format: a program writes them in its own language.
const (
	general      = "General"
	dayMonthYear = "d mmm yyyy"
)

// styleOf is the style of a cell.
func styleOf(c report.Cell) int {
	format := general
	switch {
	case c.Kind == report.OnDay:
		format = dayMonthYear
	case c.Kind == report.Share:
		format = [...]string{"0%", "0.0%", "0.00%"}[min(c.Decimals, 2)]
	case c.Kind == report.Plain:
		format = "0"
	case c.Kind == report.Number && c.Decimals == 0:
		format = "#,##0"
	case c.Kind == report.Score || c.Kind == report.Number && c.Decimals == 2:
		format = "#,##0.00"
	case c.Kind == report.Number:
		format = "0." + strings.Repeat("0", min(c.Decimals, 5))
	}
	for i, f := range numberStyles {
		if f == format {
			return styleFirstNumber + i
		}
	}
	return StyleText
}

// Sheet is one sheet of a workbook: a table whose headings stay in sight, or, with
// no headings, lines of text.
type Sheet struct {
	Name   string
	Head   []string
	Widths []int // of columns, in letters
	Rows   func(yield func([]Styled) bool)
	Turned bool // its first column is the right one
}

// Styled is a cell with how it looks; styleText leaves it to what it holds.
type Styled struct {
	report.Cell
	Style int
}

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

const officeNames = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
const sheetNames = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
const packageNames = "http://schemas.openxmlformats.org/package/2006/"

// bookParts are the parts of a workbook before its sheets, in order.
var bookParts = []string{"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"}

// bookRelations is the second of them, in every workbook the same.
const bookRelations = `<Relationships xmlns="` + packageNames + `relationships"><Relationship Id="rId1" Type="` + officeNames + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`

// Write writes a workbook. Texts are texts whatever they begin with, so that
// no cell is ever taken for a formula. There is no clock in it: the same sheets are
// the same file.
func Write(w io.Writer, sheets []Sheet) error {
	z := zip.NewWriter(w)
	part := func(name string, write func(*bufio.Writer)) error {
		f, err := z.Create(name)
		if err != nil {
			return err
		}
		b := bufio.NewWriterSize(f, 1<<15)
		b.WriteString(xmlHead)
		write(b)
		return b.Flush()
	}
	var types, list, links strings.Builder
	names := map[string]bool{}
	for i := range sheets {
		n := strconv.Itoa(i + 1)
		fmt.Fprintf(
			&types,
			`<Override PartName="/xl/worksheets/sheet%s.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
			n,
		)
		fmt.Fprintf(&list, `<sheet name="%s" sheetId="%s" r:id="rId%s"/>`, xmlText(SheetName(sheets[i].Name, names)), n, n)
		fmt.Fprintf(
			&links,
			`<Relationship Id="rId%s" Type="%s/worksheet" Target="worksheets/sheet%s.xml"/>`,
			n,
			officeNames,
			n,
		)
	}
	fmt.Fprintf(&links, `<Relationship Id="rId%d" Type="%s/styles" Target="styles.xml"/>`, len(sheets)+1, officeNames)
	for _, p := range []struct{ name, text string }{
		{bookParts[0], `<Types xmlns="` + packageNames + `content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
			`<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>` + types.String() +
			`<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`},
		{bookParts[1], bookRelations},
		{bookParts[2], `<workbook xmlns="` + sheetNames + `" xmlns:r="` + officeNames + `"><sheets>` + list.String() + `</sheets></workbook>`},
		{bookParts[3], `<Relationships xmlns="` + packageNames + `relationships">` + links.String() + `</Relationships>`},
		{bookParts[4], bookStyles()},
	} {
		if err := part(p.name, func(b *bufio.Writer) { b.WriteString(p.text) }); err != nil {
			return err
		}
	}
	for i := range sheets {
		if err := part("xl/worksheets/sheet"+strconv.Itoa(i+1)+".xml", sheets[i].write); err != nil {
			return err
		}
	}
	return z.Close()
}

// SheetName makes a name that a workbook takes: at most 31 letters, without some
// signs, no two alike.
func SheetName(name string, taken map[string]bool) string {
	name = strings.Trim(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\`, r) {
			return ' '
		}
		return r
	}, cells.Printable(name)), " '")
	if name == "" {
		name = words.T("xlsx.table")
	}
	cut := func(most int) string {
		if utf8.RuneCountInString(name) <= most {
			return name
		}
		return strings.TrimRight(string([]rune(name)[:most]), " '")
	}
	out := cut(31)
	for n := 2; taken[strings.ToLower(out)]; n++ {
		end := " " + strconv.Itoa(n)
		out = cut(31-len(end)) + end
	}
	taken[strings.ToLower(out)] = true
	return out
}

func bookStyles() string {
	var formats, numbers strings.Builder
	for i, f := range numberStyles {
		fmt.Fprintf(&formats, `<numFmt numFmtId="%d" formatCode="%s"/>`, 164+i, xmlText(f))
		fmt.Fprintf(&numbers, `<xf numFmtId="%d" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>`, 164+i)
	}
	font := func(more string, size int) string {
		return fmt.Sprintf(`<font>%s<sz val="%d"/><name val="Calibri"/></font>`, more, size)
	}
	xf := func(font, fill, border int, wrap string) string {
		return fmt.Sprintf(`<xf numFmtId="0" fontId="%d" fillId="%d" borderId="%d" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top"%s/></xf>`, font, fill, border, wrap)
	}
	const wrap = ` wrapText="1"`
	return `<styleSheet xmlns="` + sheetNames + `"><numFmts count="` + strconv.Itoa(len(numberStyles)) + `">` + formats.String() + `</numFmts>` +
		`<fonts count="5">` + font("", 11) + font("<b/>", 18) + font("<b/>", 13) + font("<b/>", 11) + `<font><sz val="10"/><color rgb="FF566270"/><name val="Calibri"/></font></fonts>` +
		`<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE9EEF3"/></patternFill></fill></fills>` +
		`<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="medium"><color rgb="FF16202B"/></bottom><diagonal/></border></borders>` +
		`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
		`<cellXfs count="` + strconv.Itoa(styleFirstNumber+len(numberStyles)) + `">` + xf(0, 0, 0, wrap) + xf(1, 0, 0, "") + xf(2, 0, 0, "") + xf(3, 2, 1, wrap) + xf(4, 0, 0, "") + numbers.String() + `</cellXfs></styleSheet>`
}

func (s *Sheet) write(b *bufio.Writer) {
	b.WriteString(
		`<worksheet xmlns="` + sheetNames + `"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"`,
	)
	if s.Turned {
		b.WriteString(` rightToLeft="1"`)
	}
	b.WriteString(`>`)
	if s.Head != nil {
		b.WriteString(`<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>`)
	}
	b.WriteString(`</sheetView></sheetViews><cols>`)
	for i, w := range s.Widths {
		fmt.Fprintf(b, `<col min="%d" max="%d" width="%d" customWidth="1"/>`, i+1, i+1, w)
	}
	b.WriteString(`</cols><sheetData>`)
	n := 0
	row := func(cells []Styled) bool {
		n++
		fmt.Fprintf(b, `<row r="%d">`, n)
		for i := range cells {
			cells[i].write(b, columnName(i)+strconv.Itoa(n))
		}
		b.WriteString(`</row>`)
		return true
	}
	if s.Head != nil {
		var cells []Styled
		for _, h := range s.Head {
			cells = append(cells, Styled{report.Cell{Text: h}, styleBold})
		}
		row(cells)
	}
	s.Rows(row)
	b.WriteString(`</sheetData>`)
	if s.Head != nil {
		fmt.Fprintf(b, `<autoFilter ref="A1:%s%d"/>`, columnName(len(s.Head)-1), max(n, 2))
	}
	b.WriteString(`<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`)
}

// firstDay is day 0 of a workbook; before its March 1900 it counts a day that never was.
var firstDay, firstSure = model.NewDate(1899, 12, 30), model.NewDate(1900, 3, 1)

func (c *Styled) write(b *bufio.Writer, at string) {
	value := ""
	switch {
	case c.Numeric() && c.Num.Known:
		value = cells.PlainNum(c.Num)
	case c.Kind == report.OnDay && c.Day.Known() && !c.Day.Before(firstSure):
		value = strconv.Itoa(c.Day.DaysSince(firstDay))
	case c.Text == "" || c.Numeric():
		return // unknown is empty, never 0
	}
	if value != "" {
		fmt.Fprintf(b, `<c r="%s" s="%d"><v>%s</v></c>`, at, styleOf(c.Cell), value)
		return
	}
	fmt.Fprintf(b, `<c r="%s" s="%d" t="inlineStr"><is><t xml:space="preserve">`, at, c.Style)
	_ = xml.EscapeText(b, []byte(cellText(c.Text))) // the writer keeps its first error
	b.WriteString(`</t></is></c>`)
}

// cellText is what a cell can hold: 32,767 letters, in lines of its own.
func cellText(s string) string {
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		lines[i] = cells.Printable(l)
	}
	s = strings.Join(lines, "\n")
	if len(s) <= 32_767 {
		return s
	}
	r := []rune(s)
	return string(r[:min(len(r), 16_000)]) + "…"
}

// columnName is A, B, … Z, AA, AB, …
func columnName(i int) string {
	if i < 26 {
		return string(rune('A' + i))
	}
	return columnName(i/26-1) + string(rune('A'+i%26))
}

func xmlText(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a string never refuses
	return b.String()
}

// Wrote knows a workbook by its parts: other programs write more, and in another order.
// It reports whether Write wrote it.
func Wrote(f io.ReaderAt, size int64) bool {
	z, err := zip.NewReader(f, size)
	if err != nil || len(z.File) <= len(bookParts) {
		return false
	}
	for i, name := range bookParts {
		if z.File[i].Name != name {
			return false
		}
	}
	part, err := z.File[1].Open()
	if err != nil {
		return false
	}
	defer func() { _ = part.Close() }()
	text, err := io.ReadAll(io.LimitReader(part, 1<<12))
	return err == nil && string(text) == xmlHead+bookRelations
}

func Rows(rows [][]report.Cell) func(yield func([]Styled) bool) {
	return func(yield func([]Styled) bool) {
		for _, row := range rows {
			if !yield(Cells(row)) {
				return
			}
		}
	}
}

func Cells(row []report.Cell) []Styled {
	out := make([]Styled, len(row))
	for i, c := range row {
		out[i].Cell = c
	}
	return out
}

// Widths is room for what columns hold, within reason; long texts wrap.
func Widths(head []string, rows [][]report.Cell) []int {
	out := make([]int, len(head))
	for i, h := range head {
		out[i] = 4 + len([]rune(h))
		for _, row := range rows {
			out[i] = max(out[i], 2+len([]rune(row[i].Text)))
		}
		out[i] = min(max(out[i], 8), 48)
	}
	return out
}
