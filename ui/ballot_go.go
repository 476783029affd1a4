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

// elsewhere are the places of the g menu that lie beside a blind rating.
func elsewhere(k IntentKind) bool {
	switch k {
	case GoAccounts, GoMap, GoPlan, History, JoinFile, PortfolioScreen, AgendaScreen, SortingScreen, OurselvesScreen, ReportScreen:
		return true
	}
	return false
}

// offBallot goes to a place from a blind rating, or says why it waits.
func (a *App) offBallot(in Intent) (Outcome, bool) {
	if _, on := a.top().(*ballotPage); !on || !elsewhere(in.Kind) {
		return Outcome{}, false
	}
	if a.c.voting() != nil {
		return refuse(shutWords), true
	}
	switch in.Kind {
	case GoAccounts, GoMap, GoPlan: // the panes lie under everything
		a.overlays = nil
		return a.bench.handle(a.c, in), true
	}
	return a.everywhere(in), true
}

// going reports whether g leads somewhere from the page on top: in a workshop from
// everywhere, else from the workbench and a blind rating.
func (a *App) going() bool {
	_, on := a.top().(*ballotPage)
	return on || a.c.meeting()
}
