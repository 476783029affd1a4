package shell

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"accord/model"
	"accord/ui/kit"
)

// attacks are what text from outside may carry to take the terminal over: to
// clear it, name it, fill the clipboard, answer back, hide, or turn round.
var attacks = []string{"\x1b[2J", "\x1b]52;c;cm0gLXJmCg==\x07", "\x1bP1$r0m\x1b\\", "\x1b]0;owned\x1b\\", "\u009b31m", "\u009d52;c;eA==\u009c", "\u0090q\u009c", "\a\b\v\f\x00\x7f", "\u202ecod\u202c", "\u2066a\u2069", "\u200f\u200e\u061c", "\ufeff\u200b", "\x1b^x\x1b\\", "\x1b_Gx\x1b\\", "\u0085", "\xff\xfe"}

// attack fills every text of a value, however deep it lies, with an attack; ids
// stay what they are, and keys of maps too.
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

// attackedPortfolio is the sample with an attack in every text there is.
func attackedPortfolio(t testing.TB) *model.Portfolio {
	t.Helper()
	p, n := samplePortfolio(t), 0
	var list []*model.Account
	for _, a := range p.Accounts() {
		b := *a
		b.Tags = []string{"x", "y"}
		b.Custom = map[string]string{"\x1b[31mheader\u009b": "x"}
		attack(reflect.ValueOf(&b).Elem(), &n)
		list = append(list, &b)
	}
	g := *p.Programme()
	attack(reflect.ValueOf(&g).Elem(), &n)
	out, err := model.NewPortfolio(&g, list)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

var colours = regexp.MustCompile("\x1b\\[[0-9;:]*m")

// commands lists what in text a terminal would take for a command, or what would
// turn letters round.
func commands(s string) (out []string) {
	for _, r := range colours.ReplaceAllString(s, "") {
		if r != '\n' && (unicode.IsControl(r) || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0x200e || r == 0x200f || r == 0x61c || r == 0x200b || r == 0xfeff) {
			if w := fmt.Sprintf("%U", r); !slices.Contains(out, w) {
				out = append(out, w)
			}
		}
	}
	return out
}

// TestNothingHostileReachesTheTerminal visits every screen on a portfolio of
// attacks, and looks at the bytes that would go to the terminal, at the title of
// its window, and at what is copied.
func TestNothingHostileReachesTheTerminal(t *testing.T) {
	p := attackedPortfolio(t)
	seen, copied := 0, 0
	for _, script := range append(slices.Clone(tour), "y", "tab y", "tab tab y", "o y", "i y", "5", "tab tab 4 u", "tab tab 5 u ctrl+r") {
		x := start(t, p, 120, 40)
		remember(x)
		x.Keys(script)
		for _, size := range [][2]int{{120, 40}, {60, 16}} {
			x.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			v := x.app.View()
			if bad := commands(v.Content); len(bad) > 0 {
				t.Errorf("%q at %v: %v in what is drawn", script, size, bad)
			}
			if bad := commands(v.WindowTitle); len(bad) > 0 {
				t.Errorf("%q: %v in the title", script, bad)
			}
			seen += strings.Count(v.Content, "T")
		}
		if text, ok := strings.CutPrefix(x.app.status.text, "copied: "); ok && text != "" {
			copied++
		}
	}
	if seen < 1000 || copied == 0 {
		t.Fatalf("%d attacked texts were seen and %d copied: nothing was tried", seen, copied)
	}
}

// What is copied is pasted elsewhere, often into a shell.
func TestWhatIsCopiedIsCleaned(t *testing.T) {
	x := start(t, attackedPortfolio(t), 120, 40)
	cmd := x.app.apply(kit.Doing(kit.Copying{Text: strings.Join(attacks, "x") + "\nsecond\tline"}))
	text := fmt.Sprint(cmd())
	if bad := commands(text); len(bad) > 0 || !strings.Contains(text, "\nsecond line") {
		t.Errorf("%v is copied: %q", bad, text)
	}
}
