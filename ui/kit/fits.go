package kit

import (
	"accord/model"
	"accord/model/edit"
	"accord/model/words"
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
var RoomPrompts = words.Table(func() []RoomRow {
	return []RoomRow{
		{Of: AskAccount, Fit: Open4All, Shows: words.T("kit.what-typed")}, {Of: AskCopy, Fit: Open4All, Shows: words.T("kit.a-name")},
		{Of: AskSeat, Fit: Open4All, Shows: words.T("kit.what-typed")}, {Of: AskSeatBelow, Fit: Open4All, Shows: words.T("kit.what-typed")},
		{Of: AskSeatAbove, Fit: Open4All, Shows: words.T("kit.what-typed")}, {Of: AskPerson, Fit: Open4All, Shows: words.T("kit.a-name")},
		{Of: AskMember, Fit: Open4All, Shows: words.T("kit.what-typed")}, {Of: AskObjective, Fit: Open4All, Shows: words.T("kit.what-typed")},
		{Of: AskAction, Fit: Open4All, Shows: words.T("kit.what-typed")}, {Of: AskInsight, Fit: Open4All, Shows: words.T("kit.what-typed")},
		{Of: AskValue, Fit: Open4All, Shows: words.T("kit.what-typed")}, {Of: AskPark, Fit: Partly, Shows: words.T("kit.new-line-or-one-room")},
		{Of: AskRaters, Fit: Open4All, Shows: "initials"}, {Of: AskStep, Fit: Open4All, Shows: words.T("kit.a-step")},
		{Of: AskParticipant, Fit: Open4All, Shows: words.T("kit.who-takes-part")}, {Of: AskTitle, Fit: Open4All, Shows: words.T("kit.workshops-title")},
		{Of: AskFolder, Fit: Open4All, Shows: words.T("kit.a-folder")}, {Of: AskPoint, Shows: words.T("kit.section-ours")}, {Of: AskRisk, Shows: words.T("kit.section-ours")},
		{Of: AskReview, Shows: words.T("kit.section-ours")}, {Of: AskCell, Shows: words.T("kit.section-ours")}, {Of: AskDecision, Fit: Open4All, Shows: words.T("kit.what-typed")}, {Of: AskStepNote, Shows: words.T("kit.who-leads")},
		{Of: AskSnapshot, Shows: words.T("kit.page-ours")}, {Of: AskPostpone, Shows: words.T("kit.page-ours")}, {Of: AskReport, Shows: words.T("kit.page-ours")},
		{Of: AskFaults, Shows: words.T("kit.page-ours")},
	}
})

// RoomPicks are the lists of choices.
var RoomPicks = words.Table(func() []RoomRow {
	return []RoomRow{
		{Of: PickField, Fit: Partly, Shows: words.T("kit.choices-field-fit")}, {Of: PickSort, Fit: Open4All, Shows: "columns"},
		{Of: PickSection, Fit: Open4All, Shows: "sections"}, {Of: PickBoss, Fit: Open4All, Shows: words.T("kit.seats-names")},
		{Of: PickMerge, Fit: Open4All, Shows: "names"}, {Of: PickScreen, Fit: Open4All, Shows: "screens"},
		{Of: PickScope, Fit: Open4All, Shows: "accounts"}, {Of: PickParked, Fit: Open4All, Shows: "accounts"},
		{Of: PickMet, Shows: words.T("kit.who-knows-whom")}, {Of: PickPack, Shows: words.T("kit.page-ours")}, {Of: PickGoal, Shows: words.T("kit.what-they-told-us")},
		{Of: PickJudge, Shows: words.T("kit.how-we-judge-person")}, {Of: PickRestore, Shows: words.T("kit.page-ours")}, {Of: PickColumn, Shows: words.T("kit.page-ours")},
		{Of: PickWhose, Fit: Open4All, Shows: words.T("kit.accounts-scope")},
		{Of: PickEdge, Shows: words.T("kit.who-gets-whom")},
	}
})

func (p *Prompt) FitsRoom(c *Context) bool {
	if p.Kind == AskPark && p.On != "" {
		w := c.Portfolio().Programme().Workshop
		line := w.ParkedLine(model.ParkedID(p.On))
		return line != nil && c.MayReadParked(line)
	}
	return FitOf(RoomPrompts(), p.Kind) != Closed
}

func (p *Pick) FitsRating() bool { return p.Kind == PickWhose }

func (p *Pick) FitsRoom(c *Context) bool {
	if p.Kind == PickField {
		f, err := edit.FieldByKey(c.Portfolio().Programme(), p.Key)
		return err == nil && c.MayRead(p.Ref, f)
	}
	return FitOf(RoomPicks(), p.Kind) != Closed
}

func (p *Prose) FitsRoom(c *Context) bool { return c.MayRead(p.Ref, p.Field) }

func (m *Message) FitsRoom(c *Context) bool { return c.FitSentence(m.head + "\n" + m.body) }

func (p *ReplacePage) FitsRoom(c *Context) bool { return c.FitSentence(p.What) }
