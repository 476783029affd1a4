package workshop

import (
	"strings"

	"accord/model"
	"accord/model/words"
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
	wording := [sheetLooks][]string{{words.T("workshop.enter-begins-step"), words.T("workshop.n-next"), words.T("workshop.v-next-look"), words.T("workshop.b-blind-rating"), words.T("workshop.f8-parks-line"), words.T("workshop.f-writes-files"), words.T("workshop.e-ends")},
		{words.T("workshop.1-action"), words.T("workshop.2-find-out"), words.T("workshop.3-decision"), words.T("workshop.4-set-aside"), words.T("workshop.all-as-they-say"), words.T("workshop.c-account"), words.T("workshop.o-shares"), words.T("workshop.v-next-look"), words.T("workshop.f-writes-files")},
		{words.T("workshop.enter-opens"), words.T("workshop.another-blind-rating"), words.T("workshop.v-next-look"), words.T("workshop.f-writes-files"), words.T("workshop.e-ends")},
		{words.T("workshop.add-participant-such-as-al"), words.T("workshop.c-accounts"), words.T("workshop.v-next-look"), words.T("workshop.n-next-step"), words.T("workshop.f-writes-files"), words.T("workshop.e-ends")}}[s.look]
	if c.Rehearsal != nil {
		wording = append([]string{words.T("workshop.rehearsal-p-plays-what-others")}, wording...)
	}
	if b := c.Voting(); b != nil {
		wording = []string{
			words.T("workshop.raters-answering-b-goes", b.Rater()),
			words.T("workshop.q-quits-nothing-lost"),
			words.T("workshop.b-then-x-abandons-rating"),
		}
	}
	body := kit.Hint(cv, asManyAsFit(wording, cv.W()-2))
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
	parts := []string{
		w.Day.Short(),
		words.T("workshop.n-participants", len(w.People)),
		words.T("workshop.n-accounts-in-scope", len(w.Accounts)),
		words.T("workshop.n-minutes-planned", w.Minutes()),
	}
	if n := w.Waiting(); n > 0 {
		parts = append(parts, words.T("workshop.n-parked", n))
	}
	cv.TextIn(1, 0, cv.W()-2, strings.Join(parts, sep), theme.Quiet, widget.Left)
}

// drawRatings lists the blind ratings; of one that is open only how far it is.
func (s *RunSheet) drawRatings(c *kit.Context, cv widget.Canvas) {
	g := c.Portfolio().Programme()
	if len(g.Ballots) == 0 {
		cv.TextIn(1, 0, cv.W()-2, words.T("workshop.no-blind-rating-yet-b"), theme.Quiet, widget.Left)
		return
	}
	p := &BallotPage{}
	s.lines(c, cv, len(g.Ballots), func(cv widget.Canvas, i int, st theme.Style) {
		b := &g.Ballots[i]
		state := words.T("workshop.of-have-answered-2", b.Passed, len(b.Raters))
		if !b.Open() {
			state = agreedWords(b.Verdicts(g.MethodPack()))
		}
		w := min(24, cv.W()/2)
		cv.TextAuto(2, 0, cv.W()-w-4, p.about(c, b), st, widget.Left)
		cv.TextIn(cv.W()-w-1, 0, w, state, theme.Accent, widget.Right)
	})
}
