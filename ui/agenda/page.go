package agenda

import (
	"cmp"
	"slices"
	"strconv"

	"accord/model"
	"accord/model/edit"
	"accord/model/score"
	"accord/model/words"
	"accord/ui/keys"
	"accord/ui/kit"
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

var groupingWords = words.Table(func() [groupingCount]string {
	return [groupingCount]string{words.T("agenda.by-week"), words.T("agenda.by-owner"), words.T("agenda.by-account"), words.T("agenda.your-next-hour")}
})

// Page is what is to be done over all accounts, overdue first.
type Page struct {
	group agendaGrouping
	at    int
	rows  int
	made  struct { // what the entries are of
		scores *score.Scores
		group  agendaGrouping
		due    []score.Due
		owner  int // cells that the widest of the owners takes, and of the accounts
		name   int
	}
	Hour hourMsg
}

func (p *Page) Scopes(*kit.Context) []keys.Scope {
	return []keys.Scope{keys.ScopeAgenda, keys.ScopeMove}
}

func (p *Page) Title(c *kit.Context) string {
	out := words.T("agenda.agenda")
	for i, w := range groupingWords() {
		if agendaGrouping(i) == p.group {
			w = "[" + w + "]"
		}
		out += " " + c.Glyphs.Sep + " " + w
	}
	return out
}

func (p *Page) Place(_ *kit.Context, screen widget.Rect) widget.Rect { return screen }

// due are the entries in the order of the grouping, made once for a state.
func (p *Page) due(c *kit.Context) []score.Due {
	m := &p.made
	if m.scores != c.Scores() || m.group != p.group {
		m.scores, m.group, m.due = c.Scores(), p.group, c.Scores().Agenda()
		if p.group == byOwner || p.group == byAccount {
			slices.SortStableFunc(m.due, func(a, b score.Due) int { return cmp.Compare(p.groupOf(c, &a), p.groupOf(c, &b)) })
		}
		m.owner, m.name = widget.Width(words.T("agenda.nobody-yet")), 0
		for i := range m.due {
			m.owner = max(m.owner, widget.Width(m.due[i].Owner))
			m.name = max(m.name, widget.Width(c.Portfolio().Account(m.due[i].Account).Name))
		}
	}
	return m.due
}

// groupOf is the heading an entry stands under.
func (p *Page) groupOf(c *kit.Context, d *score.Due) string {
	switch p.group {
	case byOwner:
		return cmp.Or(d.Owner, words.T("agenda.nobody-yet"))
	case byAccount:
		return c.Portfolio().Account(d.Account).Name
	}
	today := c.Session.Today()
	switch {
	case !d.Day.Known():
		return words.T("agenda.without-day")
	case d.Late(today) > 0:
		return words.Here("overdue")
	}
	monday := today.AddDays(-(int(today.Weekday()) + 6) % 7)
	switch weeks := d.Day.DaysSince(monday) / 7; weeks {
	case 0:
		return words.T("agenda.this-week")
	case 1:
		return words.T("agenda.next-week")
	default:
		return words.T("agenda.week-of", monday.AddDays(7*weeks).Short())
	}
}

func (p *Page) length(c *kit.Context) int {
	if p.group == byHour {
		return len(p.Hour.Moves)
	}
	return len(p.due(c))
}

// goTo opens the account where the entry stands.
func (p *Page) goTo(d *score.Due) kit.Outcome {
	out := kit.Close()
	out.Show(d.Account)
	out.Focus(kit.PanePlan)
	switch d.Kind {
	case score.DueContact:
		out.Focus(kit.PaneMap)
	case score.DueFact:
		out.Again(keys.Intent{Kind: keys.PickSection, Text: words.T("agenda.importance")})
	default:
		out.Add(kit.Revealing{Place: edit.Place{Account: d.Account, Field: d.ID}})
	}
	return out
}

func (p *Page) done(c *kit.Context, d *score.Due) kit.Outcome {
	today := c.Session.Today().String()
	var out kit.Outcome
	switch d.Kind {
	case score.DueAction:
		out = kit.Change(
			edit.CompleteAction{Account: d.Account, ID: model.ActionID(d.ID), Next: model.ActionID(c.Session.NewID())},
		)
	case score.DueReview:
		ref := edit.Ref{Account: d.Account, Of: edit.OfReview, ID: d.ID}
		out = kit.Change(
			edit.SetField{Ref: ref, Key: "review.date", Value: today}, // first: what is to come was not held
			edit.SetField{Ref: ref, Key: "review.held", Value: "yes"},
		)
	case score.DueContact:
		out = kit.Change(
			edit.SetField{Ref: edit.Ref{Account: d.Account, Of: edit.OfTie, ID: d.ID}, Key: "tie.last_contact", Value: today},
		)
	default:
		return kit.Refuse(words.T("agenda.old-answers-asked-again-plan"))
	}
	out.Say(words.T("agenda.done-u-takes-back", kit.OneLine(d.Text)))
	return out
}

// postpone asks for a day, and sets it once it is typed.
func (p *Page) postpone(c *kit.Context, d *score.Due, text string) kit.Outcome {
	key := map[score.DueKind]string{score.DueAction: "action.due", score.DueReview: "review.date"}[d.Kind]
	if key == "" {
		return kit.Refuse(words.T("agenda.only-actions-reviews-day-their"))
	}
	if text == "" {
		return kit.Open(kit.NewPrompt(kit.AskPostpone, "", "+1w"))
	}
	day, err := kit.ParseDay(text, c.Session.Today())
	if err != nil {
		return kit.Refuse(kit.Sentence(err))
	}
	of := edit.OfAction
	if d.Kind == score.DueReview {
		of = edit.OfReview
	}
	out := kit.Change(edit.SetField{Ref: edit.Ref{Account: d.Account, Of: of, ID: d.ID}, Key: key, Value: day.String()})
	out.Say(words.T("agenda.moved-to", day.Short(), kit.OneLine(d.Text)))
	return out
}

func (p *Page) reassign(c *kit.Context, d *score.Due) kit.Outcome {
	if d.Kind != score.DueAction {
		return kit.Refuse(words.T("agenda.only-actions-owner-their-own"))
	}
	var all []kit.Choice
	for _, m := range c.Portfolio().Programme().Team {
		all = append(all, kit.Choice{Word: m.Name, Value: m.Name})
	}
	if len(all) == 0 {
		return kit.Refuse(words.T("agenda.nobody-ours-yet-f2-adds"))
	}
	pick := kit.NewPick(kit.PickField, words.T("agenda.whose-is-it"), all, d.Owner)
	pick.Ref, pick.Key = edit.Ref{Account: d.Account, Of: edit.OfAction, ID: d.ID}, "action.owner"
	return kit.Open(pick)
}

// countWords says how many entries follow under a heading.
func (p *Page) countWords(c *kit.Context, due []score.Due, from int, group string) string {
	n := 0
	for from+n < len(due) && p.groupOf(c, &due[from+n]) == group {
		n++
	}
	return "  " + strconv.Itoa(n)
}

func (p *Page) drawDue(c *kit.Context, cv widget.Canvas, y int, d *score.Due, cursor bool) {
	if cursor {
		cv.Mark(widget.Rect{Y: y, W: cv.W(), H: 1}, theme.FocusMark)
		cv.Text(0, y, cv.Glyphs().Cursor, theme.Accent)
	}
	st, day := theme.Plain, "–"
	if d.Day.Known() {
		day = d.Day.Short()
	}
	if late := d.Late(c.Session.Today()); late > 0 {
		st = theme.Bad
		day = words.T("agenda.d-late", late)
	}
	// What the owners and accounts do not need goes to what is to be done.
	owner, account := min(p.made.owner+2, 16, cv.W()/5), min(p.made.name+1, 22, cv.W()/4)
	x := 22
	cv.TextIn(2, y, 11, day, st, widget.Left)
	if cv.W() < 80 { // what is to be done matters more than its kind and whose it is
		x, owner = 14, 0
	} else {
		cv.TextIn(14, y, 7, words.Here(d.Kind.String()), theme.Quiet, widget.Left)
	}
	room := cv.W() - x - 1 - owner - account
	cv.TextAuto(x, y, room, kit.OneLine(d.Text), theme.Plain, widget.Left)
	cv.TextIn(x+1+room, y, owner-1, cmp.Or(d.Owner, words.T("agenda.nobody-yet")), theme.Quiet, widget.Left)
	cv.TextIn(x+1+room+owner, y, account-1, c.Portfolio().Account(d.Account).Name, theme.Plain, widget.Left)
}

// takesHour shows the next hour, where the page is about it.
func (p *Page) takesHour(m hourMsg) bool {
	if p.group == byHour {
		p.Hour = m
	}
	return p.group == byHour
}
