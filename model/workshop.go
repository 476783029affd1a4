package model

import (
	"slices"
)

// Workshop is a meeting over some accounts: who takes part, what is done when, and
// what came up on the way. Like everything it is saved as it happens; one is going
// on at a time.
type Workshop struct {
	Title    string        `json:"title"`
	Day      Date          `json:"day,omitzero"`
	People   []Participant `json:"people,omitzero"`
	Accounts []AccountID   `json:"accounts,omitzero"` // in scope
	Steps    []AgendaStep  `json:"steps,omitzero"`
	Now      StepID        `json:"now,omitzero"`    // the step that runs
	Start    uint64        `json:"start,omitzero"`  // the step of the file after which it began
	Before   string        `json:"before,omitzero"` // name of the snapshot kept at the start
	Parked   []Parked      `json:"parked,omitzero"`
}

// Participant is somebody in the room.
type Participant struct {
	Initials string `json:"initials"`
	Function string `json:"function,omitzero"`
	Theirs   bool   `json:"theirs,omitzero"` // of the customer's people
	// Account is whose people they are of; "" while nobody said so, as in older files.
	Account AccountID `json:"account,omitzero"`
}

// AgendaStep is one item of the agenda.
type AgendaStep struct {
	ID      StepID `json:"id"`
	Name    string `json:"name"`
	Minutes int    `json:"minutes,omitzero"` // planned
	Screen  string `json:"screen,omitzero"`  // the screen it wants, by its key
	Note    string `json:"note,omitzero"`
	Began   int64  `json:"began,omitzero"` // Unix seconds; 0 not yet
}

// StepID names a step of an agenda, ParkedID something that was parked.
type (
	StepID   string
	ParkedID string
)

// ParkedKind says what a line caught on the way is.
type ParkedKind uint8

// The kinds of parked lines.
const (
	ParkedQuestion ParkedKind = iota
	ParkedDecision
	ParkedAction
)

// ParkedEnd is what became of a parked line.
type ParkedEnd uint8

// The ends.
const (
	ParkedWaits    ParkedEnd = iota
	BecameAction             // an action of the account's plan
	BecameGap                // an insight nobody has confirmed: something to find out
	BecameDecision           // a decision in a review of the account
	ParkedSetAside           // seen, and left at that
	ParkedEnds               // how many there are
)

// Parked is a question, decision or action caught in one line from any screen.
type Parked struct {
	ID      ParkedID   `json:"id"`
	Kind    ParkedKind `json:"kind,omitzero"`
	Text    string     `json:"text"`
	Who     string     `json:"who,omitzero"`
	When    Date       `json:"when,omitzero"`
	Account AccountID  `json:"account,omitzero"`
	Where   string     `json:"where,omitzero"` // the screen it was caught on
	End     ParkedEnd  `json:"end,omitzero"`
	Made    string     `json:"made,omitzero"` // id of the action, insight or review it became
}

func (s AgendaStep) Ident() StepID { return s.ID }
func (p Parked) Ident() ParkedID   { return p.ID }

var (
	parkedKinds = Enum[ParkedKind]{"question", "decision", "action"}
	parkedStand = Enum[ParkedEnd]{"", "action", "to find out", "decision", "set aside"}
)

func (k ParkedKind) String() string { return parkedKinds.Word(k) }
func (e ParkedEnd) String() string  { return parkedStand.Word(e) }

// Step returns the step with the id, or nil.
func (w *Workshop) Step(id StepID) *AgendaStep { return ByID(w.Steps, id) }

// Running is the step that runs, or nil.
func (w *Workshop) Running() *AgendaStep {
	if w == nil || w.Now == "" {
		return nil
	}
	return w.Step(w.Now)
}

// ParkedLine returns the parked line with the id, or nil.
func (w *Workshop) ParkedLine(id ParkedID) *Parked { return ByID(w.Parked, id) }

// Waiting is how many parked lines nothing became of yet.
func (w *Workshop) Waiting() (n int) {
	for i := range w.Parked {
		if w.Parked[i].End == ParkedWaits {
			n++
		}
	}
	return n
}

// Raters are the initials of one side, in order.
func (w *Workshop) Raters(theirs bool) []string {
	var out []string
	for _, p := range w.People {
		if p.Theirs == theirs {
			out = append(out, p.Initials)
		}
	}
	return out
}

// InScope reports whether an account is in scope.
func (w *Workshop) InScope(id AccountID) bool { return slices.Contains(w.Accounts, id) }

// Slot is when a step is, as seen from a moment.
type Slot struct {
	Begin int64 // Unix seconds; 0 for one that was passed over
	Left  int   // seconds left of the running step; negative is overrun
	Done  bool
	Now   bool
}

// Slots tell when each step began or would begin: those to come follow the
// running one as planned, or now where it runs over.
func (w *Workshop) Slots(now int64) []Slot {
	out := make([]Slot, len(w.Steps))
	running := slices.IndexFunc(w.Steps, func(s AgendaStep) bool { return s.ID == w.Now && w.Now != "" })
	next := now
	if running >= 0 {
		s := &w.Steps[running]
		end := s.Began + int64(s.Minutes)*60
		out[running] = Slot{Begin: s.Began, Left: int(end - now), Now: true}
		next = max(now, end)
	}
	for i := range w.Steps {
		s := &w.Steps[i]
		switch {
		case i == running:
		case i < running || s.Began > 0:
			out[i] = Slot{Begin: s.Began, Done: true}
		default:
			out[i] = Slot{Begin: next}
			next += int64(s.Minutes) * 60
		}
	}
	return out
}

// Minutes are planned in all.
func (w *Workshop) Minutes() (n int) {
	for i := range w.Steps {
		n += w.Steps[i].Minutes
	}
	return n
}

// Took is how many seconds a step took that was begun: until the next one began, or
// until now when it runs. known is false for one that was passed over, and for the
// running one when now is 0.
func (w *Workshop) Took(id StepID, now int64) (seconds int, known bool) {
	s := w.Step(id)
	if s == nil || s.Began == 0 {
		return 0, false
	}
	end := int64(0)
	if w.Now == id {
		end = now
	} else {
		for i := range w.Steps {
			if at := w.Steps[i].Began; w.Steps[i].ID != id && at >= s.Began && (end == 0 || at < end) {
				end = at
			}
		}
	}
	return int(max(0, end-s.Began)), end > 0
}

// Said is the line with who and when in words.
func (p *Parked) Said() string { return said(p.Text, p.Who, p.When) }

// Said is the decision with who and when in words.
func (d *Decision) Said() string { return said(d.Text, d.Owner, d.Due) }

func said(text, who string, when Date) string {
	if who != "" {
		text += " (" + who + ")"
	}
	if when.Known() {
		text += ", " + when.Short()
	}
	return text
}
