package exchange

import (
	"slices"
	"strings"

	"accord/model"
	"accord/model/words"
	"accord/store/exchange/cells"
	"accord/store/exchange/match"
)

// own gives an account its owner, and as its manager the member of our team of that
// name. A manager who is another person than the owner before was chosen, and stays.
func (r *reader) own(d *match.Draft, owner string) {
	before := d.Owner
	d.Owner = owner
	if m := r.settings().Member(d.Manager); m != nil && cells.Fold(m.Name) != cells.Fold(before) {
		return
	}
	if id := r.memberNamed(owner); id != "" || cells.Fold(owner) != cells.Fold(before) {
		d.Manager = id
	}
}

func (r *reader) memberNamed(name string) model.MemberID {
	if r.members == nil {
		r.members = map[string]model.MemberID{}
		for _, m := range r.settings().Team {
			if k := cells.Fold(m.Name); r.members[k] == "" {
				r.members[k] = m.ID
			}
		}
	}
	return r.members[cells.Fold(name)]
}

// sellers adds up who sold how much to whom, to know whose account it is.
type sellers map[*match.Draft]map[string]int64

func (s sellers) add(d *match.Draft, name string, amount model.Money) {
	if name == "" || match.System(name) != "" { // an id is nobody's name
		return
	}
	if s[d] == nil {
		s[d] = map[string]int64{}
	}
	s[d][name] += amount.Minor
}

// best is who sold most; of two equal ones the first by name.
func best(sold map[string]int64) string {
	names := sortedKeys(sold)
	return slices.MaxFunc(names, func(a, b string) int {
		if sold[a] != sold[b] {
			return int(min(1, max(-1, sold[a]-sold[b])))
		}
		return strings.Compare(b, a)
	})
}

// giveOwners makes the one who sold most to an account its owner where it has none.
func (r *reader) giveOwners(by sellers, column int) {
	given, several, kept := 0, 0, 0
	for d, sold := range by {
		if d.Owner != "" {
			if _, same := sold[d.Owner]; !same || len(sold) > 1 {
				kept++
			}
			continue
		}
		r.own(d, best(sold))
		given++
		if len(sold) > 1 {
			several++
		}
	}
	header := cells.Quote(r.t.header(column))
	if given > 0 {
		r.note(words.T("exchange.without-owner-who-won-most", given, header))
	}
	if several > 0 {
		r.note(words.T("exchange.them-several-sold-others-not", several))
	}
	if kept > 0 && given == 0 {
		r.note(words.T("exchange.not-used-where-account-owner", header))
	}
}

// ownerDiffs tells a changed owner and manager.
func ownerDiffs(g *model.Programme, before, after *model.Account) []FieldDiff {
	var out []FieldDiff
	if before.Owner != after.Owner {
		out = append(out, FieldDiff{words.T("exchange.owner"), before.Owner, after.Owner})
	}
	if before.Manager != after.Manager {
		name := func(id model.MemberID) string {
			if m := g.Member(id); m != nil {
				return m.Name
			}
			return ""
		}
		out = append(out, FieldDiff{words.T("exchange.account-manager"), name(before.Manager), name(after.Manager)})
	}
	return out
}
