package session

import (
	"accord/model"
	"accord/model/edit"
	"accord/model/words"
)

// Earlier is one thing done before this session that can still be taken back, or
// one taken back that can be done again.
type Earlier struct {
	First, Last uint64 // the steps of the file that made it
	Label       words.Msg
	Place       edit.Place
}

// Past is what the file knows of the time before this session.
type Past interface {
	// Stacks are what could be taken back and done again after a step, the next
	// one last.
	Stacks(after uint64) (undo, redo []Earlier, err error)
	// Back is the patch that leads from a portfolio after step from back to the one
	// after step to.
	Back(now *model.Portfolio, from, to uint64) (*edit.Patch, error)
}

// past is how far a session reaches back beyond its start.
type past struct {
	file       Past
	start      uint64 // the last step before the session
	read       bool
	undo, redo []Earlier
	err        error
}

// label says that there may be more to take back than this session did.
func (p *past) label(list []Earlier) string {
	switch {
	case p.file == nil:
		return ""
	case !p.read:
		return words.T("session.what-done-before")
	case len(list) > 0:
		return list[len(list)-1].Label.Here()
	}
	return ""
}
