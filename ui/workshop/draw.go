package workshop

import (
	"strconv"
	"strings"

	"accord/model"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

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

// drawAbout is a line on the workshop, and one on the clock.
func (s *RunSheet) drawAbout(c *kit.Context, cv widget.Canvas, w *model.Workshop) {
	sep := " " + c.Glyphs.Sep + " "
	line := w.Day.Short() + sep + kit.Plural(len(w.People), "participant") + sep + kit.Plural(len(w.Accounts), "account") + " in scope" + sep + strconv.Itoa(w.Minutes()) + " minutes planned"
	if n := w.Waiting(); n > 0 {
		line += sep + strconv.Itoa(n) + " parked"
	}
	cv.TextIn(1, 0, cv.W()-2, line, theme.Quiet, widget.Left)
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
