package ui

import (
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// onRoom works on the participants and the accounts in scope.
func (s *runSheet) onRoom(c *ctx, w *model.Workshop, in Intent) Outcome {
	at := s.at[sheetRoom]
	if in.Kind == Add {
		if in.Text == "" {
			return open(askWho("", ""))
		}
		p, _ := readPlaced(c, in.Text, "")
		out := s.put(c, "", p)
		if out.changes() != nil { // and who else? as with seats
			out.Open(askWho("", ""))
		}
		return out
	}
	if at < len(w.People) {
		p := w.People[at]
		switch in.Kind {
		case Accept, EditHere:
			if in.Text != "" {
				now, _ := readPlaced(c, in.Text, p.Initials)
				return s.put(c, p.Initials, now)
			}
			ask := askWho("edit", placedWords(c, p))
			ask.where = p.Initials
			return open(ask)
		case CycleRole:
			return s.put(c, p.Initials, nextSide(w, p))
		case Delete:
			return change(edit.RemoveParticipant{Initials: p.Initials})
		}
		return Outcome{}
	}
	if at -= len(w.People); at < len(w.Accounts) {
		switch in.Kind {
		case Delete:
			return change(edit.ScopeAccount{Account: w.Accounts[at], Out: true})
		case Accept:
			out := closing()
			out.Show(w.Accounts[at])
			out.Focus(panePlan)
			return out
		}
	}
	return Outcome{}
}

// put proposes a participant, or says why not.
func (s *runSheet) put(c *ctx, was string, p model.Participant) Outcome {
	ch := edit.SetParticipant{Was: was, Participant: p}
	if _, err := c.session.Try(ch); err != nil {
		return refuse(sentence(err))
	}
	return change(ch)
}

// pickAccount offers all accounts, to take into the workshop or out of it; in the
// look at the parked lines it is the account of the line.
func (s *runSheet) pickAccount(c *ctx, w *model.Workshop) Outcome {
	kind, head := pickScope, "Enter takes in or out"
	on, at := "", ""
	if s.look == sheetParked {
		if len(w.Parked) == 0 {
			return done()
		}
		line := &w.Parked[s.at[sheetParked]]
		kind, head, on, at = pickParked, "About which account?", string(line.ID), string(line.Account)
	}
	p := newPick(kind, head, scopeChoices(c, w, kind == pickParked), at)
	p.choose = func(c *ctx, id string) Outcome {
		if on != "" {
			return parkedAbout(c, model.ParkedID(on), model.AccountID(id))
		}
		return toggleScope(c, p, model.AccountID(id))
	}
	if len(p.all) == 0 {
		return refuse("There is no account yet.")
	}
	return open(p)
}

// scopeChoices are all accounts that are not archived, those in scope first and
// ticked.
func scopeChoices(c *ctx, w *model.Workshop, plain bool) []choice {
	tick := func(in bool) string {
		switch {
		case plain:
			return ""
		case in:
			return c.glyphs.On + " "
		}
		return c.glyphs.Off + " "
	}
	var in, out []choice
	for _, i := range c.scores().ByStrategic {
		a := c.portfolio().At(int(i))
		switch {
		case w.InScope(a.ID):
			in = append(in, choice{tick(true) + a.Name, string(a.ID)})
		case !a.Archived:
			out = append(out, choice{tick(false) + a.Name, string(a.ID)})
		}
	}
	return append(in, out...)
}

// toggleScope takes the account of the list in or out and leaves the list open.
func toggleScope(c *ctx, p *pick, id model.AccountID) Outcome {
	w := c.portfolio().Programme().Workshop
	if w == nil {
		return closing()
	}
	in := w.InScope(id)
	for _, list := range [][]choice{p.all, p.shown} {
		for i := range list {
			if list[i].value == string(id) {
				sign := c.glyphs.On
				if in {
					sign = c.glyphs.Off
				}
				list[i].word = sign + strings.TrimPrefix(strings.TrimPrefix(list[i].word, c.glyphs.On), c.glyphs.Off)
			}
		}
	}
	p.input.SetText("")
	p.keep(string(id))
	return change(edit.ScopeAccount{Account: id, Out: in})
}

// parkedAbout says which account a parked line is about.
func parkedAbout(c *ctx, id model.ParkedID, about model.AccountID) Outcome {
	out := closing()
	w := c.portfolio().Programme().Workshop
	if w == nil || w.ParkedLine(id) == nil {
		return out
	}
	line := *w.ParkedLine(id)
	if line.End != model.ParkedWaits {
		return refuse("It is " + line.End.String() + " of that account already: 4 sets it aside, then park it again.")
	}
	line.Account = about
	out.Change(edit.Park{Parked: line})
	return out
}

func (s *runSheet) drawRoom(c *ctx, cv widget.Canvas, w *model.Workshop) {
	n := len(w.People) + len(w.Accounts)
	if n == 0 {
		cv.TextIn(1, 0, cv.W()-2, "Nobody and nothing yet: a adds a participant, c chooses accounts.", theme.Quiet, widget.Left)
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
		name, tier := "an account that was deleted", ""
		if a := c.portfolio().Account(w.Accounts[i-len(w.People)]); a != nil {
			if name = a.Name; !c.modest() {
				tier = a.Tier.String()
			}
		}
		cv.TextIn(2, 0, 12, "account", theme.Quiet, widget.Left)
		cv.TextAuto(15, 0, cv.W()-30, name, st, widget.Left)
		cv.TextIn(cv.W()-15, 0, 14, tier, theme.Quiet, widget.Right)
	})
}
