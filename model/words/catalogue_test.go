package words

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// twice lists the ids of one room that say the same in English on purpose, because
// another language may need two words. Each is a pair "room.one room.other".
var twice = map[string]bool{}

// wrong says what is wrong with the languages as translations of the first.
func wrong(languages ...*Language) (found []string) {
	add := func(format string, args ...any) { found = append(found, fmt.Sprintf(format, args...)) }
	en := languages[0]
	en.once.Do(en.load)
	for _, l := range languages {
		l.once.Do(l.load)
		for _, f := range l.texts.faults {
			add("%s: %s", l.Code, f)
		}
		for i := range l.texts.entries {
			e := &l.texts.entries[i]
			t, err := parse(e.text)
			if err != nil {
				add("%s %s: %v", l.Code, e.id, err)
				continue
			}
			if strings.HasPrefix(e.id, "language.") {
				continue
			}
			theirs := en.texts.index[e.id]
			if theirs == nil {
				add("%s has %s, which is not in %s", l.Code, e.id, en.Code)
				continue
			}
			if e.text == "" {
				add("%s %s says nothing", l.Code, e.id)
			}
			for n := range max(t.args, theirs.template(nil).args) {
				if !uses(t, n) {
					add("%s %s does not fill in {%d}", l.Code, e.id, n)
				}
			}
			walk(t.parts, func(p *part) {
				n := len(slices.DeleteFunc(slices.Clone(p.forms), func(f form) bool { return f.exact }))
				if p.forms != nil && n != len(l.plurals) {
					add("%s %s has %d forms by number, the language has %d", l.Code, e.id, n, len(l.plurals))
				}
			})
		}
		for i := range en.texts.entries {
			if id := en.texts.entries[i].id; l.texts.index[id] == nil {
				add("%s has no %s", l.Code, id)
			}
		}
	}
	said := map[string]string{}
	for i := range en.texts.entries {
		e := &en.texts.entries[i]
		room, _, _ := strings.Cut(e.id, ".")
		first, again := said[room+e.text]
		if again && room != "language" && !keyed(e.id) && !twice[first+" "+e.id] {
			add("%s says the same as %s", e.id, first)
		}
		if !again {
			said[room+e.text] = e.id
		}
	}
	return found
}

// uses reports whether a text fills in what has this number, whichever form is chosen.
func uses(t *template, n int) bool {
	found := false
	walk(t.parts, func(p *part) { found = found || p.lit == "" && p.arg == n })
	return found
}

func TestEveryLanguageSaysEverything(t *testing.T) {
	for _, f := range wrong(Languages()...) {
		t.Error(f)
	}
}

func TestAPlantedFaultOfTranslationIsFound(t *testing.T) {
	en := "[language]\nplurals = one other\n[t]\na = {0} of {1}\nb = {0|one|#}\n"
	const head = "[language]\nplurals = one two other\n[t]\n"
	for file, want := range map[string]string{
		"a = {1} {0}\nb = {0|one|two|#}\n":                      "",
		"a = {1}\nb = {0|one|two|#}\n":                          "he t.a does not fill in {0}",
		"a = {1} {0} {2}\nb = {0|one|two|#}\nc = x\n":           "he has t.c, which is not in en",
		"a = {1} {0}\n":                                         "he has no t.b",
		"a = {1} {0}\nb = {0|one|#}\n":                          "he t.b has 2 forms by number, the language has 3",
		"a = {1} {0}\nb = {0|one|two|#\n":                       `he t.b: "{0|one|two|#": a { that nothing closes`,
		"a = {1} {0}\nb = {0|one|two|#}\nb = {0|one|two|#}\n":   "he: t.b is there twice",
		"a = {1} {0}\nb = {0|=0 none|one|two|#}\nplain words\n": "he: line 6 is no entry",
	} {
		if got := strings.Join(wrong(made("en", en), made("he", head+file)), "; "); got != want {
			t.Errorf("found %q, want %q", got, want)
		}
	}
	if got := strings.Join(wrong(made("en", "[a]\nx = same\ny = same\n[b]\nz = same\n")), "; "); got != "a.y says the same as a.x" {
		t.Error(got)
	}
}
