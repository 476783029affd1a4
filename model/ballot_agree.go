package model

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// Agree takes a level over as the account's rating, with the marks as its source so
// that it can be told later how it came about.
type Agree struct {
	Ballot  BallotID
	Account AccountID
	Factor  FactorKey
	Level   Level
	Name    string // of the question, for the label
}

// Label implements Change.
func (c Agree) Label() string { return "agreed " + c.asked() + " " + c.Level.String() }

// asked is the question in a word or two.
func (c Agree) asked() string {
	_, key, _ := strings.Cut(string(c.Factor), ".")
	return cmp.Or(c.Name, strings.ReplaceAll(key, "_", " "))
}

// Where implements Change.
func (c Agree) Where() Place { return Place{Account: c.Account, Field: string(c.Factor)} }

func (c Agree) apply(d *draft) error {
	g := d.settings()
	b := g.Ballot(c.Ballot)
	if b == nil || b.Open() || !slices.Contains(b.Accounts, c.Account) {
		return problem("blind rating", "", "there is no finished blind rating of this")
	}
	if err := (SetRating{Account: c.Account, Factor: c.Factor, Verified: b.Verified, Level: c.Level}).apply(d); err != nil {
		return err
	}
	a, err := d.account(c.Account)
	if err != nil {
		return err
	}
	r := a.Ratings[c.Factor]
	r.Source = r.sourceWith(b.Verified, "blind rating "+d.today.String()+": "+b.words(c.Account, c.Factor))
	setRating(a, c.Factor, r)
	g.Ballots = put(g.Ballots, b.with(c.Account, together, c.Factor, c.Level))
	return nil
}

// words are all marks on a question: AL 5, BK 1, CM x.
func (b *Ballot) words(account AccountID, factor FactorKey) string {
	var marks []string
	for _, r := range b.Raters {
		marks = append(marks, r+" "+b.Said(account, r, factor))
	}
	return strings.Join(marks, ", ")
}

// Agreements are several that all agreed on with one key.
type Agreements []Agree

// Label implements Change.
func (c Agreements) Label() string {
	if len(c) == 1 {
		return c[0].Label()
	}
	return "agreed on " + strconv.Itoa(len(c)) + " medians"
}

// Where implements Change.
func (c Agreements) Where() Place {
	if len(c) == 0 {
		return Place{}
	}
	return c[0].Where()
}

func (c Agreements) apply(d *draft) error {
	for _, one := range c {
		if err := one.apply(d); err != nil {
			return err
		}
	}
	return nil
}

// Source and note of a rating are one text each, and both views are rated blind. So
// the text keeps a part of each, the customer's behind a word:
//
//	ours, blind rating 2026-11-26: AL 4, MC 3 · theirs, blind rating 2026-11-26: PO 2
//	line 3 is theirs · theirs: they wait for the tender
const (
	partOurs   = "ours, "
	partTheirs = "theirs, "
	whyTheirs  = "theirs: "
	partsApart = " · "
)

// sourceWith is the source with what one view says put in the place of what it said
// before. What somebody typed stays while the other view may mean it.
func (r *Rating) sourceWith(theirs bool, text string) string {
	mine, other, otherKnown := partOurs, partTheirs, r.Verified.Known()
	if theirs {
		mine, other, otherKnown = partTheirs, partOurs, r.Ours.Known()
	}
	parts := []string{mine + text}
	for part := range strings.SplitSeq(r.Source, partsApart) {
		if strings.HasPrefix(part, other) || part != "" && otherKnown && !strings.HasPrefix(part, mine) {
			parts = append(parts, part)
		}
	}
	slices.SortStableFunc(parts, func(a, b string) int { // ours comes first, what was typed last
		rank := func(s string) int {
			return slices.IndexFunc([]string{partOurs, partTheirs, ""}, func(p string) bool { return strings.HasPrefix(s, p) })
		}
		return cmp.Compare(rank(a), rank(b))
	})
	return strings.Join(parts, partsApart)
}

// Why is what the note says of one view.
func (r *Rating) Why(theirs bool) string {
	ours, rest, _ := strings.Cut(partsApart+r.Note, partsApart+whyTheirs)
	if theirs {
		return rest
	}
	return strings.TrimPrefix(ours, partsApart)
}

// NoteWith is the note with what one view says put in.
func (r *Rating) NoteWith(theirs bool, text string) string {
	ours, customers := text, r.Why(true)
	if theirs {
		ours, customers = r.Why(false), text
	}
	switch {
	case customers == "":
		return ours
	case ours == "":
		return whyTheirs + customers
	}
	return ours + partsApart + whyTheirs + customers
}
