package keys

import (
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"accord/ui/widget"
)

// Resolve turns a key press into an intent, asking the innermost scope first. by is
// the row of the table, nil for a letter that is typed.
func (m *Table) Resolve(scopes []Scope, k tea.KeyPressMsg) (in Intent, by *Binding, ok bool) {
	name := k.String()
	for _, s := range scopes {
		if b := m.index[s][name]; b != nil {
			return b.pressed(name), b, true
		}
		if s == ScopeText || s == ScopeProse {
			return typed(k)
		}
		if latin := latinKey(k); latin != name {
			if b := m.index[s][latin]; b != nil {
				return b.pressed(latin), b, true
			}
		}
	}
	return Intent{}, nil, false
}

// pressed is the binding's intent with what the key itself says.
func (b *Binding) pressed(name string) Intent {
	in := b.Intent
	if in.Kind == Rate {
		in.N = int(name[0] - '0')
	}
	if in.Kind == BeginTyping {
		in.Text = name
	}
	return in
}

// typed is a key press in a text scope: every printable key is a letter.
func typed(k tea.KeyPressMsg) (Intent, *Binding, bool) {
	if k.Text == "" || k.Mod&(tea.ModCtrl|tea.ModAlt) != 0 {
		return Intent{}, nil, false
	}
	for _, r := range k.Text {
		if unicode.IsControl(r) {
			return Intent{}, nil, false
		}
	}
	return Intent{Kind: Typing, Edit: widget.Insert, Text: k.Text}, nil, true
}

// latinKey is the key of the same place on a Latin keyboard, so that shortcuts
// work while a Hebrew or Cyrillic layout is active.
func latinKey(k tea.KeyPressMsg) string {
	if k.BaseCode != 0 && k.BaseCode < unicode.MaxASCII {
		base := tea.KeyPressMsg{Code: k.BaseCode, Mod: k.Mod}
		if k.Mod&tea.ModShift != 0 && unicode.IsLetter(k.BaseCode) {
			base.Mod &^= tea.ModShift
			base.Text = string(unicode.ToUpper(k.BaseCode))
		}
		return base.String()
	}
	r, _ := utf8.DecodeRuneInString(k.Text)
	if l, ok := HebrewLayout[r]; ok {
		return string(l)
	}
	if l, ok := CyrillicLayout[r]; ok {
		return string(l)
	}
	return k.String()
}

// HebrewLayout is the SI-1452 layout. The places of q and w give / and ', so /
// always filters and quitting on this layout is ctrl+q.
var HebrewLayout = pairs("קראטוןםפשדגכעיחלךףזסבהנמצתץ", "ertyuiopasdfghjkl;zxcvbnm,.")

var CyrillicLayout = pairs("йцукенгшщзхъфывапролджэячсмитьбюЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ",
	"qwertyuiop[]asdfghjkl;'zxcvbnm,.QWERTYUIOPASDFGHJKLZXCVBNM")

func pairs(from, to string) map[rune]rune {
	m := map[rune]rune{}
	latin := []rune(to)
	for i, r := range []rune(from) {
		m[r] = latin[i]
	}
	return m
}
