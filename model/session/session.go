package session

import (
	"cmp"
	"time"

	"accord/model"
	"accord/model/edit"
	"accord/model/score"
)

// rapid is how close two edits of one field must follow each other to be one undo.
const rapid = 2 * time.Second

// undoLimit bounds how many steps can be taken back in one sitting; older ones
// stay in the journal on disk.
const undoLimit = 5000

// Session is the one place where a portfolio moves on: every edit, undo, import
// and kept what-if goes through Do, Undo or Redo and comes out as a patch.
type Session struct {
	now    *model.Portfolio
	scores *score.Scores
	today  model.Date
	newID  func() string

	undo, redo []*edit.Patch
	seq        uint64
	groups     uint64
	last       struct { // the edit before, for grouping
		key string
		at  time.Time
	}
	frozen string // why nothing may change, "" when it may
	past   past
}

// NewSession starts on a portfolio whose last saved step is seq. newID gives
// fresh random identifiers; the model itself has no randomness.
func New(p *model.Portfolio, today model.Date, seq uint64, newID func() string) *Session {
	return &Session{now: p, today: today, newID: newID, seq: seq, groups: seq, scores: score.Of(p, today)}
}

// Portfolio is the present state.
func (s *Session) Portfolio() *model.Portfolio { return s.now }

// Scores are the figures of the present state.
func (s *Session) Scores() *score.Scores { return s.scores }

// Today is the day that figures are computed for.
func (s *Session) Today() model.Date { return s.today }

// SetToday moves to another day and reports whether anything had to be rescored.
func (s *Session) SetToday(d model.Date) bool {
	if d == s.today {
		return false
	}
	s.today = d
	s.scores = score.Of(s.now, d)
	return true
}

// Freeze makes every change fail with the reason; "" thaws.
func (s *Session) Freeze(reason string) { s.frozen = reason }

// Frozen is why nothing may change, or "".
func (s *Session) Frozen() string { return s.frozen }

// NewID gives a fresh identifier for a change that adds something.
func (s *Session) NewID() string { return s.newID() }

// Seq is the number of the last step done.
func (s *Session) Seq() uint64 { return s.seq }

// Try makes the patch of a change without doing it: previews and what-ifs.
func (s *Session) Try(c edit.Change) (*edit.Patch, error) {
	return Try(c, s.now, s.today, s.newID)
}

func Try(c edit.Change, now *model.Portfolio, today model.Date, newID func() string) (*edit.Patch, error) {
	d := edit.NewDraft(now, today, newID)
	c, err := d.Do(c)
	if err != nil {
		return nil, err
	}
	p := d.Patch()
	p.Label, p.Place = c.Label(), c.Where()
	if i, ok := c.(edit.Imported); ok && i.Imported() {
		p.Kind = edit.StepImport
	}
	return p, nil
}

// Do makes a change. at is the moment of the key press, used only to join rapid
// edits of one field into one undo. An edit that changes nothing gives an empty
// patch and no step.
func (s *Session) Do(c edit.Change, at time.Time) (*edit.Patch, error) {
	if s.frozen != "" {
		return nil, model.Refuse("", "", s.frozen)
	}
	p, err := s.Try(c)
	if err != nil || p.Empty() {
		return p, err
	}
	key, slow := "", false
	if g, ok := c.(edit.Grouped); ok {
		key, slow = g.Group()
	}
	joins := key != "" && key == s.last.key && (slow || at.Sub(s.last.at) < rapid) && len(s.undo) > 0 && len(s.redo) == 0
	s.last.key, s.last.at = key, at
	if !joins {
		s.groups++
	}
	s.seq++
	p.Seq, p.Group = s.seq, s.groups
	if joins {
		s.undo[len(s.undo)-1] = s.undo[len(s.undo)-1].Join(p)
	} else {
		s.undo = append(s.undo, p)
	}
	if len(s.undo) > undoLimit {
		s.undo = s.undo[len(s.undo)-undoLimit:]
		s.past = past{} // there is a gap now
	}
	s.redo, s.past.redo = nil, nil
	s.move(p)
	return p, nil
}

// Undo takes back the last group of edits, of an earlier session too; ok is false
// when there is none.
func (s *Session) Undo() (*edit.Patch, bool) {
	s.recall(false, &s.undo)
	return s.turn(&s.undo, &s.redo, edit.StepUndo)
}

// Redo does again what was undone last.
func (s *Session) Redo() (*edit.Patch, bool) {
	s.recall(true, &s.redo)
	return s.turn(&s.redo, &s.undo, edit.StepRedo)
}

func (s *Session) turn(from, to *[]*edit.Patch, kind edit.StepKind) (*edit.Patch, bool) {
	if len(*from) == 0 || s.frozen != "" {
		return nil, false
	}
	p := (*from)[len(*from)-1]
	*from = (*from)[:len(*from)-1]
	q := p.Inverse()
	s.seq++
	s.groups++
	q.Seq, q.Group, q.Kind, q.Of = s.seq, s.groups, kind, p.Seq
	*to = append(*to, q)
	s.last.key = ""
	s.move(q)
	return q, true
}

// CanUndo is the label of the step that Undo would take back, "" for none.
func (s *Session) CanUndo() string { return cmp.Or(topLabel(s.undo), s.past.label(s.past.undo)) }

// CanRedo is the label of the step that Redo would do again, "" for none.
func (s *Session) CanRedo() string { return cmp.Or(topLabel(s.redo), s.past.label(s.past.redo)) }

func topLabel(stack []*edit.Patch) string {
	if len(stack) == 0 {
		return ""
	}
	return stack[len(stack)-1].Label.Here()
}

func (s *Session) move(p *edit.Patch) {
	s.now = p.Apply(s.now)
	p.Programme = s.now.Programme()
	s.scores = s.scores.Rescore(s.now, s.today)
}

// Fork is a session of its own on the present state: a what-if. What is done there
// touches nothing here, until it is kept.
func (s *Session) Fork() *Session {
	f := &Session{now: s.now, today: s.today, newID: s.newID, seq: s.seq, groups: s.groups, scores: s.scores}
	return f
}

// Remember lets undo and redo reach back beyond the start of the session. The
// file is asked when it is first needed.
func (s *Session) Remember(p Past) { s.past = past{file: p, start: s.seq} }

// PastError is why undo reached no further back, nil when there was nothing more.
func (s *Session) PastError() error { return s.past.err }

// recall moves the newest of the earlier steps onto a stack of this session that
// is empty.
func (s *Session) recall(redo bool, stack *[]*edit.Patch) {
	p := &s.past
	if p.file == nil || len(*stack) > 0 {
		return
	}
	if !p.read {
		p.undo, p.redo, p.err = p.file.Stacks(p.start)
		p.read = true
		if s.seq != p.start {
			p.redo = nil // something was done since
		}
	}
	list := &p.undo
	if redo {
		list = &p.redo
	}
	if len(*list) == 0 {
		return
	}
	e := (*list)[len(*list)-1]
	back, err := p.file.Back(s.now, e.Last, e.First-1)
	if p.err = err; err != nil {
		return
	}
	*list = (*list)[:len(*list)-1]
	q := back.Inverse()
	q.Seq, q.Label, q.Place = e.Last, e.Label, e.Place
	*stack = append(*stack, q)
}
