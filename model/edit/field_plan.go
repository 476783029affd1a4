package edit

import (
	"strings"

	"accord/model"
)

// The rows of the customer's view, the value scorecard, SWOT, risks, decisions and reviews.

var insightFields = []Field{
	textField("insight.text", "Insight", "What we know or believe of how the customer sees it.", OfInsight, func(r *Record) *string { return &r.Insight.Text }).required("Say what it is."),
	choiceField("insight.kind", "Kind", "What it is about.", OfInsight, model.InsightKinds, func(r *Record) *model.InsightKind { return &r.Insight.Kind }).feeding("insight"),
	textField("insight.whose", "Whose", "Whose goal, pressure or initiative it is.", OfInsight, func(r *Record) *string { return &r.Insight.Whose }),
	textField("insight.told_by", "Told by", "Who told us.", OfInsight, func(r *Record) *string { return &r.Insight.ToldBy }),
	smallField("insight.priority", "Priority", "1 is the highest.", "", OfInsight, 3, func(r *Record) *int { return &r.Insight.Priority }),
	flagField("insight.confirmed", "Confirmed", "The customer said so; else it is our assumption.", OfInsight, func(r *Record) *bool { return &r.Insight.Confirmed }).feeding("insight"),
	dayField("insight.date", "Date", "When it was told or confirmed; it ages from then.", OfInsight, func(r *Record) *model.Date { return &r.Insight.Date }).feeding("insight"),
	sharingField("insight.shared", "The customer may read it, once they confirmed it; until decided they do not.", OfInsight, func(r *Record) *model.Sharing { return &r.Insight.Shared }),
}

var valueFields = []Field{
	textField("value.text", "Value", "What one side gains from the other.", OfValue, func(r *Record) *string { return &r.Value.Text }).required("Say what is gained."),
	choiceField("value.direction", "Direction", "Given: we to them. Received: they to us.", OfValue, model.ValueDirections, func(r *Record) *model.ValueDirection { return &r.Value.Direction }).feeding("value"),
	choiceField("value.level", "Level", "Beyond product are process and facilitation.", OfValue, model.ValueLevels, func(r *Record) *model.ValueLevel { return &r.Value.Level }).feeding("value"),
	choiceField("value.type", "Type", "What it does to their money.", OfValue, model.ValueTypes, func(r *Record) *model.ValueType { return &r.Value.Type }),
	textField("value.metric", "Metric", "What is measured.", OfValue, func(r *Record) *string { return &r.Value.Metric }),
	textField("value.baseline", "Baseline", "Where it stood before.", OfValue, func(r *Record) *string { return &r.Value.Baseline }),
	textField("value.target", "Target", "Where it should stand.", OfValue, func(r *Record) *string { return &r.Value.Target }),
	textField("value.actual", "Actual", "Where it stands.", OfValue, func(r *Record) *string { return &r.Value.Actual }),
	amountField("value.money", "Money", "What it is worth a year, or once.", OfValue, func(r *Record) *model.Money { return &r.Value.Money }).feeding("value"),
	flagField("value.recurring", "Every year", "It comes again every year; else it is counted once, in the year it starts.", OfValue, func(r *Record) *bool { return &r.Value.Recurring }).feeding("value"),
	dayField("value.start", "From", "When it started.", OfValue, func(r *Record) *model.Date { return &r.Value.Start }).feeding("value"),
	dayField("value.end", "Until", "When it ended.", OfValue, func(r *Record) *model.Date { return &r.Value.End }).feeding("value"),
	textField("value.evidence", "Evidence", "What proves it.", OfValue, func(r *Record) *string { return &r.Value.Evidence }),
	textField("value.owner", "Our owner", "Who of ours answers for it.", OfValue, func(r *Record) *string { return &r.Value.Owner }),
	textField("value.their_owner", "Their owner", "Who of theirs answers for it.", OfValue, func(r *Record) *string { return &r.Value.TheirOwner }),
	textField("value.alternative", "Next-best alternative", "What it is measured against.", OfValue, func(r *Record) *string { return &r.Value.Alternative }),
	choiceField("value.status", "Status", "From our hypothesis to verified by the customer.", OfValue, model.ValueStands, func(r *Record) *model.ValueStatus { return &r.Value.Status }).feeding("value"),
	sharingField("value.shared", "The customer may read it, from agreed on; until decided they do not.", OfValue, func(r *Record) *model.Sharing { return &r.Value.Shared }),
}

var riskFields = []Field{
	textField("point.text", "Point", "A strength, weakness, opportunity or threat with this customer.", OfPoint, func(r *Record) *string { return &r.Point.Text }).required("Say what it is."),
	choiceField("point.kind", "Kind", "The corner of the SWOT.", OfPoint, model.PointKinds, func(r *Record) *model.PointKind { return &r.Point.Kind }).feeding("plan quality"),
	choiceField("point.side", "Whose", "Ours towards this customer, or the customer's own in their market.", OfPoint, model.PointSides, func(r *Record) *model.PointSide { return &r.Point.Side }),
	textField("risk.text", "Risk", "What may go wrong.", OfRisk, func(r *Record) *string { return &r.Risk.Text }).required("Say what may go wrong."),
	smallField("risk.probability", "Probability", "1 rare to 5 near certain.", "", OfRisk, 5, func(r *Record) *int { return &r.Risk.Probability }),
	smallField("risk.impact", "Impact", "1 slight to 5 the account is lost.", "", OfRisk, 5, func(r *Record) *int { return &r.Risk.Impact }),
	textField("risk.owner", "Owner", "Who watches it.", OfRisk, func(r *Record) *string { return &r.Risk.Owner }).feeding("plan quality"),
	textField("risk.response", "Response", "What we do about it.", OfRisk, func(r *Record) *string { return &r.Risk.Response }),
	textField("decision.text", "Decision", "What was decided about this account.", OfDecision, func(r *Record) *string { return &r.Decision.Text }).required("Say what was decided."),
	dayField("decision.date", "Decided on", "The day it was decided.", OfDecision, func(r *Record) *model.Date { return &r.Decision.Date }),
	textField("decision.owner", "Owner", "Who sees to it.", OfDecision, func(r *Record) *string { return &r.Decision.Owner }),
	dayField("decision.due", "By", "By when it is to hold.", OfDecision, func(r *Record) *model.Date { return &r.Decision.Due }),
	reviewLink,
	sharingField("decision.shared", "The customer may read it; until decided they do not.", OfDecision, func(r *Record) *model.Sharing { return &r.Decision.Shared }),
	textField("review.text", "Review", "What the meeting is for.", OfReview, func(r *Record) *string { return &r.Review.Text }).required("Say what the review is for."),
	dayField("review.date", "Date", "When it is planned or was held.", OfReview, func(r *Record) *model.Date { return &r.Review.Date }).feeding("plan quality"),
	flagField("review.held", "Held", "It took place.", OfReview, func(r *Record) *bool { return &r.Review.Held }).feeding("plan quality"),
	longField("review.decisions", "Decisions", "What was decided.", OfReview, func(r *Record) *string { return &r.Review.Decisions }),
}

// smallField is a whole number from 1 to hi, 0 while unknown.
func smallField(key, label, help, unit string, of EntityKind, hi int64, at func(*Record) *int) Field {
	return wholeField(key, label, help, unit, of, 1, hi, func(r *Record) (func() model.Opt[int64], func(model.Opt[int64])) {
		return func() model.Opt[int64] { return model.Opt[int64]{V: int64(*at(r)), Known: *at(r) > 0} },
			func(v model.Opt[int64]) { *at(r) = int(v.Or(0)) }
	})
}

// linkField joins one thing of the plan to another of the account: by the other's
// id, or the beginning of its words. what names such a thing in a refusal.
func linkField[ID ~string, T model.Entity[ID]](key, label, help string, of EntityKind, what string, all func(*model.Account) []T, words func(T) string, at func(*Record) *ID) Field {
	return Field{Key: key, Label: label, Help: help, Of: of, Kind: Link, Range: "the words of " + what,
		Get: func(r *Record) string {
			if i := model.IndexOf(all(r.Account), *at(r)); i >= 0 {
				return words(all(r.Account)[i])
			}
			return ""
		},
		set: func(r *Record, s string) error {
			begin := strings.ToLower(strings.TrimSpace(s))
			*at(r) = ""
			if begin == "" {
				return nil
			}
			for _, x := range all(r.Account) {
				if string(x.Ident()) == s || strings.HasPrefix(strings.ToLower(words(x)), begin) {
					*at(r) = x.Ident()
					return nil
				}
			}
			return model.Refuse(key, "Type the beginning of "+what+" of this account.", "nothing begins with %q", s)
		}}
}

func pointsOf(a *model.Account) []model.Point     { return a.Points }
func pointText(p model.Point) string              { return p.Text }
func actionsOf(a *model.Account) []model.Action   { return a.Actions }
func actionText(x model.Action) string            { return x.Text }
func personsOf(a *model.Account) []model.Person   { return a.Persons }
func personText(p model.Person) string            { return p.Name }
func valuesOf(a *model.Account) []model.ValueLine { return a.Values }
func valueText(v model.ValueLine) string          { return v.Text }
func reviewsOf(a *model.Account) []model.Review   { return a.Reviews }
func reviewText(r model.Review) string            { return r.Text }

// The links of the plan.
var (
	pointLink = linkField("objective.cites", "Answers", "The strength, weakness, opportunity or threat it answers.", OfObjective, "a strength, weakness, opportunity or threat",
		pointsOf, pointText, func(r *Record) *model.PointID { return &r.Objective.Cites }).feeding("plan quality")
	usesLink = linkField("objective.uses", "Builds on", "The strength it builds on, or the weakness it mends: the other end of the TOWS bridge.", OfObjective, "a strength, weakness, opportunity or threat",
		pointsOf, pointText, func(r *Record) *model.PointID { return &r.Objective.Uses })
	afterLink  = linkField("action.after", "After", "What must be done before.", OfAction, "another action", actionsOf, actionText, func(r *Record) *model.ActionID { return &r.Action.After })
	personLink = linkField("action.person", "With", "Whom of theirs it is about.", OfAction, "one of their people", personsOf, personText, func(r *Record) *model.PersonID { return &r.Action.Person })
	reviewLink = linkField("decision.review", "In review", "The meeting that decided it.", OfDecision, "a review", reviewsOf, reviewText, func(r *Record) *model.ReviewID { return &r.Decision.Review })
	valueLink  = linkField("action.value", "For value", "The value line it works on.", OfAction, "a value line", valuesOf, valueText, func(r *Record) *model.ValueID { return &r.Action.Value })
)

var cellFields = []Field{
	textField("cell.unit", "Unit", "The part of the customer.", OfCell, func(r *Record) *string { return &r.Cell.Unit }).required("Name the part of the customer."),
	textField("cell.offering", "Offering", "What of ours they could use there.", OfCell, func(r *Record) *string { return &r.Cell.Offering }).required("Name the offering."),
	choiceField("cell.status", "Status", "How the offering stands there.", OfCell, model.CellStands, func(r *Record) *model.CellStatus { return &r.Cell.Status }).feeding("whitespace"),
	amountField("cell.current", "Current", "What they buy of it a year.", OfCell, func(r *Record) *model.Money { return &r.Cell.Current }).feeding("whitespace"),
	amountField("cell.potential", "Potential", "What they could buy of it a year, the current included.", OfCell, func(r *Record) *model.Money { return &r.Cell.Potential }).feeding("whitespace"),
	percentField("cell.probability", "Probability", "How likely the gap closes.", OfCell, func(r *Record) *model.Num { return &r.Cell.Probability }).feeding("whitespace"),
	textField("cell.competitor", "Competitor", "Who has it today.", OfCell, func(r *Record) *string { return &r.Cell.Competitor }),
}
