package ui

import (
	"slices"

	"accord/model"
	"accord/model/edit"
)

func (s *itemPart) InCell() bool { return s.edit != nil }

func (s *figurePart) InCell() bool { return s.edit != nil }

func (s *ratingPart) InCell() bool { return s.edit != nil }

func (w *whitePart) InCell() bool { return w.list.edit != nil }

func (p *planPane) InCell() bool {
	part, ok := p.parts[p.at].(interface{ InCell() bool })
	return ok && part.InCell()
}

func (s *ratingPart) Visit() **fieldEdit { return &s.edit }

func (s *itemPart) Visit() **fieldEdit { return &s.edit }

func (s *figurePart) Visit() **fieldEdit { return &s.edit }

func (w *whitePart) Visit() **fieldEdit { return &w.list.edit }

// mayEdit reports whether an intent of the plan changes only what the room sees.
func (p *planPane) mayEdit(c *ctx, k IntentKind) bool {
	ref := edit.AccountRef(c.account)
	fits := func(ref edit.Ref, key string) bool {
		f, err := edit.FieldByKey(c.portfolio().Programme(), key)
		return err == nil && c.mayRead(ref, f)
	}
	switch s := p.parts[p.at].(type) {
	case *ratingPart:
		return k != EditNote && k != EditHere && k != Details
	case *itemPart:
		return k == Add || k == AddBelow || fits(s.ref(c), s.column().field.Key)
	case *figurePart:
		return fits(ref, edit.FigureKey(s.year, figureRows[s.row].line))
	case *notePart:
		return k != Details && fits(ref, s.key)
	}
	return false
}

// inRoom keeps a room from what the plan does not show: no is true when the intent
// was answered here.
func (p *planPane) inRoom(c *ctx, in Intent) (out Outcome, no bool) {
	switch {
	case !c.modest():
		return Outcome{}, false
	case !c.mayShow(roomSections, p.at):
		if editing(in.Kind) || in.Kind == Details || in.Kind == Copy || in.Kind == Explain || in.Kind == NextLook {
			return refuseText(oursWords), true
		}
		return Outcome{}, true
	case (editing(in.Kind) || in.Kind == Details) && !p.typing(c) && !p.mayEdit(c, in.Kind):
		return refuseText(oursWords), true
	case in.Kind == Copy && !p.typing(c) && !p.mayEdit(c, EditNote): // the status line says what was copied
		return refuse(oursWords), true
	}
	return Outcome{}, false
}

// typing reports whether a field of the section is being typed.
func (p *planPane) typing(*ctx) bool {
	v, ok := p.parts[p.at].(visitor)
	return ok && *v.Visit() != nil
}

// mayShow reports whether the screen may show a line of the figures.
func (r *figureRow) mayShow(c *ctx, year int) bool {
	if !c.modest() {
		return true
	}
	f, err := edit.FieldByKey(c.portfolio().Programme(), edit.FigureKey(year, r.line))
	return err == nil && c.mayRead(edit.AccountRef(c.account), f)
}

// shownItems are the items of a list that the screen may show.
func shownItems(c *ctx, a *model.Account, of edit.EntityKind) []string {
	ids := itemKinds(of).ids(a)
	if !c.modest() {
		return ids
	}
	return slices.DeleteFunc(ids, func(id string) bool {
		return !c.roomsOwn[id] && !edit.Shared(c.portfolio(), edit.Ref{Account: a.ID, Of: of, ID: id})
	})
}

// roomRatings are the sections whose progress says only how much was asked.
var roomRatings = map[section]string{whySection: "importance", positionSection: "position", receptivitySection: "receptivity",
	attractivenessSection: "attractiveness", strengthSection: "strength", stageSection: "stage"}

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
