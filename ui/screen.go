package ui

import "reflect"

// screen is one row of the table of screens. What a row does not say is no: a new
// page shows nothing on a projector, and is shut while others rate.
type screen struct {
	page  overlay    // one of its type
	opens IntentKind // what opens it from everywhere; OpenScreen where word is what is asked for
	open  func(*ctx, Intent) Outcome
	word  string // what a step of a workshop calls it, "" for none
	trial trial  // whether it opens while something is tried

	fit    fit    // how far a room may see it
	shows  string // what of it is shown, or why nothing is
	rating bool   // it stays open during a blind rating: it tells neither marks nor what is made of them

	keys    bool // its letters are keys, though it is in the scope of text
	busy    bool // what is half done in it is not left behind by g
	reads   bool // it reads files of real names
	meeting bool // it is a page of a workshop
}

// trial says whether a screen opens while something is tried.
type trial uint8

const (
	tried     trial = iota
	rehearsed       // in a rehearsal, not in a what-if
	notTried
)

// partlyFit is a page of which only a part may be shown to a room, and that says when.
type partlyFit interface{ FitsRoom(*ctx) bool }

// partlyRating is a page that only sometimes stays open during a blind rating.
type partlyRating interface{ FitsRating() bool }

// screenTable is the table of screens.
type screenTable []screen

// of is the row of a page, closed where there is none.
func (t screenTable) of(o overlay) *screen {
	for i := range t {
		if reflect.TypeOf(t[i].page) == reflect.TypeOf(o) {
			return &t[i]
		}
	}
	return &screen{}
}

// opened is the row that an intent opens, nil for none.
func (t screenTable) opened(in Intent) *screen {
	for i := range t {
		if s := &t[i]; s.open != nil && s.opens == in.Kind && (in.Kind != OpenScreen || s.word == in.Text) {
			return s
		}
	}
	return nil
}

// called is the row with a word, nil for none.
func (t screenTable) called(word string) *screen {
	for i := range t {
		if word != "" && t[i].word == word {
			return &t[i]
		}
	}
	return nil
}

// asked is the intent that opens a screen.
func (s *screen) asked() Intent {
	if s.opens == OpenScreen {
		return Intent{Kind: OpenScreen, Text: s.word}
	}
	return Intent{Kind: s.opens}
}

// tellsNothing reports a page that shows neither ratings nor what is made of them.
func (t screenTable) tellsNothing(o overlay) bool {
	if p, ok := o.(partlyRating); ok && !p.FitsRating() {
		return false
	}
	return t.of(o).rating
}

// mayOpen reports whether the screen may show a page as it is now.
func (c *ctx) mayOpen(o overlay) bool {
	if o == nil || !c.modest() {
		return true
	}
	switch c.screens.of(o).fit {
	case open4all:
		return true
	case partly:
		p, says := o.(partlyFit)
		return !says || p.FitsRoom(c)
	}
	return false
}
