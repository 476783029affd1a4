package words

import (
	"sync/atomic"
)

var screen atomic.Pointer[Language]

// Speak chooses the language of the screen. It is called once, before the first frame;
// tests call it again.
func Speak(l *Language) { screen.Store(l) }

// Screen is the language of the screen.
func Screen() *Language {
	if l := screen.Load(); l != nil {
		return l
	}
	return English()
}

// T renders the text with this id in the language of the screen.
func T(id string, args ...any) string { return Screen().T(id, args...) }

// String renders m in English, for logs, tests and machines; see Language.Say and Here.
func (m Msg) String() string { return English().Say(m) }

// Here renders m in the language of the screen.
func (m Msg) Here() string { return Screen().Say(m) }
