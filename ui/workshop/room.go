package workshop

import (
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// onRoom works on the participants and the accounts in scope.
func (s *RunSheet) onRoom(c *kit.Context, w *model.Workshop, in keys.Intent) kit.Outcome {
	at := s.at[sheetRoom]
	if in.Kind == keys.Add {
		if in.Text == "" {
			return kit.Open(AskWho("", ""))
		}
		p, _ := readPlaced(c, in.Text, "")
		out := s.Put(c, "", p)
		if out.Changes() != nil { // and who else? as with seats
			out.Open(AskWho("", ""))
		}
		return out
	}
	if at < len(w.People) {
		p := w.People[at]
		switch in.Kind {
		case keys.Accept, keys.EditHere:
			if in.Text != "" {
				now, _ := readPlaced(c, in.Text, p.Initials)
				return s.Put(c, p.Initials, now)
			}
			ask := AskWho("edit", placedWords(c, p))
			ask.Where = p.Initials
			return kit.Open(ask)
		case keys.CycleRole:
			return s.Put(c, p.Initials, nextSide(w, p))
		case keys.Delete:
			return kit.Change(edit.RemoveParticipant{Initials: p.Initials})
		}
		return kit.Outcome{}
	}
	if at -= len(w.People); at < len(w.Accounts) {
		switch in.Kind {
		case keys.Delete:
			return kit.Change(edit.ScopeAccount{Account: w.Accounts[at], Out: true})
		case keys.Accept:
			out := kit.Close()
			out.Show(w.Accounts[at])
			out.Focus(kit.PanePlan)
			return out
		}
	}
	return kit.Outcome{}
}

// Put proposes a participant, or says why not.
func (s *RunSheet) Put(c *kit.Context, was string, p model.Participant) kit.Outcome {
	ch := edit.SetParticipant{Was: was, Participant: p}
	if _, err := c.Session.Try(ch); err != nil {
		return kit.Refuse(kit.Sentence(err))
	}
	return kit.Change(ch)
}

// pickAccount offers all accounts, to take into the workshop or out of it; in the
// look at the parked lines it is the account of the line.
func (s *RunSheet) pickAccount(c *kit.Context, w *model.Workshop) kit.Outcome {
	kind, head := kit.PickScope, words.T("workshop.enter-takes-or-out")
	on, at := "", ""
	if s.look == sheetParked {
		if len(w.Parked) == 0 {
			return kit.Done()
		}
		line := &w.Parked[s.at[sheetParked]]
		kind, head, on, at = kit.PickParked, words.T("workshop.about-which-account"), string(line.ID), string(line.Account)
	}
	p := kit.NewPick(kind, head, scopeChoices(c, w, kind == kit.PickParked), at)
	p.Choose = func(c *kit.Context, id string) kit.Outcome {
		if on != "" {
			return parkedAbout(c, model.ParkedID(on), model.AccountID(id))
		}
		return toggleScope(c, p, model.AccountID(id))
	}
	if len(p.All) == 0 {
		return kit.Refuse(words.T("workshop.there-no-account-yet"))
	}
	return kit.Open(p)
}

// scopeChoices are all accounts that are not archived, those in scope first and
// ticked.
func scopeChoices(c *kit.Context, w *model.Workshop, plain bool) []kit.Choice {
	tick := func(in bool) string {
		switch {
		case plain:
			return ""
		case in:
			return c.Glyphs.On + " "
		}
		return c.Glyphs.Off + " "
	}
	var in, out []kit.Choice
	for _, i := range c.Scores().ByStrategic {
		a := c.Portfolio().At(int(i))
		switch {
		case w.InScope(a.ID):
			in = append(in, kit.Choice{Word: tick(true) + a.Name, Value: string(a.ID)})
		case !a.Archived:
			out = append(out, kit.Choice{Word: tick(false) + a.Name, Value: string(a.ID)})
		}
	}
	return append(in, out...)
}

// toggleScope takes the account of the list in or out and leaves the list open.
func toggleScope(c *kit.Context, p *kit.Pick, id model.AccountID) kit.Outcome {
	w := c.Portfolio().Programme().Workshop
	if w == nil {
		return kit.Close()
	}
	in := w.InScope(id)
	for _, list := range [][]kit.Choice{p.All, p.Shown} {
		for i := range list {
			if list[i].Value == string(id) {
				sign := c.Glyphs.On
				if in {
					sign = c.Glyphs.Off
				}
				list[i].Word = sign + strings.TrimPrefix(strings.TrimPrefix(list[i].Word, c.Glyphs.On), c.Glyphs.Off)
			}
		}
	}
	p.Input.SetText("")
	p.Keep(string(id))
	return kit.Change(edit.ScopeAccount{Account: id, Out: in})
}

// parkedAbout says which account a parked line is about.
func parkedAbout(c *kit.Context, id model.ParkedID, about model.AccountID) kit.Outcome {
	out := kit.Close()
	w := c.Portfolio().Programme().Workshop
	if w == nil || w.ParkedLine(id) == nil {
		return out
	}
	line := *w.ParkedLine(id)
	if line.End != model.ParkedWaits {
		return kit.Refuse(words.T("workshop.account-already-4-sets-aside", words.Here(line.End.String())))
	}
	line.Account = about
	out.Change(edit.Park{Parked: line})
	return out
}

func (s *RunSheet) drawRoom(c *kit.Context, cv widget.Canvas, w *model.Workshop) {
	n := len(w.People) + len(w.Accounts)
	if n == 0 {
		cv.TextIn(1, 0, cv.W()-2, words.T("workshop.nobody-nothing-yet-adds-participant"), theme.Quiet, widget.Left)
		return
	}
	s.lines(c, cv, n, func(cv widget.Canvas, i int, st theme.Style) {
		if i < len(w.People) {
			p := w.People[i]
			cv.TextIn(2, 0, 12, p.Initials, st, widget.Left)
			cv.TextAuto(15, 0, cv.W()/2-16, p.Function, theme.Plain, widget.Left)
			cv.TextIn(cv.W()/2, 0, cv.W()-cv.W()/2-1, placeWords(c, p), theme.Quiet, widget.Left)
			return
		}
		name, tier := words.T("workshop.account-deleted"), ""
		if a := c.Portfolio().Account(w.Accounts[i-len(w.People)]); a != nil {
			if name = a.Name; !c.Modest() {
				tier = words.Here(a.Tier.String())
			}
		}
		cv.TextIn(2, 0, 12, "account", theme.Quiet, widget.Left)
		cv.TextAuto(15, 0, cv.W()-30, name, st, widget.Left)
		cv.TextIn(cv.W()-15, 0, 14, tier, theme.Quiet, widget.Right)
	})
}
