package widget

// Edit is what a key does to text; the key map decides which key does it.
type Edit uint8

// The edits. Insert carries text, typed or pasted; the others carry none.
const (
	Insert Edit = iota
	Newline
	Backspace
	Delete
	LeftKey
	RightKey
	UpKey
	DownKey
	WordLeft
	WordRight
	HomeKey
	EndKey
	PageUp
	PageDown
	TopKey    // start of the text
	BottomKey // end of the text
	KillToEnd
	KillToStart
	KillWord // the word before the caret
	KillAll
)
