package kit

import (
	"reflect"

	"accord/ui/keys"
)

// Screen is one row of the table of screens. What a row does not say is no: a new
// page shows nothing on a projector, and is shut while others rate.
type Screen struct {
	Page  Page            // one of its type
	Opens keys.IntentKind // what opens it from everywhere; OpenScreen where word is what is asked for
	Open  func(*Context, keys.Intent) Outcome
	Key   string // what a step of a workshop keeps for it, the same in every language; "" for none
	Word  string // what people call it, where it has a key
	Trial trial  // whether it opens while something is tried

	Fit    fit    // how far a room may see it
	Shows  string // what of it is shown, or why nothing is
	Rating bool   // it stays open during a blind rating: it tells neither marks nor what is made of them

	Keys    bool // its letters are keys, though it is in the scope of text
	Busy    bool // what is half done in it is not left behind by g
	Reads   bool // it reads files of real names
	Meeting bool // it is a page of a workshop
}

// trial says whether a screen opens while something is tried.
type trial uint8

const (
	tried     trial = iota
	Rehearsed       // in a rehearsal, not in a what-if
	NotTried
)

// partlyFit is a page of which only a part may be shown to a room, and that says when.
type partlyFit interface{ FitsRoom(*Context) bool }

// partlyRating is a page that only sometimes stays open during a blind rating.
type partlyRating interface{ FitsRating() bool }

// Screens is the table of screens.
type Screens []Screen

// Of is the row of a page, closed where there is none.
func (t Screens) Of(o Page) *Screen {
	for i := range t {
		if reflect.TypeOf(t[i].Page) == reflect.TypeOf(o) {
			return &t[i]
		}
	}
	return &Screen{}
}

// Opened is the row that an intent opens, nil for none.
func (t Screens) Opened(in keys.Intent) *Screen {
	for i := range t {
		if s := &t[i]; s.Open != nil && s.Opens == in.Kind && (in.Kind != keys.OpenScreen || s.Key == in.Text) {
			return s
		}
	}
	return nil
}

// Called is the row with a key, nil for none.
func (t Screens) Called(key string) *Screen {
	for i := range t {
		if key != "" && t[i].Key == key {
			return &t[i]
		}
	}
	return nil
}

// Asked is the intent that opens a screen.
func (s *Screen) Asked() keys.Intent {
	if s.Opens == keys.OpenScreen {
		return keys.Intent{Kind: keys.OpenScreen, Text: s.Key}
	}
	return keys.Intent{Kind: s.Opens}
}

// TellsNothing reports a page that shows neither ratings nor what is made of them.
func (t Screens) TellsNothing(o Page) bool {
	if p, ok := o.(partlyRating); ok && !p.FitsRating() {
		return false
	}
	return t.Of(o).Rating
}

// MayOpen reports whether the screen may show a page as it is now.
func (c *Context) MayOpen(o Page) bool {
	if o == nil || !c.Modest() {
		return true
	}
	switch c.Screens.Of(o).Fit {
	case Open4All:
		return true
	case Partly:
		p, says := o.(partlyFit)
		return !says || p.FitsRoom(c)
	}
	return false
}
