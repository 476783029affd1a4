package workshop

import (
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
)

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
	case keys.NextLook,
		keys.Right,
		keys.NextField,
		keys.Left,
		keys.PrevField,
		keys.Up,
		keys.Down,
		keys.PageUp,
		keys.PageDown,
		keys.First,
		keys.Last:
		return kit.Outcome{}, false
	case keys.Quit,
		keys.Redraw,
		keys.Suspend,
		keys.ToggleMouse,
		keys.Places,
		keys.RunSheetScreen,
		keys.ParkLine,
		keys.Undo,
		keys.Redo,
		keys.Help:
		return kit.Outcome{}, true // not done: the same for every page
	}
	return kit.Refuse(words.T("workshop.not-until-last-passed-b", c.Voting().Rater())), true
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
