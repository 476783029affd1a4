package model

import (
	"cmp"
	"slices"
	"strings"
)

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

// SourceWith is the source with what one view says put in the place of what it said
// before. What somebody typed stays while the other view may mean it.
func (r *Rating) SourceWith(theirs bool, text string) string {
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
