package kit

import (
	"accord/model"
	"accord/ui/theme"
)

// draftOf names what was being written: the question, what it is about, and what
// stood there at first. While names are hidden it is another one.
type draftOf struct {
	kind    PromptKind
	account model.AccountID
	on      string
	began   string
	hidden  bool
	room    bool // before a room: what was typed when it was not there is not shown to it
}

// oursTexts are remembered while the data stay the same.
type oursTexts struct {
	account   *model.Account
	programme *model.Programme
	texts     []string
}

// Projector is how the screen looks to a room: rows further apart, fewer columns,
// high contrast, and nothing that is ours alone unless somebody asks for it. What
// is hidden is only not drawn: every figure stays what it is.
type Projector struct {
	On    bool
	Frank bool       // what is ours alone is shown all the same
	Was   theme.Name // the theme before
}
