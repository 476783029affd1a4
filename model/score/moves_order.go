package score

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"accord/model"
)

// Kind is what sort of move this is, by its key: of each only the best stands among the
// first of a list.
func (m *Move) Kind() string {
	kind, of, _ := strings.Cut(m.Key, ":")
	if kind == "earn" {
		of, _, _ = strings.Cut(of, ".")
		return kind + "." + of
	}
	return kind
}

// effortOf is how many days a kind of move takes, a setting for each (METHOD §9).
func effortOf(kind string, set *model.Settings) float64 {
	switch kind {
	case "insight":
		return set.EffortConfirm
	case "action.own":
		return set.EffortOwn
	case "tie.meet":
		return set.EffortRenew
	case "action.done":
		return set.EffortComplete
	case "review":
		return set.EffortReview
	case "sponsor":
		return set.EffortSponsor
	case "value":
		return set.EffortVerify
	case "cover":
		return set.EffortCover
	case "tie.raise":
		return set.EffortRaise
	case "earn.alignment":
		return set.EffortAlignment
	}
	return set.EffortPosition
}

// Worth is what a day of a move brings: gain / effort.
func (m *Move) Worth() float64 { return m.Gain / m.Effort }

// firstMoves are how many moves of a list show one of each kind.
const firstMoves = 12

// arrange puts moves in the order of METHOD §9: uncovered decision makers and approvers of
// the inner circle first, then by gain / effort, then what crosses into another quadrant or
// band, then by key; in the first dozen only the best of each kind.
func arrange(all []Move) []Move {
	slices.SortStableFunc(all, func(a, b Move) int {
		switch {
		case a.Political != b.Political:
			return first(a.Political)
		case math.Abs(a.Worth()-b.Worth()) > roundingError:
			return cmp.Compare(b.Worth(), a.Worth())
		case a.Crossed != b.Crossed:
			return first(a.Crossed)
		}
		return strings.Compare(a.Key, b.Key)
	})
	var out, rest []Move
	seen := map[string]bool{}
	for _, m := range all {
		if kind := m.Kind(); m.Political || !seen[kind] && len(out) < firstMoves {
			seen[kind] = true
			out = append(out, m)
			continue
		}
		rest = append(rest, m)
	}
	return append(out, rest...)
}

func first(yes bool) int {
	if yes {
		return -1
	}
	return 1
}
