package ui

import (
	"cmp"
	"time"

	"accord/model"
	"accord/model/edit"
	"accord/model/mask"
	"accord/model/score"
	"accord/model/session"
)

// sitting is the session as the screen may use it. While names are hidden it gives
// an anonymous portfolio to whoever asks: no part can show what it never gets. Only
// the files that a test names use the session behind it.
type sitting struct {
	real *session.Session
	veil *mask.Veil // nil while names are shown
	key  string     // what stand-ins are drawn from, "" when names were never hidden
}

// Opened is a file that was opened while the workbench runs: after its passphrase
// was typed, or a copy that was put in place.
type Opened struct {
	Session   *session.Session
	Hidden    string // what hides its names, "" for nothing
	StandIns  string // what hid them last
	Guard     Guard
	Notice    string
	Projector bool // it was in projector mode when it ended
	HideNow   bool // names were hidden when it ended, and nothing is known but that
}

// newSitting is the session with the veil that was drawn before; hidden is "" when
// there was none.
func newSitting(s *session.Session, hidden string) *sitting {
	t := &sitting{real: s}
	if hidden != "" {
		t.hide(hidden, "")
	}
	return t
}

// remembering is the sitting with the stand-ins that a veil of that state gave, for
// the next time names are hidden.
func (s *sitting) remembering(state string) *sitting {
	if s.key == "" {
		s.key = mask.VeilKey(state)
	}
	return s
}

// hide draws the veil; state is that of one drawn before, or "" for a new one: with
// the stand-ins of the last, else with the key.
func (s *sitting) hide(state, key string) {
	if state != "" {
		s.veil = mask.OpenVeil(state, s.real.Scores())
	} else {
		s.veil = mask.NewVeil(s.real.Scores(), cmp.Or(s.key, key))
	}
	s.key = mask.VeilKey(s.veil.State())
}

func (s *sitting) hidden() bool { return s.veil != nil }

// Portfolio is what may be seen.
func (s *sitting) Portfolio() *model.Portfolio {
	if s.veil != nil {
		return s.veil.Portfolio()
	}
	return s.real.Portfolio()
}

// Scores are the figures of what may be seen.
func (s *sitting) Scores() *score.Scores {
	if s.veil != nil {
		return s.veil.Scores()
	}
	return s.real.Scores()
}

func (s *sitting) Today() model.Date { return s.real.Today() }
func (s *sitting) Frozen() string    { return s.real.Frozen() }
func (s *sitting) NewID() string     { return s.real.NewID() }
func (s *sitting) Seq() uint64       { return s.real.Seq() }
func (s *sitting) PastError() error  { return s.real.PastError() }

// SetToday moves to another day.
func (s *sitting) SetToday(d model.Date) bool {
	if !s.real.SetToday(d) {
		return false
	}
	s.follow()
	return true
}

func (s *sitting) follow() {
	if s.veil != nil {
		s.veil = s.veil.Follow(s.real.Portfolio(), s.real.Today())
	}
}

// CanUndo and CanRedo are the labels of steps; while names are hidden they say only
// that there is one.
func (s *sitting) CanUndo() string { return s.veiledLabel(s.real.CanUndo()) }
func (s *sitting) CanRedo() string { return s.veiledLabel(s.real.CanRedo()) }

func (s *sitting) veiledLabel(label string) string {
	if label != "" && s.veil != nil {
		return "an edit"
	}
	return label
}

// Try makes the patch of a change without doing it, on what may be seen.
func (s *sitting) Try(c edit.Change) (*edit.Patch, error) {
	if s.veil == nil {
		return s.real.Try(c)
	}
	return s.veil.Try(c, s.NewID)
}

// veilError is why something is refused while names are hidden.
type veilError string

func (e veilError) Error() string { return string(e) }

const errUnseen = veilError("This cannot be done while names are hidden. Turn anonymous off with f6 first.")

// Do makes a change. While names are hidden it is tried on what may be seen first,
// so that no error tells what lies behind, and refused when it would write there
// what the screen shows instead.
func (s *sitting) Do(c edit.Change, at time.Time) (*edit.Patch, error) {
	if s.veil == nil || s.real.Frozen() != "" {
		return s.real.Do(c, at)
	}
	if _, err := s.Try(c); err != nil {
		return nil, err
	}
	p, err := s.real.Try(c)
	if err != nil {
		return nil, errUnseen
	}
	if err := s.veil.Refuses(c, p); err != nil {
		return nil, err
	}
	if p, err = s.real.Do(c, at); err != nil {
		return nil, errUnseen
	}
	s.follow()
	return p, nil
}

// keep makes what was done in a fork one edit.
func (s *sitting) keep(branch *sitting, at time.Time) (*edit.Patch, error) {
	p, err := s.real.Do(edit.KeepBranch{Base: s.real.Portfolio(), Branch: branch.real.Portfolio()}, at)
	s.follow()
	return p, err
}

// Undo and Redo turn real steps; nothing of what they bring back is shown.
func (s *sitting) Undo() (*edit.Patch, bool) {
	p, ok := s.real.Undo()
	s.follow()
	return p, ok
}

// Redo does again what was taken back.
func (s *sitting) Redo() (*edit.Patch, bool) {
	p, ok := s.real.Redo()
	s.follow()
	return p, ok
}

// Fork is a sitting of its own on the present state.
func (s *sitting) Fork() *sitting { return &sitting{real: s.real.Fork(), veil: s.veil} }

// on is a sitting of its own on something else, which is saved nowhere.
func (s *sitting) on(p *model.Portfolio, newID func() string) *sitting {
	return &sitting{real: session.New(p, s.Today(), 0, newID)}
}

// told is a step as it may be told.
func (s *sitting) told(p *edit.Patch) *edit.Patch {
	if s.veil != nil {
		return s.veil.Patch(p)
	}
	return p
}

// carried are the lines that were parked while something was tried out: they belong
// to the workshop, not to the trial.
func (s *sitting) carried(branch *sitting) (out []edit.Change) {
	w, kept := branch.real.Portfolio().Programme().Workshop, s.real.Portfolio().Programme().Workshop
	if w == nil || kept == nil {
		return nil
	}
	for _, line := range w.Parked {
		if kept.ParkedLine(line.ID) == nil {
			out = append(out, edit.Park{Parked: line})
		}
	}
	return out
}
