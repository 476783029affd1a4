package words

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// Pseudo is English with accents, 40 % longer, each sentence between ⟦ and ⟧: two pairs
// in one sentence are glue, a lost ⟧ is a cut. What is filled in stays.
var Pseudo = sync.OnceValue(func() *Language {
	return &Language{Code: pseudoCode, base: English(), turn: twisted(strings.NewReplacer(accents...), "⟦", "⟧")}
})

// Mirrored is the same in Hebrew letters, between marks of right to left.
var Mirrored = sync.OnceValue(func() *Language {
	return &Language{Code: mirrorCode, base: English(), turn: twisted(hebrew(), "\u200f⟦", "⟧\u200f")}
})

var accents = []string{
	"a", "á", "c", "ç", "e", "é", "g", "ğ", "i", "í", "l", "ł", "n", "ñ", "o", "ó", "r", "ř",
	"s", "š", "t", "ţ", "u", "ú", "y", "ý", "z", "ž", "A", "Á", "C", "Ç", "D", "Ð", "E", "É",
	"G", "Ğ", "I", "Í", "L", "Ł", "N", "Ñ", "O", "Ó", "R", "Ř", "S", "Š", "T", "Ţ", "U", "Ú",
	"Y", "Ý", "Z", "Ž",
}

// hebrew has a letter of the same sound for each, or of another one.
func hebrew() *strings.Replacer {
	const latin, letters = "abcdefghijklmnopqrstuvwxyz", "אבצדעפגהיחכלמנוקשרסטתווחיז"
	var pairs []string
	to := []rune(letters)
	for i, r := range latin {
		pairs = append(pairs, string(r), string(to[i]), strings.ToUpper(string(r)), string(to[i]))
	}
	return strings.NewReplacer(pairs...)
}

// twisted makes what turns a text into one of a language for tests.
func twisted(letters *strings.Replacer, begin, end string) func(*template) {
	return func(t *template) {
		walk(t.parts, func(p *part) {
			for i := range p.forms {
				p.forms[i].parts = lengthen(p.forms[i].parts, letters)
			}
		})
		t.parts = lengthen(t.parts, letters)
		if len(t.parts) == 1 && t.parts[0].lit != "" { // one piece stays one
			t.parts[0].lit = begin + t.parts[0].lit + end
			return
		}
		t.parts = append(append([]part{{lit: begin}}, t.parts...), part{lit: end})
	}
}

// lengthen changes the letters of a text, and adds to its last ones.
func lengthen(parts []part, letters *strings.Replacer) []part {
	n := 0
	for i := range parts {
		n += utf8.RuneCountInString(parts[i].lit)
		parts[i].lit = twist(parts[i].lit, letters)
	}
	more := letters.Replace(pad(n))
	switch last := len(parts) - 1; {
	case more == "":
	case parts[last].lit != "":
		parts[last].lit += more
	default:
		parts = append(parts, part{lit: more})
	}
	return parts
}

// twist changes the letters of a text, but not those of keys, flags and commands.
func twist(text string, letters *strings.Replacer) string {
	var b strings.Builder
	for i, quoted := range strings.Split(text, "`") {
		if i > 0 {
			b.WriteByte('`')
		}
		if i%2 == 1 {
			b.WriteString(quoted)
			continue
		}
		for j, word := range strings.Split(quoted, " ") {
			if j > 0 {
				b.WriteByte(' ')
			}
			if technical(word) {
				b.WriteString(word)
			} else {
				b.WriteString(letters.Replace(word))
			}
		}
	}
	return b.String()
}

// technical reports whether a word is a key or a flag.
func technical(word string) bool {
	bare := strings.Trim(word, ".,:;()")
	if strings.HasPrefix(bare, "--") {
		return true
	}
	if len(bare) < 2 || bare[0] != 'F' && bare[0] != 'f' {
		return false
	}
	return strings.Trim(bare[1:], "0123456789") == ""
}

// pad is what a text of so many letters is lengthened by.
func pad(letters int) string {
	const more = " one two three four five six seven eight nine ten"
	want := (letters*4 + 9) / 10
	if want < 3 {
		return "ooo"[:want]
	}
	out := strings.Repeat(more, want/len(more)+1)[:want]
	if out[want-1] == ' ' {
		out = out[:want-1] + "o"
	}
	return out
}
