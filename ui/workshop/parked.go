package workshop

import (
	"cmp"
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
	"accord/ui/theme"
	"accord/ui/widget"
)

// onParked makes of the line under the cursor what it is to be.
func (s *RunSheet) onParked(c *kit.Context, w *model.Workshop, in keys.Intent) kit.Outcome {
	if in.Kind == keys.Add {
		return kit.Ask(keys.Intent{Kind: keys.ParkLine})
	}
	if len(w.Parked) == 0 {
		return kit.Outcome{}
	}
	line := w.Parked[s.at[sheetParked]]
	switch in.Kind {
	case keys.Rate:
		return s.turn(c, &line, model.ParkedEnd(in.N))
	case keys.AcceptSuggestion:
		return s.turnAll(c, w)
	case keys.Accept, keys.EditHere:
		if line.End != model.ParkedWaits {
			return kit.Refuse(words.T("workshop.already-change-plan-or-make", words.Here(line.End.String())))
		}
		p := AskLine(string(line.ID), parkedWords(c, &line))
		p.Where, p.About = line.Where, line.Account
		return kit.Open(p)
	case keys.ForCustomer:
		return s.share(c, &line)
	case keys.CycleRole:
		line.Kind = (line.Kind + 1) % 3
		return kit.Change(edit.Park{Parked: line})
	case keys.Delete:
		out := kit.Change(edit.RemoveParked{ID: line.ID})
		out.Say(words.T("workshop.deleted-u-brings-back"))
		return out
	}
	return kit.Outcome{}
}

// turn makes one line an action, something to find out, a decision, or nothing.
func (s *RunSheet) turn(c *kit.Context, line *model.Parked, into model.ParkedEnd) kit.Outcome {
	if into != model.ParkedSetAside && c.Portfolio().Account(line.Account) == nil {
		return kit.Refuse(words.T("workshop.about-no-account-yet-c"))
	}
	ch := edit.TurnParked{ID: line.ID, Into: into, Made: c.Session.NewID()}
	if _, err := c.Session.Try(ch); err != nil {
		return kit.Refuse(kit.Sentence(err))
	}
	out := kit.Change(ch)
	out.Say(words.Here(into.String()) + ": " + kit.OneLine(line.Text))
	if line.End != model.ParkedWaits {
		out.Say(words.T("workshop.instead-of", words.Here(into.String()), words.Here(line.End.String()), kit.OneLine(line.Text)))
	}
	return out
}

// endOf is what a kind of line becomes by itself.
var endOf = map[model.ParkedKind]model.ParkedEnd{model.ParkedQuestion: model.BecameGap, model.ParkedDecision: model.BecameDecision, model.ParkedAction: model.BecameAction}

// turnAll makes of all lines that wait what they say they are.
func (s *RunSheet) turnAll(c *kit.Context, w *model.Workshop) kit.Outcome {
	var turned []edit.Change
	left := 0
	for i := range w.Parked {
		line := &w.Parked[i]
		switch {
		case line.End != model.ParkedWaits:
		case c.Portfolio().Account(line.Account) == nil:
			left++
		default:
			turned = append(turned, edit.TurnParked{ID: line.ID, Into: endOf[line.Kind], Made: c.Session.NewID()})
		}
	}
	switch {
	case len(turned) == 0 && left == 0:
		return kit.Refuse(words.T("workshop.no-line-waiting"))
	case len(turned) == 0:
		return kit.Refuse(words.T("workshop.about-no-account-c-says", left))
	}
	said := words.T("workshop.put-into-plans-u-takes", len(turned))
	if left > 0 {
		said += " · " + words.T("workshop.about-no-account", left)
	}
	out := kit.Change(turned...)
	out.Say(said)
	return out
}

// AskLine asks for a line to park; on is one that is parked already.
func AskLine(on, text string) *kit.Prompt {
	p := kit.NewPrompt(kit.AskPark, on, text)
	p.Preview, p.Makes = parkPreview, parks
	return p
}

// parks is the line that was typed, parked.
func parks(c *kit.Context, p *kit.Prompt, text string) kit.Outcome {
	line := ReadParked(c, text, p.About)
	line.ID, line.Where = model.ParkedID(cmp.Or(p.On, c.Session.NewID())), p.Where
	out := kit.Change(edit.Park{Parked: line})
	out.Say(parkedNow(c, &line))
	return out
}

// parkPreview says how a line is understood while it is typed.
func parkPreview(c *kit.Context, p *kit.Prompt) string {
	if strings.TrimSpace(p.Input.Text()) == "" {
		return words.T("workshop.question-decision-al-does-what")
	}
	line := ReadParked(c, p.Input.Text(), p.About)
	if line.Account != "" {
		return parkedAs(c, &line) + " · " + words.T("workshop.enter", p.Verb())
	}
	return strings.Join(
		[]string{
			parkedAs(c, &line),
			words.T("workshop.no-account"),
			words.T("workshop.enter", p.Verb()),
			words.T("workshop.name-colon-front-say-which"),
		},
		" · ",
	)
}

// parkedAs is how a line is understood, in words.
func parkedAs(c *kit.Context, line *model.Parked) string {
	out := words.Here(line.Kind.String())
	for _, part := range []string{line.Who, model.Date.Short(line.When)} {
		if part != "" && part != "–" {
			out += " · " + part
		}
	}
	if a := c.Portfolio().Account(line.Account); a != nil {
		out += " · " + a.Name
	}
	return out
}

// parkedNow tells that a line was parked and as what; its words only where they may
// be seen.
func parkedNow(c *kit.Context, line *model.Parked) string {
	out := words.T("workshop.parked-2", parkedAs(c, line))
	if !c.Session.Hidden() {
		out += ": " + kit.OneLine(line.Text)
	}
	return out
}

func (s *RunSheet) drawParked(c *kit.Context, cv widget.Canvas, w *model.Workshop) {
	if len(w.Parked) == 0 {
		cv.TextIn(1, 0, cv.W()-2, words.T("workshop.nothing-parked-f8-catches-line"), theme.Quiet, widget.Left)
		return
	}
	s.lines(c, cv, len(w.Parked), func(cv widget.Canvas, i int, st theme.Style) {
		p := &w.Parked[i]
		kind := words.Here(p.Kind.String())
		if p.End != model.ParkedWaits {
			kind, st = c.Glyphs.Check+" "+words.Here(p.End.String()), theme.Quiet
			if sharedLine(c, p) {
				kind += " " + c.Glyphs.Gives
			}
		}
		who := strings.TrimSpace(p.Who)
		if p.When.Known() {
			who = strings.TrimSpace(who + "  " + p.When.Short())
		}
		about := words.T("workshop.no-account")
		if a := c.Portfolio().Account(p.Account); a != nil {
			about = a.Name
		}
		account, side := min(20, cv.W()/4), 0
		switch {
		case cv.W() >= 100:
			side = 26 // a name and a whole day
		case cv.W() >= 80:
			side = 20
		}
		cv.TextIn(2, 0, 13, kind, theme.Quiet, widget.Left)
		text, side2 := kit.OneLine(p.Text), cmp.Or(who, p.Where)
		if !c.MayReadParked(p) {
			text, side2 = words.T("workshop.not-shown-projector", c.Glyphs.Shade[0]), ""
		}
		cv.TextAuto(16, 0, cv.W()-18-account-side, text, st, widget.Left)
		if side > 0 {
			cv.TextIn(cv.W()-account-side-1, 0, side-1, side2, theme.Quiet, widget.Left)
		}
		cv.TextIn(cv.W()-account-1, 0, account, about, theme.Quiet, widget.Left)
	})
}

// share lets the customer read what a parked line became, or no more.
func (s *RunSheet) share(c *kit.Context, line *model.Parked) kit.Outcome {
	a := c.Portfolio().Account(line.Account)
	if a == nil || line.End != model.BecameAction && line.End != model.BecameDecision {
		return kit.Refuse(words.T("workshop.make-action-1-or-decision"))
	}
	var out kit.Outcome
	value := "yes"
	switch x, d := a.Action(model.ActionID(line.Made)), a.Decision(model.DecisionID(line.Made)); {
	case line.End == model.BecameAction && x == nil:
		return kit.Refuse(words.T("workshop.action-deleted-1-makes-again"))
	case line.End == model.BecameAction:
		if x.Shared {
			value = "no"
		}
		out = kit.Change(
			edit.SetField{Ref: edit.Ref{Account: a.ID, Of: edit.OfAction, ID: line.Made}, Key: "action.shared", Value: value},
		)
	case d == nil: // an older program wrote it into the words of a review
		made := c.Session.NewID()
		out = kit.Change(edit.Together{edit.TurnParked{ID: line.ID, Into: model.BecameDecision, Made: made},
			edit.SetField{Ref: edit.Ref{Account: a.ID, Of: edit.OfDecision, ID: made}, Key: "decision.shared", Value: value}})
	default:
		if d.Shared == model.IsShared {
			value = "no"
		}
		out = kit.Change(
			edit.SetField{
				Ref:   edit.Ref{Account: a.ID, Of: edit.OfDecision, ID: line.Made},
				Key:   "decision.shared",
				Value: value,
			},
		)
	}
	out.Say(words.T("workshop.ours-alone", kit.OneLine(line.Text)))
	if value == "yes" {
		out.Say(words.T("workshop.shared-with", a.Name, kit.OneLine(line.Text)))
	}
	return out
}

// sharedLine reports whether the customer may read what a parked line became.
func sharedLine(c *kit.Context, line *model.Parked) bool {
	a := c.Portfolio().Account(line.Account)
	if a == nil {
		return false
	}
	switch line.End {
	case model.BecameAction:
		x := a.Action(model.ActionID(line.Made))
		return x != nil && x.Shared
	case model.BecameDecision:
		d := a.Decision(model.DecisionID(line.Made))
		return d != nil && d.Shared == model.IsShared
	}
	return false
}
