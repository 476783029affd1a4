package workshop

import (
	"strconv"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// choose begins a workshop with one of the ready agendas, or rehearses one.
func (s *RunSheet) choose(c *kit.Context, in keys.Intent) kit.Outcome {
	ready := model.ReadyAgendas()
	row := &s.at[sheetSteps]
	if to, ok := kit.MoveTo(in.Kind, *row, len(ready)+2, 4); ok {
		*row = to
		return kit.Done()
	}
	if in.Kind == keys.Rate {
		*row = in.N - 1
		in.Kind = keys.Accept
	}
	switch in.Kind {
	case keys.Cancel:
		return kit.Close()
	case keys.BallotScreen:
		return kit.Open(NewBallot(c))
	case keys.Rehearse:
		return kit.Doing(kit.Rehearsing{Begin: true})
	case keys.Accept:
		switch *row {
		case len(ready):
			return kit.Doing(kit.Rehearsing{Begin: true})
		case len(ready) + 1:
			return kit.Open(NewBallot(c))
		}
		return s.Begin(c, ready[max(0, min(*row, len(ready)-1))])
	case keys.Zoom, keys.Filter:
		return kit.Done()
	}
	return kit.Outcome{}
}

// mostInScope is how many accounts a portfolio workshop takes by itself.
const mostInScope = 12

// Begin opens a workshop, and keeps a snapshot of how everything stands so that the
// end can tell what changed.
func (s *RunSheet) Begin(c *kit.Context, ready model.ReadyAgenda) kit.Outcome {
	title := ready.Title()
	if a := c.Current(); a != nil && !ready.Wide && !c.Session.Hidden() {
		title += ": " + a.Name
	}
	w := ready.Workshop(title, c.Session.Today(), c.Session.NewID)
	w.Start, w.Before = c.Session.Seq(), words.T("workshop.before-workshop", title)
	if ready.Wide {
		for _, i := range c.Scores().ByStrategic {
			if a := c.Portfolio().At(int(i)); !a.Archived && len(w.Accounts) < mostInScope {
				w.Accounts = append(w.Accounts, a.ID)
			}
		}
	} else if c.Current() != nil {
		w.Accounts = []model.AccountID{c.Account}
	}
	out := kit.Change(edit.BeginWorkshop{Workshop: w})
	out.Say(words.T("workshop.workshop-open-tab-who-what"))
	out.Add(&MeetingJob{keep: true})
	s.at = [sheetLooks]int{}
	s.sure, s.wrote = false, false
	return out
}

// end closes the workshop once its files were written, or when asked twice.
func (s *RunSheet) end(c *kit.Context, w *model.Workshop) kit.Outcome {
	switch {
	case c.Rehearsal != nil:
		return kit.Doing(kit.Rehearsing{})
	case !s.wrote && !s.sure:
		s.sure = true
		return kit.Refuse(words.T("workshop.nothing-written-yet-f-writes"))
	case w.Waiting() > 0 && !s.sure:
		s.sure = true
		return kit.Refuse(words.T("workshop.still-waiting-tab-shows-them", w.Waiting()))
	}
	s.sure, s.at, s.look = false, [sheetLooks]int{}, sheetSteps
	out := kit.Change(edit.EndWorkshop{Title: w.Title})
	out.Close()
	out.Open(kit.NewMessage(words.T("workshop.workshop-over"), endWords(w))) // enter is harmless there
	out.Say(words.T("workshop.workshop-over-what-agreed-stays"))
	return out
}

// endWords are what came of a workshop.
func endWords(w *model.Workshop) string {
	made := map[model.ParkedEnd]int{}
	for i := range w.Parked {
		made[w.Parked[i].End]++
	}
	return words.T(
		"workshop.find-out-plans-parked-lines",
		made[model.BecameAction],
		made[model.BecameDecision],
		made[model.BecameGap],
		made[model.ParkedWaits],
	)
}

func (s *RunSheet) drawChoice(c *kit.Context, cv widget.Canvas) {
	body := kit.Hint(cv, words.T("workshop.enter-begins-1-3-agenda"))
	ready := model.ReadyAgendas()
	p := &s.Body
	p.Begin(body.W())
	p.Text(1, words.T("workshop.workshop-agenda-clock-beside-blind"), theme.Quiet)
	p.Blank()
	add := func(i int, key, wording, more string) {
		sign, st := "  ", theme.Plain
		if i == s.at[sheetSteps] {
			sign, st = c.Glyphs.Cursor+" ", theme.Strong
		}
		p.Line(
			kit.Piece{X: 1, W: 2, Text: sign, Style: theme.Accent},
			kit.Piece{X: 3, W: 2, Text: key, Style: theme.Key},
			kit.Piece{X: 6, W: min(34, body.W()-8), Text: wording, Style: st},
			kit.Piece{X: 41, W: max(1, body.W()-42), Text: more, Style: theme.Quiet},
		)
	}
	for i, r := range ready {
		w := model.Workshop{Steps: r.Steps}
		about := words.T("workshop.steps-minutes-over-one-account", len(r.Steps), w.Minutes())
		if r.Wide {
			about = words.T("workshop.steps-minutes-over-several", len(r.Steps), w.Minutes())
		}
		add(i, strconv.Itoa(i+1), r.Title(), about)
	}
	add(
		len(ready),
		"r",
		words.T("workshop.rehearse-five-minutes"),
		words.T("workshop.sample-workshop-recorded-participants"),
	)
	add(len(ready)+1, "b", words.T("workshop.blind-rating-alone"), words.T("workshop.everybody-answers-alone-then-all"))
	p.Page0(body)
}
