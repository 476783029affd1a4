package report

import (
	"cmp"
	"slices"
	"strings"

	"accord/model"
	"accord/model/edit"
	"accord/model/score"
)

// Audience is who a report is for.
type Audience uint8

// The audiences.
const (
	Us Audience = iota
	Customer
)

// Audiences are their names on the command line.
var Audiences = [...]string{"internal", "customer"}

func (a Audience) String() string { return Audiences[a] }

// Of is a row of the table of reports: what one is about, and what makes it. Whatever
// asks for a report, lists them or tells an older one finds it by its row.
type Of struct {
	Key     string // as it is asked for
	Name    string
	Export  string // what export calls it where that is another word
	Help    string // what is in it, for the docs
	Account bool   // it is about one account
	Map     bool   // ours shows the relationship map

	ours   func(*score.Scores, *model.Account) *Report
	theirs func(*handout) *Report // nil where nothing of it is for a customer
	title  string                 // of theirs

	onePage bool              // it is made to fit on one
	meeting bool              // it is about the workshop that is going on
	made    bool              // its days are those of what was made there
	shows   []edit.EntityKind // what of it is shared one by one
}

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

// Exported is what export calls a report.
func (k Of) Exported() string { return cmp.Or(k.Export, k.Key) }

// For reports whether there is one for an audience. What is made for the customer
// may be read by us too.
func (k Of) For(to Audience) bool { return to == Us || k.theirs != nil }

// Theirs reports whether, asked for an audience, it is the customer's.
func (k Of) Theirs(to Audience) bool { return k.ours == nil || to == Customer && k.theirs != nil }

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

const internal = "Internal: for us alone, not for the customer."

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

// finish makes a report of ours whole.
func (k Of) finish(r *Report, s *score.Scores, a *model.Account) {
	r.Title, r.Days, r.Foot = k.Name, days(s, a, k), internal
	k.head(r, s, a)
}

// head says of whom a report is, and as of when: of the workshop that is going on
// where it is about that.
func (k Of) head(r *Report, s *score.Scores, a *model.Account) {
	r.Nodes = withoutEmpty(r.Nodes)
	r.Today, r.OnePage = s.Today(), k.onePage
	g := s.Portfolio().Programme()
	switch r.About = g.Title; {
	case k.Account:
		r.About = a.Name
	case g.Workshop != nil && k.meeting:
		r.About = g.Workshop.Title
	}
	r.Subtitle = r.About + ", " + r.Today.Short()
	if Anonymous(s) {
		r.round()
	}
}
