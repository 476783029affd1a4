package mask

import (
	"crypto/sha256"
	"encoding/binary"
	"strings"
	"unicode"

	"accord/model"
	"accord/model/score"
)

// hidden stands where people wrote something of their own.
const hidden = "…"

// mask hands out stand-ins: numbered as they come, or, with a key, drawn from it,
// so that they are the same whatever comes in between and after a restart.
type mask struct {
	scale float64
	home  model.Currency // whose amounts are the index
	names map[string]string
	key   string
}

// name is the stand-in for a name, the same each time; "" stays "". before
// describes what it is, such as Unit.
func (m *mask) name(real, before string) string {
	if strings.TrimSpace(real) == "" {
		return ""
	}
	key := before + "\x00" + real
	if m.key != "" {
		return strings.TrimSpace(before + " " + drawn(m.key+"\x00"+key))
	}
	if m.names[key] == "" {
		m.names[key] = strings.TrimSpace(before + " " + spoken(len(m.names)))
	}
	return m.names[key]
}

// somebody is the stand-in for a person. The same name in capitals is the same one:
// who acts is looked up by name (METHOD §8).
func (m *mask) somebody(name string) string { return m.name(strings.Map(plainest, name), "") }

// plainest is the first of the letters that differ in case alone.
func plainest(r rune) rune {
	first := r
	for x := unicode.SimpleFold(r); x != r; x = unicode.SimpleFold(x) {
		first = min(first, x)
	}
	return first
}

// spoken is the n-th word of two syllables and more that can be said aloud.
func spoken(n int) string {
	const consonants, vowels = "bdfgklmnprstvz", "aeiou"
	syllable := func(k int) string {
		return string(consonants[k%len(consonants)]) + string(vowels[k/len(consonants)%len(vowels)])
	}
	const all = len(consonants) * len(vowels)
	word := syllable(n*37%all) + syllable((n/all*11+n)%all) + syllable((n/all)%all)
	return strings.ToUpper(word[:1]) + word[1:]
}

// before says what a name stands for where it is not plain: on the screen an
// account is an account, and the word would take the room of its name.
func (m *mask) before(what string) string {
	if m.key != "" {
		return ""
	}
	return what
}

// drawn is a word of four syllables that stands for a text. Who knows the word but
// not the key in it cannot try out what it stands for.
func drawn(text string) string {
	const consonants, vowels = "bdfgklmnprstvz", "aeiou"
	sum := sha256.Sum256([]byte(text))
	n := binary.BigEndian.Uint64(sum[:])
	var word [8]byte
	for i := 0; i < len(word); i += 2 {
		word[i], word[i+1] = consonants[n%14], vowels[n/14%5]
		n /= 70
	}
	word[0] -= 'a' - 'A'
	return string(word[:])
}

func (m *mask) text(s string) string {
	if strings.TrimSpace(s) == "" {
		return ""
	}
	return hidden
}

// money is an amount as an index, to the hundredth: the exact one would tell the
// real ones, which are whole numbers, to whoever looks for what divides them. The
// scores alone are of the exact one. Another currency stays, because of its rate.
func (m *mask) money(v model.Money) model.Money {
	if !v.Known() {
		return v
	}
	if v.Currency == m.home {
		v.Currency = model.Index
	}
	exact := v.Major() * m.scale
	return model.IndexMoney(exact, score.RoundHalfAway(exact, 2), m.home.Grain()*m.scale, v.Currency)
}
