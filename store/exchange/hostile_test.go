package exchange

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"

	"accord/model"
	"accord/model/report"
	"accord/model/sample"
	"accord/model/score"
	"accord/store/exchange/document"
	"accord/store/exchange/export"
	"accord/store/exchange/papers"
)

// attacks are what text may carry to take over the terminal of whoever looks at an
// exported file with cat.
var attacks = []string{"\x1b[2J", "\x1b]52;c;cm0gLXJmCg==\x07", "\x1bP1$r0m\x1b\\", "\u009b31m", "\u009d52;c;eA==\u009c", "\a\b\v\f\x00\x7f", "\u202ecod\u202c", "\u2066a\u2069", "\u200f\u200e", "\ufeff\u200b", "\u0085"}

// attacked is the sample with an attack in the texts of every record.
func attacked(t *testing.T) *model.Portfolio {
	t.Helper()
	p, err := sample.Portfolio(today)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	var list []*model.Account
	for _, a := range p.Accounts() {
		b := *a
		attack(reflect.ValueOf(&b).Elem(), &n)
		list = append(list, &b)
	}
	g := *p.Programme()
	attack(reflect.ValueOf(&g).Elem(), &n)
	if n < 1000 {
		t.Fatalf("only %d texts are attacked", n)
	}
	if p, err = model.NewPortfolio(&g, list); err != nil {
		t.Fatal(err)
	}
	return p
}

func attack(v reflect.Value, n *int) {
	switch v.Interface().(type) {
	case model.Date, *model.Pack, model.Rate:
		return
	}
	switch v.Kind() {
	case reflect.String:
		if strings.HasSuffix(v.Type().Name(), "ID") || v.Type() == reflect.TypeFor[model.Currency]() {
			return
		}
		*n++
		v.SetString(fmt.Sprint("T", *n, attacks[*n%len(attacks)], "e", *n))
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				attack(v.Field(i), n)
			}
		}
	case reflect.Slice:
		if v.Len() == 0 {
			return
		}
		list := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(list, v)
		v.Set(list) // what is there is shared with every other test
		for i := range v.Len() {
			attack(v.Index(i), n)
		}
	case reflect.Map:
		if v.Len() == 0 {
			return
		}
		m := reflect.MakeMap(v.Type())
		for _, k := range v.MapKeys() {
			x := reflect.New(v.Type().Elem()).Elem()
			x.Set(v.MapIndex(k))
			attack(x, n)
			m.SetMapIndex(k, x)
		}
		v.Set(m)
	case reflect.Pointer:
		if !v.IsNil() {
			x := reflect.New(v.Type().Elem())
			x.Elem().Set(v.Elem())
			v.Set(x)
			attack(x.Elem(), n)
		}
	}
}

// commands lists what a terminal would take for a command in text.
func commands(s string) (out []string) {
	for _, r := range strings.TrimPrefix(s, "\ufeff") { // the mark that CSV begins with for spreadsheets
		if r != '\n' && r != '\r' && r != '\t' && (unicode.IsControl(r) || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0xfeff) {
			if w := fmt.Sprintf("%U", r); !slices.Contains(out, w) {
				out = append(out, w)
			}
		}
	}
	return out
}

func TestNoExportHasTerminalCommandsInIt(t *testing.T) {
	p := attacked(t)
	s := score.Of(p, today)
	check := func(name string, b []byte) {
		t.Helper()
		if bad := commands(string(b)); len(bad) > 0 {
			t.Errorf("%s has %v", name, bad)
		}
		if !bytes.Contains(b, []byte("T")) {
			t.Errorf("%s has nothing in it", name)
		}
	}
	for _, what := range []string{"accounts", "contacts", "actions"} {
		var b bytes.Buffer
		if err := export.WriteCSV(&b, p, s, what, true); err != nil {
			t.Fatal(err)
		}
		check(what+".csv", b.Bytes())
	}
	var b bytes.Buffer
	if err := document.Write(&b, p); err != nil {
		t.Fatal(err)
	}
	check("everything.json", b.Bytes())
	for _, k := range report.Kinds() {
		r, ok := report.Build(k.Key, report.Us, s, p.At(3).ID)
		if !ok {
			t.Fatal(k.Key)
		}
		for _, format := range papers.Formats() {
			var b bytes.Buffer
			if err := papers.Write(&b, format, r); err != nil {
				continue // not every report has every format
			}
			if format == "xlsx" {
				for name, part := range unzipped(t, b.Bytes()) {
					check(k.Key+".xlsx "+name, part)
				}
				continue
			}
			check(k.Key+"."+format, b.Bytes())
		}
	}
}

func unzipped(t *testing.T, b []byte) map[string][]byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if out[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	return out
}
