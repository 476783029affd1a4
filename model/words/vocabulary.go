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
	en := English()
	en.once.Do(en.load)
	var out []string
	for i := range en.texts.entries {
		if e := &en.texts.entries[i]; strings.HasPrefix(e.id, vocabulary) {
			out = append(out, e.text)
		}
	}
	return out
}
