package workshop

import (
	"strconv"
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// sheetLook is one look at the run sheet.
type sheetLook uint8

// The looks, in the order tab goes round.
const (
	sheetSteps sheetLook = iota
	sheetParked
	sheetRatings
	sheetRoom
	sheetLooks
)

var SheetWords = [sheetLooks]string{"steps", "parked", "ratings", "who and what"}

// RunSheet is the workshop at a glance: the steps with the clock beside them, what
// was parked on the way, the blind ratings, who is there and what it is about.
// Without a workshop it offers to begin one.
type RunSheet struct {
	kit.Body
	look  sheetLook
	at    [sheetLooks]int
	rows  int
	sure  bool   // what the key would do was said
	dir   string // a folder that was there already when it was asked for
	wrote bool   // the files of this workshop were written
}

func NewRunSheet(c *kit.Context) *RunSheet {
	s := &RunSheet{}
	if w := s.workshop(c); w != nil {
		for i := range w.Steps {
			if w.Steps[i].ID == w.Now {
				s.at[sheetSteps] = i
			}
		}
	}
	return s
}

func (s *RunSheet) Anew() { s.dir = "" }

func (s *RunSheet) workshop(c *kit.Context) *model.Workshop {
	return c.Portfolio().Programme().Workshop
}

func (s *RunSheet) Scopes(c *kit.Context) []keys.Scope {
	if s.workshop(c) == nil {
		return []keys.Scope{keys.ScopeNoWorkshop, keys.ScopeMove}
	}
	look := [sheetLooks]keys.Scope{keys.ScopeSteps, keys.ScopeParked, keys.ScopeMeetingRatings, keys.ScopeRoom}[s.look]
	return []keys.Scope{look, keys.ScopeWorkshop, keys.ScopeMove}
}

func (s *RunSheet) Title(c *kit.Context) string {
	w := s.workshop(c)
	if w == nil {
		return "Workshop"
	}
	out := widget.Cut(w.Title, 40)
	if c.Session.Hidden() {
		out = "Workshop"
	}
	for i, word := range SheetWords {
		if sheetLook(i) == sheetParked && w.Waiting() > 0 {
			word += " " + strconv.Itoa(w.Waiting())
		}
		if sheetLook(i) == s.look {
			word = "[" + word + "]"
		}
		out += " " + c.Glyphs.Sep + " " + word
	}
	return out
}

func (s *RunSheet) Place(_ *kit.Context, screen widget.Rect) widget.Rect {
	return widget.Rect{X: screen.X, Y: screen.Y + 1, W: screen.W, H: screen.H - 1}
}

// length is how many rows the look has.
func (s *RunSheet) length(c *kit.Context) int {
	w := s.workshop(c)
	switch s.look {
	case sheetSteps:
		return len(w.Steps)
	case sheetParked:
		return len(w.Parked)
	case sheetRatings:
		return len(c.Portfolio().Programme().Ballots)
	}
	return len(w.People) + len(w.Accounts)
}

func (s *RunSheet) Handle(c *kit.Context, in keys.Intent) kit.Outcome {
	w := s.workshop(c)
	if out, no := s.whileRating(c, in); no {
		return out
	}
	if w == nil {
		return s.choose(c, in)
	}
	n := s.length(c)
	row := &s.at[s.look]
	*row = max(0, min(*row, n-1))
	if to, ok := kit.MoveTo(in.Kind, *row, n, max(2, s.rows)); ok {
		*row, s.sure = to, false
		return kit.Done()
	}
	switch in.Kind {
	case keys.Cancel:
		return kit.Close()
	case keys.NextLook, keys.Right, keys.NextField:
		s.look, s.sure = (s.look+1)%sheetLooks, false
		return kit.Done()
	case keys.Left, keys.PrevField:
		s.look, s.sure = (s.look+sheetLooks-1)%sheetLooks, false
		return kit.Done()
	case keys.BallotScreen:
		return kit.Open(NewBallotOf(c, in.Text))
	case keys.NextStep:
		return s.next(c, w)
	case keys.RenameIt:
		return s.rename(w, in.Text)
	case keys.WriteReport:
		return s.write(c, w, in.Text, in.N == skipWhose)
	case keys.EndMeeting:
		return s.end(c, w)
	case keys.PickScope:
		return s.pickAccount(c, w)
	case keys.PlayTurn:
		return s.play(c)
	case keys.Copy, keys.Zoom, keys.Filter, keys.Explain:
		return kit.Done()
	}
	switch s.look {
	case sheetSteps:
		return s.onStep(c, w, in)
	case sheetParked:
		return s.onParked(c, w, in)
	case sheetRatings:
		return s.onRating(c, in)
	}
	return s.onRoom(c, w, in)
}

// whileRating leaves only what cannot tell anything.
func (s *RunSheet) whileRating(c *kit.Context, in keys.Intent) (kit.Outcome, bool) {
	if c.Voting() == nil {
		return kit.Outcome{}, false
	}
	if in.Kind == keys.BallotScreen || in.Kind == keys.Accept && s.look == sheetRatings {
		return kit.Open(NewBallot(c)), true
	}
	switch in.Kind {
	case keys.NextLook, keys.Right, keys.NextField, keys.Left, keys.PrevField, keys.Up, keys.Down, keys.PageUp, keys.PageDown, keys.First, keys.Last:
		return kit.Outcome{}, false
	case keys.Quit, keys.Redraw, keys.Suspend, keys.ToggleMouse, keys.Places, keys.RunSheetScreen, keys.ParkLine, keys.Undo, keys.Redo, keys.Help:
		return kit.Outcome{}, true // not done: the same for every page
	}
	return kit.Refuse("Not until the last has passed: b goes on with " + c.Voting().Rater() + ", b then X abandons the rating, q quits and nothing is lost."), true
}

// onRating opens one of the blind ratings.
func (s *RunSheet) onRating(c *kit.Context, in keys.Intent) kit.Outcome {
	list := c.Portfolio().Programme().Ballots
	switch in.Kind {
	case keys.Accept:
		p := NewBallot(c)
		if len(list) > 0 {
			p.shown = list[s.at[sheetRatings]].ID
		}
		return kit.Open(p)
	case keys.Add:
		p := NewBallot(c)
		p.asking = true
		return kit.Open(p)
	}
	return kit.Outcome{}
}

func (s *RunSheet) rename(w *model.Workshop, text string) kit.Outcome {
	if text == "" {
		return kit.Open(kit.NewPrompt(kit.AskTitle, "", w.Title))
	}
	return kit.Change(edit.RenameWorkshop{Title: text})
}

func (s *RunSheet) Draw(c *kit.Context, cv widget.Canvas, _ bool) {
	w := s.workshop(c)
	if w == nil {
		s.drawChoice(c, cv)
		return
	}
	words := [sheetLooks][]string{{"enter begins a step", "n the next", "v next look", "b blind rating", "f8 parks a line", "f writes the files", "E ends it"},
		{"1 action", "2 to find out", "3 decision", "4 set aside", "= all as they say", "c its account", "o shares it", "v next look", "f writes the files"},
		{"enter opens it", "a another blind rating", "v next look", "f writes the files", "E ends it"},
		{"a add a participant, such as AL sales", "c accounts", "v next look", "n next step", "f writes the files", "E ends it"}}[s.look]
	if c.Rehearsal != nil {
		words = append([]string{"rehearsal: p plays what the others do"}, words...)
	}
	if b := c.Voting(); b != nil {
		words = []string{"raters are answering: b goes on with " + b.Rater(), "q quits, nothing is lost", "b then X abandons the rating"}
	}
	body := kit.Hint(cv, asManyAsFit(words, cv.W()-2))
	head, rest := body.Rect().SplitTop(2)
	s.drawAbout(c, body.Sub(head), w)
	list := body.Sub(rest)
	s.rows = max(1, list.H())
	s.at[s.look] = max(0, min(s.at[s.look], s.length(c)-1))
	switch s.look {
	case sheetSteps:
		s.drawSteps(c, list, w)
	case sheetParked:
		s.drawParked(c, list, w)
	case sheetRatings:
		s.drawRatings(c, list)
	default:
		s.drawRoom(c, list, w)
	}
}

// asManyAsFit are the first of some words that have room beside each other, none of
// them cut.
func asManyAsFit(words []string, room int) string {
	out := words[0]
	for _, w := range words[1:] {
		if next := out + " · " + w; widget.Width(next) <= room {
			out = next
		}
	}
	return out
}

// drawAbout is a line on the workshop, and one on the clock.
func (s *RunSheet) drawAbout(c *kit.Context, cv widget.Canvas, w *model.Workshop) {
	sep := " " + c.Glyphs.Sep + " "
	line := w.Day.Short() + sep + kit.Plural(len(w.People), "participant") + sep + kit.Plural(len(w.Accounts), "account") + " in scope" + sep + strconv.Itoa(w.Minutes()) + " minutes planned"
	if n := w.Waiting(); n > 0 {
		line += sep + strconv.Itoa(n) + " parked"
	}
	cv.TextIn(1, 0, cv.W()-2, line, theme.Quiet, widget.Left)
}

// lines draws the rows of a list around the cursor.
func (s *RunSheet) lines(c *kit.Context, cv widget.Canvas, n int, row func(widget.Canvas, int, theme.Style)) {
	at, by, h := s.at[s.look], c.Spread(n, cv.H()), cv.H()
	from, more := 0, ""
	if n*by > h+by-1 && h > 2 { // the last row says what there is no room for
		h--
		from = max(0, min(at-h/2, n-h))
		if below := n - from - h; below > 0 {
			more = strconv.Itoa(below) + " more below"
		}
		if from > 0 {
			more = strings.TrimSpace(strconv.Itoa(from) + " more above  " + more)
		}
		cv.TextIn(1, h, cv.W()-2, more, theme.Quiet, widget.Right)
	} else if n > h {
		from = max(0, min(at-h/2, n-h))
	}
	for y, i := 0, from; y < h && i < n; y, i = y+by, i+1 {
		line, st := cv.Sub(widget.Rect{Y: y, W: cv.W(), H: 1}), theme.Plain
		if i == at {
			line.Mark(line.Rect(), theme.FocusMark)
			line.Text(0, 0, c.Glyphs.Cursor, theme.Accent)
			st = theme.Strong
		}
		row(line, i, st)
	}
}

// drawRatings lists the blind ratings; of one that is open only how far it is.
func (s *RunSheet) drawRatings(c *kit.Context, cv widget.Canvas) {
	g := c.Portfolio().Programme()
	if len(g.Ballots) == 0 {
		cv.TextIn(1, 0, cv.W()-2, "No blind rating yet: b begins one. Everybody answers alone, then all see every mark.", theme.Quiet, widget.Left)
		return
	}
	p := &BallotPage{}
	s.lines(c, cv, len(g.Ballots), func(cv widget.Canvas, i int, st theme.Style) {
		b := &g.Ballots[i]
		state := strconv.Itoa(b.Passed) + " of " + strconv.Itoa(len(b.Raters)) + " have answered"
		if !b.Open() {
			state = strings.TrimPrefix(agreedWords(b.Verdicts(g.MethodPack())), " · ")
		}
		w := min(24, cv.W()/2)
		cv.TextAuto(2, 0, cv.W()-w-4, p.about(c, b), st, widget.Left)
		cv.TextIn(cv.W()-w-1, 0, w, state, theme.Accent, widget.Right)
	})
}
