package words

import (
	"embed"
	"path"
	"strings"
	"sync"
	"sync/atomic"
)

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

var screen atomic.Pointer[Language]

// Speak chooses the language of the screen. It is called once, before the first frame;
// tests call it again.
func Speak(l *Language) { screen.Store(l) }

// Screen is the language of the screen.
func Screen() *Language {
	if l := screen.Load(); l != nil {
		return l
	}
	return English()
}

// T renders the text with this id in the language of the screen.
func T(id string, args ...any) string { return Screen().T(id, args...) }
