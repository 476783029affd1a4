package store

import (
	"slices"

	bolt "go.etcd.io/bbolt"

	"accord/model/edit"
	"accord/model/session"
	"accord/store/journal"
	"accord/store/seal"
)

// stackSteps is how many steps back undo reaches after a restart.
const stackSteps = 1000

// Stacks are what could be taken back and done again after a step, the next one
// last: the journal played again.
func (f *File) Stacks(after uint64) (undo, redo []session.Earlier, err error) {
	var steps []journal.Step
	err = f.view(func(tx *bolt.Tx) error {
		c := tx.Bucket([]byte(seal.BucketJournal)).Cursor()
		k, v := c.Seek(seal.SeqKey(after))
		for ; k != nil && len(steps) < stackSteps; k, v = c.Prev() {
			s, err := journal.ReadStep(f.vault, k, v)
			if err != nil {
				return err
			}
			if s.Seq <= after {
				steps = append(steps, s)
			}
		}
		return nil
	})
	if err != nil {
		return nil, nil, err
	}
	slices.Reverse(steps)
	group := uint64(0) // of the edit on top of undo
	for _, s := range steps {
		e := session.Earlier{First: s.Seq, Last: s.Seq, Label: s.Label, Place: s.Place}
		switch s.Kind {
		case edit.StepUndo:
			undo, redo = moved(undo, redo, e)
			group = 0
		case edit.StepRedo:
			redo, undo = moved(redo, undo, e)
			group = 0
		default:
			if n := len(undo); n > 0 && group != 0 && s.Group == group {
				e.First = undo[n-1].First
				undo = undo[:n-1]
			}
			undo, redo, group = append(undo, e), nil, s.Group
		}
	}
	return undo, redo, nil
}

// moved takes the top off one stack and puts the step that did so on the other.
// When the journal begins in between, what it turned round is not on the stack.
func moved(from, to []session.Earlier, e session.Earlier) (_, _ []session.Earlier) {
	if len(from) > 0 {
		from = from[:len(from)-1]
	}
	return from, append(to, e)
}
