package workshop

import (
	"strings"
	"unicode"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/ui/kit"
)

// A participant is typed as people say it; initials are short, and a name becomes
// initials behind a comma only, where it is plain which words are the name.
//
//	AL sales                  initials and what they do
//	PO operations theirs      one of the customer's people
//	Anna Levi, sales          a name: AL

// longestInitials is from where on a first word is a name and no initials.
const longestInitials = 4

func askInitials() string { return words.T("workshop.initials-first-or-comma-behind") }

// ReadParticipant reads a line, or says what is not plain about it.
func ReadParticipant(text string) (p model.Participant, why string) { return ReadAgain(text, "") }

// ReadAgain reads the line of somebody who is there: what they are called stays as it
// is where nobody changed it, long initials of an older file too.
func ReadAgain(text, was string) (p model.Participant, why string) {
	name, rest, comma := strings.Cut(strings.Replace(text, ":", ",", 1), ",")
	said, wording := strings.Fields(name), strings.Fields(strings.ReplaceAll(rest, ",", " "))
	if len(said) == 0 {
		return p, askInitials()
	}
	if !comma {
		said, wording = said[:1], said[1:]
		first := []rune(said[0])
		named := len(wording) > 0 && beginsWithCapital(wording[0]) && strings.ToUpper(said[0]) != said[0]
		if (len(first) > longestInitials || named) && said[0] != was {
			return p, askInitials()
		}
	}
	wording, p.Theirs = sideOf(wording)
	p.Initials, p.Function = said[0], strings.Join(wording, " ")
	if strings.Join(said, " ") != was && (len(said) > 1 || len([]rune(said[0])) > longestInitials) {
		p.Initials = initialsOf(said)
	}
	return p, ""
}

func beginsWithCapital(word string) bool { return unicode.IsUpper([]rune(word)[0]) }

// initialsOf are those of a name; of a single word the first two letters.
func initialsOf(name []string) string {
	var out []rune
	for _, w := range name {
		if first := []rune(w)[0]; unicode.IsLetter(first) || unicode.IsDigit(first) {
			out = append(out, first)
		}
	}
	if len(name) == 1 {
		out = []rune(name[0])[:2]
	}
	return strings.ToUpper(string(out[:min(len(out), longestInitials)]))
}

// sideOf takes a last word off that says whose people they are.
func sideOf(wording []string) (rest []string, theirs bool) {
	n := len(wording)
	if n == 0 {
		return wording, false
	}
	switch strings.ToLower(wording[n-1]) {
	case "theirs", "customer", "שלהם", "לקוח":
		return wording[:n-1], true
	case "ours", "שלנו":
		return wording[:n-1], false
	}
	return wording, false
}

// ParticipantWords is a participant as readParticipant reads it again.
func ParticipantWords(p model.Participant) string {
	out := p.Initials
	if p.Function != "" {
		out += ", " + p.Function
	}
	if p.Theirs {
		if p.Function == "" {
			out += ","
		}
		out += " theirs"
	}
	return out
}

// participantPreview says how a participant is understood while it is typed.
func participantPreview(c *kit.Context, p *kit.Prompt) string {
	if strings.TrimSpace(p.Input.Text()) == "" {
		return words.T("workshop.initials-function-theirs-account-customers")
	}
	_, unclear := ReadAgain(p.Input.Text(), p.Where)
	who, why := readPlaced(c, p.Input.Text(), p.Where)
	switch {
	case unclear != "":
		return words.T("workshop.initials-e-g-al-sales")
	case why != "":
		return why
	}
	if _, err := c.Session.Try(edit.SetParticipant{Was: p.Where, Participant: who}); err != nil {
		return who.Initials + ": " + kit.Sentence(err)
	}
	out := who.Initials
	if who.Function != "" {
		out += " · " + who.Function
	}
	return words.T("workshop.enter-2", out, placeWords(c, who), p.Verb())
}

// AskWho asks for a participant; on is "edit" for one who is there already.
func AskWho(on, text string) *kit.Prompt {
	p := kit.NewPrompt(kit.AskParticipant, on, text)
	p.Preview, p.Unclear = participantPreview, unclearParticipant
	return p
}

// unclearParticipant is why what was typed is not taken yet: it stays in the field.
func unclearParticipant(c *kit.Context, p *kit.Prompt, text string) string {
	who, why := readPlaced(c, text, p.Where)
	if why != "" {
		return why
	}
	if _, err := c.Session.Try(edit.SetParticipant{Was: p.Where, Participant: who}); err != nil {
		return kit.Sentence(err)
	}
	return ""
}
