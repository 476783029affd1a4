package exchange

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"accord/model"
	"accord/model/session"
)

var today = model.NewDate(2026, time.November, 24)

var lastID atomic.Int64

// counter gives ids that no other test has.
func counter() func() string {
	return func() string { return fmt.Sprintf("id%06d", lastID.Add(1)) }
}

func options(k Kind) Options {
	return Options{Kind: k, NewID: counter(), Today: today, KeepUnknown: true}
}

// unzip reads a compressed file of testdata.
func unzip(t testing.TB, name string) string {
	t.Helper()
	f, err := os.Open("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// preview reads text and fails the test when it cannot be read as a whole.
func preview(t testing.TB, text string, p *model.Portfolio, o Options) *Preview {
	t.Helper()
	pv, err := Read(strings.NewReader(text), "test.csv", p, o)
	if err != nil {
		t.Fatalf("read: %v", err)
	}
	return pv
}

// apply makes the change of a preview.
func apply(t testing.TB, p *model.Portfolio, pv *Preview) *model.Portfolio {
	t.Helper()
	if pv.Change == nil {
		return p
	}
	s := session.New(p, today, 0, counter())
	if _, err := s.Do(pv.Change, time.Time{}); err != nil {
		t.Fatalf("apply: %v", err)
	}
	return s.Portfolio()
}

// settled reads text into p twice: the second time must change nothing.
func settled(t testing.TB, text string, p *model.Portfolio, o Options) (*model.Portfolio, *Preview) {
	t.Helper()
	pv := preview(t, text, p, o)
	q := apply(t, p, pv)
	o.NewID = func() string { t.Error("the second import made something new"); return "again" }
	again := preview(t, text, q, o)
	if again.Change != nil {
		t.Errorf("the second import changes something: new %v, changed %+v", again.New, again.Changed)
	}
	return q, pv
}

// named finds an account.
func named(t testing.TB, p *model.Portfolio, name string) *model.Account {
	t.Helper()
	a, _ := p.Find(name)
	if a == nil {
		var all []string
		for _, x := range p.Accounts() {
			all = append(all, x.Name)
		}
		t.Fatalf("there is no account %q among %q", name, all)
	}
	return a
}

// problems prints problems short.
func problems(pv *Preview) string {
	var out []string
	for _, p := range pv.Problems {
		out = append(out, fmt.Sprintf("%d %s: %s", p.Line, p.Field, p.Sentence))
	}
	return strings.Join(out, "\n")
}

// sheetOf is a workbook of one sheet, written by hand.
func sheetOf(t *testing.T, sheet, shared string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range map[string]string{"xl/workbook.xml": `<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" r:id="x"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="x" Target="worksheets/s.xml"/></Relationships>`, "xl/worksheets/s.xml": sheet, "xl/sharedStrings.xml": shared} {
		p, err := z.Create(name)
		if err == nil {
			_, err = p.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
