package ui

import (
	"accord/model"
	"accord/model/edit"
)

// fit says how far something may be shown to a room. The zero value is closed: a
// page, a section or a list that is not in its table shows nothing on a projector.
type fit uint8

const (
	closed fit = iota
	partly     // some of it
	open4all
)

// roomRow is one row of a table of what a room may see of the parts of pages; the
// pages themselves stand in the table of screens.
type roomRow struct {
	of    any // a section, a look, a kind of prompt or list
	fit   fit
	shows string // what of it is shown, or why nothing is
}

// fitOf is how far something in a table may be shown, closed where it is not there.
func fitOf(rows []roomRow, of any) fit {
	for i := range rows {
		if rows[i].of == of {
			return rows[i].fit
		}
	}
	return closed
}

// mayShow reports whether the screen may show a part now.
func (c *ctx) mayShow(rows []roomRow, of any) bool { return !c.modest() || fitOf(rows, of) != closed }

// mayRead reports whether the screen may show a field of a thing now: as the
// registry says, or because it was typed before the room.
func (c *ctx) mayRead(ref edit.Ref, f edit.Field) bool {
	return !c.modest() || edit.FitForRoom(c.portfolio(), ref, f) || f.Room && c.roomsOwn[ref.ID]
}

// roomPrompts are the questions: those with nothing stored in them, or only what
// the page below shows.
var roomPrompts = []roomRow{
	{of: askAccount, fit: open4all, shows: "what is typed"}, {of: askCopy, fit: open4all, shows: "a name"},
	{of: askSeat, fit: open4all, shows: "what is typed"}, {of: askSeatBelow, fit: open4all, shows: "what is typed"},
	{of: askSeatAbove, fit: open4all, shows: "what is typed"}, {of: askPerson, fit: open4all, shows: "a name"},
	{of: askMember, fit: open4all, shows: "what is typed"}, {of: askObjective, fit: open4all, shows: "what is typed"},
	{of: askAction, fit: open4all, shows: "what is typed"}, {of: askInsight, fit: open4all, shows: "what is typed"},
	{of: askValue, fit: open4all, shows: "what is typed"}, {of: askPark, fit: partly, shows: "a new line, or one the room knows"},
	{of: askRaters, fit: open4all, shows: "initials"}, {of: askStep, fit: open4all, shows: "a step"},
	{of: askParticipant, fit: open4all, shows: "who takes part"}, {of: askTitle, fit: open4all, shows: "the workshop's title"},
	{of: askFolder, fit: open4all, shows: "a folder"}, {of: askPoint, shows: "a section of ours"}, {of: askRisk, shows: "a section of ours"},
	{of: askReview, shows: "a section of ours"}, {of: askCell, shows: "a section of ours"}, {of: askDecision, fit: open4all, shows: "what is typed"}, {of: askStepNote, shows: "for who leads"},
	{of: askSnapshot, shows: "a page of ours"}, {of: askPostpone, shows: "a page of ours"}, {of: askReport, shows: "a page of ours"},
	{of: askFaults, shows: "a page of ours"},
}

// roomPicks are the lists of choices.
var roomPicks = []roomRow{
	{of: pickField, fit: partly, shows: "the choices of a field that is fit"}, {of: pickSort, fit: open4all, shows: "columns"},
	{of: pickSection, fit: open4all, shows: "sections"}, {of: pickBoss, fit: open4all, shows: "seats and names"},
	{of: pickMerge, fit: open4all, shows: "names"}, {of: pickScreen, fit: open4all, shows: "screens"},
	{of: pickScope, fit: open4all, shows: "accounts"}, {of: pickParked, fit: open4all, shows: "accounts"},
	{of: pickMet, shows: "who knows whom"}, {of: pickPack, shows: "a page of ours"}, {of: pickGoal, shows: "what they told us"},
	{of: pickJudge, shows: "how we judge a person"}, {of: pickRestore, shows: "a page of ours"}, {of: pickColumn, shows: "a page of ours"},
	{of: pickWhose, fit: open4all, shows: "accounts in scope"},
	{of: pickEdge, shows: "who gets on with whom"},
}

func (p *prompt) FitsRoom(c *ctx) bool {
	if p.kind == askPark && p.on != "" {
		w := c.portfolio().Programme().Workshop
		line := w.ParkedLine(model.ParkedID(p.on))
		return line != nil && c.mayReadParked(line)
	}
	return fitOf(roomPrompts, p.kind) != closed
}

func (p *pick) FitsRating() bool { return p.kind == pickWhose }

func (p *pick) FitsRoom(c *ctx) bool {
	if p.kind == pickField {
		f, err := edit.FieldByKey(c.portfolio().Programme(), p.key)
		return err == nil && c.mayRead(p.ref, f)
	}
	return fitOf(roomPicks, p.kind) != closed
}

func (p *prose) FitsRoom(c *ctx) bool { return c.mayRead(p.ref, p.field) }

func (m *message) FitsRoom(c *ctx) bool { return c.fitSentence(m.head + "\n" + m.body) }

func (p *replacePage) FitsRoom(c *ctx) bool { return c.fitSentence(p.what) }
