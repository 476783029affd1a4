package words

import (
	"embed"
	"path"
	"strings"
	"sync"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// The languages for tests; numbers and plurals are those of English.
const (
	pseudoCode = "en-x-longer"
	mirrorCode = "en-x-mirror"
)

// Language is a language the program can speak.
type Language struct {
	Code string // en, he
	file string
	base *Language       // whose texts are twisted, for the languages of tests
	turn func(*template) // what twists them

	once    sync.Once
	texts   *catalogue
	tag     language.Tag
	plurals []plural.Form // the order of the forms in its texts
	decimal string
	group   string
	percent *template
	day     *template
	list    *template
	last    *template
	months  []string
	rtl     bool
	choices map[string]string // what people read for a word of a choice
}

// load reads the catalogue when the language first says something.
func (l *Language) load() {
	if l.base != nil {
		l.file = l.base.file
	}
	l.texts = read(l.file)
	l.tag = language.Make(l.Code)
	for _, name := range strings.Fields(l.setting("plurals")) {
		l.plurals = append(l.plurals, pluralNames[name])
	}
	l.decimal, l.group = l.setting("decimal"), strings.ReplaceAll(l.setting("group"), `\s`, " ")
	l.percent, l.day = l.shape("percent"), l.shape("day")
	l.list, l.last = l.shape("list"), l.shape("list-last")
	l.months = strings.Fields(l.setting("months"))
	l.rtl = l.setting("direction") == "rtl"
	if l.base != nil {
		l.rtl = l.Code == mirrorCode
	}
	l.learn()
}

var pluralNames = map[string]plural.Form{
	"zero": plural.Zero, "one": plural.One, "two": plural.Two,
	"few": plural.Few, "many": plural.Many, "other": plural.Other,
}

// setting is an entry of the section that says how the language writes.
func (l *Language) setting(name string) string {
	if e := l.texts.index["language."+name]; e != nil {
		return e.text
	}
	return ""
}

func (l *Language) shape(name string) *template {
	t, err := parse(l.setting(name))
	if err != nil || t.args == 0 {
		t, _ = parse("{0} {1} {2}")
	}
	return t
}

// Name is what the language is called in itself.
func (l *Language) Name() string {
	l.once.Do(l.load)
	return l.setting("name")
}

// RightToLeft reports whether the language is written from right to left.
func (l *Language) RightToLeft() bool {
	l.once.Do(l.load)
	return l.rtl
}

// find is the text with an id: in this language, or else in English.
func (l *Language) find(id string) *template {
	l.once.Do(l.load)
	if e := l.texts.index[id]; e != nil {
		return e.template(l.turn)
	}
	if en := English(); l != en && l.base == nil {
		return en.find(id)
	}
	return nil
}

//go:embed catalogue/*.txt
var files embed.FS

// all is every language there is a catalogue of, English first.
var all = sync.OnceValue(func() []*Language {
	var out []*Language
	found, _ := files.ReadDir("catalogue") // built into the program: it is there
	for _, f := range found {
		text, _ := files.ReadFile(path.Join("catalogue", f.Name()))
		l := &Language{Code: strings.TrimSuffix(f.Name(), ".txt"), file: string(text)}
		if out = append(out, l); l.Code == "en" {
			out[0], out[len(out)-1] = out[len(out)-1], out[0]
		}
	}
	return out
})

// Languages is every language the program speaks, English first.
func Languages() []*Language { return all() }

// English is the language everything is written in first.
func English() *Language { return all()[0] }

// Find is the language with this code, nil when there is none.
func Find(code string) *Language {
	for _, l := range all() {
		if l.Code == code {
			return l
		}
	}
	return nil
}
