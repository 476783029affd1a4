package words

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// made is a language of a test.
func made(code, file string) *Language { return &Language{Code: code, file: file} }

const englishLike = "[language]\nplurals = one other\ndecimal = .\ngroup = ,\npercent = {0} %\nday = {0} {1} {2}\n" +
	"months = Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec\nlist = {0}, {1}\nlist-last = {0} and {1}\n[t]\n"

const hebrewLike = "[language]\ndirection = rtl\nplurals = one two other\ndecimal = .\ngroup = ,\npercent = {0}%\n[t]\n" +
	"accounts = {0|לקוח אחד|שני לקוחות|# לקוחות}\nmixed = {1}: {0|נותרה שאלה אחת|נותרו שתי שאלות|נותרו # שאלות}\n"

type day struct{ y, m, d int }

func (d day) WordsArg() Arg { return DayOf(d.y, time.Month(d.m), d.d) }

type named int

func (n named) String() string { return "name of it" }

type slug string

func TestRendering(t *testing.T) {
	l := made("en", englishLike+`
plain = No account is open.
of = {0} of {1} rated
turned = {1} before {0 name}, {1} again
accounts = {0|one account|# accounts}
none = {0|=0 no accounts|one account|# accounts} left
inner = {0|one account of {1}|# accounts of {1 name}}
year = {0:d} is a year
float = {0:.1f} and {1:+d} and {2:q} and {3:5.2f} and {4:,.2f}
signs = \{0\} \| \# a\\b\sc # 5 | 6
edge = \sblank at both ends\s
lines = first\n
    second
	third
in = {0} in {1}
hex = {0:04x} {1:x}
left = {0:-8s}|
`)
	for _, c := range []struct {
		id   string
		args []any
		want string
	}{
		{"plain", nil, "No account is open."},
		{"of", []any{3, 1200}, "3 of 1,200 rated"},
		{"turned", []any{"a", "b"}, "b before a, b again"},
		{"accounts", []any{1}, "one account"},
		{"accounts", []any{0}, "0 accounts"},
		{"accounts", []any{-1234567}, "-1,234,567 accounts"},
		{"accounts", []any{NumberOf(1, 1)}, "1.0 accounts"},
		{"none", []any{0}, "no accounts left"},
		{"none", []any{uint8(1)}, "one account left"},
		{"inner", []any{1, "Acme"}, "one account of Acme"},
		{"inner", []any{2, "Acme"}, "2 accounts of Acme"},
		{"year", []any{2026}, "2026 is a year"},
		{"float", []any{2.25, 4, "a\"b", 3.14159, 12345.678}, `2.2 and +4 and "a\"b" and  3.14 and 12,345.68`},
		{"signs", nil, `{0} | # a\b c # 5 | 6`},
		{"edge", nil, " blank at both ends "},
		{"lines", nil, "first\nsecond third"},
		{"in", []any{PercentOf(.285, 0), day{2026, 11, 3}}, "29 % in 3 Nov 2026"},
		{"in", []any{PercentOf(.2855, 1), time.Date(2026, 1, 31, 0, 0, 0, 0, time.UTC)}, "28.6 % in 31 Jan 2026"},
		{"in", []any{[]string{"a", "b", "c"}, []Msg{New("t.plain"), Plain("x")}}, "a, b and c in No account is open. and x"},
		{"in", []any{[]string{}, ListOf(1, KeyOf("F6"))}, " in 1 and F6"},
		{"in", []any{New("t.accounts", 2), New("t.in", "x", Plain("y"))}, "2 accounts in x in y"},
		{"in", []any{named(3), slug("s")}, "name of it in s"},
		{"in", []any{1.5, 1e6}, "1.5 in 1000000"},
		{"in", []any{true, nil}, "true in "},
		{"in", []any{"only one"}, "only one in …"},
		{"hex", []any{255, "ab"}, "00ff 6162"},
		{"left", []any{"ab"}, "ab      |"},
		{"gone", []any{"x", 2}, "‹t.gone› x 2"},
	} {
		if got := l.T("t."+c.id, c.args...); got != c.want {
			t.Errorf("%s %v: %q, want %q", c.id, c.args, got, c.want)
		}
		if got := l.Say(New("t."+c.id, c.args...)); got != c.want {
			t.Errorf("%s %v as a message: %q, want %q", c.id, c.args, got, c.want)
		}
	}
}

func TestPluralsOfOtherLanguages(t *testing.T) {
	he := made("he", hebrewLike)
	for n, want := range map[int]string{0: "0 לקוחות", 1: "לקוח אחד", 2: "שני לקוחות", 3: "3 לקוחות", 20: "20 לקוחות", 1020: "1,020 לקוחות"} {
		if got := he.T("t.accounts", n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
	if got := he.T("t.mixed", 2, "Acme"); got != "Acme: נותרו שתי שאלות" {
		t.Error(got)
	}
	if !he.RightToLeft() || made("en", englishLike).RightToLeft() {
		t.Error("the direction is not the one of the file")
	}
	pl := made("pl", "[language]\nplurals = one few many other\ndecimal = ,\ngroup = \\s\n[t]\nn = {0|plik|pliki|plików|pliku} {0:,.1f}\n")
	for n, want := range map[int]string{1: "plik 1,0", 3: "pliki 3,0", 1000: "plików 1 000,0"} {
		if got := pl.T("t.n", n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
	if got := pl.T("t.n", NumberOf(1.5, 1)); got != "pliku 1,5" {
		t.Error(got)
	}
}

func TestWhatIsNotInALanguageIsSaidInEnglish(t *testing.T) {
	if got, want := made("he", hebrewLike).T("words.wrapped", "a", "b", "c"), "abc"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestFaultsOfTexts(t *testing.T) {
	for _, text := range []string{"{", "}", "{a}", "{0", "{0|one", "{0:}", "{0:.1z}", "{99}", "a {0|x|{1} b", "{-1}", "{}", "{0}}"} {
		if got, err := parse(text); err == nil {
			t.Errorf("%q is read as %+v", text, got)
		}
	}
	if got := made("en", englishLike+"bad = a {b\n").T("t.bad", 1); got != "a {b" {
		t.Errorf("a text that is wrong shows as %q", got)
	}
	for file, want := range map[string]string{
		"[a]\nb = c\nb = d\n": "a.b is there twice", "b = c\n": "line 1 is no entry",
		"[a]\nb\n": "line 2 is no entry", "[a]\n  b\n": "line 2 goes on with nothing",
	} {
		if got := strings.Join(read(file).faults, "; "); got != want {
			t.Errorf("%q: %q, want %q", file, got, want)
		}
	}
}

func TestMessagesAreKept(t *testing.T) {
	for want, m := range map[string]Msg{
		`"an old label"`:          Plain("an old label"),
		`""`:                      {},
		`{"id":"tie.rated"}`:      New("tie.rated"),
		`{"id":"a","args":["x"]}`: New("a", "x"),
		`{"id":"a","args":[3,{"number":2.5,"decimals":1},{"number":2.5},{"percent":0.64,"decimals":0},{"day":"2026-11-30"}]}`: New("a", 3, NumberOf(2.5, 1), 2.5, PercentOf(.64, 0), day{2026, 11, 30}),
		`{"id":"a","args":[{"key":"F6"},{"list":["x",4]},{"msg":{"id":"b","args":["y"]}}]}`:                                   New("a", KeyOf("F6"), ListOf("x", 4), New("b", "y")),
	} {
		b, err := json.Marshal(m)
		if err != nil || string(b) != want {
			t.Errorf("kept as %s, %v; want %s", b, err, want)
		}
		var back Msg
		if err := json.Unmarshal(b, &back); err != nil || !back.Equal(m) || back.IsZero() != m.IsZero() {
			t.Errorf("%s comes back as %#v, %v", want, back, err)
		}
	}
	var m Msg
	for _, bad := range []string{`{"args":["x"]}`, `{"id":"a","args":[{}]}`, `3`, `{"id":3}`, `{"id":"a","args":[true]}`, `{"id":"a","args":[{"day":1}]}`} {
		if err := json.Unmarshal([]byte(bad), &m); err == nil {
			t.Errorf("%s is taken as %#v", bad, m)
		}
	}
	if New("a", "x").Equal(New("a", "y")) || New("a").Equal(New("b")) || New("a").Equal(New("a", 1)) {
		t.Error("different messages are equal")
	}
}

func TestMessagesLoseTheirNames(t *testing.T) {
	m := New("a", "Acme", 3, KeyOf("Acme"), ListOf("Acme"), New("b", "Acme"))
	got := m.Texts(func(s string) string { return strings.ToLower(s) })
	if want := New("a", "acme", 3, KeyOf("Acme"), ListOf("acme"), New("b", "acme")); !got.Equal(want) {
		t.Errorf("%#v", got)
	}
	if !m.Equal(New("a", "Acme", 3, KeyOf("Acme"), ListOf("Acme"), New("b", "Acme"))) {
		t.Error("the message itself changed")
	}
}

func TestErrorsAreMessages(t *testing.T) {
	l := made("en", englishLike+"locked = {0} is locked\nnot-read = {0} cannot be read: {1}\n")
	locked := Fail("t.locked", "f")
	err := Wrap(fmt.Errorf("page %d: %w (twice)", 3, locked), "t.not-read", "g")
	if got, want := l.Err(err), "g cannot be read: page 3: f is locked (twice)"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if !errors.Is(err, locked) {
		t.Error("the cause is lost")
	}
	var e *Error
	if !errors.As(err, &e) || e.Error() != "‹t.not-read› g page 3: ‹t.locked› f (twice)" {
		t.Errorf("in English it is %q", e.Error())
	}
	if got := l.Err(Wrap(fs.ErrNotExist, "t.not-read", "g")); got != "g cannot be read: file does not exist" {
		t.Error(got)
	}
	if got := l.Err(fmt.Errorf("as it is: %w", fs.ErrExist)); got != "as it is: file already exists" {
		t.Error(got)
	}
	if l.Err(nil) != "" || l.Err(errors.Join(locked, fs.ErrExist)) == "" {
		t.Error("no error says something, or two say nothing")
	}
}

func TestTheLanguageOfTheScreen(t *testing.T) {
	defer Speak(nil)
	if Screen() != English() || Find("en") != English() || Find("xx") != nil || Languages()[0] != English() {
		t.Error("English is not what is spoken first")
	}
	he := made("he", hebrewLike)
	Speak(he)
	if got := T("t.accounts", 2); got != "שני לקוחות" || New("t.accounts", 2).Here() != got {
		t.Error(got)
	}
	if got := English().Name(); got != "English" {
		t.Error(got)
	}
}

func TestATableIsMadeOnceInALanguage(t *testing.T) {
	defer Speak(nil)
	times := 0
	table := Table(func() []string { times++; return []string{T("t.accounts", 2)} })
	if times != 0 {
		t.Fatal("it is made before anybody asks")
	}
	Speak(made("en", englishLike+"accounts = {0|one account|# accounts}\n"))
	if first, again := table(), table(); first[0] != "2 accounts" || &first[0] != &again[0] {
		t.Error(first, again)
	}
	Speak(made("he", hebrewLike))
	if table()[0] != "שני לקוחות" || times != 2 {
		t.Error(table(), times)
	}
}

// twin is a language for tests over the texts of a test.
func twin(l *Language, texts string) *Language {
	return &Language{Code: l.Code, base: made("en", texts), turn: l.turn}
}

func TestTheLanguagesForTests(t *testing.T) {
	texts := englishLike + "plain = Press F6 or use --yes and `accord undo` to leave.\nedit = Edit\n" +
		"accounts = {0|one account|# accounts} of {1} {2:d}\n"
	p, m := twin(Pseudo(), texts), twin(Mirrored(), texts)
	for _, id := range []string{"plain", "edit", "accounts"} {
		english := made("en", texts).T("t."+id, 1, "", 7)
		for _, l := range []*Language{p, m} {
			got := l.T("t."+id, 1, "", 7)
			if n, want := utf8.RuneCountInString(got)-2, utf8.RuneCountInString(english); n*10 < want*14-10 || n > want*14/10+8 {
				t.Errorf("%q has %d letters, the English %d", got, n, want)
			}
			if strings.Count(got, "⟦") != 1 || strings.Count(got, "⟧") != 1 || strings.Contains(got, " ⟧") {
				t.Errorf("%q is not marked", got)
			}
		}
	}
	got := p.T("t.plain")
	for _, kept := range []string{" F6 ", "--yes", "`accord undo`"} {
		if !strings.Contains(got, kept) {
			t.Errorf("%q lost %s", got, kept)
		}
	}
	if got := p.T("t.accounts", 3, "Acme", 2026); !strings.Contains(got, "3 áççóúñţš") || !strings.Contains(got, "Acme 2026") {
		t.Error(got)
	}
	if got := m.T("t.edit"); !strings.ContainsRune(got, 'ד') || strings.ContainsAny(got, "Edit") || !m.RightToLeft() || p.RightToLeft() {
		t.Error(got)
	}
	if got := p.T("t.gone"); got != "‹t.gone›" {
		t.Error(got)
	}
}
