package exchange

import (
	"cmp"

	"accord/model"
	"accord/model/words"
	"accord/store/exchange/cells"
	"accord/store/exchange/match"
)

// asks puts the questions into the preview, with both sides. Where the rows are
// accounts and the file names the account of a question too, it tells the two
// apart itself, and there is nothing to ask.
func (r *reader) asks() {
	for _, asked := range r.b.Questions {
		q := Question{Question: asked}
		if d := r.b.Drafts[q.With]; r.t.lex.accounts && !q.Within && q.Answer == match.Unanswered && d != nil && d.Line > 0 {
			continue
		}
		theirs := r.b.Now(r.b.ByName[cells.Fold(q.Name)])
		q.Facts = r.sides(cmp.Or(r.p.Account(q.With), r.b.Now(q.With)), theirs, q)
		r.pv.Questions = append(r.pv.Questions, q)
	}
	open, within := 0, 0
	for _, q := range r.pv.Questions {
		switch {
		case q.Answer != match.Unanswered:
		case q.Within:
			within++
		default:
			open++
		}
	}
	if within > 0 {
		r.note(words.T("exchange.nearly-same-words-as-another", within))
	}
	if open > 0 {
		r.note(words.T("exchange.file-nearly-name-account-here", open))
	}
}

// sides lists what both accounts of a question say, where either says anything.
func (r *reader) sides(ours, theirs *model.Account, q Question) []FieldDiff {
	if theirs == nil {
		theirs = &model.Account{Name: q.Name}
	}
	var out []FieldDiff
	add := func(label, a, b string) {
		if a != "" || b != "" {
			out = append(out, FieldDiff{label, a, b})
		}
	}
	name := func(id model.AccountID) string {
		if a := r.b.Now(id); a != nil {
			return a.Name
		}
		return ""
	}
	add(words.T("exchange.name"), ours.Name, q.Name)
	add(words.T("exchange.city"), ours.City, theirs.City)
	add(words.T("exchange.country"), ours.Country, theirs.Country)
	add(words.T("exchange.website"), ours.Website, theirs.Website)
	add(words.T("exchange.phone"), ours.Phone, theirs.Phone)
	add(words.T("exchange.segment"), ours.Segment, theirs.Segment)
	add(words.T("exchange.owner"), ours.Owner, theirs.Owner)
	add(words.T("exchange.parent-account"), name(ours.Parent), name(theirs.Parent))
	add(
		words.T("exchange.transactions"),
		match.UnlessNone(len(ours.Transactions)),
		match.UnlessNone(len(theirs.Transactions)),
	)
	add(words.T("exchange.contacts"), match.UnlessNone(len(ours.Persons)), match.UnlessNone(len(theirs.Persons)))
	add(words.T("exchange.source-id"), match.SourceIDs(ours), q.ID)
	return out
}
