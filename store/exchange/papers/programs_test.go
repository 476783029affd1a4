package papers_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"accord/model"
	"accord/model/report"
	"accord/model/score"
	"accord/store/exchange/document"
)

// hostileBegins and hostileEnds are what people could type to be taken for a
// formula, for markup, for the end of what they stand in.
var (
	hostileBegins = []string{"=", "+", "-", "@", "\t=", `=HYPERLINK("http://x.example","y")`, `+cmd|' /C calc'!A0`, "-2+3", "@SUM(1+1)", "\u202e", "'=", "\ufeff="}
	hostileEnds   = []string{`<x-canary onclick="owned=1">`, `<script>owned=1</script>`, `"><img src=x onerror=owned=1>`, "</style><x-canary>", "</title><x-canary>", "<!-- <x-canary>", "]]><x-canary>", `' onload='owned=1`, "\n</p><x-canary>", `\"); } </style> <x-canary>`}
)

// hostile puts them around every text that a value holds.
func hostile(v reflect.Value, n *int) {
	switch v.Kind() {
	case reflect.String:
		name := v.Type().Name()
		if s := v.String(); s != "" && !strings.HasSuffix(name, "ID") && name != "Currency" && name != "FactorKey" {
			*n++
			v.SetString(hostileBegins[*n%len(hostileBegins)] + s + hostileEnds[*n%len(hostileEnds)])
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				hostile(v.Field(i), n)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			hostile(v.Index(i), n)
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			value := reflect.New(v.Type().Elem()).Elem()
			value.Set(v.MapIndex(key))
			hostile(value, n)
			v.SetMapIndex(key, value)
		}
	}
}

// hostileSample is the sample, and a customer of whom every text is hostile, as
// are those of the programme and of our team.
func hostileSample(t *testing.T) (*score.Scores, model.AccountID) {
	t.Helper()
	s := sampleScores(t)
	north, _ := s.Portfolio().Find("Northgate Steel")
	n := 0
	copied := func(from, to any) {
		text, err := json.Marshal(from)
		if err == nil {
			err = json.Unmarshal(text, to)
		}
		if err != nil {
			t.Fatal(err)
		}
		hostile(reflect.ValueOf(to).Elem(), &n)
	}
	var a model.Account
	copied(north, &a)
	a.ID, a.Parent = "hostile", ""
	for i := range a.Objectives {
		a.Objectives[i].Shared = true
	}
	for i := range a.Actions {
		a.Actions[i].Shared = true
	}
	a.Decisions = []model.Decision{{ID: "d", Text: hostileBegins[0] + "decided" + hostileEnds[0], Shared: model.IsShared}}
	g := *s.Portfolio().Programme()
	g.Title = hostileBegins[5] + g.Title + hostileEnds[3]
	g.Team = nil
	copied(s.Portfolio().Programme().Team, &g.Team)
	g.Workshop = &model.Workshop{Title: hostileBegins[5] + "workshop" + hostileEnds[0], Accounts: []model.AccountID{a.ID}, People: []model.Participant{{Initials: "PO", Theirs: true, Account: a.ID}},
		Parked: []model.Parked{{ID: "1", Text: hostileBegins[0] + "decided" + hostileEnds[0], Account: a.ID, End: model.BecameDecision, Made: "d"}}}
	p, err := model.NewPortfolio(&g, append([]*model.Account{&a}, s.Portfolio().Accounts()...))
	if err != nil || n < 50 {
		t.Fatal(n, err)
	}
	return score.Of(p, s.Today()), a.ID
}

// Every report is one well-formed page that asks for nothing outside itself, and a
// workbook without a formula. With ACCORD_REPORTS the files they are of are left
// there, for .ci/reports to open what the program makes of it in other programs.
func TestReportsForOtherPrograms(t *testing.T) {
	s, id := hostileSample(t)
	if dir := os.Getenv("ACCORD_REPORTS"); dir != "" {
		for name, p := range map[string]*model.Portfolio{"sample.json": sampleScores(t).Portfolio(), "hostile.json": s.Portfolio()} {
			var b bytes.Buffer
			if err := document.Write(&b, p); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, name), b.Bytes(), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, k := range report.Kinds() {
		for to := range report.Audiences {
			r, ok := report.Build(k.Key, report.Audience(to), s, id)
			if !ok {
				continue
			}
			files := everyFormat(t, r)
			wellFormed(t, k.Key, files["html"])
			if strings.Contains(files["xlsx"], "<f>") || strings.Contains(files["xlsx"], "<f ") || strings.Contains(files["xlsx"], `t="str"`) {
				t.Errorf("%s has a formula", k.Key)
			}
			if strings.Count(files["xlsx"], "x-canary") == 0 || strings.Count(files["html"], "&lt;x-canary") == 0 {
				t.Errorf("%s has no hostile text in it", k.Key)
			}
			for line := range strings.SplitSeq(files["csv"], "\n") {
				if cell := strings.TrimLeft(line, "\ufeff\""); cell != "" && strings.ContainsRune("=+@\t\r", rune(cell[0])) && cell != "\r" {
					t.Errorf("%s begins a line with a formula: %.60q", k.Key, line)
				}
			}
		}
	}
}

// wellFormed reads a page strictly, from behind its style on.
func wellFormed(t *testing.T, name, page string) {
	t.Helper()
	_, body, ok := strings.Cut(page, "</style>")
	d := xml.NewDecoder(strings.NewReader("<html>" + body))
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
		if n := e.Name.Local; n == "script" || n == "link" || n == "img" || n == "iframe" || n == "x-canary" {
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
