package ui

import (
	"strings"

	"accord/model"
)

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

func (p *ballotPage) Visit() **fieldEdit { return &p.note }

// atAccount is the account of the question under the cursor, "" where none is shown.
func (p *ballotPage) atAccount(c *ctx) model.AccountID {
	pack := c.portfolio().Programme().MethodPack()
	if b := c.voting(); b != nil && !p.handing {
		if all := b.Questions(pack); len(all) > 0 {
			return all[max(0, min(p.at, len(all)-1))].Account
		}
	} else if b := p.result(c); b != nil {
		if all := b.Verdicts(pack); len(all) > 0 {
			return all[max(0, min(p.at, len(all)-1))].Account
		}
	}
	return ""
}
