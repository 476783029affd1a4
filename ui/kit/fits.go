package kit

import (
	"accord/model"
	"accord/model/edit"
)

// fit says how far something may be shown to a room. The zero value is closed: a
// page, a section or a list that is not in its table shows nothing on a projector.
type fit uint8

const (
	Closed fit = iota
	Partly     // some of it
	Open4All
)

// RoomRow is one row of a table of what a room may see of the parts of pages; the
// pages themselves stand in the table of screens.
type RoomRow struct {
	Of    any // a section, a look, a kind of prompt or list
	Fit   fit
	Shows string // what of it is shown, or why nothing is
}

// FitOf is how far something in a table may be shown, closed where it is not there.
func FitOf(rows []RoomRow, of any) fit {
	for i := range rows {
		if rows[i].Of == of {
			return rows[i].Fit
		}
	}
	return Closed
}

// MayShow reports whether the screen may show a part now.
func (c *Context) MayShow(rows []RoomRow, of any) bool {
	return !c.Modest() || FitOf(rows, of) != Closed
}

// MayRead reports whether the screen may show a field of a thing now: as the
// registry says, or because it was typed before the room.
func (c *Context) MayRead(ref edit.Ref, f edit.Field) bool {
	return !c.Modest() || edit.FitForRoom(c.Portfolio(), ref, f) || f.Room && c.RoomsOwn[ref.ID]
}

// RoomPrompts are the questions: those with nothing stored in them, or only what
// the page below shows.
var RoomPrompts = []RoomRow{
	{Of: AskAccount, Fit: Open4All, Shows: "what is typed"}, {Of: AskCopy, Fit: Open4All, Shows: "a name"},
	{Of: AskSeat, Fit: Open4All, Shows: "what is typed"}, {Of: AskSeatBelow, Fit: Open4All, Shows: "what is typed"},
	{Of: AskSeatAbove, Fit: Open4All, Shows: "what is typed"}, {Of: AskPerson, Fit: Open4All, Shows: "a name"},
	{Of: AskMember, Fit: Open4All, Shows: "what is typed"}, {Of: AskObjective, Fit: Open4All, Shows: "what is typed"},
	{Of: AskAction, Fit: Open4All, Shows: "what is typed"}, {Of: AskInsight, Fit: Open4All, Shows: "what is typed"},
	{Of: AskValue, Fit: Open4All, Shows: "what is typed"}, {Of: AskPark, Fit: Partly, Shows: "a new line, or one the room knows"},
	{Of: AskRaters, Fit: Open4All, Shows: "initials"}, {Of: AskStep, Fit: Open4All, Shows: "a step"},
	{Of: AskParticipant, Fit: Open4All, Shows: "who takes part"}, {Of: AskTitle, Fit: Open4All, Shows: "the workshop's title"},
	{Of: AskFolder, Fit: Open4All, Shows: "a folder"}, {Of: AskPoint, Shows: "a section of ours"}, {Of: AskRisk, Shows: "a section of ours"},
	{Of: AskReview, Shows: "a section of ours"}, {Of: AskCell, Shows: "a section of ours"}, {Of: AskDecision, Fit: Open4All, Shows: "what is typed"}, {Of: AskStepNote, Shows: "for who leads"},
	{Of: AskSnapshot, Shows: "a page of ours"}, {Of: AskPostpone, Shows: "a page of ours"}, {Of: AskReport, Shows: "a page of ours"},
	{Of: AskFaults, Shows: "a page of ours"},
}

// RoomPicks are the lists of choices.
var RoomPicks = []RoomRow{
	{Of: PickField, Fit: Partly, Shows: "the choices of a field that is fit"}, {Of: PickSort, Fit: Open4All, Shows: "columns"},
	{Of: PickSection, Fit: Open4All, Shows: "sections"}, {Of: PickBoss, Fit: Open4All, Shows: "seats and names"},
	{Of: PickMerge, Fit: Open4All, Shows: "names"}, {Of: PickScreen, Fit: Open4All, Shows: "screens"},
	{Of: PickScope, Fit: Open4All, Shows: "accounts"}, {Of: PickParked, Fit: Open4All, Shows: "accounts"},
	{Of: PickMet, Shows: "who knows whom"}, {Of: PickPack, Shows: "a page of ours"}, {Of: PickGoal, Shows: "what they told us"},
	{Of: PickJudge, Shows: "how we judge a person"}, {Of: PickRestore, Shows: "a page of ours"}, {Of: PickColumn, Shows: "a page of ours"},
	{Of: PickWhose, Fit: Open4All, Shows: "accounts in scope"},
	{Of: PickEdge, Shows: "who gets on with whom"},
}

func (p *Prompt) FitsRoom(c *Context) bool {
	if p.Kind == AskPark && p.On != "" {
		w := c.Portfolio().Programme().Workshop
		line := w.ParkedLine(model.ParkedID(p.On))
		return line != nil && c.MayReadParked(line)
	}
	return FitOf(RoomPrompts, p.Kind) != Closed
}

func (p *Pick) FitsRating() bool { return p.Kind == PickWhose }

func (p *Pick) FitsRoom(c *Context) bool {
	if p.Kind == PickField {
		f, err := edit.FieldByKey(c.Portfolio().Programme(), p.Key)
		return err == nil && c.MayRead(p.Ref, f)
	}
	return FitOf(RoomPicks, p.Kind) != Closed
}

func (p *Prose) FitsRoom(c *Context) bool { return c.MayRead(p.Ref, p.Field) }

func (m *Message) FitsRoom(c *Context) bool { return c.FitSentence(m.head + "\n" + m.body) }

func (p *ReplacePage) FitsRoom(c *Context) bool { return c.FitSentence(p.What) }
