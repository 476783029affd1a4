package ui

import (
	"reflect"

	"accord/model"
)

// fit says how far something may be shown to a room. The zero value is closed: a
// page, a section or a list that is not in the table shows nothing on a projector.
type fit uint8

const (
	closed fit = iota
	partly     // some of it: fits says which
	open4all
)

// roomRow is one row of the table of what a room may see.
type roomRow struct {
	of    any // an overlay of the type, a section, a look, a kind of prompt or list
	fit   fit
	shows string // what of it is shown, or why nothing is
	// fits narrows a row that is partly fit; nil where the parts see to it themselves.
	fits func(*ctx, overlay) bool
}

// roomTable lists every page, section, look, prompt and list there is. A test reads
// the sources and demands a row of each; those that are closed stand here too, so
// that leaving one out is seen.
var roomTable []roomRow

func init() { // functions of pages look things up in the table
	roomTable = []roomRow{
		// pages
		{of: &agendaPage{}, shows: "actions, reviews and flags of all accounts"},
		{of: &ballotPage{}, fit: partly, shows: "questions, who has answered, the result; never why"},
		{of: &closedField{}, fit: open4all, shows: "that something is not shown"},
		{of: &comparePage{}, shows: "what changed between two moments"},
		{of: &copiesPage{}, shows: "copies of the file"},
		{of: &deletePage{}, shows: "how much there is of a thing, and what it is called"},
		{of: &explain{}, shows: "figures of ours behind a score"},
		{of: &focusPage{}, fit: partly, shows: "the question, its levels, what they make of score and quadrant"},
		{of: &help{}, fit: open4all, shows: "keys"},
		{of: &historyPage{}, shows: "every edit"},
		{of: &importDiff{}, shows: "what is in a file"},
		{of: &importer{}, shows: "what is in a file"},
		{of: &judge{}, shows: "how we judge a person"},
		{of: &leavePage{}, shows: "whom we would lose"},
		{of: &loadPage{}, shows: "our people and their load"},
		{of: &lockPage{}, fit: open4all, shows: "the question for the passphrase"},
		{of: &mergePage{}, shows: "what two people changed"},
		{of: &message{}, fit: partly, shows: "sentences without words of ours", fits: fitMessage},
		{of: &method{}, shows: "weights and settings"},
		{of: &movesPage{}, shows: "what we could do next"},
		{of: &ourselvesPage{}, shows: "what we think of ourselves"},
		{of: &palette{}, fit: open4all, shows: "commands and the names of accounts"},
		{of: &pastePage{}, shows: "cells of a spreadsheet"},
		{of: &phrasePage{}, fit: open4all, shows: "the question for a passphrase"},
		{of: &pick{}, fit: partly, shows: "the lists below that are fit", fits: fitPick},
		{of: &places{}, fit: open4all, shows: "places to go to"},
		{of: &portfolioPage{}, fit: partly, shows: "the plane", fits: fitPortfolio},
		{of: &prompt{}, fit: partly, shows: "the questions below that are fit", fits: fitPrompt},
		{of: &prose{}, fit: partly, shows: "a text whose field is fit", fits: fitProse},
		{of: &recoveryPage{}, shows: "what opens the file"},
		{of: &replacePage{}, fit: partly, shows: "names of files", fits: fitReplace},
		{of: &reportPage{}, shows: "a document before it is written"},
		{of: &revealPage{}, fit: open4all, shows: "the question for a word"},
		{of: &runSheet{}, fit: partly, shows: "steps, ratings, who and what; parked lines as far as they are shared or were typed before the room"},
		{of: &sheet{}, shows: "every field of a thing"},
		{of: &sorting{}, shows: "contribution, lifetime value, tier"},
		{of: &towsPage{}, shows: "strengths and weaknesses"},
		{of: &welcome{}, fit: open4all, shows: "what to begin with"},
		{of: &whatIf{}, shows: "what was tried"},

		// sections of the plan
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

		// looks
		{of: lookTree, fit: partly, shows: "seats and names"},
		{of: lookDrawn, fit: partly, shows: "seats and names"},
		{of: lookMatrix, shows: "who of ours knows whom"},
		{of: lookZipper, shows: "who of ours knows whom"},
		{of: lookPaths, shows: "ways to people"},
		{of: planeView, fit: partly, shows: "where accounts stand"},
		{of: paretoView, shows: "who brings what"},
		{of: whaleView, shows: "who brings what"},
		{of: wordsView, shows: "what a director should hear"},
		{of: rollView, shows: "sums"},

		// columns and the strip
		{of: columnKey("name"), fit: open4all, shows: "the account"},
		{of: columnKey("s"), fit: open4all, shows: "the score"},
		{of: columnKey("seg"), fit: open4all, shows: "the quadrant"},
	}
	roomTable = append(roomTable, roomPrompts...)
	roomTable = append(roomTable, roomPicks...)
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

// columnKey is a column of the list of accounts in the table.
type columnKey string

// tableKey is what a thing is found by in the table: a page by its type.
func tableKey(of any) any {
	if o, ok := of.(overlay); ok {
		return reflect.TypeOf(o)
	}
	return of
}

// roomOf is the row of a thing, closed where there is none.
func roomOf(of any) roomRow {
	key := tableKey(of)
	for i := range roomTable {
		if tableKey(roomTable[i].of) == key {
			return roomTable[i]
		}
	}
	return roomRow{of: of}
}

// mayShow reports whether the screen may show a thing now.
func (c *ctx) mayShow(of any) bool { return !c.modest() || roomOf(of).fit != closed }

// mayOpen reports whether the screen may show a page as it is now.
func (c *ctx) mayOpen(o overlay) bool {
	if o == nil || !c.modest() {
		return true
	}
	row := roomOf(o)
	return row.fit == open4all || row.fit == partly && (row.fits == nil || row.fits(c, o))
}

// mayRead reports whether the screen may show a field of a thing now: as the
// registry says, or because it was typed before the room.
func (c *ctx) mayRead(ref model.Ref, f model.Field) bool {
	return !c.modest() || c.portfolio().FitForRoom(ref, f) || f.Room && c.roomsOwn[ref.ID]
}

func fitPrompt(c *ctx, o overlay) bool {
	p := o.(*prompt)
	if p.kind == askPark && p.on != "" {
		w := c.portfolio().Programme().Workshop
		line := w.ParkedLine(model.ParkedID(p.on))
		return line != nil && c.mayReadParked(line)
	}
	return roomOf(p.kind).fit != closed
}

func fitPick(c *ctx, o overlay) bool {
	p := o.(*pick)
	if p.kind == pickField {
		f, err := model.FieldByKey(c.portfolio().Programme(), p.key)
		return err == nil && c.mayRead(p.ref, f)
	}
	return roomOf(p.kind).fit != closed
}

func fitProse(c *ctx, o overlay) bool { return c.mayRead(o.(*prose).ref, o.(*prose).field) }

func fitMessage(c *ctx, o overlay) bool {
	return c.fitSentence(o.(*message).head + "\n" + o.(*message).body)
}

func fitReplace(c *ctx, o overlay) bool { return c.fitSentence(o.(*replacePage).what) }

func fitPortfolio(_ *ctx, o overlay) bool {
	p := o.(*portfolioPage)
	return roomOf(p.view).fit != closed && !p.table && len(p.lost) == 0
}
