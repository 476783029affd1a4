// package words is the one place of the sentences people read: a catalogue file for
// each language, and what renders a message from it.
//
// A sentence is whole and stands in catalogue/en.txt under an id, room.few-words. Code
// says which one and fills it in:
//
//	words.T("accounts.rated", done, all)      // now, in the screen's language
//	words.New("accounts.rated", done, all)    // kept as a message, rendered where it is drawn
//	words.Fail("store.locked", path)          // an error that is a message
//	words.Wrap(err, "store.not-read", path)   // the same with its cause, the last thing filled in
//
// The id is written out where it is used and what is filled in is listed, never spread,
// so that a test can hold both against the catalogue. The language is not known yet when
// packages begin: a variable of a package keeps New, or is a Table.
//
// What is filled in has a kind, found by its type: a string is a text that somebody
// typed, an int a Count (it chooses the plural form and gets separators), a float64 a
// Number, an error or a Msg a message in the message; []string and []Msg are lists.
// NumberOf, PercentOf, DayOf, KeyOf and ListOf are for the rest. A type of another
// package becomes one by a method WordsArg.
//
// The syntax of a text is told at the head of the catalogue:
//
//	{0}  {0 name}  {0:.1f}  {0|one account|# accounts}  {0|=0 none|one|#}
//
// A new language is one more file in catalogue. Pseudo and Mirrored are languages made
// from English, for tests: the first is 40 % longer and marks where a sentence begins
// and ends, the second is written from right to left.
//
// Files, from the ground up: arg.go, template.go, catalogue.go, msg.go, language.go,
// number.go, render.go, screen.go, written.go, json.go, errors.go, table.go, pseudo.go,
// vocabulary.go.
package words
