package edit

import (
	"strings"

	"accord/model"
	"accord/model/words"
)

// The rows of the customer's view, the value scorecard, SWOT, risks, decisions and reviews.

var insightFields = words.Table(func() []Field {
	return []Field{
		textField("insight.text", OfInsight, func(r *Record) *string { return &r.Insight.Text }).required(words.T("edit.say-what")),
		choiceField("insight.kind", OfInsight, model.InsightKinds, func(r *Record) *model.InsightKind { return &r.Insight.Kind }).feeding("insight"),
		textField("insight.whose", OfInsight, func(r *Record) *string { return &r.Insight.Whose }),
		textField("insight.told_by", OfInsight, func(r *Record) *string { return &r.Insight.ToldBy }),
		smallField("insight.priority", "", OfInsight, 3, func(r *Record) *int { return &r.Insight.Priority }),
		flagField("insight.confirmed", OfInsight, func(r *Record) *bool { return &r.Insight.Confirmed }).feeding("insight"),
		dayField("insight.date", OfInsight, func(r *Record) *model.Date { return &r.Insight.Date }).feeding("insight"),
		sharingField("insight.shared", OfInsight, func(r *Record) *model.Sharing { return &r.Insight.Shared }),
	}
})

var valueFields = words.Table(func() []Field {
	return []Field{
		textField("value.text", OfValue, func(r *Record) *string { return &r.Value.Text }).required(words.T("edit.say-what-gained")),
		choiceField("value.direction", OfValue, model.ValueDirections, func(r *Record) *model.ValueDirection { return &r.Value.Direction }).feeding("value"),
		choiceField("value.level", OfValue, model.ValueLevels, func(r *Record) *model.ValueLevel { return &r.Value.Level }).feeding("value"),
		choiceField("value.type", OfValue, model.ValueTypes, func(r *Record) *model.ValueType { return &r.Value.Type }),
		textField("value.metric", OfValue, func(r *Record) *string { return &r.Value.Metric }),
		textField("value.baseline", OfValue, func(r *Record) *string { return &r.Value.Baseline }),
		textField("value.target", OfValue, func(r *Record) *string { return &r.Value.Target }),
		textField("value.actual", OfValue, func(r *Record) *string { return &r.Value.Actual }),
		amountField("value.money", OfValue, func(r *Record) *model.Money { return &r.Value.Money }).feeding("value"),
		flagField("value.recurring", OfValue, func(r *Record) *bool { return &r.Value.Recurring }).feeding("value"),
		dayField("value.start", OfValue, func(r *Record) *model.Date { return &r.Value.Start }).feeding("value"),
		dayField("value.end", OfValue, func(r *Record) *model.Date { return &r.Value.End }).feeding("value"),
		textField("value.evidence", OfValue, func(r *Record) *string { return &r.Value.Evidence }),
		textField("value.owner", OfValue, func(r *Record) *string { return &r.Value.Owner }),
		textField("value.their_owner", OfValue, func(r *Record) *string { return &r.Value.TheirOwner }),
		textField("value.alternative", OfValue, func(r *Record) *string { return &r.Value.Alternative }),
		choiceField("value.status", OfValue, model.ValueStands, func(r *Record) *model.ValueStatus { return &r.Value.Status }).feeding("value"),
		sharingField("value.shared", OfValue, func(r *Record) *model.Sharing { return &r.Value.Shared }),
	}
})

var riskFields = words.Table(func() []Field {
	return []Field{
		textField("point.text", OfPoint, func(r *Record) *string { return &r.Point.Text }).required(words.T("edit.say-what")),
		choiceField("point.kind", OfPoint, model.PointKinds, func(r *Record) *model.PointKind { return &r.Point.Kind }).feeding(words.T("edit.plan-quality")),
		choiceField("point.side", OfPoint, model.PointSides, func(r *Record) *model.PointSide { return &r.Point.Side }),
		textField("risk.text", OfRisk, func(r *Record) *string { return &r.Risk.Text }).required(words.T("edit.say-what-may-go-wrong")),
		smallField("risk.probability", "", OfRisk, 5, func(r *Record) *int { return &r.Risk.Probability }),
		smallField("risk.impact", "", OfRisk, 5, func(r *Record) *int { return &r.Risk.Impact }),
		textField("risk.owner", OfRisk, func(r *Record) *string { return &r.Risk.Owner }).feeding(words.T("edit.plan-quality")),
		textField("risk.response", OfRisk, func(r *Record) *string { return &r.Risk.Response }),
		textField("decision.text", OfDecision, func(r *Record) *string { return &r.Decision.Text }).required(words.T("edit.say-what-decided")),
		dayField("decision.date", OfDecision, func(r *Record) *model.Date { return &r.Decision.Date }),
		textField("decision.owner", OfDecision, func(r *Record) *string { return &r.Decision.Owner }),
		dayField("decision.due", OfDecision, func(r *Record) *model.Date { return &r.Decision.Due }),
		reviewLink(),
		sharingField("decision.shared", OfDecision, func(r *Record) *model.Sharing { return &r.Decision.Shared }),
		textField("review.text", OfReview, func(r *Record) *string { return &r.Review.Text }).required(words.T("edit.say-what-review")),
		reviewDayField(),
		heldField(),
		longField("review.decisions", OfReview, func(r *Record) *string { return &r.Review.Decisions }),
	}
})

// heldField refuses a review as held that is still to come.
var heldField = words.Table(func() Field {
	f := flagField("review.held", OfReview, func(r *Record) *bool { return &r.Review.Held }).feeding(words.T("edit.plan-quality"))
	return f.refusing(notYetHeld)
})

// reviewDayField refuses a day to come for a review that was held.
var reviewDayField = words.Table(func() Field {
	f := dayField("review.date", OfReview, func(r *Record) *model.Date { return &r.Review.Date }).feeding(words.T("edit.plan-quality"))
	return f.refusing(notYetHeld)
})

// refusing gives a row a look at what became of the thing.
func (f Field) refusing(check func(r *Record, key string) error) Field {
	set := f.set
	f.set = func(r *Record, s string) error {
		if err := set(r, s); err != nil {
			return err
		}
		return check(r, f.Key)
	}
	return f
}

func notYetHeld(r *Record, key string) error {
	if v := r.Review; v.Held && r.today.Known() && r.today.Before(v.Date) {
		return model.Refuse(key, words.T("edit.review-held-today-or-before"), words.T("edit.review-is-after-today", v.Date.Short()))
	}
	return nil
}

// smallField is a whole number from 1 to hi, 0 while unknown.
func smallField(key, unit string, of EntityKind, hi int64, at func(*Record) *int) Field {
	return wholeField(
		key,
		unit,
		of,
		1,
		hi,
		func(r *Record) (func() model.Opt[int64], func(model.Opt[int64])) {
			return func() model.Opt[int64] { return model.Opt[int64]{V: int64(*at(r)), Known: *at(r) > 0} },
				func(v model.Opt[int64]) { *at(r) = int(v.Or(0)) }
		},
	)
}

// linkField joins one thing of the plan to another of the account: by the other's
// id, or the beginning of its words. what names such a thing in a refusal.
func linkField[ID ~string, T model.Entity[ID]](
	key string,
	of EntityKind,
	what string,
	all func(*model.Account) []T,
	wording func(T) string,
	at func(*Record) *ID,
) Field {
	return Field{Key: key, Of: of, Kind: Link, Range: words.T("edit.the-words-of", what),
		Get: func(r *Record) string {
			if i := model.IndexOf(all(r.Account), *at(r)); i >= 0 {
				return wording(all(r.Account)[i])
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
				if string(x.Ident()) == s || strings.HasPrefix(strings.ToLower(wording(x)), begin) {
					*at(r) = x.Ident()
					return nil
				}
			}
			return model.Refuse(key, words.T("edit.type-beginning-this-account", what), words.T("edit.nothing-begins", s))
		}}.named(key)
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
	pointLink = words.Table(func() Field {
		return linkField("objective.cites", OfObjective, words.T("edit.strength-weakness-opportunity-or-threat-3"),
			pointsOf, pointText, func(r *Record) *model.PointID { return &r.Objective.Cites }).feeding(words.T("edit.plan-quality"))
	})
	usesLink = words.Table(func() Field {
		return linkField("objective.uses", OfObjective, words.T("edit.strength-weakness-opportunity-or-threat-3"),
			pointsOf, pointText, func(r *Record) *model.PointID { return &r.Objective.Uses })
	})
	afterLink = words.Table(func() Field {
		return linkField("action.after", OfAction, words.T("edit.another-action"), actionsOf, actionText, func(r *Record) *model.ActionID { return &r.Action.After })
	})
	personLink = words.Table(func() Field {
		return linkField("action.person", OfAction, words.T("edit.one-their-people"), personsOf, personText, func(r *Record) *model.PersonID { return &r.Action.Person })
	})
	reviewLink = words.Table(func() Field {
		return linkField("decision.review", OfDecision, words.T("edit.a-review"), reviewsOf, reviewText, func(r *Record) *model.ReviewID { return &r.Decision.Review })
	})
	valueLink = words.Table(func() Field {
		return linkField("action.value", OfAction, words.T("edit.value-line-2"), valuesOf, valueText, func(r *Record) *model.ValueID { return &r.Action.Value })
	})
)

var cellFields = words.Table(func() []Field {
	return []Field{
		textField("cell.unit", OfCell, func(r *Record) *string { return &r.Cell.Unit }).required(words.T("edit.name-part-customer")),
		textField("cell.offering", OfCell, func(r *Record) *string { return &r.Cell.Offering }).required(words.T("edit.name-offering")),
		choiceField("cell.status", OfCell, model.CellStands, func(r *Record) *model.CellStatus { return &r.Cell.Status }).feeding("whitespace"),
		amountField("cell.current", OfCell, func(r *Record) *model.Money { return &r.Cell.Current }).feeding("whitespace"),
		amountField("cell.potential", OfCell, func(r *Record) *model.Money { return &r.Cell.Potential }).feeding("whitespace"),
		percentField("cell.probability", OfCell, func(r *Record) *model.Num { return &r.Cell.Probability }).feeding("whitespace"),
		textField("cell.competitor", OfCell, func(r *Record) *string { return &r.Cell.Competitor }),
	}
})
