package workshop

import (
	"strings"

	"accord/model"
	"accord/model/words"
	"accord/ui/kit"
	"accord/ui/plan"
)

// ballotScreen is the key of a step that wants a blind rating; its question stands
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

// stepWord is the screen that a step wants, in few letters: of a key that nothing has,
// as older and newer programs may keep it, the key itself.
func stepWord(c *kit.Context, screen string) string {
	if q := ballotQuestion(screen); q != "" {
		return words.T("workshop.rate", q)
	}
	switch screen {
	case "parked":
		return words.T("workshop.parked")
	case "accounts":
		return words.T("workshop.accounts")
	case "map":
		return words.T("workshop.map")
	case "plan":
		return words.T("workshop.plan-2")
	}
	if s := c.Screens.Called(screen); s != nil {
		return s.Word
	}
	for _, s := range plan.SectionWords() {
		if s.Step == screen {
			return s.Name
		}
	}
	return screen
}

// ballotChoices are the blind ratings that a step can want.
func ballotChoices(c *kit.Context) []kit.Choice {
	var out []kit.Choice
	for _, key := range ballotInstruments(c) {
		out = append(
			out,
			kit.Choice{
				Word: words.T(
					"workshop.blind-rating-3",
					strings.ToLower(c.Portfolio().Programme().MethodPack().Instrument(key).Name),
				),
				Value: ballotScreen + ": " + key,
			},
		)
	}
	return out
}

func (p *BallotPage) Visit() **kit.FieldEdit { return &p.Note }

// AtAccount is the account of the question under the cursor, "" where none is shown.
func (p *BallotPage) AtAccount(c *kit.Context) model.AccountID {
	pack := c.Portfolio().Programme().MethodPack()
	if b := c.Voting(); b != nil && !p.Handing {
		if all := b.Questions(pack); len(all) > 0 {
			return all[max(0, min(p.At, len(all)-1))].Account
		}
	} else if b := p.result(c); b != nil {
		if all := b.Verdicts(pack); len(all) > 0 {
			return all[max(0, min(p.At, len(all)-1))].Account
		}
	}
	return ""
}
