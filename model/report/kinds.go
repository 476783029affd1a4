package report

import (
	"slices"
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/model/score"
	"accord/model/words"
)

// all are the rows; a new report is one here and a file that makes it.
var all = words.Table(func() []Of { return rowsIn(words.Screen()) })

// rowsIn are the rows in a language; a test puts in one more.
var rowsIn = func(l *words.Language) []Of {
	return []Of{
		{Key: "plan", Name: l.Say(words.New("report.one-page-plan")), Export: "one-page", Account: true, ours: onePage, theirs: theirPage, title: l.Say(words.New("report.our-plan-page")),
			Help:    l.Say(words.New("report.plan-page-one-page-where")),
			onePage: true, shows: []edit.EntityKind{edit.OfInsight, edit.OfValue}},
		{Key: "full", Name: l.Say(words.New("report.full-plan")), Export: "plan", Account: true, Map: true, ours: fullPlan, theirs: theirPlan, title: l.Say(words.New("report.our-plan")),
			Help:  l.Say(words.New("report.everything-known-planned-about-account")),
			shows: []edit.EntityKind{edit.OfInsight, edit.OfValue, edit.OfDecision}},
		{Key: "qbr", Name: l.Say(words.New("report.review-pack")), Account: true, Map: true, ours: reviewPack, theirs: theirReview, title: l.Say(words.New("report.our-review")),
			Help:  l.Say(words.New("report.review-pack-scores-what-done")),
			shows: []edit.EntityKind{edit.OfInsight, edit.OfValue, edit.OfDecision}},
		{Key: "value", Name: l.Say(words.New("report.value-review-customer")), Account: true, theirs: valueReview, title: l.Say(words.New("report.what-we-did-you")),
			Help:  l.Say(words.New("report.customer-what-we-did-them")),
			shows: []edit.EntityKind{edit.OfValue}},
		{Key: "joint", Name: l.Say(words.New("report.joint-plan-customer")), Account: true, theirs: jointPlan, title: l.Say(words.New("report.our-joint-plan")),
			Help:  l.Say(words.New("report.customer-their-confirmed-goals-objectives")),
			shows: []edit.EntityKind{edit.OfInsight}},
		{Key: "gaps", Name: l.Say(words.New("report.information-gaps")), Account: true, ours: gaps, Help: l.Say(words.New("report.what-nobody-knows-yet-what"))},
		{Key: "questions", Name: l.Say(words.New("report.information-gaps-all")), ours: allGaps, Help: l.Say(words.New("report.same-over-all-accounts-those"))},
		{Key: "portfolio", Name: l.Say(words.New("report.portfolio")), ours: portfolio, Help: l.Say(words.New("report.what-director-should-hear-plane"))},
		{Key: "workshop", Name: l.Say(words.New("report.workshop-decisions-actions")), ours: workshop, meeting: true, made: true,
			Help: l.Say(words.New("report.workshop-workshop-md-going-what"))},
		{Key: "marks", Name: l.Say(words.New("report.workshop-ratings-every-mark")), ours: marks, meeting: true, Help: l.Say(words.New("report.every-blind-rating-mark-each"))},
		{Key: "agreed", Name: l.Say(words.New("report.workshop-what-we-agreed-customer")), Account: true, theirs: agreedWithThem, title: l.Say(words.New("report.what-we-agreed")),
			Help: l.Say(words.New("report.customer-what-decided-about-them")),
			made: true, shows: []edit.EntityKind{edit.OfDecision}},
	}
}

// Kinds are all reports.
func Kinds() []Of { return slices.Clone(all()) }

// Refusal is the sentence where there is none for the customer.
func (k Of) Refusal() string {
	return words.T("report.report-ours-alone-customer-there", k.Key, ForCustomers(func(o Of) string { return o.Key }))
}

// ForCustomers lists the reports for customers under the names that are asked for.
func ForCustomers(name func(Of) string) string {
	var out []string
	for _, o := range all() {
		if o.theirs != nil {
			out = append(out, name(o))
		}
	}
	return strings.Join(out, ", ")
}

// Titles are the titles of all reports, those of a workshop's papers too: by them an
// older one is known.
func Titles() []string {
	var out []string
	for _, l := range words.Languages() { // whichever the program spoke when it was written
		out = append(out, l.Say(words.New("report.what-changed-since-the-start")))
		for _, k := range rowsIn(l) {
			if k.ours != nil {
				out = append(out, k.Name)
			}
			if k.theirs != nil {
				out = append(out, k.title)
			}
		}
	}
	return out
}

// KindOf finds a report by its key.
func KindOf(key string) (Of, bool) {
	for _, k := range all() {
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
