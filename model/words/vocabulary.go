package words

import "strings"

// A word of a choice ("inner circle", "agreed") is two things: what files, commands and
// programs hold, which is of no language, and what people read. The first is the key
// and stands in the code; the second is the entry of the section vocabulary whose
// English text is the key.

const vocabulary = "vocabulary."

// WordOf is a word of a choice in a sentence: kept by its key, read in any language.
func WordOf(key string) Arg { return Arg{Kind: Word, Text: key} }

// Here is what people read for a word of a choice, in the language of the screen; a
// word nobody knows, as a newer file may hold, is itself.
func Here(key string) string { return Screen().Word(key) }

// Word is what people read for a word of a choice.
func (l *Language) Word(key string) string {
	l.once.Do(l.load)
	if text, ok := l.choices[key]; ok {
		return text
	}
	return key
}

// learn finds the texts of the vocabulary. A word has nothing filled in, so each text is
// made once.
func (l *Language) learn() {
	en := English()
	of := l.texts
	if l != en && l.base == nil {
		en.once.Do(en.load)
		of = en.texts
	}
	l.choices = map[string]string{}
	for i := range of.entries {
		e := &of.entries[i]
		if !strings.HasPrefix(e.id, vocabulary) {
			continue
		}
		said := l.texts.index[e.id]
		if said == nil {
			continue
		}
		key := e.text
		l.choices[key] = string(l.appendParts(nil, said.template(l.turn).parts, nil))
	}
}

// Vocabulary is every word of a choice that the catalogue knows, by its key.
func Vocabulary() []string {
	var out []string
	for _, key := range English().Keys("vocabulary") {
		out = append(out, English().Named("vocabulary", key))
	}
	return out
}

// Named is the text that a section has for a key, "" where it has none.
func (l *Language) Named(section, key string) string {
	if t := l.find(section + "." + key); t != nil {
		return string(l.appendParts(nil, t.parts, nil))
	}
	return ""
}

// Keys are the keys a section has texts for, in the order of the catalogue.
func (l *Language) Keys(section string) []string {
	l.once.Do(l.load)
	var out []string
	for i := range l.texts.entries {
		if key, ok := strings.CutPrefix(l.texts.entries[i].id, section+"."); ok {
			out = append(out, key)
		}
	}
	return out
}
