package report

import (
	"strings"

	"accord/model"
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

// Of is what a report can be about.
type Of struct {
	Key     string // as it is asked for
	Name    string
	Account bool // it is about one account
	Map     bool // ours shows the relationship map

	ours   func(*model.Scores, *model.Account) *Report
	theirs func(*handout) *Report // nil where nothing of it is for a customer
	title  string                 // of theirs
}

// Kinds are all reports.
func Kinds() []Of {
	return []Of{
		{"plan", "One-page plan", true, false, onePage, theirPage, "Our plan on a page"},
		{"full", "Full plan", true, true, fullPlan, theirPlan, "Our plan"},
		{"qbr", "Review pack", true, true, reviewPack, theirReview, "Our review"},
		{"value", "Value review, for the customer", true, false, nil, valueReview, "What we did for you"},
		{"joint", "Joint plan, for the customer", true, false, nil, jointPlan, "Our joint plan"},
		{"gaps", "Information gaps", true, false, gaps, nil, ""},
		{"questions", "Information gaps of all", false, false, allGaps, nil, ""},
		{"portfolio", "Portfolio", false, false, portfolio, nil, ""},
		{"workshop", "Workshop: decisions and actions", false, false, workshop, nil, ""},
		{"marks", "Workshop: ratings with every mark", false, false, marks, nil, ""},
		{"agreed", "Workshop: what we agreed, for the customer", true, false, nil, agreedWithThem, "What we agreed"},
	}
}

// For reports whether there is one for an audience. What is made for the customer
// may be read by us too.
func (k Of) For(to Audience) bool { return to == Us || k.theirs != nil }

// Theirs reports whether, asked for an audience, it is the customer's.
func (k Of) Theirs(to Audience) bool { return k.ours == nil || to == Customer && k.theirs != nil }

// Refusal is the sentence where there is none for the customer.
func (k Of) Refusal() string {
	var others []string
	for _, o := range Kinds() {
		if o.theirs != nil {
			others = append(others, o.Key)
		}
	}
	return "the report " + k.Key + " is ours alone; for the customer there are " + strings.Join(others, ", ")
}

// Titles are the titles of all reports, those of a workshop's papers too: by them an
// older one is known.
func Titles() []string {
	out := []string{changedTitle}
	for _, k := range Kinds() {
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
	for _, k := range Kinds() {
		if k.Key == key {
			return k, true
		}
	}
	return Of{}, false
}

const internal = "Internal: for us alone, not for the customer."

// Build makes a report; ok is false when there is none of that key for the
// audience, or it needs an account and there is none.
func Build(key string, to Audience, s *model.Scores, account model.AccountID) (r *Report, ok bool) {
	k, ok := KindOf(key)
	a := s.Portfolio().Account(account)
	if !ok || !k.For(to) || k.Account && a == nil {
		return nil, false
	}
	if k.Theirs(to) {
		h := handoutOf(a, s.Portfolio().Programme().Workshop)
		r = k.theirs(h)
		r.Title, r.Days = a.Name+": "+k.title, h.days() // it says first for whom it is
		if key == "agreed" {
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
func (k Of) finish(r *Report, s *model.Scores, a *model.Account) {
	r.Title, r.Days, r.Foot = k.Name, days(s, a, k), internal
	k.head(r, s, a)
}

// head says of whom a report is, and as of when: of the workshop that is going on
// where it is about that.
func (k Of) head(r *Report, s *model.Scores, a *model.Account) {
	r.Nodes = withoutEmpty(r.Nodes)
	r.Today, r.OnePage = s.Today(), k.Key == "plan"
	g := s.Portfolio().Programme()
	switch r.About = g.Title; {
	case k.Account:
		r.About = a.Name
	case g.Workshop != nil && (k.Key == "workshop" || k.Key == "marks"):
		r.About = g.Workshop.Title
	}
	r.Subtitle = r.About + ", " + r.Today.Short()
	if Anonymous(s) {
		r.round()
	}
}
