package ui

import (
	"strconv"
	"strings"
	"time"

	"accord/model"
	"accord/model/edit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// stepPanes are the panes a step can want, by the word it keeps; the screens stand in
// their table, and else a word is a section of the plan.
var stepPanes = map[string]pane{"accounts": paneAccounts, "map": paneMap, "plan": panePlan}

// screenChoices are the words of all screens, to choose from.
func screenChoices(c *ctx) []choice {
	out := append([]choice{{"none", "-"}, {"parked lines", "parked"}}, ballotChoices(c)...)
	words := []string{ballotScreen, "accounts", "map", "plan"}
	for _, s := range c.screens {
		if s.word != "" && s.word != ballotScreen {
			words = append(words, s.word)
		}
	}
	for _, word := range words {
		out = append(out, choice{word, word})
	}
	for _, w := range sectionWords {
		out = append(out, choice{"plan: " + w.name, strings.ToLower(w.name)})
	}
	return out
}

// openScreen opens what a step wants, about an account in scope; a word that nothing
// is called opens nothing.
func (s *runSheet) openScreen(c *ctx, w *model.Workshop, word string) Outcome {
	if word == "parked" {
		s.look = sheetParked
		return done()
	}
	if q := ballotQuestion(word); q != "" {
		return asking(Intent{Kind: BallotScreen, Text: q})
	}
	out := done()
	if p := stepPanes[word]; p != noPane {
		out = closing()
		out.Focus(p)
	}
	switch s := c.screens.called(word); {
	case s == nil:
	case s.opens == BallotScreen:
		out.Again(s.asked())
	default:
		out.add(Visiting{s.asked()})
	}
	for _, x := range sectionWords {
		if strings.EqualFold(x.name, word) {
			out = closing()
			out.Focus(panePlan)
			out.Again(Intent{Kind: PickSection, Text: x.key})
		}
	}
	if len(out.Effects) > 0 {
		out.Show(firstInScope(c, w))
	}
	return out
}

// firstInScope is the account to go to when the open one is not in scope, "" to stay.
func firstInScope(c *ctx, w *model.Workshop) model.AccountID {
	if w.InScope(c.account) {
		return ""
	}
	for _, id := range w.Accounts {
		if c.portfolio().Account(id) != nil {
			return id
		}
	}
	return ""
}

// onStep works on the step under the cursor.
func (s *runSheet) onStep(c *ctx, w *model.Workshop, in Intent) Outcome {
	if in.Kind == Add {
		return s.addStep(c, w, in.Text)
	}
	if len(w.Steps) == 0 {
		return Outcome{}
	}
	step := w.Steps[s.at[sheetSteps]]
	switch in.Kind {
	case Accept:
		return s.beginStep(c, w, &step)
	case EditHere:
		if in.Text == "" {
			return open(newPrompt(askStep, "", step.Name+", "+strconv.Itoa(step.Minutes)))
		}
		step.Name, step.Minutes = readStep(in.Text, step.Minutes)
	case Raise:
		step.Minutes += 5
	case Lower:
		step.Minutes = max(0, step.Minutes-5)
	case EditNote:
		if in.Text == "" {
			return open(newPrompt(askStepNote, "", step.Note))
		}
		if step.Note = in.Text; in.Text == "-" {
			step.Note = ""
		}
	case PickScreen:
		if in.Text == "" {
			return open(newPick(pickScreen, "Which screen?", screenChoices(c), step.Screen))
		}
		if step.Screen = in.Text; in.Text == "-" {
			step.Screen = ""
		}
	case MoveEarlier, MoveLater:
		by := 1
		if in.Kind == MoveEarlier {
			by = -1
		}
		s.at[sheetSteps] = max(0, min(len(w.Steps)-1, s.at[sheetSteps]+by))
		return change(edit.MoveStep{ID: step.ID, By: by})
	case Delete:
		out := change(edit.RemoveStep{ID: step.ID})
		out.Say("taken off the agenda; u brings it back")
		return out
	default:
		return Outcome{}
	}
	return change(edit.SetStep{Step: step})
}

func (s *runSheet) addStep(c *ctx, w *model.Workshop, text string) Outcome {
	if text == "" {
		return open(newPrompt(askStep, "new", ""))
	}
	step := model.AgendaStep{ID: model.StepID(c.session.NewID())}
	step.Name, step.Minutes = readStep(text, 10)
	var after model.StepID
	if at := s.at[sheetSteps]; at < len(w.Steps) {
		after = w.Steps[at].ID
		s.at[sheetSteps]++
	}
	return change(edit.SetStep{Step: step, After: after})
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
func (s *runSheet) beginStep(c *ctx, w *model.Workshop, step *model.AgendaStep) Outcome {
	out := s.openScreen(c, w, step.Screen)
	out.Change(edit.BeginStep{ID: step.ID, At: c.now.Unix()})
	out.Say(step.Name + ": " + strconv.Itoa(step.Minutes) + " minutes; g w is the run sheet")
	return out
}

// next begins the step after the one that runs.
func (s *runSheet) next(c *ctx, w *model.Workshop) Outcome {
	at := 0
	for i := range w.Steps {
		if w.Steps[i].ID == w.Now {
			at = i + 1
		}
	}
	if at >= len(w.Steps) {
		return refuse("That was the last step: f writes the files, E ends the workshop.")
	}
	s.look, s.at[sheetSteps] = sheetSteps, at
	return s.beginStep(c, w, &w.Steps[at])
}

// leftWords say how much time a step has, as a clock would: overrun is told, and
// nothing else happens.
func leftWords(seconds int) string {
	switch {
	case seconds >= 60, seconds > 0:
		return strconv.Itoa((seconds+59)/60) + " min left"
	case seconds > -60:
		return "time is up"
	}
	return strconv.Itoa(-seconds/60) + " min over"
}

func (s *runSheet) drawSteps(c *ctx, cv widget.Canvas, w *model.Workshop) {
	if len(w.Steps) == 0 {
		cv.TextIn(1, 0, cv.W()-2, "The agenda is empty: a adds a step.", theme.Quiet, widget.Left)
		return
	}
	slots := w.Slots(c.now.Unix())
	note := w.Steps[s.at[sheetSteps]].Note
	if note != "" && cv.H() > 4 && !c.modest() { // it is for who leads, not for the room
		foot, rest := cv.Rect().SplitBottom(1)
		cv.Sub(foot).TextAuto(1, 0, foot.W-2, oneLine(note), theme.Quiet, widget.Left)
		cv = cv.Sub(rest)
	}
	s.lines(c, cv, len(w.Steps), func(cv widget.Canvas, i int, st theme.Style) {
		step, slot := &w.Steps[i], slots[i]
		clock := "passed"
		if slot.Begin > 0 {
			clock = time.Unix(slot.Begin, 0).In(c.now.Location()).Format("15:04")
		}
		state, stateStyle := "", theme.Quiet
		switch {
		case slot.Now:
			state, stateStyle = leftWords(slot.Left), theme.Good
			if slot.Left <= 0 {
				stateStyle = theme.Warn
			}
		case slot.Done && step.Began == 0:
			state = "left out"
			st = theme.Quiet
		case slot.Done:
			state = c.glyphs.Check
			st = theme.Quiet
		}
		cv.TextIn(2, 0, 6, clock, theme.Quiet, widget.Left)
		cv.TextIn(9, 0, 6, strconv.Itoa(step.Minutes)+" min", theme.Quiet, widget.Right)
		right, screen := 14, 0
		if cv.W() >= 80 {
			screen = 16
		}
		cv.TextAuto(17, 0, cv.W()-19-right-screen, step.Name, st, widget.Left)
		if screen > 0 {
			cv.TextIn(cv.W()-right-screen-1, 0, screen-1, stepWord(step.Screen), theme.Quiet, widget.Left)
		}
		cv.TextIn(cv.W()-right-1, 0, right, state, stateStyle, widget.Right)
	})
}

// play lets the participants of a rehearsal say the next thing.
func (s *runSheet) play(c *ctx) Outcome {
	r := c.rehearsal
	switch {
	case r == nil:
		return refuse("Only a rehearsal has recorded participants.")
	case r.said >= len(r.Lines):
		return refuse("Everybody has said what they came to say: tab shows the parked lines, f writes the files.")
	}
	line := readParked(c, r.Lines[r.said], "")
	line.ID, line.Where = model.ParkedID(c.session.NewID()), "Workshop"
	r.said++
	out := change(edit.Park{Parked: line})
	out.Say(parkedNow(c, &line))
	return out
}
