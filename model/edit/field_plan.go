package edit

import (
	"strings"

	"accord/model"
	"accord/model/words"
)

// The rows of the customer's view, the value scorecard, SWOT, risks, decisions and reviews.

var insightFields = words.Table(func() []Field {
	return []Field{
		textField("insight.text", words.T("edit.insight"), words.T("edit.what-we-know-or-believe"), OfInsight, func(r *Record) *string { return &r.Insight.Text }).required(words.T("edit.say-what")),
		choiceField("insight.kind", words.T("edit.kind"), words.T("edit.what-about"), OfInsight, model.InsightKinds, func(r *Record) *model.InsightKind { return &r.Insight.Kind }).feeding("insight"),
		textField("insight.whose", words.T("edit.whose"), words.T("edit.whose-goal-pressure-or-initiative"), OfInsight, func(r *Record) *string { return &r.Insight.Whose }),
		textField("insight.told_by", words.T("edit.told-by"), words.T("edit.who-told-us"), OfInsight, func(r *Record) *string { return &r.Insight.ToldBy }),
		smallField("insight.priority", words.T("edit.priority"), words.T("edit.1-highest"), "", OfInsight, 3, func(r *Record) *int { return &r.Insight.Priority }),
		flagField("insight.confirmed", words.T("edit.confirmed"), words.T("edit.customer-said-else-our-assumption"), OfInsight, func(r *Record) *bool { return &r.Insight.Confirmed }).feeding("insight"),
		dayField("insight.date", words.T("edit.date"), words.T("edit.when-told-or-confirmed-ages"), OfInsight, func(r *Record) *model.Date { return &r.Insight.Date }).feeding("insight"),
		sharingField("insight.shared", words.T("edit.customer-may-read-once-they"), OfInsight, func(r *Record) *model.Sharing { return &r.Insight.Shared }),
	}
})

var valueFields = words.Table(func() []Field {
	return []Field{
		textField("value.text", words.T("edit.value"), words.T("edit.what-one-side-gains-from"), OfValue, func(r *Record) *string { return &r.Value.Text }).required(words.T("edit.say-what-gained")),
		choiceField("value.direction", words.T("edit.direction"), words.T("edit.given-we-them-received-they"), OfValue, model.ValueDirections, func(r *Record) *model.ValueDirection { return &r.Value.Direction }).feeding("value"),
		choiceField("value.level", words.T("edit.level"), words.T("edit.beyond-product-process-facilitation"), OfValue, model.ValueLevels, func(r *Record) *model.ValueLevel { return &r.Value.Level }).feeding("value"),
		choiceField("value.type", words.T("edit.type"), words.T("edit.what-does-their-money"), OfValue, model.ValueTypes, func(r *Record) *model.ValueType { return &r.Value.Type }),
		textField("value.metric", words.T("edit.metric"), words.T("edit.what-measured"), OfValue, func(r *Record) *string { return &r.Value.Metric }),
		textField("value.baseline", words.T("edit.baseline"), words.T("edit.where-stood-before"), OfValue, func(r *Record) *string { return &r.Value.Baseline }),
		textField("value.target", words.T("edit.target"), words.T("edit.where-should-stand"), OfValue, func(r *Record) *string { return &r.Value.Target }),
		textField("value.actual", words.T("edit.actual"), words.T("edit.where-stands"), OfValue, func(r *Record) *string { return &r.Value.Actual }),
		amountField("value.money", words.T("edit.money"), words.T("edit.what-worth-year-or-once"), OfValue, func(r *Record) *model.Money { return &r.Value.Money }).feeding("value"),
		flagField("value.recurring", words.T("edit.every-year"), words.T("edit.comes-again-every-year-else"), OfValue, func(r *Record) *bool { return &r.Value.Recurring }).feeding("value"),
		dayField("value.start", words.T("edit.from"), words.T("edit.when-started"), OfValue, func(r *Record) *model.Date { return &r.Value.Start }).feeding("value"),
		dayField("value.end", words.T("edit.until"), words.T("edit.when-ended"), OfValue, func(r *Record) *model.Date { return &r.Value.End }).feeding("value"),
		textField("value.evidence", words.T("edit.evidence"), words.T("edit.what-proves"), OfValue, func(r *Record) *string { return &r.Value.Evidence }),
		textField("value.owner", words.T("edit.our-owner"), words.T("edit.who-ours-answers"), OfValue, func(r *Record) *string { return &r.Value.Owner }),
		textField("value.their_owner", words.T("edit.their-owner"), words.T("edit.who-theirs-answers"), OfValue, func(r *Record) *string { return &r.Value.TheirOwner }),
		textField("value.alternative", words.T("edit.next-best-alternative"), words.T("edit.what-measured-against"), OfValue, func(r *Record) *string { return &r.Value.Alternative }),
		choiceField("value.status", words.T("edit.status"), words.T("edit.from-our-hypothesis-verified-by"), OfValue, model.ValueStands, func(r *Record) *model.ValueStatus { return &r.Value.Status }).feeding("value"),
		sharingField("value.shared", words.T("edit.customer-may-read-from-agreed"), OfValue, func(r *Record) *model.Sharing { return &r.Value.Shared }),
	}
})

var riskFields = words.Table(func() []Field {
	return []Field{
		textField("point.text", words.T("edit.point"), words.T("edit.strength-weakness-opportunity-or-threat"), OfPoint, func(r *Record) *string { return &r.Point.Text }).required(words.T("edit.say-what")),
		choiceField("point.kind", words.T("edit.kind"), words.T("edit.corner-swot"), OfPoint, model.PointKinds, func(r *Record) *model.PointKind { return &r.Point.Kind }).feeding(words.T("edit.plan-quality")),
		choiceField("point.side", words.T("edit.whose"), words.T("edit.ours-towards-this-customer-or"), OfPoint, model.PointSides, func(r *Record) *model.PointSide { return &r.Point.Side }),
		textField("risk.text", words.T("edit.risk"), words.T("edit.what-may-go-wrong"), OfRisk, func(r *Record) *string { return &r.Risk.Text }).required(words.T("edit.say-what-may-go-wrong")),
		smallField("risk.probability", words.T("edit.probability"), words.T("edit.1-rare-5-near-certain"), "", OfRisk, 5, func(r *Record) *int { return &r.Risk.Probability }),
		smallField("risk.impact", words.T("edit.impact"), words.T("edit.1-slight-5-account-lost"), "", OfRisk, 5, func(r *Record) *int { return &r.Risk.Impact }),
		textField("risk.owner", words.T("edit.owner"), words.T("edit.who-watches"), OfRisk, func(r *Record) *string { return &r.Risk.Owner }).feeding(words.T("edit.plan-quality")),
		textField("risk.response", words.T("edit.response"), words.T("edit.what-we-do-about"), OfRisk, func(r *Record) *string { return &r.Risk.Response }),
		textField("decision.text", words.T("edit.decision"), words.T("edit.what-decided-about-this-account"), OfDecision, func(r *Record) *string { return &r.Decision.Text }).required(words.T("edit.say-what-decided")),
		dayField("decision.date", words.T("edit.decided-on"), words.T("edit.day-decided"), OfDecision, func(r *Record) *model.Date { return &r.Decision.Date }),
		textField("decision.owner", words.T("edit.owner"), words.T("edit.who-sees"), OfDecision, func(r *Record) *string { return &r.Decision.Owner }),
		dayField("decision.due", words.T("edit.by"), words.T("edit.by-when-hold"), OfDecision, func(r *Record) *model.Date { return &r.Decision.Due }),
		reviewLink(),
		sharingField("decision.shared", words.T("edit.customer-may-read-until-decided"), OfDecision, func(r *Record) *model.Sharing { return &r.Decision.Shared }),
		textField("review.text", words.T("edit.review"), words.T("edit.what-meeting"), OfReview, func(r *Record) *string { return &r.Review.Text }).required(words.T("edit.say-what-review")),
		dayField("review.date", words.T("edit.date"), words.T("edit.when-planned-or-held"), OfReview, func(r *Record) *model.Date { return &r.Review.Date }).feeding(words.T("edit.plan-quality")),
		flagField("review.held", words.T("edit.held"), words.T("edit.took-place"), OfReview, func(r *Record) *bool { return &r.Review.Held }).feeding(words.T("edit.plan-quality")),
		longField("review.decisions", words.T("edit.decisions"), words.T("edit.what-decided"), OfReview, func(r *Record) *string { return &r.Review.Decisions }),
	}
})

// smallField is a whole number from 1 to hi, 0 while unknown.
func smallField(key, label, help, unit string, of EntityKind, hi int64, at func(*Record) *int) Field {
	return wholeField(
		key,
		label,
		help,
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
	key, label, help string,
	of EntityKind,
	what string,
	all func(*model.Account) []T,
	wording func(T) string,
	at func(*Record) *ID,
) Field {
	return Field{Key: key, Label: label, Help: help, Of: of, Kind: Link, Range: words.T("edit.the-words-of", what),
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
	pointLink = words.Table(func() Field {
		return linkField("objective.cites", words.T("edit.answers"), words.T("edit.strength-weakness-opportunity-or-threat-2"), OfObjective, words.T("edit.strength-weakness-opportunity-or-threat-3"),
			pointsOf, pointText, func(r *Record) *model.PointID { return &r.Objective.Cites }).feeding(words.T("edit.plan-quality"))
	})
	usesLink = words.Table(func() Field {
		return linkField("objective.uses", words.T("edit.builds-on"), words.T("edit.strength-builds-or-weakness-mends"), OfObjective, words.T("edit.strength-weakness-opportunity-or-threat-3"),
			pointsOf, pointText, func(r *Record) *model.PointID { return &r.Objective.Uses })
	})
	afterLink = words.Table(func() Field {
		return linkField("action.after", words.T("edit.after"), words.T("edit.what-must-done-before"), OfAction, words.T("edit.another-action"), actionsOf, actionText, func(r *Record) *model.ActionID { return &r.Action.After })
	})
	personLink = words.Table(func() Field {
		return linkField("action.person", words.T("edit.with"), words.T("edit.whom-theirs-about"), OfAction, words.T("edit.one-their-people"), personsOf, personText, func(r *Record) *model.PersonID { return &r.Action.Person })
	})
	reviewLink = words.Table(func() Field {
		return linkField("decision.review", words.T("edit.in-review"), words.T("edit.meeting-decided"), OfDecision, words.T("edit.a-review"), reviewsOf, reviewText, func(r *Record) *model.ReviewID { return &r.Decision.Review })
	})
	valueLink = words.Table(func() Field {
		return linkField("action.value", words.T("edit.for-value"), words.T("edit.value-line-works"), OfAction, words.T("edit.value-line-2"), valuesOf, valueText, func(r *Record) *model.ValueID { return &r.Action.Value })
	})
)

var cellFields = words.Table(func() []Field {
	return []Field{
		textField("cell.unit", words.T("edit.unit"), words.T("edit.part-customer"), OfCell, func(r *Record) *string { return &r.Cell.Unit }).required(words.T("edit.name-part-customer")),
		textField("cell.offering", words.T("edit.offering"), words.T("edit.what-ours-they-could-use"), OfCell, func(r *Record) *string { return &r.Cell.Offering }).required(words.T("edit.name-offering")),
		choiceField("cell.status", words.T("edit.status"), words.T("edit.how-offering-stands-there"), OfCell, model.CellStands, func(r *Record) *model.CellStatus { return &r.Cell.Status }).feeding("whitespace"),
		amountField("cell.current", words.T("edit.current"), words.T("edit.what-they-buy-year"), OfCell, func(r *Record) *model.Money { return &r.Cell.Current }).feeding("whitespace"),
		amountField("cell.potential", words.T("edit.potential"), words.T("edit.what-they-could-buy-year"), OfCell, func(r *Record) *model.Money { return &r.Cell.Potential }).feeding("whitespace"),
		percentField("cell.probability", words.T("edit.probability"), words.T("edit.how-likely-gap-closes"), OfCell, func(r *Record) *model.Num { return &r.Cell.Probability }).feeding("whitespace"),
		textField("cell.competitor", words.T("edit.competitor"), words.T("edit.who-today"), OfCell, func(r *Record) *string { return &r.Cell.Competitor }),
	}
})
