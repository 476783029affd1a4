package ui

import "strings"

// ballotScreen is the word of a step that wants a blind rating; its question stands
// behind a colon.
const ballotScreen = "blind rating"

// ballotQuestion is the question of a step that wants a blind rating, "" for one
// that leaves it open, or wants something else.
func ballotQuestion(screen string) string {
	kind, question, _ := strings.Cut(screen, ": ")
	if kind != ballotScreen {
		return ""
	}
	return question
}

// stepWord is the screen that a step wants, in few letters.
func stepWord(screen string) string {
	if q := ballotQuestion(screen); q != "" {
		return "rate " + q
	}
	return screen
}

// ballotChoices are the blind ratings that a step can want.
func ballotChoices(c *ctx) []choice {
	var out []choice
	for _, key := range ballotInstruments(c) {
		out = append(out, choice{ballotScreen + ": " + strings.ToLower(c.portfolio().Programme().MethodPack().Instrument(key).Name), ballotScreen + ": " + key})
	}
	return out
}

// going reports whether g leads somewhere from the page on top: in a workshop from
// everywhere, else from a blind rating too.
func (a *App) going() bool {
	_, on := a.top().(*ballotPage)
	return on || a.c.meeting()
}
