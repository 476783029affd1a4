package model

import "strings"

// The rows of the customer's view, the value scorecard, SWOT, risks, decisions and reviews.

var insightFields = []Field{
	textField("insight.text", "Insight", "What we know or believe of how the customer sees it.", OfInsight, func(r *record) *string { return &r.insight.Text }).required("Say what it is."),
	choiceField("insight.kind", "Kind", "What it is about.", OfInsight, insightKinds, func(r *record) *InsightKind { return &r.insight.Kind }).feeding("insight"),
	textField("insight.whose", "Whose", "Whose goal, pressure or initiative it is.", OfInsight, func(r *record) *string { return &r.insight.Whose }),
	textField("insight.told_by", "Told by", "Who told us.", OfInsight, func(r *record) *string { return &r.insight.ToldBy }),
	smallField("insight.priority", "Priority", "1 is the highest.", "", OfInsight, 3, func(r *record) *int { return &r.insight.Priority }),
	flagField("insight.confirmed", "Confirmed", "The customer said so; else it is our assumption.", OfInsight, func(r *record) *bool { return &r.insight.Confirmed }).feeding("insight"),
	dayField("insight.date", "Date", "When it was told or confirmed; it ages from then.", OfInsight, func(r *record) *Date { return &r.insight.Date }).feeding("insight"),
	sharingField("insight.shared", "The customer may read it, once they confirmed it; until decided they do not.", OfInsight, func(r *record) *Sharing { return &r.insight.Shared }),
}

var valueFields = []Field{
	textField("value.text", "Value", "What one side gains from the other.", OfValue, func(r *record) *string { return &r.value.Text }).required("Say what is gained."),
	choiceField("value.direction", "Direction", "Given: we to them. Received: they to us.", OfValue, valueDirections, func(r *record) *ValueDirection { return &r.value.Direction }).feeding("value"),
	choiceField("value.level", "Level", "Beyond product are process and facilitation.", OfValue, valueLevels, func(r *record) *ValueLevel { return &r.value.Level }).feeding("value"),
	choiceField("value.type", "Type", "What it does to their money.", OfValue, valueTypes, func(r *record) *ValueType { return &r.value.Type }),
	textField("value.metric", "Metric", "What is measured.", OfValue, func(r *record) *string { return &r.value.Metric }),
	textField("value.baseline", "Baseline", "Where it stood before.", OfValue, func(r *record) *string { return &r.value.Baseline }),
	textField("value.target", "Target", "Where it should stand.", OfValue, func(r *record) *string { return &r.value.Target }),
	textField("value.actual", "Actual", "Where it stands.", OfValue, func(r *record) *string { return &r.value.Actual }),
	amountField("value.money", "Money", "What it is worth a year, or once.", OfValue, func(r *record) *Money { return &r.value.Money }).feeding("value"),
	flagField("value.recurring", "Every year", "It comes again every year; else it is counted once, in the year it starts.", OfValue, func(r *record) *bool { return &r.value.Recurring }).feeding("value"),
	dayField("value.start", "From", "When it started.", OfValue, func(r *record) *Date { return &r.value.Start }).feeding("value"),
	dayField("value.end", "Until", "When it ended.", OfValue, func(r *record) *Date { return &r.value.End }).feeding("value"),
	textField("value.evidence", "Evidence", "What proves it.", OfValue, func(r *record) *string { return &r.value.Evidence }),
	textField("value.owner", "Our owner", "Who of ours answers for it.", OfValue, func(r *record) *string { return &r.value.Owner }),
	textField("value.their_owner", "Their owner", "Who of theirs answers for it.", OfValue, func(r *record) *string { return &r.value.TheirOwner }),
	textField("value.alternative", "Next-best alternative", "What it is measured against.", OfValue, func(r *record) *string { return &r.value.Alternative }),
	choiceField("value.status", "Status", "From our hypothesis to verified by the customer.", OfValue, valueStands, func(r *record) *ValueStatus { return &r.value.Status }).feeding("value"),
	sharingField("value.shared", "The customer may read it, from agreed on; until decided they do not.", OfValue, func(r *record) *Sharing { return &r.value.Shared }),
}

var riskFields = []Field{
	textField("point.text", "Point", "A strength, weakness, opportunity or threat with this customer.", OfPoint, func(r *record) *string { return &r.point.Text }).required("Say what it is."),
	choiceField("point.kind", "Kind", "The corner of the SWOT.", OfPoint, pointKinds, func(r *record) *PointKind { return &r.point.Kind }).feeding("plan quality"),
	choiceField("point.side", "Whose", "Ours towards this customer, or the customer's own in their market.", OfPoint, pointSides, func(r *record) *PointSide { return &r.point.Side }),
	textField("risk.text", "Risk", "What may go wrong.", OfRisk, func(r *record) *string { return &r.risk.Text }).required("Say what may go wrong."),
	smallField("risk.probability", "Probability", "1 rare to 5 near certain.", "", OfRisk, 5, func(r *record) *int { return &r.risk.Probability }),
	smallField("risk.impact", "Impact", "1 slight to 5 the account is lost.", "", OfRisk, 5, func(r *record) *int { return &r.risk.Impact }),
	textField("risk.owner", "Owner", "Who watches it.", OfRisk, func(r *record) *string { return &r.risk.Owner }).feeding("plan quality"),
	textField("risk.response", "Response", "What we do about it.", OfRisk, func(r *record) *string { return &r.risk.Response }),
	textField("decision.text", "Decision", "What was decided about this account.", OfDecision, func(r *record) *string { return &r.decision.Text }).required("Say what was decided."),
	dayField("decision.date", "Decided on", "The day it was decided.", OfDecision, func(r *record) *Date { return &r.decision.Date }),
	textField("decision.owner", "Owner", "Who sees to it.", OfDecision, func(r *record) *string { return &r.decision.Owner }),
	dayField("decision.due", "By", "By when it is to hold.", OfDecision, func(r *record) *Date { return &r.decision.Due }),
	reviewLink,
	sharingField("decision.shared", "The customer may read it; until decided they do not.", OfDecision, func(r *record) *Sharing { return &r.decision.Shared }),
	textField("review.text", "Review", "What the meeting is for.", OfReview, func(r *record) *string { return &r.review.Text }).required("Say what the review is for."),
	dayField("review.date", "Date", "When it is planned or was held.", OfReview, func(r *record) *Date { return &r.review.Date }).feeding("plan quality"),
	flagField("review.held", "Held", "It took place.", OfReview, func(r *record) *bool { return &r.review.Held }).feeding("plan quality"),
	longField("review.decisions", "Decisions", "What was decided.", OfReview, func(r *record) *string { return &r.review.Decisions }),
}

// smallField is a whole number from 1 to hi, 0 while unknown.
func smallField(key, label, help, unit string, of EntityKind, hi int64, at func(*record) *int) Field {
	return wholeField(key, label, help, unit, of, 1, hi, func(r *record) (func() Opt[int64], func(Opt[int64])) {
		return func() Opt[int64] { return Opt[int64]{int64(*at(r)), *at(r) > 0} },
			func(v Opt[int64]) { *at(r) = int(v.Or(0)) }
	})
}

// linkField joins one thing of the plan to another of the account: by the other's
// id, or the beginning of its words. what names such a thing in a refusal.
func linkField[ID ~string, T entity[ID]](key, label, help string, of EntityKind, what string, all func(*Account) []T, words func(T) string, at func(*record) *ID) Field {
	return Field{Key: key, Label: label, Help: help, Of: of, Kind: Link, Range: "the words of " + what,
		get: func(r *record) string {
			if i := indexOf(all(r.account), *at(r)); i >= 0 {
				return words(all(r.account)[i])
			}
			return ""
		},
		set: func(r *record, s string) error {
			begin := strings.ToLower(strings.TrimSpace(s))
			*at(r) = ""
			if begin == "" {
				return nil
			}
			for _, x := range all(r.account) {
				if string(x.id()) == s || strings.HasPrefix(strings.ToLower(words(x)), begin) {
					*at(r) = x.id()
					return nil
				}
			}
			return problem(key, "Type the beginning of "+what+" of this account.", "nothing begins with %q", s)
		}}
}

func pointsOf(a *Account) []Point     { return a.Points }
func pointText(p Point) string        { return p.Text }
func actionsOf(a *Account) []Action   { return a.Actions }
func actionText(x Action) string      { return x.Text }
func personsOf(a *Account) []Person   { return a.Persons }
func personText(p Person) string      { return p.Name }
func valuesOf(a *Account) []ValueLine { return a.Values }
func valueText(v ValueLine) string    { return v.Text }
func reviewsOf(a *Account) []Review   { return a.Reviews }
func reviewText(r Review) string      { return r.Text }

// The links of the plan.
var (
	pointLink = linkField("objective.cites", "Answers", "The strength, weakness, opportunity or threat it answers.", OfObjective, "a strength, weakness, opportunity or threat",
		pointsOf, pointText, func(r *record) *PointID { return &r.objective.Cites }).feeding("plan quality")
	usesLink = linkField("objective.uses", "Builds on", "The strength it builds on, or the weakness it mends: the other end of the TOWS bridge.", OfObjective, "a strength, weakness, opportunity or threat",
		pointsOf, pointText, func(r *record) *PointID { return &r.objective.Uses })
	afterLink  = linkField("action.after", "After", "What must be done before.", OfAction, "another action", actionsOf, actionText, func(r *record) *ActionID { return &r.action.After })
	personLink = linkField("action.person", "With", "Whom of theirs it is about.", OfAction, "one of their people", personsOf, personText, func(r *record) *PersonID { return &r.action.Person })
	reviewLink = linkField("decision.review", "In review", "The meeting that decided it.", OfDecision, "a review", reviewsOf, reviewText, func(r *record) *ReviewID { return &r.decision.Review })
	valueLink  = linkField("action.value", "For value", "The value line it works on.", OfAction, "a value line", valuesOf, valueText, func(r *record) *ValueID { return &r.action.Value })
)

// resolveItem is resolve for the plan's own lists.
func (r *record) resolveItem(ref Ref) bool {
	a := r.account
	switch ref.Of {
	case OfInsight:
		r.insight = byID(a.Insights, InsightID(ref.ID))
		return r.insight != nil
	case OfValue:
		r.value = byID(a.Values, ValueID(ref.ID))
		return r.value != nil
	case OfPoint:
		r.point = byID(a.Points, PointID(ref.ID))
		return r.point != nil
	case OfRisk:
		r.risk = byID(a.Risks, RiskID(ref.ID))
		return r.risk != nil
	case OfReview:
		r.review = byID(a.Reviews, ReviewID(ref.ID))
		return r.review != nil
	case OfCell:
		r.cell = byID(a.Cells, CellID(ref.ID))
		return r.cell != nil
	case OfDecision:
		r.decision = byID(a.Decisions, DecisionID(ref.ID))
		return r.decision != nil
	}
	return true
}

// storeItem is store for the plan's own lists.
func (r *record) storeItem() {
	switch a := r.account; {
	case r.insight != nil:
		a.Insights = put(a.Insights, *r.insight)
	case r.value != nil:
		a.Values = put(a.Values, *r.value)
	case r.point != nil:
		a.Points = put(a.Points, *r.point)
	case r.risk != nil:
		a.Risks = put(a.Risks, *r.risk)
	case r.review != nil:
		a.Reviews = put(a.Reviews, *r.review)
	case r.cell != nil:
		a.Cells = put(a.Cells, *r.cell)
	case r.decision != nil:
		a.Decisions = put(a.Decisions, *r.decision)
	}
}

var cellFields = []Field{
	textField("cell.unit", "Unit", "The part of the customer.", OfCell, func(r *record) *string { return &r.cell.Unit }).required("Name the part of the customer."),
	textField("cell.offering", "Offering", "What of ours they could use there.", OfCell, func(r *record) *string { return &r.cell.Offering }).required("Name the offering."),
	choiceField("cell.status", "Status", "How the offering stands there.", OfCell, cellStands, func(r *record) *CellStatus { return &r.cell.Status }).feeding("whitespace"),
	amountField("cell.current", "Current", "What they buy of it a year.", OfCell, func(r *record) *Money { return &r.cell.Current }).feeding("whitespace"),
	amountField("cell.potential", "Potential", "What they could buy of it a year, the current included.", OfCell, func(r *record) *Money { return &r.cell.Potential }).feeding("whitespace"),
	percentField("cell.probability", "Probability", "How likely the gap closes.", OfCell, func(r *record) *Num { return &r.cell.Probability }).feeding("whitespace"),
	textField("cell.competitor", "Competitor", "Who has it today.", OfCell, func(r *record) *string { return &r.cell.Competitor }),
}
