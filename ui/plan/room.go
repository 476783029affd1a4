package plan

import (
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
		return fits(ref, edit.FigureKey(s.Year, FigureRows()[s.Row].Line))
	case *notePart:
		return k != keys.Details && fits(ref, s.key)
	}
	return false
}

// Typing reports whether a field of the section is being typed.
func (p *Pane) Typing(*kit.Context) bool {
	v, ok := p.Parts[p.At].(kit.Visitor)
	return ok && *v.Visit() != nil
}

// roomRatings are the sections whose progress says only how much was asked.
var roomRatings = map[Section]string{whySection: "importance", positionSection: "position", receptivitySection: "receptivity",
	attractivenessSection: "attractiveness", strengthSection: "strength", stageSection: "stage"}
