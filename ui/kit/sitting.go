package kit

import (
	"cmp"
	"time"

	"accord/model"
	"accord/model/edit"
	"accord/model/mask"
	"accord/model/score"
	"accord/model/session"
	"accord/model/words"
)

// Sitting is the session as the screen may use it. While names are hidden it gives
// an anonymous portfolio to whoever asks: no part can show what it never gets. Only
// the files that a test names use the session behind it.
type Sitting struct {
	Real *session.Session
	Veil *mask.Veil // nil while names are shown
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

// NewSitting is the session with the veil that was drawn before; hidden is "" when
// there was none.
func NewSitting(s *session.Session, hidden string) *Sitting {
	t := &Sitting{Real: s}
	if hidden != "" {
		t.Hide(hidden, "")
	}
	return t
}

// Remembering is the sitting with the stand-ins that a veil of that state gave, for
// the next time names are hidden.
func (s *Sitting) Remembering(state string) *Sitting {
	if s.key == "" {
		s.key = mask.VeilKey(state)
	}
	return s
}

// Hide draws the veil; state is that of one drawn before, or "" for a new one: with
// the stand-ins of the last, else with the key.
func (s *Sitting) Hide(state, key string) {
	if state != "" {
		s.Veil = mask.OpenVeil(state, s.Real.Scores())
	} else {
		s.Veil = mask.NewVeil(s.Real.Scores(), cmp.Or(s.key, key))
	}
	s.key = mask.VeilKey(s.Veil.State())
}

func (s *Sitting) Hidden() bool { return s.Veil != nil }

// Portfolio is what may be seen.
func (s *Sitting) Portfolio() *model.Portfolio {
	if s.Veil != nil {
		return s.Veil.Portfolio()
	}
	return s.Real.Portfolio()
}

// Scores are the figures of what may be seen.
func (s *Sitting) Scores() *score.Scores {
	if s.Veil != nil {
		return s.Veil.Scores()
	}
	return s.Real.Scores()
}

func (s *Sitting) Today() model.Date { return s.Real.Today() }
func (s *Sitting) Frozen() string    { return s.Real.Frozen() }
func (s *Sitting) NewID() string     { return s.Real.NewID() }
func (s *Sitting) Seq() uint64       { return s.Real.Seq() }
func (s *Sitting) PastError() error  { return s.Real.PastError() }

// SetToday moves to another day.
func (s *Sitting) SetToday(d model.Date) bool {
	if !s.Real.SetToday(d) {
		return false
	}
	s.Follow()
	return true
}

func (s *Sitting) Follow() {
	if s.Veil != nil {
		s.Veil = s.Veil.Follow(s.Real.Portfolio(), s.Real.Today())
	}
}

// CanUndo and CanRedo are the labels of steps; while names are hidden they say only
// that there is one.
func (s *Sitting) CanUndo() string { return s.veiledLabel(s.Real.CanUndo()) }
func (s *Sitting) CanRedo() string { return s.veiledLabel(s.Real.CanRedo()) }

func (s *Sitting) veiledLabel(label string) string {
	if label != "" && s.Veil != nil {
		return words.T("kit.an-edit")
	}
	return label
}

// Try makes the patch of a change without doing it, on what may be seen.
func (s *Sitting) Try(c edit.Change) (*edit.Patch, error) {
	if s.Veil == nil {
		return s.Real.Try(c)
	}
	return s.Veil.Try(c, s.NewID)
}

// errUnseen is why something is refused while names are hidden.
var errUnseen = words.Fail("kit.cannot-while-names-hidden")

// Do makes a change. While names are hidden it is tried on what may be seen first,
// so that no error tells what lies behind, and refused when it would write there
// what the screen shows instead.
func (s *Sitting) Do(c edit.Change, at time.Time) (*edit.Patch, error) {
	if s.Veil == nil || s.Real.Frozen() != "" {
		return s.Real.Do(c, at)
	}
	if _, err := s.Try(c); err != nil {
		return nil, err
	}
	p, err := s.Real.Try(c)
	if err != nil {
		return nil, errUnseen
	}
	if err := s.Veil.Refuses(c, p); err != nil {
		return nil, err
	}
	if p, err = s.Real.Do(c, at); err != nil {
		return nil, errUnseen
	}
	s.Follow()
	return p, nil
}

// Keep makes what was done in a fork one edit.
func (s *Sitting) Keep(branch *Sitting, at time.Time) (*edit.Patch, error) {
	p, err := s.Real.Do(edit.KeepBranch{Base: s.Real.Portfolio(), Branch: branch.Real.Portfolio()}, at)
	s.Follow()
	return p, err
}

// Undo and Redo turn real steps; nothing of what they bring back is shown.
func (s *Sitting) Undo() (*edit.Patch, bool) {
	p, ok := s.Real.Undo()
	s.Follow()
	return p, ok
}

// Redo does again what was taken back.
func (s *Sitting) Redo() (*edit.Patch, bool) {
	p, ok := s.Real.Redo()
	s.Follow()
	return p, ok
}

// Fork is a sitting of its own on the present state.
func (s *Sitting) Fork() *Sitting { return &Sitting{Real: s.Real.Fork(), Veil: s.Veil} }

// On is a sitting of its own on something else, which is saved nowhere.
func (s *Sitting) On(p *model.Portfolio, newID func() string) *Sitting {
	return &Sitting{Real: session.New(p, s.Today(), 0, newID)}
}

// Told is a step as it may be told.
func (s *Sitting) Told(p *edit.Patch) *edit.Patch {
	if s.Veil != nil {
		return s.Veil.Patch(p)
	}
	return p
}

// Carried are the lines that were parked while something was tried out: they belong
// to the workshop, not to the trial.
func (s *Sitting) Carried(branch *Sitting) (out []edit.Change) {
	w, kept := branch.Real.Portfolio().Programme().Workshop, s.Real.Portfolio().Programme().Workshop
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

// Guard is how a protected file guards whoever has it open.
type Guard struct {
	Protected bool
	Lock      time.Duration // without a key until the screen is covered; 0 is never
	Editor    bool          // text may be handed to $EDITOR
}
