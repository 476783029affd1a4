package workshop

import (
	"strconv"
	"strings"
	"time"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/plan"
	"accord/ui/theme"
	"accord/ui/widget"
)

// stepPanes are the panes a step can want, by the key it keeps; the screens stand in
// their table, and else a key is a section of the plan.
var stepPanes = map[string]kit.Pane{"accounts": kit.PaneAccounts, "map": kit.PaneMap, "plan": kit.PanePlan}

// ScreenChoices are all screens to choose from, by their words.
func ScreenChoices(c *kit.Context) []kit.Choice {
	out := append(
		[]kit.Choice{{Word: words.T("workshop.none"), Value: "-"}, {Word: words.T("workshop.parked-lines"), Value: "parked"}},
		ballotChoices(c)...)
	all := []string{ballotScreen, "accounts", "map", "plan"}
	for _, s := range c.Screens {
		if s.Key != "" && s.Key != ballotScreen {
			all = append(all, s.Key)
		}
	}
	for _, key := range all {
		out = append(out, kit.Choice{Word: stepWord(c, key), Value: key})
	}
	for _, w := range plan.SectionWords() {
		out = append(out, kit.Choice{Word: words.T("workshop.plan-3", w.Name), Value: w.Step})
	}
	return out
}

// openScreen opens what a step wants, about an account in scope; a key that nothing
// has opens nothing.
func (s *RunSheet) openScreen(c *kit.Context, w *model.Workshop, key string) kit.Outcome {
	if key == "parked" {
		s.look = sheetParked
		return kit.Done()
	}
	if q := ballotQuestion(key); q != "" {
		return kit.Ask(keys.Intent{Kind: keys.BallotScreen, Text: q})
	}
	out := kit.Done()
	if p := stepPanes[key]; p != kit.NoPane {
		out = kit.Close()
		out.Focus(p)
	}
	switch s := c.Screens.Called(key); {
	case s == nil:
	case s.Opens == keys.BallotScreen:
		out.Again(s.Asked())
	default:
		out.Add(kit.Visiting{Intent: s.Asked()})
	}
	for _, x := range plan.SectionWords() {
		if x.Step == key {
			out = kit.Close()
			out.Focus(kit.PanePlan)
			out.Again(keys.Intent{Kind: keys.PickSection, Text: x.Key})
		}
	}
	if len(out.Effects) > 0 {
		out.Show(firstInScope(c, w))
	}
	return out
}

// firstInScope is the account to go to when the open one is not in scope, "" to stay.
func firstInScope(c *kit.Context, w *model.Workshop) model.AccountID {
	if w.InScope(c.Account) {
		return ""
	}
	for _, id := range w.Accounts {
		if c.Portfolio().Account(id) != nil {
			return id
		}
	}
	return ""
}

// onStep works on the step under the cursor.
func (s *RunSheet) onStep(c *kit.Context, w *model.Workshop, in keys.Intent) kit.Outcome {
	if in.Kind == keys.Add {
		return s.addStep(c, w, in.Text)
	}
	if len(w.Steps) == 0 {
		return kit.Outcome{}
	}
	step := w.Steps[s.at[sheetSteps]]
	switch in.Kind {
	case keys.Accept:
		return s.beginStep(c, w, &step)
	case keys.EditHere:
		if in.Text == "" {
			return kit.Open(kit.NewPrompt(kit.AskStep, "", step.Name+", "+strconv.Itoa(step.Minutes)))
		}
		step.Name, step.Minutes = readStep(in.Text, step.Minutes)
	case keys.Raise:
		step.Minutes += 5
	case keys.Lower:
		step.Minutes = max(0, step.Minutes-5)
	case keys.EditNote:
		if in.Text == "" {
			return kit.Open(kit.NewPrompt(kit.AskStepNote, "", step.Note))
		}
		if step.Note = in.Text; in.Text == "-" {
			step.Note = ""
		}
	case keys.PickScreen:
		if in.Text == "" {
			return kit.Open(kit.NewPick(kit.PickScreen, words.T("workshop.which-screen"), ScreenChoices(c), step.Screen))
		}
		if step.Screen = in.Text; in.Text == "-" {
			step.Screen = ""
		}
	case keys.MoveEarlier, keys.MoveLater:
		by := 1
		if in.Kind == keys.MoveEarlier {
			by = -1
		}
		s.at[sheetSteps] = max(0, min(len(w.Steps)-1, s.at[sheetSteps]+by))
		return kit.Change(edit.MoveStep{ID: step.ID, By: by})
	case keys.Delete:
		out := kit.Change(edit.RemoveStep{ID: step.ID})
		out.Say(words.T("workshop.taken-off-agenda-u-brings"))
		return out
	default:
		return kit.Outcome{}
	}
	return kit.Change(edit.SetStep{Step: step})
}

func (s *RunSheet) addStep(c *kit.Context, w *model.Workshop, text string) kit.Outcome {
	if text == "" {
		return kit.Open(kit.NewPrompt(kit.AskStep, "new", ""))
	}
	step := model.AgendaStep{ID: model.StepID(c.Session.NewID())}
	step.Name, step.Minutes = readStep(text, 10)
	var after model.StepID
	if at := s.at[sheetSteps]; at < len(w.Steps) {
		after = w.Steps[at].ID
		s.at[sheetSteps]++
	}
	return kit.Change(edit.SetStep{Step: step, After: after})
}

// readStep reads "what is done, minutes".
func readStep(text string, minutes int) (string, int) {
	i := strings.LastIndexAny(text, ",;")
	if i < 0 {
		return text, minutes
	}
	rest := strings.TrimSpace(text[i+1:])
	rest = strings.TrimSpace(strings.TrimRight(rest, "minutesMINUTES."))
	if n, err := strconv.Atoi(rest); err == nil && n >= 0 {
		return strings.TrimSpace(text[:i]), n
	}
	return text, minutes
}

// beginStep makes a step the one that runs and opens the screen it wants.
func (s *RunSheet) beginStep(c *kit.Context, w *model.Workshop, step *model.AgendaStep) kit.Outcome {
	out := s.openScreen(c, w, step.Screen)
	out.Change(edit.BeginStep{ID: step.ID, At: c.Now.Unix()})
	out.Say(words.T("workshop.minutes-g-w-run-sheet", step.Name, step.Minutes))
	return out
}

// next begins the step after the one that runs.
func (s *RunSheet) next(c *kit.Context, w *model.Workshop) kit.Outcome {
	at := 0
	for i := range w.Steps {
		if w.Steps[i].ID == w.Now {
			at = i + 1
		}
	}
	if at >= len(w.Steps) {
		return kit.Refuse(words.T("workshop.last-step-f-writes-files"))
	}
	s.look, s.at[sheetSteps] = sheetSteps, at
	return s.beginStep(c, w, &w.Steps[at])
}

// LeftWords say how much time a step has, as a clock would: overrun is told, and
// nothing else happens.
func LeftWords(seconds int) string {
	switch {
	case seconds >= 60, seconds > 0:
		return words.T("workshop.min-left", (seconds+59)/60)
	case seconds > -60:
		return words.T("workshop.time-up")
	}
	return words.T("workshop.min-over", -seconds/60)
}

// MinutesWords is LeftWords where there is no room for it.
func MinutesWords(seconds int) string {
	if seconds <= 0 {
		return LeftWords(seconds)
	}
	return words.T("workshop.min", (seconds+59)/60)
}

func (s *RunSheet) drawSteps(c *kit.Context, cv widget.Canvas, w *model.Workshop) {
	if len(w.Steps) == 0 {
		cv.TextIn(1, 0, cv.W()-2, words.T("workshop.agenda-empty-adds-step"), theme.Quiet, widget.Left)
		return
	}
	slots := w.Slots(c.Now.Unix())
	note := w.Steps[s.at[sheetSteps]].Note
	if note != "" && cv.H() > 4 && !c.Modest() { // it is for who leads, not for the room
		foot, rest := cv.Rect().SplitBottom(1)
		cv.Sub(foot).TextAuto(1, 0, foot.W-2, kit.OneLine(note), theme.Quiet, widget.Left)
		cv = cv.Sub(rest)
	}
	s.lines(c, cv, len(w.Steps), func(cv widget.Canvas, i int, st theme.Style) {
		step, slot := &w.Steps[i], slots[i]
		clock := "passed"
		if slot.Begin > 0 {
			clock = time.Unix(slot.Begin, 0).In(c.Now.Location()).Format("15:04")
		}
		state, stateStyle := "", theme.Quiet
		switch {
		case slot.Now:
			state, stateStyle = LeftWords(slot.Left), theme.Good
			if slot.Left <= 0 {
				stateStyle = theme.Warn
			}
		case slot.Done && step.Began == 0:
			state = words.T("workshop.left-out")
			st = theme.Quiet
		case slot.Done:
			state = c.Glyphs.Check
			st = theme.Quiet
		}
		cv.TextIn(2, 0, 6, clock, theme.Quiet, widget.Left)
		cv.TextIn(9, 0, 6, words.T("workshop.min", step.Minutes), theme.Quiet, widget.Right)
		right, screen := 14, 0
		if cv.W() >= 80 {
			screen = 16
		}
		cv.TextAuto(17, 0, cv.W()-19-right-screen, step.Name, st, widget.Left)
		if screen > 0 {
			cv.TextIn(cv.W()-right-screen-1, 0, screen-1, stepWord(c, step.Screen), theme.Quiet, widget.Left)
		}
		cv.TextIn(cv.W()-right-1, 0, right, state, stateStyle, widget.Right)
	})
}

// play lets the participants of a rehearsal say the next thing.
func (s *RunSheet) play(c *kit.Context) kit.Outcome {
	r := c.Rehearsal
	switch {
	case r == nil:
		return kit.Refuse(words.T("workshop.only-rehearsal-recorded-participants"))
	case r.Said >= len(r.Lines):
		return kit.Refuse(words.T("workshop.everybody-said-what-they-came"))
	}
	line := ReadParked(c, r.Lines[r.Said], "")
	line.ID, line.Where = model.ParkedID(c.Session.NewID()), words.T("workshop.workshop")
	r.Said++
	out := kit.Change(edit.Park{Parked: line})
	out.Say(parkedNow(c, &line))
	return out
}
