package exchange

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"accord/model"
	"accord/model/report"
)

// hostileSample is the sample and one customer whose texts are formulas and markup.
func hostileSample(t *testing.T) (*model.Scores, model.AccountID) {
	t.Helper()
	s := sampleScores(t)
	north, _ := s.Portfolio().Find("Northgate Steel")
	a := *north
	a.ID, a.Name, a.Charter = "hostile", `=HYPERLINK("x")<b>&"`, "@SUM(1+1)\n</p><script>1</script>"
	a.Objectives = append([]model.Objective{{ID: "o", Text: "-2+3", Shared: true}, {ID: "p", Text: `+cmd|' /C calc'!A0`}}, a.Objectives...)
	p, err := model.NewPortfolio(s.Portfolio().Programme(), append([]*model.Account{&a}, s.Portfolio().Accounts()...))
	if err != nil {
		t.Fatal(err)
	}
	return model.Score(p, s.Today()), a.ID
}

// Every report is one well-formed page that asks for nothing outside itself, and a
// workbook without a formula. With ACCORD_REPORTS they stay there, for .ci/reports
// to open in other programs.
func TestReportsForOtherPrograms(t *testing.T) {
	s, id := hostileSample(t)
	dir := os.Getenv("ACCORD_REPORTS")
	if dir == "" {
		dir = t.TempDir()
	}
	for _, k := range report.Kinds() {
		r, ok := report.Build(k.Key, s, id)
		if !ok {
			t.Fatal(k.Key)
		}
		for _, format := range []string{"html", "xlsx"} {
			var b bytes.Buffer
			if err := WriteReport(&b, format, r); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, k.Key+"."+format), b.Bytes(), 0o600); err != nil {
				t.Fatal(err)
			}
			if format == "html" {
				wellFormed(t, k.Key, b.String())
			} else {
				withoutFormulas(t, k.Key, b.Bytes())
			}
		}
	}
}

// wellFormed reads a page strictly, from behind its style on.
func wellFormed(t *testing.T, name, page string) {
	t.Helper()
	_, body, ok := strings.Cut(page, "</style>")
	d := xml.NewDecoder(strings.NewReader("<body>" + body + "</body>"))
	d.Entity = xml.HTMLEntity
	elements := 0
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		e, is := token.(xml.StartElement)
		if !is {
			continue
		}
		elements++
		if n := e.Name.Local; n == "script" || n == "link" || n == "img" || n == "iframe" || n == "b" {
			t.Errorf("%s has a %s", name, n)
		}
		for _, a := range e.Attr {
			if n := a.Name.Local; n == "href" || n == "src" || strings.HasPrefix(n, "on") {
				t.Errorf("%s: %s has %s", name, e.Name.Local, n)
			}
		}
	}
	if !ok || elements < 5 || strings.Contains(page, "url(") || strings.Contains(page, "@import") {
		t.Errorf("%s: %d elements, or something from outside", name, elements)
	}
}

// withoutFormulas looks for formulas in every part of a workbook.
func withoutFormulas(t *testing.T, name string, book []byte) {
	t.Helper()
	sheet := zipPart(t, book, "xl/worksheets/sheet1.xml")
	if strings.Contains(sheet, "<f>") || strings.Contains(sheet, "<f ") || strings.Contains(sheet, `t="str"`) {
		t.Errorf("%s has a formula", name)
	}
	if !strings.Contains(sheet, "HYPERLINK") {
		t.Errorf("%s lost the customer's name", name)
	}
}

func zipPart(t *testing.T, book []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
