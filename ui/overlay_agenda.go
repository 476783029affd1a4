package ui

import (
	"cmp"
	"slices"
	"strconv"

	"accord/model"
	"accord/model/edit"
	"accord/model/score"
	"accord/ui/theme"
	"accord/ui/widget"
)

// agendaGrouping is how the agenda is put in groups.
type agendaGrouping uint8

const (
	byWeek agendaGrouping = iota
	byOwner
	byAccount
	byHour // the best moves over all accounts
	groupingCount
)

var groupingWords = [groupingCount]string{"by week", "by owner", "by account", "your next hour"}

// agendaPage is what is to be done over all accounts, overdue first.
type agendaPage struct {
	group agendaGrouping
	at    int
	rows  int
	made  struct { // what the entries are of
		scores *score.Scores
		group  agendaGrouping
		due    []score.Due
	}
	hour hourMsg
}

func (p *agendaPage) scopes(*ctx) []scope { return []scope{scopeAgenda, scopeMove} }

func (p *agendaPage) title(c *ctx) string {
	out := "Agenda"
	for i, w := range groupingWords {
		if agendaGrouping(i) == p.group {
			w = "[" + w + "]"
		}
		out += " " + c.glyphs.Sep + " " + w
	}
	return out
}

func (p *agendaPage) place(_ *ctx, screen widget.Rect) widget.Rect { return screen }

// due are the entries in the order of the grouping, made once for a state.
func (p *agendaPage) due(c *ctx) []score.Due {
	m := &p.made
	if m.scores != c.scores() || m.group != p.group {
		m.scores, m.group, m.due = c.scores(), p.group, c.scores().Agenda()
		if p.group == byOwner || p.group == byAccount {
			slices.SortStableFunc(m.due, func(a, b score.Due) int { return cmp.Compare(p.groupOf(c, &a), p.groupOf(c, &b)) })
		}
	}
	return m.due
}

// groupOf is the heading an entry stands under.
func (p *agendaPage) groupOf(c *ctx, d *score.Due) string {
	switch p.group {
	case byOwner:
		return cmp.Or(d.Owner, "nobody yet")
	case byAccount:
		return c.portfolio().Account(d.Account).Name
	}
	today := c.session.Today()
	switch {
	case !d.Day.Known():
		return "without a day"
	case d.Late(today) > 0:
		return "overdue"
	}
	monday := today.AddDays(-(int(today.Weekday()) + 6) % 7)
	switch weeks := d.Day.DaysSince(monday) / 7; weeks {
	case 0:
		return "this week"
	case 1:
		return "next week"
	default:
		return "week of " + monday.AddDays(7*weeks).Short()
	}
}

func (p *agendaPage) length(c *ctx) int {
	if p.group == byHour {
		return len(p.hour.moves)
	}
	return len(p.due(c))
}

func (p *agendaPage) handle(c *ctx, in Intent) Outcome {
	n := p.length(c)
	p.at = max(0, min(p.at, n-1))
	if to, ok := moveTo(in.Kind, p.at, n, max(2, p.rows)); ok {
		p.at = to
		return done()
	}
	switch in.Kind {
	case Cancel:
		return closing()
	case NextLook:
		p.group, p.at = (p.group+1)%groupingCount, 0
		if p.group == byHour {
			return doing(askingHour{})
		}
		return done()
	case Undo, Redo:
		return Outcome{}
	}
	if n == 0 {
		return done()
	}
	if p.group == byHour {
		return p.onMove(c, in)
	}
	d := p.due(c)[p.at]
	switch in.Kind {
	case Accept:
		return p.goTo(&d)
	case MarkDone:
		return p.done(c, &d)
	case Postpone:
		return p.postpone(c, &d, in.Text)
	case Reassign:
		return p.reassign(c, &d)
	}
	return done()
}

// goTo opens the account where the entry stands.
func (p *agendaPage) goTo(d *score.Due) Outcome {
	out := closing()
	out.Show(d.Account)
	out.Focus(panePlan)
	switch d.Kind {
	case score.DueContact:
		out.Focus(paneMap)
	case score.DueFact:
		out.Again(Intent{Kind: PickSection, Text: "importance"})
	default:
		out.add(Revealing{edit.Place{Account: d.Account, Field: d.ID}})
	}
	return out
}

func (p *agendaPage) done(c *ctx, d *score.Due) Outcome {
	today := c.session.Today().String()
	var out Outcome
	switch d.Kind {
	case score.DueAction:
		out = change(edit.CompleteAction{Account: d.Account, ID: model.ActionID(d.ID), Next: model.ActionID(c.session.NewID())})
	case score.DueReview:
		ref := edit.Ref{Account: d.Account, Of: edit.OfReview, ID: d.ID}
		out = change(edit.SetField{Ref: ref, Key: "review.held", Value: "yes"}, edit.SetField{Ref: ref, Key: "review.date", Value: today})
	case score.DueContact:
		out = change(edit.SetField{Ref: edit.Ref{Account: d.Account, Of: edit.OfTie, ID: d.ID}, Key: "tie.last_contact", Value: today})
	default:
		return refuse("Old answers are asked again in the plan: enter goes there.")
	}
	out.Say("done: " + oneLine(d.Text) + " (u takes it back)")
	return out
}

// postpone asks for a day, and sets it once it is typed.
func (p *agendaPage) postpone(c *ctx, d *score.Due, text string) Outcome {
	key := map[score.DueKind]string{score.DueAction: "action.due", score.DueReview: "review.date"}[d.Kind]
	if key == "" {
		return refuse("Only actions and reviews have a day of their own.")
	}
	if text == "" {
		return open(newPrompt(askPostpone, "", "+1w"))
	}
	day, err := ParseDay(text, c.session.Today())
	if err != nil {
		return refuse(sentence(err))
	}
	of := edit.OfAction
	if d.Kind == score.DueReview {
		of = edit.OfReview
	}
	out := change(edit.SetField{Ref: edit.Ref{Account: d.Account, Of: of, ID: d.ID}, Key: key, Value: day.String()})
	out.Say("moved to " + day.Short() + ": " + oneLine(d.Text))
	return out
}

func (p *agendaPage) reassign(c *ctx, d *score.Due) Outcome {
	if d.Kind != score.DueAction {
		return refuse("Only actions have an owner of their own.")
	}
	var all []choice
	for _, m := range c.portfolio().Programme().Team {
		all = append(all, choice{m.Name, m.Name})
	}
	if len(all) == 0 {
		return refuse("Nobody of ours yet: f2 adds our people.")
	}
	pick := newPick(pickField, "Whose is it?", all, d.Owner)
	pick.ref, pick.key = edit.Ref{Account: d.Account, Of: edit.OfAction, ID: d.ID}, "action.owner"
	return open(pick)
}

func (p *agendaPage) draw(c *ctx, cv widget.Canvas, _ bool) {
	body := hint(cv, "d done · p postpone · r reassign · enter goes there · v another grouping · esc back")
	if p.group == byHour {
		p.drawHour(c, body)
		return
	}
	due := p.due(c)
	if len(due) == 0 {
		body.TextIn(1, 0, body.W()-2, "Nothing is due: no open action, no planned review, no contact that is overdue. g n shows what could be done.", theme.Quiet, widget.Left)
		return
	}
	p.at = max(0, min(p.at, len(due)-1))
	p.rows = body.H()
	top := max(0, min(p.at-p.rows/2, len(due)-1))
	group := ""
	for y := 0; y < body.H() && top < len(due); top++ {
		if g := p.groupOf(c, &due[top]); g != group {
			group = g
			if y > 0 {
				y++
			}
			if y < body.H() {
				body.TextIn(1, y, body.W()-2, g+p.countWords(c, due, top, g), theme.Header, widget.Left)
			}
			y++
		}
		if y < body.H() {
			p.drawDue(c, body, y, &due[top], top == p.at)
		}
		y++
	}
}

// countWords says how many entries follow under a heading.
func (p *agendaPage) countWords(c *ctx, due []score.Due, from int, group string) string {
	n := 0
	for from+n < len(due) && p.groupOf(c, &due[from+n]) == group {
		n++
	}
	return "  " + strconv.Itoa(n)
}

func (p *agendaPage) drawDue(c *ctx, cv widget.Canvas, y int, d *score.Due, cursor bool) {
	if cursor {
		cv.Mark(widget.Rect{Y: y, W: cv.W(), H: 1}, theme.FocusMark)
		cv.Text(0, y, cv.Glyphs().Cursor, theme.Accent)
	}
	st, day := theme.Plain, "–"
	if d.Day.Known() {
		day = d.Day.Short()
	}
	if late := d.Late(c.session.Today()); late > 0 {
		st = theme.Bad
		day = strconv.Itoa(late) + " d late"
	}
	owner, account := min(16, cv.W()/5), min(22, cv.W()/4)
	x := 24
	cv.TextIn(2, y, 11, day, st, widget.Left)
	if cv.W() < 80 { // what is to be done matters more than its kind and whose it is
		x, owner = 14, 0
	} else {
		cv.TextIn(14, y, 9, d.Kind.String(), theme.Quiet, widget.Left)
	}
	room := cv.W() - x - 1 - owner - account
	cv.TextAuto(x, y, room, oneLine(d.Text), theme.Plain, widget.Left)
	cv.TextIn(x+1+room, y, owner-1, cmp.Or(d.Owner, "nobody yet"), theme.Quiet, widget.Left)
	cv.TextIn(x+1+room+owner, y, account-1, c.portfolio().Account(d.Account).Name, theme.Plain, widget.Left)
}
