package ui

import "accord/model"

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
func (c *ctx) mayRead(ref model.Ref, f model.Field) bool {
	return !c.modest() || c.portfolio().FitForRoom(ref, f) || f.Room && c.roomsOwn[ref.ID]
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

// roomSections are the sections of the plan.
var roomSections = []roomRow{
	{of: whySection, fit: partly, shows: "questions and levels, not notes and sources"},
	{of: positionSection, fit: partly, shows: "questions and levels, not notes and sources"},
	{of: receptivitySection, fit: partly, shows: "questions and levels, not notes and sources"},
	{of: attractivenessSection, fit: partly, shows: "questions and levels, not notes and sources"},
	{of: strengthSection, fit: partly, shows: "questions and levels, not notes and sources"},
	{of: stageSection, fit: partly, shows: "questions and levels, not notes and sources"},
	{of: figuresSection, fit: partly, shows: "revenue"},
	{of: whitespaceSection, shows: "what we could sell"},
	{of: customerSection, fit: partly, shows: "what is shared"},
	{of: valueSection, fit: partly, shows: "what is shared"},
	{of: charterSection, fit: partly, shows: "the charter, not the stage aimed at"},
	{of: swotSection, shows: "strengths and weaknesses"},
	{of: objectivesSection, fit: partly, shows: "what is shared"},
	{of: actionsSection, fit: partly, shows: "what is shared"},
	{of: competitorsSection, shows: "a text of ours"},
	{of: risksSection, shows: "what could go wrong"},
	{of: decisionsSection, fit: partly, shows: "what is shared"},
	{of: focusSection, shows: "a text of ours"},
	{of: alignmentSection, shows: "what we think of our team"},
	{of: reviewsSection, shows: "what was decided"},
	{of: notesSection, shows: "a text of ours"},
	{of: gapsSection, shows: "what we do not know"},
	{of: qualitySection, shows: "what we think of the plan"},
}

// roomLooks are the looks of the map.
var roomLooks = []roomRow{
	{of: lookTree, fit: partly, shows: "seats and names"},
	{of: lookDrawn, fit: partly, shows: "seats and names"},
	{of: lookMatrix, shows: "who of ours knows whom"},
	{of: lookZipper, shows: "who of ours knows whom"},
	{of: lookPaths, shows: "ways to people"},
}

// roomViews are the views of the portfolio.
var roomViews = []roomRow{
	{of: planeView, fit: partly, shows: "where accounts stand"},
	{of: paretoView, shows: "who brings what"},
	{of: whaleView, shows: "who brings what"},
	{of: wordsView, shows: "what a director should hear"},
	{of: rollView, shows: "sums"},
}

// columnKey is a column of the list of accounts in the table.
type columnKey string

// roomShown are the columns of the list of accounts.
var roomShown = []roomRow{
	{of: columnKey("name"), fit: open4all, shows: "the account"},
	{of: columnKey("s"), fit: open4all, shows: "the score"},
	{of: columnKey("seg"), fit: open4all, shows: "the quadrant"},
}

func (p *prompt) fitsRoom(c *ctx) bool {
	if p.kind == askPark && p.on != "" {
		w := c.portfolio().Programme().Workshop
		line := w.ParkedLine(model.ParkedID(p.on))
		return line != nil && c.mayReadParked(line)
	}
	return fitOf(roomPrompts, p.kind) != closed
}

func (p *pick) fitsRating() bool { return p.kind == pickWhose }

func (p *pick) fitsRoom(c *ctx) bool {
	if p.kind == pickField {
		f, err := model.FieldByKey(c.portfolio().Programme(), p.key)
		return err == nil && c.mayRead(p.ref, f)
	}
	return fitOf(roomPicks, p.kind) != closed
}

func (p *prose) fitsRoom(c *ctx) bool { return c.mayRead(p.ref, p.field) }

func (m *message) fitsRoom(c *ctx) bool { return c.fitSentence(m.head + "\n" + m.body) }

func (p *replacePage) fitsRoom(c *ctx) bool { return c.fitSentence(p.what) }

func (p *portfolioPage) fitsRoom(*ctx) bool {
	return fitOf(roomViews, p.view) != closed && !p.table && len(p.lost) == 0
}
