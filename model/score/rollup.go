package score

import (
	"cmp"
	"slices"
	"strings"

	"accord/model"
)

// RollBy chooses what accounts are added up by.
type RollBy uint8

// The roll-ups.
const (
	RollParent RollBy = iota // a customer with its subsidiaries
	RollOwner
	RollSegment
	RollCountry
	RollTag
)

func (b RollBy) String() string {
	return [...]string{"customer group", "owner", "segment", "country", "tag"}[b]
}

// RollBys are all roll-ups.
func RollBys() []RollBy { return []RollBy{RollParent, RollOwner, RollSegment, RollCountry, RollTag} }

// Rolled is a group of accounts added up. Unknown amounts add nothing; a sum is
// unknown while none of its parts is known.
type Rolled struct {
	Name         string // "" is none given
	Accounts     []model.AccountID
	Revenue      model.Num
	Contribution model.Num
	Strategic    model.Num // mean of the known S
	Tiers        [model.Neglected + 1]int
	known        int
}

// RollUp adds the portfolio up, the largest revenue first. By tag an account
// counts in each of its tags, so those sums may be more than the whole. By
// customer group subsidiaries of any depth count in the topmost parent.
func (s *Scores) RollUp(by RollBy) []Rolled {
	var out []Rolled
	at := map[string]int{}
	for i, a := range s.portfolio.Accounts() {
		if s.archived(i) {
			continue
		}
		for _, name := range s.rollNames(a, by) {
			k, there := at[name]
			if !there {
				k = len(out)
				at[name] = k
				out = append(out, Rolled{Name: name})
			}
			out[k].add(a, s.local[i])
		}
	}
	for i := range out {
		if out[i].known > 0 {
			out[i].Strategic.V /= float64(out[i].known)
		}
	}
	slices.SortStableFunc(out, func(a, b Rolled) int {
		return cmp.Or(cmp.Compare(b.Revenue.Or(-1), a.Revenue.Or(-1)), strings.Compare(a.Name, b.Name))
	})
	return out
}

func (r *Rolled) add(a *model.Account, l *Local) {
	r.Accounts = append(r.Accounts, a.ID)
	r.Revenue, r.Contribution = plus(r.Revenue, l.Revenue), plus(r.Contribution, l.Contribution)
	if l.Strategic.Known {
		r.Strategic = plus(r.Strategic, l.Strategic)
		r.known++
	}
	if int(a.Tier) < len(r.Tiers) {
		r.Tiers[a.Tier]++
	}
}

// rollNames are the groups an account counts in.
func (s *Scores) rollNames(a *model.Account, by RollBy) []string {
	switch by {
	case RollOwner:
		if m := s.portfolio.Programme().Member(a.Manager); m != nil && a.Owner == "" {
			return []string{m.Name}
		}
		return []string{a.Owner}
	case RollSegment:
		return []string{a.Segment}
	case RollCountry:
		return []string{a.Country}
	case RollTag:
		if len(a.Tags) == 0 {
			return []string{""}
		}
		return a.Tags
	}
	top := a
	for range s.portfolio.Len() { // a circle in old data ends here
		p := s.portfolio.Account(top.Parent)
		if p == nil {
			break
		}
		top = p
	}
	return []string{top.Name}
}
