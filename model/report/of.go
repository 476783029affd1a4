package report

import (
	"cmp"

	"accord/model"
	"accord/model/edit"
	"accord/model/score"
	"accord/model/words"
)

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

// Exported is what export calls a report.
func (k Of) Exported() string { return cmp.Or(k.Export, k.Key) }

// For reports whether there is one for an audience. What is made for the customer
// may be read by us too.
func (k Of) For(to Audience) bool { return to == Us || k.theirs != nil }

// Theirs reports whether, asked for an audience, it is the customer's.
func (k Of) Theirs(to Audience) bool { return k.ours == nil || to == Customer && k.theirs != nil }

// internal is the foot of what is ours alone.
func internal() string { return words.T("report.internal-for-us-alone") }

func noWorkshop() string { return words.T("report.no-workshop-is-going-on") }
