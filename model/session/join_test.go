package session_test

import (
	"accord/model"
	"accord/model/edit"
	"accord/model/merge3"
	"accord/model/sessiontest"
	"accord/model/words"
)

func init() {
	sessiontest.Join = func(base, mine, theirs *model.Portfolio) (edit.Change, error) {
		m, err := merge3.Merge(base, mine, theirs)
		if err != nil {
			return nil, err
		}
		return m.Change(m.Result(), words.Plain("merge")), nil
	}
}
