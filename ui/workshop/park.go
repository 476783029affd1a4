package workshop

import (
	"cmp"
	"strings"
	"unicode"

	"accord/model"
	"accord/ui/kit"
)

// A parked line is typed as people say it: what kind it is, who, what, by when.
//
//	? who owns the tender          a question
//	! we go with plan B            a decision
//	AL calls the CFO by 12 Dec     an action, because it has somebody or a day
//	Meridian: who decides?         about another account than the open one
//	AL sends Tavor the prices      about the account it names
//
// A word that means nothing of this stays text.

// parkSigns are the first signs and words that say which kind it is.
var parkSigns = []struct {
	sign string
	kind model.ParkedKind
}{
	{"?", model.ParkedQuestion}, {"!", model.ParkedDecision}, {">", model.ParkedAction},
	{"question:", model.ParkedQuestion}, {"decision:", model.ParkedDecision}, {"decided:", model.ParkedDecision}, {"action:", model.ParkedAction}, {"todo:", model.ParkedAction},
	{"שאלה:", model.ParkedQuestion}, {"החלטה:", model.ParkedDecision}, {"משימה:", model.ParkedAction}, {"פעולה:", model.ParkedAction},
}

// ReadParked reads a line. about is the account it is about unless it names one.
func ReadParked(c *kit.Context, text string, about model.AccountID) model.Parked {
	p := model.Parked{Account: about}
	text = strings.Join(strings.Fields(text), " ")
	kind, known := model.ParkedQuestion, false
	for _, s := range parkSigns {
		if rest, ok := cutFold(text, s.sign); ok && !known {
			kind, known, text = s.kind, true, rest
		}
	}
	named := model.AccountID("")
	if name, rest, ok := strings.Cut(text, ": "); ok {
		if a, _ := c.Portfolio().Find(name); a != nil && rest != "" {
			named, text = a.ID, strings.TrimSpace(rest)
		}
	}
	if named == "" {
		if named = spokenOf(c, text); named != "" && c.Session.Hidden() {
			text = unnamed(text, c.Portfolio().Account(named).Name)
		}
	}
	p.Account = cmp.Or(named, p.Account)
	if !c.Session.Hidden() { // a stand-in would be kept as if it were a name
		p.Who, text = readWho(c, text)
	}
	p.When, text = readWhen(c, text)
	switch {
	case known:
	case strings.HasSuffix(text, "?"):
	case p.Who != "" || p.When.Known():
		kind = model.ParkedAction
	}
	p.Kind, p.Text = kind, strings.TrimSpace(text)
	return p
}

// readWho takes who off: @AL anywhere, or the first word when it is somebody's
// initials or name. The last word of a line is what it says, never who.
func readWho(c *kit.Context, text string) (who, rest string) {
	wording := strings.Fields(text)
	for i, w := range wording {
		name, at := strings.CutPrefix(strings.TrimRight(w, ",:;"), "@")
		if !at && i > 0 || len(wording) < 2 {
			continue
		}
		if full := somebody(c, name); full != "" || at && name != "" {
			if full == "" {
				full = name
			}
			return full, strings.Join(append(append([]string(nil), wording[:i]...), wording[i+1:]...), " ")
		}
	}
	return "", text
}

// somebody is a participant by initials, or one of ours by first or full name.
func somebody(c *kit.Context, word string) string {
	g := c.Portfolio().Programme()
	if w := g.Workshop; w != nil {
		for _, p := range w.People {
			if strings.EqualFold(p.Initials, word) {
				return p.Initials
			}
		}
	}
	found := ""
	for _, m := range g.Team {
		first, _, _ := strings.Cut(m.Name, " ")
		if strings.EqualFold(m.Name, word) || strings.EqualFold(first, word) {
			if found != "" {
				return "" // two of one name
			}
			found = m.Name
		}
	}
	return found
}

// untilWords stand before a day.
var untilWords = []string{"by", "until", "till", "due", "before", "on", "עד", "ב"}

// readWhen takes the day off the end of a line: behind by or until anything that is
// a day, else only what can be nothing else.
func readWhen(c *kit.Context, text string) (model.Date, string) {
	bare := strings.TrimRight(text, ".! ")
	question := strings.HasSuffix(bare, "?")
	bare = strings.TrimRight(bare, "? ")
	wording := strings.Fields(bare)
	for n := min(4, len(wording)-1); n >= 1; n-- {
		at := len(wording) - n
		said := strings.Join(wording[at:], " ")
		before := strings.ToLower(wording[at-1])
		until := at >= 2 && containsWord(untilWords, before)
		if !until && !plainDay(said) {
			continue
		}
		day, err := kit.ParseDay(hebrewDay(said), c.Session.Today())
		if err != nil || !day.Known() {
			continue
		}
		if until {
			at--
		}
		rest := strings.Join(wording[:at], " ")
		if question {
			rest += "?"
		}
		return day, rest
	}
	return model.Date{}, text
}

func containsWord(list []string, w string) bool {
	for _, x := range list {
		if x == w {
			return true
		}
	}
	return false
}

// plainDay reports what can be read as nothing but a day even without a word before
// it: tomorrow, next friday, 12 Dec, +2w, 2026-12-12, but not sat, 5.5 or q1.
func plainDay(s string) bool {
	s = strings.ToLower(hebrewDay(s))
	if s == "today" || s == "tomorrow" || strings.HasPrefix(s, "next ") || strings.HasPrefix(s, "+") ||
		strings.HasPrefix(s, "20") && strings.Count(s, "-") == 2 ||
		strings.Count(s, ".") == 2 {
		return true
	}
	for _, day := range []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"} {
		if s == day {
			return true
		}
	}
	wording := strings.Fields(s)
	digits := strings.IndexFunc(s, unicode.IsDigit) >= 0
	letters := strings.IndexFunc(s, unicode.IsLetter) >= 0
	return digits && letters && len(wording) >= 2 // 12 Dec; ParseDay says whether it is one
}

// hebrewDays are the words for days in Hebrew, and what ParseDay calls them.
var hebrewDays = strings.NewReplacer("היום", "today", "מחר", "tomorrow", "יום ראשון", "sunday", "יום שני", "monday", "יום שלישי", "tuesday", "יום רביעי", "wednesday", "יום חמישי", "thursday", "יום שישי", "friday", "יום שבת", "saturday",
	"בינואר", "jan", "בפברואר", "feb", "במרץ", "mar", "באפריל", "apr", "במאי", "may", "ביוני", "jun", "ביולי", "jul", "באוגוסט", "aug", "בספטמבר", "sep", "באוקטובר", "oct", "בנובמבר", "nov", "בדצמבר", "dec",
	"ינואר", "jan", "פברואר", "feb", "מרץ", "mar", "אפריל", "apr", "מאי", "may", "יוני", "jun", "יולי", "jul", "אוגוסט", "aug", "ספטמבר", "sep", "אוקטובר", "oct", "נובמבר", "nov", "דצמבר", "dec")

func hebrewDay(s string) string {
	if s == "היום" || !strings.Contains(s, "היום ") {
		s = hebrewDays.Replace(s)
	}
	return strings.TrimPrefix(s, "ב")
}

// parkedWords is a line as readParked would read it again.
func parkedWords(c *kit.Context, p *model.Parked) string {
	out := map[model.ParkedKind]string{model.ParkedQuestion: "? ", model.ParkedDecision: "! ", model.ParkedAction: "> "}[p.Kind]
	if p.Who != "" {
		out += "@" + p.Who + " "
	}
	out += p.Text
	if p.When.Known() {
		out += " by " + p.When.String() // as it is typed, which is read in every language
	}
	return out
}
