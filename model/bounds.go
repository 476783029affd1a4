package model

import (
	"accord/model/words"
	"reflect"
	"strings"
	"unicode"
)

// TextKind is what sort of text a fact is; it says how long it may be.
type TextKind uint8

// The kinds of texts. A token is a key or an id that a program gave.
const (
	NameText  TextKind = iota // what somebody or something is called
	LineText                  // one line about it
	NotesText                 // many lines
	TokenText                 // an id or a key: it is cleaned nowhere, and bounded where it comes in
)

// The bounds of what is read from outside or typed. A file that holds more, from
// before there were bounds, opens and stays as it is.
const (
	MaxName   = 200      // letters of a name
	MaxLine   = 2 << 10  // letters of a text of one line
	MaxNotes  = 64 << 10 // letters of a long text
	MaxToken  = 1 << 10  // bytes of an id or a key
	MaxDepth  = 64       // lists and records inside each other, in a document
	MaxSearch = 200      // letters in a search field
	MaxPack   = 4 << 20  // bytes of a method pack
	maxMarks  = 8        // combining marks and joiners to a letter, in the mean
	MaxParts  = 256      // instruments of a pack, and factors of an instrument
)

// Limit is how many letters a text of the kind may have.
func (k TextKind) Limit() int {
	return [...]int{MaxName, MaxLine, MaxNotes, MaxToken}[k]
}

// textKinds are the texts that are no line: everything that is called something, and
// what runs over many lines. A test asks that every text of the model is a line, or
// stands here.
var textKinds = map[string]TextKind{
	"Account.Name": NameText, "Account.Owner": NameText, "Account.Segment": NameText, "Account.Kind": NameText, "Account.Country": NameText, "Account.City": NameText,
	"Account.Tags": NameText, "Account.Custom key": NameText, "Account.Custom": NotesText,
	"Account.Notes": NotesText, "Account.Charter": NotesText, "Account.Competitors": NotesText, "Account.Focus": NotesText,
	"Seat.Title": NameText, "Seat.Unit": NameText, "Person.Name": NameText, "Person.Cares": NotesText, "Person.Notes": NotesText,
	"Member.Name": NameText, "Member.Title": NameText, "Offering.Name": NameText, "Offering.Line": NameText, "Cell.Unit": NameText, "Cell.Offering": NameText,
	"Transaction.Offering": NameText, "Transaction.Source": NameText, "Transaction.Key": TokenText, "SourceID.System": TokenText, "SourceID.ID": TokenText,
	"Cell.Competitor": NameText, "Objective.Owner": NameText, "Action.Owner": NameText, "Risk.Owner": NameText, "ValueLine.Owner": NameText, "ValueLine.TheirOwner": NameText,
	"Decision.Owner": NameText, "Insight.Whose": NameText, "Insight.ToldBy": NameText, "Review.Decisions": NotesText, "Risk.Response": NotesText, "ValueLine.Evidence": NotesText,
	"Rating.Note": NotesText, "Programme.Title": NameText, "Workshop.Title": NameText, "Workshop.Before": NameText, "Participant.Initials": NameText, "Participant.Function": NameText,
	"AgendaStep.Name": NameText, "AgendaStep.Note": NotesText, "AgendaStep.Screen": NameText, "Parked.Who": NameText, "Parked.Where": NameText, "Parked.Made": TokenText,
	"Ballot.Raters": NameText, "Ballot.Instrument": TokenText, "Ballot.Marks key": TokenText,
	"Pack.Name": NameText, "Pack.Language": NameText, "Pack.Set key": TokenText, "Instrument.Key": TokenText, "Instrument.Name": NameText, "Factor.Key": TokenText, "Factor.Name": NameText,
	"Mapping.Kind": TokenText, "Mapping.Headers": TokenText, "Mapping.Won": NameText, "Sent.Field": TokenText,
}

// textKind is the kind of a text by where it stands: "Account.Name". A named type is
// an id or a code.
func TextKindAt(at string, t reflect.Type) TextKind {
	if t.Name() != "string" {
		return TokenText
	}
	if k, ok := textKinds[at]; ok {
		return k
	}
	return LineText
}

// letters counts what a reader would: marks above and below a letter are none, but so
// many of them on one letter are no writing and count too.
func letters(s string, limit int) int {
	if len(s) <= limit {
		return len(s)
	}
	n, marks := 0, 0
	for _, r := range s {
		if r >= 0x300 && (unicode.In(r, unicode.Mn, unicode.Me) || contextual(r)) {
			marks++
		} else {
			n++
		}
	}
	return max(n, marks/maxMarks)
}

// TooLong says in a sentence that a text is longer than its kind may be; "" when it is
// not. Every way in asks it: what is typed, the command line, and each reader.
func (k TextKind) TooLong(s string) string {
	if len(s) <= k.Limit() {
		return ""
	}
	n := letters(s, k.Limit())
	if k == TokenText {
		n = len(s)
	}
	if n <= k.Limit() {
		return ""
	}
	what := [...]string{words.T("model.a-name"), words.T("model.text-one-line"), words.T("model.long-text"), words.T("model.an-id")}[k]
	return words.T("model.letters-at-most", n, what, k.Limit())
}

// NameOf is what was typed as a name, cleaned; what shows nothing, or is longer than a
// name may be, is refused in a sentence.
func NameOf(field, typed string) (string, error) {
	name := CleanLine(typed)
	if name == "" && strings.TrimSpace(typed) != "" {
		return "", Unseen(field)
	}
	if why := NameText.TooLong(name); why != "" {
		return "", Refuse(field, NameText.ShorterHint(), why)
	}
	return name, nil
}

// ShorterHint says what to do about a text that is too long.
func (k TextKind) ShorterHint() string {
	if k == NotesText {
		return words.T("model.keep-most-important-part-here")
	}
	return words.T("model.shorten-what-does-not-fit")
}

// TextPlaces calls f with every place for a text in a type and all that is in it:
// "Seat.Title" and the kind that bounds it. The docs and the tests read it.
func TextPlaces(t reflect.Type, f func(at string, kind TextKind)) {
	textPlaces(t, "", map[reflect.Type]bool{}, f)
}

func textPlaces(t reflect.Type, at string, seen map[reflect.Type]bool, f func(string, TextKind)) {
	switch t.Kind() {
	case reflect.String:
		if t == PlainString {
			f(at, TextKindAt(at, t))
		}
	case reflect.Map:
		textPlaces(t.Key(), at+" key", seen, f)
		textPlaces(t.Elem(), at, seen, f)
	case reflect.Pointer, reflect.Slice:
		textPlaces(t.Elem(), at, seen, f)
	case reflect.Struct:
		if seen[t] {
			return
		}
		seen[t] = true
		for i := range t.NumField() {
			if m := t.Field(i); m.IsExported() {
				textPlaces(m.Type, t.Name()+"."+m.Name, seen, f)
			}
		}
	}
}

// Beginning is enough of a text to find it again.
func Beginning(s string) string {
	n := 0
	for i := range s {
		if n++; n > 30 {
			return CleanLine(s[:i])
		}
	}
	return CleanLine(s)
}

// CheckJSON refuses a document in which lists and records stand deeper inside each
// other than any of ours.
func CheckJSON(data []byte) error {
	depth, inside := 0, false
	for i := 0; i < len(data); i++ {
		switch c := data[i]; {
		case inside && c == '\\':
			i++
		case c == '"':
			inside = !inside
		case inside:
		case c == '{' || c == '[':
			if depth++; depth > MaxDepth {
				return Refuse("document", "", words.T("model.lists-records-stand-more-than", MaxDepth))
			}
		case c == '}' || c == ']':
			depth--
		}
	}
	return nil
}

// Unseen refuses a text in which nothing can be seen.
func Unseen(field string) error {
	return Refuse(field, words.T("model.type-anew-may-hold-invisible"), words.T("model.nothing-can-seen"))
}

var PlainString = reflect.TypeFor[string]()
