package workshop

import (
	"slices"
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
)

// The customer's people in a workshop belong to one account each: whoever is of none
// gets no page, and nobody reads the page of another.

// readPlaced reads a participant with the account they are of: behind theirs, as much
// of its name as is needed. was are the initials of somebody who is there already.
func readPlaced(c *kit.Context, text, was string) (p model.Participant, why string) {
	text, of := cutWhose(text)
	if p, why = ReadAgain(text, was); why != "" || !p.Theirs {
		return p, why
	}
	p.Account, why = whose(c, of, was)
	return p, why
}

// cutWhose takes what stands behind theirs off a line.
func cutWhose(text string) (line, of string) {
	wording := strings.Fields(text)
	for i := len(wording) - 2; i > 0; i-- {
		if w := strings.ToLower(strings.Trim(wording[i], ",:")); w != "theirs" && w != "שלהם" {
			continue
		}
		rest := wording[i+1:]
		if len(rest) > 1 && (strings.EqualFold(rest[0], "of") || rest[0] == "של") {
			rest = rest[1:]
		}
		return strings.Join(wording[:i+1], " "), strings.Join(rest, " ")
	}
	return text, ""
}

// whose finds the account that is meant: of those in scope before all others, and
// without a word the only one there is.
func whose(c *kit.Context, of, was string) (id model.AccountID, why string) {
	w := c.Portfolio().Programme().Workshop
	if w == nil {
		return "", ""
	}
	in := scoped(c, w)
	if len(in) == 0 {
		in = c.Portfolio().Accounts()
	}
	if of == "" {
		i := slices.IndexFunc(w.People, func(p model.Participant) bool { return p.Initials == was && was != "" })
		switch {
		case i >= 0 && c.Portfolio().Account(w.People[i].Account) != nil:
			return w.People[i].Account, ""
		case len(in) == 1:
			return in[0].ID, ""
		case len(in) == 0:
			return "", ""
		}
		return "", words.T("workshop.whose-type-account-behind-theirs", someNames(in))
	}
	var fits []*model.Account
	for _, a := range in {
		switch name := strings.ToLower(a.Name); {
		case name == strings.ToLower(of):
			return a.ID, ""
		case strings.HasPrefix(name, strings.ToLower(of)):
			fits = append(fits, a)
		}
	}
	if len(fits) == 0 {
		var one *model.Account
		if one, fits = c.Portfolio().Find(of); one != nil {
			return one.ID, ""
		}
	}
	switch len(fits) {
	case 0:
		return "", words.T("workshop.no-account-begins-type-one", of)
	case 1:
		return fits[0].ID, ""
	}
	return "", words.T("workshop.whose-type-more-name", someNames(fits))
}

// scoped are the accounts in scope that are still there.
func scoped(c *kit.Context, w *model.Workshop) (out []*model.Account) {
	for _, id := range w.Accounts {
		if a := c.Portfolio().Account(id); a != nil {
			out = append(out, a)
		}
	}
	return out
}

// someNames are a few names to choose from.
func someNames(list []*model.Account) string {
	var out []string
	for _, a := range list[:min(3, len(list))] {
		out = append(out, a.Name)
	}
	last := len(out) - 1
	switch {
	case len(list) > len(out):
		return strings.Join(out, ", ") + ", …"
	case last < 1:
		return strings.Join(out, "")
	}
	return words.T("workshop.or", strings.Join(out[:last], ", "), out[last])
}

// placedWords is a participant as readPlaced reads them again.
func placedWords(c *kit.Context, p model.Participant) string {
	out := ParticipantWords(p)
	if a := c.Portfolio().Account(p.Account); p.Theirs && a != nil {
		out += " " + a.Name
	}
	return out
}

// placeWords say whose somebody is.
func placeWords(c *kit.Context, p model.Participant) string {
	switch a := c.Portfolio().Account(p.Account); {
	case !p.Theirs:
		return sideWords(false)
	case a != nil:
		return words.T("workshop.people-of", a.Name)
	}
	return words.T("workshop.customers-people-which-t-says")
}

// nextSide is the side after the one somebody is on: ours, then each account in scope.
func nextSide(w *model.Workshop, p model.Participant) model.Participant {
	at := slices.Index(w.Accounts, p.Account)
	switch {
	case !p.Theirs && len(w.Accounts) == 0:
		p.Theirs = true
	case !p.Theirs:
		p.Theirs, p.Account = true, w.Accounts[0]
	case at < 0 && p.Account == "" && len(w.Accounts) > 0:
		p.Account = w.Accounts[0]
	case at >= 0 && at+1 < len(w.Accounts):
		p.Account = w.Accounts[at+1]
	default:
		p.Theirs, p.Account = false, ""
	}
	return p
}

// skipWhose is the N of an intent to write after it was said that somebody is of none.
const skipWhose = 1

// askWhose asks of which account somebody is of whom nobody said it, nil when all are
// placed. Files of older programs did not ask.
func askWhose(c *kit.Context, w *model.Workshop) *kit.Pick {
	i := slices.IndexFunc(
		w.People,
		func(p model.Participant) bool { return p.Theirs && c.Portfolio().Account(p.Account) == nil },
	)
	if i < 0 {
		return nil
	}
	var all []kit.Choice
	for _, a := range scoped(c, w) {
		all = append(all, kit.Choice{Word: a.Name, Value: string(a.ID)})
	}
	p := kit.NewPick(
		kit.PickWhose,
		words.T("workshop.which-customer", w.People[i].Initials),
		append(all, kit.Choice{Word: words.T("workshop.none-these-no-page-them"), Value: ""}),
		"",
	)
	initials := w.People[i].Initials
	p.Choose = func(c *kit.Context, id string) kit.Outcome { return whoseChosen(c, initials, model.AccountID(id)) }
	p.Cursor = 0
	return p
}

// whoseChosen notes it, and goes on to the files.
func whoseChosen(c *kit.Context, initials string, id model.AccountID) kit.Outcome {
	out := kit.Close()
	next := keys.Intent{Kind: keys.WriteReport, N: skipWhose}
	w := c.Portfolio().Programme().Workshop
	if w != nil && id != "" {
		for _, p := range w.People {
			if p.Initials == initials {
				p.Account, next.N = id, 0
				out.Change(edit.SetParticipant{Was: initials, Participant: p})
			}
		}
	}
	out.Again(next)
	return out
}
