package report

import (
	"slices"
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/model/score"
)

// all are the rows; a new report is one here and a file that makes it.
var all = []Of{
	{Key: "plan", Name: "One-page plan", Export: "one-page", Account: true, ours: onePage, theirs: theirPage, title: "Our plan on a page",
		Help:    "the plan on a page, and one page it is: where we stand, charter, their goals, objectives, next actions, key people, value. What does not fit is counted",
		onePage: true, shows: []edit.EntityKind{edit.OfInsight, edit.OfValue}},
	{Key: "full", Name: "Full plan", Export: "plan", Account: true, Map: true, ours: fullPlan, theirs: theirPlan, title: "Our plan",
		Help:  "everything that is known and planned about the account",
		shows: []edit.EntityKind{edit.OfInsight, edit.OfValue, edit.OfDecision}},
	{Key: "qbr", Name: "Review pack", Account: true, Map: true, ours: reviewPack, theirs: theirReview, title: "Our review",
		Help:  "the review pack: scores, what was done since the last review, what is open, decisions",
		shows: []edit.EntityKind{edit.OfInsight, edit.OfValue, edit.OfDecision}},
	{Key: "value", Name: "Value review, for the customer", Account: true, theirs: valueReview, title: "What we did for you",
		Help:  "**for the customer**: what we did for them, verified, realised, under way",
		shows: []edit.EntityKind{edit.OfValue}},
	{Key: "joint", Name: "Joint plan, for the customer", Account: true, theirs: jointPlan, title: "Our joint plan",
		Help:  "**for the customer**: their confirmed goals, the objectives and actions, all as far as they are marked as shared",
		shows: []edit.EntityKind{edit.OfInsight}},
	{Key: "gaps", Name: "Information gaps", Account: true, ours: gaps, Help: "what nobody knows yet, and what is only assumed"},
	{Key: "questions", Name: "Information gaps of all", ours: allGaps, Help: "the same over all accounts, those that need attention first"},
	{Key: "portfolio", Name: "Portfolio", ours: portfolio, Help: "what a director should hear, the plane, every figure, every account"},
	{Key: "workshop", Name: "Workshop: decisions and actions", ours: workshop, meeting: true, made: true,
		Help: "of the [workshop](workshop.md) that is going on: what was decided, who does what by when, and what stays open"},
	{Key: "marks", Name: "Workshop: ratings with every mark", ours: marks, meeting: true, Help: "every blind rating of it, with the mark of each"},
	{Key: "agreed", Name: "Workshop: what we agreed, for the customer", Account: true, theirs: agreedWithThem, title: "What we agreed",
		Help: "**for the customer**: of what was decided about them in that workshop and of its actions what is marked as shared. The end of a workshop writes it where people of theirs took part",
		made: true, shows: []edit.EntityKind{edit.OfDecision}},
}

// Kinds are all reports.
func Kinds() []Of { return slices.Clone(all) }

// Refusal is the sentence where there is none for the customer.
func (k Of) Refusal() string {
	return "the report " + k.Key + " is ours alone; for the customer there are " + ForCustomers(func(o Of) string { return o.Key })
}

// ForCustomers lists the reports for customers under the names that are asked for.
func ForCustomers(name func(Of) string) string {
	var out []string
	for _, o := range all {
		if o.theirs != nil {
			out = append(out, name(o))
		}
	}
	return strings.Join(out, ", ")
}

// Titles are the titles of all reports, those of a workshop's papers too: by them an
// older one is known.
func Titles() []string {
	out := []string{changedTitle}
	for _, k := range all {
		if k.ours != nil {
			out = append(out, k.Name)
		}
		if k.theirs != nil {
			out = append(out, k.title)
		}
	}
	return out
}

// KindOf finds a report by its key.
func KindOf(key string) (Of, bool) {
	for _, k := range all {
		if k.Key == key {
			return k, true
		}
	}
	return Of{}, false
}

// Build makes a report; ok is false when there is none of that key for the
// audience, or it needs an account and there is none.
func Build(key string, to Audience, s *score.Scores, account model.AccountID) (r *Report, ok bool) {
	k, ok := KindOf(key)
	a := s.Portfolio().Account(account)
	if !ok || !k.For(to) || k.Account && a == nil {
		return nil, false
	}
	if k.Theirs(to) {
		h := handoutOf(a, s.Portfolio().Programme().Workshop)
		r = k.theirs(h)
		r.Title, r.Days = a.Name+": "+k.title, h.days() // it says first for whom it is
		if k.made {
			r.Days = h.daysOf(h.made)
		}
		k.head(r, s, a)
		r.Subtitle = r.Today.Short()
	} else {
		r = k.ours(s, a)
		k.finish(r, s, a)
	}
	return r, true
}
