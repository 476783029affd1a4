package plan

import (
	"slices"

	"accord/model"
	"accord/model/edit"
	"accord/ui/keys"
	"accord/ui/kit"
)

func (s *ItemPart) InCell() bool { return s.Edit != nil }

func (s *FigurePart) InCell() bool { return s.Edit != nil }

func (s *RatingPart) InCell() bool { return s.Edit != nil }

func (w *WhitePart) InCell() bool { return w.List.Edit != nil }

func (p *Pane) InCell() bool {
	part, ok := p.Parts[p.At].(interface{ InCell() bool })
	return ok && part.InCell()
}

func (s *RatingPart) Visit() **kit.FieldEdit { return &s.Edit }

func (s *ItemPart) Visit() **kit.FieldEdit { return &s.Edit }

func (s *FigurePart) Visit() **kit.FieldEdit { return &s.Edit }

func (w *WhitePart) Visit() **kit.FieldEdit { return &w.List.Edit }

// mayEdit reports whether an intent of the plan changes only what the room sees.
func (p *Pane) mayEdit(c *kit.Context, k keys.IntentKind) bool {
	ref := edit.AccountRef(c.Account)
	fits := func(ref edit.Ref, key string) bool {
		f, err := edit.FieldByKey(c.Portfolio().Programme(), key)
		return err == nil && c.MayRead(ref, f)
	}
	switch s := p.Parts[p.At].(type) {
	case *RatingPart:
		return k != keys.EditNote && k != keys.EditHere && k != keys.Details
	case *ItemPart:
		return k == keys.Add || k == keys.AddBelow || fits(s.ref(c), s.column().field.Key)
	case *FigurePart:
		return fits(ref, edit.FigureKey(s.Year, FigureRows[s.Row].Line))
	case *notePart:
		return k != keys.Details && fits(ref, s.key)
	}
	return false
}

// inRoom keeps a room from what the plan does not show: no is true when the intent
// was answered here.
func (p *Pane) inRoom(c *kit.Context, in keys.Intent) (out kit.Outcome, no bool) {
	switch {
	case !c.Modest():
		return kit.Outcome{}, false
	case !c.MayShow(RoomSections, p.At):
		if editing(in.Kind) || in.Kind == keys.Details || in.Kind == keys.Copy || in.Kind == keys.Explain || in.Kind == keys.NextLook {
			return kit.RefuseText(kit.OursWords), true
		}
		return kit.Outcome{}, true
	case (editing(in.Kind) || in.Kind == keys.Details) && !p.Typing(c) && !p.mayEdit(c, in.Kind):
		return kit.RefuseText(kit.OursWords), true
	case in.Kind == keys.Copy && !p.Typing(c) && !p.mayEdit(c, keys.EditNote): // the status line says what was copied
		return kit.Refuse(kit.OursWords), true
	}
	return kit.Outcome{}, false
}

// Typing reports whether a field of the section is being typed.
func (p *Pane) Typing(*kit.Context) bool {
	v, ok := p.Parts[p.At].(kit.Visitor)
	return ok && *v.Visit() != nil
}

// MayShow reports whether the screen may show a line of the figures.
func (r *figureRow) MayShow(c *kit.Context, year int) bool {
	if !c.Modest() {
		return true
	}
	f, err := edit.FieldByKey(c.Portfolio().Programme(), edit.FigureKey(year, r.Line))
	return err == nil && c.MayRead(edit.AccountRef(c.Account), f)
}

// shownItems are the items of a list that the screen may show.
func shownItems(c *kit.Context, a *model.Account, of edit.EntityKind) []string {
	ids := ItemKinds(of).Ids(a)
	if !c.Modest() {
		return ids
	}
	return slices.DeleteFunc(ids, func(id string) bool {
		return !c.RoomsOwn[id] && !edit.Shared(c.Portfolio(), edit.Ref{Account: a.ID, Of: of, ID: id})
	})
}

// roomRatings are the sections whose progress says only how much was asked.
var roomRatings = map[Section]string{whySection: "importance", positionSection: "position", receptivitySection: "receptivity",
	attractivenessSection: "attractiveness", strengthSection: "strength", stageSection: "stage"}

// RoomSections are the sections of the plan.
var RoomSections = []kit.RoomRow{
	{Of: whySection, Fit: kit.Partly, Shows: "questions and levels, not notes and sources"},
	{Of: positionSection, Fit: kit.Partly, Shows: "questions and levels, not notes and sources"},
	{Of: receptivitySection, Fit: kit.Partly, Shows: "questions and levels, not notes and sources"},
	{Of: attractivenessSection, Fit: kit.Partly, Shows: "questions and levels, not notes and sources"},
	{Of: strengthSection, Fit: kit.Partly, Shows: "questions and levels, not notes and sources"},
	{Of: stageSection, Fit: kit.Partly, Shows: "questions and levels, not notes and sources"},
	{Of: FiguresSection, Fit: kit.Partly, Shows: "revenue"},
	{Of: WhitespaceSection, Shows: "what we could sell"},
	{Of: customerSection, Fit: kit.Partly, Shows: "what is shared"},
	{Of: valueSection, Fit: kit.Partly, Shows: "what is shared"},
	{Of: charterSection, Fit: kit.Partly, Shows: "the charter, not the stage aimed at"},
	{Of: swotSection, Shows: "strengths and weaknesses"},
	{Of: objectivesSection, Fit: kit.Partly, Shows: "what is shared"},
	{Of: actionsSection, Fit: kit.Partly, Shows: "what is shared"},
	{Of: competitorsSection, Shows: "a text of ours"},
	{Of: risksSection, Shows: "what could go wrong"},
	{Of: decisionsSection, Fit: kit.Partly, Shows: "what is shared"},
	{Of: focusSection, Shows: "a text of ours"},
	{Of: alignmentSection, Shows: "what we think of our team"},
	{Of: reviewsSection, Shows: "what was decided"},
	{Of: notesSection, Shows: "a text of ours"},
	{Of: GapsSection, Shows: "what we do not know"},
	{Of: QualitySection, Shows: "what we think of the plan"},
}
