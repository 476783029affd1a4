package score

import (
	"strings"

	"accord/model"
	"accord/model/words"
)

// Planned is what the plan of an account says by itself.
type Planned struct {
	Value     Value
	Insight   model.Num // I of METHOD §7, 0..100
	Sponsored bool      // a C-level member of our team is named as sponsor
	Execution model.Num // done on time / due by today, 0..100
	checks    checkSet
}

// planned computes the parts of the plan; e must be in the period already, for
// the exchange of value needs its contribution.
func planned(a *model.Account, g *model.Programme, today model.Date, e *Earned, period Period) *Planned {
	m := g.Member(a.Sponsor)
	p := &Planned{
		Insight:   InsightIndex(a, g.Settings(), today),
		Execution: execution(a, today),
		Sponsored: m != nil && m.Function == model.CLevel,
	}
	p.Value = ScoreValue(a, g, today, period, e.Contribution)
	p.checks = checkPlan(a, g, today)
	return p
}

// youngPlan is how many days a plan whose first action is not due yet counts as
// on time.
const youngPlan = 30

// execution is done on time / due by today in percent, 0..100, against the first day an
// action was promised for: 100 while nothing was due and the first action is younger
// than 30 days, unknown without any action or without one that was due (METHOD §8).
func execution(a *model.Account, today model.Date) model.Num {
	due, done := 0, 0
	var first model.Date
	for i := range a.Actions {
		x := &a.Actions[i]
		if x.Status != model.ActionDropped && x.Created.Known() && (!first.Known() || x.Created.Before(first)) {
			first = x.Created
		}
		switch promiseOf(x, today) {
		case promiseKept:
			due++
			done++
		case promiseMissed:
			due++
		}
	}
	switch {
	case due > 0:
		return model.Some(100 * float64(done) / float64(due))
	case first.Known() && today.DaysSince(first) < youngPlan:
		return model.Some(100.0)
	}
	return model.Num{}
}

// promise is what became of the first day an action was promised for.
type promise uint8

const (
	promiseNone   promise = iota // not due yet, or not to be told: done or dropped without a day, dropped in time
	promiseKept                  // done by that day
	promiseMissed                // later, not yet, or dropped after it
)

// promiseOf is what became of an action by today (METHOD §8): done without a date is left
// out; one that was dropped is missed when that was after its first day, else left out.
func promiseOf(x *model.Action, today model.Date) promise {
	first := x.Promised()
	switch {
	case !first.Known() || today.Before(first):
		return promiseNone
	case x.Status == model.ActionDropped && !(x.Dropped.Known() && first.Before(x.Dropped)):
		return promiseNone
	case x.Status == model.ActionDone && !x.Done.Known():
		return promiseNone
	case x.Status == model.ActionDone && !first.Before(x.Done):
		return promiseKept
	}
	return promiseMissed
}

// Check is one of the twenty questions of plan quality.
type Check struct {
	Key   string
	Name  string
	Coach string // what to do when it fails, in a sentence
	Field string // where to do it: a section of the plan
}

// checkSet has a bit for every check that is met.
type checkSet uint32

func (c checkSet) has(i int) bool { return c&(1<<i) != 0 }

// The checks that need more than the plan itself.
const (
	checkImportance = 1
	checkPosition   = 2
	checkPeriods    = 3
	checkServe      = 4
	checkWallet     = 5
)

// PlanCheckCount is how many checks there are.
const PlanCheckCount = 20

// PlanChecks are the twenty checks of METHOD §8, five points each.
var PlanChecks = words.Table(func() *[PlanCheckCount]Check {
	return &[...]Check{
		{"charter", words.T("score.charter-one-sentence"), words.T("score.say-one-sentence-what-you"), "charter"},
		{"importance", words.T("score.importance-rated-80"), words.T("score.rate-what-you-would-lose"), "importance"},
		{"position", words.T("score.position-rated-80"), words.T("score.rate-where-you-stand-them"), "position"},
		{"periods", words.T("score.figures-two-periods"), words.T("score.type-or-import-revenue-second"), "figures"},
		{"cost_to_serve", words.T("score.cost-serve-known"), words.T("score.ask-finance-what-costs-serve"), "figures"},
		{"wallet", words.T("score.customers-spend-known"), words.T("score.ask-what-they-spend-your"), "figures"},
		{"insights", words.T("score.three-confirmed-insights"), words.T("score.customer-confirm-three-things-you"), "customer"},
		{"goal", words.T("score.goal-customers-own"), words.T("score.write-down-one-goal-theirs"), "customer"},
		{"linked", words.T("score.every-objective-serves-customer-goal"), words.T("score.say-each-objective-which-goal"), "objectives"},
		{"measurable", words.T("score.every-objective-measure-target-date"), words.T("score.give-each-objective-what-measured"), "objectives"},
		{"acted", words.T("score.every-objective-action"), words.T("score.add-each-objective-next-thing"), "actions"},
		{"owned", words.T("score.every-action-owner-date"), words.T("score.give-each-action-one-name"), "actions"},
		{"functions", words.T("score.owners-from-three-functions"), words.T("score.win-people-other-functions-actions"), "actions"},
		{"covered", words.T("score.key-player-covered"), words.T("score.meet-one-those-who-decide"), "map"},
		{"sponsor", words.T("score.executive-sponsor-named"), words.T("score.ask-one-your-executives-sponsor"), "account"},
		{"beyond", words.T("score.value-beyond-product"), words.T("score.add-one-thing-you-give"), "value"},
		{"verified", words.T("score.value-verified-by-customer"), words.T("score.customer-say-what-one-realised"), "value"},
		{"swot", words.T("score.swot-complete-answered"), words.T("score.fill-all-four-corners-let"), "swot"},
		{"risk", words.T("score.risk-owner"), words.T("score.name-what-could-go-wrong"), "risks"},
		{"review", words.T("score.review-within-90-days"), words.T("score.hold-review-or-plan-one"), "reviews"},
	}
})

// checkPlan answers the checks that need neither ratings nor weights nor the period. "Every …"
// fails while there is none. Dropped objectives and actions do not count.
func checkPlan(a *model.Account, g *model.Programme, today model.Date) checkSet {
	goals, confirmed := 0, 0
	for i := range a.Insights {
		if a.Insights[i].Kind == model.Goal {
			goals++
		}
		if a.Insights[i].Confirmed {
			confirmed++
		}
	}
	beyond, verified := false, false
	for i := range a.Values {
		v := &a.Values[i]
		beyond = beyond || v.Direction == model.ValueGiven && v.Level.BeyondProduct()
		verified = verified || v.Direction == model.ValueGiven && v.Status == model.ValueVerified
	}
	riskOwned := false
	for i := range a.Risks {
		riskOwned = riskOwned || strings.TrimSpace(a.Risks[i].Owner) != ""
	}
	o, x := objectiveChecks(a), actionChecks(a, g)
	return checksOf(
		strings.TrimSpace(a.Charter) != "",
		false,
		false,
		false,
		false,
		false,
		confirmed >= 3,
		goals > 0,
		o.linked,
		o.measurable,
		o.acted,
		x.owned,
		x.functions >= 3,
		keyPlayerCovered(a),
		g.Member(a.Sponsor) != nil,
		beyond,
		verified,
		swotComplete(a),
		riskOwned,
		reviewed(a, today),
	)
}

func checksOf(answers ...bool) checkSet {
	var c checkSet
	for i, yes := range answers {
		if yes {
			c |= 1 << i
		}
	}
	return c
}

func latestWithRevenue(years []YearFigures) *YearFigures {
	for i := len(years) - 1; i >= 0; i-- {
		if years[i].Revenue.Known {
			return &years[i]
		}
	}
	return nil
}

func objectiveChecks(a *model.Account) (o struct{ linked, measurable, acted bool }) {
	served := map[model.ObjectiveID]bool{}
	for i := range a.Actions {
		if a.Actions[i].Status != model.ActionDropped {
			served[a.Actions[i].Objective] = true
		}
	}
	n := 0
	o.linked, o.measurable, o.acted = true, true, true
	for i := range a.Objectives {
		x := &a.Objectives[i]
		if x.Status == model.ObjectiveDropped {
			continue
		}
		n++
		o.linked = o.linked && strings.TrimSpace(x.Goal) != ""
		o.measurable = o.measurable && strings.TrimSpace(x.Measure) != "" && strings.TrimSpace(x.Target) != "" &&
			x.Due.Known()
		o.acted = o.acted && served[x.ID]
	}
	if n == 0 {
		o.linked, o.measurable, o.acted = false, false, false
	}
	return o
}

// actionChecks looks who acts: an owner's function is that of the member of our
// team, or of the seat of the person of theirs, with that name.
func actionChecks(a *model.Account, g *model.Programme) (x struct {
	owned     bool
	functions int
}) {
	n := 0
	x.owned = true
	seen := map[model.Function]bool{}
	for i := range a.Actions {
		act := &a.Actions[i]
		if act.Status == model.ActionDropped {
			continue
		}
		n++
		x.owned = x.owned && strings.TrimSpace(act.Owner) != "" && act.Due.Known()
		if f := functionOf(a, g, act.Owner); f != model.FunctionUnknown {
			seen[f] = true
		}
	}
	x.owned, x.functions = x.owned && n > 0, len(seen)
	return x
}

func functionOf(a *model.Account, g *model.Programme, name string) model.Function {
	name = strings.TrimSpace(name)
	if name == "" {
		return model.FunctionUnknown
	}
	for i := range g.Team {
		if strings.EqualFold(g.Team[i].Name, name) {
			return g.Team[i].Function
		}
	}
	for i := range a.Persons {
		if strings.EqualFold(a.Persons[i].Name, name) {
			if s := a.SeatOf(a.Persons[i].ID); s != nil {
				return s.Function
			}
		}
	}
	return model.FunctionUnknown
}

func keyPlayerCovered(a *model.Account) bool {
	for i := range a.Seats {
		if s := &a.Seats[i]; s.Influence.KeyPlayer() {
			if p := model.ByID(a.Persons, s.Person); p != nil && p.Coverage.Share() > 0 {
				return true
			}
		}
	}
	return false
}

func swotComplete(a *model.Account) bool {
	var corner [model.Threat + 1]bool
	for i := range a.Points {
		if k := a.Points[i].Kind; k <= model.Threat {
			corner[k] = true
		}
	}
	cited := false
	for i := range a.Objectives {
		o := &a.Objectives[i]
		cited = cited || o.Status != model.ObjectiveDropped && model.ByID(a.Points, o.Cites) != nil
	}
	return cited && corner == [...]bool{true, true, true, true}
}

// reviewDays is how far a review may lie back, or ahead.
const reviewDays = 90

func reviewed(a *model.Account, today model.Date) bool {
	for i := range a.Reviews {
		r := &a.Reviews[i]
		if !r.Date.Known() {
			continue
		}
		days := today.DaysSince(r.Date)
		if r.Held && days >= 0 && days <= reviewDays || !r.Held && days <= 0 && days >= -reviewDays {
			return true
		}
	}
	return false
}
