package ui

import (
	"strconv"

	"accord/model"
	"accord/model/edit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// choose begins a workshop with one of the ready agendas, or rehearses one.
func (s *runSheet) choose(c *ctx, in Intent) Outcome {
	ready := model.ReadyAgendas()
	row := &s.at[sheetSteps]
	if to, ok := moveTo(in.Kind, *row, len(ready)+2, 4); ok {
		*row = to
		return done()
	}
	if in.Kind == Rate {
		*row = in.N - 1
		in.Kind = Accept
	}
	switch in.Kind {
	case Cancel:
		return closing()
	case BallotScreen:
		return open(newBallot(c))
	case Rehearse:
		return doing(Rehearsing{Begin: true})
	case Accept:
		switch *row {
		case len(ready):
			return doing(Rehearsing{Begin: true})
		case len(ready) + 1:
			return open(newBallot(c))
		}
		return s.begin(c, ready[max(0, min(*row, len(ready)-1))])
	case Zoom, Filter:
		return done()
	}
	return Outcome{}
}

// mostInScope is how many accounts a portfolio workshop takes by itself.
const mostInScope = 12

// begin opens a workshop, and keeps a snapshot of how everything stands so that the
// end can tell what changed.
func (s *runSheet) begin(c *ctx, ready model.ReadyAgenda) Outcome {
	title := ready.Title()
	if a := c.current(); a != nil && !ready.Wide && !c.session.hidden() {
		title += ": " + a.Name
	}
	w := ready.Workshop(title, c.session.Today(), c.session.NewID)
	w.Start, w.Before = c.session.Seq(), "before the workshop "+title
	if ready.Wide {
		for _, i := range c.scores().ByStrategic {
			if a := c.portfolio().At(int(i)); !a.Archived && len(w.Accounts) < mostInScope {
				w.Accounts = append(w.Accounts, a.ID)
			}
		}
	} else if c.current() != nil {
		w.Accounts = []model.AccountID{c.account}
	}
	out := change(edit.BeginWorkshop{Workshop: w})
	out.Say("the workshop is open: tab to who and what, then enter begins the first step")
	out.add(&meetingJob{keep: true})
	s.at = [sheetLooks]int{}
	s.sure, s.wrote = false, false
	return out
}

// end closes the workshop once its files were written, or when asked twice.
func (s *runSheet) end(c *ctx, w *model.Workshop) Outcome {
	switch {
	case c.rehearsal != nil:
		return doing(Rehearsing{})
	case !s.wrote && !s.sure:
		s.sure = true
		return refuse("Nothing was written yet: f writes the files. E again ends the workshop without them.")
	case w.Waiting() > 0 && !s.sure:
		s.sure = true
		return refuse(plural(w.Waiting(), "parked line") + " still waiting: tab shows them. E again ends the workshop all the same.")
	}
	s.sure, s.at, s.look = false, [sheetLooks]int{}, sheetSteps
	out := change(edit.EndWorkshop{Title: w.Title})
	out.Close()
	out.Open(newMessage("The workshop is over", endWords(w))) // enter is harmless there
	out.Say("the workshop is over; what was agreed stays in the plans (u takes it back)")
	return out
}

// endWords are what came of a workshop.
func endWords(w *model.Workshop) string {
	made := map[model.ParkedEnd]int{}
	for i := range w.Parked {
		made[w.Parked[i].End]++
	}
	return plural(made[model.BecameAction], "action") + ", " + plural(made[model.BecameDecision], "decision") + " and " + plural(made[model.BecameGap], "thing") + " to find out are in the plans; " +
		strconv.Itoa(made[model.ParkedWaits]) + " parked lines were left waiting.\n\nWhat was agreed stays in the plans. u takes the end back; g w begins another workshop."
}

func (s *runSheet) drawChoice(c *ctx, cv widget.Canvas) {
	body := hint(cv, "enter begins · 1-3 an agenda · r rehearse · b a blind rating without a workshop · esc back")
	ready := model.ReadyAgendas()
	p := &s.page
	p.begin(body.W())
	p.text(1, "A workshop: the agenda with the clock beside it, blind ratings, parked lines, and the files at the end. Everything is saved as it happens and goes on after a break.", theme.Quiet)
	p.blank()
	add := func(i int, key, words, more string) {
		sign, st := "  ", theme.Plain
		if i == s.at[sheetSteps] {
			sign, st = c.glyphs.Cursor+" ", theme.Strong
		}
		p.line(piece{x: 1, w: 2, text: sign, style: theme.Accent}, piece{x: 3, w: 2, text: key, style: theme.Key}, piece{x: 6, w: min(34, body.W()-8), text: words, style: st}, piece{x: 41, w: max(1, body.W()-42), text: more, style: theme.Quiet})
	}
	for i, r := range ready {
		w := model.Workshop{Steps: r.Steps}
		what := "over one account"
		if r.Wide {
			what = "over several accounts"
		}
		add(i, strconv.Itoa(i+1), r.Title(), plural(len(r.Steps), "step")+", "+strconv.Itoa(w.Minutes())+" minutes, "+what)
	}
	add(len(ready), "r", "Rehearse in five minutes", "a sample workshop with recorded participants")
	add(len(ready)+1, "b", "A blind rating alone", "everybody answers alone, then all together")
	p.page0(body)
}
