package words

import (
	"fmt"
	"time"
)

// Kind is what an Arg is, which decides how a language writes it.
type Kind uint8

// The kinds of what is filled into a sentence.
const (
	Text    Kind = iota // a name or a text somebody typed: as it is
	Count               // a whole number: chooses the plural form, gets separators
	Number              // a number with decimals
	Percent             // a share of 1
	Day                 // a civil day
	Nested              // a message: Text is its id, List what is filled into it
	List                // several, joined as the language joins them
	Key                 // a key of the keyboard, a command: never translated
	Word                // a word of a choice: Text is its key, the language has its text
)

// Arg is one thing that is filled into a sentence.
type Arg struct {
	Kind     Kind
	Decimals int8    // of Number and Percent; -1 is as many as there are
	Text     string  // of Text, Key, Word and Nested; a Day as 2026-11-30
	Num      float64 // of Count, Number and Percent
	List     []Arg   // of List and Nested
}

// Arger is a type that knows what it is in a sentence.
type Arger interface{ WordsArg() Arg }

// NumberOf is a number with so many decimals, -1 for as many as there are.
func NumberOf(v float64, decimals int) Arg {
	return Arg{Kind: Number, Num: v, Decimals: int8(decimals)}
}

// PercentOf is a share of 1, written in percent with so many decimals.
func PercentOf(share float64, decimals int) Arg {
	return Arg{Kind: Percent, Num: share, Decimals: int8(decimals)}
}

// DayOf is a civil day.
func DayOf(year int, month time.Month, day int) Arg {
	return Arg{Kind: Day, Text: fmt.Sprintf("%04d-%02d-%02d", year, int(month), day)}
}

// KeyOf is a key, a command or a flag: the same in every language.
func KeyOf(name string) Arg { return Arg{Kind: Key, Text: name} }
