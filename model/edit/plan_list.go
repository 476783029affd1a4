package edit

import (
	"reflect"
	"strings"

	"accord/model"
	"accord/model/words"
)

// PlanList describes one list of the account plan: what stands in it, and how that is
// found, told and changed. A list is described here once; the registry, the changes,
// history, merging and the screens go through it.
type PlanList struct {
	Of     EntityKind
	Prefix string       // of its fields: "objective"
	Text   string       // key of the field that says in words what an item is
	Type   reflect.Type // of an item

	Len   func(*model.Account) int      // how many stand in it
	IDs   func(*model.Account) []string // in the order of the file
	Lines func(*model.Account) []Line   // the same with their words

	find   func(r *Record, id string) bool // points the record at an item, false when it is gone
	keep   func(r *Record) bool            // puts the item of the record back, false when it has none
	add    func(a *model.Account, id, text string, today model.Date)
	remove func(a *model.Account, id string)
	edits  func(compare func(Ref, string, Field), before, after *model.Account) []Edit
}

// by says how the items of a list are added and deleted: with AddItem and RemoveItem, or with
// changes of their own.
type by uint8

const (
	byItem   by = iota // added and deleted as an item
	byCell             // added as a cell, deleted as an item
	byChange           // added and deleted by changes of its own
)

// PlanLists are the lists of a plan, in the order in which history tells them.
var PlanLists = []PlanList{
	planList(OfObjective, byChange, "objective", "text", func(a *model.Account) *[]model.Objective { return &a.Objectives },
		func(r *Record) **model.Objective { return &r.Objective },
		func(o model.Objective) string { return o.Text }, nil),
	planList(OfAction, byChange, "action", "text", func(a *model.Account) *[]model.Action { return &a.Actions },
		func(r *Record) **model.Action { return &r.Action },
		func(x model.Action) string { return x.Text }, nil),
	planList(OfInsight, byItem, "insight", "text", func(a *model.Account) *[]model.Insight { return &a.Insights },
		func(r *Record) **model.Insight { return &r.Insight },
		func(n model.Insight) string { return n.Text },
		func(id model.InsightID, text string, today model.Date) model.Insight {
			return model.Insight{ID: id, Text: text, Date: today}
		}),
	planList(OfValue, byItem, "value", "text", func(a *model.Account) *[]model.ValueLine { return &a.Values },
		func(r *Record) **model.ValueLine { return &r.Value },
		func(v model.ValueLine) string { return v.Text },
		func(id model.ValueID, text string, _ model.Date) model.ValueLine {
			return model.ValueLine{ID: id, Text: text}
		}),
	planList(OfPoint, byItem, "point", "text", func(a *model.Account) *[]model.Point { return &a.Points },
		func(r *Record) **model.Point { return &r.Point },
		func(p model.Point) string { return p.Text },
		func(id model.PointID, text string, _ model.Date) model.Point { return model.Point{ID: id, Text: text} }),
	planList(OfRisk, byItem, "risk", "text", func(a *model.Account) *[]model.Risk { return &a.Risks },
		func(r *Record) **model.Risk { return &r.Risk },
		func(x model.Risk) string { return x.Text },
		func(id model.RiskID, text string, _ model.Date) model.Risk { return model.Risk{ID: id, Text: text} }),
	planList(OfCell, byCell, "cell", "offering", func(a *model.Account) *[]model.Cell { return &a.Cells },
		func(r *Record) **model.Cell { return &r.Cell },
		func(c model.Cell) string { return words.T("edit.in", c.Offering, c.Unit) }, nil),
	planList(OfDecision, byItem, "decision", "text", func(a *model.Account) *[]model.Decision { return &a.Decisions },
		func(r *Record) **model.Decision { return &r.Decision },
		func(d model.Decision) string { return d.Text },
		func(id model.DecisionID, text string, today model.Date) model.Decision {
			return model.Decision{ID: id, Text: text, Date: today}
		}),
	planList(OfReview, byItem, "review", "text", func(a *model.Account) *[]model.Review { return &a.Reviews },
		func(r *Record) **model.Review { return &r.Review },
		func(q model.Review) string { return q.Text },
		func(id model.ReviewID, text string, _ model.Date) model.Review {
			return model.Review{ID: id, Text: text}
		}),
}

// ListOf is the description of the list that holds things of a kind, nil for what
// stands in no list of the plan.
func ListOf(of EntityKind) *PlanList {
	for i := range PlanLists {
		if PlanLists[i].Of == of {
			return &PlanLists[i]
		}
	}
	return nil
}

// planList describes a list by where it stands in an account, where a record points at
// an item of it, what an item is in words, and how a new one begins.
func planList[ID ~string, T model.Entity[ID]](of EntityKind, how by, prefix, text string, in func(*model.Account) *[]T,
	at func(*Record) **T, wording func(T) string, fresh func(ID, string, model.Date) T,
) PlanList {
	l := PlanList{Of: of, Prefix: prefix, Text: prefix + "." + text, Type: reflect.TypeFor[T]()}
	l.Len = func(a *model.Account) int { return len(*in(a)) }
	l.IDs = func(a *model.Account) []string {
		list := *in(a)
		out := make([]string, len(list))
		for i := range list {
			out[i] = string(list[i].Ident())
		}
		return out
	}
	l.Lines = func(a *model.Account) (out []Line) {
		for _, x := range *in(a) {
			out = append(out, Line{string(x.Ident()), wording(x)})
		}
		return out
	}
	l.find = func(r *Record, id string) bool {
		*at(r) = model.ByID(*in(r.Account), ID(id))
		return *at(r) != nil
	}
	l.keep = func(r *Record) bool {
		x := *at(r)
		if x != nil {
			*in(r.Account) = model.Put(*in(r.Account), *x)
		}
		return x != nil
	}
	l.edits = func(compare func(Ref, string, Field), before, after *model.Account) []Edit {
		return entityEdits(compare, after, of, *in(before), *in(after), wording)
	}
	if how == byItem {
		l.add = func(a *model.Account, id, text string, today model.Date) {
			*in(a) = model.Put(*in(a), fresh(ID(id), text, today))
		}
	}
	if how != byChange {
		l.remove = func(a *model.Account, id string) { *in(a) = model.Without(*in(a), ID(id)) }
	}
	return l
}

// Line is one thing of a plan's lists, by its words.
type Line struct{ ID, Text string }

// IsLine reports whether a thing of a kind is told by words of its own in a list of the
// plan; a cell is told by what meets in it.
func IsLine(of EntityKind) bool { return of != OfCell && ListOf(of) != nil }

// LinesLike are the things of one of the plan's lists whose id or words a text is, else
// those that begin with it. Case does not count.
func LinesLike(a *model.Account, of EntityKind, text string) []Line {
	if !IsLine(of) {
		return nil
	}
	id := strings.TrimSpace(text)
	text = strings.ToLower(id)
	var exact, begin []Line
	for _, x := range ListOf(of).Lines(a) {
		switch wording := strings.ToLower(x.Text); {
		case x.ID == id || wording == text:
			exact = append(exact, x)
		case text != "" && strings.HasPrefix(wording, text):
			begin = append(begin, x)
		}
	}
	if len(exact) > 0 {
		return exact
	}
	return begin
}
